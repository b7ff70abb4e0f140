using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond inscription pieces PROFIL.json --json</c>: what to send, whether the file may be received, and why. Pure, no database.</summary>
internal static class InscriptionPieces
{
    public static Command Commande()
    {
        var fichier = new Argument<string>("PROFIL.json") { Description = "Un profil ou un tableau de profils, en JSON ; « - » lit l'entrée standard." };
        var json = Options.Json();
        var commande = new Command("pieces", "Dit les pièces à fournir, la recevabilité et pourquoi, sans base de données. Un profil nomme sa campagne, livrée ou dans un fichier.") { fichier, json };
        commande.SetAction((lecture, ct) => ExecuterAsync(lecture.GetValue(fichier)!, lecture.GetValue(json), ct));
        return commande;
    }

    private static async Task<int> ExecuterAsync(string fichier, bool enJson, CancellationToken ct)
    {
        if (await Entree.LireAsync(fichier, ct) is not { } texte)
            return CodeSortie.MauvaisUsage;
        var nom = Entree.Nom(fichier);
        var lecture = ProfilJson.Lire(texte);
        if (lecture.MauvaisUsage is { } faute)
        {
            await Console.Error.WriteLineAsync($"{nom} : {faute}");
            return CodeSortie.MauvaisUsage;
        }
        var campagnes = new Dictionary<string, Campagne?>(StringComparer.Ordinal);
        foreach (var demandee in lecture.Profils.Select(p => p.Campagne).Distinct(StringComparer.Ordinal))
            campagnes[demandee] = await ChercherAsync(demandee, ct);
        var profils = lecture.Profils.Select(p => ProfilJson.Controler(p, campagnes[p.Campagne])).ToList();
        if (enJson)
            Console.Out.WriteLine(ProfilJson.Repondre(lecture, demandee => campagnes[demandee]));
        else
            foreach (var lu in profils)
                Console.Out.WriteLine(lu.Profil is { } profil ? TexteVerdict.Ecrire(lu.Id, Recevabilite.Juger(profil, campagnes[lu.Campagne]!), campagnes[lu.Campagne]!) : $"{lu.Id ?? lu.Chemin} : impossible à juger.");
        foreach (var lu in profils)
            foreach (var erreur in lu.Erreurs)
                await Console.Error.WriteLineAsync($"{nom}, ligne {lu.Position.Ligne}, colonne {lu.Position.Colonne}, profil {lu.Id ?? lu.Chemin} : {erreur}");
        return profils.Exists(p => p.Erreurs.Count > 0) ? CodeSortie.Refuse : CodeSortie.Fait;
    }

    /// <summary>The code of a shipped campaign, else a campaign file; its errors go to stderr, each at its place.</summary>
    private static async Task<Campagne?> ChercherAsync(string demandee, CancellationToken ct)
    {
        if (CampagnesLivrees.Chercher(demandee) is { } livree)
            return livree;
        if (!File.Exists(demandee) || await Entree.LireAsync(demandee, ct) is not { } texte)
            return null;
        var lecture = LectureCampagne.Lire(texte);
        foreach (var erreur in lecture.Erreurs)
            await Console.Error.WriteLineAsync(CampagneVerifier.EnLigne(demandee, erreur));
        return lecture.Campagne;
    }
}
