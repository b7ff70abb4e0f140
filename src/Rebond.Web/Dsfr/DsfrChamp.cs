using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>
/// Champ de saisie. Official page: https://www.systeme-de-design.gouv.fr/version-courante/fr/composants/champ-de-saisie
/// Attributes it does not know (inputmode, maxlength, min, autofocus…) go to the input.
/// </summary>
/// <example><c>&lt;dsfr-champ pour="Numero" libelle="Numéro de candidat" aide="10 chiffres" inputmode="numeric" /&gt;</c></example>
[HtmlTargetElement("dsfr-champ", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsfrChamp : Saisie
{
    /// <summary>text, email, password, date, number, search, tel, file…</summary>
    public string Type { get; set; } = "text";

    /// <summary>Purpose of the field for browsers and assistive tools (RGAA 11.13): "email", "bday", "current-password"…</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Number of lines; more than one makes a textarea.</summary>
    public int Lignes { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var fichier = Type == "file";
        var champ = Html.Vide(Lignes > 1 ? "textarea" : "input", fichier ? "fr-upload" : MessageErreur is null ? "fr-input" : "fr-input fr-input--error")
            .Avec("id", Id).Avec("name", NomComplet).Avec("aria-describedby", IdMessage).Avec("autocomplete", Autocomplete)
            .Avec("aria-invalid", MessageErreur is null ? null : "true").Avec("disabled", Desactive ? "disabled" : null)
            .Avec("aria-required", Facultatif ? null : "true");
        var valeur = Type is "password" or "file" ? null : ValeurCourante;
        if (Lignes > 1)
        {
            champ.Avec("rows", Lignes.ToString(System.Globalization.CultureInfo.InvariantCulture));
            champ.InnerHtml.Append(valeur ?? "");
        }
        else
        {
            champ.TagRenderMode = TagRenderMode.SelfClosing;
            champ.Avec("type", Type).Avec("value", valeur);
        }
        Deplacer(output, champ);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Classes(fichier ? "fr-upload-group" : "fr-input-group", MessageErreur is null ? null : fichier ? "fr-upload-group--error" : "fr-input-group--error", Desactive ? "fr-input-group--disabled" : null);
        output.Content.AppendHtml(Etiquette()).AppendHtml(champ).AppendHtml(Message());
    }
}
