using Rebond.Regles.Resultats.Derogations;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>Un jeu de changements des unités dont les effets ne s'additionnent pas.</summary>
/// <param name="Effet1">Sur le total du premier groupe, à l'échelle commune.</param>
/// <param name="Effet2">Sur le total après l'épreuve de contrôle.</param>
internal readonly record struct Assignation(long Cle, long Effet1, long Effet2, int[] Pas);

/// <summary>
/// Les unités à énumérer : les quatre de 2021, celles repassées à l'oral (la meilleure note compte), et une épreuve facultative notée hors
/// de la grille des demi-points.
/// </summary>
internal abstract class NonLineaire(Variable[] variables)
{
    private readonly Dictionary<(long, long), Assignation> _meilleures = [];

    protected Variable[] Variables { get; } = variables;

    public IReadOnlyList<Variable> Presentees => Variables;

    /// <summary>Les jeux de changements utiles d'au plus ce nombre de demi-points, par clé croissante ; à effets égaux, la plus petite seule.</summary>
    public IEnumerable<Assignation> Enumerer(int demiPoints)
    {
        _meilleures.Clear();
        Essayer(demiPoints);
        return _meilleures.Values.OrderBy(assignation => assignation.Cle);
    }

    protected abstract void Essayer(int demiPoints);

    protected void Retenir(int[] pas, long effet1, long effet2)
    {
        long cle = 0;
        for (var i = 0; i < pas.Length; i++)
            cle += Variables[i].Cle(pas[i]);
        if (!_meilleures.TryGetValue((effet1, effet2), out var connue) || cle < connue.Cle)
            _meilleures[(effet1, effet2)] = new Assignation(cle, effet1, effet2, (int[])pas.Clone());
    }
}

/// <summary>Chaque unité agit pour elle-même : sa première note change le premier groupe, et la suite seulement au-dessus de l'oral.</summary>
internal sealed class UnitesRepassees(Variable[] variables, Func<Variable, int?> oral) : NonLineaire(variables)
{
    protected override void Essayer(int demiPoints) => Descendre(0, demiPoints, new int[Variables.Length], 0, 0);

    private void Descendre(int rang, int reste, int[] pas, long effet1, long effet2)
    {
        if (rang == Variables.Length)
        {
            Retenir(pas, effet1, effet2);
            return;
        }
        var variable = Variables[rang];
        var (bas, haut) = variable.Bornes(reste);
        for (var essai = bas; essai <= haut; essai++)
        {
            pas[rang] = essai;
            var effet = variable.Effet(essai);
            var suite = oral(variable) is not { } note ? effet
                : (long)(Math.Max(variable.Note + (essai * variable.Pas), note) - Math.Max(variable.Note, note)) * variable.Coefficient;
            Descendre(rang + 1, reste - variable.DemiPoints(essai), pas, effet1 + effet, effet2 + suite);
        }
        pas[rang] = 0;
    }
}

/// <summary>
/// Les quatre unités de 2021. Le total ne dépend que des deux meilleures notes : pour chaque paire et chacune de ses notes, les deux autres
/// unités ne bougent que si elles dépassent, et s'arrêtent alors à la plus basse des deux, ou juste dessous quand l'égalité profiterait
/// à une autre paire.
/// </summary>
internal sealed class QuatreDe2021(Variable[] variables, UniteExamen[] unites, int[] rangs, long echelle) : NonLineaire(variables)
{
    private readonly Variable?[] _parRang = [.. rangs.Select(rang => variables.FirstOrDefault(v => v.Rang == rang))];

    protected override void Essayer(int demiPoints)
    {
        var pas = new int[4];
        var depart = Total(pas);
        for (var i = 0; i < 4; i++)
            for (var j = i + 1; j < 4; j++)
                Paire(i, j, demiPoints, depart);
    }

    private void Paire(int i, int j, int demiPoints, long depart)
    {
        var autres = Enumerable.Range(0, 4).Where(k => k != i && k != j).ToArray();
        var pas = new int[4];
        var (basI, hautI) = _parRang[i]?.Bornes(demiPoints) ?? (0, 0);
        for (pas[i] = basI; pas[i] <= hautI; pas[i]++)
        {
            var resteI = demiPoints - (_parRang[i]?.DemiPoints(pas[i]) ?? 0);
            var (basJ, hautJ) = _parRang[j]?.Bornes(resteI) ?? (0, 0);
            for (pas[j] = basJ; pas[j] <= hautJ; pas[j]++)
            {
                var plafond = Math.Min(Note(i, pas[i]), Note(j, pas[j]));
                var reste = resteI - (_parRang[j]?.DemiPoints(pas[j]) ?? 0);
                foreach (var premier in Baisses(autres[0], plafond))
                    foreach (var second in Baisses(autres[1], plafond))
                    {
                        (pas[autres[0]], pas[autres[1]]) = (premier, second);
                        if ((_parRang[autres[0]]?.DemiPoints(premier) ?? 0) + (_parRang[autres[1]]?.DemiPoints(second) ?? 0) <= reste)
                            RetenirQuatre(pas, depart);
                    }
            }
        }
    }

    /// <summary>Laisser la note, l'amener au plafond, ou juste dessous.</summary>
    private int[] Baisses(int k, int plafond)
    {
        if (_parRang[k] is not { } variable || variable.Note < plafond)
            return [0];
        var jusquA = (plafond - variable.Note) / variable.Pas;
        return variable.Note + ((jusquA - 1) * variable.Pas) >= 0 ? [jusquA, jusquA - 1] : [jusquA];
    }

    private void RetenirQuatre(int[] pas, long depart)
    {
        var effet = Total(pas) - depart;
        var presentes = new int[Variables.Length];
        for (var k = 0; k < 4; k++)
            if (_parRang[k] is { } variable)
                presentes[Array.IndexOf(Variables, variable)] = pas[k];
        Retenir(presentes, effet, effet);
    }

    private int Note(int k, int pas) => unites[rangs[k]].Etat.Note.Centiemes + (pas * (_parRang[k]?.Pas ?? 0));

    private long Total(int[] pas)
    {
        Span<(int, int)> quatre = stackalloc (int, int)[4];
        for (var k = 0; k < 4; k++)
            quatre[k] = (Note(k, pas[k]), unites[rangs[k]].Regle.Coefficient.Demis);
        var calcul = Session2021DeuxMeilleures.Calculer(quatre);
        return calcul.Points * (echelle / calcul.Echelle);
    }
}
