using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Rebond.Coeur.Socle.Donnees;

/// <summary>Brings a base to the current schema before its first use by a host.</summary>
public static class PreparationBase
{
    /// <summary>
    /// A base already up to date is only read: EF's migration takes, on SQLite, a lock that is a row of the base, and a process killed while
    /// it holds that row would leave every later one waiting for ever.
    /// </summary>
    public static async Task PreparerAsync(this BaseRebond donnees, CancellationToken ct)
    {
        var sqlite = donnees.Database.GetDbConnection() as SqliteConnection;
        var fichier = sqlite is null ? null : Path.GetFullPath(new SqliteConnectionStringBuilder(sqlite.ConnectionString).DataSource);
        if (Path.GetDirectoryName(fichier) is { } dossier)
            Directory.CreateDirectory(dossier);
        if (!(await donnees.Database.GetPendingMigrationsAsync(ct)).Any())
            return;
        if (fichier is null)
        {
            await donnees.Database.MigrateAsync(ct);
            return;
        }
        await using var seul = await AttendreMonTourAsync($"{fichier}.migration", ct);
        if (File.Exists(fichier))
            await OublierVerrouAbandonneAsync(donnees, ct);
        await donnees.Database.MigrateAsync(ct);
        // EF asks for it when it creates the file, which a process killed just then may have left in the other mode.
        await donnees.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        await donnees.MesurerTablesAsync(ct);
    }

    /// <summary>Held by the system for this process, and freed with it however it ends. The empty file stays: deleting it would let two in.</summary>
    private static async Task<FileStream> AttendreMonTourAsync(string chemin, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(chemin, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(chemin))
            {
                await Task.Delay(50, ct);
            }
        }
    }

    /// <summary>We are alone: whoever wrote EF's row is dead.</summary>
    private static async Task OublierVerrouAbandonneAsync(BaseRebond donnees, CancellationToken ct)
    {
        if (await donnees.Database.SqlQuery<int>($"select count(*) as \"Value\" from sqlite_master where name = '__EFMigrationsLock'").SingleAsync(ct) > 0)
            await donnees.Database.ExecuteSqlRawAsync("delete from \"__EFMigrationsLock\"", ct);
    }

    /// <summary>
    /// Gives the engine the sizes by which it chooses an index: without them SQLite reads a whole session to find one class. SQLite does it at its
    /// leisure, only for what changed much; PostgreSQL does it by itself, later than the first page after a bulk load.
    /// </summary>
    public static Task MesurerTablesAsync(this BaseRebond donnees, CancellationToken ct) =>
        donnees.Database.ExecuteSqlRawAsync(donnees is BaseSqlite ? "PRAGMA analysis_limit=400; PRAGMA optimize=0x10002;" : "analyze", ct);
}
