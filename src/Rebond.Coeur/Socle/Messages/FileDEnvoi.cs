using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>What became of one try.</summary>
public enum IssueRemise
{
    /// <summary>The server took the message in charge.</summary>
    Acceptee,

    /// <summary>It said "later" (4xx), or the connection broke before it had the text.</summary>
    Ajournee,

    /// <summary>It said no (5xx): trying again would say the same.</summary>
    Refusee,

    /// <summary>The connection broke after the text and before the answer.</summary>
    Incertaine,
}

/// <param name="Code">"SMTP_550"; shown to all who follow the queue.</param>
/// <param name="Detail">What the server said: may quote the address.</param>
public sealed record ResultatRemise(IssueRemise Issue, string? Code = null, string? Detail = null);

/// <summary>
/// The e-mails due, taken one at a time. Taking one is a conditional update of its version: of two nodes one gets it, and holds it for
/// <see cref="Bail"/>. What happens to it later is conditional too: a node that lost its lease changes nothing.
/// </summary>
public sealed class FileDEnvoi(BaseRebond donnees)
{
    /// <summary>Longer than any try (the SMTP client gives up after two minutes).</summary>
    public static readonly TimeSpan Bail = TimeSpan.FromMinutes(10);

    /// <summary>Waits between tries, two days in all; the next failure is for a person.</summary>
    private static readonly TimeSpan[] Attentes =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    public const string CodeIncertain = "REMISE_INCERTAINE";

    private DateTime Maintenant => donnees.Horloge.GetUtcNow().UtcDateTime;

    /// <summary>Something is due: worth opening a connection.</summary>
    public Task<bool> AttendAsync(CancellationToken ct) => Dus(Maintenant).AnyAsync(ct);

    /// <summary>The next message due, now ours; null when nothing is.</summary>
    public async Task<Message?> PrendreAsync(CancellationToken ct)
    {
        while (await Dus(Maintenant).AsNoTracking().OrderBy(m => m.ProchainEssai).ThenBy(m => m.Id).FirstOrDefaultAsync(ct) is { } message)
        {
            // A try before us had begun to hand it over and never said how it ended.
            if (message.RemiseCommenceeLe is not null)
            {
                await ConclureAsync(message, new ResultatRemise(IssueRemise.Incertaine), ct);
                continue;
            }
            var fin = Maintenant + Bail;
            var prises = await donnees.Set<Message>().Where(m => m.Id == message.Id && m.Version == message.Version)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.ProchainEssai, fin).SetProperty(x => x.Essais, x => x.Essais + 1).SetProperty(x => x.Version, x => x.Version + 1), ct);
            if (prises == 0)
                continue;
            (message.ProchainEssai, message.Essais, message.Version) = (fin, message.Essais + 1, message.Version + 1);
            return message;
        }
        return null;
    }

    /// <summary>The mark, on disk before the text leaves. False when the lease was lost: do not send.</summary>
    public async Task<bool> AnnoncerAsync(Message message, CancellationToken ct)
    {
        var (maintenant, fin) = (Maintenant, Maintenant + Bail);
        await using var transaction = await donnees.OuvrirDurableAsync(ct);
        var marques = await donnees.Set<Message>().Where(m => m.Id == message.Id && m.Version == message.Version)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.RemiseCommenceeLe, maintenant).SetProperty(x => x.ProchainEssai, fin).SetProperty(x => x.Version, x => x.Version + 1), ct);
        await transaction.CommitAsync(ct);
        (message.RemiseCommenceeLe, message.ProchainEssai, message.Version) = (maintenant, fin, message.Version + 1);
        return marques == 1;
    }

    /// <summary>Writes the end of a try. Not cancelled with the host: what the server answered must be known.</summary>
    public async Task ConclureAsync(Message message, ResultatRemise resultat, CancellationToken ct)
    {
        await using var transaction = await donnees.OuvrirDurableAsync(ct);
        if (await donnees.Set<Message>().SingleOrDefaultAsync(m => m.Id == message.Id && m.Version == message.Version, ct) is not { } ligne)
            return;
        ligne.RemiseCommenceeLe = null;
        (ligne.Erreur, ligne.ErreurDetail) = (resultat.Code, Court(resultat.Detail));
        switch (resultat.Issue)
        {
            case IssueRemise.Acceptee:
                ligne.MarquerEnvoye(Maintenant);
                break;
            case IssueRemise.Ajournee when ligne.Essais <= Attentes.Length:
                (ligne.Etat, ligne.ProchainEssai) = (EtatMessage.EnEchec, Maintenant + Attentes[ligne.Essais - 1]);
                break;
            case IssueRemise.Incertaine:
                (ligne.Etat, ligne.ProchainEssai, ligne.Erreur) = (EtatMessage.EnEchec, null, CodeIncertain);
                break;
            default:
                (ligne.Etat, ligne.ProchainEssai) = (EtatMessage.EnEchec, null);
                break;
        }
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        donnees.ChangeTracker.Clear();
    }

    private IQueryable<Message> Dus(DateTime maintenant) =>
        donnees.Set<Message>().Where(m => m.Canal == CanalMessage.Courriel && m.ProchainEssai <= maintenant);

    private static string? Court(string? detail) => detail is { Length: > 500 } ? detail[..500] : detail;
}
