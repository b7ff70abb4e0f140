using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>A batch of relances: chosen, read, then sent.</summary>
public sealed class RelancesModel(BaseRebond donnees) : PageGuichet(donnees)
{
    public const int ParPage = 20;

    [BindProperty(SupportsGet = true, Name = "campagne")]
    public string? Campagne { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public List<string> Etats { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "canal")]
    public string? Canal { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Numero { get; set; } = 1;

    /// <summary>Null: nothing chosen yet, or nobody to write to.</summary>
    public RelancerDossiers.Reponse? Apercu { get; private set; }
    public string? Personne { get; private set; }
    public int Pages => Apercu is null ? 1 : Math.Max(1, (Apercu.Prets.Count + ParPage - 1) / ParPage);

    public async Task<IActionResult> OnGetAsync()
    {
        await LireCampagnesAsync();
        if (string.IsNullOrEmpty(Campagne))
            return Page();
        var outcome = await new RelancerDossiers(Donnees).ExecuteAsync(Demande(apercu: true), Acteur, Ct);
        if (outcome.EstReussi)
            Apercu = outcome.Valeur;
        else if (Fermer(outcome.Refus) is { } ferme)
            return ferme;
        else
            Personne = outcome.Refus[0].Phrase;
        Numero = Math.Clamp(Numero, 1, Pages);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await new RelancerDossiers(Donnees).ExecuteAsync(Demande(apercu: false), Acteur, Ct);
        if (outcome.EstReussi)
        {
            var (envoyees, refusees) = (outcome.Valeur.Prets.Count, outcome.Valeur.Refuses.Count);
            TempData["Fait"] = $"{(envoyees == 1 ? "1 relance est" : $"{envoyees} relances sont")} en file.{(refusees > 0 ? $" {refusees} n’ont pas pu partir : complétez leurs coordonnées." : "")}";
            return RedirectToPage("/Inscription/Guichet/Index", new { campagne = Campagne });
        }
        if (Fermer(outcome.Refus) is { } ferme)
            return ferme;
        await LireCampagnesAsync();
        Dire(outcome.Refus);
        return Page();
    }

    private RelancerDossiers.Demande Demande(bool apercu) => new(Campagne ?? "",
        [.. Etats.Where(e => Codes.TryLire<EtatDossier>(e, out _)).Select(Codes.Lire<EtatDossier>)], Codes.TryLire<CanalMessage>(Canal, out var canal) ? canal : null, apercu);
}
