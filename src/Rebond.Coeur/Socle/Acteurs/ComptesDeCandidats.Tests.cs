using AwesomeAssertions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Acteurs;

/// <summary>A candidate opens his own account, forgets its password, changes its address; nothing tells anybody which addresses have one.</summary>
public sealed class ComptesDeCandidatsTests
{
    private const string Adresse = "lea@exemple.fr";
    private const string MotDePasse = "une phrase longue et sue";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_lien_et_le_mot_de_passe_choisi_ouvrent_un_compte_de_candidat_et_lui_seul(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        (await ici.DemanderAsync()).EstReussi.Should().BeTrue();
        (await ici.LireAsync(d => d.Users.CountAsync(Ct))).Should().Be(0, "rien n'existe avant que l'adresse soit lue");
        (await ici.MessagesAsync()).Should().ContainSingle().Which.Should().Match<Message>(m => m.Modele == "COMPTE_A_CONFIRMER" && m.Confidentiel && m.Coordonnees == Adresse && m.Corps.Contains(ici.Jeton));

        (await ici.ConfirmerAsync(ici.Jeton, "un autre mot de passe")).Refus.Should().ContainSingle().Which.Should().BeOfType<ConfirmerCompte.MotDePasseFaux>();
        var ouvert = await ici.ConfirmerAsync(ici.Jeton, MotDePasse);
        ouvert.EstReussi.Should().BeTrue();
        (await ici.ConfirmerAsync(ici.Jeton, MotDePasse)).Refus.Should().ContainSingle().Which.Should().BeOfType<LienInconnu>("il a servi");

        var id = ouvert.Valeur!.CompteId;
        (await ici.ServirAsync(async s => await s.GetRequiredService<UserManager<Utilisateur>>().CheckPasswordAsync((await s.GetRequiredService<UserManager<Utilisateur>>().FindByEmailAsync(Adresse.ToUpperInvariant()))!, MotDePasse))).Should().BeTrue();
        (await ici.LireAsync(d => d.Set<Habilitation>().SingleAsync(Ct))).Should().Match<Habilitation>(h => h.UtilisateurId == id && h.Role == Role.Candidat && h.TypePerimetre == TypePerimetre.Compte && h.CodePerimetre == id.ToString());
        (await ici.LireAsync(d => d.Set<VerificationCourriel>().CountAsync(Ct))).Should().Be(0);
        (await ici.LireAsync(d => d.Set<LigneJournal>().SingleAsync(Ct))).Should().Match<LigneJournal>(l => l.Acte == "COMPTE_OUVERT" && l.Objet == $"compte:{id}" && l.CompteId == id && l.Apres == null);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_adresse_qui_a_deja_son_compte_recoit_la_meme_reponse_et_seul_le_message_le_dit(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        await ici.OuvrirAsync();
        (await ici.DemanderAsync(motDePasse: "le mot de passe d'un autre")).Valeur.Should().Be(new DemanderCompte.Reponse(Adresse));
        (await ici.DemanderAsync("inconnu@exemple.fr")).Valeur.Should().Be(new DemanderCompte.Reponse("inconnu@exemple.fr"));
        (await ici.MessagesAsync()).Select(m => m.Modele).Should().Equal("COMPTE_A_CONFIRMER", "COMPTE_EXISTANT", "COMPTE_A_CONFIRMER");
        (await ici.LireAsync(d => d.Set<VerificationCourriel>().Select(v => v.Courriel).ToListAsync(Ct))).Should().Equal("inconnu@exemple.fr");
        (await ici.ConnaitAsync(MotDePasse)).Should().BeTrue("le mot de passe du compte n'a pas bougé");
    }

    [Fact]
    public async Task Qui_demande_un_compte_sur_l_adresse_d_un_autre_n_en_tient_rien()
    {
        await using var ici = await Ici.CreerAsync();
        await ici.DemanderAsync(motDePasse: "le mot de passe de l'intrus");
        var piege = ici.Jeton;
        await ici.DemanderAsync();
        (await ici.ConfirmerAsync(ici.Jeton, MotDePasse)).EstReussi.Should().BeTrue();
        (await ici.ConfirmerAsync(piege, "le mot de passe de l'intrus")).Refus.Should().ContainSingle().Which.Should().BeOfType<ConfirmerCompte.DejaOuvert>();
        (await ici.ConnaitAsync(MotDePasse)).Should().BeTrue();
    }

    [Fact]
    public async Task Un_lien_vaut_un_jour_et_cinq_mots_de_passe_faux_le_ferment()
    {
        await using var ici = await Ici.CreerAsync();
        await ici.DemanderAsync();
        for (var essai = 1; essai <= VerificationCourriel.EssaisMax; essai++)
            (await ici.ConfirmerAsync(ici.Jeton, "faux")).Refus[0].Code.Should().Be(essai < VerificationCourriel.EssaisMax ? "MOT_DE_PASSE_FAUX" : "LIEN_INCONNU");
        (await ici.ConfirmerAsync(ici.Jeton, MotDePasse)).Refus[0].Should().BeOfType<LienInconnu>();
        await ici.DemanderAsync();
        ici.Horloge.Advance(VerificationCourriel.Validite);
        (await ici.ConfirmerAsync(ici.Jeton, MotDePasse)).Refus[0].Should().BeOfType<LienInconnu>();
        ici.Horloge.Advance(TimeSpan.FromSeconds(1));
        await ici.DemanderAsync("autre@exemple.fr");
        (await ici.LireAsync(d => d.Set<VerificationCourriel>().Select(v => v.Courriel).ToListAsync(Ct))).Should().Equal(["autre@exemple.fr"], "ce qui a plus d'un jour est parti");
    }

    [Fact]
    public async Task Une_adresse_ne_recoit_que_trois_messages_par_heure_quel_que_soit_le_formulaire()
    {
        await using var ici = await Ici.CreerAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            (await ici.DemanderAsync("Cible@exemple.fr")).EstReussi.Should().BeTrue();
            (await ici.OublierAsync("cible@exemple.fr")).EstReussi.Should().BeTrue();
        }
        (await ici.MessagesAsync()).Should().HaveCount(DemanderCompte.MessagesParHeure);
        (await ici.LireAsync(d => d.Set<VerificationCourriel>().CountAsync(Ct))).Should().Be(2, "une demande sans message ne laisse rien");
        ici.Horloge.Advance(TimeSpan.FromHours(1));
        await ici.OublierAsync("cible@exemple.fr");
        (await ici.MessagesAsync()).Should().HaveCount(4);
    }

