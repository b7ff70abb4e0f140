using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Rebond.Web.Tests;

/// <summary>A person without a script: reads pages, posts forms with the token of the last page read, never follows a redirect by himself.</summary>
public sealed partial class Navigateur : IDisposable
{
    private readonly HttpClient _client;
    private string? _jeton;

    public Navigateur(Uri adresse) => _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseCookies = true }) { BaseAddress = adresse };

    public CookieContainer Cookies { get; } = new();

    public Task<Reponse> LireAsync(string chemin) => DemanderAsync(new HttpRequestMessage(HttpMethod.Get, chemin));

    /// <summary>A form forged from elsewhere: same cookies, no token.</summary>
    public Task<Reponse> ForgerAsync(string chemin) => DemanderAsync(new HttpRequestMessage(HttpMethod.Post, chemin) { Content = new FormUrlEncodedContent([]) });

    /// <summary>Posts a form with the token of the last page read.</summary>
    public Task<Reponse> EnvoyerAsync(string chemin, params (string Nom, string Valeur)[] champs)
    {
        var tous = champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur));
        if (_jeton is not null)
            tous = tous.Append(KeyValuePair.Create("__RequestVerificationToken", _jeton));
        return DemanderAsync(new HttpRequestMessage(HttpMethod.Post, chemin) { Content = new FormUrlEncodedContent(tous) });
    }

    /// <summary>Posts a form with one file, the token first and the file last, as the pages that receive one write it.</summary>
    public Task<Reponse> DeposerAsync(string chemin, string champ, string nom, string contenu, params (string Nom, string Valeur)[] champs) => DeposerAsync(chemin, champ, nom, System.Text.Encoding.UTF8.GetBytes(contenu), champs);

    public Task<Reponse> DeposerAsync(string chemin, string champ, string nom, byte[] contenu, params (string Nom, string Valeur)[] champs)
    {
        var formulaire = new MultipartFormDataContent();
        foreach (var (cle, valeur) in champs.Prepend(("__RequestVerificationToken", _jeton ?? "")))
            formulaire.Add(new StringContent(valeur), cle);
        formulaire.Add(new ByteArrayContent(contenu), champ, nom);
        return DemanderAsync(new HttpRequestMessage(HttpMethod.Post, chemin) { Content = formulaire });
    }

    /// <summary>Follows the redirect of a post to the page it shows.</summary>
    public async Task<Reponse> SuivreAsync(Reponse reponse) => reponse.Vers is { } vers ? await LireAsync(vers) : reponse;

    private async Task<Reponse> DemanderAsync(HttpRequestMessage requete)
    {
        using var _ = requete;
        using var reponse = await _client.SendAsync(requete, TestContext.Current.CancellationToken);
        var html = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (Jeton().Match(html) is { Success: true } trouve)
            _jeton = trouve.Groups[1].Value;
        var entetes = reponse.Headers.Concat(reponse.Content.Headers).ToDictionary(e => e.Key, e => string.Join(", ", e.Value), StringComparer.OrdinalIgnoreCase);
        var vers = reponse.Headers.Location is { } adresse ? adresse.IsAbsoluteUri ? adresse.PathAndQuery : adresse.OriginalString : null;
        return new Reponse(reponse.StatusCode, html, vers, entetes);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Jeton();
}

/// <param name="Vers">Where it redirects, path and query.</param>
public sealed partial record Reponse(HttpStatusCode Statut, string Html, string? Vers, IReadOnlyDictionary<string, string> Entetes)
{
    /// <summary>What a person reads: no tags, entities decoded, spaces folded (no-break spaces become plain ones).</summary>
    public string Texte => Espaces().Replace(WebUtility.HtmlDecode(Balises().Replace(Html, " ")), " ").Trim();

    public string Titre => WebUtility.HtmlDecode(Titres().Match(Html).Groups[1].Value);

    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Balises();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Espaces();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Titres();
}
