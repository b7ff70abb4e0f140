using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Web.Documents.Packs;

namespace Rebond.Web.Pages.Suivi.Dossiers;

/// <summary>The pack of one person as a PDF; a page only when it cannot be printed.</summary>
public sealed class PackModel(BaseRebond donnees, LirePack lire, ImprimerPacks imprimer) : PageSuivi(donnees)
{
    public Guid Id { get; private set; }
    public IReadOnlyList<string> Erreurs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Id = id;
        var pack = await lire.ExecuteAsync(id, Acteur, Ct);
        if (!pack.EstReussi && pack.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(pack.Refus);
        var pdf = pack.EstReussi ? await imprimer.ExecuteAsync([pack.Valeur], $"{Request.Scheme}://{Request.Host}", Ct) : Outcome<byte[]>.Refuser(pack.Refus);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", "pack-de-rebond.pdf");
        Erreurs = [.. pdf.Refus.Select(r => r.Phrase)];
        Response.StatusCode = pack.EstReussi ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict;
        return Page();
    }
}
