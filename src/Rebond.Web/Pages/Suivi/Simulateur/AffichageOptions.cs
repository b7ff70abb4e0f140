using Rebond.Regles.Suivi;

namespace Rebond.Web.Pages.Suivi.Simulateur;

/// <summary>The answer as shown: the same on the public page and on a candidate's own.</summary>
/// <param name="Etablissement">His own lycée or CFA, when it is known: it takes the place of « how to find yours ».</param>
public sealed record AffichageOptions(ReponseOptions Reponse, string? Etablissement)
{
    public static IReadOnlyList<(EtatOption Etat, string Titre)> Groupes { get; } =
    [
        (EtatOption.Droit, "C’est votre droit"),
        (EtatOption.Possible, "C’est possible"),
        (EtatOption.AExaminer, "À voir avec une personne"),
        (EtatOption.AucunDroitTrouve, "Pas de droit trouvé"),
    ];

    public IReadOnlyList<OptionSuivi> De(EtatOption etat) => [.. Reponse.Options.Where(option => option.Etat == etat)];

    /// <summary>The office is his own school.</summary>
    public bool EstLeSien(OptionSuivi option) => Etablissement is not null && (option.Guichet.Nom.StartsWith("Votre lycée", StringComparison.Ordinal) || option.Guichet.Nom.StartsWith("Votre CFA", StringComparison.Ordinal));
}

/// <summary>One option on the page.</summary>
public sealed record OptionAffichee(AffichageOptions Page, OptionSuivi Option);
