using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>A prepared batch is given up, or one file is taken out of it, with a reason: nothing changes for its candidates. Actor: gestionnaire of the académie.</summary>
public sealed class RetirerAnnulation(BaseRebond donnees)
{
    /// <param name="DossierId">Null: the whole batch.</param>
    public sealed record Demande(Guid LotId, int Version, string? Motif, Guid? DossierId = null);

    public sealed record Reponse(EtatLotAnnulation Etat);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await ConfirmerAnnulation.OuvrirAsync(donnees, new(demande.LotId, demande.Version), acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        if (PerimetreGuichet.Motif(demande.Motif) is not { } motif)
            return new MotifInsuffisant();
        var lot = ouvert.Valeur;
        if (demande.DossierId is { } dossierId)
        {
            if (await donnees.Set<LigneAnnulation>().SingleOrDefaultAsync(l => l.LotId == lot.Id && l.DossierId == dossierId && l.Issue == IssueAnnulation.AVenir, ct) is not { } ligne)
                return new Introuvable("Ce dossier du lot");
            (ligne.Issue, ligne.Explication) = (IssueAnnulation.Epargnee, motif);
            // So that the one who confirms has read the batch as it is now.
            donnees.Entry(lot).Property(l => l.Etat).IsModified = true;
            donnees.Journaliser(new ActeAJournaliser(acteur, "ANNULATION_RETIREE", $"dossier:{dossierId}", Apres: $"annulation:{lot.Id}", Motif: motif));
        }
        else
        {
            (lot.Etat, lot.ClosLe, lot.ClosPar) = (EtatLotAnnulation.Abandonne, donnees.Horloge.GetUtcNow().UtcDateTime, acteur.CompteId);
            donnees.Journaliser(new ActeAJournaliser(acteur, "ANNULATIONS_ABANDONNEES", $"annulation:{lot.Id}", EtatLotAnnulation.Prepare.Code(), lot.Etat.Code(), motif));
        }
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(lot.Etat);
    }
}
