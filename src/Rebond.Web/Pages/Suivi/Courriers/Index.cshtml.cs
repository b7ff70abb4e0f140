using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents.Courriers;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Courriers;

/// <summary>What could not go by e-mail: printed in one PDF, then said handed over or posted.</summary>
public sealed class IndexModel(BaseRebond donnees, ImprimerCourriers imprimer) : PageSuivi(donnees)
{
    public ListerCourriers.Reponse Liste { get; private set; } = null!;

    [BindProperty] public List<Guid> Courriers { get; set; } = [];
    [BindProperty] public string? Mode { get; set; }

    public IEnumerable<SelectListItem> Choix => Liste.EnAttente.Select(l => new SelectListItem($"{l.Nom}{(l.Mineur ? " (mineur)" : "")} : {Objet(l)}, depuis le {l.Courrier.CreeLe.JourAParis():dd/MM/yyyy}", l.Courrier.Id.ToString()));
    public IEnumerable<SelectListItem> Modes { get; } = [new("Remis en main propre", ModeRemise.EnMain.Code()), new("Posté", ModeRemise.Poste.Code())];

    public static string Objet(ListerCourriers.Ligne ligne) => $"{ligne.Courrier.Modele switch
    {
        MessagesDePack.Modele => "pack de rebond",
        MessagesDeRendezVous.Invitation => "invitation à un rendez-vous",
        MessagesDeRendezVous.Rappel => $"rappel de son rendez-vous{(ligne.Courrier is { RemisLe: null, PerimeLe: { } avant } ? $", à donner avant le {avant.JourAParis():dd/MM/yyyy}" : "")}",
        MessagesDeRendezVous.Annulation => "rendez-vous annulé",
        MessagesDeRendezVous.Absence => "rendez-vous manqué",
        Coeur.Suivi.Reinscriptions.ReponseEcrite.Modele => "réponse à sa demande",
        MessagesDeLien.DemandeASignerResponsable => "demande de revenir à signer",
        MessagesDeLien.EntretienALire or MessagesDeLien.EntretienALireResponsable => "entretien à lire et signer",
        _ => "lien personnel",
    }}{(ligne.Courrier.Titulaire == TitulaireLien.Responsable ? ", pour son responsable légal" : "")}";

    public Task<IActionResult> OnGetAsync() => MontrerAsync();

    public async Task<IActionResult> OnPostImprimerAsync()
    {
        var lot = await new LireCourriers(Donnees).ExecuteAsync(Acteur, Ct);
        if (!lot.EstReussi && lot.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Refuser(lot.Refus);
        var pdf = lot.EstReussi ? await imprimer.ExecuteAsync(lot.Valeur, $"{Request.Scheme}://{Request.Host}", Ct) : Outcome<byte[]>.Refuser(lot.Refus);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", "a-remettre-ou-a-poster.pdf");
        foreach (var refus in pdf.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return await MontrerAsync();
    }

    public async Task<IActionResult> OnPostRemettreAsync(string? tout)
    {
        if (await MontrerAsync() is var page && Liste is null)
            return page;
        var partis = tout == "oui" ? [.. Liste.EnAttente.Select(l => l.Courrier.Id)] : Courriers;
        var outcome = await new MarquerRemis(Donnees).ExecuteAsync(new(partis, Codes.TryLire<ModeRemise>(Mode, out var mode) ? mode : null), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = outcome.Valeur.Remis == 1 ? "1 papier compte comme envoyé." : $"{outcome.Valeur.Remis:N0} papiers comptent comme envoyés.";
            return RedirectToPage();
        }
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus switch { MarquerRemis.ModeNecessaire => nameof(Mode), MarquerRemis.RienDeCoche => nameof(Courriers), _ => "" }, refus.Phrase);
        return await MontrerAsync();
    }

    private async Task<IActionResult> MontrerAsync()
    {
        var outcome = await new ListerCourriers(Donnees).ExecuteAsync(Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Liste = outcome.Valeur;
        return Page();
    }
}
