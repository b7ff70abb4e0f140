using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Web.Pages.Resultats.Jurys;

namespace Rebond.Web.Pages.Resultats.CompositionJurys;

public sealed class ModifierModel(ConsulterComposition consulter, ModifierComposition modifier, CreerSousJurys repartir, RouvrirJury rouvrir) : PageJury
{
    private const string Prefixe = "sousjury.";
    private const int CandidatsParSousJury = 300;

    public ConsulterComposition.Reponse Jury { get; private set; } = null!;

    /// <summary>As typed when refused, as stored otherwise.</summary>
    public IReadOnlyList<MembreDemande> Membres { get; private set; } = [];
    public string Libelle { get; private set; } = "";
    public int Version { get; private set; }
    public string? Motif { get; private set; }

    /// <summary>By UAI, from 1: the least loaded sous-jury takes the largest establishment left.</summary>
    public IReadOnlyDictionary<string, int> Repartition { get; private set; } = new Dictionary<string, int>();
    public int NombreSousJurys { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await LireAsync(id) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, int version, string? libelle)
    {
        var membres = SaisieMembres.Lire(Request.Form);
        var outcome = await modifier.ExecuteAsync(new(id, version, libelle ?? "", membres), Acteur, Ct);
        if (outcome.EstReussi)
            return Fait(id, "La composition est enregistrée.");
        if (!Expliquer(outcome.Refus) || await LireAsync(id) is not null)
            return Repondre(outcome.Refus);
        // Typed lines stay, except when someone changed the jury meanwhile: the current value is read again, as the refusal says.
        if (!outcome.Refus.Any(r => r is ModifieEntreTemps))
            (Membres, Libelle) = (membres, libelle ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostRepartirAsync(Guid id, int version)
    {
        var lots = Request.Form.Where(c => c.Key.StartsWith(Prefixe, StringComparison.Ordinal)).GroupBy(c => c.Value.ToString(), c => c.Key[Prefixe.Length..])
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(IReadOnlyList<string> (g) => [.. g]).ToList();
        var outcome = await repartir.ExecuteAsync(new(id, version, lots), Acteur, Ct);
        return await ApresAsync(id, outcome.Refus, outcome.EstReussi ? $"Sous-jurys créés : {string.Join(", ", outcome.Valeur.Codes)}. Complétez la composition de chacun." : "");
    }

    public async Task<IActionResult> OnPostRouvrirAsync(Guid id, int version, string? motif)
    {
        Motif = motif;
        var outcome = await rouvrir.ExecuteAsync(new(id, version, motif ?? ""), Acteur, Ct);
        return await ApresAsync(id, outcome.Refus, "Le jury est rouvert.");
    }

    private async Task<IActionResult> ApresAsync(Guid id, IReadOnlyList<Refus> refus, string fait) =>
        refus.Count == 0 ? Fait(id, fait) : Expliquer(refus) ? await LireAsync(id) ?? Page() : Repondre(refus);

    private RedirectToPageResult Fait(Guid id, string fait)
    {
        TempData["Fait"] = fait;
        return RedirectToPage(new { id });
    }

    /// <summary>Null when the jury was read.</summary>
    private async Task<IActionResult?> LireAsync(Guid id)
    {
        var outcome = await consulter.ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        Jury = outcome.Valeur;
        (Version, Libelle) = (Jury.Version, Jury.Libelle);
        Membres = [.. Jury.Membres.Select(m => new MembreDemande(m.Id, m.Nom, m.Fonction, m.ADistance))];
        NombreSousJurys = Math.Clamp((Jury.Candidats + CandidatsParSousJury - 1) / CandidatsParSousJury, 2, Math.Max(2, Jury.Etablissements.Count));
        var charges = new int[NombreSousJurys];
        Repartition = Jury.Etablissements.OrderByDescending(e => e.Candidats).ToDictionary(e => e.Uai, e =>
        {
            var moins = Array.IndexOf(charges, charges.Min());
            charges[moins] += e.Candidats;
            return moins + 1;
        });
        return null;
    }
}
