using System.Globalization;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Specialites;

/// <summary>Peut-on s'inscrire à cette spécialité pour cette session ? La réponse, sa phrase, et la suite quand elle est fermée.</summary>
/// <param name="Suites">Spécialités ouvertes à la session qui la remplacent, de proche en proche.</param>
/// <param name="Homonymes">Spécialités du même intitulé, ouvertes à la session ou à venir, quand nos sources ne disent pas le remplacement.</param>
public sealed record SituationSpecialite(SpecialiteBac Specialite, SessionExamen Session, EtatSpecialite Etat, IReadOnlyList<SpecialiteBac> Suites, IReadOnlyList<SpecialiteBac> Homonymes)
{
    /// <summary>Vrai si un candidat qui n'a jamais échoué peut la choisir.</summary>
    public bool EstOuverte => Etat is EtatSpecialite.Ouverte or EtatSpecialite.DerniereSession;

    /// <summary>Vrai si ce candidat peut la choisir : un ajourné a pour lui la session supplémentaire.</summary>
    public bool EstOuverteA(bool dejaAjourne) => EstOuverte || (dejaAjourne && Etat == EtatSpecialite.SessionSupplementaire);

    /// <summary>A_VERIFIER quand la phrase repose sur un remplacement que la source ne nomme pas par son code.</summary>
    public Verification Verification => Etat is EtatSpecialite.Ouverte or EtatSpecialite.PasEncoreOuverte || Specialite.Remplacement.Etat == EtatRemplacement.Inconnu ? Verification.Verifie : Specialite.Remplacement.Verification;

    /// <summary>Ce qu'on en dit à qui la cherche.</summary>
    public string Phrase => Etat switch
    {
        EtatSpecialite.PasEncoreOuverte => $"Pas encore d'épreuves à la session {Annee} : la première session est {Nombre(Specialite.PremiereSession!.Value)}.",
        EtatSpecialite.Ouverte when Specialite.DerniereSession is { } derniere => $"Ouverte à la session {Annee}. Dernière session : {Nombre(derniere)}.",
        EtatSpecialite.Ouverte => $"Ouverte à la session {Annee}.",
        EtatSpecialite.DerniereSession => $"Ouverte : la session {Annee} est la dernière. {Suite}",
        EtatSpecialite.SessionSupplementaire => $"Fermée : la dernière session était {Nombre(Specialite.DerniereSession!.Value)}. La session {Annee} est une session supplémentaire, pour les candidats ajournés. {Suite}",
        EtatSpecialite.FermeeSansDerniereSession => $"Fermée aux élèves depuis le {Specialite.Fermeture!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} ; nos sources ne disent pas sa dernière session. {Suite}",
        _ => $"Fermée : la dernière session était {Nombre(Specialite.DerniereSession!.Value)}. {Suite}",
    };

    private string Annee => Nombre(Session.Annee);

    private string Suite => Specialite.Remplacement.Etat switch
    {
        EtatRemplacement.SansRemplacement => "Elle n'a pas été remplacée.",
        EtatRemplacement.Remplacee => $"Remplacée par {Directs}{Detour}.{(Specialite.Remplacement.Verification == Verification.AVerifier ? " À vérifier : la source nomme l'intitulé, pas le code." : "")}",
        _ when Homonymes.Count > 0 => $"Nos sources ne disent pas ce qui la remplace ; une spécialité du même intitulé existe : {string.Join(" ; ", Homonymes.Select(h => $"{h.Code}, première session {(h.PremiereSession is { } premiere ? Nombre(premiere) : "inconnue")}"))}. Demandez à la division des examens.",
        _ => "Nos sources ne disent pas ce qui la remplace. Demandez à la division des examens.",
    };

    private string Directs => string.Join(", ", Specialite.Remplacement.Codes.Select(code => CatalogueSpecialites.Chercher(code) is { } s
        ? $"« {s.LibelleComplet} » ({s.Code}{(s.PremiereSession is { } premiere ? $", première session {Nombre(premiere)}" : "")})" : $"un diplôme qui n'est pas un baccalauréat ({code})"));

    /// <summary>Quand ce qui la remplace est fermé à son tour.</summary>
    private string Detour => Suites.Count > 0 && !Suites.Any(s => Specialite.Remplacement.Codes.Contains(s.Code))
        ? $" ; à la session {Annee} : {string.Join(", ", Suites.Select(s => $"« {s.LibelleComplet} » ({s.Code})"))}" : "";

    private static string Nombre(int annee) => annee.ToString(CultureInfo.InvariantCulture);
}
