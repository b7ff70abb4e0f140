using System.CommandLine;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Optimisation.Socle;

namespace Rebond.Cli.Socle;

/// <summary>What the planning commands share: reading JSON files, exit codes, the status in words.</summary>
internal static class Planification
{
    private static readonly LimitesFichier s_limites = new(OctetsMax: 512L * 1024 * 1024);

    public static Argument<string> Instance() => new("INSTANCE.json") { Description = "L'instance, en JSON ; « - » lit l'entrée standard." };

    public static Option<int> Duree()
    {
        var duree = new Option<int>("--duree") { Description = "Temps accordé, en secondes.", DefaultValueFactory = _ => 60 };
        duree.Validators.Add(resultat =>
        {
            if (resultat.Tokens.Count == 1 && int.TryParse(resultat.Tokens[0].Value, out var secondes) && secondes < 1)
                resultat.AddError("--duree : donnez au moins une seconde.");
        });
        return duree;
    }

    /// <summary>The whole file; none when it cannot be read, said on stderr.</summary>
    public static async Task<byte[]?> LireAsync(string fichier, CancellationToken ct)
    {
        await using var flux = await Imports.OuvrirAsync(fichier, s_limites, ct);
        if (flux is null)
            return null;
        if (flux.Length > s_limites.OctetsMax)
        {
            await Console.Error.WriteLineAsync($"FICHIER_TROP_GROS : « {fichier} » dépasse {s_limites.OctetsMax / 1024 / 1024} Mo.");
            return null;
        }
        var octets = new byte[flux.Length];
        await flux.ReadExactlyAsync(octets, ct);
        return octets;
    }

    /// <summary>Says what is wrong with the shape or the values; none when there is nothing to say.</summary>
    public static int? Refus<T>(string fichier, LectureJson<T> lecture) where T : class
    {
        if (lecture.MauvaisUsage is null)
            return null;
        Console.Error.WriteLine($"{(fichier == "-" ? "entrée standard" : fichier)} : {lecture.MauvaisUsage}");
        return CodeSortie.MauvaisUsage;
    }

    /// <summary>Conflicts on stderr, one a line, and the exit code they call for.</summary>
    public static int Conclure(IReadOnlyList<Conflit> conflits)
    {
        foreach (var conflit in conflits)
            Console.Error.WriteLine($"{conflit.Code} : {conflit.Phrase}");
        return conflits.Count == 0 ? CodeSortie.Fait : CodeSortie.Refuse;
    }
}
