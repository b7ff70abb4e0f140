using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Dossiers;

public sealed class DossierModel(BaseRebond donnees) : PageSuivi(donnees)
{
    public ConsulterDossier.Reponse Fiche { get; private set; } = null!;

    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Canal { get; set; }
    [BindProperty] public string? Resultat { get; set; }
    [BindProperty] public string? RendezVous { get; set; }
    [BindProperty] public string? Observation { get; set; }
    [BindProperty] public bool EntretienTenu { get; set; }
    [BindProperty] public bool ASonInitiative { get; set; }
    [BindProperty] public string? Telephone { get; set; }
    [BindProperty] public string? Courriel { get; set; }
    [BindProperty] public string? ResponsableNom { get; set; }
    [BindProperty] public string? ResponsableTelephone { get; set; }
    [BindProperty] public string? ResponsableCourriel { get; set; }
    [BindProperty] public string? EchecsAnterieurs { get; set; }
    [BindProperty] public string? Solution { get; set; }
    [BindProperty] public int Mois { get; set; }
    [BindProperty] public string? Situation { get; set; }
    [BindProperty] public string? Motif { get; set; }

    [BindProperty] public string? Acceptee { get; set; }
    [BindProperty] public string? MotifOpposition { get; set; }

    [BindProperty] public string? ActePae { get; set; }
    [BindProperty] public string? DebutPae { get; set; }
    [BindProperty] public string? FinPae { get; set; }
    [BindProperty] public string? JoursPae { get; set; }
    [BindProperty] public string? JoursEnEntreprise { get; set; }
    [BindProperty] public string? IssuePae { get; set; }

    public IReadOnlyList<SelectListItem> ReponsesOpposition { get; } = [new("Acceptée : plus personne ne l’appelle", "OUI"), new("Non acceptée, pour un motif écrit", "NON")];

