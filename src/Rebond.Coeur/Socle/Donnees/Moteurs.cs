using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Rebond.Coeur.Socle.Donnees;

/// <summary>Embedded engine: demonstration, one machine.</summary>
public sealed class BaseSqlite(DbContextOptions<BaseSqlite> options, TimeProvider horloge) : BaseRebond(options, horloge)
{
    /// <summary>FULL for this transaction; the next opening of the connection sets NORMAL again (<see cref="ReglagesSqlite"/>).</summary>
    public override async Task<IDbContextTransaction> OuvrirDurableAsync(CancellationToken ct)
    {
        await Database.OpenConnectionAsync(ct);
        await Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL", ct);
        return await Database.BeginTransactionAsync(ct);
    }

    /// <summary>Nothing to do: a SQLite transaction opened to write is already alone (BEGIN IMMEDIATE).</summary>
    protected override Task VerrouillerJournalAsync(CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Engine of real académies.</summary>
public sealed class BasePostgreSql(DbContextOptions<BasePostgreSql> options, TimeProvider horloge) : BaseRebond(options, horloge)
{
    /// <summary>Alone from its first read, as on SQLite: no mark, signature or reopening slips between what is read and what is decided.</summary>
    public override async Task<IDbContextTransaction> OuvrirActeQuiEngageAsync(CancellationToken ct)
    {
        var transaction = await base.OuvrirActeQuiEngageAsync(ct);
        await VerrouillerJournalAsync(ct);
        return transaction;
    }

    // One key for the whole chain; freed by the engine when the transaction ends.
    protected override Task VerrouillerJournalAsync(CancellationToken ct) => Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(8252020)", ct);
}

/// <summary>WAL by EF's default; NORMAL never corrupts and may lose the last commits at a power cut. Acts that bind ask for FULL themselves.</summary>
internal sealed class ReglagesSqlite : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var commande = connection.CreateCommand();
        commande.CommandText = Pragmas;
        commande.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var commande = connection.CreateCommand();
        commande.CommandText = Pragmas;
        await commande.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class FabriqueSqlite : IDesignTimeDbContextFactory<BaseSqlite>
{
    public BaseSqlite CreateDbContext(string[] args) => new(OptionsBase.Sqlite("Data Source=:memory:"), TimeProvider.System);
}

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class FabriquePostgreSql : IDesignTimeDbContextFactory<BasePostgreSql>
{
    public BasePostgreSql CreateDbContext(string[] args) => new(OptionsBase.PostgreSql("Host=localhost"), TimeProvider.System);
}
