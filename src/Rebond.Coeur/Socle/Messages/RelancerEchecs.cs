using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>
/// After an outage: every e-mail that waits for a person, or for its next try, is due now. Those that may have arrived stay where they are: they are
/// judged one by one. Actor: whoever holds the templates, in scope; the administrateur for all.
/// </summary>
public sealed class RelancerEchecs(BaseRebond donnees)
{
    public sealed record Reponse(int Relances);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesMessages())
            return new Interdit();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        // A lease in course has its version bumped too: its node finds the message taken back before it sends.
        var relances = await donnees.MessagesSuivisPar(acteur)
            .Where(m => m.Etat == EtatMessage.EnEchec && m.Canal == CanalMessage.Courriel && m.Erreur != FileDEnvoi.CodeIncertain && m.RemiseCommenceeLe == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Etat, EtatMessage.AEnvoyer).SetProperty(x => x.ProchainEssai, maintenant).SetProperty(x => x.Essais, 0).SetProperty(x => x.Version, x => x.Version + 1), ct);
        if (relances > 0)
            donnees.Journaliser(new ActeAJournaliser(acteur, "MESSAGES_RELANCES", "messages", Apres: "relances:" + relances.ToString(CultureInfo.InvariantCulture)));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(relances);
    }
}
