using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Demonstration;

/// <summary><c>rebond demo animer --session 2020</c>: some calls and some answers in the follow-up of the demonstration.</summary>
internal static class DemoAnimer
{
    public static Command Commande()
    {
        var (session, chaine, json) = (Options.Session(), Options.Base(), Options.Json());
        var commande = new Command("animer", "Donne un peu de vie au suivi de la démonstration : appels, réponses, solutions, tous fictifs.") { session, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var issue = await new AnimerSuivi(donnees).ExecuteAsync(new(lecture.GetRequiredValue(session)), Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            var commission = await new AnimerCommission(donnees).ExecuteAsync(new(lecture.GetRequiredValue(session)), Acteur.LigneDeCommande, ct);
            if (!commission.EstReussi)
                return Sortie.Refuser(commission.Refus);
            if (lecture.GetValue(json))
                Sortie.EcrireJson(new { issue.Valeur.Dossiers, issue.Valeur.Contacts, issue.Valeur.Creneaux, commission = commission.Valeur });
            else
            {
                Console.Out.WriteLine($"Dossiers de suivi animés : {issue.Valeur.Dossiers:N0} ; contacts fictifs : {issue.Valeur.Contacts:N0} ; horaires d’entretien : {issue.Valeur.Creneaux:N0}.");
                Console.Out.WriteLine($"Commission d’affectation : {commission.Valeur.Dossiers:N0} dossiers transmis pour {commission.Valeur.Places:N0} places.");
            }
            return CodeSortie.Fait;
        });
        return commande;
    }
}
