using System.Buffers;
using System.Text;
using System.Text.Json;
using Rebond.Regles.Resultats;
using Rebond.Regles.Resultats.Cas;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Consultation;

/// <summary>The case kept with a decision (contract of the command line, section 1), to and from what the rules read.</summary>
public static class CasDeDecision
{
    // Written once per candidate of an académie: the writer and its buffer are kept by each thread.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Tampon, Utf8JsonWriter Json)? t_ecriture;

    public static string Ecrire(string id, DossierExamen dossier)
    {
        if (t_ecriture is null)
        {
            var neuf = new ArrayBufferWriter<byte>(1024);
            t_ecriture = (neuf, new Utf8JsonWriter(neuf));
        }
        var (tampon, json) = t_ecriture.Value;
        tampon.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("examen", dossier.Examen.Code());
        json.WriteString("session", dossier.Session.ToString());
        json.WriteString("reglement", dossier.Reglement.Id);
        json.WriteString("categorie", dossier.Categorie.Code());
        json.WriteString("forme", dossier.Forme.Code());
        EcrireUnites(json, "unites", dossier.Unites);
        EcrireUnites(json, "facultatives", dossier.Facultatives);
        EcrireNote(json, "chefDoeuvre", dossier.ChefDoeuvre);
        EcrirePfmp(json, dossier.Pfmp);
        EcrireBooleen(json, "livretExamine", dossier.LivretExamine);
        EcrireControle(json, dossier.Controle);
        EcrireRemplacement(json, dossier.Remplacement);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(tampon.WrittenSpan);
    }

    /// <exception cref="FormatException">The base was written by something else than Rebond.</exception>
    public static DossierExamen Lire(string cas) => CasJson.Lire(cas) is { MauvaisUsage: null, Cas: [{ Dossier: { } dossier }] }
        ? dossier
        : throw new FormatException("Un cas de décision est illisible en base.");

    private static void EcrireUnites(Utf8JsonWriter json, string nom, IReadOnlyDictionary<string, EtatUnite> unites)
    {
        json.WriteStartObject(nom);
        foreach (var (code, unite) in unites)
        {
            if (unite.Etat == Etat.NonNotee)
                continue;
            json.WriteStartObject(code);
            if (unite.ANote)
                json.WriteNumber("note", unite.Note.Points);
            else
                json.WriteString("etat", unite.Etat.Code());
            if (unite.Etat == Etat.Conservee)
                json.WriteString("conservee", unite.Origine.ToString());
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void EcrirePfmp(Utf8JsonWriter json, Pfmp? pfmp)
    {
        if (pfmp is null)
        {
            json.WriteNull("pfmp");
            return;
        }
        json.WriteStartObject("pfmp");
        if (pfmp.Semaines is { } semaines)
            json.WriteNumber("semaines", semaines);
        else
            json.WriteNull("semaines");
        EcrireBooleen(json, "valide", pfmp.Validee);
        if (pfmp.DureeCursusAnnees != 3)
            json.WriteNumber("dureeCursusAnnees", pfmp.DureeCursusAnnees);
        if (pfmp.SemainesExigees is { } exigees)
            json.WriteNumber("semainesExigees", exigees);
        if (pfmp.MoisActivite is { } mois)
            json.WriteNumber("moisActivite", mois);
        json.WriteEndObject();
    }

    private static void EcrireControle(Utf8JsonWriter json, EpreuveControle? controle)
    {
        if (controle is null)
        {
            json.WriteNull("controle");
            return;
        }
        json.WriteStartObject("controle");
        if (controle.Notes is { } notes)
            EcrireNotes(json, notes);
        else
        {
            EcrireNote(json, "interrogation1", controle.Interrogation1);
            EcrireNote(json, "interrogation2", controle.Interrogation2);
        }
        json.WriteEndObject();
    }

    private static void EcrireRemplacement(Utf8JsonWriter json, EpreuvesRemplacement? remplacement)
    {
        if (remplacement is null)
        {
            json.WriteNull("remplacement");
            return;
        }
        json.WriteStartObject("remplacement");
        json.WriteBoolean("autorise", remplacement.Autorise);
        EcrireNotes(json, remplacement.Notes);
        json.WriteEndObject();
    }

    private static void EcrireNotes(Utf8JsonWriter json, IReadOnlyDictionary<string, Note> notes)
    {
        json.WriteStartObject("notes");
        foreach (var (code, note) in notes)
            json.WriteNumber(code, note.Points);
        json.WriteEndObject();
    }

    private static void EcrireNote(Utf8JsonWriter json, string nom, Note? note)
    {
        if (note is { } connue)
            json.WriteNumber(nom, connue.Points);
        else
            json.WriteNull(nom);
    }

    private static void EcrireBooleen(Utf8JsonWriter json, string nom, bool? valeur)
    {
        if (valeur is { } connue)
            json.WriteBoolean(nom, connue);
        else
            json.WriteNull(nom);
    }
}
