using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>
/// Sommaire of a long page: links to its parts. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/sommaire
/// Stands where tabs would need a script.
/// </summary>
/// <example><c>&lt;dsfr-sommaire parties='[new("Notes", "#notes"), new("Décision", "#decision")]' /&gt;</c></example>
[HtmlTargetElement("dsfr-sommaire", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrSommaire : TagHelper
{
    public required IReadOnlyList<Etape> Parties { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-summary");
        output.Attributes.SetAttribute("aria-labelledby", "sommaire-titre");
        output.Content.AppendHtml(Html.Element("p", "Sommaire", "fr-summary__title").Avec("id", "sommaire-titre"));
        var liste = Html.Vide("ol");
        foreach (var partie in Parties)
            liste.Ajouter(Html.Vide("li").Ajouter(Html.Element("a", partie.Titre, "fr-summary__link").Avec("href", partie.Adresse)));
        output.Content.AppendHtml(liste);
    }
}
