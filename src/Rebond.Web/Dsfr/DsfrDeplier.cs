using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>
/// Accordéon, on the native details element: opens without a script. The « Pourquoi ? » of a computed value stands in one.
/// Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/accordeon
/// </summary>
/// <example><c>&lt;dsfr-deplier titre="Pourquoi ?"&gt;…&lt;/dsfr-deplier&gt;</c></example>
[HtmlTargetElement("dsfr-deplier")]
public sealed class DsfrDeplier : TagHelper
{
    public required string Titre { get; set; }
    public bool Ouvert { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var contenu = await output.GetChildContentAsync();
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("rebond-deplier");
        if (Ouvert)
            output.Attributes.SetAttribute("open", "open");
        output.Content.AppendHtml(Html.Element("summary", Titre)).AppendHtml(Html.Element("div", contenu, "rebond-deplier__corps"));
    }
}
