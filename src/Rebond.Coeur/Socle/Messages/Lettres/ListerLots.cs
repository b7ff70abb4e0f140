using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages.Lettres;

/// <summary>Letters that wait for a batch, by template, and the batches, latest first. Actor: the role that holds letter templates, over its académie.</summary>
public sealed class ListerLots(BaseRebond donnees)
{
    public const int Derniers = 50;

    public sealed record EnAttente(string Modele, string Titre, int Nombre, DateTime PlusAncienne);

    public sealed record Reponse(IReadOnlyList<EnAttente> EnAttente, IReadOnlyList<LotLettres> Lots);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (acteur.AcademieDesLettres() is not { } academie)
            return new Interdit();
        var attente = await donnees.LettresEnAttente(acteur, academie).GroupBy(m => m.Modele).Select(g => new { Modele = g.Key, Nombre = g.Count(), PlusAncienne = g.Min(m => m.CreeLe) }).ToListAsync(ct);
        var lots = await donnees.LotsDe(acteur, academie).AsNoTracking().OrderByDescending(l => l.CreeLe).ThenByDescending(l => l.Id).Take(Derniers).ToListAsync(ct);
        return new Reponse([.. attente.Select(a => new EnAttente(a.Modele, ModelesFournis.Tous.GetValueOrDefault(a.Modele)?.Titre ?? a.Modele, a.Nombre, DateTime.SpecifyKind(a.PlusAncienne, DateTimeKind.Utc))).OrderBy(a => a.Titre, StringComparer.CurrentCulture)], lots);
    }
}
