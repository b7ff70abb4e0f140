using System.Text.Json;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Cas;

/// <summary>Les profils de <c>rebond suivi options</c> en JSON (docs/contrat-cli.md).</summary>
public static class ProfilJson
{
    public static LectureFichier<ProfilSuivi> Lire(string json) => FichierDemandes.Lire(json, LectureProfil.Lire);

    public static string Repondre(LectureFichier<ProfilSuivi> lecture) => FichierDemandes.Repondre(lecture, (json, profil) => Ecrire(json, OptionsDeSuivi.Repondre(profil)));

    /// <summary>Écrit les propriétés de la réponse dans l'objet ouvert par l'appelant.</summary>
    public static void Ecrire(Utf8JsonWriter json, ReponseOptions reponse)
    {
        json.WriteStartArray("options");
        foreach (var option in reponse.Options)
            Ecrire(json, option);
        json.WriteEndArray();
        json.WriteStartObject("obligationFormation");
        Booleen(json, "concerne", reponse.ObligationFormation.Concerne);
        Date(json, "jusquau", reponse.ObligationFormation.Jusquau);
        Booleen(json, "remplie", reponse.ObligationFormation.Remplie);
        json.WriteString("phrase", reponse.ObligationFormation.Phrase);
        Fondement(json, reponse.ObligationFormation.Fondement);
        json.WriteEndObject();
        Alertes(json, reponse.Alertes);
    }

    private static void Ecrire(Utf8JsonWriter json, OptionSuivi option)
    {
        json.WriteStartObject();
        json.WriteString("code", option.Code.Code());
        json.WriteString("etat", option.Etat.Code());
        json.WriteString("phrase", option.Phrase);
        json.WriteStartArray("conditions");
        foreach (var condition in option.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("phrase", condition.Phrase);
            json.WriteString("etat", condition.Etat.Code());
            json.WriteBoolean("aVotreMain", condition.AVotreMain);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Textes(json, "documents", option.Documents);
        Textes(json, "demarches", option.Demarches);
        json.WriteString("guichet", option.Guichet.ToString());
        Date(json, "echeance", option.Echeance);
        Fondement(json, option.Fondement);
        json.WriteStartArray("lectures");
        foreach (var lecture in option.Lectures)
        {
            json.WriteStartObject();
            json.WriteString("phrase", lecture.Phrase);
            Fondement(json, lecture.Fondement);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (option.Remuneration.Count > 0)
            Remuneration(json, option);
        if (option.Cerfa.Count > 0)
            Cerfa(json, option);
        json.WriteEndObject();
    }

    private static void Remuneration(Utf8JsonWriter json, OptionSuivi option)
    {
        json.WriteStartArray("remuneration");
        foreach (var periode in option.Remuneration)
        {
            json.WriteStartObject();
            Date(json, "du", periode.Du);
            Date(json, "au", periode.Au);
            json.WriteNumber("pourcentageSmic", periode.Pourcentage);
            json.WriteString("phrase", periode.Phrase);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Cerfa(Utf8JsonWriter json, OptionSuivi option)
    {
        json.WriteStartArray("cerfa");
        foreach (var point in option.Cerfa)
        {
            json.WriteStartObject();
            json.WriteString("code", point.Code);
            json.WriteString("phrase", point.Phrase);
            json.WriteString("etat", point.Etat.Code());
            Fondement(json, point.Fondement);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Alertes(Utf8JsonWriter json, IReadOnlyList<AlerteSuivi> alertes)
    {
        json.WriteStartArray("alertes");
        foreach (var alerte in alertes)
        {
            json.WriteStartObject();
            json.WriteString("code", alerte.Code);
            json.WriteString("phrase", alerte.Phrase);
            Fondement(json, alerte.Fondement);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Fondement(Utf8JsonWriter json, Fondement fondement)
    {
        json.WriteStartObject("fondement");
        json.WriteString("texte", fondement.Texte);
        json.WriteString("article", fondement.Article);
        json.WriteString("version", fondement.Version);
        json.WriteString("verification", fondement.Verification.Code());
        json.WriteEndObject();
    }

    internal static void Textes(Utf8JsonWriter json, string nom, IReadOnlyList<string> textes)
    {
        json.WriteStartArray(nom);
        foreach (var texte in textes)
            json.WriteStringValue(texte);
        json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, string nom, DateOnly? jour)
    {
        if (jour is { } connu)
            json.WriteString(nom, Dates.Iso(connu));
        else
            json.WriteNull(nom);
    }

    private static void Booleen(Utf8JsonWriter json, string nom, bool? valeur)
    {
        if (valeur is { } connue)
            json.WriteBoolean(nom, connue);
        else
            json.WriteNull(nom);
    }
}
