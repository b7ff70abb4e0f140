using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Rebond.Coeur.Socle.Donnees;

/// <summary>Chooses the engine from one connection string: "Host=…" is PostgreSQL, anything else a SQLite file (Rebond:Base, or --base).</summary>
public static class OptionsBase
{
    public static bool EstPostgreSql(string chaine) => chaine.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static DbContextOptions<BaseSqlite> Sqlite(string chaine) => new DbContextOptionsBuilder<BaseSqlite>()
        .UseSqlite(chaine, o => o.MigrationsHistoryTable("socle_migration").CommandTimeout(60))
        .AddInterceptors(new ReglagesSqlite())
        .UseSnakeCaseNamingConvention().Options;

    public static DbContextOptions<BasePostgreSql> PostgreSql(string chaine) => new DbContextOptionsBuilder<BasePostgreSql>()
        .UseNpgsql(chaine, o => o.MigrationsHistoryTable("socle_migration"))
        .UseSnakeCaseNamingConvention().Options;

    /// <summary>A SQLite path alone is accepted: "donnees/rebond.db".</summary>
    public static string Normaliser(string chaine) => EstPostgreSql(chaine) || chaine.Contains('=', StringComparison.Ordinal) ? chaine : $"Data Source={chaine}";

    public static BaseRebond Ouvrir(string chaine, TimeProvider horloge) => EstPostgreSql(chaine)
        ? new BasePostgreSql(PostgreSql(chaine), horloge)
        : new BaseSqlite(Sqlite(Normaliser(chaine)), horloge);

    public static IServiceCollection AddBaseRebond(this IServiceCollection services, string chaine)
    {
        services.AddScoped(s => Ouvrir(chaine, s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
