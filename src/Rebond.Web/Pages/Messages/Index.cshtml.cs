using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Messages;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Messages;

/// <summary>The queues of messages: what waits, what failed, what left.</summary>
public sealed class IndexModel(ListerMessages lister, RelancerEchecs relancer, EnvoyerEssai essayer, ExpedierCourriels expedier) : PageModel
{
    /// <summary>Code of a queue.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public string? FileDemandee { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public ListerMessages.Reponse Messages { get; private set; } = null!;
    public FileDeMessages FileLue { get; private set; }
    public bool ServeurConfigure => expedier.EstConfigure;
    public DateTime? InjoignableDepuis => expedier.InjoignableDepuis;
    public bool Administre => User.Acteur().A(Role.Administrateur);
    public bool TientDesLettres => Acces.Pour("/Messages/Lettres/Index")!.Admet(User.Acteur().Role);

    /// <summary>The queue on screen holds e-mails that can start again.</summary>
    public bool Relancables => FileLue is FileDeMessages.NouvelEssai or FileDeMessages.ATraiter && Nombre(FileLue, CanalMessage.Courriel) > 0;

    public int Nombre(FileDeMessages file, CanalMessage canal) => Messages.Comptes.FirstOrDefault(c => c.File == file && c.Canal == canal)?.Nombre ?? 0;

    public static string TitreModele(string code) => ModelesFournis.Tous.TryGetValue(code, out var modele) ? modele.Titre : code;

    public string Titre(ListerMessages.Ligne ligne) => ligne.Sujet is { Length: > 0 } sujet ? sujet : TitreModele(ligne.Modele);

    public string Suite(ListerMessages.Ligne ligne) => FileLue switch
    {
        FileDeMessages.Envoyes => $"Envoyé {HeureDeParis.EnMots(ligne.EnvoyeLe!.Value)}",
        FileDeMessages.Annules => "Annulé",
        FileDeMessages.EnAttente when ligne.Canal == CanalMessage.Lettre => ligne.DansUnLot ? "Dans un lot à imprimer" : "À imprimer",
        FileDeMessages.EnAttente when !ServeurConfigure => "En attente, aucun serveur configuré",
        FileDeMessages.EnAttente => ligne.ProchainEssai is { } instant ? $"Partira {HeureDeParis.EnMots(instant)}" : "En attente",
        _ => $"{EnMots.ErreurCourte(ligne.Erreur ?? "")} ; {EnMots.Essais(ligne.Essais, ligne.ProchainEssai)}",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        FileLue = Codes.TryLire<FileDeMessages>(FileDemandee, out var file) ? file : FileDeMessages.EnAttente;
        var issue = await lister.ExecuteAsync(new(FileLue, Page: P), User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        Messages = issue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostRelancerAsync(CancellationToken ct)
    {
        var issue = await relancer.ExecuteAsync(User.Acteur(), ct);
        if (!issue.EstReussi)
            return Forbid();
        TempData["Fait"] = $"{issue.Valeur.Relances.Compter("courriel")} {issue.Valeur.Relances.Accorder("relancé", "relancés")} ; la relance est inscrite au journal.";
        return RedirectToPage(new { file = FileDemandee });
    }

    public async Task<IActionResult> OnPostEssaiAsync(CancellationToken ct)
    {
        var issue = await essayer.ExecuteAsync(User.Acteur(), ct);
        if (issue.EstReussi)
        {
            TempData["Fait"] = ServeurConfigure ? "L’essai est en file : il part dans quelques secondes vers l’adresse de votre compte." : "L’essai est en file, mais aucun serveur n’est configuré : il attend.";
            return RedirectToPage();
        }
        foreach (var refus in issue.Refus)
            ModelState.AddModelError("", refus.Phrase);
        return await OnGetAsync(ct);
    }
}
