using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Coeur.Socle;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Releves;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Resultats.MonResultat;

/// <summary>The candidate's own relevé de notes, sealed and printed on demand.</summary>
public sealed class ReleveModel(ConsulterMonResultat consulter, ScellerReleves sceller, Gabarits gabarits, ImprimeurPdf imprimeur) : PageModel
{
    public string? Erreur { get; private set; }
    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Id = id;
        var reponse = await consulter.ExecuteAsync(new(id), User.Acteur(), ct);
        if (!reponse.EstReussi)
            return reponse.Refus[0].Genre == GenreRefus.Introuvable ? NotFound() : Forbid();
        if (reponse.Valeur.Actuel is not { } actuel)
            return RedirectToPage("/Resultats/MonResultat/Index", new { id });
        var c = reponse.Valeur.Candidature;
        var codes = await sceller.ExecuteAsync([(c, actuel.Decision)], ct);
        var sceau = new Sceau(codes[0], $"{Request.Scheme}://{Request.Host}/verifier");
        var releve = ComposerReleve.Composer(reponse.Valeur.Session, c, reponse.Valeur.Etablissement, actuel.Decision, actuel.Dossier, actuel.Conclusion, sceau);
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync<IReadOnlyList<ReleveNotes>>(ReleveNotes.Gabarit, [releve]), ct);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", $"releve-de-notes-{c.Session}.pdf");
        Erreur = pdf.Refus[0].Phrase;
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }
}
