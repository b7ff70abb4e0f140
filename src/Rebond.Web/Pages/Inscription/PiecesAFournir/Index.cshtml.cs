using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Web.Documents;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription.PiecesAFournir;

public enum Ecran { Debut, Question, Recapitulatif, Resultat }

/// <summary>
/// Which pieces to send, without an account: one question per page. Nothing is stored: the answers travel from page to page in hidden
/// fields of the form, never in the address, never in a cookie. Open to everyone.
/// </summary>
public sealed class IndexModel(ConsulterCampagnes consulter) : PageModel
{
    /// <summary>Start of the name of a hidden field: the code of its question follows.</summary>
    public const string Prefixe = "r.";
    private const int ChampsMax = 200;

    public ParcoursInscription Parcours { get; private set; } = null!;
    public Campagne Campagne => Parcours.Campagne;
    public DateTimeOffset Maintenant { get; private set; }
    public Ecran Ecran { get; private set; }
    public QuestionPosee? Posee { get; private set; }
    public VerdictInscription? Verdict { get; private set; }

    /// <summary>The question was opened from the summary: once answered, one goes back to it.</summary>
    [BindProperty]
    public bool DepuisRecapitulatif { get; set; }

    /// <summary>Code of the question this form answers.</summary>
    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Valeur { get; set; }

    [BindProperty]
    public ChoixSpecialite Specialite { get; set; } = new();

    [BindProperty]
    public List<LigneDeNote> Notes { get; set; } = [];

    public sealed class LigneDeNote
    {
        public string? Session { get; set; }
        public string? Unite { get; set; }
        public string? Note { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(string campagne, CancellationToken ct) => await PreparerAsync(campagne, [], ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string campagne, string? faire, CancellationToken ct)
    {
        Response.Headers.CacheControl = EntetesSecurite.SansCache;
        Response.Headers.Pragma = "no-cache"; // what the form's own protection asks for
        // What was typed is judged below, question by question.
        ModelState.Clear();
        var saisies = Request.Form.Where(c => c.Key.StartsWith(Prefixe, StringComparison.Ordinal)).Take(ChampsMax)
            .ToDictionary(c => c.Key[Prefixe.Length..], c => c.Value.ToString(), StringComparer.Ordinal);
        if (!await PreparerAsync(campagne, saisies, ct))
            return NotFound();

        if (faire?.StartsWith("ouvrir:", StringComparison.Ordinal) == true)
            return Ouvrir(Chercher(faire["ouvrir:".Length..]));
        if (Chercher(Question) is not { } repondue)
            return faire == "voir" ? Conclure() : Avancer(null);
        if (ChoixAnnuaire.Chercher(Request, nameof(Specialite)) || faire == "ajouter")
            return Rester(repondue);
        var (valeur, faute) = faire == "inconnu" ? (ReponseDonnee.Inconnue, null) : Lire(repondue);
        if (valeur is null)
        {
            ModelState.AddModelError(repondue.Genre switch { GenreQuestion.Specialite => $"{nameof(Specialite)}.{nameof(ChoixSpecialite.Code)}", GenreQuestion.Notes => "Notes[0].Session", _ => nameof(Valeur) }, faute!);
            return Rester(repondue);
        }
        var avant = Parcours;
        Parcours = ParcoursInscription.Preparer(Campagne, new Dictionary<string, string>(saisies, StringComparer.Ordinal) { [repondue.Code] = valeur }, Maintenant);
        if (Parcours.Fautes.Count > 0)
        {
            ModelState.AddModelError(nameof(Valeur), Parcours.Fautes[0]);
            Parcours = avant;
            return Rester(repondue);
        }
        return Avancer(repondue);
    }

    private async Task<bool> PreparerAsync(string code, Dictionary<string, string> saisies, CancellationToken ct)
    {
        var lues = await consulter.ExecuteAsync(ct);
        if (lues.Chercher(code) is not { } campagne)
            return false;
        Maintenant = lues.Maintenant;
        Parcours = ParcoursInscription.Preparer(campagne, saisies, Maintenant);
        Specialite.Session = campagne.Session;
        Specialite.Examen = campagne.Examens is [var seul] ? seul : null;
        Specialite.DejaAjourne = Parcours.Profil is { SessionsAnterieures.Count: > 0 } or { Categorie: Regles.Vocabulaire.Categorie.ExCandidat };
        Specialite.Libelle = campagne.Libelle("specialite").Lisible();
        return true;
    }

    private (string? Valeur, string? Faute) Lire(QuestionPosee question) => question.Genre switch
    {
        GenreQuestion.Notes => ReponseDonnee.Notes([.. Notes.Select(n => new LigneNote(n.Session, n.Unite, n.Note))]),
        GenreQuestion.Specialite when Specialite.Choisi is { Choisissable: false } fermee => (null, fermee.Detail),
        GenreQuestion.Specialite => ReponseDonnee.Lire(question, Specialite.Code, Campagne),
        _ => ReponseDonnee.Lire(question, Valeur, Campagne),
    };

    private QuestionPosee? Chercher(string? code) => Parcours.Questions.FirstOrDefault(q => q.Code == code);

    /// <summary>The next page after an answer: the next question in order, or back to the summary when one came from it.</summary>
    private PageResult Avancer(QuestionPosee? repondue) => Ouvrir((repondue is null || DepuisRecapitulatif ? null : Parcours.Apres(repondue.Code)) ?? Parcours.Suivante);

    private PageResult Ouvrir(QuestionPosee? question)
    {
        if (question is null)
        {
            (Ecran, Posee) = (Ecran.Recapitulatif, null);
            return Page();
        }
        var connue = Parcours.Reponses.GetValueOrDefault(question.Code) is { } reponse && reponse != ReponseDonnee.Inconnue ? reponse : null;
        Valeur = question.Genre == GenreQuestion.Nombre ? connue?.Replace('.', ',') : question.Genre == GenreQuestion.Sessions && connue is not null ? ReponseDonnee.EnMots(question, connue) : connue;
        Specialite.Code = connue;
        Specialite.Recherche = null;
        Notes = [.. ReponseDonnee.LireNotes(question.Genre == GenreQuestion.Notes ? connue : null).Select(n => new LigneDeNote { Session = ReponseDonnee.Court(n.Session!), Unite = n.Unite, Note = n.Note?.Replace('.', ',') })];
        return Rester(question);
    }

    private PageResult Rester(QuestionPosee question)
    {
        (Ecran, Posee) = (Ecran.Question, question);
        Notes.RemoveAll(n => new LigneNote(n.Session, n.Unite, n.Note).EstVide);
        Notes.AddRange(Enumerable.Range(0, Math.Max(1, Math.Min(3, ReponseDonnee.NotesMax - Notes.Count))).Select(_ => new LigneDeNote()));
        return Page();
    }

    private PageResult Conclure()
    {
        if (Parcours.Suivante is { } manque)
            return Ouvrir(manque);
        Verdict = Recevabilite.Juger(Parcours.Profil, Campagne);
        Ecran = Ecran.Resultat;
        return Page();
    }
}
