using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Journal;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Journal;

/// <summary>The chain of acts checked on demand, and the latest acts without any value they carry.</summary>
public sealed class IndexModel(LireActes lire, VerifierJournal verifier) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>"NUMERO:EMPREINTE", as a past check gave it.</summary>
    [BindProperty]
    public string? Ancre { get; set; }

    public LireActes.Reponse Actes { get; private set; } = null!;

    /// <summary>Null until the check is asked for.</summary>
    public VerifierJournal.Reponse? Verification { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var issue = await lire.ExecuteAsync(P, User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Actes = issue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var ancre = Lire(Ancre);
        if (ancre is null && !string.IsNullOrWhiteSpace(Ancre))
            ModelState.AddModelError(nameof(Ancre), "L’ancre s’écrit comme la vérification la donne : numéro de ligne, deux-points, empreinte de 64 caractères.");
        else
            Verification = await verifier.ExecuteAsync(ancre, ct);
        return await OnGetAsync(ct);
    }

    private static VerifierJournal.Ancre? Lire(string? texte)
    {
        var parties = (texte ?? "").Trim().Split(':');
        return parties.Length == 2 && parties[1].Length == 64 && long.TryParse(parties[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numero) ? new(numero, parties[1]) : null;
    }
}
