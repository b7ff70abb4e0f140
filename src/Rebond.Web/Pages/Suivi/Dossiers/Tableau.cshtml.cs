using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Dossiers;

public sealed class TableauModel(BaseRebond donnees) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true, Name = "session")]
    public string? SessionDemandee { get; set; }

    public ConsulterTableau.Reponse Tableau { get; private set; } = null!;

    /// <summary>Names are behind the list, for whoever may read it.</summary>
    public bool MeneALaListe => Acteur.A(Role.Gestionnaire);
    public bool AUneListe => Acteur.SuitDesDossiers();

    public async Task<IActionResult> OnGetAsync()
    {
        SessionExamen? session = null;
        if (!string.IsNullOrEmpty(SessionDemandee))
        {
            if (!SessionExamen.TryLire(SessionDemandee, out var lue))
                return NotFound();
            session = lue;
        }
        var outcome = await new ConsulterTableau(Donnees).ExecuteAsync(session, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Tableau = outcome.Valeur;
        return Page();
    }

    /// <summary>A secret figure is said to be one.</summary>
    public string Chiffre(int? valeur) => valeur?.ToString("N0", System.Globalization.CultureInfo.CurrentCulture) ?? (Tableau.Anonyme ? "secret" : "–");

    public string Part(Entonnoir e) => e.PartSansSolution is { } part ? $"{part}\u00a0%" : Chiffre(null);

    /// <summary>Median then longest, in days; nobody reached yet is a dash, not a secret.</summary>
    public string Delai(Entonnoir e) => e.MedianeJours is not { } mediane ? e.Joints == 0 ? "–" : Chiffre(null) : $"{mediane}\u00a0j{(e.MaximumJours is { } plus ? $" ({plus}\u00a0j au plus)" : "")}";
}
