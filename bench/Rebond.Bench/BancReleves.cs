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
    private const int PagesBlanches = 300;
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");
    private const string PageBlanche = "<!doctype html><html lang=\"fr\"><title>Page blanche</title><body></body></html>";

    public static async Task ExecuterAsync()
    {
        await using var site = await SiteDeBanc.DemarrerAsync();
        await site.PublierAsync(TypeExamen.BacPro);
        var imprimeur = site.Services.GetRequiredService<ImprimeurPdf>();
        SiteDeBanc.Exiger(await imprimeur.ImprimerAsync(PageBlanche, CancellationToken.None));

        // One batch is thousands of pages long: the blank pages are printed before and after it, so that a slow moment of the machine hits both.
        var avant = await MesurerAsync(() => ImprimerBlanchesAsync(imprimeur));
        var releves = 0;
        var tirage = await MesurerAsync(async () => releves = await TirerAsync(site));
        var apres = await MesurerAsync(() => ImprimerBlanchesAsync(imprimeur));
        var blanches = new Cout(avant.Temps + apres.Temps, avant.Processeur + apres.Processeur);
        Console.WriteLine("Relevés de notes du bac professionnel");
        Mesure.Ecrire(Debit($"{releves:N0} relevés en un tirage", releves, tirage), tirage.Temps);
        Mesure.Ecrire(Debit($"{2 * PagesBlanches} pages blanches une à une", 2 * PagesBlanches, blanches), blanches.Temps);
        Mesure.Rapport("pages par seconde, fois la page blanche imprimée seule", releves / tirage.Temps.TotalSeconds / (2 * PagesBlanches / blanches.Temps.TotalSeconds), "le plus possible");
        Mesure.Rapport("pages par seconde de processeur, fois la même", releves / tirage.Processeur.TotalSeconds / (2 * PagesBlanches / blanches.Processeur.TotalSeconds), "le plus possible");
    }

    private sealed record Cout(TimeSpan Temps, TimeSpan Processeur);

    private static async Task<Cout> MesurerAsync(Func<Task> acte)
    {
        var depart = Mesure.Processeur();
        var temps = await Mesure.ChronometrerAsync(acte);
        return new Cout(temps, Mesure.Processeur() - depart);
    }

    private static string Debit(FormattableString quoi, int pages, Cout cout) => string.Create(Francais,
        $"{quoi.ToString(Francais)} ({pages / cout.Temps.TotalSeconds:N0} par s, {pages / cout.Processeur.TotalSeconds:N0} par s de processeur)");

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
