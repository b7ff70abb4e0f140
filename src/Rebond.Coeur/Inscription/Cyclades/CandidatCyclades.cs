namespace Rebond.Coeur.Inscription.Cyclades;

/// <summary>
/// A candidate as the « hors BEE » import of Cyclades wants him: the values are Cyclades' own codes. A field is written in the column a
/// <see cref="FormatCyclades"/> gives it; what the format has no column for is not written.
/// </summary>
public sealed record CandidatCyclades
{
    /// <summary>Our key, to say whose value is refused; not written.</summary>
    public required string Reference { get; init; }

    /// <summary>"M" or "F": the only example of a file we have writes the sex here (à vérifier).</summary>
    public string? Civilite { get; init; }
    public required string NomFamille { get; init; }
    public required string Prenoms { get; init; }
    public string? Ine { get; init; }

    /// <summary>Three digits, 100 for France.</summary>
    public string? PaysNaissance { get; init; }
    public required DateOnly DateNaissance { get; init; }

    /// <summary>Three positions: 013, 971.</summary>
    public string? DepartementNaissance { get; init; }

    /// <summary>INSEE code in France, else the name of the town.</summary>
    public string? CommuneNaissance { get; init; }
    public string? Nationalite { get; init; }
    public string? Pays { get; init; }

    /// <summary>Four lines at most.</summary>
    public IReadOnlyList<string> Adresse { get; init; } = [];
    public string? CodePostal { get; init; }
    public string? Localite { get; init; }
    public string? Telephone { get; init; }
    public string? TelephoneMobile { get; init; }
    public string? AdresseMail { get; init; }
    public string? CategorieSocioProfessionnelle { get; init; }
    public required string Etablissement { get; init; }
    public string? Division { get; init; }

    /// <summary>BCG for the général; the codes of the other exams are not known to us.</summary>
    public string? Serie { get; init; }
    public string? Enseignement { get; init; }
    public string? Categorie { get; init; }
    public string? SectionInternationale { get; init; }
    public string? SectionEuropeenne { get; init; }
    public IReadOnlyList<string> Specialites { get; init; } = [];

    /// <summary>Four digits: 0001 allemand, 0002 anglais, 0007 espagnol.</summary>
    public string? LangueA { get; init; }
    public string? LangueB { get; init; }
    public string? ZoneSouhaitee { get; init; }
    public string? Dnl { get; init; }

    /// <summary>What a bac pro asks beyond the above (formats differ by exam and session), by name chosen in the format.</summary>
    public IReadOnlyDictionary<string, string> Autres { get; init; } = new Dictionary<string, string>();
}
