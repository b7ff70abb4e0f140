using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Simulateur;

public enum GenreQuestion { Choix, Cases, Liste, Date, Texte }

/// <summary>One answer offered, by the code the form carries.</summary>
public sealed record Proposition(string Valeur, string Texte);

/// <summary>One question, alone on its page.</summary>
/// <param name="Court">Its name in the summary of the answers.</param>
public sealed record Question(string Code, string Titre, string Court, GenreQuestion Genre)
{
    public const string NeSaitPas = "NSP";

    public string? Aide { get; init; }

    /// <summary>Whether it matters after the answers already given.</summary>
    public Func<Reponses, bool> Posee { get; init; } = _ => true;

    /// <summary>What may be answered, today; empty for a date or a text.</summary>
    public Func<DateOnly, IReadOnlyList<Proposition>> Propositions { get; init; } = _ => [];

    /// <summary>For a text: how it is written in the form, or null when it is not one.</summary>
    public Func<string, string?> Ecrire { get; init; } = texte => texte;

    /// <summary>What to do when the answer cannot be read.</summary>
    public string Faute { get; init; } = "Choisissez une réponse. Vous pouvez dire que vous ne savez pas.";

    /// <summary>Name of the field.</summary>
    public string Champ => $"r.{Code}";

    /// <summary>The answer as the form will carry it, or null when it is none of those that are possible.</summary>
    public string? Lire(string? brut, DateOnly jour)
    {
        var texte = brut?.Trim() ?? "";
        if (texte == NeSaitPas)
            return texte;
        return Genre switch
        {
            GenreQuestion.Date => Dates.TryLireSaisie(texte, out var date) && date.Year > 1930 && date.Year <= jour.Year + 5
                ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            GenreQuestion.Texte => texte.Length is 0 or > 40 ? null : Ecrire(texte),
            GenreQuestion.Cases => Cases(texte, jour),
            _ => Propositions(jour).Any(p => p.Valeur == texte) ? texte : null,
        };
    }

    private string? Cases(string texte, DateOnly jour)
    {
        var valeurs = texte.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        var connues = Propositions(jour).Select(p => p.Valeur).ToHashSet();
        return valeurs.Count == 0 || !valeurs.TrueForAll(connues.Contains) || (valeurs.Count > 1 && valeurs.Contains(Questions.Aucun)) ? null : string.Join(',', valeurs);
    }

    /// <summary>The answer in words, for the summary.</summary>
    public string EnMots(string valeur, DateOnly jour) => valeur == NeSaitPas ? "je ne sais pas" : Genre switch
    {
        GenreQuestion.Date => DateOnly.ParseExact(valeur, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        GenreQuestion.Texte => valeur,
        _ => string.Join(", ", valeur.Split(',').Select(v => Propositions(jour).First(p => p.Valeur == v).Texte)),
    };

    /// <summary>For the tag helpers, with what was answered before.</summary>
    public IReadOnlyList<SelectListItem> Choix(DateOnly jour, string? avant)
    {
        var retenues = (avant ?? "").Split(',');
        IEnumerable<Proposition> toutes = Genre == GenreQuestion.Choix ? [.. Propositions(jour), new Proposition(NeSaitPas, "Je ne sais pas")] : Propositions(jour);
        return [.. toutes.Select(p => new SelectListItem(p.Texte, p.Valeur) { Selected = retenues.Contains(p.Valeur) })];
    }
}
