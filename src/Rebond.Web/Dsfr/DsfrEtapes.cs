using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>Indicateur d'étapes of a journey. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/indicateur-d-etapes</summary>
/// <example><c>&lt;dsfr-etapes numero="2" total="4" titre="Vos unités" suivante="Vérifier" /&gt;</c></example>
[HtmlTargetElement("dsfr-etapes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrEtapes : TagHelper
{
    public required int Numero { get; set; }
    public required int Total { get; set; }
    public required string Titre { get; set; }
    public string? Suivante { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-stepper");
        output.Content.AppendHtml(Html.Vide("h2", "fr-stepper__title").Ajouter(Html.Element("span", Titre), Html.Element("span", $"Étape {Numero} sur {Total}", "fr-stepper__state")));
        output.Content.AppendHtml(Html.Vide("div", "fr-stepper__steps").Avec("data-fr-current-step", $"{Numero}").Avec("data-fr-steps", $"{Total}"));
        if (Suivante is not null)
            output.Content.AppendHtml(Html.Vide("p", "fr-stepper__details").Ajouter(Html.Element("span", "Étape suivante : ", "fr-text--bold"), Html.Element("span", Suivante)));
    }
}
