using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>
/// Tableau. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/tableau
/// The content is thead and tbody. On a phone it scrolls sideways inside its frame, or with <see cref="Empilable"/> each row becomes a card.
/// </summary>
/// <example><c>&lt;dsfr-tableau legende="Centres d'examen"&gt;&lt;thead&gt;…&lt;/thead&gt;&lt;tbody&gt;…&lt;/tbody&gt;&lt;/dsfr-tableau&gt;</c></example>
[HtmlTargetElement("dsfr-tableau")]
public sealed class DsfrTableau : TagHelper
{
    /// <summary>Says what the table holds; required, a table without a caption is unreadable by ear.</summary>
    public required string Legende { get; set; }
    public string? Precision { get; set; }

    /// <summary>Kept for screen readers, not drawn (when a title just above says the same).</summary>
    public bool LegendeMasquee { get; set; }

    /// <summary>Each td of the page then carries <c>data-libelle="name of the column"</c>.</summary>
    public bool Empilable { get; set; }
    public bool Serre { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var contenu = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-table", Serre ? "fr-table--sm" : null, LegendeMasquee ? "fr-table--no-caption" : null, Empilable ? "rebond-empilable" : null);
        var legende = Html.Element("caption", Legende);
        if (Precision is not null)
            legende.Ajouter(Html.Element("span", Precision, "fr-table__caption__desc"));
        // The frame scrolls: it must be reachable by keyboard, and named.
        var cadre = Html.Vide("div", "fr-table__container").Avec("tabindex", "0").Avec("role", "region").Avec("aria-label", Legende)
            .Ajouter(Html.Vide("div", "fr-table__content").Ajouter(Html.Vide("table").Ajouter(legende, contenu)));
        output.Content.AppendHtml(Html.Vide("div", "fr-table__wrapper").Ajouter(cadre));
    }
}
