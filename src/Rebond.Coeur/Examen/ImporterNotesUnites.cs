using Rebond.Regles.Examen;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>The units of one règlement as a file of marks calls them.</summary>
internal sealed class ImporterNotesUnites
{
    /// <summary>The chef-d'œuvre is no unit (examen.md 1.3) but its mark travels in the same file, under this code.</summary>
    public const string ChefDoeuvre = "CHEF_DOEUVRE";

    private readonly Reglement _reglement;
    private readonly SessionExamen _session;
    private readonly Dictionary<string, int> _rangs;
    private readonly Dictionary<string, UniteReglement> _unites;
    private readonly HashSet<string> _facultatives;
    private readonly string[] _obligatoires;

    public ImporterNotesUnites(Reglement reglement, SessionExamen session)
    {
        (_reglement, _session) = (reglement, session);
        _unites = reglement.Unites.Concat(reglement.Facultatives).DistinctBy(u => u.Code).ToDictionary(u => u.Code, StringComparer.Ordinal);
        _rangs = reglement.Unites.Select((u, rang) => (u.Code, rang)).ToDictionary(u => u.Code, u => u.rang, StringComparer.Ordinal);
        _facultatives = reglement.Facultatives.Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        _obligatoires = [.. reglement.Unites.Where(u => u.Obligatoire).Select(u => u.Code)];
        AChefDoeuvre = reglement.Examen is TypeExamen.BacPro or TypeExamen.BacProAgricole && session.Annee >= 2022;
    }

    public string Id => _reglement.Id;
    public bool AChefDoeuvre { get; }

    public bool EstUnite(string code) => _rangs.ContainsKey(code);
    public bool EstFacultative(string code) => _facultatives.Contains(code);
    public IEnumerable<string> Connues => _reglement.Unites.Concat(_reglement.Facultatives).Select(u => u.Code).Concat(AChefDoeuvre ? [ChefDoeuvre] : []);

    /// <summary>The order of the règlement, so that a sheet reads the same whatever order the marks came in.</summary>
    public string Ecrire(Dictionary<string, EtatUnite> unites) => NotesEnTexte.Ecrire(unites.OrderBy(u => _rangs.GetValueOrDefault(u.Key, int.MaxValue)).ThenBy(u => u.Key, StringComparer.Ordinal));

    public int Manquantes(Dictionary<string, EtatUnite> unites) => _obligatoires.Count(u => !unites.ContainsKey(u));

    /// <summary>The law gives no step for the chef-d'œuvre, a mean of two marks.</summary>
    public PasDeNote Pas(string unite) => _unites.TryGetValue(unite, out var connue) ? PasDesNotes.Pour(_reglement.Examen, _session.Annee, connue) : PasDeNote.Centieme;
}
