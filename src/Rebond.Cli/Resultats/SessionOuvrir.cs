using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond session ouvrir --session ID --academie NN</c>: an empty session for real people.</summary>
internal static class SessionOuvrir
{
    public static Command Commande()
    {
        var (session, chaine, json) = (Options.Session(), Options.Base(), Options.Json());
        var academie = new Option<string>("--academie") { Description = "Code de l'académie, deux chiffres : 02 pour Aix-Marseille.", Required = true };
        var libelle = new Option<string?>("--libelle") { Description = "Ce qui s'affiche ; « Session 2026 » par défaut." };
        var anonymat = new Option<string>("--anonymat")
        {
            Description = "OUI (par défaut) ou NON : les jurys ne voient aucun nom.",
            DefaultValueFactory = _ => "OUI",
            CustomParser = resultat =>
            {
                var texte = resultat.Tokens.Count == 1 ? resultat.Tokens[0].Value.ToUpperInvariant() : "";
                if (texte is not ("OUI" or "NON"))
                    resultat.AddError($"« {texte} » : écrivez OUI ou NON.");
                return texte;
            },
        };
        var commande = new Command("ouvrir", "Ouvre une session réelle, vide : les candidats et les notes s'importent ensuite.") { session, academie, libelle, anonymat, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var demande = new OuvrirSession.Demande(lecture.GetRequiredValue(session), lecture.GetRequiredValue(academie), lecture.GetValue(libelle), lecture.GetRequiredValue(anonymat) == "OUI");
            var issue = await new OuvrirSession(donnees).ExecuteAsync(demande, Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Sortie.Refuser(issue.Refus);
            var ouverte = issue.Valeur;
            if (lecture.GetValue(json))
                Sortie.EcrireJson(new { session = ouverte.Session.ToString(), ouverte.Academie, ouverte.Libelle, juryAnonyme = ouverte.JuryAnonyme, examens = ouverte.Examens.Select(e => e.Code()) });
            else
            {
                Console.Out.WriteLine($"{ouverte.Libelle} ({ouverte.Session}) ouverte pour l'académie {ouverte.Academie}, jurys {(ouverte.JuryAnonyme ? "sans les noms" : "avec les noms")}.");
                Console.Out.WriteLine($"  Droit connu pour : {string.Join(", ", ouverte.Examens.Select(e => e.Code()))}.");
                Console.Out.WriteLine($"  Ensuite : rebond importer candidats-csv FICHIER --session {ouverte.Session}");
            }
            return CodeSortie.Fait;
        });
        return commande;
    }
}