    [Theory]
    [InlineData("", "Léa", MotDePasse, "COURRIEL_INVALIDE")]
    [InlineData("lea@exemple", "Léa", MotDePasse, "COURRIEL_INVALIDE")]
    [InlineData("Léa <lea@exemple.fr>", "Léa", MotDePasse, "COURRIEL_INVALIDE")]
    [InlineData(Adresse, " ", MotDePasse, "NOM_MANQUANT")]
    [InlineData(Adresse, "Léa", "court", "MOT_DE_PASSE_REFUSE")]
    [InlineData(Adresse, "Léa", "aaaaaaaaaaaaaaaa", "MOT_DE_PASSE_REFUSE")]
    public async Task Une_demande_mal_remplie_est_refusee_sans_rien_ecrire(string courriel, string nom, string motDePasse, string code)
    {
        await using var ici = await Ici.CreerAsync();
        (await ici.DemanderAsync(courriel, nom, motDePasse)).Refus.Should().ContainSingle().Which.Code.Should().Be(code);
        (await ici.MessagesAsync()).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_mot_de_passe_oublie_se_choisit_par_le_lien_une_fois_et_le_titulaire_en_est_prevenu(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var id = await ici.OuvrirAsync();
        await ici.ServirAsync(async s =>
        {
            var comptes = s.GetRequiredService<UserManager<Utilisateur>>();
            return await comptes.SetLockoutEndDateAsync((await comptes.FindByEmailAsync(Adresse))!, DateTimeOffset.UtcNow.AddDays(1));
        });
        (await ici.OublierAsync(Adresse)).EstReussi.Should().BeTrue();
        var jeton = ici.Jeton;
        (await ici.ChoisirAsync(id, jeton, "court")).Refus.Should().ContainSingle().Which.Should().BeOfType<ActiverCompte.MotDePasseRefuse>();
        (await ici.ChoisirAsync(id, jeton, "une autre phrase longue")).EstReussi.Should().BeTrue();
        (await ici.ChoisirAsync(id, jeton, "encore une phrase longue")).Refus.Should().ContainSingle().Which.Should().BeOfType<LienInconnu>();

        (await ici.ConnaitAsync("une autre phrase longue")).Should().BeTrue();
        (await ici.LireAsync(d => d.Users.Select(u => u.LockoutEnd).SingleAsync(Ct))).Should().BeNull();
        (await ici.MessagesAsync()).Select(m => m.Modele).Should().Equal("COMPTE_A_CONFIRMER", "MOT_DE_PASSE_OUBLIE", "MOT_DE_PASSE_CHANGE");
        (await ici.LireAsync(d => d.Set<LigneJournal>().OrderBy(l => l.Numero).Select(l => l.Acte).ToListAsync(Ct))).Should().Equal("COMPTE_OUVERT", "MOT_DE_PASSE_DEMANDE", "MOT_DE_PASSE_CHOISI");
    }

    [Fact]
    public async Task Une_messagerie_seule_n_ouvre_pas_le_compte_d_un_personnel_sans_second_facteur()
    {
        await using var ici = await Ici.CreerAsync();
        var agent = await ici.LireAsync(async d =>
        {
            var id = (await new CreerCompte(d).ExecuteAsync(new("agent@exemple.fr", "Agent"), Acteur.LigneDeCommande, Ct)).Valeur!.CompteId;
            await new AccorderHabilitation(d).ExecuteAsync(new(id, Role.Gestionnaire, "02"), Acteur.LigneDeCommande, Ct);
            return id;
        });
        await ici.OublierAsync("agent@exemple.fr");
        await ici.LireAsync(async d =>
        {
            (await d.Users.SingleAsync(Ct)).TwoFactorEnabled = true;
            return await d.SaveChangesAsync(Ct);
        });
        await ici.OublierAsync("agent@exemple.fr");
        (await ici.MessagesAsync()).Select(m => m.Modele).Should().Equal("MOT_DE_PASSE_PAR_ADMINISTRATEUR", "MOT_DE_PASSE_OUBLIE");

        var jeton = ici.Jeton;
        await ici.LireAsync(async d =>
        {
            (await d.Users.SingleAsync(Ct)).TwoFactorEnabled = false;
            return await d.SaveChangesAsync(Ct);
        });
        (await ici.ChoisirAsync(agent, jeton, MotDePasse)).Refus.Should().ContainSingle().Which.Should().BeOfType<LienInconnu>("le second facteur a été ôté depuis l'envoi");
    }

    [Fact]
    public async Task Un_lien_d_activation_delivre_a_deux_ne_passe_pas_par_la_page_du_mot_de_passe_oublie()
    {
        await using var ici = await Ici.CreerAsync();
        var id = await ici.OuvrirAsync();
        var activation = await ici.ServirAsync(async s => await s.GetRequiredService<UserManager<Utilisateur>>().GeneratePasswordResetTokenAsync((await s.GetRequiredService<UserManager<Utilisateur>>().FindByEmailAsync(Adresse))!));
        (await ici.ChoisirAsync(id, activation, "une autre phrase longue")).Refus.Should().ContainSingle().Which.Should().BeOfType<LienInconnu>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_adresse_change_par_le_lien_envoye_a_la_nouvelle_et_l_ancienne_est_prevenue(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var moi = new Acteur(await ici.OuvrirAsync(), "Léa", Role.Candidat, []);
        (await ici.ChangerAsync(moi, "nouvelle@exemple.fr", "faux")).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderChangementCourriel.MotDePasseFaux>();
        (await ici.ChangerAsync(moi, Adresse.ToUpperInvariant())).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderChangementCourriel.MemeAdresse>();
        (await ici.ChangerAsync(moi, "nouvelle@exemple.fr")).EstReussi.Should().BeTrue();
        var ancien = ici.Jeton;
        (await ici.ChangerAsync(moi, "encore@exemple.fr")).EstReussi.Should().BeTrue();
        (await ici.ConfirmerAdresseAsync(ancien)).Refus.Should().ContainSingle().Which.Should().BeOfType<LienInconnu>("la dernière demande est la bonne");
        (await ici.ConfirmerAdresseAsync(ici.Jeton)).EstReussi.Should().BeTrue();

        (await ici.LireAsync(d => d.Users.SingleAsync(Ct))).Should().Match<Utilisateur>(u => u.Email == "encore@exemple.fr" && u.NormalizedUserName == "ENCORE@EXEMPLE.FR");
        (await ici.MessagesAsync()).Last().Should().Match<Message>(m => m.Modele == "COURRIEL_CHANGE" && m.Coordonnees == Adresse);
        (await ici.LireAsync(d => d.Set<LigneJournal>().ToListAsync(Ct))).Should().NotContain(l => (l.Apres + l.Avant + l.Motif).Contains('@'), "le journal ne porte aucune adresse");
    }

    [Fact]
    public async Task L_adresse_d_un_autre_n_est_ni_prise_ni_revelee_et_celle_d_un_personnel_ne_se_change_pas_ici()
    {
        await using var ici = await Ici.CreerAsync();
        var moi = new Acteur(await ici.OuvrirAsync(), "Léa", Role.Candidat, []);
        await ici.OuvrirAsync("autre@exemple.fr");
        (await ici.ChangerAsync(moi, "autre@exemple.fr")).EstReussi.Should().BeTrue("la réponse est la même");
        (await ici.MessagesAsync()).Last().Should().Match<Message>(m => m.Modele == "COMPTE_EXISTANT" && m.Coordonnees == "autre@exemple.fr");
        (await ici.LireAsync(d => d.Set<VerificationCourriel>().CountAsync(Ct))).Should().Be(0);
        await ici.LireAsync(d => new AccorderHabilitation(d).ExecuteAsync(new(moi.CompteId!.Value, Role.Pilotage, "02"), Acteur.LigneDeCommande, Ct));
        (await ici.ChangerAsync(moi, "nouvelle@exemple.fr")).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderChangementCourriel.CompteDePersonnel>();
        (await ici.ChangerAsync(Acteur.Visiteur, "nouvelle@exemple.fr")).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }

    private sealed class Ici(BaseDeTest socle, ServiceProvider services, FakeTimeProvider horloge) : IAsyncDisposable
    {
        public FakeTimeProvider Horloge => horloge;

        /// <summary>Of the last link made.</summary>
        public string Jeton { get; private set; } = "";

        public static async Task<Ici> CreerAsync(Moteur moteur = Moteur.Sqlite)
        {
            var horloge = new FakeTimeProvider(DateTimeOffset.UtcNow);
            var socle = await BaseDeTest.CreerAsync(moteur);
            var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(horloge).AddBaseRebond(socle.Chaine).AddComptesSansConnexion()
                .AddScoped<DemanderCompte>().AddScoped<ConfirmerCompte>().AddScoped<DemanderMotDePasse>().AddScoped<ChoisirMotDePasse>().AddScoped<DemanderChangementCourriel>().AddScoped<ConfirmerChangementCourriel>().BuildServiceProvider();
            return new Ici(socle, services, horloge);
        }

        public async Task<T> ServirAsync<T>(Func<IServiceProvider, Task<T>> servir)
        {
            await using var portee = services.CreateAsyncScope();
            return await servir(portee.ServiceProvider);
        }

        public Task<T> LireAsync<T>(Func<BaseRebond, Task<T>> lire) => ServirAsync(s => lire(s.GetRequiredService<BaseRebond>()));
        public Task<List<Message>> MessagesAsync() => LireAsync(d => d.Set<Message>().AsNoTracking().OrderBy(m => m.Id).ToListAsync(Ct));

        public Task<Outcome<DemanderCompte.Reponse>> DemanderAsync(string courriel = Adresse, string nom = "Léa Martin", string motDePasse = MotDePasse) =>
            ServirAsync(s => s.GetRequiredService<DemanderCompte>().ExecuteAsync(new(courriel, nom, motDePasse, Lien, "https://site/compte/oubli"), Ct));

        public Task<Outcome<ConfirmerCompte.Reponse>> ConfirmerAsync(string jeton, string motDePasse) => ServirAsync(s => s.GetRequiredService<ConfirmerCompte>().ExecuteAsync(new(jeton, motDePasse), Ct));

        public async Task<Guid> OuvrirAsync(string courriel = Adresse)
        {
            await DemanderAsync(courriel);
            return (await ConfirmerAsync(Jeton, MotDePasse)).Valeur!.CompteId;
        }

        public Task<Outcome<DemanderMotDePasse.Reponse>> OublierAsync(string courriel) =>
            ServirAsync(s => s.GetRequiredService<DemanderMotDePasse>().ExecuteAsync(new(courriel, (_, jeton) => Lien(jeton), "https://site/compte/creer"), Ct));

        public Task<Outcome<ChoisirMotDePasse.Reponse>> ChoisirAsync(Guid compte, string jeton, string motDePasse) => ServirAsync(s => s.GetRequiredService<ChoisirMotDePasse>().ExecuteAsync(new(compte, jeton, motDePasse), Ct));

        public Task<Outcome<DemanderChangementCourriel.Reponse>> ChangerAsync(Acteur acteur, string nouveau, string motDePasse = MotDePasse) =>
            ServirAsync(s => s.GetRequiredService<DemanderChangementCourriel>().ExecuteAsync(new(motDePasse, nouveau, Lien, "https://site/compte/oubli"), acteur, Ct));

        public Task<Outcome<ConfirmerChangementCourriel.Reponse>> ConfirmerAdresseAsync(string jeton) => ServirAsync(s => new ConfirmerChangementCourriel(s.GetRequiredService<BaseRebond>()).ExecuteAsync(new(jeton), Ct));

        public Task<bool> ConnaitAsync(string motDePasse) => ServirAsync(async s =>
        {
            var comptes = s.GetRequiredService<UserManager<Utilisateur>>();
            return await comptes.CheckPasswordAsync((await comptes.FindByEmailAsync(Adresse))!, motDePasse);
        });

        private string Lien(string jeton)
        {
            Jeton = jeton;
            return $"https://site/lien?jeton={jeton}";
        }

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await socle.DisposeAsync();
        }
    }
}
