using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// La mission locale peut-elle aider ?
/// L. 5314-2 du code du travail : elle aide les jeunes de 16 à 25 ans révolus, avec ou sans diplôme. Elle peut proposer un PACEA (L. 5131-4).
/// </summary>
public static class MissionLocale
{
    public static readonly Fondement Article = CodeTravail.Texte.Article("L5314-2", "2026");
    public static readonly Fondement Pacea = CodeTravail.Texte.Article("L5131-4", "2026");

    private static readonly ConditionAge s_age = new(16, 25);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.MissionLocale, Article, Guichets.MissionLocale)
    {
        Conditions = [s_age.Pour(profil)],
        Oui = "La mission locale vous aide à trouver une voie, une aide ou un emploi. C'est gratuit, avec ou sans diplôme.",
        Ailleurs = "Avant 16 ans, voyez le CIO. Après 25 ans, voyez France Travail.",
        Documents = ["Une pièce d'identité", "Votre CV, si vous en avez un"],
        Demarches = ["Appelez et demandez un premier rendez-vous.", "Dites ce dont vous avez besoin : un toit, des soins, de l'argent, un travail."],
        Echeance = s_age.DernierJour(profil),
    }.Conclure();
}
