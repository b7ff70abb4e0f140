using System.Text.Json.Serialization;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Fichiers;

/// <summary>Why a line (or, with line 0 or 1, the file) is not taken, said so that whoever prepared the file can mend it.</summary>
public sealed record Rejet(int Ligne, string? Colonne, string Code, string Phrase)
{
    /// <summary>Place in the line, from 1, for files whose lines are not cut into columns (XML); <see cref="Colonne"/> is then the element.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Caractere { get; init; }

    /// <summary>What a file says is shown short and on one line: it may be anything, orders to a terminal included.</summary>
    public static string Abreger(string texte)
    {
        var sur = string.Concat(texte.Take(31).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        return sur.Length <= 30 ? sur : sur[..30] + "…";
    }
}

/// <summary>What an import did, or would do: the answer of the contract (docs/formats-fichiers.md).</summary>
public sealed record BilanImport
{
    public required int Lus { get; init; }
    public required int Ajoutes { get; init; }
    public required int Modifies { get; init; }
    public required int Inchanges { get; init; }

    /// <summary>In the base, not in the file. Counted, never deleted.</summary>
    public required int Absents { get; init; }
    public required IReadOnlyList<Rejet> Rejets { get; init; }

    /// <summary>False for a preview, and for a file with refusals when the good lines alone were not asked for.</summary>
    [JsonIgnore]
    public bool Enregistre { get; init; }

    /// <summary>Lines nothing is wrong with.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> LignesBonnes { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<string> ColonnesIgnorees { get; init; } = [];

    /// <summary>What was read and left, or could not be told: sentences for whoever prepared the file. Nothing here keeps a line out.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Remarques { get; init; } = [];

    internal static BilanImport De(LectureTableau lecture, int ajoutes, int modifies, int inchanges, int absents, bool enregistre) => new()
    {
        Lus = lecture.Lus,
        Ajoutes = ajoutes,
        Modifies = modifies,
        Inchanges = inchanges,
        Absents = absents,
        Rejets = lecture.Rejets,
        Enregistre = enregistre,
        LignesBonnes = lecture.LignesBonnes(),
        ColonnesIgnorees = lecture.ColonnesIgnorees,
    };
}

/// <summary>Nothing answers the request: an empty file would look like an export.</summary>
public sealed record RienAExporter(string Quoi, SessionExamen Session)
    : Refus(GenreRefus.Introuvable, "RIEN_A_EXPORTER", $"La base n'a {Quoi} pour la session {Session}. Vérifiez la session et l'examen demandés.");

/// <summary>How an import is asked for. By default a file is taken whole or not at all.</summary>
/// <param name="Apercu">Says what would happen, writes nothing.</param>
/// <param name="LignesValides">Takes the good lines although others are refused.</param>
public sealed record ModeImport(bool Apercu = false, bool LignesValides = false)
{
    internal bool Enregistre(LectureTableau lecture) => Enregistre(lecture.EstIllisible, lecture.Rejets.Count);

    internal bool Enregistre(bool illisible, int rejets) => !Apercu && !illisible && (LignesValides || rejets == 0);
}

/// <summary>What a file may weigh before we refuse to read on.</summary>
public sealed record LimitesFichier(long OctetsMax = 50L * 1024 * 1024, int CaracteresParLigne = 65_536, int RejetsMax = 1_000)
{
    public static LimitesFichier Ordinaires { get; } = new();
}
