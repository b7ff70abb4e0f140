using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Etablissement;

/// <summary>Sends a file of pupils; the page that follows says what it would do. The token is checked by <see cref="EnvoiDeFichier"/>, before the file is read.</summary>
[IgnoreAntiforgeryToken, SansLectureDuFormulaire, RequestSizeLimit(TailleMax)]
public sealed class ImporterModel(ListerClasses lister, RecevoirFichierEleves recevoir) : PageEtablissement
{
    /// <summary>A little more than a file may weigh: it is refused with a sentence, not by a cut connection.</summary>
    private const long TailleMax = 60L * 1024 * 1024;

    public ListerClasses.Reponse Lues { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(new(Uai?.Trim().ToUpperInvariant(), Session), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Refuser(issue.Refus);
        Lues = issue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await EnvoiDeFichier.LireAsync(HttpContext, "fichier", ct) is not { } envoi)
            return BadRequest();
        (Uai, CodeSession) = (envoi.Champs.GetValueOrDefault("uai"), envoi.Champs.GetValueOrDefault("session"));
        if (Uai is null || Session is not { } session)
            return NotFound();
        var issue = await recevoir.ExecuteAsync(new(Uai, session, envoi.Contenu, envoi.Nom), User.Acteur(), ct);
        if (issue.EstReussi)
            return RedirectToPage("Apercu", new { id = issue.Valeur.ImportId });
        foreach (var refus in issue.Refus)
            ModelState.AddModelError("fichier", refus.Phrase);
        return await OnGetAsync(ct);
    }
}
