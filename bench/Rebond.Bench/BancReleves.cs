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
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");
    private const string PageBlanche = "<!doctype html><html lang=\"fr\"><title>Page blanche</title><body></body></html>";

    public static async Task ExecuterAsync()
    {
        await using var site = await SiteDeBanc.DemarrerAsync();
        await site.PublierAsync(TypeExamen.BacPro);
        var imprimeur = site.Services.GetRequiredService<ImprimeurPdf>();
        SiteDeBanc.Exiger(await imprimeur.ImprimerAsync(PageBlanche, CancellationToken.None));

        var (tirages, blanches) = (new List<TimeSpan>(), new List<TimeSpan>());
        var (cpuTirages, cpuBlanches) = (new List<TimeSpan>(), new List<TimeSpan>());
        var releves = 0;
        for (var tour = 0; tour < Tours; tour++)
        {
            var depart = Mesure.Processeur();
            blanches.Add(await Mesure.ChronometrerAsync(() => ImprimerBlanchesAsync(imprimeur)));
            var milieu = Mesure.Processeur();
            tirages.Add(await Mesure.ChronometrerAsync(async () => releves = await TirerAsync(site)));
            cpuBlanches.Add(milieu - depart);
            cpuTirages.Add(Mesure.Processeur() - milieu);
        }
        Console.WriteLine($"Relevés de notes du bac professionnel, médianes de {Tours} tours");
        Mesure.Ecrire(Debit($"{releves:N0} relevés en un tirage", releves, tirages, cpuTirages), Mesure.Mediane(tirages));
        Mesure.Ecrire(Debit($"{PagesBlanches} pages blanches une à une", PagesBlanches, blanches, cpuBlanches), Mesure.Mediane(blanches));
        Mesure.Rapport("pages par seconde, fois la page blanche imprimée seule", Rapporter(releves, tirages, blanches), "le plus possible");
        Mesure.Rapport("pages par seconde de processeur, fois la même", Rapporter(releves, cpuTirages, cpuBlanches), "le plus possible");
    }

    private static double Rapporter(int releves, List<TimeSpan> tirages, List<TimeSpan> blanches) => releves / Mesure.Mediane(tirages).TotalSeconds / (PagesBlanches / Mesure.Mediane(blanches).TotalSeconds);

    private static string Debit(FormattableString quoi, int pages, List<TimeSpan> temps, List<TimeSpan> processeur) => string.Create(Francais,
        $"{quoi.ToString(Francais)} ({pages / Mesure.Mediane(temps).TotalSeconds:N0} par s, {pages / Mesure.Mediane(processeur).TotalSeconds:N0} par s de processeur)");

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
