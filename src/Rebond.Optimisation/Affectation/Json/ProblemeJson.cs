using System.Text.Json;
using Rebond.Optimisation.Socle;

namespace Rebond.Optimisation.Affectation.Json;

/// <summary>The instance, as docs/contrat-cli.md writes it.</summary>
public static class ProblemeJson
{
    private const string Type = "affectation";
    private static readonly Champs s_probleme = new(["type", "droitOpposable", "distanceMaxKm", "places", "candidats"], "imposes", "interdits");
    private static readonly Champs s_place = new(["id", "etablissement", "specialite", "capacite"]);
    private static readonly Champs s_candidat = new(["id", "specialite", "moyenne", "departage", "voeux"], "origine", "droit", "mineur");
    private static readonly Champs s_voeu = new(["place", "km"]);

    public static LectureJson<Probleme> Lire(ReadOnlySpan<byte> octets) => LectureJson<Probleme>.Executer(octets, LireProbleme);

    public static void Ecrire(Stream flux, Probleme probleme)
    {
        using var json = new Utf8JsonWriter(flux, PlanJson.Mise);
        json.WriteStartObject();
        json.WriteString("type", Type);
        json.WriteBoolean("droitOpposable", probleme.DroitOpposable);
        json.WriteNumber("distanceMaxKm", probleme.DistanceMaxKm);
        json.WriteStartArray("places");
        foreach (var place in probleme.Places)
        {
            json.WriteStartObject();
            json.WriteString("id", place.Id);
            json.WriteString("etablissement", place.Etablissement);
            json.WriteString("specialite", place.Specialite);
            json.WriteNumber("capacite", place.Capacite);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("candidats");
        foreach (var candidat in probleme.Candidats)
            EcrireCandidat(json, candidat);
        json.WriteEndArray();
        PlanJson.EcrireAttributions(json, "imposes", probleme.Imposes);
        PlanJson.EcrireAttributions(json, "interdits", probleme.Interdits);
        json.WriteEndObject();
    }

    private static void EcrireCandidat(Utf8JsonWriter json, Candidat candidat)
    {
        json.WriteStartObject();
        json.WriteString("id", candidat.Id);
        json.WriteString("specialite", candidat.Specialite);
        json.WriteString("origine", candidat.Origine);
        json.WriteBoolean("droit", candidat.Droit);
        json.WriteNumber("moyenne", candidat.MoyenneCentiemes / 100m);
        json.WriteBoolean("mineur", candidat.Mineur);
        json.WriteNumber("departage", candidat.Departage);
        json.WriteStartArray("voeux");
        foreach (var voeu in candidat.Voeux)
        {
            json.WriteStartObject();
            json.WriteString("place", voeu.Place);
            json.WriteNumber("km", voeu.Km);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Probleme LireProbleme(ref LecteurJson json, List<Conflit> conflits)
    {
        var (opposable, distance) = (true, 0);
        List<Place> places = [];
        List<Candidat> candidats = [];
        IReadOnlyList<Attribution> imposes = [], interdits = [];
        json.OuvrirObjet(s_probleme);
        while (json.Propriete(out var nom))
            switch (nom)
            {
                case "type":
                    if (json.Texte() != Type)
                        throw json.Faute($"« {json.Texte()} » n'est pas ce que cette commande traite : « {Type} » est attendu.");
                    break;
                case "droitOpposable":
                    opposable = json.Booleen();
                    break;
                case "distanceMaxKm":
                    distance = json.Entier();
                    break;
                case "places":
                    json.OuvrirTableau();
                    while (json.Element())
                        places.Add(LirePlace(ref json));
                    break;
                case "candidats":
                    json.OuvrirTableau();
                    while (json.Element())
                        candidats.Add(LireCandidat(ref json, conflits));
                    break;
                case "imposes":
                    imposes = PlanJson.LireAttributions(ref json);
                    break;
                case "interdits":
                    interdits = PlanJson.LireAttributions(ref json);
                    break;
            }
        return new Probleme { DroitOpposable = opposable, DistanceMaxKm = distance, Places = places, Candidats = candidats, Imposes = imposes, Interdits = interdits };
    }

    private static Place LirePlace(ref LecteurJson json)
    {
        string id = "", etablissement = "", specialite = "";
        var capacite = 0;
        json.OuvrirObjet(s_place);
        while (json.Propriete(out var nom))
            switch (nom)
            {
                case "id":
                    id = json.Texte();
                    break;
                case "etablissement":
                    etablissement = json.Texte();
                    break;
                case "specialite":
                    specialite = json.Texte();
                    break;
                case "capacite":
                    capacite = json.Entier();
                    break;
            }
        return new Place(id, etablissement, specialite, capacite);
    }

    private static Candidat LireCandidat(ref LecteurJson json, List<Conflit> conflits)
    {
        string id = "", specialite = "";
        string? origine = null;
        var (droit, mineur, moyenne, departage) = (false, false, 0, 0L);
        List<Voeu> voeux = [];
        json.OuvrirObjet(s_candidat);
        while (json.Propriete(out var nom))
            switch (nom)
            {
                case "id":
                    id = json.Texte();
                    break;
                case "specialite":
                    specialite = json.Texte();
                    break;
                case "origine":
                    origine = json.EstNul ? null : json.Texte();
                    break;
                case "droit":
                    droit = json.Booleen();
                    break;
                case "moyenne":
                    moyenne = LireMoyenne(ref json, conflits);
                    break;
                case "mineur":
                    mineur = json.Booleen();
                    break;
                case "departage":
                    departage = json.EntierLong();
                    break;
                case "voeux":
                    json.OuvrirTableau();
                    while (json.Element())
                        voeux.Add(LireVoeu(ref json));
                    break;
            }
        return new Candidat(id, specialite, origine, droit, moyenne, mineur, departage, voeux);
    }

    private static Voeu LireVoeu(ref LecteurJson json)
    {
        var (place, km) = ("", 0);
        json.OuvrirObjet(s_voeu);
        while (json.Propriete(out var nom))
            if (nom == "place")
                place = json.Texte();
            else
                km = json.Entier();
        return new Voeu(place, km);
    }

    /// <summary>Hundredths, from the decimal text.</summary>
    private static int LireMoyenne(ref LecteurJson json, List<Conflit> conflits)
    {
        var moyenne = json.Nombre();
        if (moyenne is >= 0 and <= 20 && decimal.IsInteger(moyenne * 100))
            return (int)(moyenne * 100);
        conflits.Add(new("MOYENNE", $"{json.Ou()} : la moyenne doit être un nombre de 0 à 20 à deux décimales au plus."));
        return 0;
    }
}
