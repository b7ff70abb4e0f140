using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Tests.SecondCalcul;

/// <summary>One random case, over every exam, session and table supported, weighted towards the thresholds where mistakes live.</summary>
internal static class CandidatAleatoire
{
    private static readonly Reglement[] Pro = [.. Reglements.Tous.Where(r => r.Examen == TypeExamen.BacPro && r.Unites.Count > 0)];
    private static readonly Reglement[] Gt2020 = [.. Reglements.Tous.Where(r => r.Examen != TypeExamen.BacPro && r.PremiereSession is null or <= 2020 && r.Examen is TypeExamen.BacGeneral or TypeExamen.BacTechnologique)];

    public static DossierExamen Tirer(Random hasard) => hasard.Next(4) == 0 ? BacGt(hasard) : BacPro(hasard);

    private static DossierExamen BacPro(Random hasard)
    {
        var examen = hasard.Next(10) == 0 ? TypeExamen.BacProAgricole : TypeExamen.BacPro;
        var annee = hasard.Next(2009, 2027);
        var reglement = Pro[hasard.Next(Pro.Length)];
        var pas = examen == TypeExamen.BacProAgricole && annee >= 2020 ? PasDeNote.Centieme : PasDeNote.DemiPoint;
        var niveau = hasard.Next(700, 1700);
        var categorie = (Categorie)hasard.Next(6);
        var interrogations = annee <= 2021 && hasard.Next(2) == 0;
        var dossier = new DossierExamen
        {
            Examen = examen,
            Session = SessionExamen.Juin(annee),
            Reglement = reglement,
            Categorie = categorie,
            Unites = reglement.Unites.Where(u => u.Obligatoire).ToDictionary(u => u.Code, _ => Unite(hasard, niveau, pas, annee)),
            Facultatives = reglement.Facultatives.Take(hasard.Next(3)).ToDictionary(u => u.Code, _ => EtatUnite.Notee(Tiree(hasard, niveau, PasDeNote.DemiPoint))),
            ChefDoeuvre = annee >= 2022 && categorie is Categorie.Scolaire or Categorie.Apprenti && hasard.Next(2) == 0 && annee >= 2022 ? Tiree(hasard, niveau, PasDeNote.DemiPoint) : null,
            Pfmp = new Pfmp(hasard.Next(12) == 0 ? hasard.Next(2, 24) : 22, hasard.Next(40) != 0, hasard.Next(6) == 0 ? hasard.Next(1, 4) : 3,
                hasard.Next(3) == 0 ? hasard.Next(2, 27) : null, hasard.Next(12) == 0 ? hasard.Next(27, 39) : null),
            LivretExamine = hasard.Next(5) switch { 0 => false, 1 => null, _ => true },
            Controle = interrogations ? new EpreuveControle(Note.DeDemis(hasard.Next(8, 15)), Note.DeDemis(hasard.Next(8, 15)), null) : null,
        };
        if (annee >= 2022 && hasard.Next(2) == 0)
            dossier = dossier with { Controle = new EpreuveControle(null, null, UnitesDeControle(reglement, hasard).ToDictionary(c => c, _ => Tiree(hasard, niveau + 150, PasDeNote.DemiPoint))) };
        if (annee == 2020 && hasard.Next(5) == 0 && NotesDeSeptembre(dossier, hasard, PasDeNote.DemiPoint) is { Count: > 0 } septembre)
            dossier = dossier with { Remplacement = new EpreuvesRemplacement(true, septembre), Controle = null };
        return dossier;
    }

    private static DossierExamen BacGt(Random hasard)
    {
        var reglement = Gt2020[hasard.Next(Gt2020.Length)];
        var niveau = hasard.Next(700, 1800);
        var dossier = new DossierExamen
        {
            Examen = reglement.Examen,
            Session = SessionExamen.Juin(2020),
            Reglement = reglement,
            Unites = reglement.Unites.Where(u => u.Obligatoire).ToDictionary(u => u.Code, _ => Unite(hasard, niveau, PasDeNote.PointEntier, 2020)),
            LivretExamine = hasard.Next(5) switch { 0 => false, 1 => null, _ => true },
        };
        if (hasard.Next(2) == 0)
            dossier = dossier with
            {
                Controle = new EpreuveControle(null, null, reglement.Unites.Where(u => u.Obligatoire && !u.PointsAuDessusDe10 && dossier.Unites[u.Code].Etat == Etat.Notee)
                    .OrderBy(_ => hasard.Next()).Take(2).ToDictionary(u => u.Code, _ => Tiree(hasard, niveau + 150, PasDeNote.PointEntier))),
            };
        return dossier;
    }

    private static EtatUnite Unite(Random hasard, int niveau, PasDeNote pas, int annee) => hasard.Next(400) switch
    {
        0 => EtatUnite.NonNotee,
        1 => EtatUnite.Absent,
        2 or 3 => EtatUnite.AbsentJustifie,
        < 12 => EtatUnite.Dispense,
        < 20 => EtatUnite.Conservee(Note.DeCentiemes(Math.Max(1000, (int)Tiree(hasard, niveau, pas).Centiemes)), SessionExamen.Juin(annee - hasard.Next(1, 6))),
        _ => EtatUnite.Notee(Tiree(hasard, niveau, pas)),
    };

    private static Note Tiree(Random hasard, int niveau, PasDeNote pas)
    {
        var centiemes = Math.Clamp(niveau + hasard.Next(-300, 301) + hasard.Next(-300, 301), 0, 2000);
        return Note.DeCentiemes(centiemes / (int)pas * (int)pas);
    }

    private static Dictionary<string, Note> NotesDeSeptembre(DossierExamen dossier, Random hasard, PasDeNote pas) => dossier.Unites
        .Where(u => u.Value.Etat == Etat.Notee && u.Value.Note < Note.Dix && hasard.Next(4) != 0)
        .ToDictionary(u => u.Key, _ => Tiree(hasard, 1050, pas));

    /// <summary>One science or management unit and one of français or histoire-géographie (note de service of 31 December 2021).</summary>
    private static IEnumerable<string> UnitesDeControle(Reglement reglement, Random hasard)
    {
        var sciences = reglement.Unites.Where(u => MotCle(u, "mathematiques", "physique", "economie", "prevention")).OrderBy(_ => hasard.Next()).Take(1);
        var lettres = reglement.Unites.Where(u => MotCle(u, "francais", "histoire")).OrderBy(_ => hasard.Next()).Take(1);
        return sciences.Concat(lettres).Select(u => u.Code);
    }

    internal static bool MotCle(UniteReglement unite, params string[] mots)
    {
        var libelle = string.Concat(unite.Libelle.Normalize(System.Text.NormalizationForm.FormD).Where(c => c < 128)).ToLowerInvariant();
        return unite.Domaine == Domaine.General && mots.Any(m => libelle.Contains(m, StringComparison.Ordinal));
    }
}
