using System.Globalization;
using Rebond.Regles.Examen;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>La définition de la bascule, essayée sans finesse : tous les changements d'au plus tant de demi-points, et la plus petite clé.</summary>
internal sealed class ForceBrute
{
    private readonly DossierExamen _dossier;
    private readonly List<(UniteReglement Regle, bool Facultative, int Note, int Pas)> _presentees = [];

    public ForceBrute(DossierExamen dossier)
    {
        _dossier = dossier;
        foreach (var (regles, etats, facultative) in new[] { (dossier.Reglement.Unites, dossier.Unites, false), (dossier.Reglement.Facultatives, dossier.Facultatives, true) })
            foreach (var regle in regles)
                if (!facultative && SeptembreCompte && dossier.Remplacement!.Notes.TryGetValue(regle.Code, out var septembre))
                    _presentees.Add((regle, facultative, septembre.Centiemes, Pas(regle)));
                else if (etats.TryGetValue(regle.Code, out var etat) && etat.Etat == Etat.Notee)
                    _presentees.Add((regle, facultative, etat.Note.Centiemes, Pas(regle)));
    }

    /// <summary>La note qu'une unité repassée retient est celle de septembre, pour qui n'était pas admis en juin.</summary>
    private bool SeptembreCompte => _dossier.Remplacement is { Autorise: true } && Resultat.Decider(_dossier with { Remplacement = null }).Decision is not (Decision.Admis or Decision.NonDelivrable);

    private int Pas(UniteReglement regle) => PasDesNotes.Pour(_dossier.Examen, _dossier.Session.Annee, regle) == PasDeNote.PointEntier ? 100 : 50;

    public static IReadOnlyDictionary<string, Note>? Chercher(DossierExamen dossier, Decision actuelle, int demiPoints)
    {
        var brute = new ForceBrute(dossier);
        Dictionary<string, Note>? meilleur = null;
        var courant = new Dictionary<string, Note>();
        void Descendre(int rang, int reste)
        {
            if (rang == brute._presentees.Count)
            {
                if (courant.Count > 0 && (meilleur is null || brute.Cle(courant).CompareTo(brute.Cle(meilleur)) < 0) && brute.Decider(courant) != actuelle)
                    meilleur = new Dictionary<string, Note>(courant);
                return;
            }
            Descendre(rang + 1, reste);
            var (regle, _, depart, pas) = brute._presentees[rang];
            for (var nombre = 1; nombre * pas / 50 <= reste; nombre++)
                foreach (var note in new[] { depart + (nombre * pas), depart - (nombre * pas) }.Where(note => note is >= 0 and <= 2000))
                {
                    courant[regle.Code] = Note.DeCentiemes(note);
                    Descendre(rang + 1, reste - (nombre * pas / 50));
                    courant.Remove(regle.Code);
                }
        }
        Descendre(0, demiPoints);
        return meilleur;
    }

    public Decision Decider(IReadOnlyDictionary<string, Note> changements) => Resultat.Decider(changements.Aggregate(_dossier, Changer)).Decision;

    private DossierExamen Changer(DossierExamen dossier, KeyValuePair<string, Note> changement)
    {
        var (code, note) = changement;
        if (_presentees.Single(p => p.Regle.Code == code).Facultative)
            return dossier.Facultative(code, note.Points);
        return dossier.Remplacement is { Autorise: true } septembre && septembre.Notes.ContainsKey(code)
            ? dossier with { Remplacement = septembre with { Notes = new Dictionary<string, Note>(septembre.Notes) { [code] = note } } }
            : dossier.Avec(code, EtatUnite.Notee(note));
    }

    /// <summary>Demi-points, points coefficientés, nombre d'unités, puis les premières du règlement.</summary>
    public (int DemiPoints, long Cout, int Unites, string Ordre) Cle(IReadOnlyDictionary<string, Note> changements)
    {
        var ecarts = changements.Select(c => (Ecart: Math.Abs(c.Value.Centiemes - _presentees.Single(p => p.Regle.Code == c.Key).Note), c.Key)).ToList();
        return (ecarts.Sum(e => e.Ecart) / 50, ecarts.Sum(e => (long)e.Ecart * _dossier.Reglement.Unite(e.Key)!.Coefficient.Demis), changements.Count,
            string.Concat(_presentees.Select(p => changements.ContainsKey(p.Regle.Code) ? '0' : '1')));
    }
}

