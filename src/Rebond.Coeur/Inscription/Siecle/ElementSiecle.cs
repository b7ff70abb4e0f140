using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>
/// One record of a file (a pupil, a person, a MEF) with its place. Children come in any order, absent and empty mean the same, unknown ones
/// are harmless. Reading a value that is wrong notes why and where; the record is good when <see cref="Rejets"/> stays empty.
/// </summary>
internal sealed class ElementSiecle(string nom, int ligne, int caractere, List<Rejet> rejets)
{
    public string Nom => nom;
    public int Ligne => ligne;
    public int Caractere => caractere;

    /// <summary>Shared by the whole record.</summary>
    public List<Rejet> Rejets => rejets;
    public string Valeur { get; set; } = "";
    public bool TropLong { get; set; }
    public List<ElementSiecle> Enfants { get; } = [];
    public Dictionary<string, string> Attributs { get; } = [];

    public ElementSiecle? Enfant(string enfant) => Enfants.Find(e => e.Nom == enfant);

    public IEnumerable<ElementSiecle> Tous(string enfant) => Enfants.Where(e => e.Nom == enfant);

    public string? Attribut(string attribut) => Attributs.GetValueOrDefault(attribut) is { Length: > 0 } valeur ? valeur : null;

    /// <summary>The first of these children that says something.</summary>
    public ElementSiecle? Premier(params ReadOnlySpan<string> noms)
    {
        foreach (var cherche in noms)
        {
            if (Enfant(cherche) is { } trouve && (trouve.Valeur.Length > 0 || trouve.TropLong))
                return trouve;
        }
        return null;
    }

    public string? Texte(string enfant, int max = 150) => Premier(enfant) is { } trouve ? trouve.Court(max) : null;

    /// <summary>Old and new names of the same value, the preferred one first.</summary>
    public string Obligatoire(int max, params ReadOnlySpan<string> noms)
    {
        if (Premier(noms) is { } trouve)
            return trouve.Court(max);
        Refuser(noms[0], "VALEUR_ABSENTE", "la valeur manque. Complétez-la dans SIECLE et refaites l'export.");
        return "";
    }

    public string Identifiant(string attribut)
    {
        if (Attribut(attribut) is { Length: <= 40 } valeur && EstUneLigne(valeur))
            return valeur;
        Refuser(null, Attribut(attribut) switch { null => "VALEUR_ABSENTE", { Length: > 40 } => "VALEUR_TROP_LONGUE", _ => "CARACTERE_INTERDIT" }, $"l'attribut {attribut} est vide, absent, illisible ou trop long : ce fichier n'est pas un export ordinaire de SIECLE.");
        return "";
    }

    public DateOnly? Date(params ReadOnlySpan<string> noms)
    {
        if (Premier(noms) is not { } trouve)
            return null;
        // Exports write dd/MM/yyyy, files made for SIECLE the ISO form.
        if (Dates.TryLireSaisie(trouve.Valeur, out var date))
            return date;
        trouve.Refuser(null, "DATE_INVALIDE", $"« {trouve.Abrege} » n'est pas une date. On attend jj/mm/aaaa.");
        return null;
    }

    public DateOnly DateObligatoire(string enfant)
    {
        if (Premier(enfant) is not null)
            return Date(enfant) ?? default;
        Refuser(enfant, "VALEUR_ABSENTE", "la date manque. Complétez-la dans SIECLE et refaites l'export.");
        return default;
    }

    /// <summary>true, false, 1 or 0; null when nothing is said.</summary>
    public bool? Vrai(params ReadOnlySpan<string> noms)
    {
        if (Premier(noms) is not { } trouve)
            return null;
        switch (trouve.Valeur.ToUpperInvariant())
        {
            case "1" or "TRUE" or "O" or "OUI":
                return true;
            case "0" or "FALSE" or "N" or "NON":
                return false;
            default:
                trouve.Refuser(null, "CODE_INCONNU", $"« {trouve.Abrege} » n'est ni vrai (1, true) ni faux (0, false).");
                return null;
        }
    }

    public string? Ine(string enfant)
    {
        if (Premier(enfant) is not { } trouve)
            return null;
        var ine = trouve.Valeur.ToUpperInvariant();
        if (Identifiants.EstIne(ine))
            return ine;
        trouve.Refuser(null, "INE_INVALIDE", $"« {trouve.Abrege} » n'est pas un INE (onze caractères, par exemple neuf chiffres et deux lettres). Corrigez-le dans SIECLE.");
        return null;
    }

    /// <summary>Notes a refusal at this element, or at a child it should have; the child itself when it is there, though empty.</summary>
    public void Refuser(string? enfant, string code, string phrase)
    {
        if (enfant is not null && Enfant(enfant) is { } present)
            present.Refuser(null, code, phrase);
        else
            rejets.Add(new(ligne, enfant ?? nom, code, $"Ligne {ligne}, caractère {caractere}, élément {(enfant is null ? nom : $"{enfant} de {nom}")} : {phrase}") { Caractere = caractere });
    }

    /// <summary>What a file says is shown short: it may be anything.</summary>
    public string Abrege => Rejet.Abreger(Valeur);

    private string Court(int max)
    {
        if (TropLong || Valeur.Length > max)
            Refuser(null, "VALEUR_TROP_LONGUE", $"plus de {max} caractères. Corrigez la valeur dans SIECLE et refaites l'export.");
        else if (!EstUneLigne(Valeur))
            Refuser(null, "CARACTERE_INTERDIT", "la valeur tient sur plusieurs lignes ou contient un caractère de commande ou illisible. Corrigez-la dans SIECLE et refaites l'export.");
        else
            return Valeur;
        return "";
    }

    private static bool EstUneLigne(string valeur) => !valeur.Any(c => char.IsControl(c) || c == '\uFFFD');
}
