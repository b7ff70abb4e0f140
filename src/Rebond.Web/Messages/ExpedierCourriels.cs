using Microsoft.Extensions.Options;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Web.Messages;

/// <summary>Empties the queue of e-mails over one connection. What it logs names messages by their id: never whom nor what.</summary>
public sealed partial class ExpedierCourriels(IOptions<ReglagesCourriel> options, IServiceScopeFactory portees, TimeProvider horloge, ILogger<ExpedierCourriels> journaux)
{
    /// <summary>Servers like a new connection now and then.</summary>
    private const int ParConnexion = 100;

    public bool EstConfigure => options.Value.EstConfigure;

    /// <summary>Since when this node cannot reach the server; null when its last try could.</summary>
    public DateTime? InjoignableDepuis { get; private set; }

    /// <summary>One pass; returns how many messages it tried.</summary>
    public async Task<int> PasserAsync(CancellationToken ct)
    {
        if (!EstConfigure)
            return 0;
        await using var portee = portees.CreateAsyncScope();
        var file = new FileDEnvoi(portee.ServiceProvider.GetRequiredService<BaseRebond>());
        var essayes = 0;
        while (await file.AttendAsync(ct))
        {
            using var remise = new RemiseSmtp(options.Value, horloge);
            // Connected first: a server that is down costs no message one of its tries.
            if (!await JoindreAsync(remise, ct))
                break;
            var avant = essayes;
            while (remise.EstOuverte && essayes - avant < ParConnexion && !ct.IsCancellationRequested && await file.PrendreAsync(ct) is { } message)
            {
                essayes++;
                if (!await file.AnnoncerAsync(message, ct))
                    continue;
                var resultat = await remise.RemettreAsync(message);
                await file.ConclureAsync(message, resultat, CancellationToken.None);
                if (resultat.Issue != IssueRemise.Acceptee)
                    NonRemis(journaux, message.Id, resultat.Issue, resultat.Code);
            }
            await remise.FermerAsync();
            ct.ThrowIfCancellationRequested();
        }
        return essayes;
    }

    private async Task<bool> JoindreAsync(RemiseSmtp remise, CancellationToken ct)
    {
        try
        {
            await remise.OuvrirAsync(ct);
            InjoignableDepuis = null;
            return true;
        }
        catch (Exception erreur) when (!ct.IsCancellationRequested)
        {
            if (InjoignableDepuis is null)
                Injoignable(journaux, erreur);
            InjoignableDepuis ??= horloge.GetUtcNow().UtcDateTime;
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Message {Message} non remis : {Issue} ({Code}).")]
    private static partial void NonRemis(ILogger journaux, Guid message, IssueRemise issue, string? code);

    [LoggerMessage(LogLevel.Error, "Le serveur SMTP (Rebond:Courriel) est injoignable ou refuse ce compte ; les courriels attendent.")]
    private static partial void Injoignable(ILogger journaux, Exception erreur);
}

/// <summary>Looks at the queue at each beat, for the life of the site.</summary>
public sealed partial class ExpeditionContinue(ExpedierCourriels expedier, IOptions<ReglagesCourriel> options, TimeProvider horloge, ILogger<ExpeditionContinue> journaux) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!expedier.EstConfigure)
            return;
        using var battement = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.Cadence), horloge);
        do
        {
            try
            {
                await expedier.PasserAsync(stoppingToken);
            }
            catch (Exception erreur) when (!stoppingToken.IsCancellationRequested)
            {
                // The database away for a moment must not stop the mail for ever.
                PassageInterrompu(journaux, erreur);
            }
        }
        while (await battement.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "Un passage d'envoi des courriels s'est arrêté ; le suivant reprendra.")]
    private static partial void PassageInterrompu(ILogger journaux, Exception erreur);
}
