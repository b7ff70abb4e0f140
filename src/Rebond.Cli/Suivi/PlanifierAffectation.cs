using System.CommandLine;
using System.Diagnostics;
using Rebond.Cli.Socle;
using Rebond.Coeur.Socle;
using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Json;
using Rebond.Optimisation.Socle;

namespace Rebond.Cli.Suivi;

/// <summary><c>rebond planifier affectation INSTANCE.json --duree S [--graine N] [--sortie PLAN.json] --json</c>: who goes where, and why.</summary>
internal static class PlanifierAffectation
{
    private const int LignesMontrees = 10;

    public static Command Commande()
    {
        var (instance, duree, json) = (Planification.Instance(), Planification.Duree(), Options.Json());
        duree.Description += " La répartition est immédiate ; passé ce temps, les explications restantes sont abandonnées et la réponse le dit.";
        var graine = new Option<int?>("--graine") { Description = "Admise comme pour les autres problèmes ; sans effet ici : la réponse est unique et rien n'est tiré au sort." };
        var sortie = new Option<string?>("--sortie") { Description = "Fichier où écrire le plan." };
        var commande = new Command("affectation", "Répartit les candidats sur les places d'une commission : aucune envie justifiée, aucune place perdue.") { instance, duree, graine, sortie, json };
        commande.SetAction((lecture, ct) => ExecuterAsync(lecture.GetRequiredValue(instance), lecture.GetValue(duree), lecture.GetValue(sortie), lecture.GetValue(json), ct));
        return commande;
    }

    private static async Task<int> ExecuterAsync(string instance, int duree, string? sortie, bool enJson, CancellationToken ct)
    {
        var debut = Stopwatch.GetTimestamp();
        if (sortie == "-")
        {
            await Console.Error.WriteLineAsync("--sortie : donnez un nom de fichier ; avec --json, la réponse contient déjà le plan.");
            return CodeSortie.MauvaisUsage;
        }
        if (await Planification.LireAsync(instance, ct) is not { } octets)
            return CodeSortie.MauvaisUsage;
        using var arret = CancellationTokenSource.CreateLinkedTokenSource(ct);
        arret.CancelAfter(TimeSpan.FromSeconds(duree));
        var lu = ProblemeJson.Lire(octets);
        if (Planification.Refus(instance, lu) is { } mauvaisUsage)
            return mauvaisUsage;
        var solution = lu.Valeur is { } probleme ? Solveur.Resoudre(probleme) : new(new(Statut.Irrealisable, null, null), null, lu.Conflits, null);
        var dureeMs = (long)Stopwatch.GetElapsedTime(debut).TotalMilliseconds;
        if (sortie is not null && solution.Plan is not null && !Ecrire(sortie, solution.Plan))
            return CodeSortie.Refuse;
        var explication = solution.Plan is null ? null : Explications.Etablir(lu.Valeur!, solution.Plan, arret.Token);
        if (enJson)
            Sortie.EcrireJson(EnJson(lu.Valeur, solution, explication, dureeMs, (long)Stopwatch.GetElapsedTime(debut).TotalMilliseconds - dureeMs));
        else
            Raconter(lu.Valeur, solution, explication);
        return Planification.Conclure(solution.Conflits);
    }

    private static bool Ecrire(string sortie, Plan plan)
    {
        try
        {
            // Written aside, then moved: nobody reads half a plan.
            var temporaire = sortie + ".partiel";
            using (var flux = File.Create(temporaire))
                PlanJson.Ecrire(flux, plan);
            File.Move(temporaire, sortie, overwrite: true);
            return true;
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"FICHIER_NON_ECRIT : « {sortie} » ne peut pas être écrit. Vérifiez le dossier et les droits.");
            return false;
        }
    }

    private static object EnJson(Probleme? probleme, Solution solution, Explication? explication, long dureeMs, long explicationMs) => new
    {
        Statut = solution.Bilan.Statut.Code(),
        solution.Bilan.Cout,
        solution.Bilan.Borne,
        solution.Bilan.Ecart,
        dureeMs,
        solution.Conflits,
        solution.Plan?.Affectations,
        solution.BorneSansDepassement,
        Alertes = probleme is null ? [] : Controle.Alertes(probleme),
        explicationMs,
        explication?.Exces,
        explication?.References,
        explication?.Chaines,
        explication?.Ouvertures,
        explication?.Blocages,
        explication?.Seuils,
        explication?.Motifs,
        explication?.Manques,
    };

    private static void Raconter(Probleme? probleme, Solution solution, Explication? explication)
    {
        if (probleme is null || explication is null)
        {
            Console.WriteLine($"Aucune répartition possible : {solution.Conflits.Count.Compter("contradiction")}.");
            return;
        }
        var (cout, borne, sansDepassement) = (solution.Bilan.Cout!.Value, solution.Bilan.Borne!.Value, solution.BorneSansDepassement!.Value);
        Console.WriteLine($"{probleme.Candidats.Count:N0} candidats, {cout:N0} sans place.");
        Console.WriteLine((solution.Bilan.Statut, cout - sansDepassement) switch
        {
            (Statut.Optimal, _) => "Optimal, prouvé : aucune règle n'en placerait davantage sans déplacer un droit.",
            (_, 0) => "Aucune répartition qui respecte les capacités et les droits n'en place davantage.",
            var (_, ecart) => $"Au plus {ecart.Compter("candidat")} de mieux {ecart.Accorder("placé", "placés")}, si quelqu'un passe devant une personne mieux classée.",
        });
        if (borne < sansDepassement)
            Console.WriteLine($"Borne : {borne:N0} sans place, en laissant les droits s'ajouter partout au-delà des capacités.");
        Console.WriteLine($"Droits : {explication.Exces.Total.Compter("place")} au-delà des capacités, dans {explication.Exces.Places.Compter("lieu", "lieux")}.");
        foreach (var alerte in Controle.Alertes(probleme))
            Console.WriteLine($"À vérifier : {alerte.Phrase}");
        Montrer("Places à demander", explication.Ouvertures.Where(o => o.Places > 0).Select(o => $"une de plus à {o.Place} : {o.Candidat} aurait une place, {o.Ameliores.Compter("candidat")} {o.Ameliores.Accorder("aurait", "auraient")} mieux").ToList());
        Montrer("À proposer, jamais imposé", explication.Chaines.Select(c => $"{c.Numero}. {c.Phrase}" + (c.Apres.Count > 0 ? $" Après : {string.Join(", ", c.Apres)}." : "")).ToList());
        Montrer("Sans solution, quoi que d'autres acceptent", explication.Blocages.Select(b => b.Phrase).ToList());
        if (explication.Manques.Count > 0)
            Console.WriteLine($"Temps écoulé avant la fin de : {string.Join(", ", explication.Manques)}.");
    }

    private static void Montrer(string titre, List<string> lignes)
    {
        if (lignes.Count == 0)
            return;
        Console.WriteLine($"{titre} :");
        foreach (var ligne in lignes.Take(LignesMontrees))
            Console.WriteLine($"  {ligne}");
        if (lignes.Count > LignesMontrees)
            Console.WriteLine($"  … et {(lignes.Count - LignesMontrees).Compter("autre")} (--json les donne tous).");
    }
}
