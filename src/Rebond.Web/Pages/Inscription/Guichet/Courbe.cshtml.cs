using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Inscription.Guichet;

/// <summary>The daily curve of a campaign: a drawing, and the same figures in a table.</summary>
public sealed class CourbeModel(BaseRebond donnees) : PageGuichet(donnees)
{
    public const int Largeur = 640;
    public const int Hauteur = 260;

    /// <summary>Room for the figures of the axis.</summary>
    public const int Marge = 44;
    private const int Bas = 24;

    [BindProperty(SupportsGet = true, Name = "campagne")]
    public string? Campagne { get; set; }

    public IReadOnlyList<CompterInscriptions.Jour> Jours { get; private set; } = [];

    public static IReadOnlyList<(string Nom, Func<CompterInscriptions.Jour, int> Valeur)> Series { get; } =
        [("Ouverts", j => j.Ouverts), ("Enregistrés", j => j.Enregistres), ("Signés", j => j.Signes), ("Pièces reçues", j => j.Recus)];

    public int Maximum => Math.Max(1, Jours.Count == 0 ? 1 : Jours[^1].Ouverts);

    public async Task<IActionResult> OnGetAsync()
    {
        await LireCampagnesAsync();
        Campagne = string.IsNullOrEmpty(Campagne) ? Campagnes.Count > 0 ? Campagnes[0].Campagne.Code : null : Campagne;
        var outcome = await new CompterInscriptions(Donnees).ExecuteAsync(Campagne ?? "", Acteur, Ct);
        if (!outcome.EstReussi)
            return Fermer(outcome.Refus) ?? NotFound();
        Jours = outcome.Valeur.Jours;
        return Page();
    }

    /// <summary>Points of one line of the drawing.</summary>
    public string Points(Func<CompterInscriptions.Jour, int> valeur) => string.Join(' ', Jours.Select((j, i) => string.Create(CultureInfo.InvariantCulture, $"{X(i)},{Y(valeur(j))}")));

    public int X(int rang) => Marge + (Jours.Count < 2 ? 0 : rang * (Largeur - Marge - 8) / (Jours.Count - 1));

    public int Y(int valeur) => Hauteur - Bas - (valeur * (Hauteur - Bas - 12) / Maximum);
}
