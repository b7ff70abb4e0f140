using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>La bascule contre l'énumération de tous les changements, sur de petites tables.</summary>
public sealed class RechercheBasculeTests
{
    [Fact]
    public void Un_demi_point_suffit_a_un_demi_point_de_dix()
    {
        var bascule = Resultat.Conclure(Donnees.UnBacPro(note: 10, sauf: [("U12", 9.5m)])).Bascule!;
        bascule.Unites.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("U11", Note.De(10.5m)));
        bascule.Decision.Should().Be(Decision.Admis);
        bascule.Phrase.Should().Be("0,5 point de plus en U11 (10,5 au lieu de 10) donnerait une autre décision : admis.");
    }

    [Fact]
    public void Relever_la_pratique_ouvre_le_controle()
    {
        var bascule = Resultat.Conclure(Donnees.UnBacPro(note: 9, sauf: [("U31", 10), ("U32", 10), ("U33", 9.5m)])).Bascule!;
        bascule.Unites.Should().Equal(new Dictionary<string, Note> { ["U33"] = Note.De(10) });
        bascule.Decision.Should().Be(Decision.Controle);
    }

    [Fact]
    public void Une_note_conservee_ne_bouge_pas()
    {
        var dossier = Donnees.UnBacPro(note: 10, sauf: [("U12", 9.5m)]).Avec("U11", EtatUnite.Conservee(Note.Dix, SessionExamen.Juin(2018)));
        Resultat.Conclure(dossier).Bascule!.Unites.Keys.Should().Equal("U12");
    }

    [Fact]
    public void Rien_ne_debloque_une_absence_ni_une_attente()
    {
        Resultat.Conclure(Donnees.UnBacPro().Avec("U11", EtatUnite.Absent)).Bascule.Should().BeNull();
        Resultat.Conclure(Donnees.UnBacPro().Avec("U11", EtatUnite.NonNotee)).Bascule.Should().BeNull();
    }

    public static TheoryData<int, int> Tirages
    {
        get
        {
            var tirages = new TheoryData<int, int>();
            foreach (var annee in new[] { 2015, 2020, 2021, 2023 })
                for (var graine = 0; graine < 40; graine++)
                    tirages.Add(annee, graine);
            return tirages;
        }
    }

    /// <summary>Tous les changements d'une petite table, du moins cher au plus cher : aucun ne fait mieux que la bascule.</summary>
    [Theory]
    [MemberData(nameof(Tirages))]
    public void La_bascule_est_la_meilleure_de_toutes(int annee, int graine)
    {
        var alea = new Random((annee * 100) + graine);
        var table = PetiteTable(annee == 2021);
        var notes = table.Unites.ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.DeDemis(alea.Next(15, 26))));
        var dossier = new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = SessionExamen.Juin(annee),
            Reglement = table,
            Unites = notes,
            Pfmp = new Pfmp(22, true),
            LivretExamine = true,
            Controle = (graine % 3, annee) switch
            {
                (0, <= 2021) => new EpreuveControle(Note.DeDemis(alea.Next(4, 20)), Note.DeDemis(alea.Next(4, 20)), null),
                (0, _) => new EpreuveControle(null, null, new Dictionary<string, Note> { ["MATHS"] = Note.DeDemis(alea.Next(10, 32)), ["FRANCAIS"] = Note.DeDemis(alea.Next(10, 32)) }),
                _ => null,
            },
        };
        if (graine % 5 == 0)
            dossier = dossier.Avec("FRANCAIS", EtatUnite.Conservee(dossier.Unites["FRANCAIS"].Note, SessionExamen.Juin(annee - 1)));
        var conclusion = Resultat.Conclure(dossier);
        var attendue = ForceBrute(dossier, conclusion.Decision, maximum: 14);
        if (attendue is null)
        {
            if (conclusion.Bascule is { } chere)
                Cout(dossier, chere.Unites.ToDictionary(p => p.Key, p => p.Value)).Should().BeGreaterThan(14 * 50);
            return;
        }
        var trouvee = conclusion.Bascule!.Unites.ToDictionary(p => p.Key, p => p.Value);
        Cle(dossier, trouvee).Should().Be(Cle(dossier, attendue));
        Decider(dossier, trouvee).Should().Be(conclusion.Bascule!.Decision).And.NotBe(conclusion.Decision);
    }

    /// <summary>Cinq unités, ou les quatre de 2021 et une de pratique : assez peu pour tout essayer jusqu'à 3,5 points coefficientés.</summary>
    private static Reglement PetiteTable(bool quatre2021)
    {
        static UniteReglement Unite(string code, decimal coefficient, Matiere matiere, bool pratique = false) =>
            new(code, code, Coefficient.De(coefficient), pratique ? Domaine.Professionnel : Domaine.General, pratique, false, true, new ModesEvaluation(null, null, null), Verification.Verifie) { Matiere = matiere };
        UniteReglement[] unites = quatre2021
            ? [Unite("PRATIQUE", 1.5m, Matiere.Autre, true), Unite("FRANCAIS", 1.5m, Matiere.Francais), Unite("HISTOIRE", 1, Matiere.HistoireGeographie), Unite("PSE", 0.5m, Matiere.PreventionSanteEnvironnement), Unite("ECO", 1, Matiere.EconomieDroit)]
            : [Unite("PRATIQUE", 1.5m, Matiere.Autre, true), Unite("ATELIER", 1, Matiere.Autre, true), Unite("MATHS", 1, Matiere.Mathematiques), Unite("FRANCAIS", 1.5m, Matiere.Francais), Unite("ARTS", 0.5m, Matiere.Autre)];
        return Reglements.Chercher("GA-2012")! with { Id = "ESSAI", Unites = unites, Facultatives = [] };
    }

    private static Dictionary<string, Note>? ForceBrute(DossierExamen dossier, Decision actuelle, int maximum)
    {
        var unites = dossier.Reglement.Unites;
        Dictionary<string, Note>? meilleur = null;
        var courant = new Dictionary<string, Note>();
        void Descendre(int rang, int reste)
        {
            if (rang == unites.Count)
            {
                if (courant.Count > 0 && (meilleur is null || Cle(dossier, courant).CompareTo(Cle(dossier, meilleur)) < 0) && Decider(dossier, courant) != actuelle)
                    meilleur = new Dictionary<string, Note>(courant);
                return;
            }
            Descendre(rang + 1, reste);
            if (dossier.Unites[unites[rang].Code].Etat != Etat.Notee)
                return;
            var (code, depart) = (unites[rang].Code, dossier.Unites[unites[rang].Code].Note.Centiemes);
            for (var pas = 1; pas * unites[rang].Coefficient.Demis <= reste; pas++)
                foreach (var signe in new[] { 1, -1 })
                {
                    var note = depart + (signe * pas * 50);
                    if (note is < 0 or > 2000)
                        continue;
                    courant[code] = Note.DeCentiemes(note);
                    Descendre(rang + 1, reste - (pas * unites[rang].Coefficient.Demis));
                    courant.Remove(code);
                }
        }
        Descendre(0, maximum);
        return meilleur;
    }

    private static Decision Decider(DossierExamen dossier, Dictionary<string, Note> changements) =>
        Resultat.Decider(changements.Aggregate(dossier, (d, c) => d.Avec(c.Key, EtatUnite.Notee(c.Value)))).Decision;

    private static long Cout(DossierExamen dossier, Dictionary<string, Note> changements) =>
        changements.Sum(c => (long)Math.Abs(c.Value.Centiemes - dossier.Unites[c.Key].Note.Centiemes) * dossier.Reglement.Unite(c.Key)!.Coefficient.Demis);

    private static (long, int, string) Cle(DossierExamen dossier, Dictionary<string, Note> changements) =>
        (Cout(dossier, changements), changements.Count, string.Concat(dossier.Reglement.Unites.Select(u => changements.ContainsKey(u.Code) ? '0' : '1')));
}
