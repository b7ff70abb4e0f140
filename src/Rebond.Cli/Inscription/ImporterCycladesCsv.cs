using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Inscription.Cyclades;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond importer cyclades-csv FICHIER --session ID [--format FORMAT.json]</c></summary>
internal static class ImporterCycladesCsv
{
    public static Command Commande()
    {
        var fichier = new Argument<string>("FICHIER") { Description = "Fichier écrit par « rebond exporter cyclades-csv » ; « - » lit l'entrée standard." };
        var fichierFormat = new Option<string?>("--format") { Description = "Description des colonnes, celle de l'export, en JSON ; sans elle, celle du baccalauréat général." };
        var session = Options.Session();
        var (apercu, valides, taille) = (Imports.Apercu(), Imports.LignesValides(), Imports.TailleMax());
        var (json, chaine) = (Options.Json(), Options.Base());
        var commande = new Command("cyclades-csv", "Relit un export « hors BEE » : compare chaque ligne à son dossier d'inscription (docs/formats-fichiers.md).") { fichier, session, fichierFormat, apercu, valides, taille, json, chaine };
        commande.SetAction(async (lecture, ct) =>
        {
            FormatCyclades? format = null;
            if (lecture.GetValue(fichierFormat) is { } chemin)
            {
                var lu = await Entree.LireAsync(chemin, ct) is { } texte ? FormatCyclades.Lire(texte) : new FormatCycladesInvalide("le fichier ne s'ouvre pas");
                if (!lu.EstReussi)
                    return Sortie.Refuser(lu.Refus);
                format = lu.Valeur;
            }
            var limites = Imports.Limites(lecture.GetValue(taille));
            await using var contenu = await Imports.OuvrirAsync(lecture.GetRequiredValue(fichier), limites, ct);
            if (contenu is null)
                return CodeSortie.MauvaisUsage;
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var mode = new ModeImport(lecture.GetValue(apercu), lecture.GetValue(valides));
            var resultat = await new ImporterCyclades(donnees).ExecuteAsync(new(lecture.GetValue(session), contenu, lecture.GetRequiredValue(fichier), mode) { Format = format, Limites = limites }, Acteur.LigneDeCommande, ct);
            return resultat.EstReussi ? Imports.Repondre(resultat.Valeur, mode, lecture.GetValue(json)) : Sortie.Refuser(resultat.Refus);
        });
        return commande;
    }
}
