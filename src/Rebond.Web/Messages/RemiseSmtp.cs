using System.Globalization;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;
using MimeKit.Text;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Web.Messages;

/// <summary>One conversation with the SMTP server: hands messages over, and says of each what became of it.</summary>
internal sealed class RemiseSmtp(ReglagesCourriel reglages, TimeProvider horloge) : IDisposable
{
    /// <summary>Shorter than the lease of a message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly SmtpClient _client = new();

    public bool EstOuverte => _client.IsConnected;

    /// <exception cref="Exception">The server cannot be reached, its certificate is not trusted, or it refuses the account.</exception>
    public async Task OuvrirAsync(CancellationToken ct)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(Patience);
        await _client.ConnectAsync(reglages.Serveur!, reglages.Port, reglages.Options, limite.Token);
        if (reglages.Utilisateur is { Length: > 0 } utilisateur)
            await _client.AuthenticateAsync(utilisateur, reglages.MotDePasse ?? "", limite.Token);
    }

    /// <summary>Does not stop with the host: the answer must be heard. Accents before the @ travel only where the server says it takes them (RFC 6531).</summary>
    public async Task<ResultatRemise> RemettreAsync(Message message)
    {
        var partieLocale = message.Coordonnees[..message.Coordonnees.LastIndexOf('@')];
        if (partieLocale.Any(c => !char.IsAscii(c)) && !_client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            return new(IssueRemise.Refusee, "ADRESSE_NON_ACHEMINABLE", "SMTPUTF8");
        var texteParti = new TexteParti();
        using var limite = new CancellationTokenSource(Patience);
        try
        {
            using var mime = Composer(message);
            await _client.SendAsync(mime, limite.Token, texteParti);
            return new(IssueRemise.Acceptee);
        }
        catch (SmtpCommandException refus)
        {
            var code = ((int)refus.StatusCode).ToString(CultureInfo.InvariantCulture);
            return new((int)refus.StatusCode >= 500 ? IssueRemise.Refusee : IssueRemise.Ajournee, "SMTP_" + code, refus.Message);
        }
        catch (Exception rupture) when (rupture is IOException or ProtocolException or OperationCanceledException or ServiceNotConnectedException)
        {
            // The server takes a message at its final dot: before the text left, it has nothing.
            return texteParti.Oui ? new(IssueRemise.Incertaine, FileDEnvoi.CodeIncertain, rupture.GetType().Name) : new(IssueRemise.Ajournee, "CONNEXION_ROMPUE", rupture.GetType().Name);
        }
    }

    public async Task FermerAsync()
    {
        if (!_client.IsConnected)
            return;
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _client.DisconnectAsync(quit: true, limite.Token);
        }
        catch (Exception rupture) when (rupture is IOException or ProtocolException or OperationCanceledException)
        {
            // Everything sent has had its answer already.
        }
    }

    private MimeMessage Composer(Message message)
    {
        var expediteur = reglages.AdresseExpediteur;
        var mime = new MimeMessage
        {
            Subject = message.Sujet,
            Date = horloge.GetUtcNow(),
            // The same at each try: a server or a reader that sees it twice can tell.
            MessageId = $"{message.Id:N}@{expediteur.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = message.Corps + "\n" },
        };
        mime.From.Add(expediteur);
        mime.To.Add(new MailboxAddress(message.Nom, message.Coordonnees));
        if (reglages.RepondreA is { Length: > 0 } reponse)
            mime.ReplyTo.Add(MailboxAddress.Parse(reponse));
        // No out-of-office answers to a robot (RFC 3834).
        mime.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mime.Body.Headers.Add(HeaderId.ContentLanguage, "fr");
        return mime;
    }

    public void Dispose() => _client.Dispose();

    private sealed class TexteParti : ITransferProgress
    {
        public bool Oui { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Oui = true;

        public void Report(long bytesTransferred) => Oui = true;
    }
}
