using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Packs;

/// <summary>
/// The rebound pack of one person: for himself, or for whoever follows him, and then it is an act of the journal. Actors: the candidate on his own
/// file; establishment or DEC on theirs.
/// </summary>
public sealed class LirePack(BaseRebond donnees)
{
    public async Task<Outcome<PackRebond>> ExecuteAsync(Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) && !acteur.SuitDesDossiers())
            return new Interdit();
        var dossiers = acteur.A(Role.Candidat) ? donnees.MesDossiers(acteur) : donnees.DossiersDe(acteur);
        if (await dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == dossierId, ct) is not { } dossier)
            return new Introuvable("Dossier de suivi");
        var packs = await donnees.ComposerPacksAsync([dossier], ct);
        if (!packs.EstReussi)
            return Outcome<PackRebond>.Refuser(packs.Refus);
        if (!acteur.A(Role.Candidat))
        {
            donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_PACKS_IMPRIMES", dossier.Objet(), Apres: "packs:1"));
            await donnees.SaveChangesAsync(ct);
        }
        return packs.Valeur[0];
    }
}
