using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Depot;

/// <summary>One piece of one's file, sent as a file.</summary>
/// <remarks>The token is checked by <see cref="EnvoiDeFichier"/>, before the file is read.</remarks>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(ConsulterPiece consulter, DeposerPiece deposer) : PageModel
{
    public const string Champ = "fichier";

    public ConsulterPiece.Reponse Lue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string numero, string code, CancellationToken ct)
    {
        if (!NumeroDossier.TryLire(numero, out var lu))
            return NotFound();
        var issue = await consulter.ExecuteAsync(lu!, code.ToUpperInvariant(), User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        Lue = issue.Valeur;
        return Page();
    }

    // No parameter: binding one would read the whole form first, file included.
    public async Task<IActionResult> OnPostAsync()
    {
        var (numero, code, ct) = ((string)RouteData.Values["numero"]!, (string)RouteData.Values["code"]!, HttpContext.RequestAborted);
        if (await EnvoiDeFichier.LireAsync(HttpContext, Champ, ct) is not { } envoi)
            return BadRequest();
        if (!NumeroDossier.TryLire(numero, out var lu))
            return NotFound();
        var issue = await deposer.ExecuteAsync(new(lu!, code.ToUpperInvariant(), envoi.Contenu, envoi.Nom), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = issue.Valeur.ToutEstDepose
                ? "Votre fichier est reçu, et il ne manque plus aucune pièce : votre dossier est chez la division des examens."
                : "Votre fichier est reçu. La division des examens va le lire.";
            return RedirectToPage(new { numero = lu, code });
        }
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus.Genre == GenreRefus.Invalide ? Champ : "", refus.Phrase);
        return await OnGetAsync(numero, code, ct);
    }
}
