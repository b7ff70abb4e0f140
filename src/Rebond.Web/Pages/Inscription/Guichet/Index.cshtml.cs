using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>The queues of the desk. The address holds codes only: it can be shared, it names nobody. A name is looked for by POST.</summary>
public sealed class IndexModel(BaseRebond donnees) : PageGuichet(donnees)
{
    [BindProperty(SupportsGet = true, Name = "campagne")]
    public string? Campagne { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? Etat { get; set; }

    [BindProperty(SupportsGet = true, Name = "pole")]
    public string? Pole { get; set; }

    [BindProperty(SupportsGet = true, Name = "age")]
    public string? Age { get; set; }

    [BindProperty(SupportsGet = true, Name = "travail")]
    public string? Travail { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Numero { get; set; } = 1;

    /// <summary>Number or name: only ever in the body of a POST.</summary>
    [BindProperty]
    public string? Texte { get; set; }

    public ListerGuichet.Reponse Files { get; private set; } = null!;
    public TrouverDossier.Reponse? Trouves { get; private set; }

    public ListerGuichet.Criteres Criteres => new(Vide(Campagne), Codes.TryLire<EtatDossier>(Etat, out var etat) ? etat : null, Vide(Pole),
        Codes.TryLire<ListerGuichet.Age>(Age, out var age) ? age : null, Codes.TryLire<ListerGuichet.Travail>(Travail, out var travail) ? travail : null);

    public async Task<IActionResult> OnGetAsync() => await ChargerAsync() ?? Page();

    public async Task<IActionResult> OnPostChercherAsync()
    {
        var outcome = await new TrouverDossier(Donnees).ExecuteAsync(Texte, numeroSeulement: false, Acteur, Ct);
        if (outcome.EstReussi && outcome.Valeur.Dossiers is [var seul])
            return RedirectToPage("/Inscription/Guichet/Dossier", new { id = seul.Id });
        if (outcome.EstReussi)
            Trouves = outcome.Valeur;
        else if (outcome.Refus.Any(r => r is Interdit))
            return Forbid();
        else
            Dire(outcome.Refus, _ => nameof(Texte));
        return await ChargerAsync() ?? Page();
    }

    /// <summary>POST because it leaves a trace: personal data goes out.</summary>
    public async Task<IActionResult> OnPostExporterAsync(string format)
    {
        var xlsx = format == "xlsx";
        var fichier = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var outcome = await new ExporterGuichet(Donnees).ExecuteAsync(new(Criteres, fichier, xlsx ? FormatTableau.Xlsx : FormatTableau.Csv), Acteur, Ct);
        if (!outcome.EstReussi)
        {
            await fichier.DisposeAsync();
            return Fermer(outcome.Refus) ?? BadRequest();
        }
        fichier.Position = 0;
        return File(fichier, xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8", $"dossiers-inscription.{(xlsx ? "xlsx" : "csv")}");
    }

    /// <summary>The address with one filter changed; only what differs from the default goes to it.</summary>
    public Dictionary<string, string> Adresse(string? etat = null, string? travail = null) => new Dictionary<string, string?>
    {
        ["campagne"] = Campagne,
        ["pole"] = Pole,
        ["age"] = Age,
        ["etat"] = etat,
        ["travail"] = travail,
    }.Where(p => !string.IsNullOrEmpty(p.Value)).ToDictionary(p => p.Key, p => p.Value!);

    private static string? Vide(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();

    private async Task<IActionResult?> ChargerAsync()
    {
        await LireCampagnesAsync();
        var outcome = await new ListerGuichet(Donnees).ExecuteAsync(Criteres, Numero, Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Files = outcome.Valeur;
        return null;
    }
}
