using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Messages;

/// <summary>The DEC writes to a candidate: what will go is read first, then queued.</summary>
public sealed class EcrireModel(BaseRebond donnees, EcrireAuCandidat ecrire) : PageModel
{
    [BindProperty]
    public string? Session { get; set; }

    [BindProperty]
    public string? Numero { get; set; }

    [BindProperty]
    public string Canal { get; set; } = CanalMessage.Courriel.Code();

    [BindProperty]
    public string? Adresse { get; set; }

    [BindProperty]
    public string? Sujet { get; set; }

    [BindProperty]
    public string? Texte { get; set; }

    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Canaux { get; } = [.. Enum.GetValues<CanalMessage>().Select(c => new SelectListItem(c.Nom(), c.Code()))];
    public Message? Apercu { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ChargerAsync(ct);

    public Task<IActionResult> OnPostApercuAsync(CancellationToken ct) => EcrireAsync(apercu: true, ct);

    public Task<IActionResult> OnPostEnvoyerAsync(CancellationToken ct) => EcrireAsync(apercu: false, ct);

    private async Task<IActionResult> EcrireAsync(bool apercu, CancellationToken ct)
    {
        await ChargerAsync(ct);
        if (!SessionExamen.TryLire(Session, out var session) || !Codes.TryLire<CanalMessage>(Canal, out var canal))
            return BadRequest();
        var issue = await ecrire.ExecuteAsync(new(session, Numero ?? "", canal, Adresse, Sujet, Texte, apercu), User.Acteur(), ct);
        if (!issue.EstReussi)
        {
            foreach (var refus in issue.Refus)
                ModelState.AddModelError(Champ(refus), refus.Phrase);
            return Page();
        }
        if (apercu)
        {
            Apercu = issue.Valeur.Message;
            return Page();
        }
        TempData["Fait"] = canal == CanalMessage.Courriel ? "Le courriel est en file." : "La lettre attend d’être imprimée.";
        return RedirectToPage("/Messages/Detail", new { id = issue.Valeur.Message.Id });
    }

    private static string Champ(Refus refus) => refus switch
    {
        Introuvable => nameof(Numero),
        ModeleMessage.ChampsVides vides => vides.Champs[0].Nom switch { "sujet" => nameof(Sujet), "texte" => nameof(Texte), _ => "" },
        ModeleMessage.ChampsNonResolus => nameof(Texte),
        CreerCompte.CourrielInvalide or Destinataire.AdresseIncomplete or Destinataire.AdresseTropLongue => nameof(Adresse),
        _ => "",
    };

    private async Task ChargerAsync(CancellationToken ct) =>
        Sessions = [.. (await donnees.SessionsDe(User.Acteur()).ToListAsync(ct)).Select(s => new SelectListItem(s.Libelle, s.Session.ToString()))];
}
