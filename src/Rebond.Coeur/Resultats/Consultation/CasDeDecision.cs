using System.Text.Json;
using System.Text.Json.Nodes;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Consultation;

/// <summary>The case kept with a decision (contract of the command line, section 1), to and from what the rules read.</summary>
public static class CasDeDecision
{
    public static string Ecrire(string id, DossierExamen dossier) => new JsonObject
    {
        ["id"] = id,
        ["examen"] = dossier.Examen.Code(),
        ["session"] = dossier.Session.ToString(),
        ["reglement"] = dossier.Reglement.Id,
        ["categorie"] = dossier.Categorie.Code(),
        ["forme"] = dossier.Forme.Code(),
        ["unites"] = Ecrire(dossier.Unites),
        ["facultatives"] = Ecrire(dossier.Facultatives),
        ["chefDoeuvre"] = dossier.ChefDoeuvre?.Points,
        ["pfmp"] = dossier.Pfmp is { } p ? new JsonObject { ["semaines"] = p.Semaines, ["valide"] = p.Validee } : null,
        ["livretExamine"] = dossier.LivretExamine,
        ["controle"] = dossier.Controle is not { } c ? null : c.Notes is { } notes
            ? new JsonObject { ["notes"] = Ecrire(notes) }
            : new JsonObject { ["interrogation1"] = c.Interrogation1?.Points, ["interrogation2"] = c.Interrogation2?.Points },
        ["remplacement"] = dossier.Remplacement is { } r ? new JsonObject { ["autorise"] = r.Autorise, ["notes"] = Ecrire(r.Notes) } : null,
    }.ToJsonString();

    /// <exception cref="FormatException">The base was written by something else than Rebond.</exception>
    public static DossierExamen Lire(string cas)
    {
        var racine = JsonNode.Parse(cas) ?? throw new FormatException("Cas vide en base.");
        var reglement = (string)racine["reglement"]!;
        return new DossierExamen
        {
            Examen = Codes.Lire<TypeExamen>((string)racine["examen"]!),
            Session = SessionExamen.TryLire((string)racine["session"]!, out var session) ? session : throw new FormatException("Session illisible en base."),
            Reglement = Reglements.Chercher(reglement) ?? throw new FormatException($"Règlement « {reglement} » inconnu."),
            Categorie = Codes.Lire<Categorie>((string?)racine["categorie"] ?? Categorie.Scolaire.Code()),
            Forme = Codes.Lire<Forme>((string?)racine["forme"] ?? Forme.Globale.Code()),
            Unites = LireUnites(racine["unites"]),
            Facultatives = LireUnites(racine["facultatives"]),
            ChefDoeuvre = LireNote(racine["chefDoeuvre"]),
            Pfmp = racine["pfmp"] is { } pfmp ? new Pfmp((int?)pfmp["semaines"], (bool?)pfmp["valide"]) : null,
            LivretExamine = (bool?)racine["livretExamine"],
            Controle = racine["controle"] is { } controle
                ? new EpreuveControle(LireNote(controle["interrogation1"]), LireNote(controle["interrogation2"]), controle["notes"] is { } notes ? LireNotes(notes) : null)
                : null,
            Remplacement = racine["remplacement"] is { } remplacement ? new EpreuvesRemplacement((bool)remplacement["autorise"]!, LireNotes(remplacement["notes"])) : null,
        };
    }

    private static JsonObject Ecrire(IReadOnlyDictionary<string, Note> notes) => new(notes.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)n.Value.Points)));

    private static JsonObject Ecrire(IReadOnlyDictionary<string, EtatUnite> unites) => new(unites.Where(u => u.Value.Etat != Etat.NonNotee).Select(u => KeyValuePair.Create(u.Key, (JsonNode?)(u.Value.Etat switch
    {
        Etat.Notee => new JsonObject { ["note"] = u.Value.Note.Points },
        Etat.Conservee => new JsonObject { ["note"] = u.Value.Note.Points, ["conservee"] = u.Value.Origine.ToString() },
        var etat => new JsonObject { ["etat"] = etat.Code() },
    }))));

    private static Dictionary<string, EtatUnite> LireUnites(JsonNode? unites) => unites?.AsObject().ToDictionary(u => u.Key, u => LireUnite(u.Value!)) ?? [];

    private static EtatUnite LireUnite(JsonNode unite) => (LireNote(unite["note"]), (string?)unite["conservee"], (string?)unite["etat"]) switch
    {
        ({ } note, { } origine, _) when SessionExamen.TryLire(origine, out var session) => EtatUnite.Conservee(note, session),
        ({ } note, null, _) => EtatUnite.Notee(note),
        (null, null, { } etat) => new EtatUnite(Codes.Lire<Etat>(etat), default, default),
        _ => throw new FormatException("Unité illisible en base."),
    };

    private static Dictionary<string, Note> LireNotes(JsonNode? notes) => notes?.AsObject().Where(n => n.Value is not null).ToDictionary(n => n.Key, n => LireNote(n.Value)!.Value) ?? [];

    private static Note? LireNote(JsonNode? note) => note is null || note.GetValueKind() == JsonValueKind.Null ? null : Note.De((decimal)note);
}
