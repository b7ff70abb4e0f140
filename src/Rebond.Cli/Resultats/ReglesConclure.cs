using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Regles.Resultats;
using Rebond.Regles.Resultats.Cas;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond regles conclure CAS.json --json</c>: the decision and why, pure, no database.</summary>
internal static class ReglesConclure
{
    public static Command Commande()
    {
        var fichier = new Argument<string>("CAS.json") { Description = "Un cas ou un tableau de cas, en JSON ; « - » lit l'entrée standard." };
        var json = Options.Json();
        var commande = new Command("conclure", "Décide et explique le résultat d'un candidat, sans base de données.") { fichier, json };
        commande.SetAction((lecture, ct) => ExecuterAsync(lecture.GetValue(fichier)!, lecture.GetValue(json), ct));
        return commande;
    }

    private static async Task<int> ExecuterAsync(string fichier, bool enJson, CancellationToken ct)
    {
        var nom = Entree.Nom(fichier);
        if (await Entree.LireAsync(fichier, ct) is not { } texte)
            return CodeSortie.MauvaisUsage;
        var lecture = CasJson.Lire(texte);
        if (lecture.MauvaisUsage is { } faute)
        {
            await Console.Error.WriteLineAsync($"{nom} : {faute}");
            return CodeSortie.MauvaisUsage;
        }
        if (enJson)
            Console.Out.WriteLine(CasJson.Repondre(lecture));
        else
            foreach (var cas in lecture.Cas)
                Console.Out.WriteLine(cas.Dossier is { } dossier ? TexteConclusion.Ecrire(cas.Id, Resultat.Conclure(dossier)) : $"{cas.Id ?? cas.Chemin} : impossible à juger.");
        foreach (var cas in lecture.Cas)
            foreach (var erreur in cas.Erreurs)
                await Console.Error.WriteLineAsync($"{nom}, ligne {cas.Position.Ligne}, colonne {cas.Position.Colonne}, cas {cas.Id ?? cas.Chemin} : {erreur}");
        return lecture.Cas.Any(cas => cas.Erreurs.Count > 0) ? CodeSortie.Refuse : CodeSortie.Fait;
    }
}
