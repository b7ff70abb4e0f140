using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>The times of an establishment: what is to be closed first (held, or nobody came), then what comes. Actor: the establishment, or the DEC for its own.</summary>
public sealed class ListerCreneaux(BaseRebond donnees)
{
    public const int Maximum = 500;

    /// <param name="Nom">Who has it; null when it is free.</param>
    public sealed record Ligne(CreneauEntretien Creneau, string? Nom, bool Mineur);

    /// <param name="ATenir">Past, booked, and nothing said of it yet.</param>
    /// <param name="SansRendezVous">People without a solution nor an appointment, who did not say no.</param>
    /// <param name="AInviter">Of those, the ones an e-mail reaches.</param>
    public sealed record Reponse(IReadOnlyList<Ligne> ATenir, IReadOnlyList<Ligne> AVenir, int Libres, int SansRendezVous, int AInviter);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var jour = maintenant.JourAParis();
        var creneaux = await donnees.CreneauxDe(acteur).AsNoTracking()
            .Where(c => (c.Etat == EtatCreneau.Libre && c.Debut > maintenant) || c.Etat == EtatCreneau.Reserve).OrderBy(c => c.Debut).ThenBy(c => c.Interlocuteur).Take(Maximum).ToListAsync(ct);
        var dossiers = creneaux.Select(c => c.DossierId).OfType<Guid>().ToList();
        var noms = await donnees.Set<DossierSuivi>().AsNoTracking().Where(d => dossiers.Contains(d.Id)).Select(d => new { d.Id, d.Nom, d.Prenoms, d.Naissance }).ToDictionaryAsync(d => d.Id, ct);
        var lignes = creneaux.Select(c => c.DossierId is { } id && noms.TryGetValue(id, out var d) ? new Ligne(c, $"{d.Nom.ToUpperInvariant()} {d.Prenoms}", Dates.Age(d.Naissance, jour) < 18) : new Ligne(c, null, false)).ToList();
        var attendent = donnees.SansRendezVous(acteur);
        return new Reponse([.. lignes.Where(l => l.Creneau.Debut <= maintenant)], [.. lignes.Where(l => l.Creneau.Debut > maintenant)], creneaux.Count(c => c.Etat == EtatCreneau.Libre),
            await attendent.CountAsync(ct), await attendent.CountAsync(d => d.CourrielVerifie != null || d.Courriel != null, ct));
    }
}
