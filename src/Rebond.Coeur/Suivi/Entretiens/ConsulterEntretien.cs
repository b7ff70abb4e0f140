using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>One interview, to read, correct, sign or print. Actor: the establishment that follows the person.</summary>
public sealed class ConsulterEntretien(BaseRebond donnees)
{
    /// <param name="Mineur">On the day it was held: his guardian signs too.</param>
    public sealed record Reponse(EntretienSituation Entretien, DossierSuivi Dossier, string Lieu, string? RecuPar, bool Mineur)
    {
        public bool EstComplet => Entretien.SigneJeuneLe is not null && (!Mineur || Entretien.SigneResponsableLe is not null);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid id, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var trouve = await donnees.Set<EntretienSituation>().AsNoTracking().Join(donnees.DossiersDe(acteur).AsNoTracking(), e => e.DossierId, d => d.Id, (e, d) => new { e, d }).SingleOrDefaultAsync(x => x.e.Id == id, ct);
        if (trouve is null)
            return new Introuvable("Cet entretien");
        var creneau = trouve.e.CreneauId is { } c ? await donnees.Set<CreneauEntretien>().AsNoTracking().Where(x => x.Id == c).Select(x => x.Interlocuteur).SingleOrDefaultAsync(ct) : null;
        var recuPar = creneau ?? (trouve.e.Par is { } par ? await donnees.Users.AsNoTracking().Where(u => u.Id == par).Select(u => u.NomAffiche).SingleOrDefaultAsync(ct) : null);
        return new Reponse(trouve.e, trouve.d, await donnees.NomProprietaireAsync(trouve.d, ct), recuPar, trouve.d.EstMineurLe(trouve.e.TenuLe.JourAParis()));
    }
}
