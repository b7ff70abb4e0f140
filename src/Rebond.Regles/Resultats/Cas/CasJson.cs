using System.Text.Json;
using Rebond.Regles.Parametres;

namespace Rebond.Regles.Resultats.Cas;

/// <summary>Un cas lu : son dossier, ou ce qui empêche de le juger.</summary>
/// <param name="Chemin">« $ » ou « $[3] » dans le fichier.</param>
/// <param name="Dossier">Rien s'il y a des erreurs.</param>
/// <param name="Erreurs">Contenu impossible : note hors de l'échelle, unité inconnue… Une phrase chacune.</param>
public sealed record CasLu(string? Id, string Chemin, DossierExamen? Dossier, IReadOnlyList<string> Erreurs)
{
    /// <summary>L'identifiant est un nombre : il est rendu comme il a été reçu.</summary>
    public bool IdEstUnNombre { get; init; }

    /// <summary>Où le cas commence dans le fichier ; zéro s'il n'a pas d'erreur.</summary>
    public (int Ligne, int Colonne) Position { get; init; }
}

/// <summary>La lecture d'un fichier de cas.</summary>
/// <param name="MauvaisUsage">Le fichier n'a pas la forme du contrat : une phrase avec le chemin, la ligne et la colonne. Rien d'autre n'est lu.</param>
public sealed record LectureCas(string? MauvaisUsage, bool EstTableau, IReadOnlyList<CasLu> Cas);

/// <summary>
/// Les cas en JSON (docs/contrat-cli.md, section 1) : un objet ou un tableau en entrée, la même forme en sortie. Une propriété inconnue est
/// une faute de forme ; une note ou une unité impossible n'empêche pas de lire les autres cas.
/// </summary>
public static class CasJson
{
    public static LectureCas Lire(string json)
    {
        var (mauvaisUsage, estTableau, cas) = FichierJson.Lire(json, (noeud, position) =>
        {
            var lu = LectureDossier.Lire(noeud);
            return lu.Erreurs.Count == 0 ? lu : lu with { Position = position() };
        });
        return new LectureCas(mauvaisUsage, estTableau, cas);
    }

    /// <summary>Juge chaque cas et écrit les réponses dans la forme reçue ; un cas impossible répond son identifiant et son erreur.</summary>
    public static string Repondre(LectureCas lecture) => FichierJson.Repondre(lecture.EstTableau, lecture.Cas, Ecrire);

    private static void Ecrire(Utf8JsonWriter json, CasLu cas)
    {
        if (cas.IdEstUnNombre)
        {
            json.WritePropertyName("id");
            json.WriteRawValue(cas.Id!);
        }
        else
        {
            json.WriteString("id", cas.Id);
        }
        if (cas.Dossier is { } dossier)
            EcritureConclusion.Ecrire(json, Resultat.Conclure(dossier));
        else
            json.WriteString("erreur", string.Join(" ", cas.Erreurs));
    }
}
