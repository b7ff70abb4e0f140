using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Entretiens;

/// <summary>Days and hours as one says them: « lundi 6 juillet », « 9 h 30 ».</summary>
internal static class MotsEntretiens
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    public static string Jour(DateOnly jour) => jour.ToString(jour.Day == 1 ? "dddd d'er' MMMM" : "dddd d MMMM", Francais);

    public static string Heure(this DateTime utc) => utc.EnHeureDeParis() is var heure && heure.Minute == 0 ? $"{heure.Hour}\u00a0h" : $"{heure.Hour}\u00a0h\u00a0{heure.Minute:00}";

    /// <summary>« lundi 6 juillet à 9 h 30 ».</summary>
    public static string JourEtHeure(this DateTime utc) => $"{Jour(utc.JourAParis())} à {utc.Heure()}";

    public static string Nom(this BesoinEntretien besoin) => besoin switch
    {
        BesoinEntretien.Transport => "Transport",
        BesoinEntretien.Logement => "Logement",
        BesoinEntretien.Orientation => "Aide pour choisir une voie (Psy-EN, CIO)",
        BesoinEntretien.RechercheEmploi => "Recherche d’emploi",
        BesoinEntretien.RechercheEmployeur => "Recherche d’un employeur en apprentissage",
        BesoinEntretien.SoutienScolaire => "Soutien dans des matières",
        BesoinEntretien.AmenagementEpreuves => "Aménagement des épreuves",
        BesoinEntretien.Numerique => "Ordinateur, connexion",
        BesoinEntretien.DemarchesAdministratives => "Démarches administratives",
        _ => "Rendez-vous avec l’assistante sociale",
    };

    /// <summary>Needs of a record, in words.</summary>
    public static IEnumerable<string> Besoins(EntretienSituation entretien) => entretien.Besoins.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Codes.TryLire<BesoinEntretien>(c, out var besoin) ? besoin.Nom() : c);

    /// <summary>How somebody signs at the school.</summary>
    public static IEnumerable<SelectListItem> ModesDeSignature => [new("Ici, à l’écran", ModeSignature.EnLigne.Code()), new("Sur la feuille imprimée", ModeSignature.Papier.Code())];

    public static string Nom(this ModeSignature mode) => mode == ModeSignature.EnLigne ? "à l’écran" : "sur papier";
}
