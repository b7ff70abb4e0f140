using System.Text;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Cli.Socle;

/// <summary>A text given by name, or on the standard input (« - »).</summary>
internal static class Entree
{
    public static string Nom(string fichier) => fichier == "-" ? "entrée standard" : fichier;

    /// <summary>Null when the file cannot be read, or is larger than any file of ours, said on stderr.</summary>
    public static async Task<string?> LireAsync(string fichier, CancellationToken ct)
    {
        var limites = LimitesFichier.Ordinaires;
        await using var contenu = await Imports.OuvrirAsync(fichier, limites, ct);
        if (contenu is null)
            return null;
        if (contenu.Length > limites.OctetsMax)
        {
            await Console.Error.WriteLineAsync($"{Nom(fichier)} : plus de {limites.OctetsMax / 1024 / 1024} Mo. Coupez-le en plusieurs fichiers.");
            return null;
        }
        using var lecteur = new StreamReader(contenu, Encoding.UTF8);
        return await lecteur.ReadToEndAsync(ct);
    }
}
