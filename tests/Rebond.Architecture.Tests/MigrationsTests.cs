using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Xunit;

namespace Rebond.Architecture.Tests;

/// <summary>Both sets of migrations follow the model; no server is asked.</summary>
public class MigrationsTests
{
    private const string Ailleurs = "Host=localhost;Database=jamais_ouverte";

    [Fact]
    public void Les_migrations_sqlite_suivent_le_modele()
    {
        using var donnees = new BaseSqlite(OptionsBase.Sqlite("Data Source=:memory:"), TimeProvider.System);
        donnees.Database.HasPendingModelChanges().Should().BeFalse("sinon : outils/migrations");
    }

    [Fact]
    public void Les_migrations_postgresql_suivent_le_modele()
    {
        using var donnees = new BasePostgreSql(OptionsBase.PostgreSql(Ailleurs), TimeProvider.System);
        donnees.Database.HasPendingModelChanges().Should().BeFalse("sinon : outils/migrations");
    }

    [Fact]
    public void Une_entite_oubliee_est_attrapee()
    {
        var options = new DbContextOptionsBuilder<BaseSqlite>(OptionsBase.Sqlite("Data Source=:memory:"))
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCustomizer, AvecUneEntiteDePlus>().Options;
        using var donnees = new BaseSqlite(options, TimeProvider.System);
        donnees.Database.HasPendingModelChanges().Should().BeTrue();
    }

    private sealed class EntiteOubliee
    {
        public int Id { get; set; }
    }

    private sealed class AvecUneEntiteDePlus(Microsoft.EntityFrameworkCore.Infrastructure.ModelCustomizerDependencies dependances)
        : Microsoft.EntityFrameworkCore.Infrastructure.RelationalModelCustomizer(dependances)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity<EntiteOubliee>();
        }
    }
}
