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
    IReadOnlyList<UniteReglement> Facultatives)
{
    /// <summary>Enseignements de spécialité et épreuves au choix, séries de la session 2020 : voir <see cref="Reglements.AvecSpecialite"/>.</summary>
    public IReadOnlyList<SpecialiteReglement> Specialites { get; init; } = [];

    /// <summary>La série demande une spécialité que ce règlement ne porte pas : les coefficients de base s'appliquent.</summary>
    public bool SpecialiteAChoisir { get; init; }

    /// <summary>Total que la source imprime, en coefficients des unités obligatoires au diviseur.</summary>
    public Coefficient? TotalImprime { get; init; }

    /// <summary>L'unité de ce code ou de ce libellé, obligatoire ou facultative.</summary>
    public UniteReglement? Unite(string code) => Chercher(Unites, code) ?? Chercher(Facultatives, code);

    /// <summary>L'unité non facultative de ce code ; en GT le libellé exact convient aussi.</summary>
    public static UniteReglement? Chercher(IReadOnlyList<UniteReglement> unites, string code) =>
        unites.FirstOrDefault(unite => string.Equals(unite.Code, code, StringComparison.Ordinal))
        ?? unites.FirstOrDefault(unite => string.Equals(unite.Libelle, code, StringComparison.Ordinal));
}

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
    Verification Verification)
{
    /// <summary>Quand l'unité se passe ; le bac pro n'a que des épreuves du premier groupe.</summary>
    public GroupeUnite Groupe { get; init; }

    /// <summary>Matière reconnue d'après l'intitulé, quand une règle la nomme.</summary>
    public Matiere Matiere { get; init; }
}

/// <summary>Moment d'une unité des baccalauréats général et technologique.</summary>
public enum GroupeUnite { Terminale, Anticipee, ControleContinu }

/// <summary>Les matières que les règles nomment (épreuve de contrôle, deux meilleures notes de 2021, remplacement).</summary>
public enum Matiere { Autre, Francais, HistoireGeographie, PreventionSanteEnvironnement, EconomieDroit, EconomieGestion, GestionAppliquee, Mathematiques, PhysiqueChimie, Eps }

/// <summary>Un choix qui change la table : une spécialité intégrée à une unité, une spécialité à part, ou une épreuve au lieu d'une autre.</summary>
/// <param name="Remplacee">Code de l'unité dont le coefficient change ou qui est remplacée ; rien : une unité s'ajoute.</param>
/// <param name="Unite">L'unité telle qu'elle entre dans la table.</param>
public sealed record SpecialiteReglement(string Code, string Libelle, string? Remplacee, UniteReglement Unite)
{
    /// <summary>Une épreuve au lieu d'une autre (sciences de l'ingénieur au lieu de SVT) : la spécialité reste à choisir.</summary>
    public bool EstAlternative { get; init; }
}

/// <summary>Mode d'évaluation par colonne de candidats : A scolaires et apprentis habilités, B tout ponctuel, C formation continue en CCF intégral.</summary>
public sealed record ModesEvaluation(string? A, string? B, string? C)
{
    /// <summary>Le mode dans la colonne du candidat ; rien si la table ne le dit pas.</summary>
    public string? Pour(Colonne colonne) => colonne switch { Colonne.A => A, Colonne.B => B, _ => C };
}

/// <summary>Colonne d'un règlement d'examen du bac pro (D. 337-74, D. 337-77).</summary>
public enum Colonne { A, B, C }
