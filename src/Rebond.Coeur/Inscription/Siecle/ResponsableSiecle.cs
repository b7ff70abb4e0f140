using Rebond.Coeur.Inscription.Eleves;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>A person and what he is to one pupil. A parent of two pupils is given twice, with the same <see cref="PersonneId"/>.</summary>
public sealed record ResponsableSiecle
{
    public required int Ligne { get; init; }
    public required string EleveId { get; init; }
    public required string PersonneId { get; init; }
    public required NiveauResponsabilite Niveau { get; init; }
    public required LienParente Lien { get; init; }

    /// <summary>As written: « M. », « MME ».</summary>
    public string? Civilite { get; init; }
    public required string NomDeFamille { get; init; }
    public string? NomUsage { get; init; }
    public string? Prenom { get; init; }
    public ContactLu Contact { get; init; } = new();
    public AdresseLue? Adresse { get; init; }

    /// <summary>The address may be given to associations of parents. Unknown is not yes.</summary>
    public bool AccepteCommunicationAdresse { get; init; }
    public bool AccepteSms { get; init; }
    public bool PaieFrais { get; init; }
    public bool PercoitAides { get; init; }
    public bool HebergeEleve { get; init; }
    public bool ContactPrioritaire { get; init; }
    public string? Profession { get; init; }
}

/// <summary>NIVEAU_RESPONSABILITE: 1, 2, 3; before it RESP_LEGAL: 1 and 2 legal, 0 contact.</summary>
public enum NiveauResponsabilite { Legal, EnCharge, Contact }

/// <summary>CODE_PARENTE, one digit in old exports, two since version 3.</summary>
public enum LienParente { Inconnu, Pere, Mere, Fratrie, Ascendant, AutreFamille, Educateur, AssistantFamilial, Tuteur, AideSocialeEnfance, Eleve, Autre }
