using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Regles.Suivi.Cas;

namespace Rebond.Cli.Suivi;

/// <summary>What the two commands share: one request or an array of them in JSON, an answer in the same shape, errors placed in the file.</summary>
internal static class Demandes
{
    public static Command Creer<T>(string nom, string description, string argument, Func<string, LectureFichier<T>> lire, Func<LectureFichier<T>, string> enJson, Func<string?, T, string> enTexte)
        where T : class
    {
        var fichier = new Argument<string>(argument) { Description = "Une demande ou un tableau de demandes, en JSON ; « - » lit l'entrée standard." };
        var json = Options.Json();
        var commande = new Command(nom, description) { fichier, json };
        commande.SetAction(async (lecture, ct) =>
        {
            var chemin = lecture.GetRequiredValue(fichier);
            if (await Entree.LireAsync(chemin, ct) is not { } texte)
                return CodeSortie.MauvaisUsage;
            var source = Entree.Nom(chemin);
            var demandes = lire(texte);
            if (demandes.MauvaisUsage is { } faute)
            {
                await Console.Error.WriteLineAsync($"{source} : {faute}");
                return CodeSortie.MauvaisUsage;
            }
            if (lecture.GetValue(json))
                Console.Out.WriteLine(enJson(demandes));
            else
                foreach (var demande in demandes.Demandes)
                    Console.Out.WriteLine(demande.Contenu is { } contenu ? enTexte(demande.Id, contenu) : $"{demande.Id ?? demande.Chemin} : pas de réponse possible.");
            foreach (var demande in demandes.Demandes)
                foreach (var erreur in demande.Erreurs)
                    await Console.Error.WriteLineAsync($"{source}, ligne {demande.Position.Ligne}, colonne {demande.Position.Colonne}, cas {demande.Id ?? demande.Chemin} : {erreur}");
            return demandes.Demandes.Any(demande => demande.Erreurs.Count > 0) ? CodeSortie.Refuse : CodeSortie.Fait;
        });
        return commande;
    }
}
