using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>One message as its reader will have it. A confidential text is shown to nobody. Actor: whoever holds its template, in scope; the administrateur without text nor address.</summary>
public sealed class ConsulterMessage(BaseRebond donnees)
{
    public sealed record Demande(Guid MessageId);

    /// <param name="Lisible">False for the administrateur on a message of another role: the text and the address are not in <see cref="Message"/> then.</param>
    public sealed record Reponse(Message Message, bool Lisible, string TitreModele, FileDeMessages File);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesMessages())
            return new Interdit();
        if (await donnees.MessagesSuivisPar(acteur).AsNoTracking().SingleOrDefaultAsync(m => m.Id == demande.MessageId, ct) is not { } message)
            return new Introuvable("Ce message");
        var lisible = await donnees.MessagesDe(acteur).AnyAsync(m => m.Id == message.Id, ct);
        if (!lisible)
            (message.Nom, message.Coordonnees, message.ErreurDetail) = ("", "", null);
        if (!lisible || message.Confidentiel)
            (message.Sujet, message.Corps, message.Champs) = (message.Confidentiel && lisible ? message.Sujet : "", "", "{}");
        var titre = ModelesFournis.Tous.TryGetValue(message.Modele, out var modele) ? modele.Titre : message.Modele;
        return new Reponse(message, lisible, titre, PerimetreMessages.File(message.Etat, message.ProchainEssai is not null));
    }
}
