using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Relais;

/// <summary>Who may be handed over to a partner, who said no and is left out, and what was handed over with the answer that came back.</summary>
public sealed class ListerRelais(BaseRebond donnees)
{
    /// <summary>What one page shows of each list.</summary>
    public const int Maximum = 200;

    /// <param name="DejaTransmis">Handed over before, to this partner.</param>
    public sealed record Personne(Guid Id, string Nom, string Prenoms, bool Mineur, EtapeSuivi Etape, int JoursDepuisOuverture, string? DejaTransmis);

    public sealed record Transmis(Guid DossierId, string Nom, string Prenoms, string Organisme, DateTime Le, string? Retour, DateTime? RetourLe);

    /// <param name="ATransmettre">How many there are, of which <see cref="Maximum"/> at most are in <paramref name="Personnes"/>.</param>
    /// <param name="EcartesParChoix">Without a solution, but who said no or objected.</param>
    public sealed record Reponse(int ATransmettre, int EcartesParChoix, IReadOnlyList<Personne> Personnes, IReadOnlyList<Transmis> Relais);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var aujourdhui = donnees.Aujourdhui;
        var transmissibles = TransmettreRelais.Transmissibles(donnees, acteur).AsNoTracking();
        var total = await transmissibles.CountAsync(ct);
        var sansSolution = await donnees.DossiersDe(acteur).CountAsync(d => d.Etape == EtapeSuivi.AContacter || d.Etape == EtapeSuivi.Contacte || d.Etape == EtapeSuivi.Recu, ct);
        var majeurDepuis = Dates.NeAuPlusTard(aujourdhui, 18);
        // Minors first, then the oldest files: the order of the risk.
        var personnes = await transmissibles.OrderBy(d => d.Naissance > majeurDepuis ? 0 : 1).ThenBy(d => d.OuvertLe).ThenBy(d => d.CleRecherche).ThenBy(d => d.Id).Take(Maximum).ToListAsync(ct);
        var ids = personnes.Select(p => p.Id).ToList();
        var deja = (await donnees.Set<RelaisSuivi>().AsNoTracking().Where(r => ids.Contains(r.DossierId)).OrderByDescending(r => r.TransmisLe).ToListAsync(ct)).GroupBy(r => r.DossierId).ToDictionary(g => g.Key, g => g.First().Organisme);
        var relais = await (
            from r in donnees.Set<RelaisSuivi>().AsNoTracking()
            join d in donnees.DossiersDe(acteur) on r.DossierId equals d.Id
            orderby r.TransmisLe descending, d.CleRecherche
            select new Transmis(d.Id, d.Nom, d.Prenoms, r.Organisme, r.TransmisLe, r.Retour, r.RetourLe)).Take(Maximum).ToListAsync(ct);
        return new Reponse(total, sansSolution - total,
            [.. personnes.Select(d => new Personne(d.Id, d.Nom, d.Prenoms, d.EstMineurLe(aujourdhui), d.Etape, d.JoursDepuisOuverture(aujourdhui), deja.GetValueOrDefault(d.Id)))], relais);
    }
}
