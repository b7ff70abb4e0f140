using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Web.Dsfr;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>French words of the codes that the pages of the desk show.</summary>
internal static class Intitules
{
    /// <summary>« Pièces reçues, à contrôler ».</summary>
    public static string Nom(this EtatDossier etat) => etat.EnFrancais() is var mots ? char.ToUpperInvariant(mots[0]) + mots[1..] : "";

    public static GenreBadge Badge(this EtatDossier etat) => etat switch
    {
        EtatDossier.Recu => GenreBadge.Info,
        EtatDossier.Recevable or EtatDossier.Inscrit => GenreBadge.Succes,
        EtatDossier.Enregistre or EtatDossier.Incomplet => GenreBadge.Attention,
        EtatDossier.Irrecevable or EtatDossier.Annule => GenreBadge.Erreur,
        _ => GenreBadge.Neutre,
    };

    public static string Nom(this EtatPiece etat) => etat switch
    {
        EtatPiece.Absente => "Pas reçue",
        EtatPiece.Deposee => "Reçue, à contrôler",
        EtatPiece.Illisible => "Illisible",
        EtatPiece.Refusee => "Refusée",
        EtatPiece.Acceptee => "Acceptée",
        EtatPiece.Perimee => "Plus valable",
        _ => "Dispensée",
    };

    public static GenreBadge Badge(this EtatPiece etat) => Dossier.Intitules.Badge(etat);

    public static string Nom(this ListerGuichet.Age age) => age switch
    {
        ListerGuichet.Age.MoinsDeSeptJours => "Moins de 7 jours",
        ListerGuichet.Age.DeSeptATrenteJours => "De 7 à 30 jours",
        _ => "Plus de 30 jours",
    };

    public static string Nom(this ListerGuichet.Travail travail) => travail switch
    {
        ListerGuichet.Travail.PiecesAControler => "Pièces à contrôler",
        ListerGuichet.Travail.Empechements => "Pièces que le candidat dit ne pas pouvoir fournir",
        ListerGuichet.Travail.Reouvertures => "Réouvertures demandées",
        ListerGuichet.Travail.ExperienceAEnvoyer => "Expérience à envoyer à l’inspecteur",
        _ => "Reçus sans signature",
    };

    public static string Pole(string code) => code switch
    {
        "INDUSTRIEL" => "Industriel",
        "TERTIAIRE" => "Tertiaire",
        "TRANSVERSAL" => "Transversal",
        _ => code,
    };

    public static string Jours(int n) => n switch { <= 0 => "aujourd’hui", 1 => "1 jour", _ => $"{n} jours" };
}
