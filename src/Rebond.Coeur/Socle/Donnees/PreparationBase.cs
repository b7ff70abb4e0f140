using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Rebond.Coeur.Socle.Donnees;

/// <summary>Brings a base to the current schema before its first use by a host.</summary>
public static class PreparationBase
{
    public static async Task PreparerAsync(this BaseRebond donnees, CancellationToken ct)
    {
        if (donnees.Database.GetDbConnection() is SqliteConnection sqlite
            && Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(sqlite.ConnectionString).DataSource)) is { } dossier)
            Directory.CreateDirectory(dossier);
        await donnees.Database.MigrateAsync(ct);
        if (donnees is BaseSqlite)
            await donnees.MesurerTablesAsync(ct);
    }

    /// <summary>
    /// Gives the engine the sizes by which it chooses an index: without them SQLite reads a whole session to find one class. SQLite does it at its
    /// leisure, only for what changed much; PostgreSQL does it by itself, later than the first page after a bulk load.
    /// </summary>
    public static Task MesurerTablesAsync(this BaseRebond donnees, CancellationToken ct) =>
        donnees.Database.ExecuteSqlRawAsync(donnees is BaseSqlite ? "PRAGMA analysis_limit=400; PRAGMA optimize=0x10002;" : "analyze", ct);
}
