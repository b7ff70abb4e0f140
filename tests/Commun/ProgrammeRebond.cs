using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Rebond.Tests.Commun;

/// <summary>What a command answered.</summary>
internal sealed record Execution(int Code, string Sortie, string Erreur)
{
    public JsonNode Json => JsonNode.Parse(Sortie)!;
}

/// <summary>The published command line as a script calls it: the executable, in a process of its own.</summary>
internal static class ProgrammeRebond
{
    /// <param name="entree">Given to the standard input.</param>
    public static async Task<Execution> LancerAsync(string? entree, params string[] arguments)
    {
        var demarrage = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "rebond.dll"), .. arguments])
            demarrage.ArgumentList.Add(argument);
        using var processus = Process.Start(demarrage)!;
        var (sortie, erreur) = (processus.StandardOutput.ReadToEndAsync(), processus.StandardError.ReadToEndAsync());
        await processus.StandardInput.WriteAsync(entree);
        processus.StandardInput.Close();
        await processus.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(processus.ExitCode, await sortie, await erreur);
    }
}
