using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Le candidat doit-il être en règle avec le service national pour s'inscrire ?
/// L. 114-6 : « avant l'âge de vingt-cinq ans », pour être autorisée à s'inscrire aux examens, la personne assujettie à la journée défense et
/// citoyenneté doit être en règle, sauf force majeure. L. 113-1 : le recensement est celui des Français, à partir de seize ans. La loi compte
/// donc l'âge au jour de l'inscription ; une notice peut le compter au 31 décembre. Quand les deux diffèrent, une personne décide.
/// </summary>
public static class RecensementOuJdc
{
    public const int AgeRecensement = 16;
    public const int AgeLimite = 25;

    public static readonly Fondement Recensement = CodeServiceNational.Texte.Article("L113-1", "2026-03-26");
    public static readonly Fondement Journee = CodeServiceNational.Texte.Article("L114-6", "2026-03-26");

    private static readonly Condition s_loi = new Condition.Tous(
    [
        new Condition.ReponseA("nationaliteFrancaise", new Comparaison.Vaut(true)),
        new Condition.AgeA(MomentDAge.Inscription, null, AgeRecensement, AgeLimite),
    ]);

    /// <summary>Ce que dit la loi, quoi que dise la notice.</summary>
    public static Evaluation SelonLaLoi(Profil profil, Campagne campagne) => s_loi.Evaluer(profil, campagne);

    /// <summary>Les deux lectures réunies : elles s'accordent, l'une n'est pas connue, ou elles se contredisent.</summary>
    public static (EtatPiece Etat, IReadOnlyList<string> Questions) Reunir(Evaluation notice, Evaluation loi)
    {
        if (notice.Verite == Verite.Inconnu || loi.Verite == Verite.Inconnu)
            return (EtatPiece.APreciser, [.. notice.Questions.Concat(loi.Questions).Distinct()]);
        if (notice.Verite != loi.Verite)
            return (EtatPiece.AExaminer, []);
        return (notice.Verite == Verite.Vrai ? EtatPiece.Requise : EtatPiece.NonRequise, []);
    }

    /// <summary>Les deux dates, dites au candidat et à l'agent quand elles ne donnent pas la même réponse.</summary>
    public static string LesDeuxDates(Profil profil, Campagne campagne)
    {
        var anniversaire = profil.Naissance is { } naissance ? Dates.Anniversaire(naissance, AgeLimite) : (DateOnly?)null;
        var inscription = profil.InscritLe is { } moment ? $" (inscription le {Dates.EnFrancais(moment.Jour)})" : "";
        return $"La notice compte l'âge au 31/12/{campagne.AnneeInscription} ; la loi (code du service national, L. 114-6) le compte au jour de l'inscription{inscription}"
            + (anniversaire is { } jour ? $". Les 25 ans tombent le {Dates.EnFrancais(jour)} : les deux dates ne donnent pas la même réponse." : ".");
    }
}
