using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Quelles unités le candidat peut-il garder ?
/// D. 337-69 et D. 337-78 : les unités notées 10 ou plus, cinq ans (D. 334-13 et D. 336-13 en GT : cinq sessions, et depuis 2022 les seules
/// épreuves terminales du premier groupe). Les notes sont les notes brutes, même en 2021.
/// </summary>
public static class UnitesAcquises
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-69", "2014-06-27");
    public static readonly Fondement BacPro2022 = CodeEducation.Texte.Article("D337-69", "2022-01-01", Verification.AVerifier);

    public static Fondement Fondement(VersionDroit version) => version.Annee <= 2021 ? BacPro : BacPro2022;

    public static IReadOnlyList<string> Lister(VersionDroit version, IEnumerable<UniteExamen> unites) =>
        [.. unites.Where(unite => !unite.Facultative && unite.Etat.ANote && unite.Etat.Note >= Note.Dix && EstConservable(version, unite.Regle)).Select(unite => unite.Regle.Code)];

    private static bool EstConservable(VersionDroit version, UniteReglement unite) =>
        version.EstProfessionnel || version.Annee < 2022 || unite.Groupe == GroupeUnite.Terminale;
}
