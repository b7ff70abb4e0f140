using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>Une unité de la prochaine session, et ce qu'on y apporte.</summary>
/// <param name="Etat">La note apportée, d'où qu'elle vienne ; sans note si l'unité est à passer.</param>
internal sealed record UniteCible(UniteReglement Regle, EtatUnite Etat, SessionExamen? Origine, PossibiliteNote Possibilite, bool EstFacultative)
{
    public string Code => Regle.Code;

    /// <summary>Gardée si la personne ne dit rien : ce que le droit laisse garder, à partir de 10.</summary>
    public bool GardeeParDefaut => Possibilite == PossibiliteNote.Gardable;

    public bool PeutEtreGardee => Possibilite is PossibiliteNote.Gardable or PossibiliteNote.Reportable;

    /// <summary>Entre dans le calcul de la moyenne à repasser : ni dispensée, ni facultative.</summary>
    public bool EstARepasserSinon => Possibilite != PossibiliteNote.Dispensee && !EstFacultative && !Regle.PointsAuDessusDe10;
}

/// <summary>Les sommes exactes : points en deux-centièmes, coefficients en demis, comme <see cref="Moyenne"/>.</summary>
internal static class Calcul
{
    private const long Dix = 1000;

    /// <summary>Ce qu'une unité gardée apporte : des points et des coefficients, ou ses seuls points au-dessus de 10.</summary>
    public static (long Points, long Coefficients) Apport(UniteReglement regle, Note note) => regle.PointsAuDessusDe10
        ? (Math.Max(0, note.Centiemes - Dix) * regle.Coefficient.Demis, 0)
        : ((long)note.Centiemes * regle.Coefficient.Demis, regle.Coefficient.Demis);

    public static (long Points, long Coefficients) Gardes(IEnumerable<UniteCible> gardees) =>
        gardees.Select(unite => Apport(unite.Regle, unite.Etat.Note)).Aggregate((0L, 0L), (a, b) => (a.Item1 + b.Points, a.Item2 + b.Coefficients));

    public static long Coefficients(IEnumerable<UniteCible> repassees) => repassees.Where(unite => unite.EstARepasserSinon).Sum(unite => (long)unite.Regle.Coefficient.Demis);

    /// <summary>
    /// La moyenne à obtenir aux unités repassées pour avoir 10 en tout : (10 × tous les coefficients − points gardés) ÷ coefficients repassés. Rien s'il n'y a rien à repasser.
    /// Au ministère de l'agriculture, 9,991 vaut déjà 10 : la moyenne dite ici suffit, elle n'est pas toujours nécessaire.
    /// </summary>
    public static MoyenneRequise? Requise(IReadOnlyCollection<UniteCible> unites, Func<UniteCible, bool> estGardee)
    {
        var (points, coefficients) = Gardes(unites.Where(estGardee));
        return Requise(points, coefficients, Coefficients(unites.Where(unite => !estGardee(unite))));
    }

    public static MoyenneRequise? Requise(long pointsGardes, long coefficientsGardes, long coefficientsRepasses)
    {
        if (coefficientsRepasses == 0)
            return null;
        var requise = new Moyenne((Dix * (coefficientsGardes + coefficientsRepasses)) - pointsGardes, coefficientsRepasses);
        var affichee = Math.Max(0, requise.Centiemes(Arrondi.ParExces));
        return new MoyenneRequise(requise.Exacte, Exact.DeuxDecimales(affichee / 100m), requise.Points <= 2 * Dix * coefficientsRepasses);
    }

    /// <summary>Coefficient × (note − 10), en points, avec son signe : « +2 », « -1.5 ».</summary>
    public static string Ecart(UniteReglement regle, Note note)
    {
        var ecart = regle.PointsAuDessusDe10 ? Math.Max(0, note.Centiemes - Dix) * regle.Coefficient.Demis : (note.Centiemes - Dix) * regle.Coefficient.Demis;
        return $"{(ecart > 0 ? "+" : "")}{Exact.Invariant(ecart / 200m)}";
    }
}
