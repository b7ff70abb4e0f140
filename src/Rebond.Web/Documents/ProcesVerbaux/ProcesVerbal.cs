using Rebond.Coeur.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Documents.ProcesVerbaux;

/// <summary>
/// The procès-verbal of a deliberation, without any candidate's name: the jury knows anonymity numbers only, and so does its PV.
/// </summary>
public sealed record ProcesVerbal
{
    public required string Academie { get; init; }
    public required SessionExamen Session { get; init; }
    public required TypeExamen Examen { get; init; }
    public required GroupeEpreuves Groupe { get; init; }
    public required string CodeJury { get; init; }
    public required string LibelleJury { get; init; }
    public required string Departement { get; init; }

    /// <summary>Paris time; null while the deliberation is open, and the PV says so.</summary>
    public required DateTime? ClosLe { get; init; }
    public required bool Synthetique { get; init; }
    public required IReadOnlyList<MembreAuProcesVerbal> Membres { get; init; }

    /// <summary>One table by règlement: its units are its columns.</summary>
    public required IReadOnlyList<TableauDeliberation> Tableaux { get; init; }

    public IEnumerable<(Decision Decision, int Nombre)> Effectifs =>
        Tableaux.SelectMany(t => t.Lignes).GroupBy(l => l.Decision).OrderByDescending(g => g.Key).Select(g => (g.Key, g.Count()));

    /// <summary>The template, for <see cref="Gabarits"/>.</summary>
    public const string Gabarit = "/Documents/ProcesVerbaux/ProcesVerbal.cshtml";
}

public sealed record MembreAuProcesVerbal(string Nom, FonctionJury Fonction, bool Present, bool ADistance);

/// <param name="Unites">Unit codes with their labels, in the order of the règlement.</param>
public sealed record TableauDeliberation(string Specialite, IReadOnlyList<(string Code, string Libelle)> Unites, IReadOnlyList<LigneDeliberation> Lignes);

/// <param name="Notes">By unit code, before any raise.</param>
public sealed record LigneDeliberation(
    string NumeroAnonymat,
    IReadOnlyDictionary<string, EtatUnite> Notes,
    IReadOnlyList<RevalorisationAuProcesVerbal> Revalorisations,
    string? Moyenne,
    Decision Decision,
    Mention Mention,
    bool Provisoire,
    bool Simulation,
    bool LivretExamine);

public sealed record RevalorisationAuProcesVerbal(string Unite, Note Avant, Note Apres, string Motif);
