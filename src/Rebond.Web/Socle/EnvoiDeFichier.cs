using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Rebond.Web.Socle;

/// <summary>
/// Reads a form with one file as it arrives: the fields first, then the file as a stream that goes straight to the encrypted store. The usual
/// binding would first write the file in clear in the temporary folder of the machine.
/// </summary>
/// <remarks>
/// The page model carries [IgnoreAntiforgeryToken]: the token is checked here, before the file is read. No bound property may be of the form. The file
/// field comes last in it (the token that Razor adds at its end must stand before it: write @Html.AntiForgeryToken() first, and asp-antiforgery="false").
/// </remarks>
public sealed class EnvoiDeFichier
{
    /// <summary>What the fields may weigh together.</summary>
    private const int ChampsMax = 64 * 1024;

    private EnvoiDeFichier(IReadOnlyDictionary<string, string> champs, Stream contenu, string? nom) => (Champs, Contenu, Nom) = (champs, contenu, nom);

    public IReadOnlyDictionary<string, string> Champs { get; }

    /// <summary>Empty when no file was chosen: the store then says so.</summary>
    public Stream Contenu { get; }

    /// <summary>As the sender says; the store cleans it.</summary>
    public string? Nom { get; }

    /// <returns>Null when the request is not such a form, or its anti-forgery token is missing or wrong: answer 400.</returns>
    public static async Task<EnvoiDeFichier?> LireAsync(HttpContext contexte, string champFichier, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(contexte.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } frontiere)
            return null;
        var lecteur = new MultipartReader(frontiere, contexte.Request.Body) { BodyLengthLimit = null };
        Dictionary<string, string> champs = [];
        var reste = ChampsMax;
        try
        {
            while (await lecteur.ReadNextSectionAsync(ct) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || HeaderUtilities.RemoveQuotes(disposition.Name).Value is not { } champ)
                    return null;
                if (disposition.IsFileDisposition())
                {
                    var nom = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
                    return champ == champFichier && await JetonValideAsync(contexte, champs) ? new(champs, section.Body, nom) : null;
                }
                using var texte = new StreamReader(section.Body);
                var valeur = new char[reste + 1];
                var lus = await texte.ReadBlockAsync(valeur, ct);
                if ((reste -= lus) < 0)
                    return null;
                champs[champ] = new string(valeur, 0, lus);
            }
        }
        catch (IOException)
        {
            // Cut in the middle of the fields, or no form at all: nothing was received.
            return null;
        }
        return await JetonValideAsync(contexte, champs) ? new(champs, Stream.Null, null) : null;
    }

    /// <summary>The usual check reads the whole form: it is given the fields already read.</summary>
    private static async Task<bool> JetonValideAsync(HttpContext contexte, Dictionary<string, string> champs)
    {
        contexte.Features.Set<IFormFeature>(new FormFeature(new FormCollection(champs.ToDictionary(c => c.Key, c => new StringValues(c.Value)))));
        return await contexte.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(contexte);
    }
}
