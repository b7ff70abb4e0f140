using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Profils;

/// <summary>
/// Ce qu'on sait d'un candidat qui s'inscrit. Rien (null) veut dire « pas encore répondu », jamais « non » : les règles répondent alors
/// « à préciser », avec la question. Un profil n'a ni nom ni adresse, et ne contient aucun renseignement médical.
/// </summary>
public sealed record Profil
{
    /// <summary>Jour et heure de l'enregistrement, à l'horloge de Paris.</summary>
    public HeureParis? InscritLe { get; init; }

    /// <summary>Jusqu'à quand le service des examens laisse enregistrer cette inscription après la clôture ; rien : pas de prolongation.</summary>
    public HeureParis? ProlongeJusquau { get; init; }
    public DateOnly? Naissance { get; init; }
    public bool? NationaliteFrancaise { get; init; }

    /// <summary>Reconnaissance de la qualité de travailleur handicapé.</summary>
    public bool? Rqth { get; init; }
    public Categorie? Categorie { get; init; }

    /// <summary>Années d'activité professionnelle dans le domaine du diplôme.</summary>
    public decimal? AnneesExperience { get; init; }

    /// <summary>Années scolaires de préparation à distance.</summary>
    public decimal? AnneesPreparation { get; init; }

    /// <summary>La préparation à distance est suivie avec assiduité, au dire du certificat de scolarité.</summary>
    public bool? Assiduite { get; init; }

    /// <summary>Terme de la préparation à distance souscrite.</summary>
    public DateOnly? FinPreparation { get; init; }

    /// <summary>Code de la formation-diplôme (bac pro) ou de la série.</summary>
    public string? Specialite { get; init; }

    /// <summary>La spécialité demande l'attestation de formation au travail en hauteur (R 408).</summary>
    public bool? TravailEnHauteur { get; init; }

    /// <summary>Rien : pas encore répondu. Vide : aucune note à conserver.</summary>
    public IReadOnlyList<NoteAConserver>? NotesAConserver { get; init; }

    /// <summary>Sessions déjà passées. Rien : pas encore répondu. Vide : aucune.</summary>
    public IReadOnlyList<SessionExamen>? SessionsAnterieures { get; init; }
    public bool? DispensesDemandees { get; init; }
    public AptitudeEps? Eps { get; init; }

    /// <summary>Le candidat est aussi inscrit comme scolaire à la même session.</summary>
    public bool? ScolariseMemeSession { get; init; }

    /// <summary>Rien : la forme par défaut de sa catégorie.</summary>
    public Forme? Forme { get; init; }

    /// <summary>Le recteur autorise la forme progressive à un scolaire ou à un apprenti.</summary>
    public bool? DerogationForme { get; init; }

    /// <summary>Codes des épreuves facultatives choisies. Rien : pas encore répondu.</summary>
    public IReadOnlyList<string>? EpreuvesFacultatives { get; init; }
    public DemandeAmenagement? Amenagement { get; init; }
    public EnvoiPieces? Envoi { get; init; }
    public Signatures? Signatures { get; init; }

    /// <summary>Le jour où l'on pose la question, si une échéance à venir change la réponse. Les règles n'ont pas d'horloge.</summary>
    public DateOnly? Aujourdhui { get; init; }

    /// <summary>Réponses aux questions propres à la campagne, par leur code.</summary>
    public IReadOnlyDictionary<string, Reponse> Reponses { get; init; } = new Dictionary<string, Reponse>();

    /// <summary>La réponse à une question, de la campagne ou connue de toutes (voir <see cref="Questions"/>). Rien : pas répondu.</summary>
    public Reponse? Reponse(string question) => Questions.Lire(this, question) ?? Reponses.GetValueOrDefault(question);
}

/// <summary>Une note d'une session passée que le candidat demande à garder.</summary>
/// <param name="Unite">« U31 » ; « UF1 » pour une épreuve facultative.</param>
/// <param name="Note">Rien : pas encore connue.</param>
/// <param name="SpecialiteOrigine">Spécialité présentée alors ; rien : la même.</param>
/// <param name="Discipline">Enseignement de l'unité, utile seulement si la spécialité change.</param>
public sealed record NoteAConserver(SessionExamen Session, string Unite, Note? Note, string? SpecialiteOrigine = null, Discipline? Discipline = null);

/// <summary>Enseignements dont la note peut suivre un candidat qui change de spécialité (arrêté du 9 mai 2016), et les autres.</summary>
public enum Discipline
{
    Francais, LangueVivante, HistoireGeographie, Eps, ArtsAppliques, Pse, Mathematiques, SciencesPhysiques, EconomieDroit, EconomieGestion,
    EducationSocioculturelle, Facultative,

    /// <summary>Enseignement professionnel, ou absent du nouveau règlement : la note ne suit pas.</summary>
    Autre,
}

/// <summary>L'aptitude à l'EPS et, s'il y en a un, les dates du certificat. Jamais sa cause.</summary>
public sealed record AptitudeEps(bool? Inapte, DateOnly? CertificatDu = null, DateOnly? CertificatAu = null);

/// <summary>L'aménagement demandé : le dispositif et la durée, jamais un diagnostic.</summary>
/// <param name="Dispositif">Rien : pas encore répondu.</param>
/// <param name="TempsMajorePourcent">Temps supplémentaire demandé, en pour cent ; zéro : aucun ; rien : pas répondu.</param>
/// <param name="AvisMedecin">Le médecin désigné a rendu un avis sur le dispositif.</param>
/// <param name="MemesAmenagements">Les aménagements demandés sont ceux dont le candidat bénéficie en classe.</param>
/// <param name="HorsContrat">L'établissement est privé hors contrat.</param>
/// <param name="Circonstance">Ce qui explique une demande tardive.</param>
public sealed record DemandeAmenagement(
    bool? Demande,
    Dispositif? Dispositif = null,
    decimal? TempsMajorePourcent = null,
    DateOnly? DemandeLe = null,
    bool? AvisMedecin = null,
    bool? MemesAmenagements = null,
    bool? HorsContrat = null,
    CirconstanceTardive? Circonstance = null);

/// <summary>Le dispositif dont le candidat bénéficie pendant sa scolarité. Le PPRE n'ouvre pas la procédure simplifiée.</summary>
public enum Dispositif { Aucun, Pap, Pai, Pps, Ppre }

/// <summary>Ce qui permet une demande d'aménagement après la clôture : le besoin est apparu, s'est aggravé, ou est passager.</summary>
public enum CirconstanceTardive { Aucune, Apparition, Aggravation, Temporaire }

/// <summary>L'envoi des pièces, tel que le candidat ou la réception le décrit.</summary>
/// <param name="Cachet">Date du cachet de la poste ; rien : illisible ou pas encore connue.</param>
/// <param name="Recu">Jour où le rectorat a reçu l'envoi, ou jour du dépôt.</param>
/// <param name="Manquantes">Codes des pièces qui ne s'y trouvent pas. Rien : pas encore contrôlé.</param>
/// <param name="Empechees">Parmi elles, celles que le candidat dit ne pas pouvoir fournir, avec une raison à examiner.</param>
public sealed record EnvoiPieces(Canal? Canal, DateOnly? Cachet = null, DateOnly? Recu = null, IReadOnlyList<string>? Manquantes = null, IReadOnlyList<string>? Empechees = null);

/// <summary>La voie par laquelle les pièces arrivent.</summary>
public enum Canal { Poste, Guichet, Courriel, EnLigne }

/// <summary>Qui a signé la confirmation. Rien : pas encore.</summary>
public sealed record Signatures(bool? Candidat, bool? ResponsableLegal);
