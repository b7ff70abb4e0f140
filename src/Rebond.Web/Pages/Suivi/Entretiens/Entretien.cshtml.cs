using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Entretiens;
using Rebond.Web.Pages.Suivi.Dossiers;
using Rebond.Web.Pages.Suivi.Lien;

namespace Rebond.Web.Pages.Suivi.Entretiens;

/// <summary>The record, read again by the person, then signed, then printed.</summary>
public sealed class EntretienModel(BaseRebond donnees, LienDeRendezVous liens, Gabarits gabarits, ImprimeurPdf imprimeur) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Qui { get; set; }
    [BindProperty] public string? Mode { get; set; }

    public ConsulterEntretien.Reponse Vue { get; private set; } = null!;
    public IEnumerable<SelectListItem> Modes => MotsEntretiens.ModesDeSignature;

    public async Task<IActionResult> OnGetAsync() => await ChargerAsync() ?? Page();

    public async Task<IActionResult> OnPostSignerAsync()
    {
        if (!Codes.TryLire<SignataireEntretien>(Qui, out var qui))
            return NotFound();
        var outcome = await new SignerEntretien(Donnees).ExecuteAsync(new(Id, Version, qui, Codes.TryLire<ModeSignature>(Mode, out var mode) ? mode : null), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = outcome.Valeur.Complet ? "L’entretien est signé." : "Signature notée. Il manque celle du responsable légal.";
            return RedirectToPage(new { Id });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus is SignerEntretien.ModeNecessaire ? nameof(Mode) : "", refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostEnvoyerAsync()
    {
        var outcome = await new FaireLireEntretien(Donnees).ExecuteAsync(new(Id, (id, qui) => liens.Adresse(Url, Request, id, qui)), Acteur, Ct);
        if (outcome.EstReussi)
        {
            var qui = outcome.Valeur.A == TitulaireLien.Jeune ? "la personne" : "son responsable";
            TempData["Fait"] = outcome.Valeur.ParCourriel ? $"Un message part pour {qui}, avec son lien." : $"Aucune adresse n’est connue pour {qui} : une lettre attend dans « À remettre ou à poster ».";
            return RedirectToPage(new { Id });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostImprimerAsync()
    {
        if (await ChargerAsync() is { } absent)
            return absent;
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync(FeuilleEntretien.Gabarit, new FeuilleEntretien(Vue)), Ct);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", "entretien.pdf");
        ModelState.AddModelError("", pdf.Refus[0].Phrase);
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var vue = await new ConsulterEntretien(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!vue.EstReussi)
            return Refuser(vue.Refus);
        Vue = vue.Valeur;
        return null;
    }
}
