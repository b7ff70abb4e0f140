using Rebond.Optimisation.Affectation.Resolution;
using Rebond.Optimisation.Socle;

namespace Rebond.Optimisation.Affectation;

/// <param name="BorneSansDepassement">As the bound, when nobody but the hard rights may go above a capacity: what a plan could really reach.</param>
/// <param name="Plan">The plan; none when the instance contradicts itself.</param>
public sealed record Solution(Bilan Bilan, int? BorneSansDepassement, IReadOnlyList<Conflit> Conflits, Plan? Plan);

/// <summary>
/// One answer, always the same, within a second: no search, no draw, nothing to interrupt. The plan leaves only with the verifier's consent.
/// </summary>
public static class Solveur
{
    public static Solution Resoudre(Probleme probleme)
    {
        if (Controle.Conflits(probleme) is { Count: > 0 } contradictions)
            return Irrealisable(contradictions);
        var marche = new Marche(probleme);
        var obtenu = AcceptationDifferee.Calculer(marche);
        if (ImposesContreDroits(marche, obtenu) is { Count: > 0 } contraires)
            return Irrealisable(contraires);
        var plan = marche.EnPlan(obtenu);
        var verification = Verificateur.Verifier(probleme, plan);
        if (!verification.EstAccepte || verification.MeilleurPourTous != true)
            throw new InvalidOperationException("Le vérificateur refuse le plan de l'acceptation différée : " + string.Join(" ", verification.Conflits.Take(3).Select(c => c.Phrase)));
        return new(Bilan.DUnPlanAccepte(verification.Cout, Bornes.Borne(marche)), Bornes.BorneSansDepassement(marche), [], plan);
    }

    /// <summary>The bound alone, for a plan that comes from elsewhere; none when the instance contradicts itself.</summary>
    public static int? Borne(Probleme probleme) => Controle.Conflits(probleme).Count > 0 ? null : Bornes.Borne(new Marche(probleme));

    /// <summary>
    /// Hard rights always come home and pins never leave: together they may not hold. Every plan without envy has as many hard rights
    /// there, so no other plan would do.
    /// </summary>
    private static List<Conflit> ImposesContreDroits(Marche marche, int[] obtenu)
    {
        var conflits = new List<Conflit>();
        var occupants = marche.Occupants(obtenu);
        for (var place = 0; place < occupants.Length; place++)
        {
            var droits = occupants[place].Count(i => obtenu[i] == marche.Droit[i]);
            if (occupants[place].Count <= Math.Max(marche.Capacites[place], droits))
                continue;
            var (total, capacite) = (occupants[place].Count, marche.Capacites[place]);
            conflits.Add(new("CAPACITE", $"{marche.Places[place].Id} : {(total - droits).Compter("candidat")} {(total - droits).Accorder("imposé", "imposés")} et {droits.Compter("droit")} pour une capacité de {capacite}. "
                + $"Retirez {(total - Math.Max(capacite, droits)).Compter("affectation")} {(total - Math.Max(capacite, droits)).Accorder("imposée", "imposées")}, ou ouvrez {(total - capacite).Compter("place")}.", null, marche.Places[place].Id));
        }
        return conflits;
    }

    private static Solution Irrealisable(IReadOnlyList<Conflit> conflits) => new(new(Statut.Irrealisable, null, null), null, conflits, null);
}
