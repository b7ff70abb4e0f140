namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>What is to be done at the next date of a file: codes of the base, with what a person reads.</summary>
public static class ActionsDeSuivi
{
    public const string PremierContact = "PREMIER_CONTACT";
    public const string Rappeler = "RAPPELER";
    public const string ChercherCoordonnees = "CHERCHER_COORDONNEES";
    public const string TenirEntretien = "TENIR_ENTRETIEN";
    public const string ReprendreRendezVous = "REPRENDRE_RENDEZ_VOUS";
    public const string SuivrePlan = "SUIVRE_PLAN";
    public const string DeciderReinscription = "DECIDER_REINSCRIPTION";
    public const string AttendreCommission = "ATTENDRE_COMMISSION";
    public const string VerifierEntree = "VERIFIER_ENTREE";
    public const string AttendrePartenaire = "ATTENDRE_PARTENAIRE";
    public const string VerifierRefus = "VERIFIER_REFUS";
    public const string ExaminerOpposition = "EXAMINER_OPPOSITION";
    public const string FinDuPae = "FIN_DU_PAE";
    public const string Situation6Mois = "SITUATION_6_MOIS";
    public const string Situation12Mois = "SITUATION_12_MOIS";

    public static IReadOnlyDictionary<string, string> Libelles { get; } = new Dictionary<string, string>
    {
        [PremierContact] = "Premier contact",
        [Rappeler] = "Rappeler",
        [ChercherCoordonnees] = "Retrouver des coordonnées justes",
        [TenirEntretien] = "Tenir l’entretien de situation",
        [ReprendreRendezVous] = "Proposer un autre rendez-vous",
        [SuivrePlan] = "Faire le point sur le plan convenu",
        [DeciderReinscription] = "Décider de la réinscription",
        [AttendreCommission] = "Attendre la commission d’affectation",
        [VerifierEntree] = "Vérifier que la personne est bien entrée dans sa solution",
        [AttendrePartenaire] = "Demander au partenaire où il en est",
        [VerifierRefus] = "Vérifier, une fois, que le refus d’être suivi tient toujours",
        [ExaminerOpposition] = "Répondre à son opposition",
        [FinDuPae] = "Faire le point à la fin du Parcours Ambition Emploi",
        [Situation6Mois] = "Relever la situation à 6 mois",
        [Situation12Mois] = "Relever la situation à 12 mois",
    };
}
