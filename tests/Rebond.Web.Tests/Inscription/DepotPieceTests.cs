using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Tests.Inscription;
using Xunit;
using Depot = Rebond.Coeur.Socle.Depots.Depot;

namespace Rebond.Web.Tests.Inscription;

/// <summary>A piece handed in by its page over a real connection, and read back by who decides.</summary>
public sealed class DepotPieceTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-depots-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(Hote Hote, string Adresse)> DemarrerAsync(string? texte = null)
    {
        var hote = await Hote.DemarrerAsync(horloge: new FakeTimeProvider(CampagneDEssai.Ouverte), reglages: ("Rebond:Depots", _dossier));
        var compte = (await hote.HabiliterAsync(Hote.PerimetresParDefaut))["candidat"];
        await using var donnees = hote.Ouvrir();
        await CampagneDEssai.PublierAsync(donnees, texte ?? CampagneDEssai.EnLigne);
        var dossier = CampagneDEssai.UnDossier(compte: compte, etat: EtatDossier.Signe);
        donnees.Add(dossier);
        await donnees.SaveChangesAsync(Ct);
        return (hote, $"/inscription/dossier/{dossier.Numero.ToLowerInvariant()}/piece/piece_identite");
    }

    private static async Task<HttpResponseMessage> EnvoyerAsync(Hote hote, Navigateur candidat, string adresse, byte[] contenu, string nom, string? jeton = null)
    {
        var page = await candidat.LireAsync(adresse);
        jeton ??= System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"[^>]*>\\s*<div class=\"fr-upload").Groups[1].Value;
        using var gestionnaire = new SocketsHttpHandler { CookieContainer = candidat.Cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(gestionnaire) { BaseAddress = hote.Adresse };
        using var formulaire = new MultipartFormDataContent { { new StringContent(jeton), "__RequestVerificationToken" } };
        // As a browser writes it, even when no file is chosen.
        var fichier = new ByteArrayContent(contenu);
        fichier.Headers.ContentDisposition = new("form-data") { Name = "fichier", FileName = $"\"{nom}\"" };
        formulaire.Add(fichier);
        return await client.PostAsync(new Uri(adresse, UriKind.Relative), formulaire, Ct);
    }

    [Fact]
    public async Task Une_piece_part_de_la_page_du_candidat_et_s_ouvre_a_qui_decide()
    {
        var (hote, adresse) = await DemarrerAsync();
        await using var _ = hote;
        using var candidat = await hote.SeConnecterAsync(Role.Candidat);
        (await candidat.LireAsync(adresse)).Texte.Should().Contain("Envoyer le fichier").And.Contain("jours et").And.NotContain("Ce que vous avez envoyé");
        var contenu = FichiersDEssai.Pdf("% identité\n");

        using (var reponse = await EnvoyerAsync(hote, candidat, adresse, contenu, "Carte d’identité.pdf"))
            (reponse.StatusCode, reponse.Headers.Location!.OriginalString).Should().Be((HttpStatusCode.Redirect, adresse));
        (await candidat.LireAsync(adresse)).Texte.Should().Contain("Votre fichier est reçu").And.Contain("Carte d’identité.pdf – en usage").And.Contain("pas encore analysé").And.Contain("Envoyer un autre fichier");
        (await EnvoyerAsync(hote, candidat, adresse, FichiersDEssai.Png(), "photo.png")).Dispose();
        (await candidat.LireAsync(adresse)).Texte.Should().Contain("photo.png – en usage").And.Contain("Carte d’identité.pdf – remplacé");

        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        await using (var donnees = hote.Ouvrir())
            (await dec.LireAsync($"/inscription/guichet/{(await donnees.Set<DossierInscription>().SingleAsync(Ct)).Id}")).Html.Should().Contain($"href=\"{adresse}/fichier\"", "qui décide l'ouvre depuis le dossier");
        foreach (var lecteur in new[] { dec, candidat })
        {
            var fichier = await lecteur.LireAsync($"{adresse}/fichier");
            (fichier.Statut, fichier.Entetes["Content-Type"], fichier.Entetes["Content-Disposition"]).Should().Be((HttpStatusCode.OK, "image/png", "attachment; filename=photo.png; filename*=UTF-8''photo.png"));
        }
        using var autre = await hote.SeConnecterAsync(CreerComptesDemonstration.CandidatPublie);
        foreach (var chemin in new[] { adresse, $"{adresse}/fichier", "/inscription/dossier/rien/piece/piece_identite", adresse.Replace("piece_identite", "inconnue", StringComparison.Ordinal) })
            (await autre.LireAsync(chemin)).Statut.Should().Be(HttpStatusCode.NotFound, chemin);
    }

    [Fact]
    public async Task Un_mauvais_fichier_est_refuse_a_son_champ_et_sans_jeton_rien_n_est_lu()
    {
        var (hote, adresse) = await DemarrerAsync();
        await using var _ = hote;
        using var candidat = await hote.SeConnecterAsync(Role.Candidat);
        using (var archive = await EnvoyerAsync(hote, candidat, adresse, FichiersDEssai.Zip(), "dossier.zip"))
            (await archive.Content.ReadAsStringAsync(Ct)).Should().Contain("href=\"#fichier\"").And.Contain("archive");
        using (var vide = await EnvoyerAsync(hote, candidat, adresse, [], ""))
            (await vide.Content.ReadAsStringAsync(Ct)).Should().Contain("Choisissez un fichier");
        using (var forge = await EnvoyerAsync(hote, candidat, adresse, FichiersDEssai.Pdf(), "a.pdf", jeton: "faux"))
            forge.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        Directory.EnumerateFiles(_dossier, "*", SearchOption.AllDirectories).Should().BeEmpty();
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<Depot>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Une_campagne_par_la_poste_le_dit_et_n_a_pas_de_formulaire()
    {
        var (hote, adresse) = await DemarrerAsync(CampagneDEssai.Texte);
        await using var _ = hote;
        using var candidat = await hote.SeConnecterAsync(Role.Candidat);
        var page = await candidat.LireAsync(adresse);
        page.Texte.Should().Contain("Cette inscription ne prend pas de fichier").And.Contain("la poste");
        page.Html.Should().NotContain("type=\"file\"");
    }

    public void Dispose() => Directory.Delete(_dossier, recursive: true);
}
