using System.Text.Encodings.Web;
using System.Text.Json;
using Rebond.Optimisation.Socle;

namespace Rebond.Optimisation.Affectation.Json;

/// <summary>The plan, as docs/contrat-cli.md writes it; pins and bans have the same lines.</summary>
public static class PlanJson
{
    internal static readonly JsonWriterOptions Mise = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Champs s_plan = new(["affectations"], "type");
    private static readonly Champs s_attribution = new(["candidat", "place"]);

    public static LectureJson<Plan> Lire(ReadOnlySpan<byte> octets) => LectureJson<Plan>.Executer(octets, LirePlan);

    public static void Ecrire(Stream flux, Plan plan)
    {
        using var json = new Utf8JsonWriter(flux, Mise);
        json.WriteStartObject();
        EcrireAttributions(json, "affectations", plan.Affectations);
        json.WriteEndObject();
    }

    internal static void EcrireAttributions(Utf8JsonWriter json, string nom, IReadOnlyList<Attribution> attributions)
    {
        json.WriteStartArray(nom);
        foreach (var attribution in attributions)
        {
            json.WriteStartObject();
            json.WriteString("candidat", attribution.Candidat);
            json.WriteString("place", attribution.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static IReadOnlyList<Attribution> LireAttributions(ref LecteurJson json)
    {
        var lues = new List<Attribution>();
        json.OuvrirTableau();
        while (json.Element())
        {
            string candidat = "", place = "";
            json.OuvrirObjet(s_attribution);
            while (json.Propriete(out var nom))
                if (nom == "candidat")
                    candidat = json.Texte();
                else
                    place = json.Texte();
            lues.Add(new(candidat, place));
        }
        return lues;
    }

    private static Plan LirePlan(ref LecteurJson json, List<Conflit> conflits)
    {
        IReadOnlyList<Attribution> affectations = [];
        json.OuvrirObjet(s_plan);
        while (json.Propriete(out var nom))
            if (nom == "affectations")
                affectations = LireAttributions(ref json);
            else if (json.Texte() != "affectation")
                throw json.Faute($"« {json.Texte()} » n'est pas ce que cette commande traite : « affectation » est attendu.");
        return new Plan(affectations);
    }
}
