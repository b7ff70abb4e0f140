using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>One envelope: its postmark, what is in it, who signed. Enter receives it and goes to the next.</summary>
public sealed class EnvoiModel(BaseRebond donnees) : PageGuichet(donnees)
{
    /// <summary>Read by the scanner, or typed after the number.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public string? VersionLue { get; set; }

    [BindProperty(SupportsGet = true, Name = "canal")]
    public string? Canal { get; set; }

    [BindProperty] public string? Cachet { get; set; }
    [BindProperty] public string? Arrivee { get; set; }
    [BindProperty] public List<string> Pieces { get; set; } = [];
    [BindProperty] public bool SigneCandidat { get; set; }
    [BindProperty] public bool SigneResponsable { get; set; }

    public EtudeDossier Etude { get; private set; } = null!;

    /// <summary>The version was not read with the number, or is wrong: it is asked before the rest, where the hand is.</summary>
    public bool VersionDAbord => !int.TryParse(VersionLue, NumberStyles.None, CultureInfo.InvariantCulture, out _) || EnFaute("version");

    /// <summary>The field to write in first: the first that is wrong, else the first to fill.</summary>
    public string Focus => VersionDAbord ? "version" : !EnFaute(nameof(Cachet)) && EnFaute(nameof(Arrivee)) ? nameof(Arrivee) : nameof(Cachet);

    /// <summary>What may be in the envelope: the pieces that are not settled, in the order of the campaign.</summary>
    public IReadOnlyList<(PieceDossier Piece, string Libelle)> Attendues =>
    [
        .. Etude.Campagne.Pieces.Select(p => (Etude.Pieces.FirstOrDefault(x => x.Code == p.Code), p.Libelle))
            .Where(p => p.Item1 is { Etat: not (EtatPiece.Acceptee or EtatPiece.Dispensee) }).Select(p => (p.Item1!, p.Libelle)),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ChargerAsync(id) is { } refus)
            return refus;
        Canal ??= (Etude.Campagne.Reception.Canaux.Count > 0 ? Etude.Campagne.Reception.Canaux[0] : Regles.Inscription.Profils.Canal.Poste).Code();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await ChargerAsync(id) is { } ferme)
            return ferme;
        if (!int.TryParse(VersionLue, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            ModelState.AddModelError("version", "Donnez la version imprimée en bas de la confirmation : un nombre.");
        if (!Codes.TryLire<Canal>(Canal, out var canal))
            ModelState.AddModelError("canal", "Choisissez par quelle voie l’envoi est arrivé.");
        if (!SaisieDeDate.TryLire(Cachet, Etude.Aujourdhui, out var cachet))
            ModelState.AddModelError(nameof(Cachet), "Cette date n’existe pas : écrivez le jour et le mois du cachet, par exemple 20/11.");
        if (!SaisieDeDate.TryLire(Arrivee, Etude.Aujourdhui, out var arrivee))
            ModelState.AddModelError(nameof(Arrivee), "Cette date n’existe pas : écrivez le jour et le mois d’arrivée, par exemple 20/11.");
        if (!ModelState.IsValid)
            return Page();
        var outcome = await new RecevoirEnvoi(Donnees).ExecuteAsync(new(id, version, canal, cachet, Pieces, SigneCandidat, SigneResponsable, arrivee), Acteur, Ct);
        if (outcome.EstReussi)
            return RedirectToPage("/Inscription/Guichet/Reception", new { recu = outcome.Valeur.EnvoiId, canal = Canal });
        if (Fermer(outcome.Refus) is { } refus)
            return refus;
        Dire(outcome.Refus, r => r switch
        {
            RecevoirEnvoi.VersionInconnue => "version",
            EnregistrerSignaturePapier.VersionPerimee => nameof(SigneCandidat),
            _ => "",
        });
        return Page();
    }

    private bool EnFaute(string champ) => ModelState[champ] is { Errors.Count: > 0 };

    private async Task<IActionResult?> ChargerAsync(Guid id)
    {
        var outcome = await new ConsulterEnvoi(Donnees).ExecuteAsync(id, null, Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Etude = outcome.Valeur.Etude;
        return null;
    }
}