/// <summary>De petites tables, près des seuils, dans toutes les situations qu'une bascule rencontre.</summary>
internal static class PetitsDossiers
{
    public static DossierExamen Tirer(string situation, int graine)
    {
        var (examen, annee) = (Codes.Lire<TypeExamen>(situation.Split(' ')[0]), int.Parse(situation[^4..], CultureInfo.InvariantCulture));
        var alea = new Random((annee * 1000) + ((int)examen * 100) + graine);
        var general = examen == TypeExamen.BacGeneral;
        var table = Table(examen, annee);
        var pas = general ? 100 : examen == TypeExamen.BacProAgricole && annee >= 2020 ? 1 : 50;
        Note Tiree(int bas, int haut) => Note.DeCentiemes(alea.Next(bas, haut) / pas * pas);
        var dossier = new DossierExamen
        {
            Examen = examen,
            Session = SessionExamen.Juin(annee),
            Reglement = table,
            Unites = table.Unites.ToDictionary(u => u.Code, _ => EtatUnite.Notee(Tiree(750, 1300))),
            Facultatives = table.Facultatives.ToDictionary(u => u.Code, _ => EtatUnite.Notee(Tiree(850, 1250))),
            Pfmp = new Pfmp(22, true),
            LivretExamine = alea.Next(4) != 0,
            ChefDoeuvre = annee >= 2022 && alea.Next(2) == 0 ? Tiree(800, 1300) : null,
        };
        if (graine % 2 == 0)
            dossier = general || annee >= 2022
                ? dossier with { Controle = new EpreuveControle(null, null, new Dictionary<string, Note> { ["MATHS"] = Tiree(500, 1600), ["FRANCAIS"] = Tiree(500, 1600) }) }
                : dossier with { Controle = new EpreuveControle(Note.DeDemis(alea.Next(4, 20)), Note.DeDemis(alea.Next(4, 20)), null) };
        return (graine % 7) switch
        {
            1 => dossier.Avec("FRANCAIS", EtatUnite.Conservee(dossier.Unites["FRANCAIS"].Note, SessionExamen.Juin(annee - 1))),
            2 => dossier.Avec("ATELIER", EtatUnite.Dispense),
            3 => dossier.Avec("MATHS", EtatUnite.AbsentJustifie),
            // Qui est admis en juin ne va pas en septembre.
            4 or 5 when annee == 2020 && Resultat.Decider(dossier).Decision != Decision.Admis => dossier with { Remplacement = new EpreuvesRemplacement(true, new Dictionary<string, Note> { ["ARTS"] = Tiree(700, 1300), ["ATELIER"] = Tiree(800, 1100) }) },
            _ => dossier,
        };
    }

    /// <summary>Quatre ou cinq unités et une facultative, ou les quatre de 2021 et une de pratique : assez peu pour tout essayer.</summary>
    private static Reglement Table(TypeExamen examen, int annee)
    {
        static UniteReglement Unite(string code, decimal coefficient, Matiere matiere, bool pratique = false) =>
            new(code, code, Coefficient.De(coefficient), pratique ? Domaine.Professionnel : Domaine.General, pratique, false, true, new ModesEvaluation("CCF", "CCF", "CCF"), Verification.Verifie) { Matiere = matiere };
        // Des coefficients tous différents : chaque unité est la meilleure pour un manque ou un autre.
        UniteReglement[] unites = annee == 2021
            ? [Unite("ATELIER", 3, Matiere.Autre, true), Unite("FRANCAIS", 1.5m, Matiere.Francais), Unite("MATHS", 1, Matiere.HistoireGeographie), Unite("PSE", 0.5m, Matiere.PreventionSanteEnvironnement), Unite("ECO", 2, Matiere.EconomieDroit)]
            : [Unite("ATELIER", 1.5m, Matiere.Autre, true), Unite("PRATIQUE", 1, Matiere.Autre, true), Unite("MATHS", 0.5m, Matiere.Mathematiques), Unite("FRANCAIS", 2, Matiere.Francais), Unite("ARTS", 3, Matiere.Autre)];
        var facultative = Unite("OPTION", 1, Matiere.Autre) with { PointsAuDessusDe10 = true, Obligatoire = false };
        if (examen == TypeExamen.BacGeneral && annee >= 2022)
            unites[4] = unites[4] with { Groupe = GroupeUnite.ControleContinu };
        return Reglements.Chercher("GA-2012")! with { Id = "ESSAI", Examen = examen, Unites = unites, Facultatives = [facultative], Specialites = [], SpecialiteAChoisir = false };
    }
}
