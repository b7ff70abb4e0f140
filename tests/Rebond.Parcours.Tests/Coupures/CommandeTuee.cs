using System.Diagnostics;

namespace Rebond.Parcours.Tests.Coupures;

/// <summary>The real command line in a process of its own, that can be killed (SIGKILL) in the middle of what it does.</summary>
internal sealed class CommandeTuee(string chaine)
{
    /// <param name="Tuee">Killed while it ran; false when it had ended by itself.</param>
    /// <param name="Pendant">When killed: it was inside the transaction of its act.</param>
    public sealed record Fin(bool Tuee, bool Pendant, int Code, string Sortie);

    /// <summary>Decides the moment of the kill, given the process and a token that ends with it.</summary>
    public delegate Task Moment(Process processus, CancellationToken finDuProcessus);

    public static readonly Moment Jamais = (_, fin) => Task.Delay(Timeout.InfiniteTimeSpan, fin);

    public Task<Fin> JusquAuBoutAsync(CancellationToken ct, params string[] arguments) => TuerAsync(Jamais, _ => Task.FromResult(false), ct, arguments);

    public async Task<Fin> TuerAsync(Moment moment, Func<Process, Task<bool>> estDansLActe, CancellationToken ct, params string[] arguments)
    {
        var demarrage = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "rebond.dll"), .. arguments, "--base", chaine])
            demarrage.ArgumentList.Add(argument);
        using var processus = Process.Start(demarrage)!;
        var (sortie, erreurs) = (processus.StandardOutput.ReadToEndAsync(ct), processus.StandardError.ReadToEndAsync(ct));
        using var fin = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var attente = processus.WaitForExitAsync(ct);
        var venu = moment(processus, fin.Token);
        var pendant = false;
        if (await Task.WhenAny(attente, venu) == venu)
        {
            await venu;
            pendant = await estDansLActe(processus);
            processus.Kill();
        }
        await attente;
        await fin.CancelAsync();
        var tuee = processus.ExitCode == 128 + 9;
        return new Fin(tuee, tuee && pendant, processus.ExitCode, await sortie + await erreurs);
    }
}
