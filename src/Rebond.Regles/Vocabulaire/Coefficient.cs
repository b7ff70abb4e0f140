namespace Rebond.Regles.Vocabulaire;

/// <summary>Un coefficient, multiple de 0,5 dans tous les règlements (tables, voir Parametres/), compté en demis.</summary>
/// <param name="Demis">2,5 vaut 5.</param>
public readonly record struct Coefficient(short Demis) : IComparable<Coefficient>
{
    /// <exception cref="ArgumentOutOfRangeException">Négatif, ou pas un multiple de 0,5.</exception>
    public static Coefficient De(decimal valeur)
    {
        var demis = valeur * 2;
        return demis >= 0 && decimal.Truncate(demis) == demis
            ? new Coefficient((short)demis)
            : throw new ArgumentOutOfRangeException(nameof(valeur), valeur, "Un coefficient est un multiple positif de 0,5.");
    }

    public decimal Valeur => Demis / 2m;

    public int CompareTo(Coefficient autre) => Demis.CompareTo(autre.Demis);
    public static bool operator <(Coefficient a, Coefficient b) => a.Demis < b.Demis;
    public static bool operator >(Coefficient a, Coefficient b) => a.Demis > b.Demis;
    public static bool operator <=(Coefficient a, Coefficient b) => a.Demis <= b.Demis;
    public static bool operator >=(Coefficient a, Coefficient b) => a.Demis >= b.Demis;

    public override string ToString() => Exact.EnFrancais(Valeur);
}
