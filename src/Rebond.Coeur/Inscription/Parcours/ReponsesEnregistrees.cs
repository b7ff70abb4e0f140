using System.Text.Json.Nodes;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;

namespace Rebond.Coeur.Inscription.Parcours;

/// <summary>
/// The answers of a file, from the form to the JSON of « rebond inscription pieces » and back. « Je ne sais pas » is written null: the rules
/// read it as unknown, the form as answered.
/// </summary>
public static class ReponsesEnregistrees
{
    // These have a column of their own in the file, or are said by the day.
    private static readonly string[] s_ailleurs = ["campagne", "aujourdhui", "inscritLe", "naissance", "categorie", "forme", "specialite"];

    public static string Ecrire(Campagne campagne, IReadOnlyDictionary<string, string> reponses, DateTimeOffset instant)
    {
        var profil = ParcoursInscription.Ecrire(campagne, reponses, instant, inscription: true);
        foreach (var (code, _) in reponses.Where(r => r.Value == ReponseDonnee.Inconnue))
        {
            var (groupe, nom) = Place(code);
            if (groupe is null)
                profil[nom] = null;
            else
            {
                if (profil[groupe] is not JsonObject objet)
                    profil[groupe] = objet = [];
                objet[nom] = null;
            }
        }
        foreach (var colonne in s_ailleurs)
            profil.Remove(colonne);
        return profil.ToJsonString();
    }

    public static Dictionary<string, string> Lire(string json)
    {
        var reponses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (nom, valeur) in JsonNode.Parse(json)!.AsObject())
        {
            switch (nom)
            {
                case "eps":
                    foreach (var (code, reponse) in valeur!.AsObject())
                        reponses[code == "inapte" ? "epsInapte" : code] = Texte(reponse);
                    break;
                case "amenagement":
                    foreach (var (code, reponse) in valeur!.AsObject())
                        reponses[code == "demande" ? "amenagementDemande" : code] = Texte(reponse);
                    break;
                case "reponses":
                    foreach (var (code, reponse) in valeur!.AsObject())
                        reponses[code] = Texte(reponse);
                    break;
                case "notesAConserver" when valeur is JsonArray { Count: > 0 } notes:
                    reponses[nom] = "true";
                    reponses[QuestionPosee.NotesGardees] = string.Join(';', notes.Select(n => $"{n!["session"]}|{n["unite"]}|{n["note"]?.ToJsonString()}"));
                    break;
                case "sessionsAnterieures" when valeur is JsonArray { Count: > 0 } sessions:
                    reponses[nom] = "true";
                    reponses[QuestionPosee.SessionsPassees] = string.Join(',', sessions.Select(s => s!.ToString()));
                    break;
                case "epreuvesFacultatives" when valeur is JsonArray { Count: > 0 } facultatives:
                    reponses[nom] = "true";
                    reponses[QuestionPosee.NombreFacultatives] = facultatives.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    // Units say how many, as saved where the campaign named none: which ones is then asked again if it does now.
                    if (!facultatives.Any(f => ChoixFacultatif.Lire(f!.ToString()).EstUnite))
                        reponses[QuestionPosee.ListeFacultatives] = string.Join(';', facultatives.Select(f => f!.ToString()));
                    break;
                default:
                    reponses[nom] = valeur is JsonArray ? "false" : Texte(valeur);
                    break;
            }
        }
        return reponses;
    }

    private static (string? Groupe, string Nom) Place(string code) => code switch
    {
        "epsInapte" => ("eps", "inapte"),
        "certificatAu" => ("eps", code),
        "amenagementDemande" => ("amenagement", "demande"),
        "dispositif" or "tempsMajorePourcent" => ("amenagement", code),
        _ => (Questions.Connues.ContainsKey(code) ? null : "reponses", code),
    };

    private static string Texte(JsonNode? valeur) => valeur switch
    {
        null => ReponseDonnee.Inconnue,
        JsonValue v when v.TryGetValue<string>(out var texte) => texte,
        _ => valeur.ToJsonString(),
    };
}
