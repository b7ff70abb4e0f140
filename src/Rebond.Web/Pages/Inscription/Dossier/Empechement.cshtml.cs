using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>« Je ne peux pas la fournir parce que… »</summary>
public sealed class EmpechementModel(ConsulterMonDossier consulter, DireEmpechement dire) : PageDossier(consulter)
{
    public ConsulterMonDossier.LignePiece Piece { get; private set; } = null!;

    [BindProperty]
    public string? Texte { get; set; }

    public async Task<IActionResult> OnGetAsync(string numero, string code, CancellationToken ct)
    {
        if ((await ChargerAsync(numero, ct) ?? Chercher(code)) is { } refus)
            return refus;
        Texte = Piece.Recue!.Empechement;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string numero, string code, CancellationToken ct)
    {
        var issue = await dire.ExecuteAsync(new(numero, code.ToUpperInvariant(), Texte), Acteur, ct);
        if (!issue.EstReussi)
        {
            var page = await RefuserAsync(numero, issue.Refus, r => r is DireEmpechement.TexteInvalide ? nameof(Texte) : "", ct);
            return page is Microsoft.AspNetCore.Mvc.RazorPages.PageResult ? Chercher(code) ?? page : page;
        }
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return VersLeDossier(issue.Valeur.Dit ? "C’est noté. La division des examens et concours vous répondra." : "C’est retiré : cette pièce reste à fournir.");
    }

    /// <returns>Null: <see cref="Piece"/> is there.</returns>
    private NotFoundResult? Chercher(string code)
    {
        if (Lu.Pieces.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase) && p.Recue is not null) is not { } piece)
            return NotFound();
        Piece = piece;
        return null;
    }
}
