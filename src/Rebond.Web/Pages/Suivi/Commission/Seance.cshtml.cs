using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Commission;

namespace Rebond.Web.Pages.Suivi.Commission;

/// <summary>One sitting: what is left to do, what the proposition does, and its papers.</summary>
public sealed class SeanceModel(BaseRebond donnees, Gabarits gabarits, ImprimeurPdf imprimeur) : PageSeance(donnees)
{
    [BindProperty] public int Version { get; set; }

    public ConsulterSeance.Reponse Vue { get; private set; } = null!;
    public string TexteDuTirage => NumeroAnonyme.TexteDuTirage(Vue.Seance.Rentree, "SPÉCIALITÉ", "NUMÉRO");

    public async Task<IActionResult> OnGetAsync()
    {
        var vue = await new ConsulterSeance(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!vue.EstReussi)
            return Refuser(vue.Refus);
        Vue = vue.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostProposerAsync()
    {
        var outcome = await new ProposerAffectation(Donnees).ExecuteAsync(new(Id, Version), Acteur, Ct);
        if (!outcome.EstReussi)
            return Dire(outcome.Refus) ?? await OnGetAsync();
        var r = outcome.Valeur;
        TempData["Fait"] = r.Inchangee ? "Rien n’a changé depuis la dernière proposition : elle reste la même."
            : $"Proposition calculée et vérifiée : {MotsCommission.Pluriel(r.Placees, "personne a une place", "personnes ont une place")}, {r.SansPlace:N0} n’en {(r.SansPlace > 1 ? "ont" : "a")} pas ({r.Borne:N0} au mieux).{(r.ADecider > 0 ? $" {MotsCommission.Pluriel(r.ADecider, "dossier est", "dossiers sont")} à décider à la main." : "")} Rien n’est décidé.";
        return RedirectToPage("/Suivi/Commission/Seance", new { Id });
    }

    public async Task<IActionResult> OnPostJsonAsync()
    {
        var json = await new ExporterInstance(Donnees).ExecuteAsync(Id, Acteur, Ct);
        return json.EstReussi ? File(json.Valeur, "application/json; charset=utf-8", "commission.json") : Refuser(json.Refus);
    }

    public Task<IActionResult> OnPostLettresAsync() => ImprimerAsync(LireDecisions.Document.Lettres, LettresDecision.Gabarit, "lettres-de-decision.pdf");

    public Task<IActionResult> OnPostReleveAsync() => ImprimerAsync(LireDecisions.Document.Releve, LettresDecision.GabaritReleve, "releve-de-decisions.pdf");

    private async Task<IActionResult> ImprimerAsync(LireDecisions.Document document, string gabarit, string nom)
    {
        var lues = await new LireDecisions(Donnees).ExecuteAsync(Id, document, Acteur, Ct);
        if (!lues.EstReussi)
            return Dire(lues.Refus) ?? await OnGetAsync();
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync(gabarit, new LettresDecision(lues.Valeur)), Ct);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", nom);
        return Dire(pdf.Refus) ?? await OnGetAsync();
    }
}
