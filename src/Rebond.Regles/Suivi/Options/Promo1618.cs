using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on suivre la Promo 16.18 ?
/// Pages publiques : mineurs de 16 et 17 ans ni en emploi ni en formation, envoyés par la mission locale, environ treize semaines à l'AFPA. L'ouverture d'une année à l'autre n'est pas sûre.
/// </summary>
public static class Promo1618
{
    public static readonly Fondement Usage = RegistreDispositifs.Texte.Article("Promo 16.18", "2026", Verification.AVerifier);

    private static readonly ConditionAge s_age = new(16, 17);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.Promo1618, Usage, Guichets.MissionLocale)
    {
        Conditions =
        [
            s_age.Pour(profil),
            Fiche.Si(!profil.EnEmploi, "Vous n'avez pas d'emploi.", "Vous avez un emploi.", "Il ne faut pas avoir d'emploi."),
            Fiche.Si(!profil.EnFormation, "Vous n'êtes pas en formation.", "Vous êtes en formation.", "Il ne faut pas être en formation."),
            Fiche.AVoir("La mission locale doit vous y envoyer."),
            Fiche.AVoir("Il faut que ce soit ouvert cette année. Demandez-le."),
        ],
        Oui = "Vous pouvez demander la Promo 16.18 : trois mois environ pour trouver votre voie. La mission locale vous y envoie.",
        Ailleurs = "La mission locale, jusqu'à 25 ans, a d'autres parcours.",
        Documents = ["Une pièce d'identité", .. RepreparationOrigine.SignatureDuParent(profil)],
        Demarches = ["Demandez à la mission locale si une promo ouvre près de chez vous."],
        Echeance = s_age.DernierJour(profil),
    }.Conclure();
}
