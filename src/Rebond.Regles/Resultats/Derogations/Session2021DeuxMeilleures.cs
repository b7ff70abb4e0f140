using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Derogations;

/// <summary>
/// Session 2021 du bac pro : seules les deux meilleures notes de français, histoire-géographie, PSE et économie comptent.
/// Les deux autres sont remplacées par la moyenne des deux meilleures, pondérée par leurs coefficients (décret n° 2021-727, art. 3). Les
/// notes acquises ou conservées restent les notes brutes. Lecture retenue, à vérifier : la règle joue quand les quatre unités sont notées
/// et que le candidat relève de la colonne A ou B ; à égalité, la paire la plus favorable.
/// </summary>
public static class Session2021DeuxMeilleures
{
    public static readonly Fondement Fondement = Decret2021727.Texte.Article("3", "2021-06-08", Verification.AVerifier);

    public static readonly Chronologie<bool> Versions = new("deux meilleures notes sur quatre", [TypeExamen.BacPro],
        new(2009, 2020, false),
        new(2021, 2021, true),
        new(2022, null, false));

    /// <summary>Les rangs, dans ces unités, des quatre matières concernées ; rien si la dérogation ne joue pas pour ce candidat.</summary>
    public static int[]? Rangs(VersionDroit version, Colonne colonne, ReadOnlySpan<UniteExamen> unites)
    {
        if (!version.DeuxMeilleures || colonne == Colonne.C)
            return null;
        int francais = -1, histoire = -1, sante = -1, economie = -1;
        for (var i = 0; i < unites.Length; i++)
        {
            if (!unites[i].Etat.ANote)
                continue;
            switch (unites[i].Regle.Matiere)
            {
                case Matiere.Francais: francais = i; break;
                case Matiere.HistoireGeographie: histoire = i; break;
                case Matiere.PreventionSanteEnvironnement: sante = i; break;
                case Matiere.EconomieDroit or Matiere.EconomieGestion or Matiere.GestionAppliquee: economie = i; break;
            }
        }
        return francais < 0 || histoire < 0 || sante < 0 || economie < 0 ? null : [francais, histoire, sante, economie];
    }

    /// <summary>
    /// Les points des quatre unités : (total × <c>Echelle</c>, <c>Echelle</c>), l'échelle étant le total des coefficients des deux meilleures.
    /// </summary>
    public static Quatre Calculer(ReadOnlySpan<(int Note, int Coefficient)> quatre)
    {
        int premier = 0, second = 1;
        for (var i = 0; i < quatre.Length; i++)
            for (var j = i + 1; j < quatre.Length; j++)
                if (EstMeilleure(quatre, i, j, premier, second))
                    (premier, second) = (i, j);
        var echelle = quatre[premier].Coefficient + quatre[second].Coefficient;
        var total = 0;
        foreach (var (_, coefficient) in quatre)
            total += coefficient;
        var points = (long)total * (((long)quatre[premier].Note * quatre[premier].Coefficient) + ((long)quatre[second].Note * quatre[second].Coefficient));
        return new Quatre(points, echelle, premier, second);
    }

    /// <summary>Une paire est meilleure par ses notes (la plus basse des deux ne peut être dépassée par une note laissée), puis par sa moyenne.</summary>
    private static bool EstMeilleure(ReadOnlySpan<(int Note, int Coefficient)> quatre, int i, int j, int premier, int second)
    {
        var notes = quatre[i].Note + quatre[j].Note;
        var retenues = quatre[premier].Note + quatre[second].Note;
        if (notes != retenues)
            return notes > retenues;
        var moyenne = ((long)quatre[i].Note * quatre[i].Coefficient) + ((long)quatre[j].Note * quatre[j].Coefficient);
        var retenue = ((long)quatre[premier].Note * quatre[premier].Coefficient) + ((long)quatre[second].Note * quatre[second].Coefficient);
        return moyenne * (quatre[premier].Coefficient + quatre[second].Coefficient) > retenue * (quatre[i].Coefficient + quatre[j].Coefficient);
    }

    /// <summary>Le total des quatre unités.</summary>
    /// <param name="Points">Points des quatre unités, multipliés par l'échelle.</param>
    /// <param name="Premier">Rangs des deux meilleures.</param>
    public readonly record struct Quatre(long Points, int Echelle, int Premier, int Second);
}
