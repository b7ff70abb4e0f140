using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>The campaigns anyone may read, whatever their state. Actor: everyone.</summary>
public sealed class ConsulterCampagnes(BaseRebond donnees)
{
    /// <param name="Livrees">No campaign is in force in this base: these are those shipped with the program.</param>
    /// <param name="Maintenant">The instant every countdown of the page starts from.</param>
    public sealed record Reponse(IReadOnlyList<Campagne> Campagnes, bool Livrees, DateTimeOffset Maintenant)
    {
        public Campagne? Chercher(string code) => Campagnes.FirstOrDefault(c => string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase));
    }

    public async Task<Reponse> ExecuteAsync(CancellationToken ct)
    {
        var enVigueur = await donnees.CampagnesEnVigueurAsync(ct);
        return enVigueur.Count > 0
            ? new Reponse([.. enVigueur.Select(c => c.Campagne)], false, donnees.Horloge.GetUtcNow())
            : new Reponse([.. CampagnesLivrees.Toutes.OrderByDescending(c => c.Session).ThenBy(c => c.Code, StringComparer.Ordinal)], true, donnees.Horloge.GetUtcNow());
    }
}
