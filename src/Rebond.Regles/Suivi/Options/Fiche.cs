using Rebond.Regles.Suivi.Apprentissage;
using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Options;

/// <summary>Ce qu'un fichier d'option écrit ; l'état et la phrase s'en déduisent de la même façon pour toutes.</summary>
internal sealed record Fiche(CodeOption Code, Fondement Fondement, Guichet Guichet)
{
    /// <summary>L'état quand toutes les conditions sont remplies.</summary>
    public EtatOption SiRempli { get; init; } = EtatOption.Possible;
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>Quand tout est rempli.</summary>
    public required string Oui { get; init; }

    /// <summary>Quand il manque une information ou l'accord de quelqu'un ; comme <see cref="Oui"/> si l'option n'est jamais un droit.</summary>
    public string? Peut { get; init; }

    /// <summary>Quand les sources se contredisent.</summary>
    public string? Doute { get; init; }

    /// <summary>Qui interroger quand aucun droit n'est trouvé. La phrase de la condition qui manque est dite avant.</summary>
    public required string Ailleurs { get; init; }
    public IReadOnlyList<string> Documents { get; init; } = [];
    public IReadOnlyList<string> Demarches { get; init; } = [];
    public DateOnly? Echeance { get; init; }
    public IReadOnlyList<LectureTexte> Lectures { get; init; } = [];
    public IReadOnlyList<PeriodeRemuneration> Remuneration { get; init; } = [];
    public IReadOnlyList<PointCerfa> Cerfa { get; init; } = [];

    public OptionSuivi Conclure()
    {
        var manque = Conditions.FirstOrDefault(condition => condition is { Etat: EtatCondition.Manquante, AVotreMain: false });
        var etat = manque is not null ? EtatOption.AucunDroitTrouve
            : Conditions.Any(condition => condition.Discutee) ? EtatOption.AExaminer
            : Conditions.All(condition => condition.Etat == EtatCondition.Remplie) ? SiRempli
            : EtatOption.Possible;
        var ouverte = etat != EtatOption.AucunDroitTrouve;
        return new OptionSuivi
        {
            Code = Code,
            Etat = etat,
            Phrase = etat switch
            {
                EtatOption.Droit => Oui,
                EtatOption.Possible => Peut ?? Oui,
                EtatOption.AExaminer => Doute ?? throw new InvalidOperationException($"{Code} : une condition discutée demande une phrase."),
                _ => $"{manque!.Phrase} Nous n'avons pas trouvé de droit ici. {Ailleurs}",
            },
            Conditions = Conditions,
            Documents = ouverte ? Documents : [],
            Demarches = ouverte ? Demarches : [],
            Guichet = Guichet,
            Echeance = ouverte ? Echeance : null,
            Fondement = Fondement,
            Lectures = Lectures,
            Remuneration = ouverte ? Remuneration : [],
            Cerfa = ouverte ? Cerfa : [],
        };
    }

    /// <summary>Une condition d'après un fait : vrai, faux ou inconnu, chacun avec sa phrase.</summary>
    public static Condition Si(bool? fait, string oui, string non, string inconnu, bool aVotreMain = false) => fait switch
    {
        true => new Condition(oui, EtatCondition.Remplie),
        false => new Condition(non, EtatCondition.Manquante, aVotreMain),
        _ => new Condition(inconnu, EtatCondition.Inconnue),
    };

    /// <summary>Ce que le profil ne peut pas savoir : une place, l'accord de quelqu'un.</summary>
    public static Condition AVoir(string phrase) => new(phrase, EtatCondition.Inconnue);

    /// <summary>Les sources ne disent pas la même chose : quelqu'un doit décider.</summary>
    public static Condition ADebattre(string phrase) => new(phrase, EtatCondition.Inconnue, Discutee: true);
}
