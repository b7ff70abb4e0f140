using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Les unités dont la moyenne ouvre l'épreuve de contrôle.</summary>
public enum PerimetrePratique
{
    /// <summary>Pas de condition de pratique (GT).</summary>
    Aucun,

    /// <summary>L'épreuve d'évaluation de la pratique professionnelle (P), sessions 2009 à 2021.</summary>
    PratiqueProfessionnelle,

    /// <summary>Toutes les épreuves du domaine professionnel (PRO), à partir de 2022.</summary>
    DomaineProfessionnel,
}

/// <summary>
/// Le candidat qui a 8 ou plus sans avoir 10 accède-t-il à l'épreuve de contrôle ?
/// D. 337-78, sessions 2009 à 2021 : au moins 10 à « l'épreuve d'évaluation de la pratique professionnelle », ou dispense de ces unités.
/// À partir de 2022 : au moins 10 de moyenne aux épreuves professionnelles.
/// </summary>
public static class AccesEpreuveControle
{
    public static readonly Fondement Article2009 = CodeEducation.Texte.Article("D337-78", "2009-02-12");
    public static readonly Fondement Article2022 = CodeEducation.Texte.Article("D337-78", "2022-01-01");

    public static readonly Chronologie<PerimetrePratique> Perimetre = new("unités qui ouvrent l'épreuve de contrôle", Voies.Professionnelle,
        new(2009, 2021, PerimetrePratique.PratiqueProfessionnelle),
        new(2022, null, PerimetrePratique.DomaineProfessionnel));

    public static Fondement Fondement(VersionDroit version) => version.Annee <= 2021 ? Article2009 : Article2022;

    /// <summary>Vrai si cette unité entre dans la moyenne qui ouvre l'épreuve de contrôle.</summary>
    public static bool Compte(VersionDroit version, UniteReglement unite) => version.Pratique switch
    {
        PerimetrePratique.PratiqueProfessionnelle => unite.PratiqueProfessionnelle,
        PerimetrePratique.DomaineProfessionnel => unite.Domaine == Domaine.Professionnel,
        _ => false,
    };

    public static NiveauPratique Niveau(VersionDroit version, Moyenne pratique) => !pratique.Existe ? NiveauPratique.NonConcernee
        : ArrondiMoyenne.AuMoins(version, pratique, 10) ? NiveauPratique.AuMoins10 : NiveauPratique.Sous10;

    public static bool Ouvre<TTrace>(VersionDroit version, NiveauPratique niveau, TTrace trace) where TTrace : struct, ITrace
    {
        if (TTrace.Active)
        {
            var (prefixe, quoi) = version.Pratique == PerimetrePratique.PratiqueProfessionnelle
                ? ("PRATIQUE", "à l'épreuve d'évaluation de la pratique professionnelle")
                : ("PRO", "de moyenne aux épreuves professionnelles");
            var (code, phrase) = niveau switch
            {
                NiveauPratique.AuMoins10 => ($"{prefixe}_AU_MOINS_10", $"{trace.Chiffres.P} {quoi}, au moins 10 : l'épreuve de contrôle est ouverte."),
                NiveauPratique.NonConcernee => ($"{prefixe}_DISPENSEE", "Toutes les unités de pratique professionnelle sont dispensées : l'épreuve de contrôle est ouverte."),
                _ => ($"{prefixe}_SOUS_10", $"{trace.Chiffres.P} {quoi}, moins de 10 : l'épreuve de contrôle n'est pas ouverte."),
            };
            trace.Motif(code, phrase, Fondement(version));
        }
        return niveau != NiveauPratique.Sous10;
    }
}
