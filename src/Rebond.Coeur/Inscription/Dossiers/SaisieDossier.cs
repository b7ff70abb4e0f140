using System.Text.Json;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// What the candidate has typed in his form so far: fields by their code, answers by the code of their question. Kept in the file at each page,
/// so that another device goes on from there.
/// </summary>
public sealed record SaisieDossier(Dictionary<string, string> Champs, Dictionary<string, string> Reponses)
{
    /// <summary>The draft when there is one, what was saved last otherwise.</summary>
    public static SaisieDossier Lire(DossierInscription dossier)
    {
        if (dossier.Brouillon is { } brouillon)
            return JsonSerializer.Deserialize<SaisieDossier>(brouillon) ?? throw new FormatException($"Dossier {dossier.Numero} : son brouillon ne se lit plus.");
        var champs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var champ in EtapeDossier.Tous)
            if (champ.Lire(dossier) is { Length: > 0 } valeur)
                champs[champ.Code] = valeur;
        var reponses = ReponsesEnregistrees.Lire(dossier.Reponses);
        if (dossier.Categorie is { } categorie)
            reponses["categorie"] = categorie.Code();
        if (dossier.Forme is { } forme)
            reponses["forme"] = forme.Code();
        if (CodeDuCatalogue(dossier) is { } specialite)
            reponses["specialite"] = specialite;
        if (dossier.NumeroVersion > 0)
            // Saved once: what may stay empty was seen.
            foreach (var champ in EtapeDossier.Tous.Where(c => !c.Obligatoire))
                champs.TryAdd(champ.Code, "");
        return new SaisieDossier(champs, reponses);
    }

    public string Ecrire() => JsonSerializer.Serialize(this);

    /// <summary>The answers the questions are computed from: the birth date is one of them.</summary>
    public Dictionary<string, string> PourLeParcours()
    {
        var saisies = new Dictionary<string, string>(Reponses, StringComparer.Ordinal);
        saisies.Remove("naissance");
        if (Champs.GetValueOrDefault("naissance") is { Length: > 0 } naissance)
            saisies["naissance"] = naissance;
        return saisies;
    }

    // An import keeps the série of the general and technological bac; the form names it by its code.
    private static string? CodeDuCatalogue(DossierInscription d) => d.Specialite is not { } code ? null
        : CatalogueSpecialites.Chercher(code)?.Code ?? CatalogueSpecialites.Toutes.FirstOrDefault(s => s.Serie == code && s.Examen == d.Examen && CatalogueSpecialites.Situer(s, d.Session).EstOuverte)?.Code;
}
