using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>One file: everything, and the acts its state allows.</summary>
public sealed class DossierModel(BaseRebond donnees) : PageGuichet(donnees)
{
    public ConsulterGuichet.Reponse Fiche { get; private set; } = null!;

    [BindProperty] public int Version { get; set; }

    /// <summary>By code of the piece; empty when nothing is decided.</summary>
    [BindProperty] public Dictionary<string, string?> Decision { get; set; } = [];
    [BindProperty] public Dictionary<string, string?> MotifPiece { get; set; } = [];
    [BindProperty] public string? VersionLue { get; set; }
    [BindProperty] public bool SigneCandidat { get; set; }
    [BindProperty] public bool SigneResponsable { get; set; }
    [BindProperty] public string? MotifJugement { get; set; }
    [BindProperty] public string? Motif { get; set; }
    [BindProperty] public string? Acte { get; set; }
    [BindProperty] public string? Jusquau { get; set; }
    [BindProperty] public Guid? Inspecteur { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Version = Fiche.Etude.Dossier.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostPiecesAsync(Guid id) => await ConclureAsync(id, await new DeciderPiece(Donnees).ExecuteAsync(new(id, Version,
        [.. Decision.Where(d => Codes.TryLire<EtatPiece>(d.Value, out _)).Select(d => new DeciderPiece.Decision(d.Key, Codes.Lire<EtatPiece>(d.Value!), MotifPiece.GetValueOrDefault(d.Key)))]), Acteur, Ct),
        r => $"Décisions enregistrées. Le dossier est « {r.Etat.EnFrancais()} ».{(r.MessageEcrit ? " Le candidat en est averti : le message est en file." : "")}", _ => "Pieces");

    public async Task<IActionResult> OnPostSignatureAsync(Guid id) => await ConclureAsync(id, await new EnregistrerSignaturePapier(Donnees).ExecuteAsync(
        new(id, Version, int.TryParse(VersionLue, NumberStyles.None, CultureInfo.InvariantCulture, out var lue) ? lue : 0, SigneCandidat, SigneResponsable), Acteur, Ct),
        r => r.AttendResponsable ? "Signature enregistrée. Il manque celle du responsable légal." : "Signature enregistrée : les choix sont définitifs.", r => r is EnregistrerSignaturePapier.VersionPerimee ? nameof(VersionLue) : nameof(SigneCandidat));

    public async Task<IActionResult> OnPostJugerAsync(Guid id, bool recevable) => await ConclureAsync(id, await new JugerDossier(Donnees).ExecuteAsync(new(id, Version, recevable, MotifJugement), Acteur, Ct),
        r => r.Etat == EtatDossier.Recevable ? "Le dossier est recevable. Le candidat en est averti." : "Le dossier est irrecevable. La décision motivée est en file.", _ => nameof(MotifJugement));

    public async Task<IActionResult> OnPostActeAsync(Guid id) => Acte switch
    {
        "rouvrir" => await ConclureAsync(id, await new RouvrirSignature(Donnees).ExecuteAsync(new(id, Version, Motif, Instant()), Acteur, Ct), r => $"Choix rouverts jusqu’au {r.Jusquau.DateEtHeure()}. Le candidat en est averti.", Champ),
        "refuser-reouverture" => await ConclureAsync(id, await new RefuserReouverture(Donnees).ExecuteAsync(new(id, Version, Motif), Acteur, Ct), _ => "La demande de réouverture est refusée. Le candidat en est averti.", Champ),
        "prolonger" => await ConclureAsync(id, await new Prolonger(Donnees).ExecuteAsync(new(id, Version, Motif, Instant()), Acteur, Ct), r => $"Dossier prolongé jusqu’au {r.Jusquau.DateEtHeure()}. Le candidat en est averti.", Champ),
        "ecarter" => await ConclureAsync(id, await new EcarterDossier(Donnees).ExecuteAsync(new(id, Version, Motif), Acteur, Ct), _ => "Dossier écarté. Le candidat en est averti ; vous pouvez le reprendre.", Champ),
        "retablir" => await ConclureAsync(id, await new RetablirDossier(Donnees).ExecuteAsync(new(id, Version, Motif), Acteur, Ct), r => $"Dossier repris : {r.Etat.EnFrancais()}. Le candidat en est averti.", Champ),
        _ => await SansActeAsync(id),
    };

    public async Task<IActionResult> OnPostExperienceAsync(Guid id) => await ConclureAsync(id, await new EnvoyerExperience(Donnees).ExecuteAsync(new(id, Version, Inspecteur ?? Guid.Empty), Acteur, Ct), _ => "Le dossier est chez l’inspecteur de la spécialité.", _ => nameof(Inspecteur));

    private DateTime? Instant() => DateTime.TryParseExact(Jusquau, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var heure) ? HeureDeParis.DepuisParis(heure) : null;

    private static string Champ(Refus refus) => refus is Prolonger.InstantInvalide ? nameof(Jusquau) : refus is MotifInsuffisant ? nameof(Motif) : "";

    private async Task<IActionResult> SansActeAsync(Guid id)
    {
        ModelState.AddModelError(nameof(Acte), "Choisissez ce que vous faites de ce dossier.");
        return await ChargerAsync(id) ?? Page();
    }

    private async Task<IActionResult> ConclureAsync<T>(Guid id, Outcome<T> outcome, Func<T, string> phrase, Func<Refus, string> champ)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage("/Inscription/Guichet/Dossier", new { id });
        }
        if (Fermer(outcome.Refus) is { } ferme)
            return ferme;
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Dire(outcome.Refus, r => r is ModifieEntreTemps or EtatInadapte ? "" : champ(r));
        if (outcome.Refus.OfType<ModifieEntreTemps>().Any())
        {
            // What was typed stays in the fields; sending again says that the present state was read.
            ModelState.Remove(nameof(Version));
            Version = Fiche.Etude.Dossier.Version;
        }
        return Page();
    }

    private async Task<IActionResult?> ChargerAsync(Guid id)
    {
        var outcome = await new ConsulterGuichet(Donnees).ExecuteAsync(id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Fiche = outcome.Valeur;
        return null;
    }
}
