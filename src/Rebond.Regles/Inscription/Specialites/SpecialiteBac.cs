using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Specialites;

/// <summary>Une spécialité de bac professionnel, ou une série de bac général ou technologique, telle que la nomenclature la connaît.</summary>
/// <param name="Code">Formation diplôme : huit chiffres, niveau (3) puis numéro (5).</param>
/// <param name="Serie">Sigle de la série (STMG, S…) ; rien en bac professionnel.</param>
/// <param name="PremiereSession">Année, ou rien si la source ne le dit pas.</param>
/// <param name="DerniereSession">Année ; rien : aucune n'est annoncée, ou la source ne le dit pas (voir <paramref name="Fermeture"/>).</param>
/// <param name="Fermeture">Dernier jour d'ouverture aux élèves.</param>
/// <param name="SessionSupplementaire">Année d'une session ouverte après la dernière aux candidats ajournés.</param>
public sealed record SpecialiteBac(
    string Code,
    TypeExamen Examen,
    string? Serie,
    string Libelle,
    int? PremiereSession,
    int? DerniereSession,
    DateOnly? Fermeture,
    int? SessionSupplementaire,
    Remplacement Remplacement)
{
    /// <summary>Les cinq derniers chiffres, seuls employés par Cyclades et par les MEF.</summary>
    public string Numero => Code[3..];

    /// <summary>L'intitulé, avec la série devant quand il y en a une : « STMG, gestion et finance ».</summary>
    public string LibelleComplet => Serie is null || Libelle.StartsWith("Série", StringComparison.Ordinal) ? Libelle : $"{Serie}, {char.ToLowerInvariant(Libelle[0])}{Libelle[1..]}";
}

/// <summary>Ce que nos sources disent du remplacement d'une spécialité.</summary>
/// <param name="Codes">Codes de ce qui la remplace ; un code peut être celui d'un autre diplôme que le baccalauréat.</param>
/// <param name="Verification">A_VERIFIER quand la source nomme un intitulé, ou un code manifestement fautif.</param>
public sealed record Remplacement(EtatRemplacement Etat, IReadOnlyList<string> Codes, Verification Verification)
{
    /// <summary>Rien n'est dit.</summary>
    public static Remplacement Inconnu { get; } = new(EtatRemplacement.Inconnu, [], Verification.AVerifier);
}

/// <summary>Inconnu ne veut pas dire sans remplacement.</summary>
public enum EtatRemplacement { Inconnu, SansRemplacement, Remplacee }

/// <summary>Ce qu'est une spécialité à une session donnée.</summary>
public enum EtatSpecialite
{
    /// <summary>Le diplôme existe ; sa première session est plus tard.</summary>
    PasEncoreOuverte,
    Ouverte,

    /// <summary>La session demandée est la dernière.</summary>
    DerniereSession,

    /// <summary>La dernière est passée ; celle-ci est ouverte aux seuls candidats ajournés.</summary>
    SessionSupplementaire,
    Fermee,

    /// <summary>Plus d'élèves depuis une date connue, mais nos sources ne disent pas la dernière session.</summary>
    FermeeSansDerniereSession,
}
