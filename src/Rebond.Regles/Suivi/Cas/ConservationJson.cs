using System.Text.Json;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Cas;

/// <summary>Les demandes de <c>rebond suivi conserver</c> en JSON (docs/contrat-cli.md).</summary>
public static class ConservationJson
{
    public static LectureFichier<DemandeConservation> Lire(string json) => FichierDemandes.Lire(json, LectureConservation.Lire);

    public static string Repondre(LectureFichier<DemandeConservation> lecture) => FichierDemandes.Repondre(lecture, (json, demande) => Ecrire(json, ConseilConservation.Etudier(demande)));

    /// <summary>Écrit les propriétés de l'avis dans l'objet ouvert par l'appelant.</summary>
    public static void Ecrire(Utf8JsonWriter json, AvisConservation avis)
    {
        json.WriteString("prochaineSession", avis.ProchaineSession.ToString());
        json.WriteString("forme", avis.Forme.Code());
        json.WriteString("reglement", avis.Reglement.Id);
        Moyenne(json, "moyenne", avis.Moyenne);
        json.WriteString("pointsManquants", avis.PointsManquants);
        Requise(json, "moyenneRequise", avis.MoyenneRequise);
        json.WriteStartArray("unites");
        foreach (var unite in avis.Unites)
            Unite(json, unite);
        json.WriteEndArray();
        json.WriteStartObject("mention");
        json.WriteBoolean("possible", avis.Mention.Possible);
        json.WriteString("phrase", avis.Mention.Phrase);
        json.WriteString("prudence", avis.Mention.Prudence);
        ProfilJson.Fondement(json, avis.Mention.Fondement);
        json.WriteEndObject();
        json.WriteStartArray("scenarios");
        foreach (var scenario in avis.Scenarios)
            Scenario(json, scenario);
        json.WriteEndArray();
        Hypotheses(json, avis.Hypotheses);
        Reprises(json, avis.Reprises);
        ProfilJson.Alertes(json, avis.Alertes);
    }

    private static void Unite(Utf8JsonWriter json, AvisUnite unite)
    {
        json.WriteStartObject();
        json.WriteString("code", unite.Code);
        json.WriteString("libelle", unite.Libelle);
        Nombre(json, "coefficient", Exact.Invariant(unite.Coefficient.Valeur));
        json.WriteString("etat", unite.Etat.Etat.Code());
        Nombre(json, "note", unite.Etat.ANote ? unite.Etat.Note.EnTexteInvariant() : null);
        json.WriteString("origine", unite.Origine?.ToString());
        json.WriteString("derniereSession", unite.DerniereSession?.ToString());
        json.WriteString("apport", unite.Apport);
        Effet(json, "garder", unite.Garder);
        Effet(json, "repasser", unite.Repasser);
        json.WriteEndObject();
    }

    private static void Effet(Utf8JsonWriter json, string nom, EffetChoix effet)
    {
        json.WriteStartObject(nom);
        json.WriteBoolean("possible", effet.Possible);
        json.WriteString("phrase", effet.Phrase);
        Requise(json, "moyenneRequise", effet.MoyenneRequise);
        ProfilJson.Fondement(json, effet.Fondement);
        json.WriteEndObject();
    }

    private static void Scenario(Utf8JsonWriter json, Scenario scenario)
    {
        json.WriteStartObject();
        json.WriteString("code", scenario.Code);
        json.WriteString("phrase", scenario.Phrase);
        ProfilJson.Textes(json, "gardees", scenario.Gardees);
        ProfilJson.Textes(json, "repassees", scenario.Repassees);
        json.WriteString("pointsGardes", scenario.PointsGardes);
        json.WriteString("coefficientsRepasses", scenario.CoefficientsRepasses);
        Requise(json, "moyenneRequise", scenario.MoyenneRequise);
        json.WriteEndObject();
    }

    private static void Hypotheses(Utf8JsonWriter json, EffetHypotheses? effet)
    {
        if (effet is null)
        {
            json.WriteNull("hypotheses");
            return;
        }
        json.WriteStartObject("hypotheses");
        json.WriteString("phrase", effet.Phrase);
        Moyenne(json, "moyenne", effet.Moyenne);
        ProfilJson.Textes(json, "sansNote", effet.SansNote);
        Requise(json, "moyenneRequise", effet.MoyenneRequise);
        json.WriteString("decision", effet.Decision?.Code());
        json.WriteString("mention", effet.Mention.CodeMention());
        json.WriteEndObject();
    }

    private static void Reprises(Utf8JsonWriter json, IReadOnlyList<RepriseUnite>? reprises)
    {
        if (reprises is null)
        {
            json.WriteNull("reprises");
            return;
        }
        json.WriteStartArray("reprises");
        foreach (var reprise in reprises)
        {
            json.WriteStartObject();
            json.WriteString("ancienne", reprise.Ancienne.Code);
            json.WriteString("libelle", reprise.Ancienne.Libelle);
            Nombre(json, "note", reprise.Etat.ANote ? reprise.Etat.Note.EnTexteInvariant() : null);
            Nombre(json, "ancienCoefficient", Exact.Invariant(reprise.Ancienne.Coefficient.Valeur));
            json.WriteString("nouvelle", reprise.Nouvelle?.Code);
            Nombre(json, "nouveauCoefficient", reprise.Nouvelle is { } nouvelle ? Exact.Invariant(nouvelle.Coefficient.Valeur) : null);
            json.WriteString("etat", reprise.Reprise.Code());
            json.WriteString("phrase", reprise.Phrase);
            ProfilJson.Fondement(json, reprise.Fondement);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Requise(Utf8JsonWriter json, string nom, MoyenneRequise? requise)
    {
        if (requise is null)
        {
            json.WriteNull(nom);
            return;
        }
        json.WriteStartObject(nom);
        json.WriteString("exacte", requise.Exacte);
        json.WriteString("affichee", requise.Affichee);
        json.WriteBoolean("atteignable", requise.Atteignable);
        json.WriteEndObject();
    }

    private static void Moyenne(Utf8JsonWriter json, string nom, Moyenne? moyenne)
    {
        if (moyenne is not { Existe: true } connue)
        {
            json.WriteNull(nom);
            return;
        }
        json.WriteStartObject(nom);
        json.WriteString("exacte", connue.Exacte);
        json.WriteString("affichee", connue.Afficher());
        json.WriteEndObject();
    }

    private static void Nombre(Utf8JsonWriter json, string nom, string? nombre)
    {
        json.WritePropertyName(nom);
        json.WriteRawValue(nombre ?? "null");
    }
}
