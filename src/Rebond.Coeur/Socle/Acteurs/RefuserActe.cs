using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>A demand on an account is refused by another administrateur, or withdrawn by who made it; also once confirmed, as long as it was not used.</summary>
public sealed class RefuserActe(BaseRebond donnees)
{
    public sealed record Demande(Guid ActeId, string Motif);

    public sealed record Reponse(Guid CompteId);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        if (await donnees.Set<ActeSurCompte>().SingleOrDefaultAsync(a => a.Id == demande.ActeId, ct) is not { } acte)
            return new Introuvable("Cette demande");
        if (acte.TermineLe is not null)
            return new ConfirmerActe.DemandeClose();
        if (string.IsNullOrWhiteSpace(demande.Motif))
            return new RetirerHabilitation.MotifManquant();

        acte.TermineLe = donnees.Horloge.GetUtcNow().UtcDateTime;
        donnees.Journaliser(new ActeAJournaliser(acteur, acte.DemandeurId == acteur.CompteId ? "DEMANDE_RETIREE" : "DEMANDE_REFUSEE", $"compte:{acte.CompteId}", Avant: acte.Genre.Code(), Motif: demande.Motif.Trim()));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("La demande");
        }
        return new Reponse(acte.CompteId);
    }
}
