using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Web.Dsfr;

namespace Rebond.Web.Pages.Resultats.Publication;

/// <summary>What a publication's state is called, the same in the list and on its own page.</summary>
internal static class EtatEnMots
{
    public static string EnMots(this ConsulterPublications.Etat etat) => etat switch
    {
        { PublieeLe: { } le } => $"Publiée le {le.DateEtHeure()}",
        { Seconde: not null } => $"Sous embargo jusqu’au {etat.Embargo!.Value.DateEtHeure()}",
        { Premiere: not null } => "Une signature",
        _ => "À signer",
    };

    public static GenreBadge Badge(this ConsulterPublications.Etat etat) => etat switch
    {
        { Publiee: true } => GenreBadge.Succes,
        { Seconde: not null } => GenreBadge.Info,
        { Premiere: not null } => GenreBadge.Attention,
        _ => GenreBadge.Neutre,
    };

    public static string Court(this GroupeEpreuves groupe) => groupe == GroupeEpreuves.Premier ? "Premier groupe" : "Second groupe";

    public static string EnMots(this ConsulterPublications.Signature? signature) =>
        signature is null ? "Pas encore" : $"{signature.Nom ?? "Compte supprimé"}, {HeureDeParis.EnMots(signature.Le)}";
}
