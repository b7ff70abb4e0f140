using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Examen.Sentinelles;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Resultats.Gestion.Notes;

/// <summary>
/// The mark grid. A plain form without script; grille.js posts the same form in the background and reads <see cref="EtatGrille"/>.
/// Fifty rows of twenty units pass the default limit of form values.
/// </summary>
[RequestFormLimits(ValueCountLimit = 8192)]
public sealed class GrilleModel(BaseRebond donnees, ProfilsRecents profils) : PageGestion(donnees)
{
    public sealed class LigneSaisie
    {
        public Guid Id { get; set; }
        public int Rang { get; set; }

        /// <summary>The row's marks as read, in the writing of the base.</summary>
        public string? Lu { get; set; }

        /// <summary>As typed, by unit.</summary>
        public Dictionary<string, string?> N { get; set; } = [];
    }

    /// <summary>What a cell says after a save that did not take it.</summary>
    public sealed record Cellule(string Valeur, string Phrase, bool Conflit);

    public sealed record LigneEtat(int Rang, string Lu, IReadOnlyDictionary<string, string> N);

    public sealed record CelluleEtat(int Rang, string Unite, string Phrase, bool Conflit);

    public sealed record EtatGrille(string Message, IReadOnlyList<LigneEtat> Lignes, IReadOnlyList<CelluleEtat> Cellules);

    [BindProperty(SupportsGet = true)]
    public string? Uai { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Specialite { get; set; }

    /// <summary>One column only: what fits a phone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unite { get; set; }

    /// <summary>Opens the page of rows where this candidate is.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Candidat { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Numero { get; set; } = 1;

    [BindProperty(Name = "L")]
    public List<LigneSaisie> L { get; set; } = [];

    /// <summary>Empty once a lot is chosen: it is no longer asked for.</summary>
    public ListerLots.Reponse Lots { get; private set; } = new([], []);
    public ConsulterGrille.Reponse? Grille { get; private set; }
    public IReadOnlyList<ConsulterGrille.Colonne> Colonnes { get; private set; } = [];
    public Dictionary<(Guid Candidat, string Unite), Cellule> Cellules { get; } = [];
    public string? Message { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ChoisirSessionAsync())
            return SessionAbsente();
        if (!string.IsNullOrEmpty(Uai) && !string.IsNullOrEmpty(Specialite))
            return await ChargerAsync() ?? Page();
        var lots = await new ListerLots(Donnees).ExecuteAsync(Session, Uai, Acteur, Ct);
        if (!lots.EstReussi)
            return Refuser(lots.Refus);
        Lots = lots.Valeur;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ChoisirSessionAsync() || !ModelState.IsValid || string.IsNullOrEmpty(Uai) || string.IsNullOrEmpty(Specialite))
            return NotFound();
        if (!TryComparer(out var saisies))
            return BadRequest();
        var outcome = await new EnregistrerNotes(Donnees).ExecuteAsync(new(saisies), Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        var reponse = outcome.Valeur;
        Message = Dire(reponse);
        var parScript = Request.Headers["X-Rebond-Grille"] == "1";
        if (!parScript && reponse.Refusees.Count + reponse.Conflits.Count == 0)
        {
            TempData["Fait"] = Message;
            return RedirectToPage("/Resultats/Gestion/Notes/Grille", new { session = SessionDemandee, uai = Uai, specialite = Specialite, unite = Unite, p = Numero > 1 ? Numero : (int?)null });
        }
        var tapees = saisies.ToDictionary(s => (s.CandidatureId, s.Unite), s => s.Valeur);
        foreach (var r in reponse.Refusees)
            Cellules[(r.CandidatureId, r.Unite)] = new Cellule(tapees[(r.CandidatureId, r.Unite)], r.Phrase, false);
        foreach (var c in reponse.Conflits)
            Cellules[(c.CandidatureId, c.Unite)] = new Cellule(tapees[(c.CandidatureId, c.Unite)], c.Phrase, true);
        Candidat = null;
        Donnees.ChangeTracker.Clear();
        if (await ChargerAsync() is { } refus)
            return refus;
        return parScript ? new JsonResult(Etat()) : Page();
    }

    /// <summary>Only the cells whose text is not the one that was shown: nobody overwrites what he did not touch.</summary>
    private bool TryComparer(out List<EnregistrerNotes.Saisie> saisies)
    {
        saisies = [];
        foreach (var ligne in L)
        {
            Dictionary<string, EtatUnite> lues;
            try
            {
                lues = NotesEnTexte.Lire(ligne.Lu ?? "");
            }
            catch (FormatException)
            {
                return false;
            }
            foreach (var (unite, valeur) in ligne.N)
            {
                var lue = lues.GetValueOrDefault(unite);
                if ((valeur?.Trim() ?? "") != SaisieDeNote.Afficher(lue))
                    saisies.Add(new EnregistrerNotes.Saisie(ligne.Id, ligne.Rang, unite, valeur ?? "", NotesEnTexte.Valeur(lue)));
            }
        }
        return true;
    }

    private async Task<IActionResult?> ChargerAsync()
    {
        var consulter = new ConsulterGrille(Donnees, profils);
        var outcome = await consulter.ExecuteAsync(new(Session, Uai!, Specialite!, Numero, Candidat), Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Grille = outcome.Valeur;
        Numero = Grille.Page;
        Colonnes = Grille.Colonnes.Any(c => c.Code == Unite) ? [.. Grille.Colonnes.Where(c => c.Code == Unite)] : Grille.Colonnes;
        return null;
    }

    private EtatGrille Etat() => new(Message!,
        [.. Grille!.Lignes.Select(l => new LigneEtat(l.Rang, l.Texte, Colonnes.ToDictionary(c => c.Code, c => SaisieDeNote.Afficher(l.Notes.GetValueOrDefault(c.Code)))))],
        [.. Cellules.Select(c => new CelluleEtat(Grille.Lignes.FirstOrDefault(l => l.CandidatureId == c.Key.Candidat)?.Rang ?? 0, c.Key.Unite, c.Value.Phrase, c.Value.Conflit))]);

    private static string Dire(EnregistrerNotes.Reponse r)
    {
        var faites = r.Enregistrees switch { 0 => "Aucune note enregistrée", 1 => "1 note enregistrée", var n => $"{n} notes enregistrées" };
        if (r.Refusees.Count > 0)
            faites += r.Refusees.Count == 1 ? ", 1 refusée" : $", {r.Refusees.Count} refusées";
        if (r.Conflits.Count > 0)
            faites += r.Conflits.Count == 1 ? ", 1 à confirmer (modifiée entre-temps)" : $", {r.Conflits.Count} à confirmer (modifiées entre-temps)";
        return faites + ".";
    }
}
