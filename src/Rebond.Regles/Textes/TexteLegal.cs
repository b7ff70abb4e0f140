using System.Reflection;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Textes;

/// <summary>Un texte cité par une règle.</summary>
/// <param name="Nom">Tel que les fondements le citent : « décret n° 2021-727 du 8 juin 2021 ».</param>
/// <param name="Objet">Ce qu'il fixe, en une ligne.</param>
/// <param name="Lecture">Ce qui en a été lu, et où : une page secondaire n'est pas le texte.</param>
/// <param name="VerifieLe">Dernier jour où les citations de ce texte ont été comparées à ce qui en a été lu.</param>
public sealed record TexteLegal(string Nom, string Objet, string Lecture, DateOnly VerifieLe)
{
    /// <summary>Vrai si ce jour-là plus d'un an a passé depuis la dernière vérification.</summary>
    public bool EstARelire(DateOnly jour) => VerifieLe.AddYears(1) < jour;

    /// <summary>Une citation d'un article de ce texte.</summary>
    public Fondement Article(string article, string version, Verification verification = Verification.Verifie) => new(Nom, article, version, verification);
}

/// <summary>Tous les textes cités, un fichier par texte dans ce dossier.</summary>
public static class TextesLegaux
{
    /// <summary>Par leur nom, tel que les fondements le citent.</summary>
    public static IReadOnlyDictionary<string, TexteLegal> Tous { get; } = typeof(TextesLegaux).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(TextesLegaux).Namespace)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(champ => champ.FieldType == typeof(TexteLegal))
        .Select(champ => (TexteLegal)champ.GetValue(null)!)
        .ToDictionary(texte => texte.Nom, StringComparer.Ordinal);
}
