using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Compte.Administration;

public sealed class CompteModel(ListerComptes lister, AccorderHabilitation accorder, RetirerHabilitation retirer, ReinitialiserSecondFacteur reinitialiser,
    DelivrerLienActivation delivrer, EnvoyerLienActivation envoyer, ListerActes listerActes) : PageModel
{
    private const string DemandeInscrite = "Ce compte touche aux notes ou aux décisions : votre demande de lien est inscrite, un autre administrateur la confirme dans « Demandes à confirmer ».";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Perimetre { get; set; }

    [BindProperty]
    public string? MotifReinitialisation { get; set; }

    public ListerComptes.Compte Compte { get; private set; } = null!;
    public string? Lien { get; private set; }
    public bool AvecCode { get; private set; }

    /// <summary>What waits for a second person on this account.</summary>
    public IReadOnlyList<ListerActes.Acte> Actes { get; private set; } = [];
    public ListerActes.Acte? LienDemande => Actes.FirstOrDefault(a => a.Genre == GenreActe.LienActivation && !a.Remis);
    public bool SoiMeme => Id == User.Acteur().CompteId;

    public IReadOnlyList<SelectListItem> Roles { get; } = [.. Acces.Connecte.Select(r => new SelectListItem(r.Nom(), r.Code()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(new ListerComptes.Demande(CompteId: Id), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        if (issue.Valeur.Comptes is not [var compte])
            return NotFound();
        Compte = compte;
        Actes = (await listerActes.ExecuteAsync(new(Id), User.Acteur(), ct)).Valeur?.Actes ?? [];
        return Page();
    }

    public async Task<IActionResult> OnPostAccorderAsync(CancellationToken ct)
    {
        if (!Codes.TryLire<Role>(Role, out var role))
        {
            ModelState.AddModelError(nameof(Role), "Choisissez un rôle.");
            return await OnGetAsync(ct);
        }
        var issue = await accorder.ExecuteAsync(new AccorderHabilitation.Demande(Id, role, Perimetre ?? ""), User.Acteur(), ct);
        return await ConclureAsync(issue, nameof(Perimetre), issue.Valeur?.HabilitationId is null
            ? "Ce rôle touche aux notes ou aux décisions : votre demande est inscrite, un autre administrateur la confirme dans « Demandes à confirmer »."
            : "L’habilitation est accordée et inscrite au journal.", ct);
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid habilitation, string? motif, CancellationToken ct) =>
        await ConclureAsync(await retirer.ExecuteAsync(new RetirerHabilitation.Demande(habilitation, motif ?? ""), User.Acteur(), ct), "", "L’habilitation est retirée et le retrait inscrit au journal.", ct);

    public async Task<IActionResult> OnPostReinitialiserAsync(CancellationToken ct) =>
        await ConclureAsync(await reinitialiser.ExecuteAsync(new ReinitialiserSecondFacteur.Demande(Id, MotifReinitialisation ?? ""), User.Acteur(), ct), nameof(MotifReinitialisation), "Le second facteur est réinitialisé. Les sessions ouvertes se ferment dans la minute.", ct);

    public async Task<IActionResult> OnPostLienAsync(CancellationToken ct)
    {
        var issue = await delivrer.ExecuteAsync(new DelivrerLienActivation.Demande(Id), User.Acteur(), ct);
        if (!issue.EstReussi || issue.Valeur.Jeton is null)
            return await ConclureAsync(issue, "", DemandeInscrite, ct);
        Lien = Url.Page("/Compte/Activer", null, new { compte = Id, jeton = issue.Valeur.Jeton }, Request.Scheme);
        AvecCode = issue.Valeur.AvecCode;
        return await OnGetAsync(ct);
    }

    public async Task<IActionResult> OnPostEnvoyerLienAsync(CancellationToken ct)
    {
        var issue = await envoyer.ExecuteAsync(new(Id, jeton => Url.Page("/Compte/Activer", null, new { compte = Id, jeton }, Request.Scheme)!), User.Acteur(), ct);
        return await ConclureAsync(issue, "", issue.Valeur?.MessageId is null ? DemandeInscrite : "Le lien est en file : il partira à l’adresse de ce compte.", ct);
    }

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> issue, string champ, string fait, CancellationToken ct)
    {
        if (issue.EstReussi)
        {
            TempData["Fait"] = fait;
            return RedirectToPage(new { Id });
        }
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(champ, refus.Phrase);
        return await OnGetAsync(ct);
    }
}
