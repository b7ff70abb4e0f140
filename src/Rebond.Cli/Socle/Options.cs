using System.CommandLine;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Socle;

/// <summary>Options several commands share, each created anew for its command.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Répond en JSON sur la sortie standard." };

    /// <summary>A SQLite file or a PostgreSQL connection string; by default the application's own (Rebond__Base), else donnees/rebond.db.</summary>
    public static Option<string> Base() => new("--base")
    {
        Description = "Base de données : un fichier SQLite ou une chaîne PostgreSQL (« Host=… »).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Rebond__Base") ?? "donnees/rebond.db",
    };

    public static Option<SessionExamen> Session() => new("--session")
    {
        Description = "Session : « 2020 » ou « 2020-06 ».",
        Required = true,
        CustomParser = resultat =>
        {
            var texte = resultat.Tokens.Count == 1 ? resultat.Tokens[0].Value : "";
            if (!SessionExamen.TryLire(texte, out var session))
                resultat.AddError($"« {texte} » n'est pas une session : écrivez par exemple 2020 ou 2020-06.");
            return session;
        },
    };

    /// <summary>The clock of the machine, or the one of a demonstration (Rebond__JoursDecales).</summary>
    public static TimeProvider Horloge => HorlogeDecalee.Lire(Environment.GetEnvironmentVariable(HorlogeDecalee.Reglage.Replace(":", "__", StringComparison.Ordinal)));

    /// <summary>Opens the base, creating the folder of a SQLite file and applying pending migrations.</summary>
    public static async Task<BaseRebond> OuvrirAsync(string chaine, CancellationToken ct)
    {
        var donnees = OptionsBase.Ouvrir(chaine, Horloge);
        await donnees.PreparerAsync(ct);
        return donnees;
    }
}
