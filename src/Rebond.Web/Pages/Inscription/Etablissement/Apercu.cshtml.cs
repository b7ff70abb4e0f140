using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Etablissement;

/// <summary>What a file that was sent would do; for a table not seen before, which column gives what. Then the act.</summary>
public sealed class ApercuModel(ExaminerFichierEleves examiner) : PageModel
{
    /// <summary>Lines shown of each sort; all of them are counted.</summary>
    public const int Montrees = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Code of a field to the column chosen for it, empty for none.</summary>
    [BindProperty]
    public Dictionary<string, string?> Colonnes { get; set; } = [];

    [BindProperty]
    public int Ajoutes { get; set; }

    [BindProperty]
    public int Modifies { get; set; }

    [BindProperty]
    public int Rejets { get; set; }

    [BindProperty]
    public bool LignesValides { get; set; }

    /// <summary>Asks for the columns again, though some were kept.</summary>
    [BindProperty(SupportsGet = true, Name = "revoir")]
    public bool RevoirColonnes { get; set; }

    /// <summary>Null when the file cannot be looked at: the errors say why.</summary>
    public ExaminerFichierEleves.Reponse? Examen { get; private set; }
    public bool DemandeColonnes => Examen?.Proposition is { Entetes.Count: > 0 } && (Examen.Apercu is null || RevoirColonnes);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        var issue = await examiner.ExecuteAsync(new(Id), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Partir(issue.Refus);
        Examen = issue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostColonnesAsync(CancellationToken ct)
    {
        var choisies = Colonnes.Where(c => !string.IsNullOrEmpty(c.Value) && Codes.TryLire<ChampEleve>(c.Key, out _)).ToDictionary(c => Codes.Lire<ChampEleve>(c.Key), c => c.Value!);
        var issue = await examiner.ExecuteAsync(new(Id, choisies), User.Acteur(), ct);
        if (issue.EstReussi)
            return RedirectToPage(new { id = Id });
        if (issue.Refus.All(r => r is ChampSansColonne or ColonnePriseDeuxFois))
        {
            var (refus, avant) = (issue.Refus, await examiner.ExecuteAsync(new(Id), User.Acteur(), ct));
            if (!avant.EstReussi)
                return Partir(avant.Refus);
            (Examen, RevoirColonnes) = (avant.Valeur, true);
            foreach (var raison in refus)
                ModelState.AddModelError(raison switch { ChampSansColonne c => $"Colonnes[{c.Champ.Code()}]", ColonnePriseDeuxFois c => $"Colonnes[{c.Second.Code()}]", _ => "" }, raison.Phrase);
            return Page();
        }
        return Partir(issue.Refus);
    }

    public async Task<IActionResult> OnPostImporterAsync(CancellationToken ct)
    {
        var issue = await examiner.ConfirmerAsync(new(Id, new(Ajoutes, Modifies, Rejets), LignesValides), User.Acteur(), ct);
        if (issue is { EstReussi: true, Valeur: { Bilan: { Enregistre: true } bilan } fait })
        {
            TempData["Fait"] = $"{Nombre(bilan.Ajoutes, "élève inscrit", "élèves inscrits")}, {Nombre(bilan.Modifies, "dossier modifié", "dossiers modifiés")}.";
            return RedirectToPage("Index", new { uai = fait.Uai });
        }
        var apercu = await examiner.ExecuteAsync(new(Id), User.Acteur(), ct);
        if (!apercu.EstReussi)
            return Partir(issue.EstReussi ? apercu.Refus : issue.Refus);
        Examen = apercu.Valeur;
        ModelState.Clear();
        if (issue.EstReussi)
            ModelState.AddModelError("LignesValides", "Des lignes sont refusées : corrigez le fichier, ou cochez la case pour n’importer que les bonnes.");
        foreach (var refus in issue.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return Page();
    }

    public static string Nombre(int n, string un, string plusieurs) => n switch { 0 => $"aucun {un}", 1 => $"1 {un}", _ => $"{n:N0} {plusieurs}" };

    private IActionResult Partir(IReadOnlyList<Refus> refus)
    {
        if (refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Forbid();
        if (refus.Any(r => r is ExaminerFichierEleves.FichierParti) && HttpMethods.IsGet(Request.Method))
            return NotFound();
        Examen = null;
        foreach (var raison in refus)
            ModelState.AddModelError("", raison.Phrase);
        return Page();
    }
}
