using System.Collections.Frozen;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Un fichier de campagne livré avec le programme, tel qu'il est écrit et tel qu'il est lu.</summary>
public sealed record CampagneLivree(string Fichier, string Texte, CampagneLue Lecture);

/// <summary>Les campagnes embarquées : tout fichier de Parametres/Campagnes en est une, sans rien déclarer.</summary>
public static class CampagnesLivrees
{
    private const string Prefixe = "Rebond.Regles.Parametres.Campagnes.";

    /// <summary>Tous les fichiers, même celui qu'une faute empêche de lire : un test les lit tous.</summary>
    public static IReadOnlyList<CampagneLivree> Fichiers { get; } =
    [
        .. typeof(CampagnesLivrees).Assembly.GetManifestResourceNames()
            .Where(nom => nom.StartsWith(Prefixe, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(nom => Lire(nom, nom[Prefixe.Length..])),
    ];

    public static IReadOnlyList<Campagne> Toutes { get; } = [.. Fichiers.Select(f => f.Lecture.Campagne).OfType<Campagne>()];

    private static readonly FrozenDictionary<string, Campagne> s_parCode = Toutes.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    public static Campagne? Chercher(string code) => s_parCode.GetValueOrDefault(code);

    private static CampagneLivree Lire(string ressource, string fichier)
    {
        using var flux = typeof(CampagnesLivrees).Assembly.GetManifestResourceStream(ressource)!;
        using var lecteur = new StreamReader(flux);
        var texte = lecteur.ReadToEnd();
        return new CampagneLivree(fichier, texte, LectureCampagne.Lire(texte));
    }
}
