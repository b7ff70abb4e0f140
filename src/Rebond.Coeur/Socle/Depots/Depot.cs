using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>What a file is by its content.</summary>
public enum TypeDepot { Pdf, Jpeg, Png }

/// <summary>NonAnalyse is said as such on screens: no scanner, or it did not answer.</summary>
public enum AnalyseDepot { NonAnalyse, Sain, Infecte }

/// <summary>What whoever opens the file should know first; none of these is refused by itself.</summary>
public enum SignalementDepot { PdfJavaScript, PdfFichierJoint, PdfLancement, PdfChiffre, PdfNonExamine, DonneesApresLaFin }

/// <summary>
/// A file someone handed in. The row says what it is; the bytes are encrypted in a folder outside the web root, under a key of their own
/// that only the row holds. After the purge the row stays as a trace, without name nor key.
/// </summary>
public sealed class Depot : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it belongs to, as in the journal: "piece:…".</summary>
    public required string Proprietaire { get; init; }

    /// <summary>As the person named it, cleaned; empty once purged.</summary>
    public required string Nom { get; set; }
    public required TypeDepot Type { get; init; }
    public required long Taille { get; init; }

    /// <summary>SHA-256 of the file as received, 64 hexadecimal digits.</summary>
    public required string Empreinte { get; init; }
    public AnalyseDepot Analyse { get; set; }
    public DateTime? AnalyseLe { get; set; }

    /// <summary>Codes of <see cref="SignalementDepot"/> separated by spaces.</summary>
    public required string Signalements { get; init; }
    public required DateTime DeposeLe { get; init; }
    public Guid? CompteId { get; init; }

    /// <summary>Key of the content, wrapped for this row alone; empty once purged, and the content is then lost wherever it was copied.</summary>
    public required string CleEnveloppee { get; set; }

    /// <summary>Code of the retention rule that gave <see cref="ASupprimerLe"/>.</summary>
    public required string Conservation { get; init; }

    /// <summary>From that day on the purge takes it; null: no date yet, the area that owns it sets one.</summary>
    public DateOnly? ASupprimerLe { get; set; }
    public DateTime? SupprimeLe { get; set; }
    public Guid? PurgeId { get; set; }
    public int Version { get; set; }

    /// <summary>Name and key go: from the save on, nobody can read the content. The purge sweeps the file itself.</summary>
    public void Effacer(DateTime maintenant, Guid? purgeId = null) => (Nom, CleEnveloppee, SupprimeLe, PurgeId) = ("", "", maintenant, purgeId);

    public IReadOnlyList<SignalementDepot> ListeSignalements() => [.. Signalements.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Codes.Lire<SignalementDepot>)];

    public string TypeMedia => Type switch
    {
        TypeDepot.Pdf => "application/pdf",
        TypeDepot.Jpeg => "image/jpeg",
        _ => "image/png",
    };
}

internal sealed class DepotMapping : IEntityTypeConfiguration<Depot>
{
    public void Configure(EntityTypeBuilder<Depot> table)
    {
        table.ToTable("socle_depot");
        table.Property(d => d.Proprietaire).HasMaxLength(128);
        table.Property(d => d.Nom).HasMaxLength(120);
        table.Property(d => d.Empreinte).HasMaxLength(64);
        table.Property(d => d.Signalements).HasMaxLength(200);
        table.Property(d => d.CleEnveloppee).HasMaxLength(1000);
        table.Property(d => d.Conservation).HasMaxLength(64);
        table.Ignore(d => d.TypeMedia);
        table.HasIndex(d => d.Proprietaire);
        table.HasIndex(d => d.ASupprimerLe);
        table.HasIndex(d => new { d.Analyse, d.SupprimeLe });
    }
}
