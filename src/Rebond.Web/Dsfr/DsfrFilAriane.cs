using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>One step of the path to a page.</summary>
public sealed record Etape(string Titre, string Adresse);

/// <summary>
/// Fil d'Ariane. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/fil-d-ariane
/// The layout draws it from what the page gives: <c>ViewData.FilAriane(new Etape("Sessions", Url.Page("/Examen/Sessions/Index")!));</c>
/// the home page comes first and the title of the page last by themselves.
/// </summary>
[HtmlTargetElement("dsfr-fil-ariane", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrFilAriane : TagHelper
{
    public required IReadOnlyList<Etape> Etapes { get; set; }

    /// <summary>Title of the page one is on.</summary>
    public required string Courante { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-breadcrumb");
        output.Attributes.SetAttribute("aria-label", "vous êtes ici :");
        var liste = Html.Vide("ol", "fr-breadcrumb__list");
        foreach (var etape in Etapes)
            liste.Ajouter(Html.Vide("li").Ajouter(Html.Element("a", etape.Titre, "fr-breadcrumb__link").Avec("href", etape.Adresse)));
        liste.Ajouter(Html.Vide("li").Ajouter(Html.Element("a", Courante, "fr-breadcrumb__link").Avec("aria-current", "page")));
        output.Content.AppendHtml(Html.Element("button", "Voir le fil d’Ariane", "fr-breadcrumb__button").Avec("type", "button").Avec("aria-expanded", "false").Avec("aria-controls", "fil-ariane"));
        output.Content.AppendHtml(Html.Vide("div", "fr-collapse").Avec("id", "fil-ariane").Ajouter(liste));
    }
}

public static class FilArianeDePage
{
    private const string Cle = "FilAriane";

    /// <summary>Asks for a breadcrumb: steps between the home page and this one.</summary>
    public static void FilAriane(this ViewDataDictionary donnees, params Etape[] etapes) => donnees[Cle] = etapes;

    public static IReadOnlyList<Etape>? Lire(ViewDataDictionary donnees) => donnees[Cle] as Etape[];
}
