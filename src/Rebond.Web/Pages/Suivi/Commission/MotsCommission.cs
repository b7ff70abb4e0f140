using System.Globalization;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Web.Dsfr;

namespace Rebond.Web.Pages.Suivi.Commission;

/// <summary>French words of the codes that these pages show.</summary>
internal static class MotsCommission
{
    private static readonly CultureInfo s_francais = CultureInfo.GetCultureInfo("fr-FR");

    public static string Nom(this EtatSeance etat) => etat switch
    {
        EtatSeance.EnPreparation => "En préparation",
        EtatSeance.Proposee => "Proposition calculée",
        _ => "Arrêtée",
    };

    public static GenreBadge Badge(this EtatSeance etat) => etat switch
    {
        EtatSeance.EnPreparation => GenreBadge.Attention,
        EtatSeance.Proposee => GenreBadge.Info,
        _ => GenreBadge.Succes,
    };

    public static string Nom(this ListerDossiersDeCommission.Vue vue) => vue switch
    {
        ListerDossiersDeCommission.Vue.SansPlace => "Sans place",
        ListerDossiersDeCommission.Vue.ADecider => "Sans proposition, à décider à la main",
        ListerDossiersDeCommission.Vue.AutreSpecialite => "Demandent une autre spécialité",
        ListerDossiersDeCommission.Vue.Places => "Avec une place",
        ListerDossiersDeCommission.Vue.ALaMain => "Décidés à la main",
        ListerDossiersDeCommission.Vue.Droits => "Ont droit de revenir et le demandent",
        _ => "Tous les dossiers",
    };

    public static string Nom(this EtatVoeu etat) => etat switch
    {
        EtatVoeu.Recevable => "calculé",
        EtatVoeu.AutreSpecialite => "autre spécialité : à la main",
        EtatVoeu.TropLoin => "trop loin : à la main",
        _ => "distance inconnue : à la main",
    };

    public static string Nom(this GenreDecision genre) => genre switch
    {
        GenreDecision.Imposer => "Donner cette place",
        GenreDecision.Exclure => "Écarter ce vœu",
        GenreDecision.Retirer => "La personne renonce à ce vœu",
        _ => "Laisser sans place",
    };

    public static string Nom(this RaisonDeDepart raison) => raison == RaisonDeDepart.Renonce ? "La personne renonce" : "La personne n’est pas venue";

    /// <summary>« DROIT » is a right, « VOEU_2 » a rank.</summary>
    public static string Motif(string? code) => code switch
    {
        null => "sans proposition",
        "DROIT" => "de droit",
        "SANS_PLACE" => "sans place",
        "A_LA_MAIN" => "à la main",
        _ => $"vœu {code[5..]}",
    };

    public static string Moyenne(int? centiemes) => centiemes is { } valeur ? (valeur / 100m).ToString("0.00", s_francais) : "inconnue";

    public static string Km(int? km) => km switch { null => "inconnue", 0 => "sur place", var n => $"{n} km" };

    public static string Pluriel(int nombre, string singulier, string pluriel) => $"{nombre.ToString("N0", s_francais)} {(nombre > 1 ? pluriel : singulier)}";
}
