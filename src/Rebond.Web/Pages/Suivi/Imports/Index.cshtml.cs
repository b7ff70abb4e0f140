using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Imports;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Suivi.Dossiers;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Imports;

/// <summary>The list of those who failed an exam that Rebond does not decide: checked first, then opened.</summary>
[IgnoreAntiforgeryToken] // checked by EnvoiDeFichier, before the file is read
public sealed class IndexModel(BaseRebond donnees, ImporterAjournes importer) : PageSuivi(donnees)
{
    public BilanImport? Bilan { get; private set; }
    public string Session { get; private set; } = "";
    public string Mode { get; private set; } = "VERIFIER";
    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Modes { get; } = [new("Vérifier la liste, sans rien enregistrer", "VERIFIER"), new("Ouvrir les dossiers", "OUVRIR")];

    public Task OnGetAsync() => ChargerAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await EnvoiDeFichier.LireAsync(HttpContext, "Fichier", Ct) is not { } envoi)
            return BadRequest();
        await ChargerAsync();
        (Session, Mode) = (envoi.Champs.GetValueOrDefault("Session", Session), envoi.Champs.GetValueOrDefault("Mode", Mode));
        if (!SessionExamen.TryLire(Session, out var session))
            ModelState.AddModelError("Session", "Choisissez une session.");
        if (string.IsNullOrEmpty(envoi.Nom))
            ModelState.AddModelError("Fichier", "Choisissez un fichier.");
        if (!ModelState.IsValid)
            return Page();
        await using var contenu = await FichierRecu.LireAsync(envoi, Ct);
        var issue = await importer.ExecuteAsync(new(session, contenu, envoi.Nom!, new ModeImport(Apercu: Mode != "OUVRIR"), FichierRecu.Limites), Acteur, Ct);
        if (!issue.EstReussi && issue.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Forbid();
        if (issue.EstReussi)
            Bilan = issue.Valeur;
        foreach (var refus in issue.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return Page();
    }

    private async Task ChargerAsync()
    {
        var sessions = (await Donnees.Set<SessionAcademique>().AsNoTracking().ToListAsync(Ct)).OrderByDescending(s => s.Session).ToList();
        Sessions = [.. sessions.Select(s => new SelectListItem(s.Libelle, s.Session.ToString()))];
        if (Session.Length == 0 && sessions.Count > 0)
            Session = sessions[0].Session.ToString();
    }
}
