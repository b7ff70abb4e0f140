using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class RechercherCandidatsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_nom_se_cherche_sans_accent_ni_casse_par_debuts_de_mots(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);

        (await NomsAsync(lot, "alva zo")).Should().Equal("Álvarez-Fictif");
        (await NomsAsync(lot, "MÜLLER")).Should().Equal("Müller-Modèle");
        (await NomsAsync(lot, "modele")).Should().Equal("Müller-Modèle");
        (await NomsAsync(lot, "essai")).Should().Equal("D’Essai");
        (await NomsAsync(lot, "lvarez")).Should().BeEmpty("un mot se cherche par son début");
        (await NomsAsync(lot, "100%")).Should().BeEmpty();
        (await NomsAsync(lot, "0220000002")).Should().Equal("Benoît-Exemple");
        (await NomsAsync(lot, "02200000")).Should().HaveCount(5, "un numéro se cherche par son début");
        (await NomsAsync(lot, "2200000")).Should().BeEmpty();
        (await NomsAsync(lot, "9900000003z")).Should().Equal("D’Essai");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_filtres_se_combinent_et_la_decision_du_second_groupe_remplace_la_premiere(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await DeciderAsync(lot, 0, GroupeEpreuves.Premier, Decision.Controle);
        await DeciderAsync(lot, 0, GroupeEpreuves.Second, Decision.Admis);
        await DeciderAsync(lot, 1, GroupeEpreuves.Premier, Decision.Ajourne);

        var criteres = new RechercherCandidats.Criteres(LotGestion.Session);
        (await ChercherAsync(lot, criteres with { Decision = Decision.Admis })).Candidats.Should().ContainSingle().Which.Nom.Should().Be("Álvarez-Fictif");
        (await ChercherAsync(lot, criteres with { Decision = Decision.Controle })).Total.Should().Be(0);
        (await ChercherAsync(lot, criteres with { SansDecision = true })).Total.Should().Be(3);
        (await ChercherAsync(lot, criteres with { NotesManquantes = true, Etablissement = "emile marseille" })).Total.Should().Be(5);
        (await ChercherAsync(lot, criteres with { Etablissement = "0130001A", Examen = TypeExamen.BacGeneral })).Total.Should().Be(0);
        (await ChercherAsync(lot, criteres with { Tri = RechercherCandidats.Tri.Numero, Decroissant = true })).Candidats[0].Numero.Should().Be("0220000005");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_dossiers_incomplets_sont_les_memes_que_chacun_ait_sa_feuille_ou_non(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        var incomplets = new RechercherCandidats.Criteres(LotGestion.Session, NotesManquantes: true);
        await EcrireFeuillesAsync(lot, (0, 0), (1, 2), (2, 0), (3, 1));
        (await ChercherAsync(lot, incomplets)).Candidats.Select(c => c.Nom).Should().Equal("Benoît-Exemple", "Garcia-Démo", "Müller-Modèle");

        await EcrireFeuillesAsync(lot, (4, 0));

        (await ChercherAsync(lot, incomplets)).Candidats.Select(c => c.Nom).Should().Equal("Benoît-Exemple", "Garcia-Démo");
        (await ChercherAsync(lot, incomplets with { Tri = RechercherCandidats.Tri.Manquantes, Decroissant = true, Departement = "013" })).Candidats[0].Nom.Should().Be("Benoît-Exemple");
    }

    private static async Task EcrireFeuillesAsync(LotGestion lot, params (int Rang, int Manquantes)[] feuilles)
    {
        await using var donnees = lot.Base.Ouvrir();
        donnees.AddRange(feuilles.Select(f => new FeuilleNotes { CandidatureId = lot.Ids[f.Rang], Session = LotGestion.Session, Notes = "U12:12", NotesManquantes = f.Manquantes }));
        await donnees.SaveChangesAsync(Ct);
    }

    [Fact]
    public async Task La_page_est_bornee_et_le_total_reste_celui_de_la_recherche()
    {
        await using var lot = await LotGestion.CreerAsync();
        await using (var donnees = lot.Base.Ouvrir())
        {
            donnees.AddRange(Enumerable.Range(100, 60).Select(i => LotGestion.UneCandidature($"Zed{i} Test", i)));
            await donnees.SaveChangesAsync(Ct);
        }
        var seconde = await ChercherAsync(lot, new(LotGestion.Session), page: 2);
        seconde.Should().BeEquivalentTo(new { Total = 65, Page = 2, Pages = 2 });
        seconde.Candidats.Should().HaveCount(15);
        (await ChercherAsync(lot, new(LotGestion.Session), page: 99)).Page.Should().Be(2);
    }

    [Fact]
    public async Task Le_departement_du_gestionnaire_borne_la_recherche_et_l_export()
    {
        await using var lot = await LotGestion.CreerAsync();
        await using var donnees = lot.Base.Ouvrir();
        donnees.Add(LotGestion.UneCandidature("Vaucluse Léa", 50, departement: "084", uai: "0840001B"));
        await donnees.SaveChangesAsync(Ct);
        var acteur = LotGestion.Gestionnaire(TypePerimetre.Departement, "084");

        (await new RechercherCandidats(donnees).ExecuteAsync(new(LotGestion.Session), 1, acteur, Ct)).Valeur!.Candidats.Should().ContainSingle().Which.Nom.Should().Be("Vaucluse");
        (await new RechercherCandidats(donnees).ExecuteAsync(new(LotGestion.Session, Departement: "013"), 1, acteur, Ct)).Valeur!.Total.Should().Be(0);
        var enseignant = new Acteur(null, "x", Role.Enseignant, [new(TypePerimetre.Academie, "02")]);
        (await new RechercherCandidats(donnees).ExecuteAsync(new(LotGestion.Session), 1, enseignant, Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await new RechercherCandidats(donnees).ExporterAsync(new(LotGestion.Session), Stream.Null, FormatTableau.Csv, enseignant, Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_export_neutralise_les_formules_et_se_journalise_sans_le_nom_cherche(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await using var donnees = lot.Base.Ouvrir();
        donnees.Add(LotGestion.UneCandidature("=CMD|calc Max", 60));
        await donnees.SaveChangesAsync(Ct);
        using var sortie = new MemoryStream();

        (await new RechercherCandidats(donnees).ExporterAsync(new(LotGestion.Session, Texte: "=CMD"), sortie, FormatTableau.Csv, LotGestion.Gestionnaire(), Ct)).Valeur.Should().Be(1);

        Encoding.UTF8.GetString(sortie.ToArray()).Should().Contain("'=CMD|calc").And.NotContain(";=CMD");
        var ligne = await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "CANDIDATS_EXPORTES", Ct);
        ligne.Apres.Should().Be("lignes:1 format:CSV texte:oui");
    }

    private static async Task<List<string>> NomsAsync(LotGestion lot, string texte) =>
        [.. (await ChercherAsync(lot, new(LotGestion.Session, Texte: texte))).Candidats.Select(c => c.Nom)];

    private static async Task<RechercherCandidats.Reponse> ChercherAsync(LotGestion lot, RechercherCandidats.Criteres criteres, int page = 1)
    {
        await using var donnees = lot.Base.Ouvrir();
        return (await new RechercherCandidats(donnees).ExecuteAsync(criteres, page, LotGestion.Gestionnaire(), Ct)).Valeur!;
    }

    private static async Task DeciderAsync(LotGestion lot, int rang, GroupeEpreuves groupe, Decision decision)
    {
        await using var donnees = lot.Base.Ouvrir();
        donnees.Add(new DecisionCandidat { CandidatureId = lot.Ids[rang], Groupe = groupe, Session = LotGestion.Session, JuryId = lot.JuryId, Decision = decision, Mention = Mention.Aucune, Cas = "{}", Etat = EtatDecision.Arretee });
        await donnees.SaveChangesAsync(Ct);
    }
}
