using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Comment la moyenne est-elle arrondie, et sur quelle valeur les seuils se comparent-ils ?
/// Agriculture, sessions à partir de 2020 : toute troisième décimale pousse au centième supérieur. Ailleurs aucun texte ne dit rien :
/// les seuils se comparent sur la valeur exacte et l'arrondi, au plus proche, ne sert qu'à l'affichage.
/// </summary>
public static class ArrondiMoyenne
{
    /// <summary>Les moyennes qui comptent : admissible au contrôle, admis, puis les mentions.</summary>
    public static readonly int[] Seuils = [8, 10, 12, 14, 16, 18];

    public static readonly Fondement Affichage = Arrete19970724.Texte.Article("1er", "1997-07-24", Verification.AVerifier);
    public static readonly Fondement Agriculture = Arrete20200302.Texte.Article("2", "2020-03-02");

    public static readonly Chronologie<Arrondi> VersionsAgriculture = new("arrondi de la moyenne, agriculture", [TypeExamen.BacProAgricole],
        new(2009, 2019, Arrondi.AuPlusProche),
        new(2020, null, Arrondi.ParExces));

    public static Arrondi Pour(TypeExamen examen, int annee) => examen == TypeExamen.BacProAgricole ? VersionsAgriculture.Pour(annee) : Arrondi.AuPlusProche;

    /// <summary>Vrai si la moyenne atteint le seuil au sens de l'examen.</summary>
    public static bool AuMoins(VersionDroit version, Moyenne moyenne, int seuil) => moyenne.Existe && moyenne.Points >= PointsPour(version, seuil, moyenne.Coefficients);

    /// <summary>Le plus petit total de points qui atteint le seuil, en deux-centièmes, pour ce total de coefficients en demis.</summary>
    public static long PointsPour(VersionDroit version, int seuil, long coefficients) =>
        version.SeuilsSurArrondi ? (((100L * seuil) - 1) * coefficients) + 1 : 100L * seuil * coefficients;

    /// <summary>Nombre de seuils atteints ; <see cref="Situation.SansMoyenne"/> s'il n'y a pas de moyenne.</summary>
    public static byte Palier(VersionDroit version, Moyenne moyenne)
    {
        if (!moyenne.Existe)
            return Situation.SansMoyenne;
        byte palier = 0;
        while (palier < Seuils.Length && AuMoins(version, moyenne, Seuils[palier]))
            palier++;
        return palier;
    }
}
