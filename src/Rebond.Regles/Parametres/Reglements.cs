using System.Collections.Frozen;

namespace Rebond.Regles.Parametres;

/// <summary>Toutes les tables embarquées.</summary>
public static class Reglements
{
    private static readonly (IReadOnlyList<Reglement> Tables, IReadOnlyList<TableEcartee> Ecartees) s_lecture = LectureTables.ToutLire();
    private static readonly FrozenDictionary<string, Reglement> s_parId = s_lecture.Tables.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);

    public static IReadOnlyList<Reglement> Tous => s_lecture.Tables;

    /// <summary>Les esquisses trop incomplètes pour décider quoi que ce soit, et pourquoi.</summary>
    public static IReadOnlyList<TableEcartee> Ecartees => s_lecture.Ecartees;

    /// <summary>La table de cet identifiant : « GA-2012 », « S » (ou « S-2020 »), « S/MATHEMATIQUES » avec sa spécialité.</summary>
    public static Reglement? Chercher(string id)
    {
        var parties = id.Split('/');
        var nom = parties[0];
        if (!s_parId.TryGetValue(nom, out var reglement) && (!nom.EndsWith("-2020", StringComparison.Ordinal) || !s_parId.TryGetValue(nom[..^5], out reglement)))
            return null;
        return parties.Skip(1).Aggregate<string, Reglement?>(reglement, (table, choix) => table is null ? null : AvecSpecialite(table, choix));
    }

    /// <summary>
    /// La table d'une série avec un choix du candidat (code ou libellé) : coefficient changé, unité ajoutée ou épreuve au lieu d'une autre.
    /// Rien si la série n'a pas ce choix.
    /// </summary>
    public static Reglement? AvecSpecialite(Reglement reglement, string choix)
    {
        var code = Matieres.Code(choix);
        // Deux entrées du même code : l'épreuve au choix déjà prise fait préférer celle qui s'y intègre.
        var specialite = reglement.Specialites.FirstOrDefault(s => s.Code == code && (s.Remplacee is null || reglement.Unites.Any(u => u.Code == s.Remplacee)));
        if (specialite is null)
            return null;
        var unites = specialite.Remplacee is null
            ? [.. reglement.Unites, specialite.Unite]
            : reglement.Unites.Select(unite => unite.Code == specialite.Remplacee ? specialite.Unite : unite).ToList();
        return reglement with
        {
            Id = $"{reglement.Id}/{code}",
            Libelle = $"{reglement.Libelle}, {specialite.Libelle}",
            Unites = unites,
            Specialites = reglement.Specialites.Where(s => s != specialite).ToList(),
            SpecialiteAChoisir = reglement.SpecialiteAChoisir && specialite.EstAlternative,
            TotalImprime = null,
        };
    }
}

/// <summary>Une table livrée avec les sources mais qui ne peut pas servir.</summary>
public sealed record TableEcartee(string Id, string Raison);
