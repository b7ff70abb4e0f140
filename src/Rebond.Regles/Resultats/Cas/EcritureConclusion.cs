using System.Text.Json;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Cas;

/// <summary>Une conclusion dans la forme du contrat de la ligne de commande.</summary>
public static class EcritureConclusion
{
    /// <summary>Écrit les propriétés dans l'objet ouvert par l'appelant.</summary>
    public static void Ecrire(Utf8JsonWriter json, Conclusion conclusion)
    {
        json.WriteString("decision", conclusion.Decision.Code());
        json.WriteBoolean("provisoire", conclusion.Provisoire);
        json.WriteString("mention", conclusion.Mention.CodeMention());
        Moyenne(json, "moyenne", conclusion.Moyenne, conclusion.Arrondi);
        Moyenne(json, "moyennePratique", conclusion.MoyennePratique, conclusion.Arrondi);
        Moyenne(json, "moyenneProfessionnelle", conclusion.MoyenneProfessionnelle, conclusion.Arrondi);
        json.WriteString("pointsManquants", conclusion.PointsManquantsExacts);
        Liste(json, "certificats", conclusion.Certificats);
        Liste(json, "unitesAcquises", conclusion.UnitesAcquises);
        json.WriteStartArray("motifs");
        foreach (var motif in conclusion.Motifs)
            Motif(json, motif);
        json.WriteEndArray();
        Bascule(json, conclusion.Bascule);
        json.WriteStartArray("etapes");
        foreach (var etape in conclusion.Etapes)
        {
            json.WriteStartObject();
            json.WriteString("libelle", etape.Libelle);
            json.WriteString("valeur", etape.Valeur);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("simulation", conclusion.Simulation);
        Liste(json, "manques", conclusion.Manques);
    }

    private static void Moyenne(Utf8JsonWriter json, string nom, Moyenne? moyenne, Arrondi arrondi)
    {
        if (moyenne is not { Existe: true } connue)
        {
            json.WriteNull(nom);
            return;
        }
        json.WriteStartObject(nom);
        json.WriteString("exacte", connue.Exacte);
        json.WriteString("affichee", connue.Afficher(arrondi));
        json.WriteEndObject();
    }

    private static void Motif(Utf8JsonWriter json, Motif motif)
    {
        json.WriteStartObject();
        json.WriteString("code", motif.Code);
        json.WriteString("phrase", motif.Phrase);
        json.WriteStartObject("fondement");
        json.WriteString("texte", motif.Fondement.Texte);
        json.WriteString("article", motif.Fondement.Article);
        json.WriteString("version", motif.Fondement.Version);
        json.WriteString("verification", motif.Fondement.Verification.Code());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Bascule(Utf8JsonWriter json, Bascule? bascule)
    {
        if (bascule is null)
        {
            json.WriteNull("bascule");
            return;
        }
        json.WriteStartObject("bascule");
        json.WriteString("phrase", bascule.Phrase);
        json.WriteStartObject("unites");
        foreach (var (code, note) in bascule.Unites)
        {
            json.WritePropertyName(code);
            json.WriteRawValue(note.EnTexteInvariant());
        }
        json.WriteEndObject();
        json.WriteString("decision", bascule.Decision.Code());
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
