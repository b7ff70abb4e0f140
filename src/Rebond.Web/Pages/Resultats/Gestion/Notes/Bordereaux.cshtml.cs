using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Resultats.Gestion.Notes;

/// <summary>The examiner's slip, keyed without seeing the marks; then the differences, which block the deliberation.</summary>
[RequestFormLimits(ValueCountLimit = 8192)]
public sealed class BordereauxModel(BaseRebond donnees) : PageGestion(donnees)
{
    public sealed class LigneSaisie
    {
        public Guid Id { get; set; }
        public int Rang { get; set; }
        public string? Valeur { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public string? Uai { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Specialite { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Unite { get; set; }

    [BindProperty(Name = "L")]
    public List<LigneSaisie> L { get; set; } = [];

    public ListerLots.Reponse Lots { get; private set; } = null!;
    public ConsulterBordereau.Reponse? Bordereau { get; private set; }

    /// <summary>Every difference of the session in the actor's scope, when no lot is chosen.</summary>
    public IReadOnlyList<ListerEcarts.Ligne> Ecarts { get; private set; } = [];
    public Dictionary<Guid, (string Valeur, string Phrase)> Refusees { get; } = [];
    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ChoisirSessionAsync())
            return SessionAbsente();
        return await ChargerAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ChoisirSessionAsync() || !ModelState.IsValid || string.IsNullOrEmpty(Unite))
            return NotFound();
        var outcome = await new EnregistrerBordereau(Donnees).ExecuteAsync(new(Unite, [.. L.Select(l => new EnregistrerBordereau.Saisie(l.Id, l.Rang, l.Valeur ?? ""))]), Acteur, Ct);
        if (!outcome.EstReussi && outcome.Refus.All(r => r.Genre != Coeur.Socle.GenreRefus.Conflit))
            return Refuser(outcome.Refus);
        if (outcome.EstReussi)
        {
            Message = outcome.Valeur.Enregistrees switch { 0 => "Aucune ligne enregistrée.", 1 => "1 ligne du bordereau enregistrée.", var n => $"{n} lignes du bordereau enregistrées." };
            if (outcome.Valeur.Refusees.Count == 0)
            {
                TempData["Fait"] = Message;
                return RedirectToPage("/Resultats/Gestion/Notes/Bordereaux", new { session = SessionDemandee, uai = Uai, specialite = Specialite, unite = Unite });
            }
            foreach (var r in outcome.Valeur.Refusees)
                Refusees[r.CandidatureId] = (L.First(l => l.Id == r.CandidatureId).Valeur ?? "", r.Phrase);
        }
        else
        {
            Message = outcome.Refus[0].Phrase;
            // What was typed stays in its field.
            foreach (var l in L)
                Refusees[l.Id] = (l.Valeur ?? "", "");
        }
        Donnees.ChangeTracker.Clear();
        return await ChargerAsync() ?? Page();
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var lots = await new ListerLots(Donnees).ExecuteAsync(Session, Uai, Acteur, Ct);
        if (!lots.EstReussi)
            return Refuser(lots.Refus);
        Lots = lots.Valeur;
        if (string.IsNullOrEmpty(Uai) || string.IsNullOrEmpty(Specialite))
        {
            var ecarts = await new ListerEcarts(Donnees).ExecuteAsync(Session, Acteur, Ct);
            Ecarts = ecarts.Valeur ?? [];
            return null;
        }
        var outcome = await new ConsulterBordereau(Donnees).ExecuteAsync(new(Session, Uai, Specialite, Unite), Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Bordereau = outcome.Valeur;
        Unite = Bordereau.Unite;
        return null;
    }
}
