using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Celui qui n'est pas, ou plus, élève peut-il entrer dans un lycée ?
/// Un ancien apprenti peut repréparer comme élève (Onisep) ; le titulaire d'un CAP peut entrer en première de bac professionnel (D. 337-57) ; qui a
/// quitté l'école sans diplôme peut y revenir. Toujours s'il reste une place.
/// </summary>
public static class RetourScolaire
{
    public static readonly Fondement ApresApprentissage = Onisep2022.Texte.Article("changer de statut", "2022-07-01");
    public static readonly Fondement ApresCap = CodeEducation.Texte.Article("D337-57", "2009-02-12");
    public static readonly Fondement SansDiplome = CodeEducation.Texte.Article("L122-2", "2020-09-01");

    public static OptionSuivi Evaluer(ProfilSuivi profil)
    {
        var cap = profil.TousDiplomes()?.Contains(Diplome.Cap) == true && profil.Situation() is SituationExamen.Reussite or SituationExamen.JamaisPresente && !ABac(profil);
        return new Fiche(CodeOption.RetourScolaire, cap ? ApresCap : profil.Statut == StatutSuivi.Apprenti ? ApresApprentissage : SansDiplome, Guichets.LyceeOuCio)
        {
            Conditions = [Statut(profil, cap), Fiche.AVoir("Il faut qu'une place reste libre dans un lycée."), Fiche.AVoir("Le lycée ou la commission du département doit dire oui.")],
            Oui = cap
                ? "Avec votre CAP, vous pouvez entrer en première de bac pro, s'il reste une place."
                : "Vous pouvez reprendre les cours dans un lycée, s'il reste une place. Ce n'est pas un droit : le lycée ou la commission décide.",
            Ailleurs = "Le CIO peut vous dire ce que vous pouvez faire.",
            Documents = ["Vos relevés de notes", "Vos derniers bulletins", .. RepreparationOrigine.SignatureDuParent(profil)],
            Demarches = ["Prenez rendez-vous au CIO dès maintenant.", "Demandez plusieurs lycées."],
            Echeance = profil.ProchaineRentree(),
        }.Conclure();
    }

    private static bool ABac(ProfilSuivi profil) => profil.TousDiplomes()?.Any(diplome => diplome is Diplome.BacPro or Diplome.BacProAgricole or Diplome.BacGeneral or Diplome.BacTechnologique or Diplome.Bts) == true;

    private static Condition Statut(ProfilSuivi profil, bool cap)
    {
        if (cap)
            return new Condition("Vous avez un CAP. Il permet d'entrer en première de bac pro.", EtatCondition.Remplie);
        if (profil.Situation() == SituationExamen.Reussite)
            return new Condition("Vous avez eu votre examen. Il n'y a rien à refaire.", EtatCondition.Manquante);
        if (profil.AQuitteLEcole() == true)
            return new Condition("Vous avez quitté l'école.", EtatCondition.Remplie);
        return Fiche.Si(!profil.EstStatut(StatutSuivi.Lyceen, StatutSuivi.EtudiantBts),
            "Vous n'étiez pas élève d'un lycée.",
            "Vous êtes déjà élève d'un lycée. Pour y rester, d'autres voies sont faites pour vous.",
            "Nous ne savons pas si vous étiez élève d'un lycée.");
    }
}
