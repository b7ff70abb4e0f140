using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Bench;

/// <summary>
/// The closing minute of a campaign: everyone has his recap before his eyes and presses « Enregistrer », more and more to the cut, some past it. The real
/// site by HTTP, its clock set so that the cut falls at the end of the minute. Then the base is read: what was saved, and is it what each was told?
/// SQLite always; PostgreSQL when REBOND_BANC_POSTGRESQL names a server.
/// </summary>
internal static partial class BancInscription
{
    private const string CodeCampagne = "nancy-metz-bac-pro-2024";
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Apres = TimeSpan.FromSeconds(3);
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The machine's clock, moved.</summary>
    private sealed class HorlogeDecalee : TimeProvider
    {
        public TimeSpan Decalage { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Decalage;
    }

    private enum Dit { Enregistre, HorsDelai, Autre }

    private sealed record Candidat(Guid CompteId, Guid DossierId, string Numero)
    {
        public required HttpClient Client { get; init; }
        public string Jeton { get; set; } = "";
        public string Version { get; set; } = "";
        public Dit Dit { get; set; } = Dit.Autre;
        public string? Faute { get; set; }
        public double Duree { get; set; }
    }

    public static async Task ExecuterAsync(int nombre)
    {
        var dossier = Directory.CreateTempSubdirectory("rebond-banc-").FullName;
        await MesurerAsync("SQLite", $"Data Source={Path.Combine(dossier, "banc.db")}", dossier, nombre);
        SqliteConnection.ClearAllPools();
        if (Environment.GetEnvironmentVariable("REBOND_BANC_POSTGRESQL") is { Length: > 0 } serveur)
        {
            var nom = $"rebond_banc_{Guid.NewGuid():N}";
            await SurServeurAsync(serveur, $"create database {nom}");
            await MesurerAsync("PostgreSQL", new NpgsqlConnectionStringBuilder(serveur) { Database = nom }.ConnectionString, dossier, nombre);
            NpgsqlConnection.ClearAllPools();
            await SurServeurAsync(serveur, $"drop database {nom} with (force)");
        }
        Directory.Delete(dossier, recursive: true);
    }

    private static async Task MesurerAsync(string moteur, string chaine, string dossier, int nombre)
    {
        var campagne = CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == CodeCampagne);
        var cloture = campagne.Lecture.Campagne!.FenetrePour(null).ClotUtc;
        var horloge = new HorlogeDecalee { Decalage = cloture - TimeSpan.FromHours(1) - DateTimeOffset.UtcNow };
        await using (var donnees = OptionsBase.Ouvrir(chaine, horloge))
        {
            await donnees.PreparerAsync(CancellationToken.None);
            SiteDeBanc.Exiger(await new PublierRevision(donnees).ExecuteAsync(new(campagne.Texte, "Mesure", 0), Acteur.LigneDeCommande, CancellationToken.None));
        }
        await using var site = SiteDeBanc.Construire(chaine, dossier, horloge);
        await site.StartAsync();
        var candidats = await PreparerAsync(site, chaine, horloge, nombre);
        foreach (var lot in candidats.Chunk(50))
            await Task.WhenAll(lot.Select(LireRecapitulatifAsync));

        // The cut falls a minute after the first press; the places of the presses come from a seed.
        horloge.Decalage = cloture - Minute - DateTimeOffset.UtcNow;
        var (debut, hasard) = (Stopwatch.GetTimestamp(), new Random(1));
        await Task.WhenAll(candidats.Select(c =>
        {
            // One in twenty is late; the others come ever closer together, half of them in the last eighteen seconds.
            var place = hasard.Next(20) == 0 ? Minute + hasard.NextDouble() * Apres : Math.Sqrt(hasard.NextDouble()) * Minute;
            return Task.Run(async () =>
            {
                if (place - Stopwatch.GetElapsedTime(debut) is { Ticks: > 0 } attente)
                    await Task.Delay(attente);
                await EnregistrerAsync(c);
            });
        }));
        var duree = Stopwatch.GetElapsedTime(debut);
        await RaconterAsync(moteur, chaine, cloture.UtcDateTime, candidats, duree);
        foreach (var candidat in candidats)
            candidat.Client.Dispose();
    }

