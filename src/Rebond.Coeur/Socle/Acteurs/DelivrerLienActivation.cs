using Microsoft.AspNetCore.Identity;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>A token with which the holder of an account chooses his password. Whoever holds it holds the account: it is journaled.</summary>
public sealed class DelivrerLienActivation(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    public sealed record Demande(Guid CompteId);

    public sealed record Reponse(string Jeton);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        if (await comptes.FindByIdAsync(demande.CompteId.ToString()) is not { } compte)
            return new Introuvable("Ce compte");
        var jeton = await comptes.GeneratePasswordResetTokenAsync(compte);
        donnees.Journaliser(new ActeAJournaliser(acteur, "LIEN_ACTIVATION_DELIVRE", $"compte:{compte.Id}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(jeton);
    }
}
