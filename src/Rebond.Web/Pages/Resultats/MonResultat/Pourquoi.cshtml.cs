using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Releves;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Resultats.MonResultat;

/// <summary>The computation, line by line, for the person it decides about.</summary>
public sealed class PourquoiModel(ConsulterMonResultat consulter) : PageModel
{
    public ConsulterMonResultat.Reponse Resultat { get; private set; } = null!;
    public ReleveNotes Releve { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var reponse = await consulter.ExecuteAsync(new(id), User.Acteur(), ct);
        if (!reponse.EstReussi)
            return reponse.Refus[0].Genre == GenreRefus.Introuvable ? NotFound() : Forbid();
        if (reponse.Valeur.Actuel is not { } actuel)
            return RedirectToPage("/Resultats/MonResultat/Index", new { id });
        Resultat = reponse.Valeur;
        Releve = ComposerReleve.Composer(Resultat.Session, Resultat.Candidature, Resultat.Etablissement, actuel.Decision, actuel.Dossier, actuel.Conclusion, new Sceau("", ""));
        return Page();
    }

    /// <summary>The smallest change that gives another decision, in the words of the relevé rather than in unit codes.</summary>
    public string? Bascule
    {
        get
        {
            if (Releve.Conclusion.Bascule is not { } bascule || bascule.Unites.Count == 0)
                return null;
            var changements = bascule.Unites.Select(u => (Ligne: Releve.Unites.Concat(Releve.Facultatives).FirstOrDefault(l => l.Cle == u.Key), Cible: u.Value)).ToList();
            if (changements.Any(c => c.Ligne is null || !c.Ligne.Unite.ANote || c.Cible < c.Ligne.Unite.Note))
                return bascule.Phrase;
            var manques = changements.Select(c => $"{Exact.EnFrancais(c.Cible.Points - c.Ligne!.Unite.Note.Points)} point{(c.Cible.Centiemes - c.Ligne.Unite.Note.Centiemes >= 200 ? "s" : "")} de plus en « {c.Ligne.Libelle} » ({c.Cible} au lieu de {c.Ligne.Unite.Note})");
            return $"Il vous aurait fallu {string.Join(" et ", manques)} pour une autre décision : {bascule.Decision.Libelle().ToLowerInvariant()}.";
        }
    }

    /// <summary>What the cited text fixes, in one line, and how it was read.</summary>
    public static TexteLegal? Texte(Fondement fondement) => TextesLegaux.Tous.GetValueOrDefault(fondement.Texte);
}
