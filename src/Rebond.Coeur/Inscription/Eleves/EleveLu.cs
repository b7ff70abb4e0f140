namespace Rebond.Coeur.Inscription.Eleves;

/// <summary>
/// A pupil as a file of the establishment describes him (SIECLE, CSV, workbook), every value read and within its limits. Codes of the
/// partner are kept as they stand. Nothing here is in the base yet.
/// </summary>
public sealed record EleveLu
{
    /// <summary>Line of the file where he begins, for messages.</summary>
    public required int Ligne { get; init; }

    /// <summary>ELEVE_ID of SIECLE: his key in the files of the establishment, stable from year to year. Null in other files.</summary>
    public string? EleveId { get; init; }

    /// <summary>Number of the establishment (ELENOET, « Num. Elève Etab »).</summary>
    public string? NumeroInterne { get; init; }
    public IneEleve Ines { get; init; } = new();
    public required string NomDeFamille { get; init; }
    public string? NomUsage { get; init; }
    public required string Prenom { get; init; }
    public string? Prenom2 { get; init; }
    public string? Prenom3 { get; init; }
    public required DateOnly Naissance { get; init; }
    public LieuNaissance LieuNaissance { get; init; } = new();

    /// <summary>INSEE, three digits: 100 is France. A file of labels gives the label.</summary>
    public string? Nationalite { get; init; }

    /// <summary>"F" or "M".</summary>
    public string? Sexe { get; init; }
    public CodeMef? Mef { get; init; }
    public string? LibelleMef { get; init; }

    /// <summary>CODE_STATUT: ST (scolaire), AP (apprenti), FC, FQ, CQ.</summary>
    public string? Statut { get; init; }
    public string? Regime { get; init; }
    public bool Redouble { get; init; }
    public DateOnly? Entree { get; init; }
    public DateOnly? Sortie { get; init; }
    public string? MotifSortie { get; init; }

    /// <summary>UAI of the establishment when the lines of the file say it.</summary>
    public string? Uai { get; init; }
    public IReadOnlyList<StructureEleve> Structures { get; init; } = [];
    public IReadOnlyList<OptionEleve> Options { get; init; } = [];
    public AdresseLue? Adresse { get; init; }
    public ContactLu Contact { get; init; } = new();
    public EtablissementPrecedent? AnDernier { get; init; }

    /// <summary>All the first names, as an exam writes them.</summary>
    public string Prenoms => string.Join(' ', new[] { Prenom, Prenom2, Prenom3 }.Where(p => !string.IsNullOrEmpty(p)));

    public string? Division => Structures.FirstOrDefault(s => s.EstDivision)?.Code;

    /// <summary>A date of leaving, or no division: he is not in the establishment any more (docs/formats-fichiers.md).</summary>
    public bool EstSorti => Sortie is not null || Division is null;
}

/// <summary>The national identifier and the two it comes from. They may differ: all are kept.</summary>
public sealed record IneEleve(string? Nationale = null, string? Rnie = null, string? Bea = null)
{
    /// <summary>The one to use: the national one, else the RNIE, else the BEA.</summary>
    public string? Retenu => Nationale ?? Rnie ?? Bea;

    public IEnumerable<string> Tous => new[] { Nationale, Rnie, Bea }.OfType<string>().Distinct();
}

/// <param name="Pays">INSEE code, or a label when the file has labels.</param>
/// <param name="Departement">Three characters: 013, 02A.</param>
/// <param name="Commune">INSEE code when born in France.</param>
/// <param name="Ville">Label: the town abroad, or the commune in a file of labels.</param>
public sealed record LieuNaissance(string? Pays = null, string? Departement = null, string? Commune = null, string? Ville = null);

/// <param name="EstDivision">Division (D), else group (G).</param>
public sealed record StructureEleve(string Code, bool EstDivision);

/// <param name="Matiere">Six digits.</param>
/// <param name="Modalite">CODE_MODALITE_ELECT: S, O, F…</param>
public sealed record OptionEleve(int Numero, string Matiere, string Modalite);

public sealed record AdresseLue(IReadOnlyList<string> Lignes, string? CodePostal, string? Localite, string? CommuneInsee, string? Pays);

public sealed record ContactLu(string? Mel = null, string? Personnel = null, string? Portable = null, string? Professionnel = null);

public sealed record EtablissementPrecedent(string? Uai, string? Denomination, string? Mef, string? Structure, string? Commune);
