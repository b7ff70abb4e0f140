using System.Text.Json;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Parametres;

namespace Rebond.Regles.Inscription.Profils;

/// <summary>Un profil lu, ou ce qui empêche de le juger.</summary>
/// <param name="Chemin">« $ » ou « $[3] » dans le fichier.</param>
/// <param name="Campagne">Le code d'une campagne, ou ce que l'appelant sait lire (un chemin de fichier).</param>
/// <param name="Profil">Rien s'il y a des erreurs.</param>
/// <param name="Erreurs">Contenu impossible : date qui n'existe pas, code inconnu… Une phrase chacune.</param>
public sealed record ProfilLu(string? Id, string Chemin, string Campagne, Profil? Profil, IReadOnlyList<string> Erreurs)
{
    /// <summary>Où le profil commence dans le fichier.</summary>
    public (int Ligne, int Colonne) Position { get; init; }
}

/// <summary>La lecture d'un fichier de profils.</summary>
/// <param name="MauvaisUsage">Le fichier n'a pas la forme du contrat : une phrase avec le chemin, la ligne et la colonne. Rien d'autre n'est lu.</param>
public sealed record LectureProfils(string? MauvaisUsage, bool EstTableau, IReadOnlyList<ProfilLu> Profils);

/// <summary>
/// Les profils en JSON (docs/contrat-cli.md, « rebond inscription pieces ») : un objet ou un tableau en entrée, la même forme en sortie. Une
/// propriété inconnue est une faute de forme ; un contenu impossible n'empêche pas de juger les autres profils.
/// </summary>
public static class ProfilJson
{
    public static LectureProfils Lire(string json)
    {
        var (mauvaisUsage, estTableau, profils) = FichierJson.Lire(json, (noeud, position) => LectureProfil.Lire(noeud) with { Position = position() });
        return new LectureProfils(mauvaisUsage, estTableau, profils);
    }

    /// <summary>Le même profil, avec les fautes que seule sa campagne fait voir.</summary>
    public static ProfilLu Controler(ProfilLu lu, Campagne? campagne)
    {
        if (lu.Profil is null)
            return lu;
        IReadOnlyList<string> anomalies = campagne is null
            ? [$"campagne : « {lu.Campagne} » n'est pas une campagne connue, ni un fichier de campagne sans faute. Campagnes livrées : {string.Join(", ", CampagnesLivrees.Toutes.Select(c => c.Code))}."]
            : ControleProfil.Anomalies(lu.Profil, campagne);
        return anomalies.Count == 0 ? lu : lu with { Profil = null, Erreurs = anomalies };
    }

    /// <summary>Juge chaque profil contrôlé et écrit les réponses dans la forme reçue ; un profil impossible répond son identifiant et son erreur.</summary>
    public static string Repondre(LectureProfils lecture, Func<string, Campagne?> campagne) =>
        FichierJson.Repondre(lecture.EstTableau, lecture.Profils, (json, lu) => Ecrire(json, Controler(lu, campagne(lu.Campagne)), campagne(lu.Campagne)));

    private static void Ecrire(Utf8JsonWriter json, ProfilLu lu, Campagne? campagne)
    {
        json.WriteString("id", lu.Id);
        if (lu.Profil is { } profil && campagne is not null)
            EcritureVerdict.Ecrire(json, Recevabilite.Juger(profil, campagne), campagne);
        else
            json.WriteString("erreur", string.Join(" ", lu.Erreurs));
    }
}
