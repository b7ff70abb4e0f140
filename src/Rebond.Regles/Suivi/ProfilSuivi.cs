using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi;

/// <summary>
/// Ce qu'on sait d'une personne après un examen. Tout peut être inconnu, sauf le jour : une valeur absente veut dire « on ne sait pas »,
/// jamais « non ».
/// </summary>
public sealed record ProfilSuivi
{
    /// <summary>Le jour pour lequel on répond. Il choisit la version du droit et l'âge ; l'horloge n'est jamais lue.</summary>
    public required DateOnly Aujourdhui { get; init; }
    public DateOnly? Naissance { get; init; }
    public bool? NationaliteFrancaise { get; init; }

    /// <summary>Reconnu travailleur handicapé.</summary>
    public bool? Rqth { get; init; }
    public StatutSuivi? Statut { get; init; }

    /// <summary>L'examen dont parlent les <see cref="Sessions"/>.</summary>
    public ExamenPrepare? Examen { get; init; }

    /// <summary>Code de la formation (« 40031217 »). Ne change pas les droits ; sert à dire où aller.</summary>
    public string? Specialite { get; init; }

    /// <summary>Toutes les sessions de cet examen déjà présentées ; vide : jamais présenté.</summary>
    public IReadOnlyList<SessionPassee>? Sessions { get; init; }

    /// <summary>Vrai : <see cref="Sessions"/> dit la dernière session, et l'on ne sait pas s'il y en a eu d'autres avant.</summary>
    public bool SessionsAnterieuresInconnues { get; init; }

    /// <summary>Diplômes déjà obtenus ; vide : aucun.</summary>
    public IReadOnlyList<Diplome>? Diplomes { get; init; }

    /// <summary>Dernier jour d'école, de lycée ou de CFA.</summary>
    public DateOnly? FinScolarite { get; init; }
    public ContratApprentissage? Apprentissage { get; init; }
    public bool? EnEmploi { get; init; }
    public bool? EnFormation { get; init; }
    public bool? VolontairePae { get; init; }

    /// <summary>La personne demande elle-même un autre établissement.</summary>
    public bool? AutreEtablissementDemande { get; init; }

    /// <summary>L'établissement a répondu qu'il n'avait plus de place.</summary>
    public bool? RefusCapacite { get; init; }

    /// <summary>Une épreuve au moins a été manquée par force majeure.</summary>
    public bool? ForceMajeure { get; init; }

    /// <summary>Rentrée des élèves de l'académie, quand elle diffère du calendrier national (outre-mer, Corse).</summary>
    public DateOnly? Rentree { get; init; }
}

/// <summary>Une session de l'examen déjà présentée.</summary>
/// <param name="Moyenne">Telle qu'elle est imprimée ; rien si elle n'est pas connue.</param>
/// <param name="Notes">Par code d'unité ; vide si elles ne sont pas connues.</param>
public sealed record SessionPassee(SessionExamen Session, ResultatSession Resultat, decimal? Moyenne, IReadOnlyDictionary<string, Note> Notes);

/// <summary>Le dernier contrat d'apprentissage.</summary>
public sealed record ContratApprentissage
{
    public DateOnly? FinContrat { get; init; }

    /// <summary>Dernière année d'exécution du contrat : 1, 2 ou 3.</summary>
    public int? AnneeContrat { get; init; }

    /// <summary>SIRET de l'employeur actuel, tel qu'il est écrit : sa clé se contrôle par <see cref="Apprentissage.Siret"/>.</summary>
    public string? Siret { get; init; }

    /// <summary>L'employeur actuel accepte de prolonger.</summary>
    public bool? EmployeurAccepte { get; init; }

    /// <summary>SIRET d'un autre employeur qui a dit oui ; rien : pas encore trouvé.</summary>
    public string? NouveauSiret { get; init; }

    /// <summary>Une année de l'article L. 6222-11 a déjà été prise.</summary>
    public bool? DejaProlonge { get; init; }

    /// <summary>Le contrat a été rompu avant sa fin.</summary>
    public bool? Rompu { get; init; }

    /// <summary>Jour de la rupture.</summary>
    public DateOnly? RuptureLe { get; init; }

    /// <summary>Premier jour de la prolongation ou du nouveau contrat, s'il est fixé ; sinon le lendemain de <see cref="FinContrat"/>.</summary>
    public DateOnly? DebutProlongation { get; init; }

    /// <summary>Dernier jour de la prolongation ou du nouveau contrat, s'il est fixé.</summary>
    public DateOnly? FinProlongation { get; init; }
}

/// <summary>Ce que la personne était quand elle a passé l'examen, ou ce qu'elle est si elle ne l'a pas passé.</summary>
public enum StatutSuivi { Lyceen, Apprenti, CandidatLibre, EtudiantBts, Sans }

/// <summary>L'examen préparé. BMA : brevet des métiers d'art ; DTMS : diplôme de technicien des métiers du spectacle.</summary>
public enum ExamenPrepare { BacPro, BacProAgricole, BacGeneral, BacTechnologique, Cap, Bt, Bts, Bma, Dtms }

/// <summary>Le résultat d'une session.</summary>
public enum ResultatSession
{
    Admis,

    /// <summary>Échec ; y compris le diplôme qui ne peut pas être délivré faute de PFMP validée.</summary>
    Ajourne,

    /// <summary>Autorisé à l'épreuve de contrôle (bac pro) ou au second groupe (général, technologique) : rien n'est encore perdu.</summary>
    Controle,

    /// <summary>Absent sans justification.</summary>
    Absent,

    /// <summary>Absent par force majeure : les épreuves de remplacement d'abord.</summary>
    AbsentForceMajeure,
}

/// <summary>Un diplôme déjà obtenu. <see cref="Autre"/> : un code que nous ne connaissons pas.</summary>
public enum Diplome { Dnb, Cfg, Cap, Bep, Bp, Bma, Bt, Dtms, BacPro, BacProAgricole, BacGeneral, BacTechnologique, Bts, Autre }
