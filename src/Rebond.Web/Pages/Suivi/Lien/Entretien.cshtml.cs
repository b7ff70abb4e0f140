using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>What was agreed at the interview, read at home; signed or not, by each from his own link.</summary>
public sealed class EntretienModel(BaseRebond donnees, LienDeRendezVous liens) : PageLien(donnees, liens)
{
    public ConsulterMesEntretiens.Reponse? Vue { get; private set; }

    /// <summary>The record whose refusal could not be noted: what was typed is shown again.</summary>
    public Guid? Refuse { get; private set; }

    public bool PeutRepondre(ConsulterMesEntretiens.Fiche fiche) => EstResponsable ? fiche.Mineur && fiche.Entretien.SigneResponsableLe is null : fiche.Entretien.SigneJeuneLe is null;

    public static string Reponse(string qui, DateTime? signe, DateTime? refus) => (signe, refus) switch
    {
        ({ } le, _) => $"{qui} : signé {HeureDeParis.EnMots(le)}.",
        (_, { } le) => $"{qui} : ne signe pas, dit {HeureDeParis.EnMots(le)}.",
        _ => $"{qui} : pas encore signé.",
    };

    public async Task<IActionResult> OnGetAsync() => await LireAsync() ? Page() : LienPerdu();

    public Task<IActionResult> OnPostSignerAsync(Guid entretien, int version) => RepondreAsync(entretien, version, refuse: false, null);

    public Task<IActionResult> OnPostRefuserAsync(Guid entretien, int version) => RepondreAsync(entretien, version, refuse: true, Request.Form[$"raison-{entretien:N}"]);

    private async Task<IActionResult> RepondreAsync(Guid entretien, int version, bool refuse, string? raison)
    {
        if (Porteur is not { } porteur)
            return LienPerdu();
        var outcome = await new SignerEntretien(Donnees).ExecuteAsync(new(entretien, version, refuse, raison, Adresse), porteur, Ct);
        if (outcome.EstReussi)
        {
            TempData["Fait"] = refuse ? "C’est noté : vous ne signez pas. Le lycée vous en reparlera." : "C’est signé. Merci.";
            return RedirectToPage("/Suivi/Lien/Entretien", new { Jeton });
        }
        if (!await LireAsync())
            return LienPerdu();
        Refuse = refuse ? entretien : null;
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus is SignerEntretien.RaisonTropLongue ? $"raison-{entretien:N}" : "", refus.Phrase);
        return Page();
    }

    private async Task<bool> LireAsync()
    {
        Vue = Porteur is { } porteur ? (await new ConsulterMesEntretiens(Donnees).ExecuteAsync(porteur, Ct)).Valeur : null;
        return Vue is not null;
    }
}
