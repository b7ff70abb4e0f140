using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Relais;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Suivi.Dossiers;

namespace Rebond.Web.Pages.Suivi.Relais;

/// <summary>Who is handed over to a partner, and what he answered.</summary>
public sealed class IndexModel(BaseRebond donnees, ListerRelais lister, TransmettreRelais transmettre) : PageSuivi(donnees)
{
    public ListerRelais.Reponse Liste { get; private set; } = null!;

    [BindProperty] public string? Organisme { get; set; }
    [BindProperty] public List<string> Personnes { get; set; } = [];
    [BindProperty] public string Format { get; set; } = FormatTableau.Csv.Code();

    public IEnumerable<SelectListItem> Choix => Liste.Personnes.Select(p => new SelectListItem(
        $"{p.Nom.ToUpper(CultureInfo.CurrentCulture)} {p.Prenoms}{(p.Mineur ? ", moins de 18 ans" : "")}, {p.Etape.Nom().ToLower(CultureInfo.CurrentCulture)}, {p.JoursDepuisOuverture}\u00a0j{(p.DejaTransmis is { } deja ? $", déjà transmis à {deja}" : "")}", p.Id.ToString()));

    public IReadOnlyList<SelectListItem> Formats { get; } = [new("CSV", FormatTableau.Csv.Code()), new("Classeur (xlsx)", FormatTableau.Xlsx.Code())];

    public async Task<IActionResult> OnGetAsync()
    {
        var liste = await lister.ExecuteAsync(Acteur, Ct);
        if (!liste.EstReussi)
            return Refuser(liste.Refus);
        Liste = liste.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var format = Codes.TryLire<FormatTableau>(Format, out var lu) ? lu : FormatTableau.Csv;
        var ids = Personnes.Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty).ToList();
        var issue = await transmettre.ExecuteAsync(new(Organisme, ids, format), Acteur, Ct);
        if (issue.EstReussi)
            return format == FormatTableau.Xlsx
                ? File(issue.Valeur.Fichier, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "relais.xlsx")
                : File(issue.Valeur.Fichier, "text/csv; charset=utf-8", "relais.csv");
        if (issue.Refus.Any(r => r.Genre == GenreRefus.Interdit))
            return Refuser(issue.Refus);
        foreach (var refus in issue.Refus)
            ModelState.AddModelError(refus switch
            {
                TransmettreRelais.OrganismeNecessaire => nameof(Organisme),
                TransmettreRelais.PersonneNecessaire or TransmettreRelais.PersonneNonTransmissible => nameof(Personnes),
                _ => "",
            }, refus.Phrase);
        return await OnGetAsync();
    }
}
