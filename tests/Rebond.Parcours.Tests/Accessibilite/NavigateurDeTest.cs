using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>The real host and one Chromium for a test class.</summary>
public sealed class NavigateurDeTest : IAsyncLifetime
{
    private IPlaywright? _pilote;
    private IBrowser? _navigateur;

    public HoteResultats Hote { get; } = new();

    /// <summary>A page of a person in a role, on a phone (390 px) or a desk (1280 px).</summary>
    public async Task<IPage> OuvrirAsync(Role role = Role.Visiteur, int largeur = 390)
    {
        _pilote ??= await Playwright.CreateAsync();
        _navigateur ??= await _pilote.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Documents.Imprimerie.Trouver(),
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var contexte = await _navigateur.NewContextAsync(new() { ViewportSize = new() { Width = largeur, Height = 844 }, Locale = "fr-FR", ReducedMotion = ReducedMotion.Reduce });
        if (role != Role.Visiteur)
        {
            var (type, perimetre) = role == Role.Candidat ? (TypePerimetre.Candidature, Hote.Donnees.AuControle.Id.ToString()) : (TypePerimetre.Academie, "02");
            await contexte.AddCookiesAsync([new Cookie { Name = HoteResultats.Cookie, Value = HoteResultats.ValeurCookie(role, type, perimetre), Url = Hote.Adresse.ToString() }]);
        }
        return await contexte.NewPageAsync();
    }

    /// <summary>Leaves the picture of a page where REBOND_CAPTURES says, for a person to look at.</summary>
    public static async Task CapturerAsync(IPage page, string nom)
    {
        if (Environment.GetEnvironmentVariable("REBOND_CAPTURES") is { Length: > 0 } dossier)
            await page.ScreenshotAsync(new() { Path = Path.Combine(dossier, nom + ".png"), FullPage = true });
    }

    /// <summary>A message that failed and waits for a person: its page shows every form it can have.</summary>
    public Guid MessageEnEchec { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Hote.InitializeAsync();
        await using var donnees = Hote.Ouvrir();
        MessageEnEchec = await EcrireMessagesAsync(donnees);
    }

    private static async Task<Guid> EcrireMessagesAsync(BaseRebond donnees)
    {
        var ct = TestContext.Current.CancellationToken;
        var champs = new Dictionary<string, string> { ["nom"] = "Inès CONTROLE-FICTIF", ["numero"] = "0220000003", ["specialite"] = "Gestion-administration", ["session"] = "Session de juin 2020", ["sujet"] = "Votre dossier", ["texte"] = "Il est complet.\nMerci.", ["signataire"] = "Dominique Martin" };
        var courriel = (await donnees.EnvoyerAsync(new("COURRIER_CANDIDAT", Destinataire.ParCourriel("Inès CONTROLE-FICTIF", "ines@exemple.fr").Valeur!, "candidature:1", new("02"), champs), ct)).Valeur!;
        await donnees.SaveChangesAsync(ct);
        donnees.ChangeTracker.Clear();
        var file = new FileDEnvoi(donnees);
        var pris = (await file.PrendreAsync(ct))!;
        await file.AnnoncerAsync(pris, ct);
        await file.ConclureAsync(pris, new ResultatRemise(IssueRemise.Incertaine), ct);

        var gestionnaire = new Acteur(null, "DEC", Role.Gestionnaire, [new(TypePerimetre.Academie, "02")]);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await donnees.EnvoyerAsync(new("COURRIER_CANDIDAT", Destinataire.ParLettre("Inès CONTROLE-FICTIF", ["1 rue Fictive", "13001 MARSEILLE"]).Valeur!, "candidature:1", new("02"), champs), ct);
            await donnees.SaveChangesAsync(ct);
            if (!await donnees.Set<Coeur.Socle.Messages.Lettres.LotLettres>().AnyAsync(ct))
                await new Coeur.Socle.Messages.Lettres.PreparerLot(donnees).ExecuteAsync(new(), gestionnaire, ct);
        }
        await new ReviserModele(donnees).ExecuteAsync(new("COURRIER_CANDIDAT", "1", "{sujet}", "Bonjour {nom},\n\n{texte}", "ton de l’académie"), gestionnaire, ct);
        donnees.Add(new Coeur.Socle.Depots.Depot { Proprietaire = "piece:42", Nom = "certificat.pdf", Type = Coeur.Socle.Depots.TypeDepot.Pdf, Taille = 12_345, Empreinte = new string('0', 64), Signalements = "", DeposeLe = new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc), CleEnveloppee = "", Conservation = "PIECE_INSCRIPTION", ASupprimerLe = new DateOnly(2020, 1, 1) });
        await donnees.SaveChangesAsync(ct);
        return courriel.Id;
    }

    public async ValueTask DisposeAsync()
    {
        if (_navigateur is not null)
            await _navigateur.DisposeAsync();
        _pilote?.Dispose();
        await Hote.DisposeAsync();
    }
}
