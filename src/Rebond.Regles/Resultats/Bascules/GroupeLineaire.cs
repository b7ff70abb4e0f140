namespace Rebond.Regles.Resultats.Bascules;

/// <summary>
/// Pour un groupe d'unités dont les effets s'additionnent : la meilleure clé qui donne exactement chaque effet, de −Portee à +Portee quarts
/// de point, et de quoi retrouver les changements (programmation dynamique, unité après unité).
/// </summary>
internal sealed class GroupeLineaire
{
    private readonly List<Variable> _variables;
    private readonly List<sbyte[]> _choix = [];
    private readonly int[][] _minima;

    public GroupeLineaire(List<Variable> variables, long budget)
    {
        _variables = variables;
        Portee = (int)(budget / CleBascule.Quantum);
        Cles = new long[(2 * Portee) + 1];
        Array.Fill(Cles, CleBascule.Impossible);
        Cles[Portee] = 0;
        foreach (var variable in variables)
            Ajouter(variable, budget);
        _minima = TablesDeMinima();
    }

    public int Portee { get; }

    /// <summary>Par effet, décalé de <see cref="Portee"/>.</summary>
    public long[] Cles { get; }

    /// <summary>L'effet de la plus petite clé entre ces deux effets compris ; rien si l'intervalle est vide ou hors de portée.</summary>
    public int? Meilleur(long debut, long fin)
    {
        var de = (int)Math.Max(debut + Portee, 0);
        var a = (int)Math.Min(fin + Portee, Cles.Length - 1);
        if (debut > Portee || fin < -Portee || de > a)
            return null;
        var niveau = int.Log2(a - de + 1);
        var (gauche, droite) = (_minima[niveau][de], _minima[niveau][a - (1 << niveau) + 1]);
        var indice = Cles[gauche] <= Cles[droite] ? gauche : droite;
        return Cles[indice] >= CleBascule.Impossible ? null : indice - Portee;
    }

    /// <summary>Les changements, en pas, qui donnent cet effet à la meilleure clé.</summary>
    public void Retrouver(int effet, List<(Variable Variable, int Pas)> changements)
    {
        for (var i = _variables.Count - 1; i >= 0; i--)
        {
            var pas = _choix[i][effet + Portee];
            if (pas == 0)
                continue;
            changements.Add((_variables[i], pas));
            effet -= (int)(_variables[i].Effet(pas) / CleBascule.Quantum);
        }
    }

    private void Ajouter(Variable variable, long budget)
    {
        var avant = (long[])Cles.Clone();
        var choix = new sbyte[Cles.Length];
        var (bas, haut) = variable.Bornes(budget);
        for (var pas = bas; pas <= haut; pas++)
        {
            if (pas == 0)
                continue;
            var effet = (int)(variable.Effet(pas) / CleBascule.Quantum);
            var cle = variable.Cle(pas);
            for (var vers = Math.Max(0, effet); vers < Math.Min(Cles.Length, Cles.Length + effet); vers++)
            {
                if (avant[vers - effet] + cle >= Cles[vers])
                    continue;
                Cles[vers] = avant[vers - effet] + cle;
                choix[vers] = (sbyte)pas;
            }
        }
        _choix.Add(choix);
    }

    private int[][] TablesDeMinima()
    {
        var niveaux = new int[int.Log2(Cles.Length) + 1][];
        niveaux[0] = [.. Enumerable.Range(0, Cles.Length)];
        for (var niveau = 1; niveau < niveaux.Length; niveau++)
        {
            var (demi, avant) = (1 << (niveau - 1), niveaux[niveau - 1]);
            niveaux[niveau] = new int[Cles.Length - (1 << niveau) + 1];
            for (var i = 0; i < niveaux[niveau].Length; i++)
                niveaux[niveau][i] = Cles[avant[i]] <= Cles[avant[i + demi]] ? avant[i] : avant[i + demi];
        }
        return niveaux;
    }
}
