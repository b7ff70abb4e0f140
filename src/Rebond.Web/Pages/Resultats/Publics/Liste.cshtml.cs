using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;
using Rebond.Web.Pages.Resultats.Publics.Carte;

namespace Rebond.Web.Pages.Resultats.Publics;

/// <summary>Admitted by département, establishment, exam, specialty: addresses that can be sent to someone, without any name in them.</summary>
[OutputCache(PolicyName = CacheResultats.Politique)]
public sealed class ListeModel(LireCalendrierResultats calendrier, RechercherResultatsPublics recherche) : PageModel
{
    [FromQuery]
    public string? Departement { get; set; }

    [FromQuery]
    public string? Etablissement { get; set; }

    [FromQuery]
    public string? Examen { get; set; }

    [FromQuery]
    public string? Specialite { get; set; }

    [FromQuery]
    public int P { get; set; } = 1;

    public RechercherResultatsPublics.Reponse Resultats { get; private set; } = null!;
    public string Titre { get; private set; } = "";

    /// <summary>Exams to filter by, with the address of each.</summary>
    public IEnumerable<(string Libelle, string Adresse, bool Choisi)> Filtres { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        TypeExamen? examen = Codes.TryLire<TypeExamen>(Examen, out var lu) ? lu : null;
        if ((Departement is null && Etablissement is null) || (Examen is { Length: > 0 } && examen is null) || (await calendrier.ExecuteAsync(null, ct)).Valeur is not { } session)
            return NotFound();
        Resultats = (await recherche.ExecuteAsync(new(session.Session.Session, null, Departement, Etablissement, examen, Specialite, P), ct)).Valeur!;
        var premiere = Resultats.Lignes.Count > 0 ? Resultats.Lignes[0] : null;
        Titre = Etablissement is null ? CarteAcademie.Chercher(Departement)?.Nom ?? "Admis" : premiere is null ? $"Établissement {Etablissement}" : $"{premiere.Etablissement}, {premiere.Ville}";
        Filtres = session.Etapes.Where(e => e.Publiee).Select(e => e.Examen).Distinct()
            .Select(e => (e.Libelle(), Adresse(e.Code()), examen == e)).Prepend(("Tous les examens", Adresse(null), examen is null)).ToList();
        return Page();
    }

    private string Adresse(string? examen) => Url.Page("/Resultats/Publics/Liste", new { departement = Departement, etablissement = Etablissement, examen })!;
}
