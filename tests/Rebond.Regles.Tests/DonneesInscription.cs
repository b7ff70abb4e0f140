using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Tests;

/// <summary>Profils et campagnes d'essai : un profil recevable par défaut, changé par ce que le test éprouve.</summary>
internal static class DonneesInscription
{
    public static Campagne NancyMetz { get; } = CampagnesLivrees.Chercher("nancy-metz-bac-pro-2024")!;
    public static Campagne Reims { get; } = CampagnesLivrees.Chercher("reims-bac-pro-2015")!;
    public static Campagne AixMarseille { get; } = CampagnesLivrees.Chercher("aix-marseille-bac-gt-2017")!;

    /// <summary>Un élève de 18 ans, français, dans les délais, dont le dossier est complet.</summary>
    public static Profil UnScolaire { get; } = new()
    {
        InscritLe = new HeureParis(new DateOnly(2023, 11, 20), new TimeOnly(14, 0)),
        Naissance = new DateOnly(2005, 3, 3),
        NationaliteFrancaise = true,
        Rqth = false,
        Categorie = Categorie.Scolaire,
        Specialite = "40025214",
        TravailEnHauteur = false,
        NotesAConserver = [],
        SessionsAnterieures = [],
        DispensesDemandees = false,
        Eps = new AptitudeEps(false),
        ScolariseMemeSession = false,
        Amenagement = new DemandeAmenagement(false),
        Envoi = new EnvoiPieces(Canal.Poste, new DateOnly(2023, 12, 9), null, []),
    };

    public static Profil UnCandidat(Categorie categorie) => UnScolaire with { Categorie = categorie };

    public static HeureParis Heure(string texte) => HeureParis.TryLire(texte, out var heure) ? heure : throw new ArgumentException(texte, nameof(texte));

    public static DateOnly Jour(string texte) => Dates.TryLire(texte, out var jour) ? jour : throw new ArgumentException(texte, nameof(texte));

    public static SessionExamen Session(string texte) => SessionExamen.TryLire(texte, out var session) ? session : throw new ArgumentException(texte, nameof(texte));
}
