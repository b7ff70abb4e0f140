using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>
/// One row of the open data set « fr-en-baccalaureat-par-academie » (DEPP): counts, no person. The words are the publisher's, as in
/// its file, so that a row goes in and comes out the same.
/// </summary>
public sealed class ResultatStatistiquePublique
{
    /// <summary>Year.</summary>
    public required int Session { get; init; }

    /// <summary>"AIX-MARSEILLE".</summary>
    public required string Academie { get; init; }

    /// <summary>FILLES or GARCONS.</summary>
    public required string Sexe { get; init; }

    /// <summary>SCOLAIRE, APPRENTISSAGE, FORMATION CONTINUE, ENSEIGNEMENT A DISTANCE, INDIVIDUEL.</summary>
    public required string Statut { get; init; }
    public required string Voie { get; init; }
    public required string Serie { get; init; }
    public required string DiplomeSpecialite { get; init; }

    public int Inscrits { get; set; }
    public int Presents { get; set; }
    public int AdmisPremierGroupe { get; set; }
    public int RefusesPremierGroupe { get; set; }
    public int PassantSecondGroupe { get; set; }
    public int AdmisSecondGroupe { get; set; }
    public int RefusesSecondGroupe { get; set; }
    public int AdmisTotaux { get; set; }
    public int TresBienFelicitations { get; set; }
    public int TresBien { get; set; }
    public int Bien { get; set; }
    public int AssezBien { get; set; }
    public int SansMention { get; set; }
    public int RefusesTotaux { get; set; }

    public (int, string, string, string, string, string, string) Cle => (Session, Academie, Sexe, Statut, Voie, Serie, DiplomeSpecialite);

    /// <summary>The fourteen counts in the order of the file.</summary>
    public IReadOnlyList<int> Effectifs
    {
        get =>
        [
            Inscrits, Presents, AdmisPremierGroupe, RefusesPremierGroupe, PassantSecondGroupe, AdmisSecondGroupe, RefusesSecondGroupe,
            AdmisTotaux, TresBienFelicitations, TresBien, Bien, AssezBien, SansMention, RefusesTotaux,
        ];
        set
        {
            (Inscrits, Presents, AdmisPremierGroupe, RefusesPremierGroupe) = (value[0], value[1], value[2], value[3]);
            (PassantSecondGroupe, AdmisSecondGroupe, RefusesSecondGroupe, AdmisTotaux) = (value[4], value[5], value[6], value[7]);
            (TresBienFelicitations, TresBien, Bien, AssezBien, SansMention, RefusesTotaux) = (value[8], value[9], value[10], value[11], value[12], value[13]);
        }
    }
}

internal sealed class ResultatStatistiquePubliqueMapping : IEntityTypeConfiguration<ResultatStatistiquePublique>
{
    public void Configure(EntityTypeBuilder<ResultatStatistiquePublique> table)
    {
        table.ToTable("resultats_statistique_publique");
        table.HasKey(r => new { r.Session, r.Academie, r.Sexe, r.Statut, r.Voie, r.Serie, r.DiplomeSpecialite });
        table.Property(r => r.Session).ValueGeneratedNever();
        table.Property(r => r.Academie).HasMaxLength(40);
        table.Property(r => r.Sexe).HasMaxLength(16);
        table.Property(r => r.Statut).HasMaxLength(40);
        table.Property(r => r.Voie).HasMaxLength(40);
        table.Property(r => r.Serie).HasMaxLength(60);
        table.Property(r => r.DiplomeSpecialite).HasMaxLength(120);
        table.Ignore(r => r.Cle);
        table.Ignore(r => r.Effectifs);
    }
}
