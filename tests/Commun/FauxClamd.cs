using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Rebond.Tests.Commun;

/// <summary>Speaks clamd's INSTREAM on a free port of the loopback, or on a local socket; finds the virus named in its setting when a file holds "EICAR".</summary>
public sealed class FauxClamd : IAsyncDisposable
{
    private readonly Socket _ecoute;
    private readonly CancellationTokenSource _arret = new();
    private readonly Task _service;

    /// <param name="reponse">What it always answers; null: it looks.</param>
    public FauxClamd(string? reponse = null, string? prise = null)
    {
        _ecoute = prise is null ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _ecoute.Bind(prise is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(prise));
        _ecoute.Listen();
        Adresse = prise ?? $"tcp://127.0.0.1:{((IPEndPoint)_ecoute.LocalEndPoint!).Port}";
        _service = ServirAsync(reponse);
    }

    /// <summary>What Rebond:Clamd takes.</summary>
    public string Adresse { get; }

    /// <summary>Every file it was handed, plain.</summary>
    public ConcurrentQueue<byte[]> Recus { get; } = new();

    private async Task ServirAsync(string? reponse)
    {
        try
        {
            while (true)
            {
                using var prise = await _ecoute.AcceptAsync(_arret.Token);
                await using var flux = new NetworkStream(prise);
                var commande = new byte[10];
                await flux.ReadExactlyAsync(commande, _arret.Token);
                if (Encoding.ASCII.GetString(commande) != "zINSTREAM\0")
                    continue;
                var contenu = new MemoryStream();
                var longueur = new byte[4];
                while (true)
                {
                    await flux.ReadExactlyAsync(longueur, _arret.Token);
                    var n = BinaryPrimitives.ReadInt32BigEndian(longueur);
                    if (n == 0)
                        break;
                    var morceau = new byte[n];
                    await flux.ReadExactlyAsync(morceau, _arret.Token);
                    contenu.Write(morceau);
                }
                Recus.Enqueue(contenu.ToArray());
                var dit = reponse ?? (contenu.ToArray().AsSpan().IndexOf("EICAR"u8) >= 0 ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
                await flux.WriteAsync(Encoding.ASCII.GetBytes(dit + "\0"), _arret.Token);
            }
        }
        catch (Exception erreur) when (erreur is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _arret.CancelAsync();
        _ecoute.Dispose();
        await _service;
        _arret.Dispose();
    }
}
