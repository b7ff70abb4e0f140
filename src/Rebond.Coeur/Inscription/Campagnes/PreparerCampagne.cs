using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>
/// The text a new campaign starts from: that of another one, shipped or in force, under a code of its own. Comments and layout stay; nothing is kept
/// until it is published. Actor: gestionnaire of an académie.
/// </summary>
public sealed partial class PreparerCampagne(BaseRebond donnees)
{
    /// <param name="Modele">Code of the campaign that is copied.</param>
    public sealed record Demande(string Modele, string Code);

    public sealed record Reponse(string Code, string Texte);

    public sealed record CodeInvalide()
        : Refus(GenreRefus.Invalide, "CODE_INVALIDE", "Le code s’écrit en minuscules sans accent, chiffres et tirets, 60 caractères au plus : « reims-bac-pro-2027 ».");

    public sealed record CodePris(string Pris)
        : Refus(GenreRefus.Conflit, "CODE_PRIS", $"La campagne {Pris} existe déjà : choisissez un autre code, ou modifiez-la.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        var code = demande.Code.Trim();
        if (code.Length > 60 || !Forme().IsMatch(code))
            return new CodeInvalide();
        if (await donnees.Set<RevisionCampagne>().AnyAsync(r => r.Code == code, ct))
            return new CodePris(code);
        var texte = await donnees.Set<RevisionCampagne>().Where(r => r.Code == demande.Modele && r.Etat == EtatRevision.EnVigueur).Select(r => r.Texte).SingleOrDefaultAsync(ct)
            ?? CampagnesLivrees.Fichiers.FirstOrDefault(f => f.Lecture.Campagne?.Code == demande.Modele)?.Texte;
        return texte is null ? new Introuvable($"La campagne {demande.Modele}") : new Reponse(code, AvecLeCode(texte, code));
    }

    /// <summary>Only the value of the « code » of the campaign changes, at its place in the text.</summary>
    private static string AvecLeCode(string texte, string code)
    {
        var octets = Encoding.UTF8.GetBytes(texte.TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        var lecteur = new Utf8JsonReader(octets, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (lecteur.Read())
        {
            if (lecteur.TokenType != JsonTokenType.PropertyName || lecteur.CurrentDepth != 1 || !lecteur.ValueTextEquals("code"u8))
                continue;
            lecteur.Read();
            return Encoding.UTF8.GetString([.. octets[..(int)lecteur.TokenStartIndex], .. Encoding.UTF8.GetBytes($"\"{code}\""), .. octets[(int)lecteur.BytesConsumed..]]);
        }
        throw new FormatException("Une campagne lue a toujours un code.");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Forme();
}
