using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Bench;

/// <summary>The whole demonstration académie in a base of its own, and the real site over it on a free port; both go when it is disposed.</summary>
internal sealed class SiteDeBanc : IAsyncDisposable
{
    public static readonly SessionExamen Session = SessionExamen.Juin(2020);

    private readonly string _dossier;
    private readonly WebApplication _site;

    private SiteDeBanc(string dossier, WebApplication site, CreerDemonstration.Reponse academie, IReadOnlyDictionary<string, Guid> comptes) =>
        (_dossier, _site, Academie, Comptes) = (dossier, site, academie, comptes);

    public CreerDemonstration.Reponse Academie { get; }

    /// <summary>Demonstration accounts, by short name.</summary>
    public IReadOnlyDictionary<string, Guid> Comptes { get; }
    public IServiceProvider Services => _site.Services;
    public Uri Adresse => new(_site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<SiteDeBanc> DemarrerAsync()
    {
        var dossier = Directory.CreateTempSubdirectory("rebond-banc-").FullName;
        var chaine = Path.Combine(dossier, "banc.db");
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        await donnees.PreparerAsync(CancellationToken.None);
        var academie = Exiger(await new CreerDemonstration(donnees).ExecuteAsync(new(Session), Acteur.LigneDeCommande, null, CancellationToken.None));
        var reperes = academie.Reperes;
        var comptes = Exiger(await new CreerComptesDemonstration(donnees).ExecuteAsync(
            new(EnDeveloppement: true, "02", reperes.Departement, reperes.Uai, reperes.JuryId, reperes.CandidatureId, reperes.CandidaturePublieeId), Acteur.LigneDeCommande, CancellationToken.None)).Comptes;
        var site = Construire(chaine, dossier);
        await site.StartAsync();
        return new SiteDeBanc(dossier, site, academie, comptes);
    }

    public BaseRebond Ouvrir() => OptionsBase.Ouvrir(Path.Combine(_dossier, "banc.db"), TimeProvider.System);

    /// <summary>The decisions of one exam, closed and signed by two persons, visible at once.</summary>
    public async Task PublierAsync(TypeExamen examen)
    {
        await using (var donnees = Ouvrir())
            Exiger(await new DelibererSession(donnees).ExecuteAsync(new(Session, examen), Acteur.LigneDeCommande, CancellationToken.None));
        var demande = new SignerPublication.Demande(Session, examen, GroupeEpreuves.Premier, DateTime.UtcNow, "Mesure sur l’académie de démonstration.");
        foreach (var signataire in (string[])["gestionnaire", "gestionnaire-adjoint"])
        {
            await using var donnees = Ouvrir();
            Exiger(await new SignerPublication(donnees).ExecuteAsync(demande, Gestionnaire(signataire), CancellationToken.None));
        }
    }

    public Acteur Gestionnaire(string compte = "gestionnaire") => new(Comptes[compte], compte, Role.Gestionnaire, [new(TypePerimetre.Academie, "02")]);

    public static T Exiger<T>(Coeur.Socle.Outcome<T> issue) => issue.EstReussi ? issue.Valeur : throw new InvalidOperationException(issue.Refus[0].Phrase);

    /// <param name="horloge">What the site takes for the time; the machine's when null.</param>
    internal static WebApplication Construire(string chaine, string dossier, TimeProvider? horloge = null)
    {
        var constructeur = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Acces).Assembly.GetName().Name,
            ContentRootPath = Path.Combine(Racine(), "src", "Rebond.Web"),
            EnvironmentName = "Development", // the demonstration accounts
        });
        constructeur.Configuration.AddInMemoryCollection([new("Rebond:Base", chaine), new("Rebond:Documents", dossier), new("Rebond:ConnexionsParMinute", int.MaxValue.ToString(CultureInfo.InvariantCulture))]);
        constructeur.AddRebondWeb();
        if (horloge is not null)
            constructeur.Services.AddSingleton(horloge);
        constructeur.Logging.ClearProviders();
        constructeur.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        var site = constructeur.Build();
        site.UseRebondWeb();
        return site;
    }

    private static string Racine([CallerFilePath] string ici = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ici)!, "..", ".."));

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_dossier, recursive: true);
    }
}
