using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Rebond.Web.Documents;

namespace Rebond.Web.Dsfr;

/// <summary>What every form field shares: name, label, hint, the error that model state holds, and the value typed before it.</summary>
public abstract class Saisie : TagHelper
{
    /// <summary>Property of the page model: gives the name, the value and the errors.</summary>
    public ModelExpression? Pour { get; set; }

    /// <summary>Name of the field when there is no <c>pour</c>.</summary>
    public string? Nom { get; set; }
    public required string Libelle { get; set; }

    /// <summary>Expected format or example, under the label. Empty is none: Razor turns a null expression into an empty text.</summary>
    public string? Aide { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Overrides the value of <c>pour</c>.</summary>
    public string? Valeur { get; set; }
    public bool Facultatif { get; set; }

    /// <summary>Error known otherwise than by model state. Empty is none.</summary>
    public string? Erreur { get; set => field = string.IsNullOrEmpty(value) ? null : value; }
    public bool Desactive { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected string NomComplet => Nom ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(Pour?.Name ?? throw new InvalidOperationException("Un champ a un nom ou un « pour »."));
    protected string Id => Html.Identifiant(NomComplet);
    protected string IdMessage => $"{Id}-message";

    protected string? MessageErreur => Erreur ?? (ViewContext.ViewData.ModelState.TryGetValue(NomComplet, out var etat) && etat.Errors.Count > 0
        ? string.Join(' ', etat.Errors.Select(e => e.ErrorMessage)) : null);

    protected string? ValeurCourante => ViewContext.ViewData.ModelState.TryGetValue(NomComplet, out var etat) && etat.AttemptedValue is { } tapee
        ? tapee
        : Valeur ?? Ecrire(Pour?.Model);

    private static string? Ecrire(object? valeur) => valeur switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        bool vrai => vrai ? "true" : "false",
        _ => Convert.ToString(valeur, CultureInfo.CurrentCulture),
    };

    protected IHtmlContent ContenuLibelle()
    {
        var contenu = new HtmlContentBuilder().Append(Libelle);
        if (Facultatif)
            contenu.Append(" (facultatif)");
        return Aide is null ? contenu : contenu.AppendHtml(Html.Element("span", Aide, "fr-hint-text"));
    }

    protected TagBuilder Etiquette() => Html.Element("label", ContenuLibelle(), "fr-label").Avec("for", Id);

    /// <summary>Always there, even empty: an aria-describedby must point to something.</summary>
    protected TagBuilder Message()
    {
        var groupe = Html.Vide("div", "fr-messages-group").Avec("id", IdMessage).Avec("aria-live", "polite");
        return MessageErreur is { } erreur ? groupe.Ajouter(Html.Element("p", erreur.Lisible(), "fr-message fr-message--error").Avec("id", $"{IdMessage}-erreur")) : groupe;
    }

    /// <summary>Attributes the page wrote that belong to the input and not to the group around it.</summary>
    protected static void Deplacer(TagHelperOutput output, TagBuilder vers)
    {
        foreach (var attribut in output.Attributes.Where(a => a.Name is not "class").ToList())
        {
            vers.Attributes[attribut.Name] = attribut.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : attribut.Value?.ToString();
            output.Attributes.Remove(attribut);
        }
    }
}
