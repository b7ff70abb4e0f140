using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// A token with which the holder of an account chooses his password. Whoever holds it holds the account: it is journaled, and for an account
/// that touches marks or decisions it is asked for by one administrateur, confirmed by another, then handed over to the first; the second
/// gives the holder a code without which it opens nothing. The command line, on the server itself, hands it over at once.
/// </summary>
public sealed class DelivrerLienActivation(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    public sealed record Demande(Guid CompteId);

    /// <param name="Jeton">Null while another administrateur has to confirm.</param>
    /// <param name="AvecCode">The holder will also be asked for the code that the second person gives him.</param>
    public sealed record Reponse(string? Jeton, bool AvecCode);

    public sealed record ConfirmationAttendue()
        : Refus(GenreRefus.Conflit, "CONFIRMATION_ATTENDUE", "Vous avez déjà demandé ce lien : un autre administrateur doit le confirmer, dans « Demandes à confirmer ». Seul administrateur, passez par la ligne de commande du serveur (rebond compte lien).");

    public sealed record DemandeParUnAutre()
        : Refus(GenreRefus.Conflit, "DEMANDE_PAR_UN_AUTRE", "Un autre administrateur a demandé ce lien. Confirmez ou refusez sa demande, dans « Demandes à confirmer ».");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        if (await comptes.FindByIdAsync(demande.CompteId.ToString()) is not { } compte)
            return new Introuvable("Ce compte");
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var ouverts = (await donnees.Set<ActeSurCompte>().Where(a => a.CompteId == compte.Id && a.Genre == GenreActe.LienActivation && a.TermineLe == null).ToListAsync(ct)).FindAll(a => a.EstOuvertA(maintenant));
        var aDeux = !acteur.EstLigneDeCommande && await donnees.Set<Habilitation>().AnyAsync(h => h.UtilisateurId == compte.Id && ReglesDesComptes.ADeux.Contains(h.Role), ct);
        if (!aDeux)
        {
            ouverts.ForEach(a => a.TermineLe = maintenant);
            return await RemettreAsync(compte, null, acteur, ct);
        }
        if (ouverts.Find(a => a.EmpreinteJeton is null) is { } attendu)
            return attendu.DemandeurId != acteur.CompteId ? new DemandeParUnAutre()
                : attendu.ConfirmeLe is null ? new ConfirmationAttendue()
                : await RemettreAsync(compte, attendu, acteur, ct);

        ouverts.ForEach(a => a.TermineLe = maintenant);
        donnees.Add(new ActeSurCompte { Genre = GenreActe.LienActivation, CompteId = compte.Id, DemandeurId = acteur.CompteId!.Value, DemandeLe = maintenant });
        donnees.Journaliser(new ActeAJournaliser(acteur, "LIEN_ACTIVATION_DEMANDE", $"compte:{compte.Id}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(null, true);
    }

    private async Task<Outcome<Reponse>> RemettreAsync(Utilisateur compte, ActeSurCompte? acte, Acteur acteur, CancellationToken ct)
    {
        var jeton = await comptes.GeneratePasswordResetTokenAsync(compte);
        if (acte is not null)
            acte.EmpreinteJeton = ActeSurCompte.Empreinte(jeton);
        donnees.Journaliser(new ActeAJournaliser(acteur, "LIEN_ACTIVATION_DELIVRE", $"compte:{compte.Id}", Apres: acte is null ? null : $"confirme_par:{acte.ConfirmateurId}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("La demande de lien");
        }
        return new Reponse(jeton, acte is not null);
    }
}
