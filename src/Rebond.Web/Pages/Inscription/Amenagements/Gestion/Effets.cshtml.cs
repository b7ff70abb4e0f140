using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Amenagements.Gestion;

/// <summary>What planning must provide, by establishment, and its export.</summary>
public sealed class EffetsModel(ListerEffets lister) : PageModel
{
    public ListerEffets.Reponse Lue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lister.ExecuteAsync(User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Lue = issue.Valeur;
        return Page();
    }

    /// <summary>POST because it leaves a trace: personal data goes out.</summary>
    public async Task<IActionResult> OnPostExporterAsync(string? format, CancellationToken ct)
    {
        var xlsx = format == "xlsx";
        using var sortie = new MemoryStream();
        var issue = await lister.ExporterAsync(sortie, xlsx ? FormatTableau.Xlsx : FormatTableau.Csv, User.Acteur(), ct);
        return issue.EstReussi
            ? File(sortie.ToArray(), xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8", $"amenagements.{(xlsx ? "xlsx" : "csv")}")
            : Forbid();
    }
}
