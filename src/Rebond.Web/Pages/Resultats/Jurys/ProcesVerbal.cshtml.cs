using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Web.Documents;
using Rebond.Web.Documents.ProcesVerbaux;

namespace Rebond.Web.Pages.Resultats.Jurys;

/// <summary>The procès-verbal in PDF; a page only when Chromium cannot print.</summary>
public sealed class ProcesVerbalModel(LireProcesVerbal lire, Gabarits gabarits, ImprimeurPdf imprimeur) : PageJury
{
    public Guid Id { get; private set; }
    public string Erreur { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Id = id;
        var outcome = await lire.ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Repondre(outcome.Refus);
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync(ProcesVerbal.Gabarit, Composer(outcome.Valeur)), Ct);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", $"proces-verbal-{outcome.Valeur.Code.ToLowerInvariant()}-{outcome.Valeur.Session}.pdf");
        Erreur = pdf.Refus[0].Phrase;
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    public static ProcesVerbal Composer(LireProcesVerbal.Reponse pv) => new()
    {
        Academie = pv.Academie == "02" ? "Académie d’Aix-Marseille" : $"Académie {pv.Academie}",
        Session = pv.Session,
        Examen = pv.Examen,
        Groupe = pv.Groupe,
        CodeJury = pv.Code,
        LibelleJury = pv.Libelle,
        Departement = pv.Departement,
        ClosLe = pv.ClosLe?.EnHeureDeParis(),
        Synthetique = pv.Synthetique,
        Membres = [.. pv.Membres.Select(m => new MembreAuProcesVerbal(m.Nom, m.Fonction, m.Present, m.ADistance))],
        Tableaux = [.. pv.Tableaux.Select(t => new TableauDeliberation(t.Specialite, t.Unites, [.. t.Candidats.Select(c => new LigneDeliberation(c.NumeroAnonymat, c.Notes,
            [.. c.Revalorisations.Select(r => new RevalorisationAuProcesVerbal(r.Unite, r.Avant, r.Apres, r.Motif))], c.Moyenne, c.Decision, c.Mention, c.Provisoire, c.Simulation, c.LivretExamine))]))],
    };
}
