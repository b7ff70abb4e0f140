using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>A fieldset of boxes: what checkboxes and radio buttons share. A choice's hint is its <c>Group.Name</c>.</summary>
public abstract class GroupeDeChoix(string type) : Saisie
{
    public required IEnumerable<SelectListItem> Choix { get; set; }

    /// <summary>Side by side from the tablet up; otherwise one under the other.</summary>
    public bool EnLigne { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-fieldset", MessageErreur is null ? null : "fr-fieldset--error");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", $"{Id}-legende {IdMessage}");
        if (MessageErreur is not null)
            output.Attributes.SetAttribute("role", "group");
        output.Content.AppendHtml(Html.Element("legend", ContenuLibelle(), "fr-fieldset__legend fr-fieldset__legend--regular").Avec("id", $"{Id}-legende"));
        var retenues = Retenues();
        foreach (var (choix, rang) in Choix.Select((c, i) => (c, i)))
            output.Content.AppendHtml(Html.Vide("div", EnLigne ? "fr-fieldset__element fr-fieldset__element--inline" : "fr-fieldset__element").Ajouter(Boite(choix, $"{Id}-{rang}", retenues)));
        output.Content.AppendHtml(Message());
    }

    private HashSet<string>? Retenues()
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(NomComplet, out var etat) && etat.RawValue is not null)
            return [.. etat.RawValue is string[] plusieurs ? plusieurs : [etat.AttemptedValue ?? ""]];
        if (Valeur is null && Pour?.Model is IEnumerable<string> liste)
            return [.. liste];
        return ValeurCourante is { Length: > 0 } une ? [une] : null;
    }

    private TagBuilder Boite(SelectListItem choix, string id, HashSet<string>? retenues)
    {
        var valeur = choix.Value ?? choix.Text;
        var entree = Html.Vide("input").Avec("type", type).Avec("id", id).Avec("name", NomComplet).Avec("value", valeur)
            .Avec("checked", (retenues?.Contains(valeur) ?? choix.Selected) ? "checked" : null)
            .Avec("disabled", Desactive || choix.Disabled ? "disabled" : null).Avec("aria-describedby", IdMessage);
        entree.TagRenderMode = TagRenderMode.SelfClosing;
        var etiquette = Html.Element("label", choix.Text, "fr-label").Avec("for", id);
        if (choix.Group?.Name is { } aide)
            etiquette.Ajouter(Html.Element("span", aide, "fr-hint-text"));
        return Html.Vide("div", $"fr-{type}-group").Ajouter(entree, etiquette);
    }
}

/// <summary>Cases à cocher. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/case-a-cocher</summary>
/// <example><c>&lt;dsfr-cases pour="Unites" libelle="Unités à repasser" choix="Model.Unites" /&gt;</c></example>
[HtmlTargetElement("dsfr-cases", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrCases() : GroupeDeChoix("checkbox");

/// <summary>Boutons radio. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/bouton-radio</summary>
/// <example><c>&lt;dsfr-radio pour="Decision" libelle="Décision" choix="Model.Decisions" /&gt;</c></example>
[HtmlTargetElement("dsfr-radio", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrRadio() : GroupeDeChoix("radio");

/// <summary>One checkbox alone, for a bool. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/case-a-cocher</summary>
/// <example><c>&lt;dsfr-case pour="Confirme" libelle="Je confirme la publication" /&gt;</c></example>
[HtmlTargetElement("dsfr-case", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrCase : Saisie
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var entree = Html.Vide("input").Avec("type", "checkbox").Avec("id", Id).Avec("name", NomComplet).Avec("value", "true")
            .Avec("checked", ValeurCourante?.Split(',')[0] == "true" ? "checked" : null).Avec("aria-describedby", IdMessage)
            .Avec("disabled", Desactive ? "disabled" : null);
        entree.TagRenderMode = TagRenderMode.SelfClosing;
        Deplacer(output, entree);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes("fr-checkbox-group", MessageErreur is null ? null : "fr-checkbox-group--error");
        output.Content.AppendHtml(entree).AppendHtml(Etiquette()).AppendHtml(Message());
    }
}
