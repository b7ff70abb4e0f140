using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Resultats.Gestion;

namespace Rebond.Web.Pages.Resultats.Publication;

/// <summary>One exam and one group: what is missing where, the signature, the postponed embargo.</summary>
public sealed class DetailModel(BaseRebond donnees, ConsulterPublications consulter, SignerPublication signer, ReporterEmbargo reporter) : PageGestion(donnees)
{
    /// <summary>A longer list is folded: the form to sign stays within reach.</summary>
    public const int ListeCourte = 10;

    private static readonly string[] FormatsDate = ["yyyy-MM-dd", "dd/MM/yyyy"];
    private static readonly string[] FormatsHeure = ["HH:mm", "HH:mm:ss", "H:mm", "H'h'mm", "H' h 'mm", "H' h'", "H'h'"];

    public ConsulterPublications.Etat Etat { get; private set; } = null!;

    [BindProperty]
    public string? DateEmbargo { get; set; }

    [BindProperty]
    public string? HeureEmbargo { get; set; }

    /// <summary>The embargo the second person saw: a postponement in between must not be signed unread.</summary>
    [BindProperty]
    public string? EmbargoLu { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public bool Confirme { get; set; }

    [BindProperty]
    public string? DateReport { get; set; }

    [BindProperty]
    public string? HeureReport { get; set; }

    [BindProperty]
    public string? MotifReport { get; set; }

    public bool PeutSigner => Etat.Seconde is null && Etat.Premiere?.CompteId != Acteur.CompteId;

    public async Task<IActionResult> OnGetAsync(string examen, string groupe)
    {
        if (await ChargerAsync(examen, groupe) is { } refus)
            return refus;
        if (Etat.Embargo?.EnHeureDeParis() is { } prevu)
            (DateEmbargo, HeureEmbargo) = (prevu.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), prevu.ToString("HH:mm", CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostSignerAsync(string examen, string groupe)
    {
        if (await ChargerAsync(examen, groupe) is { } refus)
            return refus;
        var embargo = DateTime.TryParse(EmbargoLu, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var lu) ? lu.ToUniversalTime() : LireInstant(nameof(DateEmbargo), DateEmbargo, nameof(HeureEmbargo), HeureEmbargo);
        if (!Confirme)
            ModelState.AddModelError(nameof(Confirme), "Cochez « Je signe la publication » : votre signature engage l’académie.");
        if (embargo is null || !ModelState.IsValid)
            return Page();
        var issue = await signer.ExecuteAsync(new(Session, Etat.Examen, Etat.Groupe, embargo.Value, string.IsNullOrWhiteSpace(Motif) ? null : Motif.Trim(), $"{Request.Scheme}://{Request.Host}"), Acteur, Ct);
        if (issue.EstReussi)
            return Faire(issue.Valeur.Signatures == 1
                ? $"Première signature enregistrée. Levée de l’embargo : {issue.Valeur.Embargo.DateEtHeure()}. Une autre personne doit signer."
                : $"Seconde signature enregistrée. Levée de l’embargo : {issue.Valeur.Embargo.DateEtHeure()}. {string.Join(' ', issue.Valeur.Suites)}");
        return await ReprendreAsync(issue.Refus, r => r is SignerPublication.DossiersIncomplets ? nameof(Motif) : "");
    }

    public async Task<IActionResult> OnPostReporterAsync(string examen, string groupe)
    {
        if (await ChargerAsync(examen, groupe) is { } refus)
            return refus;
        if (LireInstant(nameof(DateReport), DateReport, nameof(HeureReport), HeureReport) is not { } embargo)
            return Page();
        var issue = await reporter.ExecuteAsync(new(Session, Etat.Examen, Etat.Groupe, embargo, MotifReport), Acteur, Ct);
        if (issue.EstReussi)
            return Faire($"L’embargo est reporté du {issue.Valeur.Avant.DateEtHeure()} au {issue.Valeur.Embargo.DateEtHeure()}.");
        return await ReprendreAsync(issue.Refus, r => r switch
        {
            Coeur.Resultats.ReporterEmbargo.DateTropTot => nameof(DateReport),
            Coeur.Resultats.ReporterEmbargo.MotifNecessaire => nameof(MotifReport),
            _ => "",
        });
    }

    private RedirectToPageResult Faire(string phrase)
    {
        TempData["Fait"] = phrase;
        return RedirectToPage(new { examen = Etat.Examen.Code(), groupe = Etat.Groupe.Code(), session = Session.ToString() });
    }

    private async Task<IActionResult> ReprendreAsync(IReadOnlyList<Refus> raisons, Func<Refus, string> champ)
    {
        if (raisons.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(raisons);
        // Read again: somebody else may have signed or postponed meanwhile.
        if (await ChargerAsync(Etat.Examen.Code(), Etat.Groupe.Code()) is { } refus)
            return refus;
        foreach (var r in raisons)
            ModelState.AddModelError(champ(r), r.Phrase);
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync(string examen, string groupe)
    {
        // Links are written in lower case.
        if (!Codes.TryLire<TypeExamen>(examen.ToUpperInvariant(), out var type) || !Codes.TryLire<GroupeEpreuves>(groupe.ToUpperInvariant(), out var rang))
            return NotFound();
        if (!await ChoisirSessionAsync())
            return SessionAbsente();
        var issue = await consulter.ExecuteAsync(new(Session, type, rang), Acteur, Ct);
        if (!issue.EstReussi)
            return Refuser(issue.Refus);
        if (issue.Valeur.Count == 0)
            return NotFound();
        Etat = issue.Valeur[0];
        return null;
    }

    private DateTime? LireInstant(string champDate, string? date, string champHeure, string? heure)
    {
        var jour = DateTime.TryParseExact(date?.Trim(), FormatsDate, CultureInfo.InvariantCulture, DateTimeStyles.None, out var j) ? j.Date : (DateTime?)null;
        var moment = DateTime.TryParseExact(heure?.Trim(), FormatsHeure, CultureInfo.InvariantCulture, DateTimeStyles.None, out var h) ? h.TimeOfDay : (TimeSpan?)null;
        if (jour is null)
            ModelState.AddModelError(champDate, "Donnez la date, par exemple 07/07/2020.");
        if (moment is null)
            ModelState.AddModelError(champHeure, "Donnez l’heure de Paris, par exemple 10:00.");
        if (jour is null || moment is null)
            return null;
        var instant = HeureDeParis.DepuisParis(jour.Value + moment.Value);
        if (instant is null)
            ModelState.AddModelError(champHeure, "Cette heure n’existe pas à Paris le jour du passage à l’heure d’été : choisissez-en une autre.");
        return instant;
    }
}
