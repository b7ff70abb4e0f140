using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Resultats.Statistiques;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;
using Rebond.Web.Pages.Resultats.Publics.Carte;
using Rebond.Web.Pages.Resultats.Publics.Graphiques;

namespace Rebond.Web.Pages.Resultats.Publics;

/// <summary>The figures of the session as charts, tables and files.</summary>
[OutputCache(PolicyName = CacheResultats.Politique)]
public sealed class StatistiquesModel(LireCalendrierResultats calendrier, LireStatistiquesPubliques lire) : PageModel
{
    private const string Source = "Rebond, candidats inscrits et décisions des jurys de la session";

    public string Session { get; private set; } = "";
    public bool Publie { get; private set; }
    public IReadOnlyList<Graphique> Graphiques { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken ct)
    {
        if ((await calendrier.ExecuteAsync(null, ct)).Valeur is not { } etat || (await lire.ExecuteAsync(new(etat.Session.Session), ct)).Valeur is not { } chiffres)
            return NotFound();
        Session = chiffres.Session.Libelle;
        Publie = chiffres.ExamensPublies.Count > 0;
        Graphiques = [.. Dessiner(chiffres).Where(g => g.Lignes.Count > 0)];
        if (id is null)
            return Page();
        // A byte-order mark, so that a spreadsheet reads the accents.
        return Graphiques.FirstOrDefault(g => g.Id == id) is { } graphique
            ? File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(graphique.EnCsv())], "text/csv; charset=utf-8", $"rebond-{id}-{etat.Session.Session}.csv")
            : NotFound();
    }

    private static IEnumerable<Graphique> Dessiner(LireStatistiquesPubliques.Reponse chiffres)
    {
        var departements = chiffres.Effectifs.Select(e => e.Departement).Distinct().OrderBy(Rang).ToList();
        var examens = chiffres.Effectifs.Select(e => e.Examen).Distinct().Order().ToList();
        yield return new Graphique("effectifs", "Candidats par voie et département", Source, "Département", UniteGraphique.Nombre, [.. examens.Select(e => e.Libelle())],
            [.. departements.Select(d => new LigneGraphique(CarteAcademie.Chercher(d)?.Nom ?? d, [.. examens.Select(e => (decimal?)chiffres.Effectifs.Where(x => x.Examen == e && x.Departement == d).Sum(x => x.Candidats))]))]);

        foreach (var examen in chiffres.Reussites.GroupBy(r => r.Examen))
            yield return new Graphique($"reussite-{examen.Key.Code().ToLowerInvariant().Replace('_', '-')}", $"Réussite par {(examen.Key is TypeExamen.BacPro or TypeExamen.BacProAgricole ? "spécialité" : "série")} : {examen.Key.Libelle().ToLowerInvariant()}",
                $"{Source}. Part d’admis parmi les candidats décidés ; non publié en dessous de {LireStatistiquesPubliques.SeuilSecret} candidats", "Spécialité ou série", UniteGraphique.PourCent, ["Admis"],
                [.. examen.Select(r => new LigneGraphique(r.Libelle, [Part(r.Admis, r.Decides)])).OrderByDescending(l => l.Valeurs[0])]);

        yield return new Graphique("mentions", "Mentions des admis", Source, "Mention", UniteGraphique.PourCent, [.. chiffres.ParMention.Select(m => m.Examen.Libelle())],
            chiffres.ParMention.Count == 0 ? [] :
            [
                .. from mention in Enum.GetValues<Mention>()
                   where chiffres.ParMention.Any(m => m.ParMention.ContainsKey(mention))
                   select new LigneGraphique(Majuscule(mention.Libelle() ?? "sans mention"), [.. chiffres.ParMention.Select(m => (decimal?)Part(m.ParMention.GetValueOrDefault(mention), m.Admis))]),
            ]);

        var compares = chiffres.Comparaison.Select(t => t.Examen).Distinct().Order().ToList();
        yield return new Graphique("comparaison", "Part d’admis, comparée aux taux publiés", "Rebond pour cette session ; DEPP, données ouvertes, pour l’académie ; ministère de l’éducation nationale (11 juillet 2020, par la presse) pour la France",
            "Champ", UniteGraphique.PourCent, [.. compares.Select(e => e.Libelle())],
            [.. chiffres.Comparaison.GroupBy(t => t.Champ).Select(g => new LigneGraphique(g.Key, [.. compares.Select(e => g.FirstOrDefault(t => t.Examen == e)?.PourMille / 10m)]))]);
    }

    private static int Rang(string departement) => CarteAcademie.Departements.TakeWhile(d => d.Code != departement).Count();

    private static decimal Part(int part, int total) => total == 0 ? 0 : Math.Round(100m * part / total, 1, MidpointRounding.AwayFromZero);

    private static string Majuscule(string texte) => char.ToUpperInvariant(texte[0]) + texte[1..];
}
