using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond inscription campagne charger FICHIER --motif TEXTE</c>: puts a campaign file, or a shipped campaign, in force.</summary>
internal static class CampagneCharger
{
    public static Command Commande()
    {
        var fichier = new Argument<string>("FICHIER") { Description = "Un fichier de campagne, « - » pour l'entrée standard, ou le code d'une campagne livrée." };
        var motif = new Option<string>("--motif") { Description = "Pourquoi, en une phrase : elle reste dans l'historique.", Required = true };
        var (chaine, json) = (Options.Base(), Options.Json());
        var commande = new Command("charger", "Met en vigueur un fichier de campagne : première révision de son code, ou suivante.") { fichier, motif, chaine, json };
        commande.SetAction((lecture, ct) => ExecuterAsync(lecture.GetValue(fichier)!, lecture.GetRequiredValue(motif), lecture.GetRequiredValue(chaine), lecture.GetValue(json), ct));
        return commande;
    }

    private static async Task<int> ExecuterAsync(string fichier, string motif, string chaine, bool enJson, CancellationToken ct)
    {
        if (await TexteAsync(fichier, ct) is not { } texte)
            return CodeSortie.MauvaisUsage;
        await using var donnees = await Options.OuvrirAsync(chaine, ct);
        // The operator replaces what is in force now; someone publishing at the same moment still refuses him.
        var enVigueur = LectureCampagne.Lire(texte).Campagne is { } lue ? await donnees.CampagneEnVigueurAsync(lue.Code, ct) : null;
        var issue = await new PublierRevision(donnees).ExecuteAsync(new(texte, motif, enVigueur?.Numero ?? 0), Acteur.LigneDeCommande, ct);
        if (!issue.EstReussi)
        {
            if (issue.Refus[0] is not PublierRevision.TexteInvalide invalide)
                return Sortie.Refuser(issue.Refus);
            foreach (var erreur in invalide.Erreurs)
                await Console.Error.WriteLineAsync(CampagneVerifier.EnLigne(Entree.Nom(fichier), erreur));
            return CodeSortie.Refuse;
        }
        if (enJson)
            Sortie.EcrireJson(new { issue.Valeur.Code, issue.Valeur.Numero, issue.Valeur.RevisionId });
        else
            Console.Out.WriteLine($"{issue.Valeur.Code} : révision {issue.Valeur.Numero} en vigueur.");
        return CodeSortie.Fait;
    }

    /// <summary>A file of that name first: a shipped campaign may be corrected in a copy.</summary>
    private static async Task<string?> TexteAsync(string fichier, CancellationToken ct) =>
        fichier != "-" && !File.Exists(fichier) && CampagnesLivrees.Fichiers.FirstOrDefault(f => f.Lecture.Campagne?.Code == fichier) is { } livree
            ? livree.Texte
            : await Entree.LireAsync(fichier, ct);
}
