using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Cli.Socle;

/// <summary><c>rebond compte lien --courriel A</c>: an activation link without a second person, from the server itself.</summary>
internal static class CompteLien
{
    public static Command Commande()
    {
        var (chaine, json, site) = (Options.Base(), Options.Json(), Comptes.Site());
        var courriel = new Option<string>("--courriel") { Description = "Adresse électronique du compte.", Required = true };
        var commande = new Command("lien", "Délivre le lien d'activation d'un compte, sans seconde personne : pour un déploiement qui n'a qu'un administrateur.") { courriel, site, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var services = await Comptes.ServicesAsync(lecture.GetRequiredValue(chaine), ct);
            await using var portee = services.CreateAsyncScope();
            var adresse = lecture.GetRequiredValue(courriel).Trim();
            var normalisee = adresse.ToUpperInvariant();
            var compte = await portee.ServiceProvider.GetRequiredService<BaseRebond>().Users.Where(u => u.NormalizedEmail == normalisee).Select(u => u.Id).SingleOrDefaultAsync(ct);
            if (compte == default)
                return Sortie.Refuser([new Introuvable($"Compte {adresse}")]);
            var issue = await portee.ServiceProvider.GetRequiredService<DelivrerLienActivation>().ExecuteAsync(new(compte), Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            var lien = Comptes.Lien(lecture.GetValue(site), compte, issue.Valeur.Jeton!);
            if (lecture.GetValue(json))
                Sortie.EcrireJson(new { compte, courriel = adresse, lien });
            else
            {
                Console.Out.WriteLine("Lien d'activation, une fois, pendant 24 heures. Remettez-le à la personne par un moyen sûr :");
                Console.Out.WriteLine($"  {lien}");
            }
            return CodeSortie.Fait;
        });
        return commande;
    }
}
