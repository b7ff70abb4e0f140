using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>
/// All the marks of one candidature, in one row: what the jury decides on is read and locked as a whole (docs/adr/0003).
/// The règlement says which units are expected; a unit not listed is not marked yet.
/// </summary>
public sealed class FeuilleNotes : IVersionne
{
    public required Guid CandidatureId { get; init; }
    public required SessionExamen Session { get; init; }

    /// <summary>See <see cref="NotesEnTexte"/>: "U11:12 U12:9.5 U6:DISPENSE U31:12@2018-06".</summary>
    public required string Notes { get; set; }

    /// <summary>Optional units, same writing.</summary>
    public string Facultatives { get; set; } = "";

    /// <summary>Chef-d'œuvre, in hundredths; bac pro from session 2022.</summary>
    public short? ChefDoeuvreCentiemes { get; set; }
    public short? PfmpSemaines { get; set; }
    public bool? PfmpValidee { get; set; }

    /// <summary>Marks of the control exam or of the second group, same writing; empty before it is sat.</summary>
    public string Controle { get; set; } = "";

    /// <summary>Units expected and not yet marked: the progress of the session is counted on it.</summary>
    public int NotesManquantes { get; set; }
    public int Version { get; set; }
}

internal sealed class FeuilleNotesMapping : IEntityTypeConfiguration<FeuilleNotes>
{
    public void Configure(EntityTypeBuilder<FeuilleNotes> table)
    {
        table.ToTable("examen_feuille_notes");
        table.HasKey(f => f.CandidatureId);
        table.Property(f => f.CandidatureId).ValueGeneratedNever();
        table.HasIndex(f => new { f.Session, f.NotesManquantes });
        table.HasOne<Inscription.Candidature>().WithOne().HasForeignKey<FeuilleNotes>(f => f.CandidatureId);
    }
}

/// <summary>
/// Codes under which <see cref="FeuilleNotes.Controle"/> holds the two interrogations, each out of ten, of the bac pro control exam to
/// session 2021. Later sessions and the second group of GT write the codes of the units.
/// </summary>
public static class CodesControle
{
    public const string Interrogation1 = "INTERROGATION1";
    public const string Interrogation2 = "INTERROGATION2";
}

/// <summary>The writing of marks in the base, readable by whoever opens it: units separated by a space, each "CODE:VALEUR".</summary>
public static class NotesEnTexte
{
    private const string MarqueAbsent = "ABSENT";
    private const string MarqueAbsentJustifie = "ABSENT_JUSTIFIE";
    private const string MarqueDispense = "DISPENSE";

    // The codes of all the tables, so that a deliberation of an académie does not make 400,000 copies of them.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_codes = Reglements.Tous
        .SelectMany(r => r.Unites.Concat(r.Facultatives).Concat(r.Specialites.Select(s => s.Unite))).Select(u => u.Code)
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Ecrire(IEnumerable<KeyValuePair<string, EtatUnite>> unites) =>
        string.Join(' ', unites.Where(u => u.Value.Etat != Etat.NonNotee).Select(u => $"{u.Key}:{Valeur(u.Value)}"));

    public static string Valeur(EtatUnite unite) => unite.Etat switch
    {
        Etat.Notee => unite.Note.EnTexteInvariant(),
        Etat.Conservee => $"{unite.Note.EnTexteInvariant()}@{unite.Origine}",
        Etat.Absent => MarqueAbsent,
        Etat.AbsentJustifie => MarqueAbsentJustifie,
        Etat.Dispense => MarqueDispense,
        _ => "",
    };

    /// <exception cref="FormatException">The base was written by something else than Rebond.</exception>
    public static Dictionary<string, EtatUnite> Lire(string texte)
    {
        var unites = new Dictionary<string, EtatUnite>(texte.Length == 0 ? 0 : texte.AsSpan().Count(' ') + 1, StringComparer.Ordinal);
        foreach (var morceau in texte.AsSpan().Split(' '))
        {
            var unite = texte.AsSpan(morceau);
            if (unite.IsEmpty)
                continue;
            var deuxPoints = unite.LastIndexOf(':');
            if (deuxPoints <= 0 || !TryLireValeur(unite[(deuxPoints + 1)..], out var etat))
                throw new FormatException($"Notes illisibles en base : « {texte} ».");
            unites.Add(s_codes.TryGetValue(unite[..deuxPoints], out var code) ? code : unite[..deuxPoints].ToString(), etat);
        }
        return unites;
    }

    public static bool TryLireValeur(ReadOnlySpan<char> valeur, out EtatUnite etat)
    {
        etat = default;
        var arobase = valeur.IndexOf('@');
        var note = arobase < 0 ? valeur : valeur[..arobase];
        if (TryLireCentiemes(note, out var centiemes))
        {
            if (arobase < 0)
            {
                etat = EtatUnite.Notee(Note.DeCentiemes(centiemes));
                return true;
            }
            if (!SessionExamen.TryLire(valeur[(arobase + 1)..].ToString(), out var origine))
                return false;
            etat = EtatUnite.Conservee(Note.DeCentiemes(centiemes), origine);
            return true;
        }
        (etat, var reconnu) = valeur switch
        {
            MarqueAbsent => (EtatUnite.Absent, true),
            MarqueAbsentJustifie => (EtatUnite.AbsentJustifie, true),
            MarqueDispense => (EtatUnite.Dispense, true),
            _ => (default, false),
        };
        return reconnu;
    }

    // Hand-written because 400,000 marks are read at each deliberation of an académie.
    private static bool TryLireCentiemes(ReadOnlySpan<char> texte, out int centiemes)
    {
        centiemes = 0;
        var decimales = -1;
        foreach (var c in texte)
        {
            if (c == '.' && decimales < 0)
            {
                decimales = 0;
                continue;
            }
            if (!char.IsAsciiDigit(c) || decimales >= 2 || centiemes > 2000)
                return false;
            centiemes = (centiemes * 10) + (c - '0');
            if (decimales >= 0)
                decimales++;
        }
        centiemes *= decimales switch { 1 => 10, 2 => 1, _ => 100 };
        return texte.Length > 0 && decimales != 0 && centiemes <= 2000;
    }
}
