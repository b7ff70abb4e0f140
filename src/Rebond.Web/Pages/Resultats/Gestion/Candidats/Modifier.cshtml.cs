using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Resultats.Gestion.Candidats;

public sealed class ModifierModel(BaseRebond donnees) : PageGestion(donnees)
{
    public ConsulterCandidat.Reponse Dossier { get; private set; } = null!;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? PfmpSemaines { get; set; }

    [BindProperty]
    public string? PfmpValidee { get; set; }

    /// <summary>The name is said: without it an empty dictionary would be filled with every other field of the form.</summary>
    [BindProperty(Name = "Facultatives")]
    public Dictionary<string, string?> Facultatives { get; set; } = [];

    [BindProperty]
    public string? ChefDoeuvre { get; set; }

    public bool AChefDoeuvre => Dossier.Candidature.Session.Annee >= 2022 && EstPro;
    public bool EstPro => Dossier.Candidature.Examen is Regles.Vocabulaire.TypeExamen.BacPro or Regles.Vocabulaire.TypeExamen.BacProAgricole;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ChargerAsync(id) is { } refus)
            return refus;
        var feuille = Dossier.Feuille;
        (Version, PfmpSemaines, PfmpValidee) = (feuille.Version, feuille.PfmpSemaines?.ToString(System.Globalization.CultureInfo.InvariantCulture), feuille.PfmpValidee switch { true => "oui", false => "non", _ => null });
        Facultatives = Dossier.Reglement.Facultatives.ToDictionary(u => u.Code, u => (string?)Coeur.Examen.SaisieDeNote.Afficher(Dossier.Facultatives.GetValueOrDefault(u.Code)));
        ChefDoeuvre = feuille.ChefDoeuvreCentiemes is { } c ? Regles.Vocabulaire.Note.DeCentiemes(c).ToString() : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var outcome = await new ModifierDossier(Donnees).ExecuteAsync(new(id, Version, PfmpSemaines, PfmpValidee switch { "oui" => true, "non" => false, _ => null },
            Facultatives.ToDictionary(f => f.Key, f => f.Value ?? ""), ChefDoeuvre), Acteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = outcome.Valeur.Changements == 0 ? "Rien n’a changé." : "Le dossier est modifié ; le changement est inscrit au journal.";
            return RedirectToPage("/Resultats/Gestion/Candidats/Dossier", new { id });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        if (await ChargerAsync(id) is { } refus)
            return refus;
        foreach (var r in outcome.Refus)
            ModelState.AddModelError(r is ModifierDossier.SaisieInvalide s ? s.Champ : "", r.Phrase);
        if (outcome.Refus.OfType<ModifieEntreTemps>().Any())
        {
            // The person's values stay in the fields; saving again says the present version was read.
            ModelState.Remove(nameof(Version));
            Version = Dossier.Feuille.Version;
        }
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync(Guid id)
    {
        var outcome = await new ConsulterCandidat(Donnees).ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Dossier = outcome.Valeur;
        return null;
    }
}
