using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte;

/// <summary>What the forms that send a personal link share.</summary>
internal static class LiensParCourriel
{
    public const string SansAdresse = "Ce service n’envoie pas encore de liens par courriel : son administrateur doit régler l’adresse publique du site.";

    /// <summary>Builds addresses of our pages on the address of the deployment, never on what the request says of it.</summary>
    /// <returns>Null when the deployment has not said its address; the error is then in the model state.</returns>
    public static Func<string, object?, string>? Liens(this PageModel page, Deploiement deploiement)
    {
        if (deploiement.AdressePublique(page.Request) is { } adresse)
            return (nom, valeurs) => new Uri(adresse, page.Url.Page(nom, valeurs)!).ToString();
        page.ModelState.AddModelError("", SansAdresse);
        return null;
    }

    /// <param name="champ">Field of a refusal, or "" for the form as a whole.</param>
    public static PageResult Montrer(this PageModel page, IReadOnlyList<Refus> refus, Func<Refus, string> champ)
    {
        foreach (var raison in refus)
            page.ModelState.AddModelError(champ(raison), raison.Phrase);
        return page.Page();
    }
}
