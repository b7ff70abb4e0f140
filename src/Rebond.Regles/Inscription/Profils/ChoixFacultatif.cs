namespace Rebond.Regles.Inscription.Profils;

/// <summary>Une épreuve facultative telle qu'un candidat la choisit : son code, et ce qui la précise. S'écrit « MOBILITE » ou « LANGUE:italien ».</summary>
/// <param name="Code">Celui de la campagne ; « UF1 » quand elle ne donne pas de liste : seul le nombre est alors connu.</param>
public readonly record struct ChoixFacultatif(string Code, string? Precision)
{
    /// <summary>Le choix dit qu'il y a une épreuve, pas laquelle.</summary>
    public bool EstUnite => Code.Length > 2 && Code.StartsWith("UF", StringComparison.Ordinal) && Code[2..].All(char.IsAsciiDigit);

    public static ChoixFacultatif Lire(string texte) => texte.IndexOf(':', StringComparison.Ordinal) is var coupe and >= 0
        ? new(texte[..coupe].Trim(), texte[(coupe + 1)..].Trim() is { Length: > 0 } precision ? precision : null)
        : new(texte.Trim(), null);

    public override string ToString() => Precision is null ? Code : $"{Code}:{Precision}";
}
