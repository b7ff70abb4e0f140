using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Amenagements;

/// <summary>A candidate asks for an adaptation from his file, follows it, reads the decision. Boxes only: neither text nor file.</summary>
[RefuserLesFichiers]
public sealed class IndexModel(ConsulterMesAmenagements consulter, DemanderAmenagement demander, RetirerDemande retirer) : PageModel
{
    [BindProperty] public string? Dispositif { get; set; }
    [BindProperty] public List<string> Mesures { get; set; } = [];
    [BindProperty] public string? TempsMajore { get; set; }
    [BindProperty] public string? AvisMedecin { get; set; }
    [BindProperty] public string? MemesAmenagements { get; set; }
    [BindProperty] public string? HorsContrat { get; set; }
    [BindProperty] public string? Circonstance { get; set; }
    [BindProperty] public Guid Id { get; set; }

    public ConsulterMesAmenagements.Reponse Lue { get; private set; } = null!;
    public bool FichierRefuse { get; private set; }
    public bool CirconstanceDemandee { get; private set; }

    public async Task<IActionResult> OnGetAsync(string numero, string? fichier, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        FichierRefuse = fichier == "refuse";
        if (Lue.EnCours is { } demande)
            (Dispositif, Mesures, TempsMajore, AvisMedecin, MemesAmenagements, HorsContrat, Circonstance) = (demande.Dispositif.Code(), [.. MesuresAmenagement.Lire(demande.MesuresDemandees).Select(m => m.Code())],
                demande.TempsMajoreDemande == 0 ? null : demande.TempsMajoreDemande.ToString(CultureInfo.InvariantCulture), EnTexte(demande.AvisMedecin), EnTexte(demande.MemesAmenagements), EnTexte(demande.HorsContrat), demande.Circonstance?.Code());
        else if (!Lue.DejaDecidee)
            (Dispositif, TempsMajore, Mesures) = (Lue.Dispositif?.Code(), Lue.TempsMajore is > 0 and var temps ? temps.ToString(CultureInfo.InvariantCulture) : null, Lue.TempsMajore > 0 ? [MesureAmenagement.TempsMajore.Code()] : []);
        return Page();
    }

    public async Task<IActionResult> OnPostDemanderAsync(string numero, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } interdit)
            return interdit;
        var issue = await demander.ExecuteAsync(new(Lue.Dossier.Numero, Codes.TryLire<Dispositif>(Dispositif, out var dispositif) ? dispositif : null, Choix.Lire(Mesures),
            int.TryParse(TempsMajore?.Replace("%", "", StringComparison.Ordinal).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var temps) ? temps : null,
            Choix.LireOuiNon(AvisMedecin), Choix.LireOuiNon(MemesAmenagements), Choix.LireOuiNon(HorsContrat), Codes.TryLire<CirconstanceTardive>(Circonstance, out var circonstance) ? circonstance : null), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = $"Votre demande est enregistrée, procédure {issue.Valeur.Procedure.EnMots().ToLowerInvariant()}. Réponse due au plus tard le {Dates.EnFrancais(issue.Valeur.ReponseDueLe)}.";
            return RedirectToPage(new { numero });
        }
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus switch
            {
                DemanderAmenagement.DispositifAbsent => nameof(Dispositif),
                DemanderAmenagement.MesureAbsente => nameof(Mesures),
                DemanderAmenagement.TempsInvalide => nameof(TempsMajore),
                DemanderAmenagement.CirconstanceAbsente or DemanderAmenagement.DejaDecidee => nameof(Circonstance),
                _ => "",
            }, refus.Phrase);
        CirconstanceDemandee = issue.Refus.Any(r => r is DemanderAmenagement.CirconstanceAbsente);
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(string numero, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } interdit)
            return interdit;
        var issue = await retirer.ExecuteAsync(new(Lue.Dossier.Numero, Id), User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = "Votre demande est retirée.";
            return RedirectToPage(new { numero });
        }
        if (issue.Refus[0].Genre == GenreRefus.Introuvable)
            return NotFound();
        ModelState.AddModelError("", issue.Refus[0].Phrase);
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync(string numero, CancellationToken ct)
    {
        if (!NumeroDossier.TryLire(numero, out var lu))
            return NotFound();
        var issue = await consulter.ExecuteAsync(lu!, User.Acteur(), ct);
        if (!issue.EstReussi)
            return issue.Refus[0].Genre == GenreRefus.Interdit ? Forbid() : NotFound();
        Lue = issue.Valeur;
        return null;
    }

    private static string? EnTexte(bool? valeur) => valeur switch { true => "true", false => "false", _ => null };
}
