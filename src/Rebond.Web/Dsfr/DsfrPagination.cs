using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>
/// Pagination by links, keeping the rest of the query. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/pagination
/// Draws nothing for a single page. The parameter is "p": "page" is a reserved route value of Razor Pages.
/// </summary>
/// <example><c>&lt;dsfr-pagination numero="Model.Numero" total="Model.NombrePages" /&gt;</c></example>
[HtmlTargetElement("dsfr-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrPagination : TagHelper
{
    /// <summary>Page shown, from 1.</summary>
    public int Numero { get; set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Total { get; set; }
    public string Parametre { get; set; } = "p";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total < 2)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-pagination");
        output.Attributes.SetAttribute("aria-label", "Pagination");
        var liste = Html.Vide("ul", "fr-pagination__list");
        liste.Ajouter(Element(Lien("Première page", "fr-pagination__link--first", Numero > 1 ? 1 : null)));
        liste.Ajouter(Element(Lien("Page précédente", "fr-pagination__link--prev fr-pagination__link--lg-label", Numero > 1 ? Numero - 1 : null)));
        var precedente = 0;
        foreach (var page in Visibles())
        {
            if (page > precedente + 1)
                liste.Ajouter(Element(Html.Element("span", "…", "fr-pagination__link fr-displayed-lg")));
            liste.Ajouter(Element(Page(page)));
            precedente = page;
        }
        liste.Ajouter(Element(Lien("Page suivante", "fr-pagination__link--next fr-pagination__link--lg-label", Numero < Total ? Numero + 1 : null)));
        liste.Ajouter(Element(Lien("Dernière page", "fr-pagination__link--last", Numero < Total ? Total : null)));
        output.Content.AppendHtml(liste);
    }

    private IEnumerable<int> Visibles() => new[] { 1, Numero - 1, Numero, Numero + 1, Total }.Where(p => p >= 1 && p <= Total).Distinct().Order();

    private static TagBuilder Element(TagBuilder contenu) => Html.Vide("li").Ajouter(contenu);

    private TagBuilder Page(int page)
    {
        var texte = page.ToString(CultureInfo.InvariantCulture);
        var proche = page == Numero || page == 1 || page == Total;
        return Html.Element("a", texte, proche ? "fr-pagination__link" : "fr-pagination__link fr-displayed-lg").Avec("title", $"Page {texte}")
            .Avec("href", page == Numero ? null : Adresse(page)).Avec("aria-current", page == Numero ? "page" : null);
    }

    private TagBuilder Lien(string texte, string classes, int? page) => Html.Element("a", texte, $"fr-pagination__link {classes}")
        .Avec("href", page is { } cible ? Adresse(cible) : null).Avec("aria-disabled", page is null ? "true" : null).Avec("role", page is null ? "link" : null);

    private string Adresse(int page)
    {
        var requete = ViewContext.HttpContext.Request;
        var parametres = requete.Query.Where(q => q.Key != Parametre).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))
            .Append(KeyValuePair.Create(Parametre, (string?)page.ToString(CultureInfo.InvariantCulture)));
        return requete.PathBase + requete.Path + QueryString.Create(parametres);
    }
}
