using System.Diagnostics;

namespace Rebond.Parcours.Tests.Coupures;

/// <summary>The real command line in a process of its own, that can be killed (SIGKILL) in the middle of what it does.</summary>
internal sealed class CommandeTuee(string chaine)
{
    /// <param name="Tuee">Killed while it ran; false when it had ended by itself.</param>
    public sealed record Fin(bool Tuee, int Code, string Sortie, TimeSpan Duree);

    public Task<Fin> JusquAuBoutAsync(CancellationToken ct, params string[] arguments) => LancerAsync(null, arguments, ct);

    public Task<Fin> TuerApresAsync(TimeSpan delai, CancellationToken ct, params string[] arguments) => LancerAsync(delai, arguments, ct);

    private async Task<Fin> LancerAsync(TimeSpan? delai, string[] arguments, CancellationToken ct)
    {
        var demarrage = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "rebond.dll"), .. arguments, "--base", chaine])
            demarrage.ArgumentList.Add(argument);
        var montre = Stopwatch.StartNew();
        using var processus = Process.Start(demarrage)!;
        var (sortie, erreurs) = (processus.StandardOutput.ReadToEndAsync(ct), processus.StandardError.ReadToEndAsync(ct));
        if (delai is { } attente)
        {
            await Task.WhenAny(processus.WaitForExitAsync(ct), Task.Delay(attente, ct));
            if (!processus.HasExited)
                processus.Kill();
        }
        await processus.WaitForExitAsync(ct);
        var tuee = processus.ExitCode == 128 + 9;
        return new Fin(tuee, processus.ExitCode, await sortie + await erreurs, montre.Elapsed);
    }
}
