namespace Rebond.Regles.Vocabulaire;

/// <summary>Une session d'examen : une année et un mois (« 2020-06 » la session normale, « 2020-09 » le remplacement).</summary>
public readonly record struct SessionExamen(int Annee, int Mois) : IComparable<SessionExamen>
{
    /// <summary>Lit « 2020-06 » ; « 2020 » seul vaut la session normale de juin.</summary>
    public static bool TryLire(string? texte, out SessionExamen session)
    {
        session = default;
        var parties = texte?.Split('-') ?? [];
        if (parties.Length is < 1 or > 2 || parties[0].Length != 4 || !int.TryParse(parties[0], out var annee) || annee is < 1990 or > 2100)
            return false;
        var mois = 6;
        if (parties.Length == 2 && (parties[1].Length != 2 || !int.TryParse(parties[1], out mois) || mois is < 1 or > 12))
            return false;
        session = new SessionExamen(annee, mois);
        return true;
    }

    public static SessionExamen Juin(int annee) => new(annee, 6);

    public int CompareTo(SessionExamen autre) => (Annee, Mois).CompareTo((autre.Annee, autre.Mois));
    public static bool operator <(SessionExamen a, SessionExamen b) => a.CompareTo(b) < 0;
    public static bool operator >(SessionExamen a, SessionExamen b) => a.CompareTo(b) > 0;
    public static bool operator <=(SessionExamen a, SessionExamen b) => a.CompareTo(b) <= 0;
    public static bool operator >=(SessionExamen a, SessionExamen b) => a.CompareTo(b) >= 0;

    public override string ToString() => $"{Annee:0000}-{Mois:00}";
}
