using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// What a lycée adds to the marks of its candidates: a little from its open success rate, and for a few lycées a continuous assessment of
/// 2020 clearly more severe or more generous than their past results, so that the jury has manifest discordances to find.
/// </summary>
internal static class EffetsEtablissement
{
    private const int NombreSeveres = 3;
    private const int NombreGenereux = 2;

    /// <summary>Mean success rate of the lycées of the académie, weighted by candidates, in thousandths.</summary>
    public static readonly int TauxMoyenPro = TauxMoyen(l => l.Pro);
    public static readonly int TauxMoyenGt = TauxMoyen(l => l.Gt);

    /// <summary>In hundredths of a point, for every mark of the lycée's candidates.</summary>
    public static Dictionary<string, int> Durables(bool pro) => DonneesAcademie.Lycees
        .ToDictionary(l => l.Uai, l => Math.Clamp(((Indicateurs(l, pro).Reussite * 10) - (pro ? TauxMoyenPro : TauxMoyenGt)) * (pro ? 6 : 8) / 10, -90, 90), StringComparer.Ordinal);

    /// <summary>In hundredths of a point, on the continuous assessment of session 2020 only.</summary>
    public static Dictionary<string, int> Discordances(long graine, bool pro)
    {
        var tirage = Tirage.Pour(graine, pro ? "discordances pro" : "discordances gt");
        var candidats = DonneesAcademie.Lycees.Where(l => l.Departement is "013" or "084" && Indicateurs(l, pro) is { Presents: > 90, Reussite: > 75 })
            .Select(l => (Rang: tirage.Suivant(), l.Uai)).OrderBy(l => l.Rang).Select(l => l.Uai).ToList();
        return candidats.Take(NombreSeveres).Select(uai => (uai, -260))
            .Concat(candidats.Skip(NombreSeveres).Take(NombreGenereux).Select(uai => (uai, 180)))
            .ToDictionary(p => p.uai, p => p.Item2, StringComparer.Ordinal);
    }

    /// <summary>The open indicators, or the académie's mean for a lycée too small to have any.</summary>
    public static Indicateurs Indicateurs(LyceeOuvert lycee, bool pro)
    {
        var publies = pro ? lycee.Pro : lycee.Gt;
        return publies.Presents > 0 ? publies : new Indicateurs(0, (pro ? TauxMoyenPro : TauxMoyenGt) / 10, 55);
    }

    public static bool EstPro(TypeExamen examen) => examen is TypeExamen.BacPro or TypeExamen.BacProAgricole;

    private static int TauxMoyen(Func<LyceeOuvert, Indicateurs> indicateurs)
    {
        var lycees = DonneesAcademie.Lycees.Select(indicateurs).Where(i => i.Presents > 0).ToList();
        return lycees.Sum(i => i.Presents * i.Reussite * 10) / lycees.Sum(i => i.Presents);
    }
}
