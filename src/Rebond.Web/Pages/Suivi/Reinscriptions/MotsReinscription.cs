using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Web.Dsfr;
using Rebond.Web.Pages.Suivi.Entretiens;

namespace Rebond.Web.Pages.Suivi.Reinscriptions;

/// <summary>French words of the codes that these pages show.</summary>
internal static class MotsReinscription
{
    public static string Nom(this EtatReinscription etat) => etat switch
    {
        EtatReinscription.Demandee => "Sans réponse",
        EtatReinscription.Accordee => "Place accordée",
        EtatReinscription.ProposeeAilleurs => "Proposée ailleurs, la personne répond",
        EtatReinscription.Refusee => "Refusée par écrit",
        EtatReinscription.Transmise => "Transmise à la commission",
        EtatReinscription.Affectee => "Affectée par la commission",
        EtatReinscription.SansPlace => "Sans place à la commission",
        _ => "Retirée",
    };

    public static GenreBadge Badge(this EtatReinscription etat) => etat switch
    {
        EtatReinscription.Demandee => GenreBadge.Erreur,
        EtatReinscription.Transmise or EtatReinscription.ProposeeAilleurs => GenreBadge.Attention,
        EtatReinscription.Accordee or EtatReinscription.Affectee => GenreBadge.Succes,
        _ => GenreBadge.Neutre,
    };

    /// <summary>"Tom : signé le…, à l’écran."</summary>
    public static string Signature(string qui, DateTime? le, ModeSignature? mode) => le is { } jour ? $"{qui} : signé {HeureDeParis.EnMots(jour)}, {mode!.Value.Nom()}." : $"{qui} : signature attendue.";

    public static string Nom(this FondementRefus fondement) => fondement switch
    {
        FondementRefus.Capacite => "Plus de place dans la formation",
        FondementRefus.DroitDejaExerce => "Le droit a déjà servi une fois",
        FondementRefus.FormationFermee => "La formation n’existe plus dans l’établissement",
        FondementRefus.DemandeTardive => "Demande arrivée après la rentrée",
        _ => "Autre raison, dite par écrit",
    };

    public static string Nom(this DecisionReinscription decision) => decision switch
    {
        DecisionReinscription.Accorder => "Accorder la place",
        DecisionReinscription.ProposerAilleurs => "Proposer une place dans un autre lycée",
        DecisionReinscription.Refuser => "Refuser par écrit",
        _ => "Transmettre à la commission d’affectation",
    };
}
