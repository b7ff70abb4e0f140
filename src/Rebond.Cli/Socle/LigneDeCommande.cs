using System.CommandLine;
using System.CommandLine.Help;

namespace Rebond.Cli.Socle;

/// <summary>Exit codes of the contract (docs/contrat-cli.md).</summary>
internal static class CodeSortie
{
    public const int Fait = 0;
    public const int Refuse = 1;
    public const int MauvaisUsage = 2;
    public const int Panne = 3;
}

/// <summary>Parses, runs, and turns what nobody else expects into one line on stderr: never a stack trace.</summary>
internal static class LigneDeCommande
{
    public static async Task<int> ExecuterAsync(RootCommand racine, string[] args)
    {
        foreach (var aide in racine.Options.OfType<HelpOption>())
            aide.Description = "Affiche ce mode d'emploi.";
        var lecture = racine.Parse(args);
        if (lecture.Errors.Count > 0)
        {
            foreach (var erreur in lecture.Errors)
                await Console.Error.WriteLineAsync(erreur.Message);
            await Console.Error.WriteLineAsync("Ajoutez --help à la commande pour voir son mode d'emploi.");
            return CodeSortie.MauvaisUsage;
        }
        try
        {
            return await lecture.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrompu : rien n'a été enregistré par cette commande.");
            return CodeSortie.Panne;
        }
        catch (Exception panne) when (Environment.GetEnvironmentVariable("REBOND_TRACE") is null)
        {
            await Console.Error.WriteLineAsync($"Panne : {panne.GetType().Name} – {panne.Message.ReplaceLineEndings(" ")} (REBOND_TRACE=1 montre le détail).");
            return CodeSortie.Panne;
        }
    }
}
