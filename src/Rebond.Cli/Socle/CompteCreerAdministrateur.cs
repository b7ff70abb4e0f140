using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Socle;

/// <summary><c>rebond compte creer-administrateur --courriel A --nom N --academie NN</c>: the first one, or the second person that is missing.</summary>
internal static class CompteCreerAdministrateur
{
    public static Command Commande()
    {
        var (chaine, json, site) = (Options.Base(), Options.Json(), Comptes.Site());
        var courriel = new Option<string>("--courriel") { Description = "Adresse électronique professionnelle de la personne.", Required = true };
        var nom = new Option<string>("--nom") { Description = "Nom affiché à l'écran.", Required = true };
        var academie = new Option<string>("--academie") { Description = "Code de l'académie, deux chiffres.", Required = true };
        var commande = new Command("creer-administrateur", "Crée un compte d'administrateur et son lien d'activation, à remettre à la personne.") { courriel, nom, academie, site, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var services = await Comptes.ServicesAsync(lecture.GetRequiredValue(chaine), ct);
            await using var portee = services.CreateAsyncScope();
            var demande = new CreerAdministrateur.Demande(lecture.GetRequiredValue(courriel), lecture.GetRequiredValue(nom), lecture.GetRequiredValue(academie));
            var issue = await portee.ServiceProvider.GetRequiredService<CreerAdministrateur>().ExecuteAsync(demande, Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            var lien = Comptes.Lien(lecture.GetValue(site), issue.Valeur.CompteId, issue.Valeur.Jeton);
            if (lecture.GetValue(json))
                Sortie.EcrireJson(new { compte = issue.Valeur.CompteId, courriel = demande.Courriel.Trim(), lien });
            else
            {
                Console.Out.WriteLine($"Compte d'administrateur créé pour {demande.Courriel.Trim()}.");
                Console.Out.WriteLine("Lien d'activation, une fois, pendant 24 heures. Remettez-le à la personne par un moyen sûr :");
                Console.Out.WriteLine($"  {lien}");
            }
            return CodeSortie.Fait;
        });
        return commande;
    }
}
