using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>
/// Tuile: one link, a title and a sentence. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/tuile
/// The address is <c>href</c> or <c>asp-page</c> / <c>asp-route-*</c>.
/// </summary>
/// <example><c>&lt;dsfr-tuile titre="Notes" asp-page="/Examen/Notes/Index"&gt;Saisir et vérifier.&lt;/dsfr-tuile&gt;</c></example>
[HtmlTargetElement("dsfr-tuile")]
public sealed class DsfrTuile(IHtmlGenerator generateur) : AnchorTagHelper(generateur)
{
    public required string Titre { get; set; }

    /// <summary>Level of the title in the page: 2 to 6.</summary>
    public int Niveau { get; set; } = 2;

    /// <summary>A short fact at the foot: a count, a date.</summary>
    public string? Detail { get; set; }

    /// <summary>Icon drawn above the title, without its prefix.</summary>
    public string? Icone { get; set; }
    public bool Horizontale { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Process(context, output);
        var adresse = output.Attributes["href"]?.Value?.ToString();
        output.Attributes.RemoveAll("href");
        var contenu = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-tile", "fr-enlarge-link", Horizontale ? "fr-tile--horizontal" : null);
        var texte = Html.Vide("div", "fr-tile__content")
            .Ajouter(Html.Vide($"h{Niveau}", "fr-tile__title").Ajouter(Html.Element("a", Titre).Avec("href", adresse)));
        if (!contenu.IsEmptyOrWhiteSpace)
            texte.Ajouter(Html.Element("p", contenu, "fr-tile__desc"));
        if (Detail is not null)
            texte.Ajouter(Html.Element("p", Detail, "fr-tile__detail"));
        var corps = Html.Vide("div", "fr-tile__body");
        if (Icone is not null)
            corps.Ajouter(Html.Vide("span", $"rebond-tuile__icone fr-icon-{Icone}").Avec("aria-hidden", "true"));
        output.Content.AppendHtml(corps.Ajouter(texte));
    }
}
