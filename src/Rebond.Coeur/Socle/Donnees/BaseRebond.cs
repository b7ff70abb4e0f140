using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Donnees;

/// <summary>An entity two people may edit: the version read must be the version replaced.</summary>
public interface IVersionne
{
    int Version { get; set; }
}

/// <summary>
/// The one context, engine-neutral; <see cref="BaseSqlite"/> and <see cref="BasePostgreSql"/> are thin. It knows no area: mappings are
/// found by assembly scan. Saving writes the pending journal lines in the same transaction as the change.
/// </summary>
public abstract class BaseRebond(DbContextOptions options, TimeProvider horloge)
    : IdentityDbContext<Utilisateur, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    private readonly List<ActeAJournaliser> _aJournaliser = [];

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public TimeProvider Horloge => horloge;

    /// <summary>Today, in Paris.</summary>
    public DateOnly Aujourdhui => horloge.GetUtcNow().UtcDateTime.JourAParis();

    /// <summary>Queues an act; it is written by the next save, numbered and chained.</summary>
    public void Journaliser(ActeAJournaliser acte) => _aJournaliser.Add(acte);

    /// <summary>Opens a transaction whose commit survives a power cut, without queueing behind the journal.</summary>
    public virtual Task<IDbContextTransaction> OuvrirDurableAsync(CancellationToken ct) => Database.BeginTransactionAsync(ct);

    /// <summary>Opens the transaction of an act that binds (decision, publication, signature): its commit survives a power cut.</summary>
    public virtual Task<IDbContextTransaction> OuvrirActeQuiEngageAsync(CancellationToken ct) => OuvrirDurableAsync(ct);

    /// <summary>Serialises writers of the journal for the length of the current transaction.</summary>
    protected abstract Task VerrouillerJournalAsync(CancellationToken ct);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entree in ChangeTracker.Entries<IVersionne>().Where(e => e.State == EntityState.Modified))
            entree.Entity.Version++;
        if (_aJournaliser.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            await AjouterLignesChaineesAsync(cancellationToken);
            var ecrites = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (transaction is not null)
                await transaction.CommitAsync(cancellationToken);
            return ecrites;
        }
        finally
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
        }
    }

    /// <summary>A synchronous save would skip the journal.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        _aJournaliser.Count == 0 ? base.SaveChanges(acceptAllChangesOnSuccess) : throw new NotSupportedException("Utiliser SaveChangesAsync : le journal s'écrit dans la même transaction.");

    private async Task AjouterLignesChaineesAsync(CancellationToken ct)
    {
        await VerrouillerJournalAsync(ct);
        var derniere = await Set<LigneJournal>().AsNoTracking().OrderByDescending(l => l.Numero).Select(l => new { l.Numero, l.Empreinte }).FirstOrDefaultAsync(ct);
        var (numero, empreinte) = (derniere?.Numero ?? 0, derniere?.Empreinte ?? LigneJournal.Racine);
        foreach (var acte in _aJournaliser)
        {
            var ligne = Chainer(acte, ++numero, empreinte);
            empreinte = ligne.Empreinte;
            Add(ligne);
        }
        _aJournaliser.Clear();
    }

    private LigneJournal Chainer(ActeAJournaliser acte, long numero, string precedente)
    {
        var maintenant = horloge.GetUtcNow();
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(maintenant.ToUnixTimeMilliseconds()).UtcDateTime;
        var role = Rebond.Regles.Vocabulaire.Codes.Code(acte.Acteur.Role);
        return new LigneJournal
        {
            Numero = numero,
            Instant = instant,
            CompteId = acte.Acteur.CompteId,
            Role = role,
            Acte = acte.Acte,
            Objet = acte.Objet,
            Avant = acte.Avant,
            Apres = acte.Apres,
            Motif = acte.Motif,
            EmpreintePrecedente = precedente,
            Empreinte = LigneJournal.Calculer(numero, instant, acte.Acteur.CompteId, role, acte.Acte, acte.Objet, acte.Avant, acte.Apres, acte.Motif, precedente),
        };
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        ConventionsRebond.Appliquer(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BaseRebond).Assembly);
        ConventionsRebond.NommerTablesIdentity(builder);
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(IVersionne).IsAssignableFrom(t.ClrType)))
            builder.Entity(type.ClrType).Property(nameof(IVersionne.Version)).IsConcurrencyToken();
    }
}
