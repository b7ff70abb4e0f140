using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Resultats.Jurys;

public sealed class LotModel(ConsulterLot consulter) : PageJury
{
    [BindProperty(SupportsGet = true)]
    public string? Decision { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Uai { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Filtre { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public ConsulterLot.Reponse Lot { get; private set; } = null!;

    /// <summary>No flag: on a phone the line is not drawn.</summary>
    public static bool ARienAVoir(ConsulterLot.Ligne ligne) => ligne is { LivretAOuvrir: false, LivretOuvert: false, Manquantes: 0, Ecarts: 0, Relevees: 0 };

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        // An unknown filter is no filter: the address may come from an old link.
        var decision = Codes.TryLire<Decision>(Decision, out var lue) ? lue : (Decision?)null;
        var filtre = Enum.TryParse<ConsulterLot.Filtre>(Filtre, out var voulu) && Enum.IsDefined(voulu) ? voulu : ConsulterLot.Filtre.Tous;
        var outcome = await consulter.ExecuteAsync(new(id, P, decision, Uai, filtre), Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        Lot = outcome.Valeur;
        return Page();
    }
}
