using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Acteurs;

/// <summary>No administrateur alone ends up holding an account that touches marks or decisions; a deployment with one administrateur is not locked out.</summary>
public sealed class ActesADeuxTests
{
    private const string MotDePasse = "une phrase longue et sue";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_lien_se_demande_se_confirme_puis_s_active_avec_le_code_de_la_seconde_personne(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var compte = await ici.CompteAsync(Role.Gestionnaire);

        (await ici.LienAsync(compte, ici.Une)).Valeur!.Should().Be(new DelivrerLienActivation.Reponse(null, true));
        (await ici.LienAsync(compte, ici.Une)).Refus.Should().ContainSingle().Which.Code.Should().Be("CONFIRMATION_ATTENDUE");
        (await ici.LienAsync(compte, ici.Autre)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEMANDE_PAR_UN_AUTRE");
        var acte = (await ici.ActesAsync(ici.Autre)).Should().ContainSingle().Subject;
        (await ici.ConfirmerAsync(acte.Id, ici.Une)).Refus.Should().ContainSingle().Which.Code.Should().Be("SECONDE_PERSONNE");
        var code = (await ici.ConfirmerAsync(acte.Id, ici.Autre)).Valeur!.Code!;
        (await ici.LienAsync(compte, ici.Autre)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEMANDE_PAR_UN_AUTRE", "qui confirme n'a pas le lien");
        var jeton = (await ici.LienAsync(compte, ici.Une)).Valeur!.Jeton!;

        (await ici.ActiverAsync(compte, jeton, null)).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_FAUX", "qui demande n'a pas le code");
        (await ici.ActiverAsync(compte, jeton, code.ToLowerInvariant(), "court")).Refus.Should().NotBeEmpty().And.OnlyContain(r => r.Code == "MOT_DE_PASSE_REFUSE");
        (await ici.ActiverAsync(compte, jeton, code.ToLowerInvariant())).EstReussi.Should().BeTrue();
        (await ici.ActiverAsync(compte, jeton, code)).Refus.Should().ContainSingle().Which.Code.Should().Be("LIEN_PERIME");
        (await ici.ActesAsync(ici.Autre)).Should().BeEmpty();
        (await ici.JournalAsync(compte)).Select(l => (l.Acte, l.CompteId)).Should().EndWith([
            ("LIEN_ACTIVATION_DEMANDE", ici.Une.CompteId), ("LIEN_ACTIVATION_CONFIRME", ici.Autre.CompteId), ("LIEN_ACTIVATION_DELIVRE", ici.Une.CompteId), ("COMPTE_ACTIVE", compte)]);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_lien_envoye_par_courriel_demande_la_meme_seconde_personne_et_le_meme_code(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var compte = await ici.CompteAsync(Role.PresidentJury);
        var envoye = "";
        Task<Outcome<EnvoyerLienActivation.Reponse>> Envoyer() => ici.ServirAsync(s => s.GetRequiredService<EnvoyerLienActivation>().ExecuteAsync(new(compte, jeton => "https://exemple.fr/activer?" + (envoye = jeton)), ici.Une, Ct));

        (await Envoyer()).Valeur!.MessageId.Should().BeNull();
        envoye.Should().BeEmpty();
        (await Envoyer()).Refus.Should().ContainSingle().Which.Code.Should().Be("CONFIRMATION_ATTENDUE");
        var code = (await ici.ConfirmerAsync((await ici.ActesAsync(ici.Autre)).Single().Id, ici.Autre)).Valeur!.Code;
        (await Envoyer()).Valeur!.MessageId.Should().NotBeNull();

        (await ici.ActiverAsync(compte, envoye, null)).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_FAUX");
        (await ici.ActiverAsync(compte, envoye, code)).EstReussi.Should().BeTrue();
        (await ici.JournalAsync(compte)).Should().Contain(l => l.Acte == "LIEN_ACTIVATION_ENVOYE" && l.Apres!.EndsWith($"confirme_par:{ici.Autre.CompteId}"));
    }

    [Theory]
    [InlineData(Role.Candidat, false)]
    [InlineData(Role.Pilotage, false)]
    [InlineData(Role.ChefEtablissement, false)]
    [InlineData(Role.Enseignant, true)]
    [InlineData(Role.Examinateur, true)]
    [InlineData(Role.MembreJury, true)]
    [InlineData(Role.PresidentJury, true)]
    [InlineData(Role.Administrateur, true)]
    public async Task Les_comptes_qui_touchent_aux_notes_et_les_administrateurs_seuls_demandent_deux_personnes(Role role, bool aDeux)
    {
        await using var ici = await Ici.CreerAsync(Moteur.Sqlite);
        var lien = (await ici.LienAsync(await ici.CompteAsync(role), ici.Une)).Valeur!;
        (lien.Jeton is null, lien.AvecCode).Should().Be((aDeux, aDeux));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_role_qui_touche_aux_notes_attend_une_seconde_personne_et_efface_le_mot_de_passe_d_un_compte_ouvert_seul(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var complice = await ici.CompteAsync();
        var jeton = (await ici.LienAsync(complice, ici.Une)).Valeur!.Jeton!;
        (await ici.ActiverAsync(complice, jeton, null)).EstReussi.Should().BeTrue();
        var second = (await ici.LienAsync(complice, ici.Une)).Valeur!.Jeton!;

        (await ici.AccorderAsync(complice, Role.Gestionnaire, ici.Une)).Valeur!.HabilitationId.Should().BeNull();
        (await ici.AccorderAsync(complice, Role.Gestionnaire, ici.Autre)).Refus.Should().ContainSingle().Which.Code.Should().Be("HABILITATION_DEJA_DEMANDEE");
        (await ici.RolesAsync(complice)).Should().BeEmpty();
        var confirmee = (await ici.ConfirmerAsync((await ici.ActesAsync(ici.Autre)).Single().Id, ici.Autre)).Valeur!;

        confirmee.MotDePasseEfface.Should().BeTrue();
        (await ici.RolesAsync(complice)).Should().Equal(Role.Gestionnaire);
        (await ici.LireAsync(d => d.Users.SingleAsync(u => u.Id == complice, Ct))).PasswordHash.Should().BeNull();
        (await ici.ActiverAsync(complice, second, null)).Refus.Should().ContainSingle().Which.Code.Should().Be("LIEN_PERIME", "un lien délivré avant ne vaut plus rien");
        (await ici.JournalAsync(complice)).Last().Should().Match<LigneJournal>(l => l.Acte == "HABILITATION_ACCORDEE" && l.CompteId == ici.Autre.CompteId && l.Apres == $"GESTIONNAIRE ACADEMIE:02 demande_par:{ici.Une.CompteId}");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_second_role_du_meme_genre_ne_touche_pas_au_mot_de_passe(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var compte = await ici.CompteAsync(Role.Gestionnaire);
        await ici.ActiverAsync(compte, (await ici.LienAsync(compte, Acteur.LigneDeCommande)).Valeur!.Jeton!, null);

        await ici.AccorderAsync(compte, Role.Administrateur, ici.Une);
        (await ici.ConfirmerAsync((await ici.ActesAsync(ici.Autre)).Single().Id, ici.Autre)).Valeur!.MotDePasseEfface.Should().BeFalse();

        (await ici.LireAsync(d => d.Users.SingleAsync(u => u.Id == compte, Ct))).PasswordHash.Should().NotBeNull();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_confirmations_simultanees_n_accordent_qu_une_fois(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var compte = await ici.CompteAsync();
        await ici.AccorderAsync(compte, Role.Gestionnaire, ici.Une);
        var acte = (await ici.ActesAsync(ici.Autre)).Single().Id;
        var troisieme = ici.Autre with { CompteId = Guid.CreateVersion7() };

        var deux = await Task.WhenAll(new[] { ici.Autre, troisieme }.Select(a => Task.Run(() => ici.ConfirmerAsync(acte, a))));

        deux.Count(c => c.EstReussi).Should().Be(1);
        deux.Single(c => !c.EstReussi).Refus.Should().ContainSingle().Which.Code.Should().BeOneOf("MODIFIE_ENTRE_TEMPS", "DEMANDE_CLOSE");
        (await ici.RolesAsync(compte)).Should().Equal(Role.Gestionnaire);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_demande_refusee_retiree_ou_de_plus_de_sept_jours_ne_se_confirme_plus(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var compte = await ici.CompteAsync(Role.MembreJury);
        await ici.LienAsync(compte, ici.Une);
        var acte = (await ici.ActesAsync(ici.Autre)).Single().Id;
        (await ici.RefuserAsync(acte, ici.Autre, " ")).Refus.Should().ContainSingle().Which.Code.Should().Be("MOTIF_MANQUANT");
        (await ici.RefuserAsync(acte, ici.Autre, "personne inconnue")).EstReussi.Should().BeTrue();
        (await ici.RefuserAsync(acte, ici.Une, "encore")).Refus.Should().ContainSingle().Which.Code.Should().Be("DEMANDE_CLOSE");
        (await ici.ConfirmerAsync(acte, ici.Autre)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEMANDE_CLOSE");
        (await ici.JournalAsync(compte)).Last().Should().Match<LigneJournal>(l => l.Acte == "DEMANDE_REFUSEE" && l.Motif == "personne inconnue");

        await ici.LienAsync(compte, ici.Une);
        var ancien = (await ici.ActesAsync(ici.Autre)).Single().Id;
        ici.Horloge.Advance(TimeSpan.FromDays(8));
        (await ici.ConfirmerAsync(ancien, ici.Autre)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEMANDE_CLOSE");
        (await ici.ActesAsync(ici.Autre)).Should().BeEmpty();
        (await ici.LienAsync(compte, ici.Une)).Valeur!.Jeton.Should().BeNull("on redemande");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Cinq_codes_faux_ferment_le_lien(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var compte = await ici.CompteAsync(Role.Gestionnaire);
        await ici.LienAsync(compte, ici.Une);
        var code = (await ici.ConfirmerAsync((await ici.ActesAsync(ici.Autre)).Single().Id, ici.Autre)).Valeur!.Code;
        var jeton = (await ici.LienAsync(compte, ici.Une)).Valeur!.Jeton!;

        for (var essai = 1; essai < ActiverCompte.EssaisDeCode; essai++)
            (await ici.ActiverAsync(compte, jeton, "AAAAA-AAAAA")).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_FAUX");
        (await ici.ActiverAsync(compte, jeton, "AAAAA-AAAAA")).Refus.Should().ContainSingle().Which.Code.Should().Be("LIEN_PERIME");
        (await ici.ActiverAsync(compte, jeton, code)).Refus.Should().ContainSingle().Which.Code.Should().Be("LIEN_PERIME");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_seul_administrateur_n_est_pas_enferme_la_ligne_de_commande_tient_lieu_de_seconde_personne(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var compte = await ici.CompteAsync(Role.Gestionnaire);
        await ici.LienAsync(compte, ici.Une);

        var jeton = (await ici.LienAsync(compte, Acteur.LigneDeCommande)).Valeur!;

        jeton.AvecCode.Should().BeFalse();
        (await ici.ActesAsync(ici.Autre)).Should().BeEmpty("le lien du serveur remplace la demande");
        (await ici.ActiverAsync(compte, jeton.Jeton!, null)).EstReussi.Should().BeTrue();

        var cree = (await ici.ServirAsync(s => s.GetRequiredService<CreerAdministrateur>().ExecuteAsync(new("seconde@exemple.fr", "Seconde personne", "02"), Acteur.LigneDeCommande, Ct))).Valeur!;
        (await ici.RolesAsync(cree.CompteId)).Should().Equal(Role.Administrateur);
        (await ici.ActiverAsync(cree.CompteId, cree.Jeton, null)).EstReussi.Should().BeTrue();
        (await ici.JournalAsync(cree.CompteId)).Select(l => l.Acte).Should().Equal("COMPTE_CREE", "HABILITATION_ACCORDEE", "LIEN_ACTIVATION_DELIVRE", "COMPTE_ACTIVE");
    }

    [Fact]
    public async Task Creer_un_administrateur_est_tout_ou_rien_et_reserve_a_la_ligne_de_commande()
    {
        await using var ici = await Ici.CreerAsync(Moteur.Sqlite);
        Task<Outcome<CreerAdministrateur.Reponse>> Creer(CreerAdministrateur.Demande demande, Acteur acteur) => ici.ServirAsync(s => s.GetRequiredService<CreerAdministrateur>().ExecuteAsync(demande, acteur, Ct));
        var demande = new CreerAdministrateur.Demande("premiere@exemple.fr", "Première personne", "02");

        (await Creer(demande, ici.Une)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await Creer(demande with { Academie = "Aix" }, Acteur.LigneDeCommande)).Refus.Should().ContainSingle().Which.Code.Should().Be("PERIMETRE_ILLISIBLE");
        (await Creer(demande with { NomAffiche = " " }, Acteur.LigneDeCommande)).Refus.Should().ContainSingle().Which.Code.Should().Be("NOM_MANQUANT");
        (await ici.LireAsync(d => d.Users.CountAsync(u => u.Email == demande.Courriel, Ct))).Should().Be(0);
        (await Creer(demande, Acteur.LigneDeCommande)).EstReussi.Should().BeTrue();
        (await Creer(demande, Acteur.LigneDeCommande)).Refus.Should().ContainSingle().Which.Code.Should().Be("COMPTE_EXISTANT");
    }

    [Fact]
    public async Task Nul_ne_confirme_son_propre_role_et_aucun_autre_role_ne_lit_ni_ne_confirme()
    {
        await using var ici = await Ici.CreerAsync(Moteur.Sqlite);
        await ici.AccorderAsync(ici.Autre.CompteId!.Value, Role.Gestionnaire, ici.Une);
        var acte = (await ici.ActesAsync(ici.Autre)).Single().Id;
        (await ici.ConfirmerAsync(acte, ici.Autre)).Refus.Should().ContainSingle().Which.Code.Should().Be("HABILITATION_POUR_SOI");
        foreach (var acteur in Enum.GetValues<Role>().Where(r => r != Role.Administrateur).Select(r => new Acteur(Guid.NewGuid(), "autre", r, [new(TypePerimetre.Academie, "02")])))
        {
            (await ici.ConfirmerAsync(acte, acteur)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
            (await ici.RefuserAsync(acte, acteur, "motif")).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
            (await ici.ServirAsync(s => new ListerActes(s.GetRequiredService<BaseRebond>()).ExecuteAsync(new(), acteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        }
        (await ici.ConfirmerAsync(Guid.NewGuid(), ici.Autre)).Refus.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
    }

    /// <summary>A base, its accounts as the site has them, and two administrateurs.</summary>
    private sealed class Ici(BaseDeTest socle, ServiceProvider services, FakeTimeProvider horloge) : IAsyncDisposable
    {
        public FakeTimeProvider Horloge => horloge;
        public Acteur Une { get; private set; } = Acteur.Visiteur;
        public Acteur Autre { get; private set; } = Acteur.Visiteur;

        public static async Task<Ici> CreerAsync(Moteur moteur)
        {
            var horloge = new FakeTimeProvider(DateTimeOffset.UtcNow);
            var socle = await BaseDeTest.CreerAsync(moteur);
            var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(horloge).AddBaseRebond(socle.Chaine).AddComptesSansConnexion()
                .AddScoped<DelivrerLienActivation>().AddScoped<EnvoyerLienActivation>().AddScoped<CreerAdministrateur>().AddScoped<ActiverCompte>().BuildServiceProvider();
            var ici = new Ici(socle, services, horloge);
            ici.Une = new(await ici.CompteAsync(Role.Administrateur), "une", Role.Administrateur, [new(TypePerimetre.Academie, "02")]);
            ici.Autre = new(await ici.CompteAsync(Role.Administrateur), "autre", Role.Administrateur, [new(TypePerimetre.Academie, "02")]);
            return ici;
        }

        public async Task<T> ServirAsync<T>(Func<IServiceProvider, Task<T>> servir)
        {
            await using var portee = services.CreateAsyncScope();
            return await servir(portee.ServiceProvider);
        }

        public Task<T> LireAsync<T>(Func<BaseRebond, Task<T>> lire) => ServirAsync(s => lire(s.GetRequiredService<BaseRebond>()));

        /// <summary>An account, its roles granted from the server.</summary>
        public Task<Guid> CompteAsync(params Role[] roles) => LireAsync(async d =>
        {
            var compte = (await new CreerCompte(d).ExecuteAsync(new($"agent{Guid.NewGuid():N}@exemple.fr", "Dominique Martin"), Acteur.LigneDeCommande, Ct)).Valeur!.CompteId;
            foreach (var role in roles)
                (await new AccorderHabilitation(d).ExecuteAsync(new(compte, role, Code(role)), Acteur.LigneDeCommande, Ct)).EstReussi.Should().BeTrue();
            return compte;
        });

        public Task<Outcome<DelivrerLienActivation.Reponse>> LienAsync(Guid compte, Acteur acteur) => ServirAsync(s => s.GetRequiredService<DelivrerLienActivation>().ExecuteAsync(new(compte), acteur, Ct));
        public Task<Outcome<ConfirmerActe.Reponse>> ConfirmerAsync(Guid acte, Acteur acteur) => LireAsync(d => new ConfirmerActe(d).ExecuteAsync(new(acte), acteur, Ct));
        public Task<Outcome<RefuserActe.Reponse>> RefuserAsync(Guid acte, Acteur acteur, string motif) => LireAsync(d => new RefuserActe(d).ExecuteAsync(new(acte, motif), acteur, Ct));
        public Task<Outcome<AccorderHabilitation.Reponse>> AccorderAsync(Guid compte, Role role, Acteur acteur) => LireAsync(d => new AccorderHabilitation(d).ExecuteAsync(new(compte, role, Code(role)), acteur, Ct));
        public Task<Outcome<ActiverCompte.Reponse>> ActiverAsync(Guid compte, string jeton, string? code, string motDePasse = MotDePasse) => ServirAsync(s => s.GetRequiredService<ActiverCompte>().ExecuteAsync(new(compte, jeton, code, motDePasse), Ct));
        public async Task<IReadOnlyList<ListerActes.Acte>> ActesAsync(Acteur acteur) => (await LireAsync(d => new ListerActes(d).ExecuteAsync(new(), acteur, Ct))).Valeur!.Actes;
        public Task<List<Role>> RolesAsync(Guid compte) => LireAsync(d => d.Set<Habilitation>().Where(h => h.UtilisateurId == compte).Select(h => h.Role).ToListAsync(Ct));
        public Task<List<LigneJournal>> JournalAsync(Guid compte) => LireAsync(d => d.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet == $"compte:{compte}").OrderBy(l => l.Numero).ToListAsync(Ct));

        private static string Code(Role role) => Perimetres.Attendu(role) switch
        {
            TypePerimetre.Academie => "02",
            TypePerimetre.Departement => "013",
            TypePerimetre.Etablissement => "0130001A",
            _ => Guid.CreateVersion7().ToString(),
        };

        public async ValueTask DisposeAsync()
        {
            await services.DisposeAsync();
            await socle.DisposeAsync();
        }
    }
}
