using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rebond.Tests.Commun;

/// <summary>
/// A minimal SMTP server on a free port of the loopback (RFC 5321, no TLS): keeps what it takes in charge, answers what a test tells it to.
/// </summary>
public sealed class FauxSmtp : IAsyncDisposable
{
    private readonly TcpListener _ecoute = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _arret = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Task _accueil;

    public FauxSmtp()
    {
        _ecoute.Start();
        Port = ((IPEndPoint)_ecoute.LocalEndpoint).Port;
        _accueil = AccueillirAsync();
    }

    public int Port { get; }

    /// <summary>Messages taken in charge: envelope recipient and text, byte for byte.</summary>
    public ConcurrentQueue<(string Destinataire, byte[] Octets)> Recus { get; } = new();

    /// <summary>From a command ("MAIL FROM:…", "RCPT TO:…", "DATA", and "." for the end of the text) to the answer to give; null: the usual one; "": hang up.</summary>
    public Func<string, string?> Repondre { get; set; } = _ => null;

    /// <summary>The settings of a site that sends here.</summary>
    public (string, string)[] Reglages(int cadence = 3600) =>
    [
        ("Rebond:Courriel:Serveur", "127.0.0.1"), ("Rebond:Courriel:Port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Rebond:Courriel:Securite", "AUCUNE"),
        ("Rebond:Courriel:Expediteur", "DEC d’essai – œuvre <ne-pas-repondre@ac-exemple.fr>"), ("Rebond:Courriel:Cadence", cadence.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private async Task AccueillirAsync()
    {
        try
        {
            while (true)
                _conversations.Add(ConverserAsync(await _ecoute.AcceptTcpClientAsync(_arret.Token)));
        }
        catch (Exception erreur) when (erreur is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task ConverserAsync(TcpClient client)
    {
        using var prise = client;
        try
        {
            await using var flux = client.GetStream();
            await DireAsync(flux, "220 essai ESMTP");
            var destinataire = "";
            while (await LireLigneAsync(flux) is { } ligne)
            {
                var commande = Encoding.ASCII.GetString(ligne).Trim();
                var reponse = Repondre(commande);
                if (reponse == "")
                    return;
                if (commande.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase) && reponse is null)
                    destinataire = commande["RCPT TO:".Length..].Trim('<', '>', ' ');
                if (commande.Equals("DATA", StringComparison.OrdinalIgnoreCase) && reponse is null)
                {
                    await DireAsync(flux, "354 allez-y");
                    var texte = await LireTexteAsync(flux);
                    reponse = Repondre(".");
                    if (reponse == "")
                        return;
                    if (reponse is null)
                        Recus.Enqueue((destinataire, texte));
                }
                else if (commande.Equals("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    await DireAsync(flux, "221 au revoir");
                    return;
                }
                else if (commande.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) && reponse is null)
                    reponse = "250-essai\r\n250 8BITMIME";
                await DireAsync(flux, reponse ?? "250 d'accord");
            }
        }
        catch (Exception erreur) when (erreur is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    private async Task<byte[]> LireTexteAsync(NetworkStream flux)
    {
        var texte = new MemoryStream();
        while (await LireLigneAsync(flux) is { } ligne && !ligne.AsSpan().SequenceEqual(".\r\n"u8))
            texte.Write(ligne.AsSpan(ligne[0] == '.' ? 1 : 0));
        return texte.ToArray();
    }

    private async Task<byte[]?> LireLigneAsync(NetworkStream flux)
    {
        var ligne = new List<byte>();
        var octet = new byte[1];
        while (await flux.ReadAsync(octet, _arret.Token) == 1)
        {
            ligne.Add(octet[0]);
            if (octet[0] == '\n')
                return [.. ligne];
        }
        return null;
    }

    private async Task DireAsync(NetworkStream flux, string reponse) => await flux.WriteAsync(Encoding.ASCII.GetBytes(reponse + "\r\n"), _arret.Token);

    public async ValueTask DisposeAsync()
    {
        await _arret.CancelAsync();
        _ecoute.Stop();
        await _accueil;
        await Task.WhenAll(_conversations);
        _arret.Dispose();
    }
}
