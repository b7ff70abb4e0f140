using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Cli.Suivi;

/// <summary><c>rebond suivi verifier --session ID</c>: nobody whom a publication leaves without the diploma is without a file.</summary>
internal static class SuiviVerifier
{
    public static Command Commande()
    {
        var (session, chaine, json) = (Options.Session(), Options.Base(), Options.Json());
        var commande = new Command("verifier", "Vérifie que chaque candidat publié sans le diplôme a un dossier de suivi, et chaque dossier ouvert une suite ; ne modifie rien.") { session, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var issue = await new VerifierDossiers(donnees).ExecuteAsync(new(lecture.GetRequiredValue(session)), Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            var reponse = issue.Valeur;
            if (lecture.GetValue(json))
                Sortie.EcrireJson(reponse);
            else
            {
                Console.Out.WriteLine($"{reponse.Publications.Compter("publication")} {reponse.Publications.Accorder("signée", "signées")}, {reponse.SansDiplome.Compter("candidat")} sans le diplôme, {reponse.Manquants.Count:N0} sans dossier de suivi, {reponse.SansSuite.Count.Compter("dossier")} sans suite.");
                foreach (var manquant in reponse.Manquants)
                    Console.Out.WriteLine($"  {manquant.Candidature} ({manquant.Examen}, groupe {manquant.Groupe}) : aucun dossier");
                foreach (var dossier in reponse.SansSuite)
                    Console.Out.WriteLine($"  dossier {dossier} : ni propriétaire ni suite");
            }
            return reponse.EstComplete ? CodeSortie.Fait : CodeSortie.Refuse;
        });
        return commande;
    }
}
