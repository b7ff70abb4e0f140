using System.Text;

namespace Rebond.Cli.Socle;

/// <summary>A text given by name, or on the standard input (« - »).</summary>
internal static class Entree
{
    public static string Nom(string fichier) => fichier == "-" ? "entrée standard" : fichier;

    /// <summary>Null when the file cannot be read, said on stderr.</summary>
    public static async Task<string?> LireAsync(string fichier, CancellationToken ct)
    {
        if (fichier == "-")
        {
            using var entree = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            return await entree.ReadToEndAsync(ct);
        }
        try
        {
            return await File.ReadAllTextAsync(fichier, ct);
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(File.Exists(fichier) ? $"{fichier} : ce fichier ne peut pas être lu." : $"{fichier} : ce fichier n'existe pas.");
            return null;
        }
    }
}
