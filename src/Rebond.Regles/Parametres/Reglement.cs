using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Parametres;

/// <summary>Une table d'épreuves et de coefficients, telle qu'une source la donne, pour des sessions données.</summary>
/// <param name="Id">Clé stable : « GA-2012 », « S », « BG-2022 »…</param>
/// <param name="Source">Où la table a été lue.</param>
/// <param name="Verification">A_VERIFIER si une partie au moins n'a pas été lue dans le texte.</param>
/// <param name="Simulation">Table inventée : elle ne décide que dans la démonstration et chaque décision le dit.</param>
/// <param name="PremiereSession">Année, ou rien si la source ne le dit pas.</param>
public sealed record Reglement(
    string Id,
    TypeExamen Examen,
    string Libelle,
    string Source,
    Verification Verification,
    bool Simulation,
    int? PremiereSession,
    int? DerniereSession,
    IReadOnlyList<string> FormationsDiplome,
    IReadOnlyList<UniteReglement> Unites,
    IReadOnlyList<UniteReglement> Facultatives);

/// <summary>Une unité d'un règlement.</summary>
/// <param name="Code">« U31 » en bac pro ; en GT, le libellé en capitales sans accent : « FRANCAIS_ECRIT ».</param>
/// <param name="PratiqueProfessionnelle">Compte dans l'épreuve d'évaluation de la pratique professionnelle (sessions 2009 à 2021).</param>
/// <param name="PointsAuDessusDe10">N'ajoute que ses points au-dessus de 10, multipliés par le coefficient, sans entrer au diviseur.</param>
/// <param name="Obligatoire">Faux : une unité que le candidat n'a choisie que s'il la porte (enseignement de spécialité, option).</param>
public sealed record UniteReglement(
    string Code,
    string Libelle,
    Coefficient Coefficient,
    Domaine Domaine,
    bool PratiqueProfessionnelle,
    bool PointsAuDessusDe10,
    bool Obligatoire,
    ModesEvaluation Modes,
    Verification Verification);

/// <summary>Mode d'évaluation par colonne de candidats : A scolaires et apprentis habilités, B tout ponctuel, C formation continue en CCF intégral.</summary>
public sealed record ModesEvaluation(string? A, string? B, string? C);
