using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace Rebond.Parcours.Tests.LigneDeCommande;

/// <summary>The published command line as a script calls it: a process, its arguments, its two outputs, its exit code.</summary>
/// <param name="chaine">Null for a command that asks for no base.</param>
internal sealed class CommandeRebond(string? chaine)
{
    public sealed record Fin(int Code, string Sortie, string Erreurs)
    {
        public JsonElement Json => JsonDocument.Parse(Sortie).RootElement;
    }

    public Task<Fin> LancerAsync(params string[] arguments) => LancerAsync(null, arguments);

    /// <param name="entree">A file given to the standard input by a pipe.</param>
    public async Task<Fin> LancerAsync(string? entree, string[] arguments)
    {
        string[] rebond = ["dotnet", Path.Combine(AppContext.BaseDirectory, "rebond.dll"), .. arguments, .. chaine is null ? (string[])[] : ["--base", chaine]];
        var demarrage = new ProcessStartInfo(entree is null ? rebond[0] : "/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in entree is null ? rebond[1..] : ["-c", "entree=$1; shift; cat \"$entree\" | \"$@\"", "sh", entree, .. rebond])
            demarrage.ArgumentList.Add(argument);
        using var processus = Process.Start(demarrage)!;
        var (sortie, erreurs) = (processus.StandardOutput.ReadToEndAsync(Ct), processus.StandardError.ReadToEndAsync(Ct));
        await processus.WaitForExitAsync(Ct);
        return new Fin(processus.ExitCode, await sortie, await erreurs);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
