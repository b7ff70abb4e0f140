using System.Text.Json.Nodes;
using Rebond.Coeur.Socle;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// What the rules know of a file: its saved answers, in the JSON of « rebond inscription pieces », with what has a column of its own
/// taken from the column. No name, no address.
/// </summary>
public static class ProfilDuDossier
{
    /// <summary>The profile in JSON: what is printed for someone who wants to judge the file again.</summary>
    public static string Ecrire(DossierInscription dossier)
    {
        var profil = JsonNode.Parse(dossier.Reponses)!.AsObject();
        profil["id"] = dossier.Numero;
        profil["campagne"] = dossier.CampagneCode;
        profil["inscritLe"] = dossier.EnregistreLe?.MomentAParis().ToString();
        profil["naissance"] = dossier.Naissance is { } naissance ? Dates.Iso(naissance) : null;
        profil["categorie"] = dossier.Categorie?.Code();
        profil["forme"] = dossier.Forme?.Code();
        profil["specialite"] = dossier.Specialite;
        return profil.ToJsonString();
    }

    public static Profil Lire(DossierInscription dossier)
    {
        var lecture = ProfilJson.Lire(Ecrire(dossier));
        return lecture is { MauvaisUsage: null, Profils: [{ Profil: { } profil }] }
            ? profil
            : throw new FormatException($"Dossier {dossier.Numero} : ses réponses ne se lisent plus ({lecture.MauvaisUsage ?? string.Join(" ", lecture.Profils[0].Erreurs)}).");
    }
}
