using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Socle.Acteurs;
using Spectre.Console;

namespace Rebond.Cli.Demonstration;

/// <summary><c>rebond demo creer --session 2020 [--graine N] [--echelle X]</c>: the synthetic académie.</summary>
internal static class DemoCreer
{
    public static Command Commande()
    {
        var (session, chaine, json) = (Options.Session(), Options.Base(), Options.Json());
        var graine = new Option<long>("--graine") { Description = "Même graine, même académie.", DefaultValueFactory = _ => CreerDemonstration.GraineParDefaut };
        var echelle = new Option<decimal>("--echelle")
        {
            Description = "Part des effectifs réels, de 0.001 à 1 : 0.05 garde un candidat sur vingt, au moins un par spécialité et département.",
            DefaultValueFactory = _ => 1,
            // A decimal point, as in every file of the contract, whatever the machine's language; a comma is understood too.
            CustomParser = resultat =>
            {
                var texte = resultat.Tokens.Count == 1 ? resultat.Tokens[0].Value.Replace(',', '.') : "";
                if (!decimal.TryParse(texte, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var valeur))
                    resultat.AddError($"« {texte} » n'est pas une échelle : écrivez par exemple 0.05.");
                return valeur;
            },
        };
        var commande = new Command("creer", "Crée l'académie de démonstration : effectifs et lycées réels, personnes et notes fictives.") { session, graine, echelle, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var demande = new CreerDemonstration.Demande(lecture.GetRequiredValue(session), lecture.GetRequiredValue(graine), lecture.GetRequiredValue(echelle));
            var issue = await AvecProgressionAsync(avancement => new CreerDemonstration(donnees).ExecuteAsync(demande, Acteur.LigneDeCommande, avancement, ct));
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            var visite = issue.Valeur.Reperes;
            // A production machine gets the synthetic people for a rehearsal, never the accounts that open without a password.
            if (EnDeveloppement)
            {
                await new CreerComptesDemonstration(donnees).ExecuteAsync(new(EnDeveloppement, "02", visite.Departement, visite.Uai, visite.JuryId, visite.CandidatureId, visite.CandidaturePublieeId, visite.CandidatureAjourneeId, visite.UaiSuivi), Acteur.LigneDeCommande, ct);
                if (await new CreerInscriptionDemonstration(donnees).ExecuteAsync(Acteur.LigneDeCommande, ct) is { EstReussi: false } refus)
                    return Sortie.Refuser(refus.Refus);
                if (await new CreerDossiersDemonstration(donnees).ExecuteAsync(demande.Graine, Acteur.LigneDeCommande, ct) is { EstReussi: false } dossiers && dossiers.Refus[0] is not CreerDossiersDemonstration.DejaPeuplee)
                    return Sortie.Refuser(dossiers.Refus);
            }
            if (lecture.GetValue(json))
                Sortie.EcrireJson(Presenter(issue.Valeur));
            else
                Raconter(issue.Valeur);
            return CodeSortie.Fait;
        });
        return commande;
    }

    /// <summary>Only a machine that says it is something else is not: the site itself opens these accounts in Development alone.</summary>
    private static bool EnDeveloppement => (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")) is null or "Development";

    // No duration and no path: two identical académies print the same bytes.
    private static object Presenter(CreerDemonstration.Reponse reponse) => new
    {
        session = reponse.Session.ToString(),
        reponse.Graine,
        echelle = reponse.Echelle,
        reponse.Candidats,
        reponse.ParExamen,
        reponse.ParDepartement,
        reponse.Etablissements,
        reponse.Jurys,
        reponse.JurysParExamen,
        dossiersIncomplets = reponse.NotesManquantes,
        reponse.Reperes,
    };

    private static void Raconter(CreerDemonstration.Reponse reponse)
    {
        Console.Out.WriteLine($"Session {reponse.Session} créée : {reponse.Candidats:N0} candidats fictifs dans {reponse.Etablissements} lycées, {reponse.Jurys} jurys (graine {reponse.Graine}).");
        foreach (var (examen, candidats) in reponse.ParExamen)
            Console.Out.WriteLine($"  {examen} : {candidats:N0} candidats, {reponse.JurysParExamen[examen]} jurys");
        if (reponse.Session.Annee < 2020)
            Console.Out.WriteLine("  Pas de bac général ni technologique : leur droit n'est connu ici qu'à partir de la session 2020.");
        Console.Out.WriteLine($"  {reponse.NotesManquantes} dossiers ont une note manquante : la délibération de leurs jurys attendra.");
        Console.Out.WriteLine($"  Pour commencer : le jury {reponse.Reperes.JuryCode}, le candidat n° {reponse.Reperes.Numero} du lycée {reponse.Reperes.Uai}.");
    }

    /// <summary>The bar goes to stderr and only to a terminal: a script reads stdout.</summary>
    private static async Task<T> AvecProgressionAsync<T>(Func<IProgress<AvancementDemonstration>, Task<T>> executer)
    {
        if (Console.IsErrorRedirected)
            return await executer(new Rapporteur(_ => { }));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true).StartAsync(contexte =>
        {
            var taches = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
            return executer(new Rapporteur(avancement =>
            {
                if (!taches.TryGetValue(avancement.Etape, out var tache))
                    tache = taches[avancement.Etape] = contexte.AddTask(avancement.Etape, maxValue: Math.Max(1, avancement.Total));
                tache.Value = avancement.Total == 0 ? tache.MaxValue : avancement.Fait;
            }));
        });
    }

    private sealed class Rapporteur(Action<AvancementDemonstration> rapporter) : IProgress<AvancementDemonstration>
    {
        public void Report(AvancementDemonstration value) => rapporter(value);
    }
}
