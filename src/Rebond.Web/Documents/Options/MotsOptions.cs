using Rebond.Regles.Suivi;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Documents.Options;

/// <summary>The words of the options after an exam, the same on paper and on screen, for a reader of fourteen.</summary>
public static class MotsOptions
{
    public static string Titre(this CodeOption code) => code switch
    {
        CodeOption.RepreparationOrigine => "Revenir dans votre lycée",
        CodeOption.RepreparationAutre => "Aller dans un autre lycée",
        CodeOption.RepreparationPlace => "Revenir au lycée s’il reste une place",
        CodeOption.ProrogationApprentissage => "Rester un an de plus chez votre employeur",
        CodeOption.NouvelEmployeur => "Trouver un autre employeur",
        CodeOption.CfaSansEmployeur => "Rester au CFA sans employeur",
        CodeOption.MaintienCfaRupture => "Rester au CFA après la fin du contrat",
        CodeOption.ProlongationHandicap => "Avoir plus de temps avec un handicap",
        CodeOption.PremierApprentissage => "Devenir apprenti",
        CodeOption.RetourScolaire => "Reprendre les cours au lycée",
        CodeOption.CandidatLibre => "Repasser l’examen en candidat libre",
        CodeOption.Pae => "Le Parcours Ambition Emploi (PAE)",
        CodeOption.Morea => "La petite classe du MOREA",
        CodeOption.MicroLycee => "Le micro-lycée",
        CodeOption.RetourEnFormation => "Revenir en formation",
        CodeOption.MissionLocale => "L’aide de la mission locale",
        CodeOption.Cej => "Le contrat d’engagement jeune (CEJ)",
        CodeOption.ServiceCivique => "Le service civique",
        CodeOption.Epide => "Le centre EPIDE",
        CodeOption.E2c => "L’École de la deuxième chance (E2C)",
        CodeOption.Promo1618 => "La Promo 16-18",
        CodeOption.EpreuveControle => "Passer l’oral",
        CodeOption.EpreuvesRemplacement => "Passer les épreuves de septembre",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    public static string EnMots(this EtatOption etat) => etat switch
    {
        EtatOption.Droit => "C’est votre droit",
        EtatOption.Possible => "C’est possible",
        EtatOption.AExaminer => "À voir avec une personne",
        _ => "Pas de droit trouvé",
    };

    public static string EnMots(this EtatCondition etat) => etat switch
    {
        EtatCondition.Remplie => "C’est bon",
        EtatCondition.Manquante => "Il manque",
        _ => "Reste à voir",
    };

    /// <summary>"Code de l'éducation, D331-42".</summary>
    public static string EnMots(this Fondement fondement) => $"{char.ToUpperInvariant(fondement.Texte[0])}{fondement.Texte[1..]}, {fondement.Article}";

    public static bool AVerifier(this Fondement fondement) => fondement.Verification == Verification.AVerifier;
}
