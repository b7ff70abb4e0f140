using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>Where a registration file stands. The order is that of an ordinary year; the last three are ways out.</summary>
public enum EtatDossier
{
    /// <summary>Being filled; nothing registered yet.</summary>
    Brouillon,

    /// <summary>Saved: the candidate has a number, a version and a confirmation to sign.</summary>
    Enregistre,

    /// <summary>Signed: the choices are final, the pieces are awaited.</summary>
    Signe,

    /// <summary>Pieces came in and are being checked.</summary>
    Recu,

    /// <summary>A piece is missing or refused: the candidate was told what to send.</summary>
    Incomplet,
    Recevable,

    /// <summary>Refused by a person, with a reason.</summary>
    Irrecevable,

    /// <summary>A candidature of the session exists.</summary>
    Inscrit,

    /// <summary>Withdrawn by the candidate.</summary>
    Desiste,

    /// <summary>Set aside by the DEC (duplicate, wrong campaign).</summary>
    Ecarte,

    /// <summary>Cancelled because incomplete at the date; reversible until the convocation.</summary>
    Annule,
}

public enum ModeSignature { EnLigne, Papier }

/// <summary>
/// The registration of one person in one campaign, from the first answer to the candidature it becomes. Choices are final once signed:
/// only the DEC reopens, with a reason. Identity locks when a candidature exists.
/// </summary>
public sealed class DossierInscription : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Eight digits drawn at random and a check letter, "48210937-K": typed or scanned at the desk, guessed by nobody.</summary>
    public required string Numero { get; init; }
    public required string CampagneCode { get; init; }

    /// <summary>The revision it started under; changes only by an act of the DEC.</summary>
    public required int CampagneRevision { get; set; }
    public required SessionExamen Session { get; init; }
    public required TypeExamen Examen { get; set; }

    /// <summary>The candidate's account; null while the establishment alone manages the file.</summary>
    public Guid? CompteId { get; set; }
    public EtatDossier Etat { get; set; } = EtatDossier.Brouillon;

    /// <summary>Printed on the confirmation: 1 at the first save, then one more at each.</summary>
    public int NumeroVersion { get; set; }

    /// <summary>ELEVE_ID of SIECLE: how the other files of the establishment name this pupil. Null when no such file gave him.</summary>
    public string? EleveId { get; set; }
    public string? Ine { get; set; }

    /// <summary>The older identifier a pupil may carry as well: neither erases the other.</summary>
    public string? IneAncien { get; set; }
    public string Nom { get; set; } = "";
    public string? NomUsage { get; set; }
    public string Prenoms { get; set; } = "";
    public string? Sexe { get; set; }
    public DateOnly? Naissance { get; set; }
    public string? LieuNaissance { get; set; }
    public string? Courriel { get; set; }
    public string? Telephone { get; set; }
    public string? AdresseLigne1 { get; set; }
    public string? AdresseLigne2 { get; set; }
    public string? CodePostal { get; set; }
    public string? Ville { get; set; }
    public string? Pays { get; set; }
    public string? ResponsableNom { get; set; }
    public string? ResponsableCourriel { get; set; }
    public string? ResponsableTelephone { get; set; }

    public Categorie? Categorie { get; set; }
    public Forme? Forme { get; set; }

    /// <summary>Eight characters for the bac pro (formation diplôme), the série code for GT.</summary>
    public string? Specialite { get; set; }

    /// <summary>Establishment of the year, or null for a candidate without one.</summary>
    public string? Uai { get; set; }
    public string? Division { get; set; }

    /// <summary>Industriel, tertiaire, transversal: the office that handles the spécialité, by the campaign.</summary>
    public string? Pole { get; set; }

    /// <summary>Every other answer as saved last, in the JSON of « rebond inscription pieces »: anyone may judge the file again.</summary>
    public string Reponses { get; set; } = "{}";

    /// <summary>What is being typed since the last save, in JSON; null when nothing is. A save moves it to the columns above.</summary>
    public string? Brouillon { get; set; }

    public DateTime CreeLe { get; init; }
    public DateTime? EnregistreLe { get; set; }
    public DateTime? SigneLe { get; set; }
    public ModeSignature? ModeSignature { get; set; }

    /// <summary>A minor's file counts as signed once the legal guardian has signed too.</summary>
    public DateTime? SigneResponsableLe { get; set; }
    public DateTime? RecuLe { get; set; }
    public DateTime? DerniereRelanceLe { get; set; }
    public int Relances { get; set; }
    public DateTime? ConvoqueLe { get; set; }

    /// <summary>Where it stood before it was cancelled or set aside: where it goes back to.</summary>
    public EtatDossier? EtatAvantSortie { get; set; }

    /// <summary>Until when the DEC lets this one file be saved after the closing; an act with its reason.</summary>
    public DateTime? ProlongeJusquau { get; set; }

    /// <summary>The candidate asks the DEC to open signed choices again, and why; null once it has answered.</summary>
    public DateTime? ReouvertureDemandeeLe { get; set; }
    public string? ReouvertureMotif { get; set; }

    /// <summary>Checked by the head of the establishment.</summary>
    public DateTime? ValideEtablissementLe { get; set; }
    public Guid? CandidatureId { get; set; }

    /// <summary>Synthetic person: said on every screen.</summary>
    public bool Synthetique { get; init; }

    /// <summary>Upper case without accents, "NOM PRENOMS".</summary>
    public string CleRecherche { get; set; } = "";
    public int Version { get; set; }

    public bool EstSorti => Etat is EtatDossier.Desiste or EtatDossier.Ecarte or EtatDossier.Annule;

    /// <summary>Choices may still be changed by the candidate himself, the window permitting.</summary>
    public bool EstModifiable => Etat is EtatDossier.Brouillon or EtatDossier.Enregistre;
}

