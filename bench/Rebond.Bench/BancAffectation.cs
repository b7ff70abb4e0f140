using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Json;
using Rebond.Optimisation.Tests.Affectation;

namespace Rebond.Bench;

/// <summary>
/// Made-up commissions: the answer against what an office does by hand (dossier order, first place that fits), against the bound, and its time against the mere reading of the file.
/// </summary>
internal static class BancAffectation
{
    private const int Graines = 3;

    public static void Executer()
    {
        foreach (var effectif in new[] { 900, 25_000 })
        {
            Console.WriteLine($"{effectif:N0} candidats, moyenne de {Graines} instances");
            foreach (var (capacite, opposable) in new[] { (80, true), (100, true), (120, true), (100, false) })
                Comparer(effectif, capacite, opposable);
            Chronometrer(effectif);
        }
    }

    private static void Comparer(int effectif, int capacite, bool opposable)
    {
        var lignes = Enumerable.Range(1, Graines).Select(graine => Mesurer(InstanceSynthetique.Creer(graine, effectif, capacite, opposable))).ToList();
        decimal Moyenne(Func<Ligne, decimal> valeur) => lignes.Average(valeur);
        Console.WriteLine($"  {capacite} places pour 100 demandes, {(opposable ? "droit opposable" : "aucun droit opposable")}");
        Console.WriteLine($"    sans place : borne {Moyenne(l => l.Borne):N0}, sans dépassement {Moyenne(l => l.SansDepassement):N0}, couplage prioritaire {Moyenne(l => l.Couplage):N0}, "
            + $"avec les chaînes {Moyenne(l => l.Chaines):N0} ({Moyenne(l => l.Sollicites):N0} personnes à solliciter), réponse {Moyenne(l => l.Cout):N0}, guichet {Moyenne(l => l.AuGuichet):N0}");
        Console.WriteLine($"    le guichet : {Moyenne(l => l.Envieux):N0} envieux, {Moyenne(l => l.Surnombre):N0} personnes au-delà de ce que la règle admet ; droits au-delà des capacités : {Moyenne(l => l.Exces):N0}");
        Console.WriteLine($"    quart le plus loin de la réussite placé : guichet {Moyenne(l => 100m * l.QuartGuichet / l.Quart):N1} %, réponse {Moyenne(l => 100m * l.QuartReponse / l.Quart):N1} %");
        Mesure.Rapport("sans place : réponse / borne", (double)(Moyenne(l => l.Cout) / Moyenne(l => l.Borne)), "prix de l'absence d'envie");
        Mesure.Rapport("sans place : réponse / guichet, ses surnombres remis dehors", (double)(Moyenne(l => l.Cout) / Moyenne(l => l.AuGuichet + l.Surnombre)), "au plus 1");
        Mesure.Rapport("sans place : réponse / guichet tel quel, surnombres compris", (double)(Moyenne(l => l.Cout) / Moyenne(l => l.AuGuichet)), "sans dépasser davantage");
        Mesure.Rapport("envieux : réponse / guichet", 0 / (double)Moyenne(l => l.Envieux), "0");
    }

    private sealed record Ligne(int Borne, int SansDepassement, int Couplage, int Chaines, int Sollicites, int Cout, int Exces, int Quart, int QuartReponse, int AuGuichet, int Envieux, int Surnombre, int QuartGuichet);

    private static Ligne Mesurer(Probleme probleme)
    {
        var solution = Solveur.Resoudre(probleme);
        var explication = Explications.Etablir(probleme, solution.Plan!);
        Reference Methode(string nom) => explication.References.Single(r => r.Methode == nom);
        var reponse = Methode("ACCEPTATION_DIFFEREE");
        var guichet = Guichet.Placer(probleme);
        var verification = Verificateur.Verifier(probleme, guichet);
        var loin = probleme.Candidats.OrderBy(c => c.MoyenneCentiemes).ThenBy(c => !c.Mineur).ThenBy(c => c.Departage).Take(reponse.EffectifDuQuart).Select(c => c.Id).ToHashSet();
        return new(solution.Bilan.Borne!.Value, solution.BorneSansDepassement!.Value, Methode("COUPLAGE_PRIORITAIRE").SansPlace, Methode("AVEC_CHAINES").SansPlace,
            explication.Chaines.SelectMany(c => c.Deplacements).Select(d => d.Candidat).Distinct().Count(), solution.Bilan.Cout!.Value, explication.Exces.Total, reponse.EffectifDuQuart, reponse.QuartLePlusLoin,
            verification.Cout, verification.Conflits.Where(c => c.Code is "ENVIE" or "PLACE_PERDUE").DistinctBy(c => c.Candidat).Count(), Guichet.Surnombre(probleme, guichet), guichet.Affectations.Count(a => loin.Contains(a.Candidat)));
    }

    private static void Chronometrer(int effectif)
    {
        using var memoire = new MemoryStream();
        ProblemeJson.Ecrire(memoire, InstanceSynthetique.Creer(1, effectif));
        var octets = memoire.ToArray();
        var probleme = ProblemeJson.Lire(octets).Valeur!;
        var plan = Solveur.Resoudre(probleme).Plan!;
        var (lecture, resolution) = Mesure.EnAlternance(7, () => ProblemeJson.Lire(octets), () => Solveur.Resoudre(probleme));
        var (_, explication) = Mesure.EnAlternance(3, () => ProblemeJson.Lire(octets), () => Explications.Etablir(probleme, plan));
        Mesure.Ecrire($"lire l'instance ({octets.Length / 1024:N0} Ko de JSON)", lecture);
        Mesure.Ecrire("répartir, vérifier et borner", resolution);
        Mesure.Ecrire("expliquer : chaînes, ouvertures, raisons, comparaisons", explication);
        Mesure.Rapport("fois la lecture du fichier, pour répartir", resolution / lecture, "au plus 5");
    }
}
