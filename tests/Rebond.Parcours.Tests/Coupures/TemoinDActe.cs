using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Rebond.Parcours.Tests.Coupures;

/// <summary>
/// Sees from outside, without touching it, whether the command is inside the transaction of an act that binds: on SQLite it holds the lock of
/// writers (byte 120 of the shared-memory file), on PostgreSQL the lock of the journal.
/// </summary>
internal sealed class TemoinDActe(BaseDeTest socle) : IAsyncDisposable
{
    private const long VerrouEcrivainSqlite = 120;
    private NpgsqlConnection? _connexion;

    public Task<bool> EstDansLActeAsync(Process processus) => socle.Moteur == Moteur.Sqlite ? Task.FromResult(TientLeVerrouSqlite(processus.Id)) : JournalVerrouilleAsync();

    /// <summary>Ends when the act begins, or with the process.</summary>
    public async Task AttendreDebutAsync(Process processus, CancellationToken fin)
    {
        while (!await EstDansLActeAsync(processus))
            await Task.Delay(1, fin);
    }

    // "1: POSIX  ADVISORY  WRITE 4242 fe:00:131 120 120", the list the kernel keeps of everybody's locks.
    private static bool TientLeVerrouSqlite(int pid) => File.ReadLines("/proc/locks").Any(ligne =>
        ligne.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "POSIX", _, "WRITE", var proprietaire, _, var debut, var fin]
        && proprietaire == pid.ToString(CultureInfo.InvariantCulture)
        && long.Parse(debut, CultureInfo.InvariantCulture) <= VerrouEcrivainSqlite
        && (fin == "EOF" || long.Parse(fin, CultureInfo.InvariantCulture) >= VerrouEcrivainSqlite));

    private async Task<bool> JournalVerrouilleAsync()
    {
        if (_connexion is null)
        {
            // Another base of the same server: a connection to this one would hide that the dead command's is still there.
            _connexion = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(socle.Chaine) { Database = "postgres", Pooling = false }.ConnectionString);
            await _connexion.OpenAsync();
        }
        await using var commande = new NpgsqlCommand("select exists (select from pg_locks l join pg_database d on d.oid = l.database where d.datname = $1 and l.locktype = 'advisory' and l.objid = 8252020 and l.granted)", _connexion);
        commande.Parameters.Add(new NpgsqlParameter { Value = new NpgsqlConnectionStringBuilder(socle.Chaine).Database });
        return (bool)(await commande.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _connexion?.DisposeAsync() ?? ValueTask.CompletedTask;
}
