using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>Which lycées take the candidates of a specialty or série in a département, and how many each.</summary>
internal static class Repartition
{
    private static readonly ILookup<string, (string Uai, int Eleves)> Offre = DonneesAcademie.Offre;
    private static readonly Dictionary<string, LyceeOuvert> Lycees = DonneesAcademie.Lycees.ToDictionary(l => l.Uai, StringComparer.Ordinal);

    /// <summary>In a département, how many lycées out of ten with a GT path offer a technological série; invented (jeux/demonstration).</summary>
    private static int LyceesSurDix(string serie) => serie switch { "STMG" => 7, "STI2D" => 4, "ST2S" => 3, "STL" => 3, "STD2A" or "STHR" => 1, _ => 10 };

    /// <summary>Lycées in order of UAI with their candidates; the sum is exactly <paramref name="effectif"/>.</summary>
    public static IReadOnlyList<(string Uai, int Candidats)> Repartir(LigneEffectifs ligne, string departement, int effectif)
    {
        var poids = (ligne.Examen == TypeExamen.BacPro ? OffrePro(ligne, departement) : OffreGt(ligne, departement)).OrderBy(p => p.Uai, StringComparer.Ordinal).ToList();
        return Apportionner(poids, effectif);
    }

    /// <summary>Every candidate placed, shares kept as close as whole numbers allow (largest remainders).</summary>
    public static IReadOnlyList<(string Uai, int Candidats)> Apportionner(IReadOnlyList<(string Uai, int Poids)> poids, int effectif)
    {
        var somme = poids.Sum(p => (long)p.Poids);
        var parts = poids.Select(p => (p.Uai, Entiers: (int)(effectif * (long)p.Poids / somme), Reste: effectif * (long)p.Poids % somme)).ToList();
        var manquants = effectif - parts.Sum(p => p.Entiers);
        var servis = parts.OrderByDescending(p => p.Reste).ThenBy(p => p.Uai, StringComparer.Ordinal).Take(manquants).Select(p => p.Uai).ToHashSet(StringComparer.Ordinal);
        return [.. parts.Select(p => (p.Uai, Candidats: p.Entiers + (servis.Contains(p.Uai) ? 1 : 0))).Where(p => p.Candidats > 0)];
    }

    private static List<(string Uai, int Poids)> OffrePro(LigneEffectifs ligne, string departement)
    {
        var offrants = ligne.FormationsOffre.SelectMany(f => Offre[f])
            .Where(o => Lycees[o.Uai].Departement == departement && o.Eleves > 0)
            .GroupBy(o => o.Uai, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(o => o.Eleves))).ToList();
        return offrants.Count > 0 ? offrants : PlusGrands(departement, l => l.Pro.Presents, 1);
    }

    private static List<(string Uai, int Poids)> OffreGt(LigneEffectifs ligne, string departement)
    {
        var tous = PlusGrands(departement, l => l.Gt.Presents, int.MaxValue);
        if (ligne.Examen == TypeExamen.BacGeneral)
            return tous;
        // Always the same lycées for a série, whatever the seed: an offer does not change with the people.
        var garder = Math.Max(1, tous.Count * LyceesSurDix(ligne.Code) / 10);
        var tirage = Tirage.Pour(0, $"offre {ligne.Code} {departement}");
        return [.. tous.Select(l => (Rang: tirage.Suivant(), l)).OrderBy(p => p.Rang).Take(garder).Select(p => p.l)];
    }

    private static List<(string Uai, int Poids)> PlusGrands(string departement, Func<LyceeOuvert, int> presents, int combien) =>
        [.. Lycees.Values.Where(l => l.Departement == departement && presents(l) > 0).OrderByDescending(presents).ThenBy(l => l.Uai, StringComparer.Ordinal).Take(combien).Select(l => (l.Uai, presents(l)))];
}
