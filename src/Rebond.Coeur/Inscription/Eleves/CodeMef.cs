using System.Diagnostics.CodeAnalysis;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Eleves;

/// <summary>
/// A MEF (module élémentaire de formation): ten characters in the national table, an eleventh in SIECLE for local variants.
/// Dispositif (3), number of the specialty (5), years the dispositif lasts (1), year of the pupil in it (1).
/// </summary>
public readonly record struct CodeMef
{
    private CodeMef(string national) => National = national;

    /// <summary>The ten characters of the national table.</summary>
    public string National { get; }
    public string Dispositif => National[..3];

    /// <summary>The five digits that end a code of formation diplôme: 25214 for 40025214.</summary>
    public string Specialite => National[3..8];

    /// <summary>The baccalauréat this dispositif ends with (national table N_DISPOSITIF_FORMATION); null for a CAP, a seconde, a première générale, a BTS…</summary>
    public TypeExamen? Examen => Dispositif switch
    {
        "245" or "246" or "247" => TypeExamen.BacPro,
        "273" or "276" => TypeExamen.BacProAgricole,
        "202" => TypeExamen.BacGeneral,
        "212" or "214" => TypeExamen.BacTechnologique,
        _ => null,
    };

    /// <summary>The pupil ends his course this year: with an <see cref="Examen"/>, he is a candidate of the session.</summary>
    public bool EstDerniereAnnee => National[8] == National[9];

    public static bool TryLire(string? texte, [NotNullWhen(true)] out CodeMef? mef)
    {
        mef = texte is { Length: 10 or 11 } && texte.AsSpan(0, 10).IndexOfAnyExceptInRange('0', '9') < 0 && (texte.Length == 10 || char.IsAsciiLetterOrDigit(texte[10])) ? new CodeMef(texte[..10]) : null;
        return mef is not null;
    }
}
