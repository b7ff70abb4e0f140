using System.Globalization;
using System.Text.Json.Nodes;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Parcours;

/// <summary>
/// The questions one candidate meets in one campaign, one at a time: those of its file that concern him, in their order, then those the
/// rules still need to answer. An answer to a question no longer asked is forgotten. Adding a campaign touches nothing here.
/// </summary>
/// <param name="Reponses">The answers kept, in their one writing.</param>
/// <param name="Fautes">Why the rules cannot judge these answers together; empty most of the time.</param>
public sealed record ParcoursInscription(Campagne Campagne, IReadOnlyList<QuestionPosee> Questions, IReadOnlyDictionary<string, string> Reponses, Profil Profil, IReadOnlyList<string> Fautes)
{
    private static readonly List<string> s_ordre = ["categorie", .. Rebond.Regles.Inscription.Profils.Questions.Connues.Keys];

    /// <summary>The first question not yet answered; null when all are.</summary>
    public QuestionPosee? Suivante => Questions.FirstOrDefault(q => !Reponses.ContainsKey(q.Code));

    public QuestionPosee? Apres(string code) => Questions.SkipWhile(q => q.Code != code).Skip(1).FirstOrDefault();

    public QuestionPosee? Avant(string code) => Questions.TakeWhile(q => q.Code != code).LastOrDefault();

    /// <param name="inscription">Somebody is registering, now: the day is not asked, and who may choose the form of the exam chooses it.</param>
    public static ParcoursInscription Preparer(Campagne campagne, IReadOnlyDictionary<string, string> saisies, DateTimeOffset instant, bool inscription = false)
    {
        var (questions, retenues) = (new List<QuestionPosee>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var propre in campagne.Questions)
            if (propre.Si is null || propre.Si.Evaluer(Lire(campagne, retenues, instant, inscription).Profil, campagne).Verite != Verite.Faux)
                Poser(propre.Code);
        if (inscription && campagne.EstProfessionnelle && Codes.TryLire<Categorie>(retenues.GetValueOrDefault("categorie"), out var choisit)
            && choisit is Categorie.FormationContinue or Categorie.EnseignementDistance or Categorie.Experience3Ans)
            Poser("forme");
        if (inscription && campagne.Facultatives is { Liste.Count: > 0 })
            Poser("epreuvesFacultatives");
        while (questions.All(q => retenues.ContainsKey(q.Code)))
        {
            var verdict = Recevabilite.Juger(Lire(campagne, retenues, instant, inscription).Profil, campagne);
            var manque = verdict.Pieces.SelectMany(p => p.Questions).Concat(verdict.Decisions.SelectMany(d => d.Questions))
                .Where(code => QuestionPosee.EstConnue(code, campagne) && !questions.Exists(q => q.Code == code))
                .OrderBy(code => s_ordre.IndexOf(code) is var rang && rang >= 0 ? rang : int.MaxValue).FirstOrDefault();
            if (manque is null)
                break;
            Poser(manque);
        }
        var (profil, fautes) = Lire(campagne, retenues, instant, inscription);
        return new ParcoursInscription(campagne, questions, retenues, profil, fautes);

        void Poser(string code)
        {
            if (questions.Exists(q => q.Code == code))
                return;
            var question = QuestionPosee.De(code, campagne, code == QuestionPosee.ListeFacultatives ? Lire(campagne, retenues, instant, inscription).Profil : null);
            if (question is { Genre: GenreQuestion.Facultatives, Choix.Count: 0 })
                return;
            questions.Add(question);
            if (!saisies.TryGetValue(code, out var saisie))
                return;
            if ((saisie == ReponseDonnee.Inconnue ? saisie : ReponseDonnee.Lire(question, saisie, campagne).Valeur) is not { } valeur)
                return;
            retenues[code] = valeur;
            if (valeur == "true" && QuestionPosee.SuiteDuOui(code, campagne, inscription) is { } suite)
                Poser(suite);
        }
    }

    /// <summary>Through the JSON of « rebond inscription pieces »: the same reading, so the same verdict, on the page and in a script.</summary>
    private static (Profil Profil, IReadOnlyList<string> Fautes) Lire(Campagne campagne, Dictionary<string, string> reponses, DateTimeOffset instant, bool inscription)
    {
        var lu = ProfilJson.Controler(ProfilJson.Lire(Ecrire(campagne, reponses, instant, inscription).ToJsonString()).Profils[0], campagne);
        return lu.Profil is { } profil ? (profil, []) : (new Profil(), [.. lu.Erreurs.Select(SansCode)]);
    }

