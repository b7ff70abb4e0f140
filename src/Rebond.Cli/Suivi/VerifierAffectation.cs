using System.CommandLine;
using System.Diagnostics;
using Rebond.Cli.Socle;
using Rebond.Coeur.Socle;
using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Json;
using Rebond.Optimisation.Socle;

namespace Rebond.Cli.Suivi;

/// <summary><c>rebond planifier verifier affectation INSTANCE.json PLAN.json --json</c>: every rule again, by the verifier alone.</summary>
internal static class VerifierAffectation
{
    public static Command Commande()
    {
        var (instance, json) = (Planification.Instance(), Options.Json());
        var plan = new Argument<string>("PLAN.json") { Description = "Le plan à juger, en JSON ; « - » lit l'entrée standard." };
        var commande = new Command("affectation", "Juge un plan d'affectation : admissibilité, capacités, droits, envie, places perdues.") { instance, plan, json };
        commande.SetAction((lecture, ct) => ExecuterAsync(lecture.GetRequiredValue(instance), lecture.GetRequiredValue(plan), lecture.GetValue(json), ct));
        return commande;
    }

    private static async Task<int> ExecuterAsync(string instance, string plan, bool enJson, CancellationToken ct)
    {
        var debut = Stopwatch.GetTimestamp();
        if (instance == "-" && plan == "-")
        {
            await Console.Error.WriteLineAsync("L'entrée standard ne peut donner que l'un des deux fichiers.");
            return CodeSortie.MauvaisUsage;
        }
        if (await Planification.LireAsync(instance, ct) is not { } octetsInstance || await Planification.LireAsync(plan, ct) is not { } octetsPlan)
            return CodeSortie.MauvaisUsage;
        var (probleme, affectations) = (ProblemeJson.Lire(octetsInstance), PlanJson.Lire(octetsPlan));
        if ((Planification.Refus(instance, probleme) ?? Planification.Refus(plan, affectations)) is { } mauvaisUsage)
            return mauvaisUsage;
        var verification = probleme.Valeur is { } valeur ? Verificateur.Verifier(valeur, affectations.Valeur!) : null;
        var conflits = verification?.Conflits ?? probleme.Conflits;
        int? borne = probleme.Valeur is null ? null : Solveur.Borne(probleme.Valeur);
        var bilan = conflits.Count == 0 ? Bilan.DUnPlanAccepte(verification!.Cout, borne!.Value) : new Bilan(Statut.Irrealisable, verification?.Cout, borne);
        if (enJson)
            Sortie.EcrireJson(new
            {
                Statut = bilan.Statut.Code(),
                bilan.Cout,
                bilan.Borne,
                bilan.Ecart,
                DureeMs = (long)Stopwatch.GetElapsedTime(debut).TotalMilliseconds,
                Conflits = conflits,
                verification?.MeilleurPourTous,
            });
        else
            Raconter(bilan, verification, conflits.Count);
        return Planification.Conclure(conflits);
    }

    private static void Raconter(Bilan bilan, Verification? verification, int conflits)
    {
        if (conflits > 0)
        {
            Console.WriteLine($"Refusé : {conflits.Compter("règle")} {conflits.Accorder("enfreinte", "enfreintes")}.");
            return;
        }
        Console.WriteLine($"Accepté : {(bilan.Cout ?? 0).Compter("candidat")} sans place ; aucune règle ne descendrait sous {bilan.Borne:N0} sans déplacer un droit.");
        Console.WriteLine(verification!.MeilleurPourTous == true
            ? "Aucun autre plan sans envie n'est meilleur pour qui que ce soit."
            : "Un autre plan sans envie serait meilleur pour plusieurs candidats et moins bon pour aucun.");
    }
}
