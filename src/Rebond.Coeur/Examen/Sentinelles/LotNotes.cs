using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen.Sentinelles;

/// <summary>The marks of a lot in the order of the list they were copied from. Statistics, not decisions: floating point is enough here.</summary>
public sealed class LotNotes
{
    private readonly Dictionary<string, double?[]> _notes;

    /// <summary>Of the units that two candidates at least have a mark in; null for the others.</summary>
    private readonly Dictionary<string, double?> _moyennes;

    /// <summary>Of each candidate, how many marks he has in those units and the sum of their gaps to the mean.</summary>
    private readonly (int Nombre, double Somme)[] _ecarts;

    /// <summary>Of each candidate, how many marks he has and their sum.</summary>
    private readonly (int Nombre, double Somme)[] _totaux;

    /// <param name="absencesConfirmees">Candidate and unit of the absences that a slip confirms.</param>
    public LotNotes(IReadOnlyList<IReadOnlyDictionary<string, EtatUnite>> lignes, IReadOnlyList<string> unites,
        ProfilUnites? profil = null, IReadOnlySet<(int Ligne, string Unite)>? absencesConfirmees = null)
    {
        (Lignes, Unites, Profil, AbsencesConfirmees) = (lignes, unites, profil, absencesConfirmees ?? new HashSet<(int, string)>());
        _notes = unites.ToDictionary(u => u, u => lignes.Select(l => l.TryGetValue(u, out var e) && e.Etat == Etat.Notee ? (double)e.Note.Points : (double?)null).ToArray(), StringComparer.Ordinal);
        _moyennes = _notes.ToDictionary(u => u.Key, u => u.Value.Count(n => n is not null) > 1 ? u.Value.Average() : null, StringComparer.Ordinal);
        (_ecarts, _totaux) = (new (int, double)[lignes.Count], new (int, double)[lignes.Count]);
        foreach (var (unite, notes) in _notes)
        {
            for (var i = 0; i < notes.Length; i++)
            {
                if (notes[i] is not { } note)
                    continue;
                _totaux[i] = (_totaux[i].Nombre + 1, _totaux[i].Somme + note);
                if (_moyennes[unite] is { } moyenne)
                    _ecarts[i] = (_ecarts[i].Nombre + 1, _ecarts[i].Somme + note - moyenne);
            }
        }
    }

    public IReadOnlyList<IReadOnlyDictionary<string, EtatUnite>> Lignes { get; }
    public IReadOnlyList<string> Unites { get; }

    /// <summary>How the units of the règlement are marked in the whole session; null when the lot is all there is.</summary>
    public ProfilUnites? Profil { get; }
    public IReadOnlySet<(int Ligne, string Unite)> AbsencesConfirmees { get; }

    /// <summary>Marks sat this session; kept marks come from elsewhere and say nothing of this copy.</summary>
    public IReadOnlyList<double?> Notes(string unite) => _notes[unite];

    /// <summary>Mean of the marks of a candidate but one; null when it is the only one.</summary>
    public double? MoyenneDesAutres(int ligne, double saufNote) => _totaux[ligne] is { Nombre: > 1 } t ? (t.Somme - saufNote) / (t.Nombre - 1) : null;

    /// <summary>Of each candidate, the mean of the gaps between his other marks and the mean of the lot in each: his level, whatever units he has.</summary>
    public double?[] Niveaux(string saufUnite)
    {
        var retiree = _moyennes.GetValueOrDefault(saufUnite);
        return [.. _notes[saufUnite].Select((note, i) =>
        {
            var (nombre, somme) = note is { } n && retiree is { } moyenne ? (_ecarts[i].Nombre - 1, _ecarts[i].Somme - (n - moyenne)) : _ecarts[i];
            return nombre == 0 ? (double?)null : somme / nombre;
        })];
    }
}

/// <summary>Of each unit over the whole session: mean, standard deviation, and mean gap to the candidate's other marks.</summary>
public sealed record ProfilUnites(IReadOnlyDictionary<string, ProfilUnite> ParUnite)
{
    public static ProfilUnites Calculer(IEnumerable<IReadOnlyDictionary<string, EtatUnite>> feuilles)
    {
        var cumuls = new Dictionary<string, (int N, double Somme, double Carres, int Ecarts, double SommeEcarts)>(StringComparer.Ordinal);
        foreach (var feuille in feuilles)
        {
            var notes = feuille.Where(u => u.Value.Etat == Etat.Notee).Select(u => (u.Key, Points: (double)u.Value.Note.Points)).ToList();
            var somme = notes.Sum(n => n.Points);
            foreach (var (unite, points) in notes)
            {
                var (n, s, carres, ecarts, sommeEcarts) = cumuls.GetValueOrDefault(unite);
                cumuls[unite] = notes.Count > 1
                    ? (n + 1, s + points, carres + (points * points), ecarts + 1, sommeEcarts + points - ((somme - points) / (notes.Count - 1)))
                    : (n + 1, s + points, carres + (points * points), ecarts, sommeEcarts);
            }
        }
        return new ProfilUnites(cumuls.ToDictionary(c => c.Key, c => new ProfilUnite(
            c.Value.N, c.Value.Somme / c.Value.N,
            Math.Sqrt(Math.Max(0, (c.Value.Carres / c.Value.N) - Math.Pow(c.Value.Somme / c.Value.N, 2))),
            c.Value.Ecarts == 0 ? 0 : c.Value.SommeEcarts / c.Value.Ecarts), StringComparer.Ordinal));
    }
}

public sealed record ProfilUnite(int Effectif, double Moyenne, double EcartType, double EcartAuxAutres);

public enum TypeAnomalie { Decalage, ColonnesEchangees, MoyenneEloignee, AbsentsSansBordereau, ColonneUniforme }

/// <summary>A suspicion, with its figures: somebody must look at the slips. It never changes a mark.</summary>
/// <param name="PremiereLigne">Index in the lot, from 0, when the suspicion has a place.</param>
public sealed record Anomalie(TypeAnomalie Type, string Unite, string Phrase, int? PremiereLigne = null, int? DerniereLigne = null);
