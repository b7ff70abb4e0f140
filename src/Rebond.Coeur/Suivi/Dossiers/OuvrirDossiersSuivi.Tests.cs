using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Dossiers;

public sealed class OuvrirDossiersSuiviTests
{
    private static readonly Acteur Une = LotGestion.Gestionnaire() with { CompteId = Guid.NewGuid() };
    private static readonly Acteur Autre = LotGestion.Gestionnaire() with { CompteId = Guid.NewGuid() };
    private static readonly DateTime Embargo = new(2026, 7, 7, 8, 0, 0, DateTimeKind.Utc);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_seconde_signature_ouvre_un_dossier_a_chaque_ajourne_et_a_lui_seul(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);

        (await SignerAsync(jury, Une)).Valeur!.Suites.Should().BeEmpty();
        (await DossiersAsync(jury)).Should().BeEmpty("une seule signature ne publie rien");

        (await SignerAsync(jury, Autre)).Valeur!.Suites.Should().Equal("1 dossier de suivi ouvert, lisible à la levée de l’embargo. Packs à remettre sur papier : 1.");

        var dossier = (await DossiersAsync(jury)).Should().ContainSingle().Subject;
        dossier.CandidatureId.Should().Be(jury.Lot.Ids[0]);
        (dossier.Resultat, dossier.MoyenneCentiemes, dossier.EchecsAnterieurs, dossier.Etape).Should().Be(("AJOURNE", 600, null, EtapeSuivi.AContacter));
        (dossier.Proprietaire, dossier.ProprietaireCode).Should().Be((TypeProprietaire.Etablissement, dossier.Uai!));
        (dossier.ProchaineDate, dossier.ProchaineAction).Should().Be((new DateOnly(2026, 7, 10), "PREMIER_CONTACT"));
        (await jury.JournalAsync("SUIVI_OUVERT")).Should().ContainSingle().Which.Should().Match<LigneJournal>(l => l.Apres == "dossiers:1" && l.CompteId == Autre.CompteId);
    }

    [Theory]
    [InlineData(Categorie.Apprenti, TypeProprietaire.Cfa, StatutSuivi.Apprenti)]
    [InlineData(Categorie.ExCandidat, TypeProprietaire.Dec, StatutSuivi.CandidatLibre)]
    [InlineData(Categorie.EnseignementDistance, TypeProprietaire.Dec, StatutSuivi.CandidatLibre)]
    public async Task Le_dossier_appartient_au_cfa_d_un_apprenti_et_a_la_dec_pour_qui_n_a_pas_d_etablissement(Categorie categorie, TypeProprietaire proprietaire, StatutSuivi statut)
    {
        await using var jury = await ClosAsync(Moteur.Sqlite);
        await jury.LireAsync(d => d.Set<Coeur.Inscription.Candidature>().Where(c => c.Id == jury.Lot.Ids[0]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Categorie, categorie), Ct));

        await PublierAsync(jury);

        (await DossiersAsync(jury)).Should().ContainSingle().Which.Should().Match<DossierSuivi>(s => s.Proprietaire == proprietaire && s.Statut == statut && s.ProprietaireCode.Length > 0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Qui_a_deja_un_dossier_n_en_recoit_pas_un_second(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);
        await PublierAsync(jury);
        await jury.LireAsync(d => d.Set<Publication>().ExecuteDeleteAsync(Ct));

        (await PublierAsync(jury)).Suites.Should().Equal("Aucun dossier de suivi à ouvrir.");

        (await DossiersAsync(jury)).Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_base_refuse_un_dossier_ouvert_sans_prochaine_date(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);
        await PublierAsync(jury);

        var oublier = () => jury.LireAsync(d => d.Set<DossierSuivi>().ExecuteUpdateAsync(s => s.SetProperty(x => x.ProchaineDate, (DateOnly?)null), Ct));

        await oublier.Should().ThrowAsync<Exception>();
        (await DossiersAsync(jury)).Should().OnlyContain(s => s.ProchaineDate != null);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Qui_a_un_compte_recoit_le_lien_de_son_pack_a_la_levee_de_l_embargo_reportee_ou_non(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);
        await jury.EcrireAsync(d =>
        {
            var compte = new Utilisateur { UserName = "zoe", Email = "zoe@exemple.fr", NormalizedEmail = "ZOE@EXEMPLE.FR", NomAffiche = "Zoé" };
            compte.Habilitations.Add(new Habilitation { Role = Role.Candidat, TypePerimetre = TypePerimetre.Candidature, CodePerimetre = jury.Lot.Ids[0].ToString() });
            d.Add(compte);
            return Task.CompletedTask;
        });
        var embargo = DateTime.UtcNow.Date.AddDays(2);
        Task<Outcome<SignerPublication.Reponse>> Signer(Acteur acteur) => jury.LireAsync(d => new SignerPublication(d).ExecuteAsync(new(LotGestion.Session, TypeExamen.BacPro, GroupeEpreuves.Premier, embargo, Site: "https://rebond.exemple.fr"), acteur, Ct));
        (await Signer(Une)).EstReussi.Should().BeTrue();
        (await jury.LireAsync(d => d.Set<Message>().CountAsync(Ct))).Should().Be(0, "une seule signature n’écrit à personne");

        (await Signer(Autre)).Valeur!.Suites.Should().ContainSingle().Which.Should().Contain("Message à ceux qui ont un compte : 1 en file");

        var message = await jury.LireAsync(d => d.Set<Message>().AsNoTracking().SingleAsync(Ct));
        message.Should().Match<Message>(m => m.Modele == "PACK_REBOND" && m.Coordonnees == "zoe@exemple.fr" && m.ProchainEssai == embargo && m.Corps.Contains("https://rebond.exemple.fr/mes-feuilles"));

        (await jury.LireAsync(d => new ReporterEmbargo(d).ExecuteAsync(new(LotGestion.Session, TypeExamen.BacPro, GroupeEpreuves.Premier, embargo.AddHours(5), "Un centre rend ses notes plus tard"), Une, Ct))).EstReussi.Should().BeTrue();
        (await jury.LireAsync(d => d.Set<Message>().AsNoTracking().SingleAsync(Ct))).ProchainEssai.Should().Be(embargo.AddHours(5), "rien ne part avant les résultats");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Qui_a_ouvert_son_compte_lui_meme_est_rattache_et_joint_par_ce_qu_il_a_donne(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);
        var compte = Guid.CreateVersion7();
        await jury.EcrireAsync(d =>
        {
            d.Add(new Utilisateur { Id = compte, UserName = "zoe", Email = "zoe@exemple.fr", NormalizedEmail = "ZOE@EXEMPLE.FR", NomAffiche = "Zoé" });
            d.Add(new DossierInscription
            {
                Numero = "48210937-K",
                CampagneCode = "ESSAI",
                CampagneRevision = 1,
                Session = LotGestion.Session,
                Examen = TypeExamen.BacPro,
                Etat = EtatDossier.Inscrit,
                CompteId = compte,
                CandidatureId = jury.Lot.Ids[0],
                Courriel = "zoe.perso@exemple.fr",
                Telephone = "0639980001",
                ResponsableNom = "Mère Fictive",
                ResponsableCourriel = "mere@exemple.fr",
                ResponsableTelephone = "0639980002",
                CreeLe = new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc),
            });
            return Task.CompletedTask;
        });

        await PublierAsync(jury);

        (await DossiersAsync(jury)).Should().ContainSingle().Which.Should().Match<DossierSuivi>(d => d.CompteId == compte && d.Courriel == "zoe.perso@exemple.fr" && d.Telephone == "0639980001"
            && d.ResponsableNom == "Mère Fictive" && d.ResponsableCourriel == "mere@exemple.fr" && d.ResponsableTelephone == "0639980002");
    }

    private static async Task<JuryEnDeliberation> ClosAsync(Moteur moteur)
    {
        var jury = await JuryEnDeliberation.CreerAsync(moteur);
        (await jury.DelibererSessionAsync()).EstReussi.Should().BeTrue();
        return jury;
    }

    private static async Task<SignerPublication.Reponse> PublierAsync(JuryEnDeliberation jury)
    {
        (await SignerAsync(jury, Une)).EstReussi.Should().BeTrue();
        return (await SignerAsync(jury, Autre)).Valeur!;
    }

    private static Task<Outcome<SignerPublication.Reponse>> SignerAsync(JuryEnDeliberation jury, Acteur acteur) =>
        jury.LireAsync(d => new SignerPublication(d).ExecuteAsync(new(LotGestion.Session, TypeExamen.BacPro, GroupeEpreuves.Premier, Embargo), acteur, Ct));

    private static Task<List<DossierSuivi>> DossiersAsync(JuryEnDeliberation jury) => jury.LireAsync(d => d.Set<DossierSuivi>().AsNoTracking().ToListAsync(Ct));
}
