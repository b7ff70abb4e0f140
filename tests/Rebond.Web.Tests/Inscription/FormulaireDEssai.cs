using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;

namespace Rebond.Web.Tests.Inscription;

/// <summary>A candidate who fills the form page after page, without a script: he sends back what the page holds and what he types, and follows.</summary>
public sealed partial class FormulaireDEssai(Navigateur navigateur)
{
    private readonly List<string> _vues = [];

    public Reponse Page { get; private set; } = null!;
    public string Numero { get; private set; } = "";
    public string Dossier => $"/inscription/dossier/{Numero}";
    public Navigateur Navigateur => navigateur;

    /// <summary>Codes of the pages met, in their order.</summary>
    public IReadOnlyList<string> Vues => _vues;

    public static async Task<FormulaireDEssai> OuvrirAsync(Navigateur navigateur, string campagne)
    {
        var essai = new FormulaireDEssai(navigateur);
        (await navigateur.LireAsync("/inscription/mes-inscriptions")).Statut.Should().Be(HttpStatusCode.OK);
        var ouvert = await navigateur.EnvoyerAsync("/inscription/mes-inscriptions?handler=Ouvrir", ("campagne", campagne));
        ouvert.Vers.Should().NotBeNull(ouvert.Texte);
        essai.Numero = ouvert.Vers!.Split('/')[3].ToUpperInvariant();
        await essai.AllerAsync(ouvert.Vers);
        return essai;
    }

    /// <summary>Reads a page, following where it leads.</summary>
    public async Task AllerAsync(string chemin)
    {
        Page = await navigateur.LireAsync(chemin);
        for (var i = 0; i < 4 && Page.Vers is { } vers; i++)
            (Page, Chemin) = (await navigateur.LireAsync(vers), vers);
        if (Page.Vers is null && !Page.Html.Contains("Recapitulatif", StringComparison.Ordinal))
            Chemin = chemin;
    }

    /// <summary>Address of the page shown.</summary>
    public string Chemin { get; private set; } = "";

    public string? Etape => EtapeDe().Match(Chemin) is { Success: true } trouve ? trouve.Groups[1].Value : null;

    /// <summary>Presses a button of the page shown.</summary>
    public async Task AppuyerAsync(string faire, params (string Nom, string Valeur)[] remplis)
    {
        var caches = Caches().Matches(Page.Html).Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), WebUtility.HtmlDecode(m.Groups[2].Value))).Where(c => c.Item1 is "Version" or "Recapitulatif").Distinct();
        var reponse = await navigateur.EnvoyerAsync(Chemin, [.. caches, .. remplis, ("faire", faire)]);
        if (reponse.Vers is { } vers)
            (Page, Chemin) = (await navigateur.LireAsync(vers), vers);
        else
            Page = reponse;
    }

    /// <summary>Answers each page met by this table until the recap; a question it does not hold is « je ne sais pas ».</summary>
    public async Task RemplirAsync(IReadOnlyDictionary<string, string> reponses)
    {
        for (var i = 0; Etape is not null && i < 45; i++)
            await RepondreAsync(reponses);
    }

    /// <summary>Answers the page shown.</summary>
    public async Task RepondreAsync(IReadOnlyDictionary<string, string> reponses)
    {
        var (etape, avant) = (Etape!, Chemin);
        _vues.Add(etape);
        if (etape is "specialite")
            await AppuyerAsync("suivant", ("Specialite.Code", reponses[etape]));
        else if (etape is "etablissement")
            await AppuyerAsync("suivant", ("Etablissement.Uai", reponses.GetValueOrDefault("uai") ?? ""));
        else if (reponses.Keys.FirstOrDefault(c => string.Equals(c, etape, StringComparison.OrdinalIgnoreCase)) is { } code && code is not ("naissance" or "ine"))
        {
            if (code == "notesAConserver.liste")
                await AppuyerAsync("suivant", [.. reponses[code].Split(';').SelectMany((l, n) => l.Split('|').Zip(["Session", "Unite", "Note"], (v, c) => ($"Notes[{n}].{c}", v)))]);
            else
                await AppuyerAsync("suivant", ("Valeur", reponses[code]));
        }
        else if (Page.Html.Contains("value=\"inconnu\"", StringComparison.Ordinal))
            await AppuyerAsync("inconnu");
        else
            await AppuyerAsync("suivant", [.. Champs().Matches(Page.Html).Select(m => m.Groups[1].Value).Distinct().Where(reponses.ContainsKey).Select(c => (c, reponses[c]))]);
        Chemin.Should().NotBe(avant, $"{etape} : {Page.Texte}");
    }

    public async Task<Reponse> EnregistrerAsync()
    {
        await AllerAsync($"{Dossier}/recapitulatif");
        await AppuyerAsync("enregistrer");
        return Page;
    }

    [GeneratedRegex("/formulaire/([^/?]+)", RegexOptions.IgnoreCase)]
    private static partial Regex EtapeDe();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Caches();

    [GeneratedRegex("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"")]
    private static partial Regex Champs();
}
