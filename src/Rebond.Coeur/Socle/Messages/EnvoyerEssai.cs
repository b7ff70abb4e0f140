using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>Queues a message to the administrateur himself: what he receives proves the whole way, settings included. Actor: administrateur.</summary>
public sealed class EnvoyerEssai(BaseRebond donnees)
{
    public sealed record Reponse(Guid MessageId);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur))
            return new Interdit();
        if (await donnees.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == acteur.CompteId, ct) is not { } compte)
            return new Introuvable("Votre compte");

        var message = MessagesDeCompte.Essai(compte, acteur, donnees.Horloge.GetUtcNow().UtcDateTime);
        if (!message.EstReussi)
            return Outcome<Reponse>.Refuser(message.Refus);
        var enFile = await donnees.EnvoyerAsync(message.Valeur, ct);
        if (!enFile.EstReussi)
            return Outcome<Reponse>.Refuser(enFile.Refus);
        donnees.Journaliser(new ActeAJournaliser(acteur, "MESSAGE_ESSAI", $"message:{enFile.Valeur.Id}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(enFile.Valeur.Id);
    }
}
