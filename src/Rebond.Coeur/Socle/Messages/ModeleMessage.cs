using System.Text;
using System.Text.RegularExpressions;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Coeur.Socle.Messages;

public enum CanalMessage { Courriel, Lettre }

/// <summary>A field a template may use. An obligatory one stands for what the message is for (a link): no revision of the text may drop it.</summary>
public sealed record ChampModele(string Nom, string Description, bool Obligatoire);

/// <summary>A text ready to go, every field replaced.</summary>
public sealed record TexteCompose(string Sujet, string Corps);

/// <summary>The text of a message with its {fields}, as shipped or as an académie rewrote it (<see cref="RevisionModele"/>).</summary>
/// <param name="Code">Stable: "RELANCE_PIECES".</param>
/// <param name="TenuPar">Role that rewrites it and follows its messages.</param>
/// <param name="Version">"1" as shipped, "02-3" for the third revision of académie 02.</param>
/// <param name="Sujet">Subject of the e-mail, « Objet » of the letter.</param>
public sealed partial record ModeleMessage(string Code, string Titre, IReadOnlyList<CanalMessage> Canaux, Role TenuPar, string Version, IReadOnlyList<ChampModele> Champs, string Sujet, string Corps)
{
    public sealed record ChampsVides(string Titre, IReadOnlyList<ChampModele> Champs) : Refus(GenreRefus.Invalide, "CHAMPS_VIDES",
        $"Le message « {Titre} » ne peut pas partir : {(Champs.Count == 1 ? "un champ est vide" : "des champs sont vides")}, {string.Join(", ", Champs.Select(c => $"« {c.Nom} » ({c.Description})"))}. Complétez le dossier, puis recommencez.");

    public sealed record ChampsNonResolus(string Titre, IReadOnlyList<string> Champs) : Refus(GenreRefus.Invalide, "CHAMPS_NON_RESOLUS",
        $"Le message « {Titre} » ne peut pas partir : rien ne remplit {string.Join(", ", Champs.Select(c => $"« {{{c}}} »"))}. Corrigez le texte du modèle ou le dossier, puis recommencez.");

    /// <summary>Names of the fields a text uses, in order, once each.</summary>
    public static IReadOnlyList<string> ChampsDe(string texte) => [.. Accolades().Matches(texte).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>A brace that opens no field: most often a field badly closed, which a reader would see as is.</summary>
    public static bool AAccoladeIsolee(string texte) => Accolades().Replace(texte, "").AsSpan().ContainsAny('{', '}');

    /// <summary>
    /// Replaces every field, or says which one is blank or unknown: 7,000 messages left blank in 2024 because nothing looked. Only the
    /// fields this text uses count. A value that still holds {something} was not resolved by whoever filled it.
    /// </summary>
    /// <exception cref="ArgumentException">A value is given for a field the template does not declare: a bug of the caller.</exception>
    public Outcome<TexteCompose> Composer(IReadOnlyDictionary<string, string> valeurs)
    {
        if (valeurs.Keys.FirstOrDefault(nom => Champs.All(c => c.Nom != nom)) is { } intrus)
            throw new ArgumentException($"Le modèle {Code} n'a pas de champ {intrus}.", nameof(valeurs));
        var employes = ChampsDe(Sujet + '\n' + Corps);
        List<Refus> refus = [];
        var nonResolus = employes.Where(nom => Champs.All(c => c.Nom != nom) || (valeurs.TryGetValue(nom, out var v) && ChampNu().IsMatch(v))).ToList();
        if (nonResolus.Count > 0)
            refus.Add(new ChampsNonResolus(Titre, nonResolus));
        var vides = Champs.Where(c => employes.Contains(c.Nom) && EstVide(valeurs.GetValueOrDefault(c.Nom))).ToList();
        if (vides.Count > 0)
            refus.Add(new ChampsVides(Titre, vides));
        if (refus.Count > 0)
            return Outcome<TexteCompose>.Refuser(refus);
        // One pass: a value is never read again as a template.
        string Remplacer(string texte) => Accolades().Replace(texte, m => Apostrophes().Replace(valeurs[m.Groups[1].Value].Trim(), "’"));
        return new TexteCompose(EnUneLigne(Remplacer(Sujet)), Remplacer(Corps));
    }

    /// <summary>Nothing a reader would see: spaces of all kinds, zero-width and control characters.</summary>
    internal static bool EstVide(string? valeur) =>
        valeur is null || valeur.EnumerateRunes().All(r => Rune.IsWhiteSpace(r) || Rune.GetUnicodeCategory(r) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control);

    /// <summary>A subject is a header: a line break in a value must not open another one.</summary>
    internal static string EnUneLigne(string texte) => Sauts().Replace(texte, " ").Trim();

    [GeneratedRegex(@"\{([a-z][a-z0-9_]*)\}")]
    private static partial Regex Accolades();

    /// <summary>The plain writing of campaigns and of the rules, inside a word.</summary>
    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L})")]
    private static partial Regex Apostrophes();

    /// <summary>The whole value, or a word of it, is still the name of a field.</summary>
    [GeneratedRegex(@"\{\{?\s*[A-Za-z_][A-Za-z0-9_.]*\s*\}?\}")]
    private static partial Regex ChampNu();

    [GeneratedRegex(@"[\u0000-\u001F\u007F\u0085\u2028\u2029]+")]
    private static partial Regex Sauts();
}
