using System.Globalization;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Simulateur;

/// <summary>What was answered so far, on a given day. It lives in the form of the page and nowhere else.</summary>
public sealed class Reponses(DateOnly aujourdhui)
{
    private readonly Dictionary<string, string> _valeurs = new(StringComparer.Ordinal);

    public DateOnly Aujourdhui => aujourdhui;

    public string? this[string code] => _valeurs.GetValueOrDefault(code);

    /// <summary>Answered, in the order of the questions.</summary>
    public IEnumerable<(Question Question, string Valeur)> Donnees => Questions.Toutes.Where(q => _valeurs.ContainsKey(q.Code)).Select(q => (q, _valeurs[q.Code]));

    /// <summary>Reads the form; what it cannot read is not answered.</summary>
    public static Reponses Lire(IFormCollection formulaire, DateOnly aujourdhui, string? sauf = null)
    {
        var reponses = new Reponses(aujourdhui);
        foreach (var question in Questions.Toutes.Where(q => q.Code != sauf))
            if (formulaire.TryGetValue(question.Champ, out var brut) && question.Lire(brut.ToString(), aujourdhui) is { } valeur)
                reponses._valeurs[question.Code] = valeur;
        return reponses;
    }

    public void Repondre(string code, string valeur) => _valeurs[code] = valeur;

    /// <summary>Forgets the answers to questions that no longer matter: the status changed, the contract is of no use.</summary>
    public void Elaguer()
    {
        foreach (var question in Questions.Toutes.Where(q => !q.Posee(this)))
            _valeurs.Remove(question.Code);
    }

    /// <summary>The first question that matters and has no answer; null when all have one.</summary>
    public Question? Suivante => Questions.Toutes.FirstOrDefault(q => !_valeurs.ContainsKey(q.Code) && q.Posee(this));

    /// <summary>The question before this one, among those that matter.</summary>
    public Question? Precedente(Question question) => Questions.Toutes.TakeWhile(q => q != question).LastOrDefault(q => q.Posee(this));

    /// <summary>How many still matter, as far as one can tell now, this one included.</summary>
    public int Restantes(Question courante) => Questions.Toutes.Count(q => q == courante || (!_valeurs.ContainsKey(q.Code) && q.Posee(this)));

    public bool Est(string code, params string[] valeurs) => _valeurs.TryGetValue(code, out var valeur) && valeurs.Contains(valeur);

    public int? Age => Jour(Questions.Naissance) is { } naissance ? aujourdhui.Year - naissance.Year - (aujourdhui < naissance.AddYears(aujourdhui.Year - naissance.Year) ? 1 : 0) : null;

    /// <summary>What the rules read. « I do not know » and a question not asked are both unknown.</summary>
    public ProfilSuivi Profil() => new()
    {
        Aujourdhui = aujourdhui,
        Naissance = Jour(Questions.Naissance) is { } naissance && naissance <= aujourdhui ? naissance : null,
        NationaliteFrancaise = OuiNon(Questions.Nationalite),
        Rqth = OuiNon(Questions.Handicap),
        Statut = Lire<StatutSuivi>(Questions.Statut),
        Examen = Est(Questions.Statut, StatutSuivi.EtudiantBts.Code()) ? ExamenPrepare.Bts : Lire<ExamenPrepare>(Questions.Examen),
        Sessions = Sessions(),
        SessionsAnterieuresInconnues = !Est(Questions.Resultat, ResultatSession.Admis.Code(), Questions.PasPasse) && !Est(Questions.Avant, "0", "1", "2"),
        Diplomes = Diplomes(),
        FinScolarite = Jour(Questions.FinScolarite),
        Apprentissage = Contrat(),
        EnEmploi = OuiNon(Questions.EnEmploi),
        EnFormation = OuiNon(Questions.EnFormation),
        VolontairePae = OuiNon(Questions.Pae),
        AutreEtablissementDemande = OuiNon(Questions.AutreLycee),
        RefusCapacite = OuiNon(Questions.Refus),
        ForceMajeure = Est(Questions.Resultat, ResultatSession.AbsentForceMajeure.Code()) ? true : Est(Questions.Resultat, ResultatSession.Absent.Code()) ? false : OuiNon(Questions.ForceMajeure),
    };

    private List<SessionPassee>? Sessions()
    {
        if (Est(Questions.Resultat, Questions.PasPasse))
            return [];
        if (Lire<ResultatSession>(Questions.Resultat) is not { } resultat || !SessionExamen.TryLire(this[Questions.Session], out var session))
            return null;
        var moyenne = Note.TryLire(this[Questions.Moyenne], out var note) ? note.Points : (decimal?)null;
        var sans = new Dictionary<string, Note>();
        var avant = Est(Questions.Avant, "1") ? 1 : Est(Questions.Avant, "2") ? 2 : 0;
        // Only the number of earlier failures was asked: the rules count years, so each is set one year before the next.
        return [.. Enumerable.Range(1, avant).Select(i => new SessionPassee(SessionExamen.Juin(session.Annee - i), ResultatSession.Ajourne, null, sans)), new SessionPassee(session, resultat, moyenne, sans)];
    }

    private List<Diplome>? Diplomes() => this[Questions.Diplomes] switch
    {
        null or Question.NeSaitPas => null,
        Questions.Aucun => [],
        { } codes => [.. codes.Split(',').Select(Codes.Lire<Diplome>)],
    };

    private ContratApprentissage? Contrat() => Est(Questions.Statut, StatutSuivi.Apprenti.Code())
        ? new ContratApprentissage
        {
            FinContrat = Jour(Questions.FinContrat),
            AnneeContrat = int.TryParse(this[Questions.Annee], NumberStyles.None, CultureInfo.InvariantCulture, out var annee) ? annee : null,
            Siret = Texte(Questions.Siret),
            EmployeurAccepte = OuiNon(Questions.Employeur),
            NouveauSiret = Texte(Questions.NouveauSiret),
            DejaProlonge = OuiNon(Questions.DejaProlonge),
            Rompu = OuiNon(Questions.Rupture),
            RuptureLe = Jour(Questions.RuptureLe),
        }
        : null;

    private string? Texte(string code) => this[code] is { } texte && texte != Question.NeSaitPas ? texte : null;

    private bool? OuiNon(string code) => Est(code, Questions.Oui) ? true : Est(code, Questions.Non) ? false : null;

    private T? Lire<T>(string code) where T : struct, Enum => Codes.TryLire<T>(this[code], out var valeur) ? valeur : null;

    private DateOnly? Jour(string code) => Dates.TryLire(this[code], out var jour) ? jour : null;
}
