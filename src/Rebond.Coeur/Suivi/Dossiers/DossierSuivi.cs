using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>How far a person has come: the steps of the funnel, in order. Unreachable or refusing help are facts beside it, not steps.</summary>
public enum EtapeSuivi { AContacter, Contacte, Recu, SolutionChoisie, EnPlace, Clos }

/// <summary>Who answers for the person. A file always has an owner.</summary>
public enum TypeProprietaire { Etablissement, Cfa, Dec, Dsden }

/// <summary>
/// One person who failed, followed until a solution holds. Opened in the act that publishes the result, never deleted. The invariant of the
/// area: an open file has an owner and a next date.
/// </summary>
public sealed partial class DossierSuivi : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The candidature that failed; null for a person imported from another exam's results.</summary>
    public Guid? CandidatureId { get; init; }

    /// <summary>The account the candidate reads his result with, when he has one.</summary>
    public Guid? CompteId { get; set; }
    public required SessionExamen Session { get; init; }

    /// <summary>BAC_PRO, BAC_GENERAL, CAP, BTS… wider than the exams whose results Rebond decides.</summary>
    public required string Examen { get; init; }
    public required string Specialite { get; init; }
    public required string SpecialiteLibelle { get; init; }
    /// <summary>What opens rights.</summary>
    public required StatutSuivi Statut { get; init; }

    /// <summary>AJOURNE, NON_DELIVRABLE, ABSENT: what was decided.</summary>
    public required string Resultat { get; init; }

    /// <summary>Mean out of 20 in hundredths, down; null when nothing could be computed. Display and order only: the exact case is with the decision.</summary>
    public int? MoyenneCentiemes { get; init; }

    /// <summary>How many times this exam was failed before this one; null when nobody knows.</summary>
    public int? EchecsAnterieurs { get; set; }

    public string? Uai { get; init; }
    public required string Departement { get; init; }
    public required TypeProprietaire Proprietaire { get; set; }

    /// <summary>UAI, département or académie, by the kind of owner.</summary>
    public required string ProprietaireCode { get; set; }

    public string? Ine { get; init; }
    public required string Nom { get; init; }
    public required string Prenoms { get; init; }
    public DateOnly Naissance { get; init; }

    public bool EstMineurLe(DateOnly jour) => Dates.Age(Naissance, jour) < 18;

    /// <summary>Contact details as the source gave them; corrections stand beside, never over.</summary>
    public string? Courriel { get; init; }
    public string? Telephone { get; init; }
    public string? CourrielVerifie { get; private set; }
    public string? TelephoneVerifie { get; private set; }
    public string? ResponsableNom { get; private set; }
    public string? ResponsableTelephone { get; private set; }
    public string? ResponsableCourriel { get; private set; }

    /// <summary>Personal links made before that instant no longer open anything: the young person's, then his guardian's.</summary>
    public DateTime? LiensRappelesLe { get; private set; }
    public DateTime? LiensResponsableRappelesLe { get; private set; }

    public EtapeSuivi Etape { get; private set; } = EtapeSuivi.AContacter;

    /// <summary>Reminders went unanswered, or the details are wrong: a status to work on, never an end.</summary>
    public bool Injoignable { get; private set; }

    /// <summary>The young person said no to being followed: respected, recorded, reversible by him alone.</summary>
    public bool RefuseAccompagnement { get; private set; }
    public bool DemandeRappel { get; private set; }

    /// <summary>The young person objected to the processing (RGPD, art. 21), in his words if he gave any.</summary>
    public DateTime? OppositionLe { get; private set; }
    public string? OppositionRaison { get; private set; }

    /// <summary>Said by the guardian of a minor: his no is not the young person's.</summary>
    public bool OppositionDuResponsable { get; private set; }

    /// <summary>The young person said no himself, never without <see cref="RefuseAccompagnement"/>: that stands whatever is answered to his guardian.</summary>
    public bool RefuseLuiMeme { get; private set; }

    /// <summary>Null while nobody answered; the reason is for him to read.</summary>
    public bool? OppositionAcceptee { get; private set; }
    public string? OppositionMotif { get; private set; }
    public DateTime? OppositionReponduLe { get; private set; }
    public int Relances { get; private set; }

    /// <summary>When someone must act next; null only once closed. Written by the methods of DossierSuivi.Suite.cs alone.</summary>
    public DateOnly? ProchaineDate { get; private set; }

    /// <summary>What is to be done then, a code of <see cref="ActionsDeSuivi"/>.</summary>
    public string? ProchaineAction { get; private set; }

    /// <summary>What he chose, a code of <see cref="Solutions"/>.</summary>
    public string? OptionChoisie { get; private set; }
    public DateTime OuvertLe { get; init; }
    public DateTime? PremierContactLe { get; private set; }
    public DateTime? RecuLe { get; private set; }
    public DateTime? SolutionLe { get; private set; }
    public DateTime? EnPlaceLe { get; private set; }
    public DateTime? ClosLe { get; private set; }

    /// <summary>A code of <see cref="MotifDeCloture"/>: the only ways to close, each an act.</summary>
    public string? MotifCloture { get; private set; }

    /// <summary>When name, details and free text were erased by the retention rule; what remains counts and names nobody.</summary>
    public DateTime? EffaceLe { get; private set; }
    public bool Synthetique { get; init; }
    public required string CleRecherche { get; init; }
    public int Version { get; set; }

    public bool EstOuvert => Etape != EtapeSuivi.Clos;
    public bool OppositionAExaminer => OppositionLe is not null && OppositionReponduLe is null;

    /// <summary>Nobody calls because a guardian objected: the young person has not said no.</summary>
    public bool RefusDuSeulResponsable => RefuseAccompagnement && !RefuseLuiMeme;

    /// <summary>An objection is answered by that day.</summary>
    public DateOnly? EcheanceOpposition => OppositionLe?.JourAParis().AddDays(JoursPourRepondre);
}

