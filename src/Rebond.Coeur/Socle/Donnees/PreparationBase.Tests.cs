using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Donnees;

public sealed class PreparationBaseTests
{
    private const string VerrouDEf = """
        create table if not exists "__EFMigrationsLock" ("Id" integer not null primary key, "Timestamp" text not null);
        insert into "__EFMigrationsLock" values (1, '2020-07-07 08:00:00');
        """;

    [Fact]
    public async Task Un_verrou_laisse_par_un_processus_mort_n_arrete_pas_une_base_a_jour()
    {
        await using var socle = await BaseDeTest.CreerAsync();
        await using (var donnees = socle.Ouvrir())
            await donnees.Database.ExecuteSqlRawAsync(VerrouDEf, TestContext.Current.CancellationToken);

        await PreparerAsync(socle.Chaine);
    }

    [Fact]
    public async Task Un_verrou_laisse_au_milieu_de_la_creation_n_empeche_pas_de_la_finir()
    {
        await using var socle = await BaseDeTest.CreerAsync();
        var chaine = socle.Chaine.Replace(".db", "-neuve.db", StringComparison.Ordinal);
        await using (var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System))
            await donnees.Database.ExecuteSqlRawAsync(VerrouDEf, TestContext.Current.CancellationToken);

        await PreparerAsync(chaine);

        await using var prete = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        (await prete.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).Should().BeEmpty();
        (await prete.Database.SqlQuery<string>($"select journal_mode as \"Value\" from pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken)).Should().Be("wal");
    }

    [Fact]
    public async Task Quatre_programmes_qui_demarrent_ensemble_sur_une_base_neuve_la_preparent_une_fois()
    {
        await using var socle = await BaseDeTest.CreerAsync();
        var chaine = socle.Chaine.Replace(".db", "-neuve.db", StringComparison.Ordinal);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PreparerAsync(chaine))));

        await using var prete = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        (await prete.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).Should().OnlyHaveUniqueItems().And.Equal(prete.Database.GetMigrations());
    }

    private static async Task PreparerAsync(string chaine)
    {
        // Waiting for ever is the fault looked for: it must end as a failure, not as a frozen test.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        await donnees.PreparerAsync(patience.Token);
    }
}
