using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle;
using Rebond.Regles.Suivi;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Options;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Simulateur;

/// <summary>
/// What can I do after the exam? One question per page, for anyone. Nothing is stored: the answers travel in the form, never in the address,
/// and the page is kept by no cache.
/// </summary>
public sealed class IndexModel(TimeProvider horloge, Gabarits gabarits, ImprimeurPdf imprimeur, Deploiement deploiement) : PageModel
{
    private const string Modifier = "modifier:";

    public Reponses Reponses { get; private set; } = null!;

    /// <summary>The question to ask; null: the answer is given.</summary>
    public Question? Question { get; private set; }
    public ReponseOptions? Resultat { get; private set; }

    private DateOnly Aujourdhui => horloge.GetUtcNow().UtcDateTime.JourAParis();

    public void OnGet()
    {
        Reponses = new Reponses(Aujourdhui);
        Question = Reponses.Suivante;
    }

    public async Task<IActionResult> OnPostAsync(string? question, string? aller, CancellationToken ct)
    {
        var posee = Questions.Chercher(question);
        Reponses = Reponses.Lire(Request.Form, Aujourdhui, sauf: posee?.Code);
        if (aller?.StartsWith(Modifier, StringComparison.Ordinal) == true && Questions.Chercher(aller[Modifier.Length..]) is { } aReprendre)
            Question = aReprendre;
        else if (aller == "retour" && posee is not null)
            Question = Reponses.Precedente(posee) ?? posee;
        else if (posee is not null && aller != "resultat" && !Prendre(posee, aller))
            Question = posee;
        else
        {
            Reponses.Elaguer();
            Question = aller is "resultat" or "pdf" ? null : Reponses.Suivante;
        }
        if (Question is not null)
            return Page();
        Resultat = OptionsDeSuivi.Repondre(Reponses.Profil());
        return aller == "pdf" ? await ImprimerAsync(ct) : Page();
    }

    /// <summary>Keeps the answer, or says what to do.</summary>
    private bool Prendre(Question posee, string? aller)
    {
        if ((aller == "nsp" ? Question.NeSaitPas : posee.Lire(Request.Form[posee.Champ].ToString(), Aujourdhui)) is not { } valeur)
        {
            ModelState.AddModelError(posee.Champ, posee.Faute);
            return false;
        }
        Reponses.Repondre(posee.Code, valeur);
        return true;
    }

    private async Task<IActionResult> ImprimerAsync(CancellationToken ct)
    {
        var feuille = new FeuilleOptions(Aujourdhui, [.. Reponses.Donnees.Select(d => $"{d.Question.Court} : {d.Question.EnMots(d.Valeur, Aujourdhui)}")], Resultat!, deploiement.Demonstration);
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync(FeuilleOptions.Gabarit, feuille), ct);
        if (pdf.EstReussi)
        {
            // The pages themselves are kept by no cache: their forms carry a token.
            Response.Headers.CacheControl = EntetesSecurite.SansCache;
            return File(pdf.Valeur, "application/pdf", "mes-options.pdf");
        }
        ModelState.AddModelError("", pdf.Refus[0].Phrase);
        return Page();
    }
}