internal sealed class DossierInscriptionMapping : IEntityTypeConfiguration<DossierInscription>
{
    public void Configure(EntityTypeBuilder<DossierInscription> table)
    {
        table.ToTable("inscription_dossier");
        table.Property(d => d.Numero).HasMaxLength(10);
        table.Property(d => d.CampagneCode).HasMaxLength(60);
        table.Property(d => d.EleveId).HasMaxLength(40);
        table.Property(d => d.Ine).HasMaxLength(11);
        table.Property(d => d.IneAncien).HasMaxLength(11);
        table.Property(d => d.Nom).HasMaxLength(100);
        table.Property(d => d.NomUsage).HasMaxLength(100);
        table.Property(d => d.Prenoms).HasMaxLength(150);
        table.Property(d => d.Sexe).HasMaxLength(1);
        table.Property(d => d.LieuNaissance).HasMaxLength(150);
        table.Property(d => d.Courriel).HasMaxLength(254);
        table.Property(d => d.Telephone).HasMaxLength(30);
        table.Property(d => d.AdresseLigne1).HasMaxLength(100);
        table.Property(d => d.AdresseLigne2).HasMaxLength(100);
        table.Property(d => d.CodePostal).HasMaxLength(10);
        table.Property(d => d.Ville).HasMaxLength(100);
        table.Property(d => d.Pays).HasMaxLength(60);
        table.Property(d => d.ResponsableNom).HasMaxLength(150);
        table.Property(d => d.ResponsableCourriel).HasMaxLength(254);
        table.Property(d => d.ResponsableTelephone).HasMaxLength(30);
        table.Property(d => d.Specialite).HasMaxLength(8);
        table.Property(d => d.Uai).HasMaxLength(8);
        table.Property(d => d.Division).HasMaxLength(40);
        table.Property(d => d.Pole).HasMaxLength(20);
        table.Property(d => d.ReouvertureMotif).HasMaxLength(1000);
        table.Property(d => d.CleRecherche).HasMaxLength(260);
        table.HasIndex(d => d.Numero).IsUnique();
        table.HasIndex(d => d.CompteId);
        table.HasIndex(d => new { d.CampagneCode, d.Etat });
        table.HasIndex(d => new { d.Session, d.Ine });
        table.HasIndex(d => new { d.Session, d.Uai });
        table.HasIndex(d => new { d.CampagneCode, d.CleRecherche });
        table.HasIndex(d => d.CandidatureId);
    }
}
