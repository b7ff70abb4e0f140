using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages.Lettres;

public enum EtatLot { APoster, Imprime, Defait }

/// <summary>Letters printed together. They are sent when a person says that the paper left, not when the PDF was made.</summary>
public sealed class LotLettres : IVersionne
{
    /// <summary>More than that makes a second batch: Chromium holds the whole document in memory.</summary>
    public const int Maximum = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Role TenuPar { get; init; }
    public required string Academie { get; init; }
    public required int Nombre { get; init; }
    public EtatLot Etat { get; set; }
    public required DateTime CreeLe { get; init; }
    public Guid? CompteId { get; init; }
    public DateTime? ClosLe { get; set; }
    public int Version { get; set; }
}

internal sealed class LotLettresMapping : IEntityTypeConfiguration<LotLettres>
{
    public void Configure(EntityTypeBuilder<LotLettres> table)
    {
        table.ToTable("socle_lot_lettres");
        table.Property(l => l.Academie).HasMaxLength(2);
        table.HasIndex(l => new { l.Academie, l.CreeLe });
    }
}

internal static class PerimetreLettres
{
    /// <summary>Letters leave from the académie: a batch is of one of them.</summary>
    public static string? AcademieDesLettres(this Acteur acteur) =>
        ModelesFournis.Tous.Values.Any(m => m.TenuPar == acteur.Role && m.Canaux.Contains(CanalMessage.Lettre)) ? acteur.AcademieDesModeles() : null;

    public static IQueryable<LotLettres> LotsDe(this BaseRebond donnees, Acteur acteur, string academie) =>
        donnees.Set<LotLettres>().Where(l => l.TenuPar == acteur.Role && l.Academie == academie);

    public static IQueryable<Message> LettresEnAttente(this BaseRebond donnees, Acteur acteur, string academie) =>
        donnees.Set<Message>().Where(m => m.TenuPar == acteur.Role && m.Academie == academie && m.Canal == CanalMessage.Lettre && m.Etat == EtatMessage.AEnvoyer && m.LotId == null);
}
