using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Web.Dsfr;

namespace Rebond.Web.Pages.Inscription.Campagnes;

/// <summary>States as the examination division says them.</summary>
internal static class EnMots
{
    public static string Nom(this EtatFenetre etat) => etat switch
    {
        EtatFenetre.Ouverte => "Ouverte",
        EtatFenetre.PasOuverte => "À venir",
        _ => "Close",
    };

    public static GenreBadge Badge(this EtatFenetre etat) => etat switch
    {
        EtatFenetre.Ouverte => GenreBadge.Succes,
        EtatFenetre.PasOuverte => GenreBadge.Info,
        _ => GenreBadge.Neutre,
    };

    public static string Nom(this EtatRevision etat) => etat switch
    {
        EtatRevision.EnVigueur => "En vigueur",
        EtatRevision.Remplacee => "Remplacée",
        EtatRevision.Brouillon => "Brouillon",
        _ => "Retirée",
    };

    public static string Nom(this EtatDossier etat) => etat switch
    {
        EtatDossier.Brouillon => "brouillon",
        EtatDossier.Enregistre => "enregistré",
        EtatDossier.Signe => "signé",
        EtatDossier.Recu => "reçu",
        EtatDossier.Incomplet => "incomplet",
        EtatDossier.Recevable => "recevable",
        EtatDossier.Irrecevable => "irrecevable",
        EtatDossier.Inscrit => "inscrit",
        EtatDossier.Desiste => "désisté",
        EtatDossier.Ecarte => "écarté",
        _ => "annulé",
    };
}
