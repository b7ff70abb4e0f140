using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats.Statistiques;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond statistiques controler</c>: no base.</summary>
internal static class StatistiquesControler
{
    public static Command Commande()
    {
        var fichiers = new Argument<string[]>("FICHIER") { Description = "Fichiers CSV, ou dossiers dont tous les CSV sont lus.", Arity = ArgumentArity.OneOrMore };
        var session = new Option<int?>("--session") { Description = "Année de la session des tableaux ; par défaut, celle du nom du fichier ou de son dossier." };
        var offre = new Option<string?>("--offre") { Description = "Formations ouvertes par département (departement ou uai ; formation_diplome ; eleves), pour choisir entre plusieurs corrections." };
        var json = Options.Json();
        var commande = new Command("controler", "Vérifie les additions de tableaux publiés : résultats publics ou effectifs par département.") { fichiers, session, offre, json };
        commande.SetAction(async (lecture, ct) =>
        {
            var chemins = lecture.GetRequiredValue(fichiers).SelectMany(f => Directory.Exists(f) ? Directory.GetFiles(f, "*.csv").Order(StringComparer.Ordinal) : (IEnumerable<string>)[f]).Distinct().ToList();
            var ouverts = new List<ControlerStatistiques.Fichier>();
            try
            {
                foreach (var chemin in chemins.Append(lecture.GetValue(offre)).OfType<string>())
                {
                    if (await Imports.OuvrirAsync(chemin, LimitesFichier.Ordinaires, ct) is not { } contenu)
                        return CodeSortie.MauvaisUsage;
                    ouverts.Add(new(chemin, contenu));
                }
                var tables = ouverts.Take(chemins.Count).ToList();
                var reponse = ControlerStatistiques.Executer(new(tables, lecture.GetValue(session), ouverts.Count > chemins.Count ? ouverts[^1] : null));
                if (lecture.GetValue(json))
                    Sortie.EcrireJson(EnJson(reponse));
                else
                    Raconter(reponse);
                // A file named by itself and not recognised is a question without an answer; in a folder it is only a neighbour.
                var nonReconnu = reponse.Fichiers.Any(f => f.Type == "NON_RECONNU" && lecture.GetRequiredValue(fichiers).Contains(f.Fichier));
                return reponse.EstCoherente && !nonReconnu ? CodeSortie.Fait : CodeSortie.Refuse;
            }
            finally
            {
                foreach (var ouvert in ouverts)
                    await ouvert.Contenu.DisposeAsync();
            }
        });
        return commande;
    }

    private static object EnJson(ControlerStatistiques.Reponse reponse) => new
    {
        Fichiers = reponse.Fichiers.Select(f => new
        {
            f.Fichier,
            f.Type,
            f.Lignes,
            Incoherences = f.Incoherences.Select(i => new { i.Ligne, i.Colonne, i.Code, i.Phrase, i.Imprime, i.Calcule, Gravite = i.Gravite.Code() }),
            f.Propositions,
        }),
    };

    private static void Raconter(ControlerStatistiques.Reponse reponse)
    {
        foreach (var fichier in reponse.Fichiers)
        {
            var erreurs = fichier.Incoherences.Count(i => i.Gravite == GraviteIncoherence.Erreur);
            Console.WriteLine(fichier.Type == "NON_RECONNU"
                ? $"{fichier.Fichier} : ni un fichier de résultats publics, ni un tableau d'effectifs par département ; non contrôlé."
                : $"{fichier.Fichier} : {fichier.Lignes.Compter("ligne")}, {erreurs.Compter("incohérence")}, {(fichier.Incoherences.Count - erreurs).Compter("point")} à regarder.");
            foreach (var incoherence in fichier.Incoherences)
                Console.WriteLine($"  {incoherence.Code} : {incoherence.Phrase}");
            foreach (var p in fichier.Propositions)
            {
                Console.WriteLine($"  Proposition : déplacer de {p.De} vers {p.Vers} {string.Join(" + ", p.Valeurs.Select(v => $"{v.Valeur} (ligne {v.Ligne}, {v.Libelle})"))} = {p.Somme} rétablit les deux colonnes"
                    + p.AppuyeParOffre switch { true => " ; l'offre de formation le confirme.", false => " ; l'offre de formation ne le confirme pas.", null => "." });
            }
        }
    }
}
