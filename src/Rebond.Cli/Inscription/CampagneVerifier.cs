using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond inscription campagne verifier FICHIER</c>: every error of a campaign file, each at its line and column.</summary>
internal static class CampagneVerifier
{
    public static Command Commande()
    {
        var fichier = new Argument<string>("FICHIER") { Description = "Un fichier de campagne ; « - » lit l'entrée standard." };
        var json = Options.Json();
        var commande = new Command("verifier", "Vérifie un fichier de campagne et donne toutes ses fautes, à leur ligne et leur colonne.") { fichier, json };
        commande.SetAction((lecture, ct) => ExecuterAsync(lecture.GetValue(fichier)!, lecture.GetValue(json), ct));
        return commande;
    }

    private static async Task<int> ExecuterAsync(string fichier, bool enJson, CancellationToken ct)
    {
        if (await Entree.LireAsync(fichier, ct) is not { } texte)
            return CodeSortie.MauvaisUsage;
        var lecture = LectureCampagne.Lire(texte);
        if (enJson)
            Sortie.EcrireJson(new { fichier = Entree.Nom(fichier), campagne = lecture.Campagne?.Code, lecture.Erreurs, aVerifier = lecture.Campagne?.AVerifier ?? [] });
        foreach (var erreur in lecture.Erreurs)
            await Console.Error.WriteLineAsync(EnLigne(Entree.Nom(fichier), erreur));
        if (lecture.Campagne is null)
            return CodeSortie.Refuse;
        if (!enJson)
            Raconter(lecture.Campagne);
        return CodeSortie.Fait;
    }

    public static string EnLigne(string fichier, ErreurCampagne erreur) => $"{fichier}, ligne {erreur.Ligne}, colonne {erreur.Colonne} : {erreur.Code}, {erreur.Chemin} : {erreur.Phrase}";

    private static void Raconter(Campagne campagne)
    {
        Console.Out.WriteLine($"{campagne.Code} : {campagne.Nom}. Aucune faute.");
        foreach (var fenetre in campagne.Fenetres)
            Console.Out.WriteLine($"  {fenetre.Libelle} : du {fenetre.Ouverture.EnFrancais()} au {fenetre.Cloture.EnFrancais()}, heure de Paris.");
        Console.Out.WriteLine($"  Pièces : {campagne.Pieces.Count}{(campagne.PiecesToutesConnues ? "" : ", liste incomplète")} ; envoi au plus tard le {(campagne.Reception.Limite is { } limite ? Dates.EnFrancais(limite) : "(non dit)")}, {campagne.Reception.Regle?.Code() ?? "règle non dite"}, incomplet : {campagne.Reception.Incomplet?.Code() ?? "non dit"}.");
        foreach (var point in campagne.AVerifier)
            Console.Out.WriteLine($"  À vérifier – {point.Sujet} : {point.Phrase}");
    }
}
