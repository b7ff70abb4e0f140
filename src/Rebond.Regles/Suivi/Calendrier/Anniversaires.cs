using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Calendrier;

/// <summary>
/// À quel jour atteint-on un âge ?
/// Le jour anniversaire. Né un 29 février : le dernier jour de février, qui peut être le 28 (circulaire du 25 juillet 2013, écrite pour
/// la majorité des électeurs ; étendue ici aux autres âges). « 25 ans révolus » court jusqu'à la veille du 26e anniversaire.
/// </summary>
public static class Anniversaires
{
    public static readonly Fondement DernierJourDeFevrier = CirculaireElections2013.Texte.Article("majorité", "2013-07-25", Verification.AVerifier);

    /// <summary>Le jour où cette personne atteint cet âge.</summary>
    public static DateOnly Jour(DateOnly naissance, int age) => Dates.Anniversaire(naissance, age);

    /// <summary>Le dernier jour où elle ne l'a pas encore.</summary>
    public static DateOnly Veille(DateOnly naissance, int age) => Jour(naissance, age).AddDays(-1);

    /// <summary>Le dernier jour où elle a encore cet âge : « 25 ans révolus ».</summary>
    public static DateOnly DernierJourRevolu(DateOnly naissance, int age) => Veille(naissance, age + 1);

    public static bool AAtteint(DateOnly naissance, int age, DateOnly jour) => jour >= Jour(naissance, age);

    /// <summary>L'âge en années entières ce jour-là.</summary>
    public static int Age(DateOnly naissance, DateOnly jour) => Dates.Age(naissance, jour);
}
