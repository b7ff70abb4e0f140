using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Suivi.Dossiers;
using Rebond.Web.Pages.Suivi.Lien;

namespace Rebond.Web.Pages.Suivi.Entretiens;

/// <summary>The times an establishment offers, who took them, who came.</summary>
public sealed class IndexModel(BaseRebond donnees, LienDeRendezVous liens) : PageSuivi(donnees)
{
    public ListerCreneaux.Reponse Liste { get; private set; } = null!;

    /// <summary>Establishments of the person who reads; empty for the DEC.</summary>
    public IReadOnlyList<string> Uais => Acteur.Codes(TypePerimetre.Etablissement);

    [BindProperty] public string? Uai { get; set; }
    [BindProperty] public string? Du { get; set; }
    [BindProperty] public string? Au { get; set; }
    [BindProperty] public string? De { get; set; } = "09:00";
    [BindProperty] public string? A { get; set; } = "12:00";
    [BindProperty] public string? Duree { get; set; } = "30";
    [BindProperty] public string? Lieu { get; set; }
    [BindProperty] public string? Interlocuteur { get; set; }

    public Task<IActionResult> OnGetAsync() => MontrerAsync();

    public async Task<IActionResult> OnPostOuvrirAsync()
    {
        var (du, au) = (Jour(Du, nameof(Du), "Donnez le premier jour."), Jour(Au, nameof(Au), "Donnez le dernier jour."));
        var (de, a) = (Heure(De, nameof(De)), Heure(A, nameof(A)));
        if (!int.TryParse(Duree, NumberStyles.None, CultureInfo.InvariantCulture, out var duree))
            ModelState.AddModelError(nameof(Duree), "Donnez la durée en minutes : 30, par exemple.");
        if (!ModelState.IsValid)
            return await MontrerAsync();
        return await ConclureAsync(await new OuvrirCreneaux(Donnees).ExecuteAsync(new(string.IsNullOrEmpty(Uai) ? null : Uai, du, au, de, a, duree, Lieu, Interlocuteur), Acteur, Ct),
            r => $"{(r.Crees == 1 ? "1 horaire ouvert" : $"{r.Crees:N0} horaires ouverts")}.{(r.Ecartes > 0 ? $" {r.Ecartes:N0} existaient déjà pour la même personne." : "")}");
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid creneau, int version) =>
        await ConclureAsync(await new RetirerCreneau(Donnees).ExecuteAsync(new(creneau, version, Adresse), Acteur, Ct),
            r => r switch { { AvaitQuelquUn: false } => "Horaire retiré.", { Prevenu: true } => "Rendez-vous annulé, un message part pour la personne.", _ => "Rendez-vous annulé. Aucune adresse n’est connue : appelez la personne ; une lettre attend dans « À remettre ou à poster »." });

    public async Task<IActionResult> OnPostAbsenceAsync(Guid creneau, int version) =>
        await ConclureAsync(await new NoterAbsence(Donnees).ExecuteAsync(new(creneau, version, Adresse), Acteur, Ct),
            r => $"Absence notée. {(r.Prevenu ? "Un message propose une autre heure." : "Aucune adresse n’est connue : appelez ; une lettre attend dans « À remettre ou à poster ».")} À reprendre avant le {r.ProchaineDate:dd/MM/yyyy}.");

    public async Task<IActionResult> OnPostInviterAsync() =>
        await ConclureAsync(await new InviterAuxRendezVous(Donnees).ExecuteAsync(new(Adresse), Acteur, Ct),
            r => $"{r.Invites:N0} message{(r.Invites > 1 ? "s" : "")} en file d’envoi{(r.DejaInvites > 0 ? $", {r.DejaInvites:N0} déjà écrit{(r.DejaInvites > 1 ? "s" : "")} cette semaine" : "")}.{(r.SansAdresse > 0 ? $" Sans adresse : {r.SansAdresse:N0}, dont l’invitation attend sur papier dans « À remettre ou à poster »." : "")}");

    private string Adresse(Guid dossierId) => liens.Adresse(Url, Request, dossierId);

    private DateOnly Jour(string? saisi, string champ, string faute)
    {
        if (!Dates.TryLire(saisi, out var jour))
            ModelState.AddModelError(champ, faute);
        return jour;
    }

    private TimeOnly Heure(string? saisie, string champ)
    {
        if (!TimeOnly.TryParseExact(saisie, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var heure))
            ModelState.AddModelError(champ, "Donnez une heure : 09:00, par exemple.");
        return heure;
    }

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> outcome, Func<T, string> phrase)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage();
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(refus is OuvrirCreneaux.SaisieInvalide s ? s.Champ switch { nameof(OuvrirCreneaux.Demande.DureeMinutes) => nameof(Duree), var champ => champ } : "", refus.Phrase);
        return await MontrerAsync();
    }

    private async Task<IActionResult> MontrerAsync()
    {
        var outcome = await new ListerCreneaux(Donnees).ExecuteAsync(Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Liste = outcome.Valeur;
        return Page();
    }
}
