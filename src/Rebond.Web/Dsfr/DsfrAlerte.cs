using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

public enum GenreAlerte { Info, Succes, Attention, Erreur }

/// <summary>Alerte. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/alerte</summary>
/// <example><c>&lt;dsfr-alerte genre="Succes" titre="Enregistré"&gt;…&lt;/dsfr-alerte&gt;</c></example>
[HtmlTargetElement("dsfr-alerte")]
public sealed class DsfrAlerte : TagHelper
{
    public GenreAlerte Genre { get; set; }

    /// <summary>Without a title the alert is the small one of the design system.</summary>
    public string? Titre { get; set; }

    /// <summary>Read at once by screen readers: for what appears after an action, not for what stands on the page.</summary>
    public bool Annoncer { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var contenu = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-alert", Genre switch
        {
            GenreAlerte.Succes => "fr-alert--success",
            GenreAlerte.Attention => "fr-alert--warning",
            GenreAlerte.Erreur => "fr-alert--error",
            _ => "fr-alert--info",
        }, Titre is null ? "fr-alert--sm" : null);
        if (Annoncer)
            output.Attributes.SetAttribute("role", Genre == GenreAlerte.Erreur ? "alert" : "status");
        if (Titre is not null)
            output.Content.AppendHtml(Html.Element("p", Titre, "fr-alert__title"));
        output.Content.AppendHtml(contenu.EnParagraphe());
    }
}
