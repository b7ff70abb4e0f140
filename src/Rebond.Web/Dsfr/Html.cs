using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Rebond.Web.Dsfr;

/// <summary>The few gestures every element of this folder repeats: classes, a text element, an attribute when it is there.</summary>
internal static class Html
{
    public static TagBuilder Element(string nom, string texte, string? classes = null)
    {
        var element = Vide(nom, classes);
        element.InnerHtml.Append(texte);
        return element;
    }

    public static TagBuilder Element(string nom, IHtmlContent contenu, string? classes = null)
    {
        var element = Vide(nom, classes);
        element.InnerHtml.AppendHtml(contenu);
        return element;
    }

    public static TagBuilder Vide(string nom, string? classes = null)
    {
        var element = new TagBuilder(nom);
        if (classes is not null)
            element.Attributes["class"] = classes;
        return element;
    }

    public static TagBuilder Avec(this TagBuilder element, string attribut, string? valeur)
    {
        if (valeur is not null)
            element.Attributes[attribut] = valeur;
        return element;
    }

    public static TagBuilder Ajouter(this TagBuilder element, params ReadOnlySpan<IHtmlContent?> enfants)
    {
        foreach (var enfant in enfants)
            if (enfant is not null)
                element.InnerHtml.AppendHtml(enfant);
        return element;
    }

    /// <summary>Sets the classes of the element, keeping those the page wrote.</summary>
    public static void Classes(this TagHelperOutput output, params ReadOnlySpan<string?> classes)
    {
        var ecrites = output.Attributes.TryGetAttribute("class", out var attribut) ? attribut.Value?.ToString() : null;
        List<string> toutes = [];
        foreach (var classe in classes)
            if (!string.IsNullOrEmpty(classe))
                toutes.Add(classe);
        if (!string.IsNullOrEmpty(ecrites))
            toutes.Add(ecrites);
        output.Attributes.SetAttribute("class", string.Join(' ', toutes));
    }

    /// <summary>Bare text becomes a paragraph; content that already holds tags is left as the page wrote it.</summary>
    public static IHtmlContent EnParagraphe(this TagHelperContent contenu)
    {
        var texte = contenu.GetContent();
        return texte.Contains('<', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(texte) ? contenu : new HtmlString($"<p>{texte.Trim()}</p>");
    }

    public static string Identifiant(string nom) => TagBuilder.CreateSanitizedId(nom, "_");

    public static string Encoder(string texte) => HtmlEncoder.Default.Encode(texte);
}
