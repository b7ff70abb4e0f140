using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Textes;

namespace Rebond.Regles.Inscription;

/// <summary>Le dossier peut-il être reçu, au vu de ce qui est connu ? À examiner : il manque une réponse, ou une personne doit décider.</summary>
public enum Recevable { Non, AExaminer, Oui }

/// <summary>Ce qu'une pièce est pour ce candidat.</summary>
public enum EtatPiece
{
    /// <summary>Demandée.</summary>
    Requise,

    /// <summary>Demandée, et l'envoi ne la contient pas.</summary>
    Manquante,

    /// <summary>Une réponse manque pour le savoir : voir <see cref="PieceAttendue.Questions"/>.</summary>
    APreciser,

    /// <summary>Les textes se contredisent : une personne décide, les deux lectures sont dans le motif.</summary>
    AExaminer,

    /// <summary>Concerné, mais dispensé.</summary>
    Dispensee,

    /// <summary>Pas demandée à ce candidat.</summary>
    NonRequise,
}

/// <summary>Une pièce pour un candidat : son état, pourquoi, d'où cela vient, et ce qui trancherait.</summary>
/// <param name="Questions">Codes des réponses qui manquent ; leur formulation est dans <see cref="Campagne.Libelle"/>.</param>
/// <param name="Limite">Dernier jour de l'envoi, s'il est connu.</param>
public sealed record PieceAttendue(string Code, string Libelle, string Motif, SourceCampagne Source, EtatPiece Etat, IReadOnlyList<string> Questions, DateOnly? Limite);

/// <summary>Ce qu'une règle constate, en une phrase, avec son texte.</summary>
/// <param name="Code">La question : « ENVOI », « AMENAGEMENT », « EXPERIENCE »…</param>
/// <param name="Valeur">La réponse, en capitales : « ACCEPTE », « COMPLETE »…</param>
/// <param name="Effet">Sur la recevabilité : faux la ferme, inconnu demande un examen, vrai n'y change rien.</param>
/// <param name="Questions">Réponses qui trancheraient.</param>
public sealed record Constat(string Code, string Valeur, string Phrase, Fondement Fondement, Verite Effet, IReadOnlyList<string> Questions)
{
    /// <summary>Ce dont il s'agit quand un même code revient : l'unité d'une note, par exemple.</summary>
    public string? Objet { get; init; }

    public static Constat De(string code, string valeur, string phrase, Fondement fondement, Verite effet = Verite.Vrai, params string[] questions) =>
        new(code, valeur, phrase, fondement, effet, questions);
}

/// <summary>Ce que le candidat ou l'agent doit savoir et qui ne décide de rien.</summary>
public sealed record Alerte(string Code, string Phrase);

/// <summary>La réponse complète pour un profil et une campagne : ce que rend <c>rebond inscription pieces</c>.</summary>
/// <param name="Pieces">Celles qui sont demandées, manquantes, à préciser ou à examiner, dans l'ordre de la campagne.</param>
/// <param name="Ecartees">Celles qui ne le sont pas, avec leur raison : rien ne disparaît en silence.</param>
public sealed record VerdictInscription(
    Recevable Recevable,
    IReadOnlyList<PieceAttendue> Pieces,
    IReadOnlyList<PieceAttendue> Ecartees,
    IReadOnlyList<Constat> Decisions,
    IReadOnlyList<Alerte> Alertes);
