using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Confirmations;
using Rebond.Web.Documents.Papillons;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.Etablissement;

/// <summary>One class: who, what to mend; the head says it is right, prints the slips and the confirmations to sign.</summary>
public sealed class ClasseModel(ConsulterClasse consulter, ValiderClasse valider, InviterClasse inviter, ConfirmationsDeLaClasse confirmations, Gabarits gabarits, ImprimeurPdf imprimeur, Deploiement deploiement) : PageEtablissement
{
    /// <summary>Empty: those whose class is not known.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Division { get; set; }

    public ConsulterClasse.Reponse Lue { get; private set; } = null!;

    /// <summary>Files that the head's act left, and why.</summary>
    public IReadOnlyList<(string Numero, string Raison)> Laisses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Uai is null || Session is not { } session)
            return NotFound();
        var issue = await consulter.ExecuteAsync(new(Uai, session, string.IsNullOrEmpty(Division) ? null : Division), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Refuser(issue.Refus);
        Lue = issue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostValiderAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is var page && Lue is null)
            return page;
        var issue = await valider.ExecuteAsync(new(Lue.Uai, Lue.Session, Lue.Division), User.Acteur(), ct);
        if (!issue.EstReussi)
            return await RefuserAsync(issue.Refus, ct);
        if (issue.Valeur.Laisses.Count > 0)
        {
            Laisses = issue.Valeur.Laisses;
            return await OnGetAsync(ct);
        }
        TempData["Fait"] = issue.Valeur.Valides == 1 ? "1 dossier est vérifié ; votre acte est inscrit au journal." : $"{issue.Valeur.Valides} dossiers sont vérifiés ; votre acte est inscrit au journal.";
        return Revenir();
    }

    public async Task<IActionResult> OnPostPapillonsAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is var page && Lue is null)
            return page;
        if (deploiement.AdressePublique(Request) is not { } site)
        {
            ModelState.AddModelError("", "L’adresse publique du site n’est pas réglée : l’administrateur doit le faire avant que des papillons puissent être imprimés.");
            return Page();
        }
        var issue = await inviter.ExecuteAsync(new(Lue.Uai, Lue.Session, Lue.Division), User.Acteur(), ct);
        if (!issue.EstReussi)
            return await RefuserAsync(issue.Refus, ct);
        var nom = AnnuaireEtablissements.Chercher(Lue.Uai)?.Libelle ?? $"établissement {Lue.Uai}";
        var feuille = new FeuillePapillons(nom, issue.Valeur.Papillons, issue.Valeur.JusquAu, new Uri(site, Url.Page("/Compte/Creer")!));
        return await ImprimerAsync(await gabarits.ComposerAsync(FeuillePapillons.Gabarit, feuille), "papillons", ct);
    }

    public async Task<IActionResult> OnPostConfirmationsAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is var page && Lue is null)
            return page;
        var issue = await confirmations.ExecuteAsync(new(Lue.Uai, Lue.Session, Lue.Division), User.Acteur(), ct);
        if (!issue.EstReussi)
            return await RefuserAsync(issue.Refus, ct);
        IReadOnlyList<ConfirmationInscription> feuilles = [.. issue.Valeur.Dossiers.Select(ConfirmationInscription.De).OfType<ConfirmationInscription>()];
        return await ImprimerAsync(await gabarits.ComposerAsync(ConfirmationInscription.Gabarit, feuilles), "confirmations", ct);
    }

    private async Task<IActionResult> ImprimerAsync(string html, string nom, CancellationToken ct)
    {
        var pdf = await imprimeur.ImprimerAsync(html, ct);
        return pdf.EstReussi ? File(pdf.Valeur, "application/pdf", $"{nom}-{Lue.Uai}-{Lue.Session.Annee}.pdf") : await RefuserAsync(pdf.Refus, ct);
    }

    private async Task<IActionResult> RefuserAsync(IReadOnlyList<Refus> refus, CancellationToken ct)
    {
        foreach (var raison in refus)
            ModelState.AddModelError("", raison.Phrase);
        return await OnGetAsync(ct);
    }

    private RedirectToPageResult Revenir() => RedirectToPage(new { uai = Lue.Uai, session = Lue.Session, division = Lue.Division });
}
