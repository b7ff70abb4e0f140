using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>Ce que l'on demande : quelles notes garder à la prochaine session ?</summary>
public sealed record DemandeConservation
{
    /// <summary>La session qui vient d'être jugée, telle que <see cref="Resultat.Conclure"/> la reçoit.</summary>
    public required DossierExamen Dossier { get; init; }

    /// <summary>La session où l'on se représente ; un an après par défaut.</summary>
    public required SessionExamen ProchaineSession { get; init; }

    /// <summary>Changement de spécialité : le règlement d'arrivée. Rien : le même.</summary>
    public Reglement? NouveauReglement { get; init; }

    /// <summary>Ce que la personne pense faire, par unité du règlement d'arrivée. Une unité absente suit le choix le plus protecteur : garder ce qui se garde.</summary>
    public IReadOnlyDictionary<string, ChoixUnite> Choix { get; init; } = new Dictionary<string, ChoixUnite>();

    /// <summary>« Et si j'avais 11 en maths ? » : notes supposées aux unités repassées. Une hypothèse sur une unité vaut le choix de la repasser.</summary>
    public IReadOnlyDictionary<string, Note> Hypotheses { get; init; } = new Dictionary<string, Note>();
}

/// <summary>Garder la note (ou la reporter, sous 10 en forme progressive), ou repasser l'unité.</summary>
public enum ChoixUnite { Garder, Repasser }

/// <summary>Les notes à garder : ce que chaque choix change. L'avis compare, il ne choisit pas.</summary>
public sealed record AvisConservation
{
    public required SessionExamen ProchaineSession { get; init; }
    public required Forme Forme { get; init; }

    /// <summary>Le règlement de la prochaine session.</summary>
    public required Reglement Reglement { get; init; }

    /// <summary>La moyenne de la session jugée ; rien s'il manque des notes.</summary>
    public required Moyenne? Moyenne { get; init; }

    /// <summary>Points coefficientés qui manquent pour 10 à la session jugée, exacts ; rien s'il n'y a pas de moyenne.</summary>
    public required string? PointsManquants { get; init; }

    /// <summary>Moyenne à obtenir aux unités repassées si l'on garde toutes les notes d'au moins 10.</summary>
    public required MoyenneRequise? MoyenneRequise { get; init; }
    public required IReadOnlyList<AvisUnite> Unites { get; init; }
    public required EffetMention Mention { get; init; }

    /// <summary>Tout garder, tout repasser et, si la personne a dit ce qu'elle pense faire, son choix.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>Ce que donneraient les notes supposées ; rien s'il n'y en a pas.</summary>
    public required EffetHypotheses? Hypotheses { get; init; }

    /// <summary>Rien si la spécialité ne change pas.</summary>
    public required IReadOnlyList<RepriseUnite>? Reprises { get; init; }
    public required IReadOnlyList<AlerteSuivi> Alertes { get; init; }
}

/// <summary>La moyenne qu'il faut aux unités repassées pour avoir 10 en tout.</summary>
/// <param name="Exacte">Points sur coefficients : « 152.5/15 ». Négative ou nulle : déjà acquis.</param>
/// <param name="Affichee">Deux décimales, toujours poussées vers le haut : l'obtenir suffit.</param>
/// <param name="Atteignable">Faux au-dessus de 20.</param>
public sealed record MoyenneRequise(string Exacte, string Affichee, bool Atteignable);

/// <summary>Une unité de la session jugée, et ce que chaque choix lui fait.</summary>
/// <param name="Origine">La session où la note a été obtenue ; rien sans note.</param>
/// <param name="DerniereSession">La dernière session normale où la note peut encore servir ; rien si elle ne se garde pas.</param>
/// <param name="Apport">Coefficient × (note − 10) : ce que la note ajoute ou retire, en points ; rien sans note.</param>
public sealed record AvisUnite(
    string Code, string Libelle, Coefficient Coefficient, EtatUnite Etat, SessionExamen? Origine, SessionExamen? DerniereSession, string? Apport,
    EffetChoix Garder, EffetChoix Repasser);

/// <summary>Un choix sur une unité.</summary>
/// <param name="Possible">Le droit le permet.</param>
/// <param name="MoyenneRequise">Aux unités repassées, si l'on fait ce choix ici et que l'on garde ailleurs toutes les notes d'au moins 10.</param>
public sealed record EffetChoix(bool Possible, string Phrase, MoyenneRequise? MoyenneRequise, Fondement Fondement);

/// <summary>Ce que garder des notes fait à la mention.</summary>
/// <param name="Possible">Vrai si une mention reste possible en gardant des notes.</param>
/// <param name="Prudence">Une mise en garde quand une source officielle a dit autre chose que le texte.</param>
public sealed record EffetMention(bool Possible, string Phrase, string? Prudence, Fondement Fondement);

/// <summary>Un ensemble de choix, et ce qu'il demande.</summary>
/// <param name="Code">TOUT_GARDER, TOUT_REPASSER ou VOTRE_CHOIX.</param>
/// <param name="PointsGardes">Points coefficientés des unités gardées, avec les points facultatifs gardés.</param>
public sealed record Scenario(
    string Code, string Phrase, IReadOnlyList<string> Gardees, IReadOnlyList<string> Repassees, string PointsGardes, string CoefficientsRepasses, MoyenneRequise? MoyenneRequise);

/// <summary>Ce que donneraient les notes supposées.</summary>
/// <param name="Moyenne">Sur les unités gardées et les notes supposées ; complète si <paramref name="SansNote"/> est vide.</param>
/// <param name="SansNote">Unités à repasser pour lesquelles rien n'est supposé.</param>
/// <param name="MoyenneRequise">Aux unités sans note, pour avoir 10 en tout ; rien si toutes en ont une.</param>
/// <param name="Decision">Ce que le droit déciderait avec ces notes, si elles sont toutes là.</param>
public sealed record EffetHypotheses(
    string Phrase, Moyenne? Moyenne, IReadOnlyList<string> SansNote, MoyenneRequise? MoyenneRequise, Decision? Decision, Mention Mention);

/// <summary>Une unité dans un changement de spécialité.</summary>
/// <param name="Nouvelle">L'unité de même matière dans le règlement d'arrivée ; rien s'il n'y en a pas.</param>
public sealed record RepriseUnite(UniteReglement Ancienne, EtatUnite Etat, UniteReglement? Nouvelle, EtatReprise Reprise, string Phrase, Fondement Fondement);

/// <summary>Ce que devient une note quand la spécialité change.</summary>
public enum EtatReprise
{
    /// <summary>Elle suit, avec le coefficient du nouveau règlement.</summary>
    Reprise,

    /// <summary>Une personne doit dire si c'est la même matière : la langue, par exemple.</summary>
    AExaminer,

    /// <summary>Elle ne suit pas : sous 10, trop ancienne, ou matière absente de la liste ou du nouveau règlement.</summary>
    NonReprise,
}
