namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>
/// How many candidates no rule could seat. What nobody may move stays: pins, and hard rights whose first choice is home. The rest is a
/// maximum matching over the seats left.
/// </summary>
internal static class Bornes
{
    /// <summary>The bound of the contract: the other hard rights may come home above any capacity, so they cost nobody a seat.</summary>
    public static int Borne(Marche marche)
    {
        var libres = SiegesLibres(marche);
        var choix = Choix(marche, i => marche.EstMobile(i));
        return choix.Count(c => c.Mobile) - new Couplage([.. choix.Select(c => c.Places)], libres).Maximum();
    }

    /// <summary>
    /// The same when a place goes above its capacity by the hard rights alone: one that comes home takes a seat as long as there is one. At
    /// each place only those in excess of the seats left are let in free, which no plan can beat.
    /// </summary>
    public static int BorneSansDepassement(Marche marche)
    {
        var libres = SiegesLibres(marche);
        var attendus = new int[libres.Length];
        for (var i = 0; i < marche.Candidats.Length; i++)
            if (EstAttendu(marche, i))
                attendus[marche.Voeux[i][marche.Droit[i]]]++;
        var enPlus = libres.Select((l, p) => Math.Max(0, attendus[p] - l));
        var choix = Choix(marche, i => marche.EstMobile(i) || EstAttendu(marche, i));
        for (var i = 0; i < choix.Length; i++)
            if (EstAttendu(marche, i))
                choix[i].Places = [.. choix[i].Places, libres.Length + marche.Voeux[i][marche.Droit[i]]];
        return choix.Count(c => c.Mobile) - new Couplage([.. choix.Select(c => c.Places)], [.. libres, .. enPlus]).Maximum();
    }

    /// <summary>A hard right who prefers another place, and may come home.</summary>
    private static bool EstAttendu(Marche marche, int i) => marche.Impose[i] == Marche.Aucun && marche.Droit[i] > 0;

    private static int[] SiegesLibres(Marche marche)
    {
        var libres = (int[])marche.Capacites.Clone();
        for (var i = 0; i < marche.Candidats.Length; i++)
            if (marche.Impose[i] != Marche.Aucun)
                libres[marche.Voeux[i][marche.Impose[i]]]--;
            else if (marche.Droit[i] == 0)
                libres[marche.Voeux[i][0]]--;
        return Array.ConvertAll(libres, l => Math.Max(0, l));
    }

    private static (bool Mobile, int[] Places)[] Choix(Marche marche, Func<int, bool> concerne) =>
        [.. Enumerable.Range(0, marche.Candidats.Length).Select(i => concerne(i) ? (true, marche.Voeux[i]) : (false, Array.Empty<int>()))];
}
