using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// Sends the activation link to the address of the account instead of showing it, with the same second person where one is asked for. Whoever
/// reads that mailbox holds the account: journaled. The text is hidden on screens and erased once sent. Actor: administrateur.
/// </summary>
public sealed class EnvoyerLienActivation(BaseRebond donnees, DelivrerLienActivation delivrer)
{
    /// <param name="Lien">Makes the address of the activation page from the token.</param>
    public sealed record Demande(Guid CompteId, Func<string, string> Lien);

    /// <param name="MessageId">Null while another administrateur has to confirm.</param>
    public sealed record Reponse(Guid? MessageId);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur))
            return new Interdit();
        var issue = await delivrer.PreparerAsync(demande.CompteId, acteur, ct);
        if (!issue.EstReussi)
            return Outcome<Reponse>.Refuser(issue.Refus);
        if (issue.Valeur.Jeton is not { } jeton)
            return new Reponse((Guid?)null);

        var message = MessagesDeCompte.LienActivation(issue.Valeur.Compte, acteur, demande.Lien(jeton));
        var enFile = message.EstReussi ? await donnees.EnvoyerAsync(message.Valeur, ct) : Outcome<Message>.Refuser(message.Refus);
        if (!enFile.EstReussi)
        {
            donnees.ChangeTracker.Clear();
            return Outcome<Reponse>.Refuser(enFile.Refus);
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "LIEN_ACTIVATION_ENVOYE", $"compte:{demande.CompteId}", Apres: $"message:{enFile.Valeur.Id}{(issue.Valeur.Acte is { } acte ? $" confirme_par:{acte.ConfirmateurId}" : "")}"));
        return await delivrer.SauverAsync(ct) is { } refus ? refus : new Reponse(enFile.Valeur.Id);
    }
}
