// Planted faults: each rule of this project must catch its own, or it proves nothing. Nothing here is used by the product.
#pragma warning disable IDE0130, IDE0060, CA1812, CA1852, CA1040, CA1812

namespace Rebond.Fautes.Inscription
{
    /// <summary>Looks right: from Inscription into Resultats, by a field, and by the body of a method alone.</summary>
    internal sealed class RegardeADroite
    {
        public object? Champ { get; set; }

        public void Corps() => Champ = new Resultats.Droite();
    }

    /// <summary>Only a lambda looks right: the compiler moves it to a type of its own.</summary>
    internal sealed class RegardeADroiteEnCachette
    {
        public Func<object> Fabrique { get; } = static () => new Resultats.Droite();
    }

    /// <summary>Bears the name of its area.</summary>
    internal sealed class Inscription;
}

namespace Rebond.Fautes.Resultats
{
    internal sealed class Droite;

    /// <summary>No fault: Resultats may look left.</summary>
    internal sealed class RegardeAGauche
    {
        public Inscription.RegardeADroite? Gauche { get; set; }
    }
}

namespace Rebond.Fautes.Socle
{
    internal sealed class SocleIndiscret
    {
        public Resultats.Droite? Aire { get; set; }
    }
}

namespace Rebond.Fautes.Divers.Helpers
{
    internal sealed class FourreTout;
}

namespace Rebond.Fautes.Interfaces
{
    internal interface IUneSeule;

    internal sealed class Seule : IUneSeule;

    internal interface IDeux<T>;

    internal sealed class Une : IDeux<int>;

    internal sealed class Autre : IDeux<string>;
}

namespace Rebond.Fautes.Complaisance
{
    internal static class Solveur
    {
        public static int Cout() => 0;
    }

    /// <summary>Believes the solver instead of counting.</summary>
    internal static class Verificateur
    {
        public static int Cout() => Solveur.Cout() + Resolution.Matrice.Cout();
    }
}

namespace Rebond.Fautes.Complaisance.Resolution
{
    internal static class Matrice
    {
        public static int Cout() => 0;
    }
}

namespace Rebond.Fautes.Flottants
{
    internal sealed class ChampFlottant
    {
        public double Moyenne { get; set; }
    }

    internal static class CorpsFlottant
    {
        public static int Arrondir(int points) => (int)(points / 2.5);
    }

    internal static class AppelFlottant
    {
        public static decimal Lire(int points) => points % 2 == 0 ? decimal.Zero : new decimal(float.Parse("1", System.Globalization.CultureInfo.InvariantCulture));
    }

    internal static class Entier
    {
        public static int Doubler(int points) => points switch { 0 => 0, 1 => 2, 2 => 4, 3 => 6, _ => points * 2 };
    }
}
#pragma warning restore IDE0130, IDE0060, CA1812, CA1852, CA1040
