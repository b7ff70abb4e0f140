using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on entrer dans un micro-lycée, ou une autre structure de retour à l'école ?
/// De 16 à 25 ans, hors de l'école depuis six mois au moins, volontaire (site nouvelles-chances, pages de micro-lycées). Une place et un entretien.
/// </summary>
public static class MicroLycee
{
    public static readonly Fondement Public = SiteNouvellesChances2024.Texte.Article("micro-lycée", "2024-09-09", Verification.AVerifier);

    public const int MoisHorsDeLEcole = 6;

    private static readonly ConditionAge s_age = new(16, 25);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.MicroLycee, Public, Guichets.MicroLycee)
    {
        Conditions = [s_age.Pour(profil), Diplome(profil), Sortie(profil), Fiche.AVoir("Il faut le vouloir, et passer un entretien."), Fiche.AVoir("Il faut qu'une place reste libre.")],
        Oui = "Vous pouvez demander un micro-lycée : une petite classe pour ceux qui ont quitté l'école. On y prépare un bac.",
        Ailleurs = "Le CIO connaît d'autres façons de reprendre.",
        Documents = ["Un CV", "Une lettre", "Vos bulletins depuis la troisième", .. RepreparationOrigine.SignatureDuParent(profil)],
        Demarches = ["Prenez rendez-vous au CIO.", "Préparez la lettre : dites pourquoi vous revenez."],
        Echeance = s_age.DernierJour(profil),
    }.Conclure();

    private static Condition Sortie(ProfilSuivi profil)
    {
        if (profil.EnFormation == true)
            return new Condition("Vous êtes en formation. Il faut avoir quitté l'école.", EtatCondition.Manquante);
        if (profil.FinScolarite is not { } fin)
            return Fiche.AVoir("Il faut avoir quitté l'école depuis six mois. Nous ne savons pas depuis quand.");
        var ouvert = fin.AddMonths(MoisHorsDeLEcole);
        return profil.Aujourdhui >= ouvert
            ? new Condition("Vous avez quitté l'école depuis six mois ou plus.", EtatCondition.Remplie)
            : new Condition($"Il faut avoir quitté l'école depuis six mois. Ce sera le cas le {Dates.EnFrancais(ouvert)}.", EtatCondition.Manquante);
    }

    private static Condition Diplome(ProfilSuivi profil) => Fiche.Si(
        profil.TousDiplomes() is { } diplomes ? !diplomes.Any(diplome => diplome is Suivi.Diplome.BacPro or Suivi.Diplome.BacProAgricole or Suivi.Diplome.BacGeneral or Suivi.Diplome.BacTechnologique or Suivi.Diplome.Bts) : null,
        "Vous n'avez pas le bac.", "Vous avez déjà le bac.", "Il ne faut pas avoir déjà le bac.");
}
