using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Pages.Inscription.Guichet;

namespace Rebond.Web.Pages.Examen.Inscrire;

/// <summary>One receivable file becomes a candidature: what only a person can say (centre, règlement, waivers) is said here.</summary>
public sealed class DossierModel(BaseRebond donnees) : PageGuichet(donnees)
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Centre { get; set; }
    [BindProperty] public string? Reglement { get; set; }
    [BindProperty] public string? Dispenses { get; set; }

    public EtudeDossier Etude { get; private set; } = null!;
    public IReadOnlyList<Regles.Parametres.Reglement> Possibles => Etude.Dossier.Specialite is { } s ? InscrireDossier.ReglementsPour(Etude.Dossier.Examen, s, Etude.Dossier.Session, Etude.Dossier.Synthetique) : [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Version = Etude.Dossier.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var outcome = await new InscrireDossier(Donnees).ExecuteAsync(new(id, Version, Centre, string.IsNullOrWhiteSpace(Reglement) ? null : Reglement.Trim(), Unites()), Acteur, Ct);
        if (outcome.EstReussi)
        {
            var r = outcome.Valeur;
            TempData["Fait"] = $"Inscrit à la session : candidat n° {r.Numero}.{(r.NotesConservees + r.Dispenses > 0 ? $" Notes conservées : {r.NotesConservees}, dispenses : {r.Dispenses}." : "")}";
            return RedirectToPage("/Inscription/Guichet/Dossier", new { id });
        }
        if (Fermer(outcome.Refus) is { } ferme)
            return ferme;
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Dire(outcome.Refus, r => r switch
        {
            InscrireDossier.CentreManquant => nameof(Centre),
            InscrireDossier.ReglementAChoisir => nameof(Reglement),
            InscrireDossier.UniteInconnue or InscrireDossier.DispensesADecider => nameof(Dispenses),
            _ => "",
        });
        if (outcome.Refus.OfType<ModifieEntreTemps>().Any())
        {
            ModelState.Remove(nameof(Version));
            Version = Etude.Dossier.Version;
        }
        return Page();
    }

    /// <summary>"aucune" is an answer; an empty field is none.</summary>
    private List<string>? Unites() => string.IsNullOrWhiteSpace(Dispenses) ? null
        : [.. Dispenses.ToUpperInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Where(u => u != "AUCUNE").Distinct()];

    private async Task<IActionResult?> ChargerAsync(Guid id)
    {
        var outcome = await new ConsulterEnvoi(Donnees).ExecuteAsync(id, null, Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Etude = outcome.Valeur.Etude;
        return null;
    }
}
