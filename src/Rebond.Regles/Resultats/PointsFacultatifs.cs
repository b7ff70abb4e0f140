using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Ce qu'une session fait des épreuves facultatives du bac pro.</summary>
public enum RegimeFacultatives { Normal, Session2020 }

/// <summary>
/// Que rapporte une épreuve facultative ?
/// D. 337-78, al. 2 : seuls les points au-dessus de 10, ajoutés une fois au total des points, sans rien au diviseur. GT de la session 2020 :
/// les mêmes points multipliés par le coefficient (D. 334-8). GT depuis 2022 : la note entière compte et le total des coefficients s'élargit.
/// D. 337-69 : une épreuve facultative au plus jusqu'à la session 2014, deux depuis le décret du 27 juin 2014.
/// Session 2020 du bac pro : aucune note pour l'épreuve facultative évaluée par une épreuve ponctuelle.
/// </summary>
public static class PointsFacultatifs
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-78", "2009-02-12");
    public static readonly Fondement MaximumDepuis2015 = CodeEducation.Texte.Article("D337-69", "2014-06-27");
    public static readonly Fondement MaximumAvant2015 = CodeEducation.Texte.Article("D337-69", "2009-02-12");
    public static readonly Fondement Session2020 = Decret2020671.Texte.Article("épreuves facultatives", "2020-06-03", Verification.AVerifier);
    public static readonly Fondement Gt2020 = Arrete19930915.Texte.Article("1er", "2015", Verification.AVerifier);
    public static readonly Fondement Gt2022 = PresentationControleContinu.Texte.Article("options", "2022");

    public static readonly Chronologie<RegimeFacultatives> Versions = new("épreuves facultatives du bac pro", Voies.Professionnelle,
        new(2009, 2019, RegimeFacultatives.Normal),
        new(2020, 2020, RegimeFacultatives.Session2020),
        new(2021, null, RegimeFacultatives.Normal));

    public static readonly Chronologie<int> Maximum = new("nombre d'épreuves facultatives au bac pro", Voies.Professionnelle,
        new(2009, 2014, 1),
        new(2015, null, 2));

    /// <summary>Vrai si la note présentée ne compte pas : ponctuelle, à la session 2020. Une note conservée, obtenue avant, compte.</summary>
    public static bool EstEcartee(VersionDroit version, UniteReglement unite, EtatUnite etat, Colonne colonne) =>
        version.Facultatives == RegimeFacultatives.Session2020 && etat.Etat == Etat.Notee
        && unite.Modes.Pour(colonne)?.StartsWith("ponctuel", StringComparison.Ordinal) == true;

    /// <summary>Points au-dessus de 10, en deux-centièmes.</summary>
    public static long AuDessusDe10(Note note, Coefficient coefficient) => Math.Max(0, note.Centiemes - 1000L) * coefficient.Demis;
}
