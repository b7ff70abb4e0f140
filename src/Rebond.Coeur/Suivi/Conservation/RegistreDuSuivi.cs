namespace Rebond.Coeur.Suivi.Conservation;

/// <summary>A kind of data of the follow-up: what it is for, who reads it, how long. In French: it is shown as it is.</summary>
public sealed record DonneeDuSuivi(string Donnee, string Finalite, string QuiLaLit, string Duree);

/// <summary>
/// The part of the register of processing that this area owes (RGPD, art. 30), in one place: the page and docs/rgpd.md say the same. No text that we
/// read fixes the retention: it is our proposal, for the controller to confirm.
/// </summary>
public static class RegistreDuSuivi
{
    /// <summary>Two school years after the file is closed: the time of a second attempt at the exam. A_VERIFIER: no text read fixes it.</summary>
    public const int MoisApresCloture = 24;

    private const string Responsables = "l’établissement de la personne, ou la division des examens (DEC) pour son académie ; la personne elle-même";
    private static readonly string s_duree = $"{MoisApresCloture} mois après la clôture du dossier, puis effacement (durée proposée, à confirmer par le responsable du traitement)";

    public static IReadOnlyList<DonneeDuSuivi> Tout { get; } =
    [
        new("Identité, naissance, examen, résultat", "Proposer une solution à chacun, dire ses droits, respecter l’obligation de formation jusqu’à 18 ans", Responsables, s_duree),
        new("Téléphone, courriel, et ceux du responsable légal d’un mineur", "Joindre la personne ; les corrections sont gardées à côté de ce que la source a donné", Responsables, s_duree),
        new("Contacts tentés et leur issue, avec une observation libre", "Ne pas appeler deux fois pour rien, compter les relances, savoir qui est injoignable", Responsables, s_duree),
        new("Entretien de situation, qui l’a signé ou non et pourquoi", "Garder ce qui est convenu, et la réponse de la personne et de son responsable", Responsables, s_duree),
        new("Lettres et packs remis ou postés, liens personnels rappelés", "Que personne ne reste sans nouvelles faute d’adresse, et qu’un lien perdu ne serve plus", Responsables, s_duree),
        new("Solution choisie, situation à 6 et 12 mois", "Vérifier que la solution tient", Responsables, s_duree),
        new("Demande de réinscription, qui l’a signée, réponse motivée, emploi du temps aménagé", "Répondre à chacun avant la rentrée, par écrit", Responsables, s_duree),
        new("Commission d’affectation : vœux, distances, proposition et décision avec leur raison, décisions à la main, rang d’attente", "Partager les places de terminale sans passe-droit, dire à chacun pourquoi, servir la liste d’attente", $"la commission du département ; {Responsables}", s_duree),
        new("Parcours Ambition Emploi proposé et suivi", "Vérifier sa durée et ses stages", Responsables, s_duree),
        new("Transmission à un partenaire et sa réponse", "Passer le relais à la mission locale ou à la plateforme de suivi (PSAD), avec les seules coordonnées", $"{Responsables} ; le partenaire, pour ce qui lui est transmis", s_duree),
        new("Refus d’être relancé, opposition et réponse", "Respecter le choix de la personne", Responsables, s_duree),
        new("Nombres du tableau « Personne n’est perdu »", "Piloter", "le pilotage, sans nom ni nombre de 1 à 4", "sans limite : ils ne désignent personne"),
    ];
}
