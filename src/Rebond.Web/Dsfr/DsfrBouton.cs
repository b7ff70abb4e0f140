using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

public enum RangBouton { Principal, Secondaire, Tertiaire, TertiaireSansContour }

/// <summary>
/// Bouton, or link drawn as one when it has an address (<c>href</c>, <c>asp-page</c>, <c>asp-route-*</c>).
/// Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/bouton
/// </summary>
/// <example><c>&lt;dsfr-bouton rang="Secondaire" icone="download-line"&gt;Télécharger&lt;/dsfr-bouton&gt;</c></example>
[HtmlTargetElement("dsfr-bouton")]
public sealed class DsfrBouton(IHtmlGenerator generateur) : AnchorTagHelper(generateur)
{
    public RangBouton Rang { get; set; }

    /// <summary>Name of a design-system icon without its prefix: "download-line".</summary>
    public string? Icone { get; set; }
    public bool Petit { get; set; }
    public bool Desactive { get; set; }

    /// <summary>submit, button or reset.</summary>
    public string Type { get; set; } = "submit";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // The anchor helper gives a link to the current page when it is told nothing: a button would never submit.
        if ((Page ?? PageHandler ?? Route ?? Action ?? Controller ?? Fragment) is not null || RouteValues.Count > 0)
            base.Process(context, output);
        var lien = output.Attributes.ContainsName("href");
        output.TagName = lien ? "a" : "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (!lien)
            output.Attributes.SetAttribute("type", Type);
        if (Desactive && lien)
        {
            // A link without an address is how the design system disables a link.
            output.Attributes.RemoveAll("href");
            output.Attributes.SetAttribute("role", "link");
            output.Attributes.SetAttribute("aria-disabled", "true");
        }
        else if (Desactive)
            output.Attributes.SetAttribute("disabled", "disabled");
        output.Classes("fr-btn", Rang switch
        {
            RangBouton.Secondaire => "fr-btn--secondary",
            RangBouton.Tertiaire => "fr-btn--tertiary",
            RangBouton.TertiaireSansContour => "fr-btn--tertiary-no-outline",
            _ => null,
        }, Petit ? "fr-btn--sm" : null, Icone is null ? null : $"fr-btn--icon-left fr-icon-{Icone}");
    }
}
