namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>
/// Counts for those who may not see persons. No figure from 1 to 4, none whose complement in its row is from 1 to 4, and none that the total gives back:
/// where one figure of a column is hidden, a second is, or the total is.
/// </summary>
public static class SecretStatistique
{
    public const int Seuil = 5;

    /// <param name="Total">The sum of <paramref name="Parties"/>.</param>
    public sealed record Groupe(Entonnoir Total, IReadOnlyList<Entonnoir> Parties);

    public static void Appliquer(Groupe ensemble, IReadOnlyList<Groupe> groupes)
    {
        // What a secondary suppression hides is chosen on the true figures, read before anything is hidden.
        var tous = groupes.SelectMany(g => g.Parties).Concat(ensemble.Parties).Append(ensemble.Total).Distinct().ToList();
        var vrais = tous.ToDictionary(e => e, e => Entonnoir.Colonnes.Select(c => c.Lire(e) ?? 0).ToArray());
        foreach (var entonnoir in tous)
            TaireLigne(entonnoir);
        // Hiding a total may uncover nothing below but forces a choice above, and the reverse: again until nothing changes.
        bool change;
        do
        {
            change = false;
            for (var colonne = 0; colonne < Entonnoir.Colonnes.Count; colonne++)
            {
                foreach (var groupe in groupes.Append(ensemble))
                    change |= Proteger(groupe, colonne, vrais);
            }
        }
        while (change);
    }

    private static void TaireLigne(Entonnoir e)
    {
        e.MaximumJours = null;
        if (e.Suivis is > 0 and < Seuil)
            Entonnoir.Colonnes[0].Taire(e);
        var dernier = e.Suivis;
        foreach (var colonne in new[] { 1, 3, 4 })
        {
            if (Sur(Entonnoir.Colonnes[colonne].Lire(e), dernier))
                dernier = Entonnoir.Colonnes[colonne].Lire(e) ?? dernier;
            else
                Entonnoir.Colonnes[colonne].Taire(e);
        }
        if (!Sur(e.Recus, e.Suivis) || !Sur(e.Recus, e.Joints ?? e.Suivis))
            e.Recus = null;
        if (!Sur(e.DroitsOuverts, e.Suivis))
            e.DroitsOuverts = null;
        if (!Sur(e.DroitsExerces, e.DroitsOuverts ?? e.Suivis) || !Sur(e.DroitsExerces, e.Solutions ?? e.Suivis))
            e.DroitsExerces = null;
        if (e.Joints is not >= Seuil)
            e.MedianeJours = null;
    }

    private static bool Sur(int? valeur, int? tout) => valeur is null || (valeur is 0 or >= Seuil && (tout is null || tout - valeur is 0 or >= Seuil));

    /// <summary>True when something more was hidden.</summary>
    private static bool Proteger(Groupe groupe, int colonne, Dictionary<Entonnoir, int[]> vrais)
    {
        var (lire, taire) = Entonnoir.Colonnes[colonne];
        var (tues, dites) = (groupe.Parties.Where(p => lire(p) is null).ToList(), groupe.Parties.Where(p => lire(p) is not null).OrderBy(p => vrais[p][colonne]).ToList());
        if (lire(groupe.Total) is null)
        {
            // A hidden total that every part is shown of is their sum.
            if (tues.Count > 0 || dites.Count == 0)
                return false;
            taire(dites[0]);
            return true;
        }
        if (tues.Count == 0 || (tues.Count > 1 && tues.Sum(p => vrais[p][colonne]) >= Seuil))
            return false;
        taire(dites.FirstOrDefault(p => vrais[p][colonne] > 0) ?? groupe.Total);
        return true;
    }
}