    /// <summary>One file filled page by page; the others are given its draft under another name. Everyone gets the cookie the site itself would make.</summary>
    private static async Task<List<Candidat>> PreparerAsync(WebApplication site, string chaine, TimeProvider horloge, int nombre)
    {
        var adresse = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var cookies = site.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        List<Candidat> candidats = [];
        string? brouillon = null;
        for (var i = 0; i < nombre; i++)
        {
            await using var portee = site.Services.CreateAsyncScope();
            var donnees = portee.ServiceProvider.GetRequiredService<BaseRebond>();
            var courriel = $"candidat{i}@exemple.invalid";
            var compte = new Utilisateur { Id = Guid.CreateVersion7(), NomAffiche = $"Candidat {i}", UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant(), Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(), SecurityStamp = Guid.NewGuid().ToString("N"), EmailConfirmed = true };
            donnees.Add(compte);
            donnees.Add(new Habilitation { UtilisateurId = compte.Id, Role = Role.Candidat, TypePerimetre = TypePerimetre.Compte, CodePerimetre = compte.Id.ToString() });
            await donnees.SaveChangesAsync();
            var acteur = new Acteur(compte.Id, compte.NomAffiche, Role.Candidat, []);
            var ouvert = SiteDeBanc.Exiger(await new OuvrirDossier(donnees).ExecuteAsync(new(CodeCampagne), acteur, CancellationToken.None));
            brouillon ??= await RemplirAsync(chaine, horloge, acteur, ouvert.Numero);
            var dossier = await donnees.Set<DossierInscription>().SingleAsync(d => d.Id == ouvert.DossierId);
            await donnees.Entry(dossier).ReloadAsync();
            dossier.Brouillon = brouillon.Replace("Labeur", $"Labeur {EnLettres(i)}", StringComparison.Ordinal);
            await donnees.SaveChangesAsync();

            var principal = await portee.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Utilisateur>>().CreateAsync(compte);
            var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = horloge.GetUtcNow(), ExpiresUtc = horloge.GetUtcNow().AddHours(8) }, IdentityConstants.ApplicationScheme);
            var pot = new CookieContainer();
            pot.Add(adresse, new Cookie(cookies.Cookie.Name!, cookies.TicketDataFormat.Protect(ticket)));
            candidats.Add(new(compte.Id, ouvert.DossierId, ouvert.Numero) { Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = pot, MaxConnectionsPerServer = 1 }) { BaseAddress = adresse, Timeout = TimeSpan.FromMinutes(5) } });
        }
        return candidats;
    }

    /// <summary>35 years old, three years of work: the longest form.</summary>
    private static async Task<string> RemplirAsync(string chaine, TimeProvider horloge, Acteur acteur, string numero)
    {
        var reponses = new Dictionary<string, string>
        {
            ["nom"] = "Labeur", ["prenoms"] = "Sami", ["sexe"] = "M", ["naissance"] = "1988-02-11", ["lieuNaissance"] = "Nancy", ["courriel"] = "candidat@exemple.invalid", ["adresse1"] = "12 rue de l'Essai", ["codePostal"] = "54000", ["ville"] = "Nancy",
            ["specialite"] = "40025214", ["nationaliteFrancaise"] = "true", ["scolariseMemeSession"] = "false", ["sessionsAnterieures"] = "false", ["notesAConserver"] = "false", ["dispensesDemandees"] = "false", ["travailEnHauteur"] = "false",
            ["rqth"] = "false", ["epsInapte"] = "false", ["epreuvesFacultatives"] = "false", ["amenagementDemande"] = "false", ["forme"] = "GLOBALE", ["categorie"] = "EXPERIENCE_3_ANS", ["anneesExperience"] = "3,5",
        };
        for (var page = 0; page < 60; page++)
        {
            await using var donnees = OptionsBase.Ouvrir(chaine, horloge);
            var lu = SiteDeBanc.Exiger(await new ConsulterMonDossier(donnees).ExecuteAsync(numero, acteur, CancellationToken.None));
            if (lu.Formulaire.Suivante is not { } etape)
                return lu.Dossier.Brouillon ?? throw new InvalidOperationException("Le formulaire s'est rempli sans brouillon.");
            Dictionary<string, string?> saisies = etape.Question is null
                ? etape.Champs.ToDictionary(c => c.Code, c => (string?)reponses.GetValueOrDefault(c.Code))
                : new() { [EtapeDossier.Valeur] = reponses.GetValueOrDefault(etape.Code) ?? ReponseDonnee.Inconnue };
            SiteDeBanc.Exiger(await new GarderReponse(donnees).ExecuteAsync(new(numero, lu.Dossier.Version, etape.Code, saisies), acteur, CancellationToken.None));
        }
        throw new InvalidOperationException("Le formulaire ne finit pas.");
    }

    private static async Task LireRecapitulatifAsync(Candidat c)
    {
        var html = await c.Client.GetStringAsync($"/inscription/dossier/{c.Numero}/recapitulatif");
        (c.Jeton, c.Version) = (Jeton().Match(html).Groups[1].Value, VersionLue().Match(html).Groups[1].Value);
        if (c.Jeton.Length == 0 || c.Version.Length == 0)
            throw new InvalidOperationException($"Le récapitulatif du dossier {c.Numero} ne propose pas d'enregistrer.");
    }

    private static async Task EnregistrerAsync(Candidat c)
    {
        var depart = Stopwatch.GetTimestamp();
        try
        {
            using var contenu = new FormUrlEncodedContent([KeyValuePair.Create("Version", c.Version), KeyValuePair.Create("__RequestVerificationToken", c.Jeton)]);
            using var reponse = await c.Client.PostAsync($"/inscription/dossier/{c.Numero}/recapitulatif", contenu);
            var html = await reponse.Content.ReadAsStringAsync();
            c.Dit = reponse.StatusCode == HttpStatusCode.Redirect ? Dit.Enregistre : html.Contains("après la clôture", StringComparison.Ordinal) || WebUtility.HtmlDecode(html).Contains("après la clôture", StringComparison.Ordinal) ? Dit.HorsDelai : Dit.Autre;
            c.Faute = c.Dit == Dit.Autre ? reponse.StatusCode.ToString() : null;
        }
        catch (Exception erreur) when (erreur is HttpRequestException or TaskCanceledException)
        {
            c.Faute = erreur.GetType().Name;
        }
        c.Duree = Stopwatch.GetElapsedTime(depart).TotalMilliseconds;
    }

    private static async Task RaconterAsync(string moteur, string chaine, DateTime cloture, List<Candidat> candidats, TimeSpan duree)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        var dossiers = await donnees.Set<DossierInscription>().AsNoTracking().ToDictionaryAsync(d => d.Id, d => new { d.NumeroVersion, d.EnregistreLe, d.Etat });
        var pieces = await donnees.Set<PieceDossier>().GroupBy(p => p.DossierId).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre);
        var messages = (await donnees.Set<Message>().Where(m => m.Modele == "INSCRIPTION_ENREGISTREE").Select(m => m.Objet).ToListAsync()).ToLookup(o => o);
        var actes = (await donnees.Set<LigneJournal>().Where(l => l.Acte == "DOSSIER_ENREGISTRE").Select(l => l.Objet).ToListAsync()).ToLookup(o => o);

        var (entiers, refuses, perdus, tus, moities, tardifs) = (0, 0, 0, 0, 0, 0);
        foreach (var c in candidats)
        {
            var d = dossiers[c.DossierId];
            var enregistre = d.NumeroVersion > 0;
            // All of it, or nothing of it.
            var traces = new[] { d.NumeroVersion == 1 && d.Etat == EtatDossier.Enregistre && d.EnregistreLe is not null, pieces.GetValueOrDefault(c.DossierId) > 0, messages[$"dossier:{c.DossierId}"].Count() == 1, actes[$"dossier:{c.DossierId}"].Count() == 1 };
            if (traces.Distinct().Count() > 1)
                moities++;
            if (enregistre && d.EnregistreLe > cloture)
                tardifs++;
            if (c.Dit == Dit.Enregistre && !enregistre)
                perdus++;
            else if (c.Dit != Dit.Enregistre && enregistre)
                tus++;
            else if (enregistre)
                entiers++;
            else if (c.Dit == Dit.HorsDelai)
                refuses++;
        }
        var durees = candidats.Select(c => c.Duree).Order().ToList();
        Console.WriteLine($"Dernière minute d'une campagne, {moteur} : {candidats.Count:N0} candidats enregistrent en {duree.TotalSeconds.ToString("N0", Francais)} s");
        Console.WriteLine($"  attente de la réponse (ms) : p50 {Centile(0.50)}, p95 {Centile(0.95)}, p99 {Centile(0.99)}, la plus longue {Centile(1)}");
        Console.WriteLine($"  enregistrés en entier, et dits : {entiers:N0} ; arrivés après la coupure, non enregistrés, et dits : {refuses:N0}");
        Console.WriteLine($"  perdus : {perdus:N0} ; enregistrés sans le dire : {tus:N0} ; à moitié : {moities:N0} ; enregistrés après la coupure : {tardifs:N0} ; sans réponse claire : {candidats.Count(c => c.Dit == Dit.Autre):N0}");
        foreach (var groupe in candidats.Where(c => c.Faute is not null).GroupBy(c => c.Faute))
            Console.WriteLine($"    {groupe.Key} : {groupe.Count():N0}");
        if (perdus + tus + moities + tardifs + candidats.Count(c => c.Dit == Dit.Autre) > 0)
            Environment.ExitCode = 1;

        string Centile(double part) => durees[(int)(part * (durees.Count - 1))].ToString("N0", Francais);
    }

    private static string EnLettres(int n) => string.Concat(n.ToString("00000", CultureInfo.InvariantCulture).Select(c => (char)('a' + (c - '0'))));

    private static async Task SurServeurAsync(string serveur, string sql)
    {
        await using var connexion = new NpgsqlConnection(serveur);
        await connexion.OpenAsync();
#pragma warning disable CA2100 // a name of our own
        await using var commande = new NpgsqlCommand(sql, connexion);
#pragma warning restore CA2100
        await commande.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Jeton();

    [GeneratedRegex("name=\"Version\" value=\"([0-9]+)\"")]
    private static partial Regex VersionLue();
}
