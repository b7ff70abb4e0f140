using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription;

/// <summary>One person registered for one exam of one session.</summary>
public sealed class Candidature : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required SessionExamen Session { get; init; }

    /// <summary>Ten digits, unique in a session.</summary>
    public required string Numero { get; init; }

    /// <summary>Identifies the candidate to the jury: no link with name or number can be guessed from it.</summary>
    public required string NumeroAnonymat { get; init; }
    public string? Ine { get; set; }
    public required string Nom { get; set; }
    public required string Prenoms { get; set; }

    /// <summary>"F" or "M", the breakdown of the open statistics.</summary>
    public string? Sexe { get; set; }
    public DateOnly Naissance { get; set; }
    public required TypeExamen Examen { get; init; }

    /// <summary>Key of a règlement d'examen of Rebond.Regles: "GA-2012", "S", "STMG"…</summary>
    public required string Reglement { get; set; }

    /// <summary>Eight characters for the bac pro (formation diplôme), the série code for GT.</summary>
    public required string Specialite { get; set; }
    public required string SpecialiteLibelle { get; set; }
    public required Categorie Categorie { get; set; }
    public required Forme Forme { get; set; }
    public required string Uai { get; set; }

    /// <summary>Of the establishment; repeated here because every list and every jury is cut by it.</summary>
    public required string Departement { get; set; }
    public string? Division { get; set; }

    /// <summary>The optional épreuves chosen at the registration, in words: "Langue vivante (italien) ; Mobilité"; null when none was, or when it was not asked.</summary>
    public string? FacultativesChoisies { get; init; }
    public const int FacultativesChoisiesMaximum = 300;
    public const string EntreFacultatives = " ; ";
    public int NombreDeFacultativesChoisies => FacultativesChoisies?.Split(EntreFacultatives).Length ?? 0;

    /// <summary>The candidate accepts that his name stands on the public list.</summary>
    public bool ConsentementPublication { get; set; }

    /// <summary>Synthetic person: never mixed with real ones in a session, and said on every screen.</summary>
    public bool Synthetique { get; init; }

    public Guid? JuryId { get; set; }

    /// <summary>Upper case without accents, "NOM PRENOMS": what searches and sorts use on both engines.</summary>
    public required string CleRecherche { get; set; }
    public const int CleRechercheMaximum = 260;
    public int Version { get; set; }

    /// <summary>60 random bits: nothing about the person can be guessed from it, and a collision is refused by the unique index.</summary>
    public static string TirerAnonymat() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 12);

    // Taken apart, some scripts are three times longer than the column.
    public static string EnCleRecherche(string nom, string prenoms) =>
        string.Concat($"{nom} {prenoms}".Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Take(CleRechercheMaximum)).ToUpperInvariant();
}

internal sealed class CandidatureMapping : IEntityTypeConfiguration<Candidature>
{
    public void Configure(EntityTypeBuilder<Candidature> table)
    {
        table.ToTable("inscription_candidature");
        table.Property(c => c.Numero).HasMaxLength(10);
        table.Property(c => c.NumeroAnonymat).HasMaxLength(16);
        table.Property(c => c.Ine).HasMaxLength(11);
        table.Property(c => c.Nom).HasMaxLength(100);
        table.Property(c => c.Prenoms).HasMaxLength(150);
        table.Property(c => c.Sexe).HasMaxLength(1);
        table.Property(c => c.Reglement).HasMaxLength(40);
        table.Property(c => c.Specialite).HasMaxLength(8);
        table.Property(c => c.SpecialiteLibelle).HasMaxLength(200);
        table.Property(c => c.Uai).HasMaxLength(8);
        table.Property(c => c.Departement).HasMaxLength(3);
        table.Property(c => c.FacultativesChoisies).HasMaxLength(Candidature.FacultativesChoisiesMaximum);
        table.Property(c => c.CleRecherche).HasMaxLength(Candidature.CleRechercheMaximum);
        table.HasIndex(c => new { c.Session, c.Numero }).IsUnique();
        table.HasIndex(c => new { c.Session, c.NumeroAnonymat }).IsUnique();
        // The orders of the search of candidates: with the id a page is found without reading the rows before it.
        table.HasIndex(c => new { c.Session, c.CleRecherche, c.Id });
        table.HasIndex(c => new { c.Session, c.Examen, c.Departement, c.CleRecherche, c.Id });
        table.HasIndex(c => new { c.Session, c.Uai, c.CleRecherche, c.Id });
        table.HasIndex(c => new { c.Session, c.Uai, c.Specialite });
        table.HasIndex(c => c.Ine);
        table.HasIndex(c => c.JuryId);
    }
}
