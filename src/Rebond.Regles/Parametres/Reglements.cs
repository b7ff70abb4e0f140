namespace Rebond.Regles.Parametres;

/// <summary>Toutes les tables embarquées.</summary>
public static class Reglements
{
    public static IReadOnlyList<Reglement> Tous => throw new NotImplementedException();

    public static Reglement? Chercher(string id) => throw new NotImplementedException();
}
