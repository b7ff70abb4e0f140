using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond session etat --session ID</c>: where the session stands.</summary>
internal static class SessionEtat
{
    public static Command Commande()
    {
        var (session, chaine, json) = (Options.Session(), Options.Base(), Options.Json());
        var commande = new Command("etat", "Notes, jurys, décisions et publications d'une session, en nombres.") { session, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var issue = await new ConsulterEtatSession(donnees).ExecuteAsync(lecture.GetRequiredValue(session), Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            if (lecture.GetValue(json))
                Sortie.EcrireJson(issue.Valeur);
            else
                Raconter(issue.Valeur);
            return CodeSortie.Fait;
        });
        return commande;
    }

    private static void Raconter(ConsulterEtatSession.Reponse reponse)
    {
        Console.Out.WriteLine($"{reponse.Libelle} ({reponse.Session}){(reponse.Demonstration ? ", démonstration : personnes fictives" : "")}");
        foreach (var e in reponse.Examens)
        {
            Console.Out.WriteLine($"  {e.Examen} : {e.Candidats:N0} candidats, {e.DossiersIncomplets:N0} dossiers incomplets ({e.NotesManquantes:N0} notes manquantes)");
            Console.Out.WriteLine($"    jurys : {string.Join(", ", e.Jurys.Select(j => $"{j.Key} {j.Value}"))}");
            foreach (var (cle, nombre) in e.Decisions)
                Console.Out.WriteLine($"    {cle} : {nombre:N0}");
        }
        foreach (var p in reponse.Publications)
            Console.Out.WriteLine($"  publication {p.Examen}/{p.Groupe} : {p.Signatures.Compter("signature")}, embargo {p.Embargo.DateEtHeure()}, {(p.Publiee ? "publiée" : "non publiée")}");
    }
}
