using Rebond.Regles.Suivi.Calendrier;
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
        var cap = EntreParLeCap(profil);
        return new Fiche(CodeOption.RetourScolaire, cap == true ? ApresCap : profil.Statut == StatutSuivi.Apprenti ? ApresApprentissage : SansDiplome, Guichets.LyceeOuCio)
        {
            Conditions = [Statut(profil, cap), Fiche.AVoir("Il faut qu'une place reste libre dans un lycée."), Fiche.AVoir("Le lycée ou la commission du département doit dire oui.")],
            Oui = cap == true
                ? "Avec votre CAP, vous pouvez entrer en première de bac pro, s'il reste une place."
                : "Vous pouvez reprendre les cours dans un lycée, s'il reste une place. Ce n'est pas un droit : le lycée ou la commission décide.",
            Ailleurs = "Le CIO peut vous dire ce que vous pouvez faire.",
            Documents = ["Vos relevés de notes", "Vos derniers bulletins", .. RepreparationOrigine.SignatureDuParent(profil)],
            Demarches = ["Prenez rendez-vous au CIO dès maintenant.", "Demandez plus d'un lycée."],
            Echeance = profil.ProchaineRentree(),
        }.Conclure();
    }

    /// <summary>Titulaire du CAP sans bac, et qui ne prépare pas déjà autre chose : la première de bac professionnel.</summary>
    private static bool? EntreParLeCap(ProfilSuivi profil)
    {
        if (profil.Situation() is not (SituationExamen.Reussite or SituationExamen.JamaisPresente or SituationExamen.Inconnue))
            return false;
        if (profil.TousDiplomes() is { } diplomes)
        {
            if (diplomes.Any(EstBacOuPlus))
                return false;
            if (diplomes.Contains(Diplome.Cap))
                return profil.Situation() == SituationExamen.Inconnue ? null : true;
            // L'examen qui vient d'être réussi peut être un CAP que la liste n'a pas encore.
            if (profil.Diplomes is not null && (profil.Situation() == SituationExamen.JamaisPresente || profil.Examen is not (null or ExamenPrepare.Cap)))
                return false;
        }
        return null;
    }

    private static bool EstBacOuPlus(Diplome diplome) => diplome is Diplome.BacPro or Diplome.BacProAgricole or Diplome.BacGeneral or Diplome.BacTechnologique or Diplome.Bts;

    private static Condition Statut(ProfilSuivi profil, bool? cap)
    {
        if (cap == true)
            return new Condition("Vous avez un CAP. Il permet d'entrer en première de bac pro.", EtatCondition.Remplie);
        if (profil.Situation() == SituationExamen.Reussite)
            return cap is null
                ? Fiche.AVoir("Avez-vous un CAP ? Il permet d'entrer en première de bac pro.")
                : new Condition("Vous avez eu votre examen. Il n'y a rien à refaire.", EtatCondition.Manquante);
        var dehors = EstHorsDuLycee(profil);
        return Fiche.Si(dehors == false && cap is null ? null : dehors,
            "Vous n'êtes pas, ou plus, élève d'un lycée.",
            "Vous êtes déjà élève d'un lycée. Pour y rester, d'autres voies sont faites pour vous.",
            "Cela sert si vous n'êtes plus élève d'un lycée.");
    }

    private static bool? EstHorsDuLycee(ProfilSuivi profil)
    {
        if (profil.EstStatut(StatutSuivi.Lyceen, StatutSuivi.EtudiantBts) is not { } eleve)
            return null;
        if (!eleve)
            return true;
        if (profil.EnFormation == true)
            return false;
        return profil.FinScolarite is { } fin && Rentrees.Prochaine(fin).Jour >= profil.Aujourdhui ? false : profil.AQuitteLEcole();
    }
}
