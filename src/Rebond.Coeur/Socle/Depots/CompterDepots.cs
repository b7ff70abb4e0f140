using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>How many files are kept, by what the scanner said. No name, no owner. Actor: administrateur.</summary>
public sealed class CompterDepots(BaseRebond donnees, AnalyseVirale antivirus)
{
    public sealed record Compte(AnalyseDepot Analyse, int Nombre, long Octets);

    /// <param name="Antivirus">A scanner is configured; the counts say whether it answers.</param>
    public sealed record Reponse(IReadOnlyList<Compte> Comptes, int Supprimes, bool Antivirus);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur))
            return new Interdit();
        var comptes = await donnees.Set<Depot>().Where(d => d.SupprimeLe == null).GroupBy(d => d.Analyse).Select(g => new Compte(g.Key, g.Count(), g.Sum(d => d.Taille))).ToListAsync(ct);
        return new Reponse([.. comptes.OrderBy(c => c.Analyse)], await donnees.Set<Depot>().CountAsync(d => d.SupprimeLe != null, ct), antivirus.EstConfiguree);
    }
}
