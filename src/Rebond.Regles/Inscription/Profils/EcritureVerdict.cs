using System.Text.Json;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Profils;

/// <summary>Un verdict dans la forme du contrat de la ligne de commande.</summary>
public static class EcritureVerdict
{
    /// <summary>Écrit les propriétés dans l'objet ouvert par l'appelant.</summary>
    public static void Ecrire(Utf8JsonWriter json, VerdictInscription verdict, Campagne campagne)
    {
        json.WriteString("campagne", campagne.Code);
        json.WriteString("recevable", verdict.Recevable.Code());
        Pieces(json, "pieces", verdict.Pieces);
        json.WriteStartArray("decisions");
        foreach (var constat in verdict.Decisions)
            Decision(json, constat);
        json.WriteEndArray();
        json.WriteStartArray("alertes");
        foreach (var alerte in verdict.Alertes)
        {
            json.WriteStartObject();
            json.WriteString("code", alerte.Code);
            json.WriteString("phrase", alerte.Phrase);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("questions");
        foreach (var question in verdict.Pieces.SelectMany(p => p.Questions).Concat(verdict.Decisions.SelectMany(d => d.Questions)).Distinct(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("code", question);
            json.WriteString("phrase", campagne.Libelle(question));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Pieces(json, "ecartees", verdict.Ecartees);
    }

    private static void Pieces(Utf8JsonWriter json, string nom, IReadOnlyList<PieceAttendue> pieces)
    {
        json.WriteStartArray(nom);
        foreach (var piece in pieces)
        {
            json.WriteStartObject();
            json.WriteString("code", piece.Code);
            json.WriteString("libelle", piece.Libelle);
            json.WriteString("motif", piece.Motif);
            json.WriteString("source", piece.Source.EnFrancais());
            json.WriteString("etat", piece.Etat.Code());
            json.WriteString("verification", piece.Source.Verification.Code());
            json.WriteString("limite", piece.Limite is { } limite ? Dates.Iso(limite) : null);
            Liste(json, "questions", piece.Questions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Decision(Utf8JsonWriter json, Constat constat)
    {
        json.WriteStartObject();
        json.WriteString("code", constat.Code);
        json.WriteString("valeur", constat.Valeur);
        if (constat.Objet is { } objet)
            json.WriteString("objet", objet);
        json.WriteString("phrase", constat.Phrase);
        json.WriteStartObject("fondement");
        json.WriteString("texte", constat.Fondement.Texte);
        json.WriteString("article", constat.Fondement.Article);
        json.WriteString("version", constat.Fondement.Version);
        json.WriteString("verification", constat.Fondement.Verification.Code());
        json.WriteEndObject();
        Liste(json, "questions", constat.Questions);
        json.WriteEndObject();
    }

    private static void Liste(Utf8JsonWriter json, string nom, IReadOnlyList<string> valeurs)
    {
        json.WriteStartArray(nom);
        foreach (var valeur in valeurs)
            json.WriteStringValue(valeur);
        json.WriteEndArray();
    }
}
