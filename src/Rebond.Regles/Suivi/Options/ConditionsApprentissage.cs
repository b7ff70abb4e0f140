using Rebond.Regles.Suivi.Apprentissage;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>Les conditions que plusieurs options d'apprentissage partagent (L. 6222-11 : après un échec, une fois, un an au plus).</summary>
internal static class ConditionsApprentissage
{
    public static Condition EtreApprenti(ProfilSuivi profil) => Fiche.Si(profil.EstStatut(StatutSuivi.Apprenti),
        "Vous étiez au CFA, comme apprenti.", "Cette voie est pour les apprentis. Vous ne l'étiez pas.", "Nous ne savons pas si vous étiez apprenti.");

    public static Condition AvoirEchoue(ProfilSuivi profil) => profil.Situation() switch
    {
        SituationExamen.Echec => new("Vous avez passé l'examen et vous ne l'avez pas eu.", EtatCondition.Remplie),
        SituationExamen.Reussite => new("Vous avez eu votre examen. Bravo !", EtatCondition.Manquante),
        SituationExamen.Absence when profil.ForceMajeure is null => Fiche.AVoir("Vous étiez absent. Si la raison était grave, il y a d'abord les épreuves de septembre."),
        SituationExamen.Absence => new("Vous étiez absent. Il faut avoir passé l'examen et l'avoir raté.", EtatCondition.Manquante),
        SituationExamen.JamaisPresente => new("Vous n'avez pas passé l'examen. Il faut l'avoir raté.", EtatCondition.Manquante),
        SituationExamen.Controle => Fiche.AVoir("Vous avez encore un oral à passer. Cette voie s'ouvre si vous le ratez."),
        SituationExamen.ForceMajeure => Fiche.AVoir("Ce n'est pas encore un échec : il y a d'abord les épreuves de septembre."),
        _ => Fiche.AVoir("Nous ne savons pas quel résultat vous avez eu."),
    };

    public static Condition UneSeuleFois(ProfilSuivi profil) => Fiche.Si(!profil.Apprentissage?.DejaProlonge,
        "Vous n'avez pas encore pris d'année de plus.",
        "Vous avez déjà pris une année de plus. Le texte n'en donne qu'une.",
        "Avez-vous déjà pris une année de plus ? Le texte n'en donne qu'une.");

    /// <summary>Un an au plus, quand les dates sont fixées.</summary>
    public static IEnumerable<Condition> Duree(ProfilSuivi profil)
    {
        if (profil.Apprentissage is { FinProlongation: { } fin } contrat && ListeCerfa.DebutProlongation(contrat) is { } debut)
            yield return Fiche.Si(DepotContrat.DureeRespectee(debut, fin),
                "Le contrat dure un an au plus.",
                $"Les dates sont à revoir. Le contrat doit finir le {Dates.EnFrancais(DepotContrat.FinAuPlusTard(debut))} au plus tard.",
                "", aVotreMain: true);
    }

    /// <summary>Le plancher de paye sur un an, si l'âge, l'année et les dates sont connus.</summary>
    public static IReadOnlyList<PeriodeRemuneration> Paye(ProfilSuivi profil, bool prolongationHandicap = false)
    {
        if (profil is not { Naissance: { } naissance, Apprentissage: { AnneeContrat: { } annee } contrat } || annee < 1 || ListeCerfa.DebutProlongation(contrat) is not { } debut)
            return [];
        var fin = contrat.FinProlongation is { } fixee && DepotContrat.DureeRespectee(debut, fixee) ? fixee : DepotContrat.FinAuPlusTard(debut);
        return PlancherRemuneration.PendantLaProlongation(naissance, annee, debut, fin, prolongationHandicap: prolongationHandicap);
    }

    public static IReadOnlyList<string> Documents(ProfilSuivi profil) =>
    [
        "Un nouveau contrat d'apprentissage (Cerfa), signé par vous et l'employeur",
        "La convention de formation du CFA",
        "Votre relevé de notes",
        .. profil.Rqth == true ? ["Votre reconnaissance de travailleur handicapé (RQTH)"] : (string[])[],
        .. RepreparationOrigine.SignatureDuParent(profil),
    ];

    public static string Depot(ProfilSuivi profil) => profil.Apprentissage is { } contrat && ListeCerfa.DebutProlongation(contrat) is { } debut
        ? $"L'employeur envoie le contrat à l'OPCO. S'il commence le {Dates.EnFrancais(debut)}, c'est le {Dates.EnFrancais(DepotContrat.DateLimite(debut))} au plus tard."
        : "L'employeur envoie le contrat à l'OPCO dans les cinq jours ouvrables après le début.";
}
