using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Resultats.Gestion.Candidats;

public sealed class IndexModel(BaseRebond donnees, JetonRecherche jetons, CacheFiltres filtres) : PageGestion(donnees)
{
    public const string SansDecision = "AUCUNE";

    /// <summary>Filters of the address; none of them names a person.</summary>
    public sealed class Filtres
    {
        public string? Examen { get; set; }
        public string? Departement { get; set; }
        public string? Etablissement { get; set; }
        public string? Specialite { get; set; }
        public string? Decision { get; set; }
        public bool Manquantes { get; set; }
        public RechercherCandidats.Tri Tri { get; set; }
        public bool Desc { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public Filtres Filtre { get; set; } = new();

    /// <summary>The sealed text, see <see cref="JetonRecherche"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Jeton { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Numero { get; set; } = 1;

    /// <summary>Name, number or INE: only ever in the body of a POST.</summary>
    [BindProperty]
    public string? Texte { get; set; }

    public bool LienExpire { get; private set; }
    public RechercherCandidats.Reponse Resultat { get; private set; } = null!;
    public IReadOnlyList<(string Code, string Libelle, TypeExamen Examen)> Specialites { get; private set; } = [];
    public IReadOnlyList<string> Departements { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ChoisirSessionAsync())
            return SessionAbsente();
        LienExpire = !jetons.TryOuvrir(Jeton, out var texte);
        Texte = texte;
        var recherche = new RechercherCandidats(Donnees);
        var outcome = await recherche.ExecuteAsync(Criteres(), Numero, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Resultat = outcome.Valeur;
        (Specialites, Departements) = await filtres.LireAsync(recherche, Session, Acteur, Ct);
        return Page();
    }

    public IActionResult OnPost() => RedirectToPage("/Resultats/Gestion/Candidats/Index", Adresse(jetons.Sceller(Texte), Filtre.Tri, Filtre.Desc));

    /// <summary>POST because it leaves a trace: personal data goes out.</summary>
    public async Task<IActionResult> OnPostExporterAsync(string format)
    {
        if (!await ChoisirSessionAsync() || !jetons.TryOuvrir(Jeton, out var texte))
            return NotFound();
        Texte = texte;
        var xlsx = format == "xlsx";
        // A temporary file, deleted when sent: the answer of 32,000 candidates is never whole in memory.
        var fichier = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var outcome = await new RechercherCandidats(Donnees).ExporterAsync(Criteres(), fichier, xlsx ? FormatTableau.Xlsx : FormatTableau.Csv, Acteur, Ct);
        if (!outcome.EstReussi)
        {
            await fichier.DisposeAsync();
            return Refuser(outcome.Refus);
        }
        fichier.Position = 0;
        return File(fichier, xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8", $"candidats-{Session}.{(xlsx ? "xlsx" : "csv")}");
    }

    /// <summary>Only what differs from the default goes to the address.</summary>
    public Dictionary<string, string?> Adresse(string? jeton, RechercherCandidats.Tri tri, bool desc) => new Dictionary<string, string?>
    {
        ["session"] = SessionDemandee,
        ["examen"] = Filtre.Examen,
        ["departement"] = Filtre.Departement,
        ["etablissement"] = Filtre.Etablissement,
        ["specialite"] = Filtre.Specialite,
        ["decision"] = Filtre.Decision,
        ["manquantes"] = Filtre.Manquantes ? "true" : null,
        ["tri"] = tri == default ? null : tri.ToString(),
        ["desc"] = desc ? "true" : null,
        ["q"] = jeton,
    }.Where(p => !string.IsNullOrEmpty(p.Value)).ToDictionary(p => p.Key, p => p.Value);

    private RechercherCandidats.Criteres Criteres() => new(Session, Texte, Filtre.Etablissement, Filtre.Specialite,
        Codes.TryLire<TypeExamen>(Filtre.Examen, out var examen) ? examen : null, Filtre.Departement,
        Codes.TryLire<Decision>(Filtre.Decision, out var decision) ? decision : null, Filtre.Decision == SansDecision, Filtre.Manquantes, Filtre.Tri, Filtre.Desc);
}
