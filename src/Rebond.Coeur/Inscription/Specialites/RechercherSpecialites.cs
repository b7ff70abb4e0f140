using System.Text.RegularExpressions;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle.Recherche;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Specialites;

/// <summary>
/// The spécialités and séries that answer words, initials (ASSP) or a code in any of its writings, with what each is at a session. A closed one
/// is shown with its explanation and followed by what replaces it: whoever looks for the old name finds the new one.
/// </summary>
public static partial class RechercherSpecialites
{
    public const int Maximum = 20;

    public sealed record Reponse(IReadOnlyList<SituationSpecialite> Specialites, int Total);

    private static readonly Lazy<IndexDeMots<SpecialiteBac>> Index = new(() => new(
        // The most recent first: of two of the same title, the open one is wanted.
        CatalogueSpecialites.Toutes.OrderByDescending(s => s.DerniereSession ?? (s.Fermeture?.Year ?? 9999)).ThenBy(s => s.LibelleComplet, StringComparer.Ordinal),
        s => s.LibelleComplet, s => $"{s.Code} {s.Numero} {Initiales(s.Libelle)}"));

    /// <param name="examen">Null for any; the bac pro of agriculture goes with the bac pro.</param>
    public static Reponse Executer(string? texte, SessionExamen session, TypeExamen? examen = null)
    {
        var (trouvees, _) = Index.Value.Chercher(MotsDe(texte ?? ""), CatalogueSpecialites.Toutes.Count);
        List<SpecialiteBac> retenues = [.. trouvees.Where(s => examen is null || s.Examen == examen || (examen == TypeExamen.BacPro && s.Examen == TypeExamen.BacProAgricole))];
        var vues = new HashSet<string>();
        var reponse = new List<SituationSpecialite>();
        foreach (var specialite in retenues)
        {
            if (reponse.Count >= Maximum)
                break;
            var situation = CatalogueSpecialites.Situer(specialite, session);
            if (vues.Add(specialite.Code))
                reponse.Add(situation);
            foreach (var suite in situation.Suites.Concat(situation.Homonymes).Where(s => vues.Add(s.Code)))
                reponse.Add(CatalogueSpecialites.Situer(suite, session));
        }
        return new([.. reponse.Take(Maximum)], retenues.Count);
    }

    /// <summary>400-25214 R, 40025214R, 25214 and the MEF 24725214331 all name 40025214.</summary>
    private static List<string> MotsDe(string texte)
    {
        if (CodeMef.TryLire(texte.Trim(), out var mef))
            return [mef.Value.Specialite];
        if (CodeEcrit().Match(texte) is { Success: true } code)
            return [code.Groups[1].Value + code.Groups[2].Value];
        var mots = Mots.Decouper(texte);
        return mots.Sum(m => m.Length) < 2 ? [] : mots;
    }

    private static string Initiales(string libelle) => string.Concat(Mots.Decouper(libelle).Where(m => m is not ("et" or "de" or "des" or "du" or "d" or "la" or "le" or "les" or "l" or "a" or "en" or "option")).Select(m => m[0]));

    [GeneratedRegex(@"\A\s*(\d{3})?[-\s]?(\d{5})\s?[A-Za-z]?\s*\z")]
    private static partial Regex CodeEcrit();
}
