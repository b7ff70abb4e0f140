using System.Text.Json.Nodes;
using Rebond.Regles.Resultats;
using Rebond.Regles.Resultats.Cas;
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
    public static DossierExamen Lire(string cas) => CasJson.Lire(cas) is { MauvaisUsage: null, Cas: [{ Dossier: { } dossier }] }
        ? dossier
        : throw new FormatException("Un cas de décision est illisible en base.");

    private static JsonObject Ecrire(IReadOnlyDictionary<string, Note> notes) => new(notes.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)n.Value.Points)));

    private static JsonObject Ecrire(IReadOnlyDictionary<string, EtatUnite> unites) => new(unites.Where(u => u.Value.Etat != Etat.NonNotee).Select(u => KeyValuePair.Create(u.Key, (JsonNode?)(u.Value.Etat switch
    {
        Etat.Notee => new JsonObject { ["note"] = u.Value.Note.Points },
        Etat.Conservee => new JsonObject { ["note"] = u.Value.Note.Points, ["conservee"] = u.Value.Origine.ToString() },
        var etat => new JsonObject { ["etat"] = etat.Code() },
    }))));
}
