using Rebond.Coeur.Inscription.Amenagements;

namespace Rebond.Web.Pages.Inscription.Amenagements.Gestion;

internal static class Vues
{
    public static string Nom(this ListerAmenagements.Vue vue) => vue switch
    {
        ListerAmenagements.Vue.EnRetard => "Réponse en retard",
        ListerAmenagements.Vue.Pressantes => $"Réponse due sous {ListerAmenagements.JoursPressants} jours",
        ListerAmenagements.Vue.AttendentAvis => "Sans avis enregistré",
        ListerAmenagements.Vue.AttendentDecision => "Prêtes à décider",
        ListerAmenagements.Vue.Decidees => "Décidées",
        _ => "Retirées",
    };
}
