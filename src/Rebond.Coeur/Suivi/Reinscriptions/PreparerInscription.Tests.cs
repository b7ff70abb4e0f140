using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Reinscriptions;

/// <summary>Failed in June 2020, back for June 2024 in the shipped campaign of Nancy-Metz: the marks are of the year they were obtained.</summary>
public sealed class PreparerInscriptionTests
{
    private const string Campagne = "nancy-metz-bac-pro-2024";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_inscription_suivante_est_un_brouillon_deja_ecrit_avec_les_notes_a_garder(Moteur moteur)
    {
        await using var essai = await PublierAsync(moteur);
        var id = (await essai.DossierAsync(0)).Id;
        (await PreparerAsync(essai, id)).Refus.Should().ContainSingle().Which.Should().BeOfType<PreparerInscription.PasDeRepreparation>();
        await ChoisirAsync(essai, "REPREPARATION_ORIGINE");

        var prepare = (await PreparerAsync(essai, id)).Valeur!;

        prepare.Session.Should().Be(SessionExamen.Juin(2024));
        prepare.Gardees.Should().HaveCount(2);
        var dossier = await essai.LireAsync(d => d.Set<DossierInscription>().AsNoTracking().SingleAsync(Ct));
        dossier.Should().Match<DossierInscription>(d => d.Numero == prepare.Numero && d.Etat == EtatDossier.Brouillon && d.NumeroVersion == 0 && d.CampagneCode == Campagne && d.Nom == "Álvarez-Fictif" && d.Naissance == new DateOnly(2002, 3, 1)
            && d.Categorie == Categorie.Scolaire && d.Uai == LotGestion.Uai && d.Specialite == LotGestion.Specialite && d.SigneLe == null && d.CandidatureId == null);
        ProfilDuDossier.Lire(dossier).NotesAConserver.Should().BeEquivalentTo([new NoteAConserver(LotGestion.Session, "U11", Note.De(12), null, null), new NoteAConserver(LotGestion.Session, "U2", Note.De(10.5m), null, null)]);
        (await PreparerAsync(essai, id)).Refus.Should().ContainSingle().Which.Phrase.Should().Contain(prepare.Numero);
        (await essai.JournalAsync())[^1].Should().Match<Coeur.Socle.Journal.LigneJournal>(l => l.Acte == "INSCRIPTION_PREPAREE" && l.Apres!.EndsWith("notes:2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Le_candidat_libre_s_inscrit_sans_etablissement()
    {
        await using var essai = await PublierAsync();
        await ChoisirAsync(essai, "CANDIDAT_LIBRE");

        (await PreparerAsync(essai, (await essai.DossierAsync(0)).Id)).EstReussi.Should().BeTrue();

        (await essai.LireAsync(d => d.Set<DossierInscription>().AsNoTracking().SingleAsync(Ct))).Should().Match<DossierInscription>(d => d.Categorie == Categorie.ExCandidat && d.Uai == null);
    }

    [Fact]
    public async Task Sans_campagne_ou_campagne_close_le_refus_dit_quoi_faire()
    {
        await using var sans = await PublierAsync(avecCampagne: false);
        await ChoisirAsync(sans, "REPREPARATION_ORIGINE");
        (await PreparerAsync(sans, (await sans.DossierAsync(0)).Id)).Refus.Should().ContainSingle().Which.Should().BeOfType<PreparerInscription.CampagneAbsente>();

        await using var apres = await PublierAsync();
        await ChoisirAsync(apres, "REPREPARATION_ORIGINE");
        apres.Horloge.SetUtcNow(new DateTimeOffset(2024, 3, 1, 9, 0, 0, TimeSpan.Zero));
        (await PreparerAsync(apres, (await apres.DossierAsync(0)).Id)).Refus.Should().ContainSingle().Which.Should().BeOfType<PreparerInscription.CampagneClose>();
        (await apres.LireAsync(d => new PreparerInscription(d).ExecuteAsync(new(Guid.NewGuid()), apres.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    private static Task<Outcome<PreparerInscription.Reponse>> PreparerAsync(DossiersDEssai essai, Guid id) => essai.LireAsync(d => new PreparerInscription(d).ExecuteAsync(new(id), essai.Proviseure, Ct));

    private static async Task ChoisirAsync(DossiersDEssai essai, string solution)
    {
        var dossier = await essai.DossierAsync(0);
        (await essai.LireAsync(d => new ChoisirSolution(d).ExecuteAsync(new(dossier.Id, dossier.Version, solution), essai.Proviseure, Ct))).EstReussi.Should().BeTrue();
    }

    private static async Task<DossiersDEssai> PublierAsync(Moteur moteur = Moteur.Sqlite, bool avecCampagne = true)
    {
        var essai = await DossiersDEssai.PublieAsync(moteur, (d, ids) => d.Set<Candidature>().Where(c => c.Id == ids[0]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Departement, "054"), Ct));
        var reglement = Reglements.Chercher(LotGestion.Reglement)!;
        var cas = CasDeDecision.Ecrire("1", new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = LotGestion.Session,
            Reglement = reglement,
            Unites = reglement.Unites.Where(u => u.Obligatoire).ToDictionary(u => u.Code, u => EtatUnite.Notee(Note.De(u.Code switch { "U11" => 12m, "U2" => 10.5m, _ => 6m }))),
        });
        await essai.LireAsync(d => d.Set<DecisionCandidat>().Where(x => x.CandidatureId == essai.Candidatures[0]).ExecuteUpdateAsync(x => x.SetProperty(y => y.Cas, cas), Ct));
        essai.Horloge.SetUtcNow(new DateTimeOffset(2023, 11, 6, 9, 0, 0, TimeSpan.Zero));
        if (avecCampagne)
        {
            (await essai.LireAsync(d => new PublierRevision(d).ExecuteAsync(new(CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == Campagne).Texte, "Ouverture", 0), Acteur.LigneDeCommande, Ct))).EstReussi.Should().BeTrue();
        }
        return essai;
    }
}
