using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Que fait le chef-d'œuvre (« projet » depuis 2024) dans la moyenne ?
/// Ni unité ni coefficient : l'écart de sa note à 10, en plus ou en moins, compté deux fois dans le total des points, diviseur inchangé
/// (arrêté du 20 octobre 2020, art. 4). Scolaires et apprentis, première session 2022 (à vérifier).
/// </summary>
public static class ChefDoeuvre
{
    public static readonly Fondement Fondement = Arrete20201020.Texte.Article("4", "2020-10-20", Verification.AVerifier);

    public static readonly Chronologie<bool> Versions = new("chef-d'œuvre", Voies.Professionnelle,
        new(2009, 2021, false),
        new(2022, null, true));

    public static bool EstConcerne(VersionDroit version, Categorie categorie) =>
        version.PrendChefDoeuvre && categorie is (Categorie.Scolaire or Categorie.Apprenti);

    /// <summary>2 × (X − 10), en deux-centièmes de point : négatif sous 10.</summary>
    public static long Points(Note note) => 4L * (note.Centiemes - 1000);
}
