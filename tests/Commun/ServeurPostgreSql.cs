using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Rebond.Tests.Commun;

/// <summary>
/// A throw-away PostgreSQL cluster on a free port of the loopback, one per test process, from the Debian binaries. The server refuses to
/// run as root, so root runs it as the package's "postgres" account. REBOND_TEST_POSTGRESQL names a server to use instead.
/// </summary>
internal sealed class ServeurPostgreSql
{
    private static readonly Lazy<Task<ServeurPostgreSql?>> Partage = new(DemarrerAsync);
    private readonly string _chaineServeur;

    private ServeurPostgreSql(string chaineServeur) => _chaineServeur = chaineServeur;

    public static Task<ServeurPostgreSql?> PartageAsync() => Partage.Value;

    public string Chaine(string nomBase) => new NpgsqlConnectionStringBuilder(_chaineServeur) { Database = nomBase }.ConnectionString;

    public async Task ExecuterAsync(string sql)
    {
        await using var connexion = new NpgsqlConnection(_chaineServeur);
        await connexion.OpenAsync();
        await using var commande = new NpgsqlCommand(sql, connexion);
        await commande.ExecuteNonQueryAsync();
    }

    private static async Task<ServeurPostgreSql?> DemarrerAsync()
    {
        if (Environment.GetEnvironmentVariable("REBOND_TEST_POSTGRESQL") is { Length: > 0 } existant)
            return new ServeurPostgreSql(existant);
        var binaires = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).OrderDescending().FirstOrDefault()
            : null;
        if (binaires is null)
            return null;

        var dossier = Directory.CreateTempSubdirectory("rebond-pg-").FullName;
        var port = PortLibre();
        if (Environment.UserName == "root")
            await LancerAsync("chown", ["postgres", dossier]);
        await LancerServeurAsync(binaires, "initdb", ["-D", $"{dossier}/grappe", "-U", "rebond", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await LancerServeurAsync(binaires, "pg_ctl", ["-D", $"{dossier}/grappe", "-w", "-l", $"{dossier}/journal", "-o", $"-p {port} -k {dossier} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200", "start"]);
        // The test process may end without warning: the cluster stops with it, whatever happens.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            LancerServeurAsync(binaires, "pg_ctl", ["-D", $"{dossier}/grappe", "-m", "immediate", "stop"]).GetAwaiter().GetResult();
            Directory.Delete(dossier, recursive: true);
        };
        return new ServeurPostgreSql($"Host=127.0.0.1;Port={port};Username=rebond;Database=postgres;Include Error Detail=true");
    }

    private static Task LancerServeurAsync(string binaires, string programme, string[] arguments) => Environment.UserName == "root"
        ? LancerAsync("runuser", ["-u", "postgres", "--", Path.Combine(binaires, programme), .. arguments])
        : LancerAsync(Path.Combine(binaires, programme), arguments);

    private static async Task LancerAsync(string programme, string[] arguments)
    {
        // Output goes nowhere: pg_ctl's daemon would keep a pipe open for ever.
        var demarrage = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", programme, .. arguments])
            demarrage.ArgumentList.Add(argument);
        using var processus = Process.Start(demarrage)!;
        await processus.WaitForExitAsync();
        if (processus.ExitCode != 0)
            throw new InvalidOperationException($"{programme} {string.Join(' ', arguments)} : code {processus.ExitCode}.");
    }

    private static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }
}
