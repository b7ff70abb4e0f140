using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond session deliberer --session ID</c>: counts per decision, mention and département.</summary>
internal static class SessionDeliberer
{
    public static Command Commande()
    {
        var (session, examen, groupe, chaine, json) = (Options.Session(), OptionsSession.Examen(), OptionsSession.Groupe(), Options.Base(), Options.Json());
        var commande = new Command("deliberer", "Décide chaque candidat d'après le droit de sa session. Pour de vrais candidats, ce sont des propositions : chaque jury les arrête.") { session, examen, groupe, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var demande = new DelibererSession.Demande(lecture.GetRequiredValue(session), lecture.GetValue(examen), lecture.GetValue(groupe) ?? GroupeEpreuves.Premier);
            var issue = await new DelibererSession(donnees).ExecuteAsync(demande, Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            if (lecture.GetValue(json))
                Sortie.EcrireJson(Presenter(issue.Valeur));
            else
                Raconter(issue.Valeur);
            return CodeSortie.Fait;
        });
        return commande;
    }

    private static object Presenter(DelibererSession.Reponse reponse) => new
    {
        session = reponse.Session.ToString(),
        groupe = reponse.Groupe.Code(),
        etat = reponse.Etat.Code(),
        reponse.Candidats,
        reponse.Ecrites,
        reponse.SansJury,
        reponse.Decisions,
        reponse.Mentions,
        departements = reponse.ParDepartement,
    };

    private static void Raconter(DelibererSession.Reponse reponse)
    {
        Console.Out.WriteLine($"Session {reponse.Session}, {(reponse.Groupe == GroupeEpreuves.Premier ? "premier" : "second")} groupe : {reponse.Candidats:N0} candidats, {reponse.Ecrites:N0} décisions nouvelles ou changées ({(reponse.Etat == EtatDecision.Arretee ? "arrêtées" : "proposées aux jurys")}).");
        foreach (var (decision, nombre) in reponse.Decisions)
            Console.Out.WriteLine($"  {decision,-16} {nombre,8:N0}");
        foreach (var (mention, nombre) in reponse.Mentions)
            Console.Out.WriteLine($"  mention {mention,-16} {nombre,8:N0}");
        foreach (var (departement, decisions) in reponse.ParDepartement)
            Console.Out.WriteLine($"  département {departement} : {string.Join(", ", decisions.Select(d => $"{d.Key} {d.Value:N0}"))}");
        if (reponse.SansJury > 0)
            Console.Out.WriteLine($"  {reponse.SansJury:N0} candidats n'ont pas de jury : personne ne délibère sur eux.");
    }
}
