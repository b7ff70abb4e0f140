using System.Globalization;

namespace Rebond.Regles.Vocabulaire;

/// <summary>
/// Un jour et une heure lus à l'horloge de Paris. Le décalage avec le temps universel est calculé (règle européenne, en vigueur depuis 1996 :
/// heure d'été du dernier dimanche de mars au dernier dimanche d'octobre, bascules à 1 h UTC) ; rien n'est demandé à la machine.
/// </summary>
public readonly record struct HeureParis(DateOnly Jour, TimeOnly Heure) : IComparable<HeureParis>
{
    private static readonly TimeSpan s_hiver = new(1, 0, 0);
    private static readonly TimeSpan s_ete = new(2, 0, 0);

    /// <summary>Lit « 2023-11-06T10:00 » ou « 2023-11-06T10:00:30 », toujours sans décalage.</summary>
    public static bool TryLire(string? texte, out HeureParis heure)
    {
        heure = default;
        if (texte is not { Length: 16 or 19 } || texte[10] != 'T'
            || !Dates.TryLire(texte[..10], out var jour)
            || !TimeOnly.TryParseExact(texte[11..], texte.Length == 16 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return false;
        heure = new HeureParis(jour, instant);
        return true;
    }

    /// <summary>Faux entre 2 h et 3 h le dernier dimanche de mars : les horloges sautent cette heure.</summary>
    public bool Existe => !(Jour == DernierDimanche(Jour.Year, 3) && Heure.Hour == 2);

    /// <summary>Vrai entre 2 h et 3 h le dernier dimanche d'octobre : cette heure passe deux fois.</summary>
    public bool EstAmbigue => Jour == DernierDimanche(Jour.Year, 10) && Heure.Hour == 2;

    /// <summary>Le même instant en temps universel. L'heure qui passe deux fois est prise à son second passage : c'est le plus favorable à une clôture.</summary>
    public DateTimeOffset EnUtc()
    {
        var local = new DateTimeOffset(Jour, Heure, TimeSpan.Zero);
        var debut = new DateTimeOffset(DernierDimanche(Jour.Year, 3), new TimeOnly(2, 0), TimeSpan.Zero);
        var fin = new DateTimeOffset(DernierDimanche(Jour.Year, 10), new TimeOnly(2, 0), TimeSpan.Zero);
        return local - (local >= debut && local < fin ? s_ete : s_hiver);
    }

    /// <summary>L'heure de Paris de cet instant.</summary>
    public static HeureParis DeUtc(DateTimeOffset instant)
    {
        var utc = instant.ToUniversalTime();
        var debut = new DateTimeOffset(DernierDimanche(utc.Year, 3), new TimeOnly(1, 0), TimeSpan.Zero);
        var fin = new DateTimeOffset(DernierDimanche(utc.Year, 10), new TimeOnly(1, 0), TimeSpan.Zero);
        var local = utc.ToOffset(utc >= debut && utc < fin ? s_ete : s_hiver);
        return new HeureParis(new DateOnly(local.Year, local.Month, local.Day), TimeOnly.FromTimeSpan(local.TimeOfDay));
    }

    public int CompareTo(HeureParis autre) => (Jour, Heure).CompareTo((autre.Jour, autre.Heure));
    public static bool operator <(HeureParis a, HeureParis b) => a.CompareTo(b) < 0;
    public static bool operator >(HeureParis a, HeureParis b) => a.CompareTo(b) > 0;
    public static bool operator <=(HeureParis a, HeureParis b) => a.CompareTo(b) <= 0;
    public static bool operator >=(HeureParis a, HeureParis b) => a.CompareTo(b) >= 0;

    /// <summary>« 06/12/2023 à 22 h », « 06/12/2023 à 22 h 30 » ; les secondes seulement s'il y en a.</summary>
    public string EnFrancais()
    {
        var suite = Heure.Second > 0 ? $" {Heure.Minute:00} min {Heure.Second:00} s" : Heure.Minute > 0 ? $" {Heure.Minute:00}" : "";
        return $"{Dates.EnFrancais(Jour)} à {Heure.Hour} h{suite}";
    }

    /// <summary>« 2023-12-06T22:00 ».</summary>
    public override string ToString() => $"{Dates.Iso(Jour)}T{Heure.ToString(Heure.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture)}";

    private static DateOnly DernierDimanche(int annee, int mois)
    {
        var dernier = new DateOnly(annee, mois, 31);
        return dernier.AddDays(-(int)dernier.DayOfWeek);
    }
}

/// <summary>Écriture et âge, indépendants de la culture de la machine.</summary>
public static class Dates
{
    private static readonly string[] s_iso = ["yyyy-MM-dd"];
    private static readonly string[] s_saisie = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    /// <summary>Lit « 2008-03-03 ». Avant 1900 ou après 2100 c'est une faute de frappe, et de quoi faire déborder un calcul : refusé.</summary>
    public static bool TryLire(string? texte, out DateOnly date) => TryLire(texte, s_iso, out date);

    /// <summary>Comme on l'écrit : « 03/03/2008 », « 3/3/2008 » ou « 2008-03-03 ». Mêmes bornes.</summary>
    public static bool TryLireSaisie(string? texte, out DateOnly date) => TryLire(texte, s_saisie, out date);

    public static bool TryLire(string? texte, string[] formes, out DateOnly date) =>
        DateOnly.TryParseExact(texte, formes, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= 1900 and <= 2100;

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>« 09/12/2023 ».</summary>
    public static string EnFrancais(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>L'âge en années révolues à cette date.</summary>
    public static int Age(DateOnly naissance, DateOnly date)
    {
        var age = date.Year - naissance.Year;
        return date >= Anniversaire(naissance, age) ? age : age - 1;
    }

    /// <summary>
    /// Le jour où l'on atteint cet âge. Né un 29 février : le dernier jour de février, qui peut être le 28 (circulaire du 25 juillet 2013, voir
    /// Suivi/Calendrier/Anniversaires ; à vérifier).
    /// </summary>
    public static DateOnly Anniversaire(DateOnly naissance, int age) => naissance.AddYears(age);

    /// <summary>La dernière naissance qui donne cet âge à cette date : de quoi trier par âge sans calculer chaque âge.</summary>
    public static DateOnly NeAuPlusTard(DateOnly date, int age) => Anniversaire(date.AddYears(-age).AddDays(1), age) <= date ? date.AddYears(-age).AddDays(1) : date.AddYears(-age);
}
