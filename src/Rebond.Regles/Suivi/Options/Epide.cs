using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on entrer à l'EPIDE ?
/// L. 130-1 du code du service national : de 16 à 25 ans révolus, des difficultés d'insertion, une résidence habituelle en métropole ; internat et contrat. Les centres prendraient à partir de
/// 17 ans : à vérifier, donc à examiner à 16 ans.
/// </summary>
public static class Epide
{
    public static readonly Fondement Article = CodeServiceNational.Texte.Article("L130-1", "2026-03-26");
    public static readonly Fondement Usage = RegistreDispositifs.Texte.Article("EPIDE, âge d'entrée", "2026", Verification.AVerifier);

    public const int AgePratique = 17;

    private static readonly ConditionAge s_age = new(16, 25);

    public static OptionSuivi Evaluer(ProfilSuivi profil)
    {
        var seizeAns = profil.Naissance is { } naissance && Anniversaires.Age(naissance, profil.Aujourdhui) == AgePratique - 1;
        return new Fiche(CodeOption.Epide, Article, Guichets.Epide)
        {
            Conditions =
            [
                s_age.Pour(profil),
                .. seizeAns ? (Condition[])[Fiche.ADebattre("Vous avez 16 ans. Le texte dit 16 ans, les centres disent 17 ans.")] : [],
                Fiche.AVoir("Il faut avoir du mal à trouver sa voie ou un emploi."),
                Fiche.AVoir("Il faut vivre en France, hors outre-mer."),
                Fiche.AVoir("Il faut être d'accord pour dormir sur place la semaine."),
            ],
            Oui = "Vous pouvez demander à entrer à l'EPIDE. On y vit la semaine, on y apprend et on prépare un métier.",
            Doute = "Vous avez 16 ans. Le texte dit oui, les centres prennent plutôt à 17 ans. Appelez le centre.",
            Ailleurs = "La mission locale, ou France Travail après 25 ans, a d'autres parcours.",
            Documents = ["Une pièce d'identité", .. RepreparationOrigine.SignatureDuParent(profil)],
            Demarches = ["Appelez le centre et demandez un rendez-vous.", "Visitez avant de dire oui."],
            Echeance = s_age.DernierJour(profil),
            Lectures = seizeAns ? [new("La loi dit : de 16 à 25 ans.", Article), new("Les centres prennent d'habitude à partir de 17 ans.", Usage)] : [],
        }.Conclure();
    }
}