    internal static JsonObject Ecrire(Campagne campagne, IReadOnlyDictionary<string, string> reponses, DateTimeOffset instant, bool inscription)
    {
        var maintenant = HeureParis.DeUtc(instant);
        var profil = new JsonObject { ["campagne"] = campagne.Code, ["aujourdhui"] = Dates.Iso(maintenant.Jour) };
        Categorie? categorie = Codes.TryLire<Categorie>(reponses.GetValueOrDefault("categorie"), out var lue) ? lue : null;
        var fenetre = campagne.FenetrePour(categorie);
        if (inscription || fenetre.Etat(instant) == EtatFenetre.Ouverte)
            profil["inscritLe"] = maintenant.ToString();
        foreach (var (code, valeur) in reponses.Where(r => r.Value != ReponseDonnee.Inconnue))
        {
            switch (code)
            {
                case "inscritLe":
                    profil[code] = ALHeure(valeur, fenetre).ToString();
                    break;
                case "notesAConserver" or "sessionsAnterieures" or "epreuvesFacultatives":
                    // A yes says nothing yet: the question that follows it does.
                    if (valeur == "false")
                        profil[code] = new JsonArray();
                    break;
                case QuestionPosee.NotesGardees:
                    profil["notesAConserver"] = new JsonArray([.. ReponseDonnee.LireNotes(valeur).Select(n => (JsonNode)new JsonObject { ["session"] = n.Session, ["unite"] = n.Unite, ["note"] = Nombre(n.Note) })]);
                    break;
                case QuestionPosee.SessionsPassees:
                    profil["sessionsAnterieures"] = new JsonArray([.. valeur.Split(',').Select(s => (JsonNode)JsonValue.Create(s))]);
                    break;
                case QuestionPosee.NombreFacultatives:
                    profil["epreuvesFacultatives"] = new JsonArray([.. Enumerable.Range(1, (int)Nombre(valeur)!).Select(n => (JsonNode)JsonValue.Create($"UF{n}"))]);
                    break;
                case QuestionPosee.ListeFacultatives:
                    profil["epreuvesFacultatives"] = new JsonArray([.. valeur.Split(';').Select(c => (JsonNode)JsonValue.Create(c))]);
                    break;
                case "epsInapte":
                    Dans("eps")["inapte"] = Valeur(code, valeur);
                    break;
                case "certificatAu":
                    Dans("eps")[code] = Valeur(code, valeur);
                    break;
                case "amenagementDemande":
                    Dans("amenagement")["demande"] = Valeur(code, valeur);
                    break;
                case "dispositif" or "tempsMajorePourcent":
                    Dans("amenagement")[code] = Valeur(code, valeur);
                    break;
                default:
                    (Rebond.Regles.Inscription.Profils.Questions.Connues.ContainsKey(code) ? profil : Dans("reponses"))[code] = Valeur(code, valeur);
                    break;
            }
        }
        return profil;

        JsonObject Dans(string groupe)
        {
            if (profil[groupe] is not JsonObject objet)
                profil[groupe] = objet = [];
            return objet;
        }

        JsonNode? Valeur(string code, string valeur) => QuestionPosee.De(code, campagne).Genre switch
        {
            GenreQuestion.OuiNon => JsonValue.Create(valeur == "true"),
            GenreQuestion.Nombre => JsonValue.Create(Nombre(valeur)),
            _ => JsonValue.Create(valeur),
        };
    }

    private static decimal? Nombre(string? valeur) => decimal.TryParse(valeur, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre) ? nombre : null;

    /// <summary>Noon of that day, kept inside the period on its first and last day: only the day was asked.</summary>
    private static HeureParis ALHeure(string jour, Fenetre fenetre)
    {
        var (date, midi) = (DateOnly.ParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(12, 0));
        if (date == fenetre.Ouverture.Moment.Jour && midi < fenetre.Ouverture.Moment.Heure)
            return fenetre.Ouverture.Moment;
        return date == fenetre.Cloture.Moment.Jour && fenetre.Cloture.HeureConnue && midi > fenetre.Cloture.Moment.Heure ? fenetre.Cloture.Moment : new HeureParis(date, midi);
    }

    /// <summary>« naissance : le 12/03/2031 est après… » without the name of the property.</summary>
    private static string SansCode(string faute) => faute.IndexOf(" : ", StringComparison.Ordinal) is var coupe and > 0 ? char.ToUpperInvariant(faute[coupe + 3]) + faute[(coupe + 4)..] : faute;
}
