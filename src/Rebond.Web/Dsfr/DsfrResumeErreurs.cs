using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Rebond.Web.Documents;

namespace Rebond.Web.Dsfr;

/// <summary>
/// Error summary at the top of a form: an alerte whose every line leads to its field. Draws nothing when there is no error.
/// Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/modeles-et-blocs-fonctionnels/gestion-des-erreurs
/// </summary>
/// <example><c>&lt;dsfr-resume-erreurs /&gt;</c></example>
[HtmlTargetElement("dsfr-resume-erreurs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrResumeErreurs : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var erreurs = ViewContext.ViewData.ModelState.SelectMany(champ => champ.Value?.Errors.Select(e => (Champ: champ.Key, e.ErrorMessage)) ?? []).ToList();
        if (erreurs.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-alert", "fr-alert--error", "fr-mb-4w");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("id", "resume-erreurs");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml(Html.Element("p", erreurs.Count == 1 ? "Une erreur à corriger" : $"{erreurs.Count} erreurs à corriger", "fr-alert__title"));
        var liste = Html.Vide("ul");
        foreach (var (champ, message) in erreurs)
            liste.Ajouter(Html.Vide("li").Ajouter(champ.Length == 0
                ? Html.Element("span", message.Lisible())
                : Html.Element("a", message.Lisible()).Avec("href", $"#{Html.Identifiant(champ)}")));
        output.Content.AppendHtml(liste);
    }
}
