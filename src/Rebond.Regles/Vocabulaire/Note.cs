using System.Globalization;

namespace Rebond.Regles.Vocabulaire;

/// <summary>Une note sur 20, exacte, en centièmes de point (0 à 2000). Le pas dépend de l'examen, voir <see cref="PasDeNote"/>.</summary>
public readonly record struct Note : IComparable<Note>
{
    private Note(short centiemes) => Centiemes = centiemes;

    /// <summary>La note en centièmes de point : 12,5 vaut 1250.</summary>
    public short Centiemes { get; }

    public static Note Zero => default;
    public static Note Dix { get; } = new(1000);
    public static Note Vingt { get; } = new(2000);

    /// <param name="centiemes">De 0 à 2000.</param>
    /// <exception cref="ArgumentOutOfRangeException">Hors de l'échelle 0 à 20 : le texte reçu se vérifie avant, par <see cref="TryLire"/>.</exception>
    public static Note DeCentiemes(int centiemes) => centiemes is >= 0 and <= 2000
        ? new Note((short)centiemes)
        : throw new ArgumentOutOfRangeException(nameof(centiemes), centiemes, "Une note va de 0 à 20.");

    public static Note DeDemis(int demis) => DeCentiemes(demis * 50);

    public static Note De(decimal points)
    {
        var centiemes = points * 100;
        return decimal.Truncate(centiemes) == centiemes
            ? DeCentiemes((int)centiemes)
            : throw new ArgumentOutOfRangeException(nameof(points), points, "Une note a deux décimales au plus.");
    }

    /// <summary>Lit « 12 », « 12,5 » ou « 12.5 ». Faux si le texte n'est pas un nombre de 0 à 20 à deux décimales au plus.</summary>
    public static bool TryLire(string? texte, out Note note)
    {
        note = default;
        if (!decimal.TryParse(texte?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points)
            || points is < 0 or > 20 || decimal.Truncate(points * 100) != points * 100)
            return false;
        note = De(points);
        return true;
    }

    public decimal Points => Centiemes / 100m;

    public bool RespectePas(PasDeNote pas) => Centiemes % (int)pas == 0;

    public int CompareTo(Note autre) => Centiemes.CompareTo(autre.Centiemes);
    public static bool operator <(Note a, Note b) => a.Centiemes < b.Centiemes;
    public static bool operator >(Note a, Note b) => a.Centiemes > b.Centiemes;
    public static bool operator <=(Note a, Note b) => a.Centiemes <= b.Centiemes;
    public static bool operator >=(Note a, Note b) => a.Centiemes >= b.Centiemes;

    /// <summary>À la française, sans zéro inutile : « 12 », « 12,5 ».</summary>
    public override string ToString() => Exact.EnFrancais(Points);

    /// <summary>Pour les fichiers et les journaux : « 12 », « 12.5 ».</summary>
    public string EnTexteInvariant() => Exact.Invariant(Points);
}

/// <summary>Plus petite différence entre deux notes d'un examen, en centièmes de point.</summary>
public enum PasDeNote
{
    /// <summary>Ministère de l'agriculture, sessions à partir de 2020 : deux décimales (arrêté du 2 mars 2020, art. 1er).</summary>
    Centieme = 1,

    /// <summary>Bac pro de l'éducation nationale : points entiers ou demi-points (arrêté du 24 juillet 1997, art. 1er).</summary>
    DemiPoint = 50,

    /// <summary>Baccalauréats général et technologique : points entiers (art. D. 334-8 et D. 336-8).</summary>
    PointEntier = 100,
}
