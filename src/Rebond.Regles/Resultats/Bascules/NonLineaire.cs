using Rebond.Regles.Resultats.Derogations;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>Un jeu de changements des unités dont les effets ne s'additionnent pas.</summary>
/// <param name="Effet1">Sur le total du premier groupe, à l'échelle commune.</param>
/// <param name="Effet2">Sur le total après l'épreuve de contrôle.</param>
internal readonly record struct Assignation(long Cle, long Effet1, long Effet2, int[] Pas);

/// <summary>
/// Les unités à énumérer une à une : les quatre de 2021, celles repassées à l'oral (la meilleure note compte), et une épreuve facultative
/// notée hors de la grille des demi-points.
/// </summary>
internal sealed class NonLineaire
{
    private readonly Variable[] _variables;
    private readonly Func<int[], (long Effet1, long Effet2)> _effets;

    private NonLineaire(Variable[] variables, Func<int[], (long, long)> effets)
    {
        _variables = variables;
        _effets = effets;
    }

    public IReadOnlyList<Variable> Variables => _variables;

    /// <summary>Les quatre unités de 2021 : leur total est refait pour chaque jeu de notes, à l'échelle commune des paires.</summary>
    public static NonLineaire Quatre(UniteExamen[] unites, int[] rangs, Variable[] presentees, long echelle)
    {
        long Total(int[] pas)
        {
            Span<(int, int)> quatre = stackalloc (int, int)[4];
            for (var i = 0; i < 4; i++)
            {
                var variable = Array.FindIndex(presentees, v => v.Rang == rangs[i]);
                quatre[i] = (unites[rangs[i]].Etat.Note.Centiemes + (variable < 0 ? 0 : pas[variable] * presentees[variable].Pas), unites[rangs[i]].Regle.Coefficient.Demis);
            }
            var calcul = Session2021DeuxMeilleures.Calculer(quatre);
            return calcul.Points * (echelle / calcul.Echelle);
        }
        var depart = Total(new int[presentees.Length]);
        return new NonLineaire(presentees, pas => (Total(pas) - depart, Total(pas) - depart));
    }

    /// <summary>Les unités repassées : la première note change le premier groupe, et ne change la suite qu'au-dessus de l'oral.</summary>
    public static NonLineaire Independantes(Variable[] variables, Func<Variable, int?> oral) => new(variables, pas =>
    {
        long premier = 0, second = 0;
        for (var i = 0; i < pas.Length; i++)
        {
            var variable = variables[i];
            var effet = variable.Effet(pas[i]);
            premier += effet;
            second += oral(variable) is not { } note ? effet
                : (long)(Math.Max(variable.Note + (pas[i] * variable.Pas), note) - Math.Max(variable.Note, note)) * variable.Coefficient;
        }
        return (premier, second);
    });

    /// <summary>Tous les jeux de changements d'au plus ce budget, du moins cher au plus cher ; à effets égaux, le moins cher seul.</summary>
    public List<Assignation> Enumerer(long budget)
    {
        var meilleures = new Dictionary<(long, long), Assignation>();
        var pas = new int[_variables.Length];
        void Descendre(int rang, long reste, long cle)
        {
            if (rang == _variables.Length)
            {
                var (un, deux) = _effets(pas);
                if (!meilleures.TryGetValue((un, deux), out var connue) || cle < connue.Cle)
                    meilleures[(un, deux)] = new Assignation(cle, un, deux, (int[])pas.Clone());
                return;
            }
            var (bas, haut) = _variables[rang].Bornes(reste);
            for (var essai = bas; essai <= haut; essai++)
            {
                pas[rang] = essai;
                Descendre(rang + 1, reste - ((long)Math.Abs(essai) * _variables[rang].Pas * _variables[rang].Coefficient), cle + _variables[rang].Cle(essai));
            }
            pas[rang] = 0;
        }
        Descendre(0, budget, 0);
        return [.. meilleures.Values.OrderBy(a => a.Cle)];
    }
}