    /// <summary>The situation that may be taken today, in months.</summary>
    public int? MoisARelever => DossierSuivi.MoisDeSituation.Where(m => Fiche.Situations.All(s => s.Mois != m) && Fiche.Aujourdhui >= Fiche.Dossier.EcheanceSituation(m).AddDays(-ReleverSituation.JoursDAvance)).Select(m => (int?)m).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ChargerAsync(id) is { } refus)
            return refus;
        var d = Fiche.Dossier;
        (Version, Telephone, Courriel, ResponsableNom, ResponsableTelephone, ResponsableCourriel, EchecsAnterieurs) =
            (d.Version, d.TelephoneVerifie, d.CourrielVerifie, d.ResponsableNom, d.ResponsableTelephone, d.ResponsableCourriel, d.EchecsAnterieurs?.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostContactAsync(Guid id)
    {
        if (!Codes.TryLire<CanalContact>(Canal, out var canal))
            ModelState.AddModelError(nameof(Canal), "Choisissez par quel moyen vous avez essayé.");
        if (!Codes.TryLire<ResultatContact>(Resultat, out var resultat))
            ModelState.AddModelError(nameof(Resultat), "Choisissez ce qu’il en est sorti.");
        var rendezVous = Jour(RendezVous);
        if (!ModelState.IsValid)
            return await ChargerAsync(id) ?? Page();
        return await ConclureAsync(id, await new AjouterContact(Donnees).ExecuteAsync(new(id, Version, canal, resultat, Observation, resultat == ResultatContact.RendezVousPris ? rendezVous : null, EntretienTenu, ASonInitiative), Acteur, Ct),
            r => r.Injoignable ? "Contact noté. La personne est maintenant marquée injoignable : retrouvez d’autres coordonnées." : $"Contact noté. À faire ensuite, avant le {r.ProchaineDate:dd/MM/yyyy} : {Intitules.Action(r.ProchaineAction)}.");
    }

    public async Task<IActionResult> OnPostCompleterAsync(Guid id) =>
        await ConclureAsync(id, await new CompleterDossier(Donnees).ExecuteAsync(new(id, Version, Telephone, Courriel, ResponsableNom, ResponsableTelephone, EchecsAnterieurs, ResponsableCourriel), Acteur, Ct), _ => "Les renseignements sont enregistrés.");

    public async Task<IActionResult> OnPostSolutionAsync(Guid id) =>
        await ConclureAsync(id, await new ChoisirSolution(Donnees).ExecuteAsync(new(id, Version, Solution), Acteur, Ct), r => $"Solution choisie. Vérifiez l’entrée avant le {r.ProchaineDate:dd/MM/yyyy}.");

    public async Task<IActionResult> OnPostOppositionAsync(Guid id) =>
        await ConclureAsync(id, await new RepondreOpposition(Donnees).ExecuteAsync(new(id, Version, Acceptee switch { "OUI" => true, "NON" => false, _ => null }, MotifOpposition), Acteur, Ct), _ => "La réponse est enregistrée : la personne la lit sur sa page.");

    public async Task<IActionResult> OnPostPaeAsync(Guid id)
    {
        if (!Codes.TryLire<SuivrePae.Acte>(ActePae, out var acte))
            return BadRequest();
        var demande = new SuivrePae.Demande(id, Version, acte, Jour(DebutPae), Jour(FinPae), Nombre(JoursPae), Nombre(JoursEnEntreprise), Codes.TryLire<SituationPersonne>(IssuePae, out var issue) ? issue : null);
        return await ConclureAsync(id, await new SuivrePae(Donnees).ExecuteAsync(demande, Acteur, Ct), r => $"Parcours Ambition Emploi noté. À faire ensuite, avant le {r.ProchaineDate:dd/MM/yyyy} : {Intitules.Action(r.ProchaineAction)}.");
    }

    private static DateOnly? Jour(string? texte) => Dates.TryLire(texte, out var jour) ? jour : null;

    private static int? Nombre(string? texte) => int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) ? nombre : null;

    public async Task<IActionResult> OnPostEnPlaceAsync(Guid id) =>
        await ConclureAsync(id, await new MettreEnPlace(Donnees).ExecuteAsync(new(id, Version), Acteur, Ct), r => $"La solution est en place. Prochaine vérification le {r.ProchaineDate:dd/MM/yyyy}.");

    public async Task<IActionResult> OnPostSituationAsync(Guid id)
    {
        if (!Codes.TryLire<SituationPersonne>(Situation, out var situation))
        {
            ModelState.AddModelError(nameof(Situation), "Choisissez la situation de la personne.");
            return await ChargerAsync(id) ?? Page();
        }
        return await ConclureAsync(id, await new ReleverSituation(Donnees).ExecuteAsync(new(id, Version, Mois, situation), Acteur, Ct), _ => "La situation est relevée.");
    }

    public async Task<IActionResult> OnPostCloreAsync(Guid id) =>
        await ConclureAsync(id, await new CloreDossier(Donnees).ExecuteAsync(new(id, Version, Codes.TryLire<MotifDeCloture>(Motif, out var motif) ? motif : null), Acteur, Ct), _ => "Le dossier est clos.");

    private async Task<IActionResult> ConclureAsync<T>(Guid id, Outcome<T> outcome, Func<T, string> phrase)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage("/Suivi/Dossiers/Dossier", new { id });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        if (await ChargerAsync(id) is { } refus)
            return refus;
        foreach (var r in outcome.Refus)
            ModelState.AddModelError(Champ(r), r.Phrase);
        if (outcome.Refus.OfType<ModifieEntreTemps>().Any())
        {
            // What was typed stays in the fields; sending again says that the present state was read.
            ModelState.Remove(nameof(Version));
            Version = Fiche.Dossier.Version;
        }
        return Page();
    }

    private static string Champ(Refus refus) => refus switch
    {
        CompleterDossier.SaisieInvalide s => s.Champ,
        AjouterContact.RendezVousInvalide => nameof(RendezVous),
        AjouterContact.ObservationNecessaire or AjouterContact.ObservationTropLongue => nameof(Observation),
        AjouterContact.InjoignableTropTot => nameof(Resultat),
        AjouterContact.EntretienImpossible => nameof(EntretienTenu),
        SuivrePae.IssueNecessaire => nameof(IssuePae),
        SuivrePae.PaeHorsTexte => nameof(DebutPae),
        ChoisirSolution.SolutionInconnue or ChoisirSolution.PaeEnCours => nameof(Solution),
        RepondreOpposition.ReponseNecessaire => nameof(Acceptee),
        RepondreOpposition.MotifDeReponse => nameof(MotifOpposition),
        CloreDossier.MotifNecessaire or CloreDossier.SuiviNonFini => nameof(Motif),
        _ => "",
    };

    private async Task<IActionResult?> ChargerAsync(Guid id)
    {
        var outcome = await new ConsulterDossier(Donnees).ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Fiche = outcome.Valeur;
        return null;
    }
}
