using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>Asks clamd about a file by its INSTREAM command, over TCP or a local socket. A scanner that is absent, silent or full answers NonAnalyse: nothing is said clean unheard.</summary>
public sealed class AnalyseVirale(ReglagesDepots reglages)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="Motif">Why it was not scanned, or the name of what was found.</param>
    /// <param name="Muet">The scanner is out of reach: no use asking about another file now.</param>
    public sealed record Verdict(AnalyseDepot Analyse, string? Motif, bool Muet = false);

    public bool EstConfiguree => !string.IsNullOrWhiteSpace(reglages.Clamd);

    public async Task<Verdict> ExaminerAsync(Stream contenu, CancellationToken ct)
    {
        if (!EstConfiguree)
            return new(AnalyseDepot.NonAnalyse, "aucun antivirus n’est configuré", Muet: true);
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limite.CancelAfter(Patience);
        try
        {
            return Comprendre(await DemanderAsync(contenu, limite.Token));
        }
        catch (Exception erreur) when (erreur is SocketException or EndOfStreamException || (erreur is IOException && erreur.InnerException is SocketException) || (erreur is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new(AnalyseDepot.NonAnalyse, "l’antivirus ne répond pas", Muet: true);
        }
    }

    private async Task<string> DemanderAsync(Stream contenu, CancellationToken ct)
    {
        using var prise = await JoindreAsync(ct);
        await using var flux = new NetworkStream(prise);
        await flux.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var tampon = new byte[4 + 65_536];
        try
        {
            int lus;
            while ((lus = await contenu.ReadAsync(tampon.AsMemory(4), ct)) > 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(tampon, lus);
                await flux.WriteAsync(tampon.AsMemory(0, 4 + lus), ct);
            }
            await flux.WriteAsync(new byte[4], ct);
        }
        catch (IOException erreur) when (erreur.InnerException is SocketException)
        {
            // Over its own size limit clamd answers and hangs up: what it said is still to be read.
        }
        return await LireReponseAsync(flux, ct);
    }

    private async Task<Socket> JoindreAsync(CancellationToken ct)
    {
        var adresse = reglages.Clamd!.Trim();
        var tcp = adresse.StartsWith("tcp://", StringComparison.OrdinalIgnoreCase) ? new Uri(adresse) : null;
        var prise = tcp is null ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (tcp is null)
                await prise.ConnectAsync(new UnixDomainSocketEndPoint(adresse), ct);
            else
                await prise.ConnectAsync(tcp.Host, tcp.Port, ct);
            return prise;
        }
        catch
        {
            prise.Dispose();
            throw;
        }
    }

    private static async Task<string> LireReponseAsync(NetworkStream flux, CancellationToken ct)
    {
        var reponse = new byte[1024];
        var lus = 0;
        while (lus < reponse.Length)
        {
            var n = await flux.ReadAsync(reponse.AsMemory(lus), ct);
            if (n == 0)
                break;
            lus += n;
            if (reponse[lus - 1] == 0)
                break;
        }
        return Encoding.ASCII.GetString(reponse, 0, lus).TrimEnd('\0', '\n');
    }

    /// <summary>"stream: OK", "stream: Eicar-Signature FOUND", "INSTREAM size limit exceeded. ERROR".</summary>
    private static Verdict Comprendre(string reponse) =>
        reponse == "stream: OK" ? new(AnalyseDepot.Sain, null)
        : reponse.StartsWith("stream: ", StringComparison.Ordinal) && reponse.EndsWith(" FOUND", StringComparison.Ordinal) ? new(AnalyseDepot.Infecte, reponse["stream: ".Length..^" FOUND".Length])
        : new(AnalyseDepot.NonAnalyse, "l’antivirus n’a pas pu analyser ce fichier");
}
