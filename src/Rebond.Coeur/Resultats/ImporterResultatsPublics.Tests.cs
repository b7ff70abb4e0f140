using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Statistiques;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ImporterResultatsPublicsTests
{
    private static readonly SessionExamen Session = SessionExamen.Juin(2021);

    private static async Task<BilanImport> ImporterAsync(BaseDeTest test, Stream fichier, string nom = "r.csv", ModeImport? mode = null)
    {
        await using var donnees = test.Ouvrir();
        return (await new ImporterResultatsPublics(donnees).ExecuteAsync(new(fichier, nom, mode ?? new()), Acteur.LigneDeCommande, TestContext.Current.CancellationToken)).Valeur!;
    }

    private static async Task<(byte[] Octets, ExporterResultatsPublics.Reponse Reponse)> ExporterAsync(BaseDeTest test, bool importes, FormatTableau format = FormatTableau.Csv)
    {
        await using var donnees = test.Ouvrir();
        var sortie = new MemoryStream();
        var resultat = await new ExporterResultatsPublics(donnees).ExecuteAsync(new(Session, null, sortie, format, importes), Acteur.LigneDeCommande, TestContext.Current.CancellationToken);
        resultat.EstReussi.Should().BeTrue();
        return (sortie.ToArray(), resultat.Valeur!);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_fichier_national_de_2021_entre_une_fois_et_ressort_le_meme(Moteur moteur)
    {
        await using var test = await BaseDeTest.CreerAsync(moteur);
        var octets = await File.ReadAllBytesAsync(Depot.Jeux("resultats", "baccalaureat_par_academie_2021.csv"), TestContext.Current.CancellationToken);
        var premier = await ImporterAsync(test, new MemoryStream(octets));
        premier.Rejets.Should().BeEmpty();
        (premier.Lus, premier.Ajoutes).Should().Be((8407, 8407));
        var second = await ImporterAsync(test, new MemoryStream(octets));
        (second.Ajoutes, second.Modifies, second.Inchanges, second.Absents).Should().Be((0, 0, 8407, 0));
        await using (var donnees = test.Ouvrir())
        {
            var pro = donnees.Set<ResultatStatistiquePublique>().Where(r => r.Voie == "BAC PROFESSIONNEL");
            (await pro.SumAsync(r => r.Presents, TestContext.Current.CancellationToken), await pro.SumAsync(r => r.AdmisPremierGroupe, TestContext.Current.CancellationToken)).Should().Be((208_988, 173_865));
        }
        var (sortie, reponse) = await ExporterAsync(test, importes: true);
        reponse.Lignes.Should().Be(8407);
        string[] Trier(byte[] fichier) => [.. Encoding.UTF8.GetString(fichier).TrimStart('\uFEFF').Replace(".0", "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        Trier(sortie).Should().Equal(Trier(octets));
        (await ImporterAsync(test, new MemoryStream(sortie))).Should().Match<BilanImport>(b => b.Inchanges == 8407 && b.Rejets.Count == 0);
    }

    [Fact]
    public async Task Une_valeur_changee_est_une_modification_et_une_ligne_repetee_un_refus()
    {
        await using var test = await BaseDeTest.CreerAsync();
        var lignes = File.ReadLines(Depot.Jeux("resultats", "baccalaureat_par_academie_2021.csv")).Take(3).ToArray();
        MemoryStream Fichier(params string[] contenu) => new(Encoding.UTF8.GetBytes(string.Join('\n', contenu) + "\n"));
        await ImporterAsync(test, Fichier(lignes));
        (await ImporterAsync(test, Fichier(lignes[0], lignes[1].Replace(";13.0;", ";14.0;")))).Should().Match<BilanImport>(b => b.Modifies == 1 && b.Absents == 1);
        var double_ = await ImporterAsync(test, Fichier(lignes[0], lignes[1], lignes[1]), mode: new(LignesValides: true));
        double_.Rejets.Select(r => (r.Ligne, r.Code)).Should().BeEquivalentTo([(2, "LIGNE_EN_DOUBLE"), (3, "LIGNE_EN_DOUBLE")]);
        (double_.Modifies, double_.LignesBonnes.Count).Should().Be((0, 0));
    }

    private static readonly (Decision? Premier, Decision? Second, Mention Mention, string Notes)[] Cas =
    [
        (Decision.Admis, null, Mention.TresBien, "U11:17"),
        (Decision.Admis, null, Mention.Aucune, "U11:10"),
        (Decision.Controle, Decision.Admis, Mention.Aucune, "U11:9"),
        (Decision.Controle, Decision.Ajourne, Mention.Aucune, "U11:8"),
        (Decision.Controle, null, Mention.Aucune, "U11:9"), // second group not decided yet
        (Decision.Ajourne, null, Mention.Aucune, "U11:5"),
        (Decision.NonDelivrable, null, Mention.Aucune, "U11:12 U12:ABSENT"),
        (Decision.NonDelivrable, null, Mention.Aucune, "U11:ABSENT U12:ABSENT"), // came to nothing
        (Decision.Remplacement, null, Mention.Aucune, "U11:ABSENT_JUSTIFIE"),
        (null, null, Mention.Aucune, ""),
    ];

    private static async Task<BaseDeTest> AvecDecisionsAsync()
    {
        var test = await BaseDeTest.CreerAsync();
        await using var donnees = test.Ouvrir();
        donnees.Add(new SessionAcademique { Session = Session, Academie = "02", Libelle = "Session 2021" });
        foreach (var (cas, i) in Cas.Select((c, i) => (c, i)))
        {
            var candidat = new Candidature
            {
                Session = Session,
                Numero = $"202100000{i}",
                NumeroAnonymat = $"A{i}",
                Nom = "ESSAI",
                Prenoms = "Élève",
                Sexe = "F",
                Examen = TypeExamen.BacPro,
                Reglement = "CUISINE-2011",
                Specialite = "40022106",
                SpecialiteLibelle = "Cuisine",
                Categorie = Categorie.Apprenti,
                Forme = Forme.Globale,
                Uai = "0130040Y",
                Departement = i < 6 ? "013" : "084",
                CleRecherche = "ESSAI ELEVE",
            };
            donnees.Add(candidat);
            donnees.Add(new FeuilleNotes { CandidatureId = candidat.Id, Session = Session, Notes = cas.Notes });
            foreach (var (groupe, decision) in new[] { (GroupeEpreuves.Premier, cas.Premier), (GroupeEpreuves.Second, cas.Second) })
            {
                if (decision is { } arretee)
                    donnees.Add(new DecisionCandidat { CandidatureId = candidat.Id, Groupe = groupe, Session = Session, JuryId = Guid.NewGuid(), Decision = arretee, Mention = cas.Mention, Cas = "{}", Etat = EtatDecision.Arretee });
            }
        }
        await donnees.SaveChangesAsync(TestContext.Current.CancellationToken);
        return test;
    }

    [Theory, InlineData(FormatTableau.Csv, "r.csv"), InlineData(FormatTableau.Xlsx, "r.xlsx")]
    public async Task Nos_decisions_sortent_dans_la_disposition_publique_et_leurs_identites_tiennent(FormatTableau format, string nom)
    {
        await using var test = await AvecDecisionsAsync();
        var (octets, reponse) = await ExporterAsync(test, importes: false, format);
        reponse.Should().Be(new ExporterResultatsPublics.Reponse(1, 3));
        if (format == FormatTableau.Csv)
        {
            Encoding.UTF8.GetString(octets).Split('\n')[1].Should().Be("2021;AIX-MARSEILLE;FILLES;APPRENTISSAGE;BAC PROFESSIONNEL;BAC PRO PRODUCTION MEN;BAC PRO 22106 CUISINE;10;6;2;2;2;1;1;3;0;1;0;0;2;3");
            ControlerStatistiques.Executer(new([new("r.csv", new MemoryStream(octets))])).EstCoherente.Should().BeTrue();
        }
        (await ImporterAsync(test, new MemoryStream(octets), nom)).Should().Match<BilanImport>(b => b.Ajoutes == 1 && b.Rejets.Count == 0);
        (await ImporterAsync(test, new MemoryStream(octets), nom)).Inchanges.Should().Be(1);
    }

    [Fact]
    public async Task Les_tableaux_d_effectifs_comptent_par_departement_et_s_additionnent()
    {
        await using var test = await AvecDecisionsAsync();
        await using var donnees = test.Ouvrir();
        var reponse = (await new CompterEffectifs(donnees).ExecuteAsync(new(Session), Acteur.LigneDeCommande, TestContext.Current.CancellationToken)).Valeur!;
        reponse.Departements.Should().Equal("013", "084");
        var pro = reponse.Tableaux.Single(t => t.Code == "BCP");
        pro.Lignes.Select(l => (l.Code, l.Effectifs[0], l.Effectifs[1], l.Total)).Should().Equal(("40022106", 6, 4, 10), ("TOTAL", 6, 4, 10));
        reponse.Tableaux.Single(t => t.Code == "SYNTHESE").Lignes.Select(l => (l.Code, l.Total)).Should().Equal(("BCG", 0), ("BTN", 0), ("BCG+BTN", 0), ("BCP", 10), ("BACS", 10));
    }

    [Fact]
    public async Task Une_session_sans_candidat_n_a_pas_d_effectifs()
    {
        await using var test = await BaseDeTest.CreerAsync();
        await using var donnees = test.Ouvrir();
        (await new CompterEffectifs(donnees).ExecuteAsync(new(Session), Acteur.LigneDeCommande, TestContext.Current.CancellationToken)).Refus.Should().ContainSingle(r => r.Code == "RIEN_A_EXPORTER");
    }
}
