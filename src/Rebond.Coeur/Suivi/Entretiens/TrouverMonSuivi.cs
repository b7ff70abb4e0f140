using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>The file of a candidate signed in: the latest, by his account or by a candidature it is bound to.</summary>
public sealed class TrouverMonSuivi(BaseRebond donnees)
{
    public sealed record Reponse(Guid DossierId);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) || acteur.CompteId is not { } compte)
            return new Interdit();
        var candidatures = acteur.Codes(TypePerimetre.Candidature).Select(c => Guid.TryParse(c, out var id) ? id : (Guid?)null).ToList();
        var dossier = await donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime).AsNoTracking().Where(d => d.CompteId == compte || (d.CandidatureId != null && candidatures.Contains(d.CandidatureId)))
            .OrderByDescending(d => d.OuvertLe).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
        return dossier is { } trouve ? new Reponse(trouve) : new Introuvable("Dossier de suivi");
    }
}
