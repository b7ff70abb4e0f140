using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Web.Documents;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.NotesAConserver;

/// <summary>
/// Which marks to keep at the next session, for anyone: nothing is stored. A candidate whose result is published finds his marks already
/// written.
/// </summary>
public sealed class IndexModel(ConsulterMonResultat consulter, TimeProvider horloge, Deploiement deploiement) : PageModel
{
    public IReadOnlyList<Reglement> Tables { get; private set; } = [];

    /// <summary>Null until a table is chosen.</summary>
    public SaisieNotes? Saisie { get; private set; }
    public Etude? Etude { get; private set; }

    /// <summary>The marks come from his published result.</summary>
    public bool Reprises { get; private set; }

    public IEnumerable<SelectListItem> ChoixTables => Tables.Select(t => new SelectListItem($"{t.Examen.Libelle()} : {Nom(t)}", t.Id));
    public IEnumerable<SelectListItem> AutresSpecialites => Tables.Where(t => t.Examen.EstProfessionnelle() && t.Id != Saisie?.Reglement.Id).Select(t => new SelectListItem(Nom(t), t.Id));
    public IEnumerable<SelectListItem> Sessions => Annees(Derniere - 9, Derniere).Reverse();
    public IEnumerable<SelectListItem> Prochaines => Annees(Derniere + 1, Derniere + 4);

    /// <summary>Year of the last June session whose results are out: they come in July.</summary>
    private int Derniere { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Preparer();
        if (!User.Acteur().A(Role.Candidat))
            return;
        var sien = await consulter.ExecuteAsync(new(null), User.Acteur(), ct);
        if (sien.EstReussi && sien.Valeur.Actuel is { } actuel)
        {
            Saisie = SaisieNotes.De(actuel.Dossier);
            Reprises = true;
            Etudier(essayer: false);
        }
    }

    public void OnPost(string? aller)
    {
        Preparer();
        if (aller == "choisir")
            return;
        Saisie = SaisieNotes.Lire(Request.Form, Tables);
        if (Saisie is null)
            ModelState.AddModelError("reglement", "Choisissez votre examen dans la liste.");
        else if (Saisie.Notes.Count > 0)
            Etudier(essayer: aller == "essayer");
        else if (aller != "notes")
            ModelState.AddModelError("", "Écrivez au moins une note.");
    }

    private static string Nom(Reglement table) => $"{table.Libelle}{(table.Simulation ? " (simulation)" : "")}";

    private void Preparer()
    {
        Tables = SaisieNotes.Tables(deploiement.Demonstration);
        var jour = horloge.GetUtcNow().UtcDateTime.JourAParis();
        Derniere = jour.Month >= 7 ? jour.Year : jour.Year - 1;
    }

    private void Etudier(bool essayer)
    {
        Etude = Etude.Faire(Saisie!, essayer);
        foreach (var (champ, phrase) in Saisie!.Fautes)
            ModelState.AddModelError(champ, phrase);
        foreach (var anomalie in Etude.Anomalies)
            ModelState.AddModelError("", anomalie);
    }

    private static IEnumerable<SelectListItem> Annees(int de, int a) => Enumerable.Range(de, a - de + 1)
        .Select(annee => new SelectListItem($"Juin {annee}", string.Create(CultureInfo.InvariantCulture, $"{annee}-06")));
}
