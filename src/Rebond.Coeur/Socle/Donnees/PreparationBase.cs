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
    }
}
