using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;

namespace Rebond.Bench;

/// <summary>
/// Fifty people at once, each asking for a page as soon as the one before has come, over the full académie: search, mark grid, lot of a jury,
/// against a page of the same site that reads no base. Client and server share the machine and the process: read the ratios.
/// </summary>
internal static partial class BancPages
{
    private const int Personnes = 50;
    private const int Tours = 3;
    private static readonly TimeSpan Chauffe = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Duree = TimeSpan.FromSeconds(8);
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    private sealed record Charge(string Nom, HttpClient[] Clients, string[] Adresses)
    {
        public List<double> Durees { get; } = [];
        public double Secondes { get; set; }
    }

    public static async Task ExecuterAsync()
    {
        await using var site = await SiteDeBanc.DemarrerAsync();
        var (gestionnaires, presidents) = (await ConnecterAsync(site, "gestionnaire"), await ConnecterAsync(site, "president-jury"));
        Charge[] charges =
        [
            new("limite : page sans base (/accessibilite)", gestionnaires, ["/accessibilite"]),
            new("état du serveur (/sante)", gestionnaires, ["/sante"]),
            new("recherche d'un candidat", gestionnaires, await RecherchesAsync(gestionnaires[0])),
            new("grille de notes d'un lot", gestionnaires, await GrillesAsync(site)),
            new("lot d'un jury en délibération", presidents, [.. Enumerable.Range(1, 10).Select(p => $"/resultats/jurys/{site.Academie.Reperes.JuryId}?p={p}")]),
        ];
        foreach (var charge in charges)
            await ChargerAsync(charge, Chauffe);
        foreach (var charge in charges)
            charge.Durees.Clear();
        for (var tour = 0; tour < Tours; tour++)
        {
            foreach (var charge in charges)
                charge.Secondes += (await Mesure.ChronometrerAsync(() => ChargerAsync(charge, Duree))).TotalSeconds;
        }
        Raconter(charges);
    }

    private static async Task ChargerAsync(Charge charge, TimeSpan duree)
    {
        var (debut, durees) = (Stopwatch.GetTimestamp(), new ConcurrentBag<double>());
        await Task.WhenAll(charge.Clients.Select((client, rang) => Task.Run(async () =>
        {
            // Everyone walks the same addresses from his own starting point.
            for (var i = rang * 7; Stopwatch.GetElapsedTime(debut) < duree; i++)
            {
                var depart = Stopwatch.GetTimestamp();
                using var reponse = await client.GetAsync(charge.Adresses[i % charge.Adresses.Length]);
                await reponse.Content.ReadAsByteArrayAsync();
                durees.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
                if (reponse.StatusCode != HttpStatusCode.OK)
                    throw new InvalidOperationException($"{charge.Adresses[i % charge.Adresses.Length]} : {reponse.StatusCode}");
            }
        })));
        charge.Durees.AddRange(durees);
    }

    private static void Raconter(Charge[] charges)
    {
        foreach (var charge in charges)
            charge.Durees.Sort();
        Console.WriteLine($"Pages à {Personnes} personnes simultanées, académie entière (ms ; entre parenthèses, fois la page sans base)");
        Console.WriteLine($"  {"page",-44} {"p50",18} {"p95",18} {"p99",18} {"par seconde",12}");
        foreach (var charge in charges)
            Console.WriteLine($"  {charge.Nom,-44} {Centile(charge, 0.50),18} {Centile(charge, 0.95),18} {Centile(charge, 0.99),18} {(charge.Durees.Count / charge.Secondes).ToString("N0", Francais),12}");

        string Centile(Charge charge, double part) => string.Create(Francais, $"{Lire(charge, part):N0} ({Lire(charge, part) / Lire(charges[0], part):N1})");
        double Lire(Charge charge, double part) => charge.Durees[(int)(part * (charge.Durees.Count - 1))];
    }

    /// <summary>One session for each person, by the demonstration button.</summary>
    private static async Task<HttpClient[]> ConnecterAsync(SiteDeBanc site, string compte)
    {
        var clients = new HttpClient[Personnes];
        for (var i = 0; i < Personnes; i++)
        {
            var client = clients[i] = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 1 }) { BaseAddress = site.Adresse };
            var reponse = await EnvoyerAsync(client, "/compte/connexion", "/compte/demonstration", ("compte", compte));
            if (reponse != "/accueil")
                throw new InvalidOperationException($"Connexion de {compte} : {reponse}");
        }
        return clients;
    }

    /// <summary>All candidates, pages, filters, names: a name goes by POST and comes back sealed in the address.</summary>
    private static async Task<string[]> RecherchesAsync(HttpClient client)
    {
        List<string> adresses = ["/examen/candidats", "/examen/candidats?p=320", "/examen/candidats?examen=BAC_PRO&departement=013", "/examen/candidats?etablissement=marseille", "/examen/candidats?manquantes=true", "/examen/candidats?tri=Etablissement&p=40"];
        foreach (var texte in (string[])["martin", "adam lea", "2002116819", "l"])
            adresses.Add(await EnvoyerAsync(client, "/examen/candidats", "/examen/candidats", ("Texte", texte)));
        return [.. adresses];
    }

    private static async Task<string[]> GrillesAsync(SiteDeBanc site)
    {
        await using var donnees = site.Ouvrir();
        var lots = await donnees.Set<Candidature>().Select(c => new { c.Uai, c.Specialite }).Distinct().OrderBy(l => l.Uai).ThenBy(l => l.Specialite).ToListAsync();
        return [.. lots.Select(l => $"/examen/grille?session={SiteDeBanc.Session}&uai={l.Uai}&specialite={l.Specialite}")];
    }

    private static async Task<string> EnvoyerAsync(HttpClient client, string formulaire, string vers, params (string Nom, string Valeur)[] champs)
    {
        var jeton = Jeton().Match(await client.GetStringAsync(formulaire)).Groups[1].Value;
        using var contenu = new FormUrlEncodedContent(champs.Append(("__RequestVerificationToken", jeton)).Select(c => KeyValuePair.Create(c.Item1, c.Item2)));
        using var reponse = await client.PostAsync(vers, contenu);
        return reponse.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"{vers} : {reponse.StatusCode}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Jeton();
}
