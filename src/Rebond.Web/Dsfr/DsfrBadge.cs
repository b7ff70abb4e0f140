using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

public enum GenreBadge { Neutre, Info, Succes, Attention, Erreur, Nouveau }

/// <summary>Badge. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/badge</summary>
/// <example><c>&lt;dsfr-badge genre="Succes"&gt;Admis&lt;/dsfr-badge&gt;</c></example>
[HtmlTargetElement("dsfr-badge")]
public sealed class DsfrBadge : TagHelper
{
    public GenreBadge Genre { get; set; }
    public bool Petit { get; set; }
    public bool SansIcone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-badge", Genre switch
        {
            GenreBadge.Info => "fr-badge--info",
            GenreBadge.Succes => "fr-badge--success",
            GenreBadge.Attention => "fr-badge--warning",
            GenreBadge.Erreur => "fr-badge--error",
            GenreBadge.Nouveau => "fr-badge--new",
            _ => null,
        }, Petit ? "fr-badge--sm" : null, SansIcone ? "fr-badge--no-icon" : null);
    }
}
