using Npgsql;
using Rebond.Coeur.Socle.Donnees;
using Xunit;

namespace Rebond.Tests.Commun;

/// <summary>The engines a use case is tried on. Use as theory data: <c>[Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]</c>.</summary>
public enum Moteur { Sqlite, PostgreSql }

public static class Moteurs
{
    public static TheoryData<Moteur> Tous => [Moteur.Sqlite, Moteur.PostgreSql];
}

/// <summary>
/// An empty, migrated base of its own for one test, thrown away with it. PostgreSQL tests say clearly that they are skipped where no
/// server binaries are found.
/// </summary>
public sealed class BaseDeTest : IAsyncDisposable
{
    private readonly TimeProvider _horloge;
    private readonly string _nettoyage;

    private BaseDeTest(Moteur moteur, string chaine, string nettoyage, TimeProvider horloge) =>
        (Moteur, Chaine, _nettoyage, _horloge) = (moteur, chaine, nettoyage, horloge);

    public Moteur Moteur { get; }

    /// <summary>What --base and Rebond:Base take.</summary>
    public string Chaine { get; }

    public static async Task<BaseDeTest> CreerAsync(Moteur moteur = Moteur.Sqlite, TimeProvider? horloge = null)
    {
        var nom = $"rebond_{Guid.NewGuid():N}";
        BaseDeTest creee;
        if (moteur == Moteur.Sqlite)
        {
            var dossier = Directory.CreateTempSubdirectory("rebond-test-").FullName;
            creee = new BaseDeTest(moteur, $"Data Source={Path.Combine(dossier, nom)}.db", dossier, horloge ?? TimeProvider.System);
        }
        else
        {
            var serveur = await ServeurPostgreSql.PartageAsync();
            Assert.SkipWhen(serveur is null, "PostgreSQL n'est pas installé : ce test est sauté (paquet Debian « postgresql »).");
            await serveur.ExecuterAsync($"create database {nom}");
            creee = new BaseDeTest(moteur, serveur.Chaine(nom), nom, horloge ?? TimeProvider.System);
        }
        await using var donnees = creee.Ouvrir();
        await donnees.PreparerAsync(TestContext.Current.CancellationToken);
        return creee;
    }

    /// <summary>A new context, as each request has its own.</summary>
    public BaseRebond Ouvrir() => OptionsBase.Ouvrir(Chaine, _horloge);

    public async ValueTask DisposeAsync()
    {
        if (Moteur == Moteur.Sqlite)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_nettoyage, recursive: true);
            return;
        }
        await using var connexion = new NpgsqlConnection(Chaine);
        NpgsqlConnection.ClearPool(connexion);
        await (await ServeurPostgreSql.PartageAsync())!.ExecuterAsync($"drop database if exists {_nettoyage} with (force)");
    }
}
