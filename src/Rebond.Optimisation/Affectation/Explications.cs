using Rebond.Optimisation.Affectation.Resolution;

namespace Rebond.Optimisation.Affectation;

/// <summary>Everything the commission sees besides the plan, from the solver's plan. Stops between two questions when asked to.</summary>
public static class Explications
{
    public static Explication Etablir(Probleme probleme, Plan plan, CancellationToken arret = default)
    {
        var marche = new Marche(probleme);
        var obtenu = marche.DepuisPlan(plan);
        var seuils = new CalculSeuils(marche, obtenu);
        var manques = new List<string>();
        var recherche = new RechercheDeChaines(marche, obtenu);
        if (!recherche.Chercher(arret))
            manques.Add("chaines");
        var effets = new List<CalculOuvertures.Effet>();
        if (!CalculOuvertures.Calculer(marche, obtenu, effets, arret))
            manques.Add("ouvertures");
        return new Explication(
            new RedactionMotifs(marche, obtenu, seuils, recherche, effets).Tous(),
            seuils.ParPlace(),
            seuils.Exces(),
            recherche.Chaines,
            recherche.Blocages,
            [.. effets.Select(e => EnOuverture(marche, obtenu, e)).OrderByDescending(o => o.Places).ThenByDescending(o => o.Ameliores).ThenBy(o => o.Place, StringComparer.Ordinal)],
            References(marche, obtenu, recherche.Obtenu),
            manques);
    }

    private static Ouverture EnOuverture(Marche marche, int[] obtenu, CalculOuvertures.Effet effet)
    {
        var places = effet.Gains.Where(g => obtenu[g.Candidat] == Marche.Aucun).Select(g => marche.Candidats[g.Candidat].Id).ToList();
        return new(marche.Places[effet.Place].Id, places.Count, effet.Gains.Count, places.FirstOrDefault());
    }

    private static List<Reference> References(Marche marche, int[] obtenu, int[] avecChaines) =>
    [
        Mesurer(marche, "ACCEPTATION_DIFFEREE", obtenu),
        Mesurer(marche, "AVEC_CHAINES", avecChaines),
        Mesurer(marche, "DICTATURE_EN_SERIE", MethodesDeReference.DictatureEnSerie(marche)),
        Mesurer(marche, "COUPLAGE_PRIORITAIRE", MethodesDeReference.CouplagePrioritaire(marche, obtenu)),
    ];

    private static Reference Mesurer(Marche marche, string methode, int[] obtenu)
    {
        var verification = Verificateur.Verifier(marche.Probleme, marche.EnPlan(obtenu));
        var quart = marche.Candidats.Length / 4;
        return new(methode, verification.Cout, verification.Conflits.Where(c => c.Code is "ENVIE" or "PLACE_PERDUE").DistinctBy(c => c.Candidat).Count(),
            obtenu.Select((voeu, i) => voeu == Marche.Aucun ? 0 : marche.Km[i][voeu]).Sum(), obtenu.Take(quart).Count(v => v != Marche.Aucun), quart);
    }
}
