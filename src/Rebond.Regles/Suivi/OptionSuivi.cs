using Rebond.Regles.Suivi.Apprentissage;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi;

/// <summary>Une chose que l'on peut faire après l'examen, ce qu'elle demande, et où la demander.</summary>
public sealed record OptionSuivi
{
    public required CodeOption Code { get; init; }
    public required EtatOption Etat { get; init; }

    /// <summary>La réponse, pour un lecteur de quatorze ans.</summary>
    public required string Phrase { get; init; }
    public required IReadOnlyList<Condition> Conditions { get; init; }
    public required IReadOnlyList<string> Documents { get; init; }

    /// <summary>Ce qu'il faut faire, dans l'ordre.</summary>
    public required IReadOnlyList<string> Demarches { get; init; }
    public required Guichet Guichet { get; init; }

    /// <summary>Dernier jour utile ; rien : le texte n'en donne pas, ou il dépend d'une date inconnue.</summary>
    public required DateOnly? Echeance { get; init; }
    public required Fondement Fondement { get; init; }

    /// <summary>Les lectures quand les sources ne disent pas la même chose ; vide sinon.</summary>
    public required IReadOnlyList<LectureTexte> Lectures { get; init; }

    /// <summary>Ce que l'apprenti doit gagner au moins, période par période ; vide hors apprentissage ou faute de dates.</summary>
    public IReadOnlyList<PeriodeRemuneration> Remuneration { get; init; } = [];

    /// <summary>Ce qu'il faut vérifier avant de signer le contrat ; vide hors apprentissage.</summary>
    public IReadOnlyList<PointCerfa> Cerfa { get; init; } = [];
}

/// <summary>Les options du contrat de la ligne de commande : chacune a une réponse pour chaque profil.</summary>
public enum CodeOption
{
    RepreparationOrigine,
    RepreparationAutre,
    RepreparationPlace,
    ProrogationApprentissage,
    NouvelEmployeur,
    CfaSansEmployeur,
    MaintienCfaRupture,
    ProlongationHandicap,
    PremierApprentissage,
    RetourScolaire,
    CandidatLibre,
    Pae,
    Morea,
    MicroLycee,
    RetourEnFormation,
    MissionLocale,
    Cej,
    ServiceCivique,
    Epide,
    [CodePublic("E2C")] E2c,
    [CodePublic("PROMO_16_18")] Promo1618,
    EpreuveControle,
    EpreuvesRemplacement,
}

/// <summary>De la plus forte à la plus faible. « Refusé » n'existe pas : on dit qui d'autre interroger.</summary>
public enum EtatOption
{
    /// <summary>Un texte le donne, et tout ce qu'il demande est rempli.</summary>
    Droit,

    /// <summary>Ouvert si les conditions listées sont réunies, ou si quelqu'un dit oui.</summary>
    Possible,

    /// <summary>Les textes ou les sources ne suffisent pas : une personne doit décider. Les lectures sont montrées.</summary>
    AExaminer,

    /// <summary>Nous n'avons pas trouvé de texte qui l'ouvre ; la phrase dit qui interroger.</summary>
    AucunDroitTrouve,
}

/// <summary>Une condition d'une option.</summary>
/// <param name="AVotreMain">La personne peut la remplir seule, en le décidant : elle ne ferme pas l'option.</param>
/// <param name="Discutee">Les sources ne la disent pas de la même façon : l'option est à examiner.</param>
public sealed record Condition(string Phrase, EtatCondition Etat, bool AVotreMain = false, bool Discutee = false);

/// <summary>Ce qu'on sait d'une condition.</summary>
public enum EtatCondition { Remplie, Manquante, Inconnue }

/// <summary>Où s'adresser : le genre de bureau, et comment trouver le sien.</summary>
public sealed record Guichet(string Nom, string CommentTrouver)
{
    public override string ToString() => $"{Nom}. {CommentTrouver}";
}

/// <summary>Une façon de lire un texte, avec sa source.</summary>
public sealed record LectureTexte(string Phrase, Fondement Fondement);

/// <summary>La réponse complète à un profil.</summary>
/// <param name="Options">Toutes, de la plus forte à la plus faible, puis dans l'ordre du contrat.</param>
public sealed record ReponseOptions(IReadOnlyList<OptionSuivi> Options, ConclusionObligation ObligationFormation, IReadOnlyList<AlerteSuivi> Alertes)
{
    /// <summary>L'option de ce code, qui existe toujours.</summary>
    public OptionSuivi this[CodeOption code] => Options.First(option => option.Code == code);
}

/// <summary>L'obligation de se former, de 16 à 18 ans.</summary>
/// <param name="Concerne">Rien si la date de naissance n'est pas connue.</param>
/// <param name="Jusquau">La veille des 18 ans, si la personne est concernée.</param>
/// <param name="Remplie">L'obligation est remplie par un emploi ou une formation en cours ; rien si on ne le sait pas, ou si elle n'est pas due.</param>
public sealed record ConclusionObligation(bool? Concerne, DateOnly? Jusquau, bool? Remplie, string Phrase, Fondement Fondement);

/// <summary>Ce qu'il faut savoir avant de choisir : une contradiction, un refus à contester, une date.</summary>
public sealed record AlerteSuivi(string Code, string Phrase, Fondement Fondement);
