using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>La décision proposée et tout ce qui l'explique. « Provisoire » n'est jamais montrée comme définitive.</summary>
public sealed record Conclusion
{
    public required Decision Decision { get; init; }

    /// <summary>Il manque une information (<see cref="Manques"/>) ou la table est une simulation.</summary>
    public required bool Provisoire { get; init; }
    public required bool Simulation { get; init; }
    public required Mention Mention { get; init; }
    public required Moyenne? Moyenne { get; init; }

    /// <summary>Épreuve d'évaluation de la pratique professionnelle : elle ouvre l'épreuve de contrôle jusqu'à la session 2021.</summary>
    public Moyenne? MoyennePratique { get; init; }

    /// <summary>Toutes les épreuves professionnelles : elles ouvrent l'épreuve de contrôle à partir de la session 2022.</summary>
    public Moyenne? MoyenneProfessionnelle { get; init; }
    public required Arrondi Arrondi { get; init; }

    /// <summary>Points coefficientés qui manquent pour 10 ; rien s'il n'y a pas de moyenne.</summary>
    public decimal? PointsManquants { get; init; }

    /// <summary>Les mêmes, exacts : « 0.5 », ou « 2/7 » quand la session 2021 donne une fraction.</summary>
    public string? PointsManquantsExacts { get; init; }
    public required IReadOnlyList<string> Certificats { get; init; }
    public required IReadOnlyList<string> UnitesAcquises { get; init; }
    public required IReadOnlyList<Motif> Motifs { get; init; }
    public required IReadOnlyList<Etape> Etapes { get; init; }

    /// <summary>Codes des unités ou informations absentes.</summary>
    public required IReadOnlyList<string> Manques { get; init; }

    /// <summary>Le plus petit changement de notes qui donne une autre décision ; rien s'il n'y en a pas.</summary>
    public Bascule? Bascule { get; init; }
}

/// <summary>Une raison, avec les chiffres comparés dans sa phrase, et le texte sur lequel elle repose.</summary>
public sealed record Motif(string Code, string Phrase, Fondement Fondement);

/// <summary>Une ligne du calcul.</summary>
public sealed record Etape(string Libelle, string Valeur);

/// <summary>Des notes présentées par le candidat, changées par demi-points (ou au pas de l'examen), qui donnent une autre décision.</summary>
/// <param name="Unites">Nouvelle note par unité.</param>
/// <param name="Decision">La décision qu'elles donneraient.</param>
public sealed record Bascule(string Phrase, IReadOnlyDictionary<string, Note> Unites, Decision Decision);

/// <summary>La décision sans ses explications : même droit, aucun texte alloué.</summary>
public readonly record struct DecisionCalculee(Decision Decision, Mention Mention, Moyenne Moyenne, bool Provisoire);
