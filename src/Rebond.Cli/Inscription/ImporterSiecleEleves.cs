using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond importer siecle-eleves FICHIER --session ID</c></summary>
internal static class ImporterSiecleEleves
{
    private const int ColonnesMontrees = 50;

    public static Command Commande()
    {
        var fichier = new Argument<string>("FICHIER") { Description = "ElevesSansAdresses.xml ou ElevesAvecAdresses.xml, zippé ou non ; « - » lit l'entrée standard." };
        var session = Options.Session();
        var campagne = new Option<string?>("--campagne") { Description = "Code d'une campagne en vigueur ; inutile quand la session n'en a qu'une pour cet examen." };
        var uai = new Option<string?>("--uai") { Description = "L'établissement attendu ; sans lui, celui que dit le fichier." };
        var (apercu, valides, taille) = (Imports.Apercu(), Imports.LignesValides(), Imports.TailleMax());
        var (json, chaine) = (Options.Json(), Options.Base());
        var commande = new Command("siecle-eleves", "Inscrit les élèves de l'année d'examen d'un établissement (docs/formats-fichiers.md).") { fichier, session, campagne, uai, apercu, valides, taille, json, chaine };
        commande.SetAction(async (lecture, ct) =>
        {
            var limites = Imports.Limites(lecture.GetValue(taille));
            await using var contenu = await Imports.OuvrirAsync(lecture.GetRequiredValue(fichier), limites, ct);
            if (contenu is null)
                return CodeSortie.MauvaisUsage;
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var choisie = lecture.GetValue(session);
            var mode = new ModeImport(lecture.GetValue(apercu), lecture.GetValue(valides));
            var resultat = await new ImporterEleves(donnees).ExecuteAsync(new(choisie, contenu, lecture.GetRequiredValue(fichier), mode)
            {
                Uai = lecture.GetValue(uai)?.ToUpperInvariant(),
                Campagne = lecture.GetValue(campagne),
                SessionDemonstration = await Imports.EstDemonstrationAsync(donnees, choisie, ct),
                Limites = limites,
            }, Acteur.LigneDeCommande, ct);
            if (!resultat.EstReussi)
                return Sortie.Refuser(resultat.Refus);
            if (!lecture.GetValue(json))
                Changements(resultat.Valeur.Lignes);
            return Imports.Repondre(resultat.Valeur.Bilan, mode, lecture.GetValue(json));
        });
        return commande;
    }

    private static void Changements(IReadOnlyList<ImporterEleves.LigneEleveImporte> lignes)
    {
        var modifiees = lignes.Where(l => l.Sort == ImporterEleves.Sort.Modifie).ToList();
        foreach (var ligne in modifiees.Take(ColonnesMontrees))
            Console.WriteLine($"Ligne {ligne.Ligne}, à modifier : {string.Join(", ", ligne.Colonnes)}.");
        if (modifiees.Count > ColonnesMontrees)
            Console.WriteLine($"… et {(modifiees.Count - ColonnesMontrees).Compter("autre")}.");
    }
}
