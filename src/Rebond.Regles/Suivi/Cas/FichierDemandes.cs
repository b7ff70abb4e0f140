using System.Text.Json;
using Rebond.Regles.Parametres;

namespace Rebond.Regles.Suivi.Cas;

/// <summary>Une demande lue : son contenu, ou ce qui empêche d'y répondre.</summary>
/// <param name="Chemin">« $ » ou « $[3] » dans le fichier.</param>
/// <param name="Contenu">Rien s'il y a des erreurs.</param>
/// <param name="Erreurs">Contenu impossible, une phrase chacune.</param>
public sealed record DemandeLue<T>(string? Id, string Chemin, T? Contenu, IReadOnlyList<string> Erreurs) where T : class
{
    /// <summary>Où la demande commence dans le fichier ; zéro si elle n'a pas d'erreur.</summary>
    public (int Ligne, int Colonne) Position { get; init; }
}

/// <summary>La lecture d'un fichier de demandes.</summary>
/// <param name="MauvaisUsage">Le fichier n'a pas la forme du contrat : une phrase avec le chemin, la ligne et la colonne. Rien d'autre n'est lu.</param>
public sealed record LectureFichier<T>(string? MauvaisUsage, bool EstTableau, IReadOnlyList<DemandeLue<T>> Demandes) where T : class;

/// <summary>Les demandes de « rebond suivi options » et « rebond suivi conserver » : les mêmes règles que les cas de « rebond regles conclure ».</summary>
internal static class FichierDemandes
{
    public static LectureFichier<T> Lire<T>(string json, Func<Noeud, DemandeLue<T>> lire) where T : class
    {
        var (mauvaisUsage, estTableau, demandes) = FichierJson.Lire(json, (noeud, position) =>
        {
            var lue = lire(noeud);
            return lue.Erreurs.Count == 0 ? lue : lue with { Position = position() };
        });
        return new LectureFichier<T>(mauvaisUsage, estTableau, demandes);
    }

    /// <summary>Répond à chaque demande dans la forme reçue ; une demande impossible répond son identifiant et son erreur.</summary>
    public static string Repondre<T>(LectureFichier<T> lecture, Action<Utf8JsonWriter, T> ecrire) where T : class =>
        FichierJson.Repondre(lecture.EstTableau, lecture.Demandes, (json, demande) =>
        {
            json.WriteString("id", demande.Id);
            if (demande.Contenu is { } contenu)
                ecrire(json, contenu);
            else
                json.WriteString("erreur", string.Join(" ", demande.Erreurs));
        });
}
