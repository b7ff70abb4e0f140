using System.Text.Encodings.Web;
using System.Text.Json;
using Rebond.Coeur.Socle;

namespace Rebond.Cli.Socle;

/// <summary>What commands print: JSON for scripts, French sentences for people, refusals on stderr one line each.</summary>
internal static class Sortie
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Accents stay readable; the output is a file or a terminal, never an HTML page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void EcrireJson<T>(T valeur) => Console.Out.WriteLine(JsonSerializer.Serialize(valeur, Json));

    /// <summary>Prints the refusals and answers the exit code of a refusal.</summary>
    public static int Refuser(IEnumerable<Refus> refus)
    {
        foreach (var raison in refus)
            Console.Error.WriteLine($"{raison.Code} : {raison.Phrase}");
        return CodeSortie.Refuse;
    }
}
