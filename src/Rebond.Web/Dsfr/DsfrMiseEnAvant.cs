using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>Mise en avant: the one thing to remember of a page. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/mise-en-avant</summary>
/// <example><c>&lt;dsfr-mise-en-avant titre="Votre droit"&gt;…&lt;/dsfr-mise-en-avant&gt;</c></example>
[HtmlTargetElement("dsfr-mise-en-avant")]
public sealed class DsfrMiseEnAvant : TagHelper
{
    public string? Titre { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var contenu = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-callout");
        if (Titre is not null)
            output.Content.AppendHtml(Html.Element("h2", Titre, "fr-callout__title"));
        output.Content.AppendHtml(Html.Element("div", contenu, "fr-callout__text"));
    }
}
