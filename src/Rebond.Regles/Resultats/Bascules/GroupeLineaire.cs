namespace Rebond.Regles.Resultats.Bascules;

/// <summary>
/// Pour un groupe d'unités dont les effets s'additionnent, toutes relevées ou toutes abaissées : la meilleure clé qui donne exactement
/// chaque effet, en quarts de point, et de quoi retrouver les changements (programmation dynamique, unité après unité). Mêler hausses et
/// baisses changerait plus de demi-points sans rien ouvrir de plus : chaque cible est une demi-droite.
/// </summary>
internal sealed class GroupeLineaire
{
    private readonly List<Variable> _variables;
    private readonly int _sens;
    private readonly List<sbyte[]> _choix = [];
    private readonly int[] _meilleurs;

    /// <param name="sens">1 pour relever, −1 pour abaisser.</param>
    /// <param name="demiPoints">Demi-points qu'on s'autorise à changer : aucun effet au-delà n'est cherché.</param>
    public GroupeLineaire(List<Variable> variables, int sens, int demiPoints)
    {
        (_variables, _sens) = (variables, sens);
        Cles = new long[(demiPoints * variables.Select(variable => variable.Coefficient).DefaultIfEmpty(0).Max()) + 1];
        Array.Fill(Cles, CleBascule.Impossible);
        Cles[0] = 0;
        foreach (var variable in variables)
            Ajouter(variable, demiPoints);
        _meilleurs = new int[Cles.Length];
        for (var effet = Cles.Length - 1; effet >= 0; effet--)
            _meilleurs[effet] = effet + 1 < Cles.Length && Cles[_meilleurs[effet + 1]] < Cles[effet] ? _meilleurs[effet + 1] : effet;
    }

    /// <summary>La meilleure clé pour chaque valeur absolue de l'effet.</summary>
    public long[] Cles { get; }

    /// <summary>L'effet d'au moins cette valeur absolue dont la clé est la plus petite ; rien s'il est hors de portée.</summary>
    public int? AuMoins(long effet)
    {
        if (effet >= Cles.Length)
            return null;
        var meilleur = _meilleurs[Math.Max(0, effet)];
        return Cles[meilleur] == CleBascule.Impossible ? null : meilleur;
    }

    /// <summary>Les changements, en pas, qui donnent cet effet à la meilleure clé.</summary>
    public void Retrouver(int effet, List<(Variable Variable, int Pas)> changements)
    {
        for (var i = _variables.Count - 1; i >= 0; i--)
        {
            var pas = _choix[i][effet] * _sens;
            if (pas == 0)
                continue;
            changements.Add((_variables[i], pas));
            effet -= EffetAbsolu(_variables[i], pas);
        }
    }

    private void Ajouter(Variable variable, int demiPoints)
    {
        var avant = (long[])Cles.Clone();
        var choix = new sbyte[Cles.Length];
        var (bas, haut) = variable.Bornes(demiPoints);
        for (var nombre = 1; nombre <= (_sens > 0 ? haut : -bas); nombre++)
        {
            var effet = EffetAbsolu(variable, nombre * _sens);
            var cle = variable.Cle(nombre);
            for (var vers = effet; vers < Cles.Length; vers++)
            {
                if (avant[vers - effet] == CleBascule.Impossible || avant[vers - effet] + cle >= Cles[vers])
                    continue;
                Cles[vers] = avant[vers - effet] + cle;
                choix[vers] = (sbyte)nombre;
            }
        }
        _choix.Add(choix);
    }

    private static int EffetAbsolu(Variable variable, int pas) => (int)(Math.Abs(variable.Effet(pas)) / CleBascule.Quantum);
}