internal sealed class DossierSuiviMapping : IEntityTypeConfiguration<DossierSuivi>
{
    public void Configure(EntityTypeBuilder<DossierSuivi> table)
    {
        table.ToTable("suivi_dossier");
        table.Property(d => d.Examen).HasMaxLength(20);
        table.Property(d => d.Specialite).HasMaxLength(8);
        table.Property(d => d.SpecialiteLibelle).HasMaxLength(200);
        table.Property(d => d.Resultat).HasMaxLength(32);
        table.Property(d => d.Uai).HasMaxLength(8);
        table.Property(d => d.Departement).HasMaxLength(3);
        table.Property(d => d.ProprietaireCode).HasMaxLength(8);
        table.Property(d => d.Ine).HasMaxLength(11);
        table.Property(d => d.Nom).HasMaxLength(100);
        table.Property(d => d.Prenoms).HasMaxLength(150);
        table.Property(d => d.Courriel).HasMaxLength(254);
        table.Property(d => d.CourrielVerifie).HasMaxLength(254);
        table.Property(d => d.Telephone).HasMaxLength(30);
        table.Property(d => d.TelephoneVerifie).HasMaxLength(30);
        table.Property(d => d.ResponsableNom).HasMaxLength(150);
        table.Property(d => d.ResponsableTelephone).HasMaxLength(30);
        table.Property(d => d.ResponsableCourriel).HasMaxLength(254);
        table.Property(d => d.OppositionRaison).HasMaxLength(500);
        table.Property(d => d.OppositionMotif).HasMaxLength(1000);
        table.Property(d => d.ProchaineAction).HasMaxLength(40);
        table.Property(d => d.OptionChoisie).HasMaxLength(40);
        table.Property(d => d.MotifCloture).HasMaxLength(1000);
        table.Property(d => d.CleRecherche).HasMaxLength(260);
        table.HasIndex(d => d.CandidatureId).IsUnique();
        table.HasIndex(d => new { d.Session, d.Proprietaire, d.ProprietaireCode, d.Etape });
        table.HasIndex(d => new { d.Session, d.Departement });
        table.HasIndex(d => d.CompteId);
        table.ToTable(t => t.HasCheckConstraint("ck_suivi_dossier_prochaine", "etape = 'CLOS' or (prochaine_date is not null and prochaine_action is not null)"));
    }
}
