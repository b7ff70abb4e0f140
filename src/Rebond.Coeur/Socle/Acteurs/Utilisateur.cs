using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>A local account. What it may do is in its <see cref="Habilitation"/>s, never in Identity roles or claims tables.</summary>
public sealed class Utilisateur : IdentityUser<Guid>
{
    public required string NomAffiche { get; set; }
    public List<Habilitation> Habilitations { get; } = [];
}

/// <summary>One role on one scope, granted by an administrateur.</summary>
public sealed class Habilitation
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid UtilisateurId { get; init; }
    public required Role Role { get; init; }
    public required TypePerimetre TypePerimetre { get; init; }
    public required string CodePerimetre { get; init; }
}

internal sealed class HabilitationMapping : IEntityTypeConfiguration<Habilitation>
{
    public void Configure(EntityTypeBuilder<Habilitation> table)
    {
        table.ToTable("socle_habilitation");
        table.Property(h => h.CodePerimetre).HasMaxLength(64);
        table.HasIndex(h => new { h.UtilisateurId, h.Role, h.TypePerimetre, h.CodePerimetre }).IsUnique();
        table.HasOne<Utilisateur>().WithMany(u => u.Habilitations).HasForeignKey(h => h.UtilisateurId);
    }
}

/// <summary>Passkeys. Identity maps them only where its options are in the services of the context; here the context stands alone.</summary>
internal sealed class CleAccesMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> table)
    {
        table.HasKey(c => c.CredentialId);
        table.Property(c => c.CredentialId).HasMaxLength(1024);
        table.OwnsOne(c => c.Data, donnees => donnees.ToJson());
        table.HasOne<Utilisateur>().WithMany().HasForeignKey(c => c.UserId);
    }
}
