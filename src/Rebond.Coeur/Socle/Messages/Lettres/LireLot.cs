using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Messages.Lettres;

/// <summary>The letters of a batch, to print; as many times as the printer needs. Journaled: names and addresses go out. Actor: the role of the batch, over its académie.</summary>
public sealed class LireLot(BaseRebond donnees)
{
    public sealed record Demande(Guid LotId);

    public sealed record Reponse(LotLettres Lot, IReadOnlyList<Message> Lettres);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (acteur.AcademieDesLettres() is not { } academie)
            return new Interdit();
        if (await donnees.LotsDe(acteur, academie).AsNoTracking().SingleOrDefaultAsync(l => l.Id == demande.LotId, ct) is not { } lot)
            return new Introuvable("Ce lot");
        if (lot.Etat == EtatLot.Defait)
            return new CloreLot.LotClos(lot.Etat);
        var lettres = await donnees.Set<Message>().AsNoTracking().Where(m => m.LotId == lot.Id).OrderBy(m => m.CreeLe).ThenBy(m => m.Id).ToListAsync(ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "LOT_LETTRES_TIRE", $"lot:{lot.Id}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(lot, lettres);
    }
}
