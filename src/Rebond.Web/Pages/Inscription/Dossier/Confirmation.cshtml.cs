using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Confirmations;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>The confirmation d'inscription of the version registered last, printed on demand.</summary>
public sealed class ConfirmationModel(ConsulterMonDossier consulter, Gabarits gabarits, ImprimeurPdf imprimeur) : PageDossier(consulter)
{
    public string? Erreur { get; private set; }

    public async Task<IActionResult> OnGetAsync(string numero, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        if (ConfirmationInscription.De(Lu) is not { } confirmation)
            return RedirectToPage("/Inscription/Dossier/Index", new { numero });
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync<IReadOnlyList<ConfirmationInscription>>(ConfirmationInscription.Gabarit, [confirmation]), ct);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", $"confirmation-inscription-{Dossier.Numero}-v{Dossier.NumeroVersion}.pdf");
        Erreur = pdf.Refus[0].Phrase;
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }
}
