using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Web.Documents.Packs;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.MesFeuilles;

/// <summary>The young person's own pack as a PDF; a page only when it cannot be printed.</summary>
public sealed class PackModel(LirePack lire, ImprimerPacks imprimer) : PageModel
{
    public IReadOnlyList<string> Erreurs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var pack = await lire.ExecuteAsync(id, User.Acteur(), ct);
        if (!pack.EstReussi && pack.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Forbid();
        if (!pack.EstReussi && pack.Refus.Any(r => r.Genre == GenreRefus.Introuvable))
            return NotFound();
        var pdf = pack.EstReussi ? await imprimer.ExecuteAsync([pack.Valeur], $"{Request.Scheme}://{Request.Host}", ct) : Outcome<byte[]>.Refuser(pack.Refus);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", "mes-feuilles.pdf");
        Erreurs = [.. pdf.Refus.Select(r => r.Phrase)];
        Response.StatusCode = pack.EstReussi ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict;
        return Page();
    }
}
