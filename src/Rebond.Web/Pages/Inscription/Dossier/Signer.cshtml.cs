using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>The confirmation, read in full, then signed: what that makes final is said before.</summary>
public sealed class SignerModel(ConsulterMonDossier consulter, SignerDossier signer) : PageDossier(consulter)
{
    [BindProperty]
    public bool Engagement { get; set; }

    public async Task<IActionResult> OnGetAsync(string numero, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return Dossier is { Etat: EtatDossier.Enregistre, Brouillon: null } ? Page() : RedirectToPage("/Inscription/Dossier/Index", new { numero });
    }

    public async Task<IActionResult> OnPostAsync(string numero, CancellationToken ct)
    {
        // Not by the router, which lowers the case of what it writes.
        var issue = await signer.ExecuteAsync(new(numero, Version, Engagement, jeton => $"{Request.Scheme}://{Request.Host}/inscription/signature/{jeton}"), Acteur, ct);
        if (!issue.EstReussi)
            return await RefuserAsync(numero, issue.Refus, r => r is EngagementAbsent ? nameof(Engagement) : "", ct);
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        return VersLeDossier(issue.Valeur.Suite switch
        {
            SignerDossier.Suite.Signe => "Votre inscription est signée. Vos choix sont définitifs.",
            SignerDossier.Suite.AttendResponsableEnLigne => "Vous avez signé. Un courriel est parti à votre responsable légal : il signe par le lien qu’il contient.",
            _ => "Vous avez signé. Imprimez la confirmation : votre responsable légal la signe sur papier, puis envoyez-la avec vos pièces.",
        });
    }
}
