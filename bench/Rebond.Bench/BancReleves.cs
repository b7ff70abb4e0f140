using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Releves;

namespace Rebond.Bench;

/// <summary>
/// The relevés of the whole bac pro as one batch, from the base to the ZIP that the page offers, against the same printer and the same Chromium
/// given one blank page after another: what a document costs when nothing is printed on it.
/// </summary>
internal static class BancReleves
{
    private const int Tours = 3;
    private const int PagesBlanches = 300;
    private const string PageBlanche = "<!doctype html><html lang=\"fr\"><title>Page blanche</title><body></body></html>";

    public static async Task ExecuterAsync()
    {
        await using var site = await SiteDeBanc.DemarrerAsync();
        await site.PublierAsync(TypeExamen.BacPro);
        var imprimeur = site.Services.GetRequiredService<ImprimeurPdf>();
        SiteDeBanc.Exiger(await imprimeur.ImprimerAsync(PageBlanche, CancellationToken.None));

        var (tirages, blanches) = (new List<TimeSpan>(), new List<TimeSpan>());
        var releves = 0;
        for (var tour = 0; tour < Tours; tour++)
        {
            blanches.Add(await Mesure.ChronometrerAsync(() => ImprimerBlanchesAsync(imprimeur)));
            tirages.Add(await Mesure.ChronometrerAsync(async () => releves = await TirerAsync(site)));
        }
        var (parSeconde, blancheParSeconde) = (releves / Mesure.Mediane(tirages).TotalSeconds, PagesBlanches / Mesure.Mediane(blanches).TotalSeconds);
        Console.WriteLine($"Relevés de notes du bac professionnel, médianes de {Tours} tours");
        Mesure.Ecrire(string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{releves:N0} relevés en un tirage ({parSeconde:N1} pages par seconde)"), Mesure.Mediane(tirages));
        Mesure.Ecrire(string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{PagesBlanches} pages blanches une à une ({blancheParSeconde:N1} pages par seconde)"), Mesure.Mediane(blanches));
        Mesure.Rapport("pages par seconde, fois la page blanche imprimée seule", parSeconde / blancheParSeconde, "le plus possible");
    }

    private static async Task ImprimerBlanchesAsync(ImprimeurPdf imprimeur)
    {
        for (var i = 0; i < PagesBlanches; i++)
            SiteDeBanc.Exiger(await imprimeur.ImprimerAsync(PageBlanche, CancellationToken.None));
    }

    private static async Task<int> TirerAsync(SiteDeBanc site)
    {
        var demande = new LireDecisionsAImprimer.Demande(SiteDeBanc.Session, TypeExamen.BacPro, GroupeEpreuves.Premier);
        var tirage = SiteDeBanc.Exiger(await site.Services.GetRequiredService<TirageReleves>().DemarrerAsync(demande, "https://rebond.example/verifier", site.Gestionnaire(), CancellationToken.None));
        while (!tirage.Fini)
        {
            await Task.Delay(500);
            Console.Error.Write($"\r{tirage.Imprimes} / {tirage.Total}");
        }
        Console.Error.WriteLine();
        return tirage.Erreur is null && tirage.Imprimes == tirage.Total ? tirage.Total : throw new InvalidOperationException(tirage.Erreur ?? "Tirage incomplet.");
    }
}
