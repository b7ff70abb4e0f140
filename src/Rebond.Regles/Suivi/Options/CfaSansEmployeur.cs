using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on commencer au CFA sans avoir d'employeur ?
/// L. 6222-12-1 : oui, trois mois au plus, comme stagiaire de la formation professionnelle, le temps d'en trouver un.
/// </summary>
public static class CfaSansEmployeur
{
    public static readonly Fondement Article = CodeTravail.Texte.Article("L6222-12-1", "2026");

    public const int DureeMois = 3;

    private static readonly ConditionAge s_age = new(16, NouvelEmployeur.DernierAge);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.CfaSansEmployeur, Article, profil.Statut == StatutSuivi.Apprenti ? Guichets.Cfa : Guichets.UnCfa)
    {
        Conditions = [Age(profil), Employeur(profil), .. DejaPris(profil), Fiche.AVoir("Le CFA doit avoir une place.")],
        Oui = "Vous pouvez commencer au CFA sans employeur, pendant trois mois. Le CFA vous aide à en trouver un.",
        Ailleurs = "Demandez conseil à un CFA ou à la mission locale.",
        Documents = ["La fiche d'inscription du CFA", "Votre relevé de notes", .. RepreparationOrigine.SignatureDuParent(profil)],
        Demarches = ["Appelez le CFA et demandez une place sans contrat.", $"S'il vous prend à la rentrée, vous avez jusqu'au {Dates.EnFrancais(Fin(profil.ProchaineRentree()))} pour trouver un employeur."],
    }.Conclure();

    /// <summary>Le dernier jour des trois mois.</summary>
    public static DateOnly Fin(DateOnly debut) => debut.AddMonths(DureeMois).AddDays(-1);

    private static Condition Age(ProfilSuivi profil)
    {
        var age = s_age.Pour(profil);
        return age.Etat != EtatCondition.Manquante || profil.Naissance is not { } naissance || !Anniversaires.AAtteint(naissance, 30, profil.Aujourdhui) || profil.Rqth == false
            ? age
            : Fiche.AVoir("Vous avez plus de 29 ans. C'est ouvert si votre handicap est reconnu.");
    }

    private static Condition Employeur(ProfilSuivi profil) => profil switch
    {
        { Statut: not null and not StatutSuivi.Apprenti } => new("Vous n'avez pas d'employeur.", EtatCondition.Remplie),
        { Apprentissage: { Rompu: true } or { RuptureLe: not null } } => new("Votre contrat a été rompu.", EtatCondition.Remplie),
        { Apprentissage.FinContrat: { } fin } when profil.Aujourdhui > fin => new("Votre contrat est fini.", EtatCondition.Remplie),
        _ => Fiche.AVoir("Cela sert à la fin de votre contrat, si vous n'avez pas d'autre employeur."),
    };

    private static IEnumerable<Condition> DejaPris(ProfilSuivi profil)
    {
        if (profil.Statut == StatutSuivi.Apprenti && profil.Situation() == SituationExamen.Echec)
            yield return ConditionsApprentissage.UneSeuleFois(profil);
    }
}
