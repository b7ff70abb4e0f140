using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Messages.Lettres;

/// <summary>A person says that the letters of a batch were printed and posted, or undoes the batch: its letters wait again. Actor: the role of the batch, over its académie.</summary>
public sealed class CloreLot(BaseRebond donnees)
{
    /// <param name="Imprime">False: undo; a reason is then asked for.</param>
    public sealed record Demande(Guid LotId, int Version, bool Imprime, string? Motif = null);

    public sealed record Reponse(EtatLot Etat, int Lettres);

    public sealed record LotClos(EtatLot Etat) : Refus(GenreRefus.Conflit, "LOT_CLOS", Etat == EtatLot.Imprime
        ? "Ce lot est déjà marqué imprimé et posté."
        : "Ce lot est défait : ses lettres attendent un autre lot.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (acteur.AcademieDesLettres() is not { } academie)
            return new Interdit();
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        if (await donnees.LotsDe(acteur, academie).SingleOrDefaultAsync(l => l.Id == demande.LotId, ct) is not { } lot)
            return new Introuvable("Ce lot");
        if (lot.Etat != EtatLot.APoster)
            return new LotClos(lot.Etat);
        var motif = demande.Motif?.Trim() ?? "";
        if (!demande.Imprime && motif.Length < AnnulerMessage.LongueurMotif)
            return new AnnulerMessage.MotifInsuffisant();
        if (lot.Version != demande.Version)
            return new ModifieEntreTemps("Ce lot");

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var lettres = await donnees.Set<Message>().Where(m => m.LotId == lot.Id).ToListAsync(ct);
        foreach (var lettre in lettres)
        {
            if (demande.Imprime)
                lettre.MarquerEnvoye(maintenant);
            else
                lettre.LotId = null;
        }
        (lot.Etat, lot.ClosLe) = (demande.Imprime ? EtatLot.Imprime : EtatLot.Defait, maintenant);
        donnees.Journaliser(new ActeAJournaliser(acteur, demande.Imprime ? "LOT_LETTRES_IMPRIME" : "LOT_LETTRES_DEFAIT", $"lot:{lot.Id}", EtatLot.APoster.Code(),
            $"{lot.Etat.Code()} lettres:{lettres.Count.ToString(CultureInfo.InvariantCulture)}", motif.Length == 0 ? null : motif));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(lot.Etat, lettres.Count);
    }
}
