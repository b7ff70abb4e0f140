using System.Net;
using System.Text.RegularExpressions;

namespace Rebond.Web.Tests.Inscription;

/// <summary>Someone without an account who answers the checklist page after page, sending back what the form holds and nothing else.</summary>
public sealed partial class QuestionnairePieces(Navigateur navigateur, string campagne) : IDisposable
{
    private readonly List<string> _posees = [];

    public string Adresse { get; } = $"/inscription/pieces-a-fournir/{campagne}";
    public Reponse Page { get; private set; } = null!;

    /// <summary>Codes of the questions met, in their order.</summary>
    public IReadOnlyList<string> Posees => _posees;

    public string? Question => Champ("Question");

    public static async Task<QuestionnairePieces> CommencerAsync(Hote hote, string campagne)
    {
        var questionnaire = new QuestionnairePieces(hote.Visiter(), campagne);
        questionnaire.Page = await questionnaire.Navigateur.LireAsync(questionnaire.Adresse);
        await questionnaire.AppuyerAsync("commencer");
        return questionnaire;
    }

    public Navigateur Navigateur { get; } = navigateur;

    /// <summary>Presses a button, with what was filled besides the hidden fields.</summary>
    public async Task AppuyerAsync(string faire, params (string Nom, string Valeur)[] remplis)
    {
        var caches = Caches().Matches(Page.Html).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value))).Where(c => c.Item1 != "__RequestVerificationToken");
        Page = await Navigateur.EnvoyerAsync(Adresse, [.. caches, .. remplis, faire.StartsWith("chercher", StringComparison.Ordinal) ? ("chercher", "Specialite") : ("faire", faire)]);
        if (Question is { } question)
            _posees.Add(question);
    }

    public Task RepondreAsync(string valeur) => AppuyerAsync("suivant", ("Valeur", valeur));

    /// <summary>Answers each question met by this table, « je ne sais pas » to the others, until the summary.</summary>
    public async Task RemplirAsync(IReadOnlyDictionary<string, string> reponses)
    {
        for (var i = 0; Question is { } question && i < 40; i++)
        {
            if (!reponses.TryGetValue(question, out var valeur))
                await AppuyerAsync("inconnu");
            else if (question == "specialite")
                await AppuyerAsync("suivant", ("Specialite.Code", valeur));
            else if (question == "notesAConserver.liste")
                await AppuyerAsync("suivant", [.. valeur.Split(';').SelectMany((l, n) => l.Split('|').Zip(["Session", "Unite", "Note"], (v, c) => ($"Notes[{n}].{c}", v)))]);
            else
                await RepondreAsync(valeur);
        }
    }

    private string? Champ(string nom) => Caches().Matches(Page.Html).FirstOrDefault(m => m.Groups[1].Value == nom)?.Groups[2].Value;

    public void Dispose() => Navigateur.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Caches();
}
