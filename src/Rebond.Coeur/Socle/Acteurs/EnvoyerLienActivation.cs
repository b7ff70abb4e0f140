using Microsoft.AspNetCore.Identity;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// Sends the activation link to the address of the account instead of showing it. Whoever reads that mailbox holds the account: journaled. The
/// text is hidden on screens and erased once sent. Actor: administrateur.
/// </summary>
public sealed class EnvoyerLienActivation(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    /// <param name="Lien">Makes the address of the activation page from the token.</param>
    public sealed record Demande(Guid CompteId, Func<string, string> Lien);

    public sealed record Reponse(Guid MessageId);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur))
            return new Interdit();
        if (await comptes.FindByIdAsync(demande.CompteId.ToString()) is not { } compte)
            return new Introuvable("Ce compte");

        var jeton = await comptes.GeneratePasswordResetTokenAsync(compte);
        var message = MessagesDeCompte.LienActivation(compte, acteur, demande.Lien(jeton));
        if (!message.EstReussi)
            return Outcome<Reponse>.Refuser(message.Refus);
        var enFile = await donnees.EnvoyerAsync(message.Valeur, ct);
        if (!enFile.EstReussi)
            return Outcome<Reponse>.Refuser(enFile.Refus);
        donnees.Journaliser(new ActeAJournaliser(acteur, "LIEN_ACTIVATION_ENVOYE", $"compte:{compte.Id}", Apres: $"message:{enFile.Valeur.Id}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(enFile.Valeur.Id);
    }
}
