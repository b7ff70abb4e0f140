using System.CommandLine;
using System.Globalization;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats.Statistiques;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond statistiques effectifs</c></summary>
internal static class StatistiquesEffectifs
{
    public static Command Commande()
    {
        var session = Options.Session();
        var dossier = new Option<string?>("--csv") { Description = "Dossier où écrire un CSV par tableau." };
        var (json, chaine) = (Options.Json(), Options.Base());
        var commande = new Command("effectifs", "Tableaux des candidats d'une session : séries et spécialités par département, synthèse.") { session, dossier, json, chaine };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var resultat = await new CompterEffectifs(donnees).ExecuteAsync(new(lecture.GetValue(session)), Acteur.LigneDeCommande, ct);
            if (!resultat.EstReussi)
                return Sortie.Refuser(resultat.Refus);
            if (lecture.GetValue(dossier) is { } chemin)
                await EcrireCsvAsync(resultat.Valeur, chemin, ct);
            if (lecture.GetValue(json))
                Sortie.EcrireJson(EnJson(resultat.Valeur));
            else
                Imprimer(resultat.Valeur);
            return CodeSortie.Fait;
        });
        return commande;
    }

    private static object EnJson(CompterEffectifs.Reponse reponse) => new
    {
        Session = reponse.Session.ToString(),
        reponse.Departements,
        Tableaux = reponse.Tableaux.Select(t => new
        {
            t.Code,
            t.Titre,
            Lignes = t.Lignes.Select(l => new { l.Code, l.Libelle, Effectifs = reponse.Departements.Zip(l.Effectifs).ToDictionary(p => p.First, p => p.Second), l.Total }),
        }),
    };

    private static async Task EcrireCsvAsync(CompterEffectifs.Reponse reponse, string dossier, CancellationToken ct)
    {
        Directory.CreateDirectory(dossier);
        string[] departements = [.. reponse.Departements.Select(Court)];
        foreach (var tableau in reponse.Tableaux.Where(t => t.Lignes.Count > 0))
        {
            var nom = tableau.Code switch { "BCG" => "bac_general_series", "BTN" => "bac_technologique_series", "BCP" => "bac_pro_specialites_departements", _ => "synthese_departements" };
            await using var fichier = File.Create(Path.Combine(dossier, nom + ".csv"));
            string[] entetes = tableau.Code == "BCP" ? ["code", "libelle", "formation_diplome", .. departements, "total"] : ["code", "libelle", .. departements, "total"];
            var lignes = tableau.Lignes.Select(l => (IReadOnlyList<string>)
                [l.Code, l.Libelle, .. tableau.Code == "BCP" ? [l.Code == "TOTAL" ? "" : l.Code] : Array.Empty<string>(), .. l.Effectifs.Append(l.Total).Select(n => n.ToString(CultureInfo.InvariantCulture))]);
            await EcritureTableau.EcrireAsync(fichier, FormatTableau.Csv, entetes, lignes, ct);
        }
    }

    private static void Imprimer(CompterEffectifs.Reponse reponse)
    {
        foreach (var tableau in reponse.Tableaux.Where(t => t.Lignes.Count > 0))
        {
            var largeur = Math.Min(60, tableau.Lignes.Max(l => l.Libelle.Length));
            Console.WriteLine(tableau.Titre);
            Console.WriteLine($"{"".PadRight(largeur)}{string.Concat(reponse.Departements.Select(d => Court(d).PadLeft(9)))}{"Total",9}");
            foreach (var ligne in tableau.Lignes)
            {
                var libelle = ligne.Libelle.Length <= largeur ? ligne.Libelle : ligne.Libelle[..(largeur - 1)] + "…";
                Console.WriteLine($"{libelle.PadRight(largeur)}{string.Concat(ligne.Effectifs.Append(ligne.Total).Select(n => $"{n,9:N0}"))}");
            }
            Console.WriteLine();
        }
    }

    /// <summary>« 013 » is written 13, as in the tables published.</summary>
    private static string Court(string departement) => departement.Length == 3 && departement[0] == '0' ? departement[1..] : departement;
}
