using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond session rejouer --session ID</c>: every closed decision decided again.</summary>
internal static class SessionRejouer
{
    public static Command Commande()
    {
        var (session, chaine, json) = (Options.Session(), Options.Base(), Options.Json());
        var commande = new Command("rejouer", "Décide à nouveau chaque décision arrêtée et compare ; ne modifie rien.") { session, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var issue = await new RejouerSession(donnees).ExecuteAsync(new(lecture.GetRequiredValue(session)), Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            var reponse = issue.Valeur;
            if (lecture.GetValue(json))
                Sortie.EcrireJson(reponse);
            else
            {
                Console.Out.WriteLine($"{reponse.Decisions:N0} décisions rejouées, {reponse.Identiques:N0} identiques.");
                foreach (var d in reponse.Differentes)
                    Console.Out.WriteLine($"  {d.Decision} : arrêtée {d.Arretee}, rejouée {d.Rejouee}");
            }
            return reponse.Differentes.Count == 0 ? CodeSortie.Fait : CodeSortie.Refuse;
        });
        return commande;
    }
}
