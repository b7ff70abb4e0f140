using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>Liste déroulante. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/liste-deroulante</summary>
/// <example><c>&lt;dsfr-select pour="Role" libelle="Rôle" choix="Model.Roles" /&gt;</c></example>
[HtmlTargetElement("dsfr-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrSelect : Saisie
{
    public required IEnumerable<SelectListItem> Choix { get; set; }

    /// <summary>Text of the first, empty choice; an empty string for none.</summary>
    public string Invite { get; set; } = "Sélectionner une option";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var liste = Html.Vide("select", MessageErreur is null ? "fr-select" : "fr-select fr-select--error")
            .Avec("id", Id).Avec("name", NomComplet).Avec("aria-describedby", IdMessage)
            .Avec("aria-invalid", MessageErreur is null ? null : "true").Avec("disabled", Desactive ? "disabled" : null);
        if (Invite.Length > 0)
            liste.Ajouter(Html.Element("option", Invite).Avec("value", ""));
        var courante = ValeurCourante;
        foreach (var choix in Choix)
            liste.Ajouter(Html.Element("option", choix.Text).Avec("value", choix.Value ?? choix.Text)
                .Avec("selected", (string.IsNullOrEmpty(courante) ? choix.Selected : courante == (choix.Value ?? choix.Text)) ? "selected" : null)
                .Avec("disabled", choix.Disabled ? "disabled" : null));
        Deplacer(output, liste);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-select-group", MessageErreur is null ? null : "fr-select-group--error", Desactive ? "fr-select-group--disabled" : null);
        output.Content.AppendHtml(Etiquette()).AppendHtml(liste).AppendHtml(Message());
    }
}
