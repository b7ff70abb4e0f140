using System.Globalization;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>
/// Adds up every row and every column of a table of candidates. Which rows a total covers is found from their order: a total takes all
/// that stands above and is not yet in a total; « BACS+EA » names its terms itself; a total with at most one thing above it has its
/// detail elsewhere and is taken as given. A wrong sub-total is repaired before it is used further down.
/// </summary>
internal static class ControlerTotaux
{
    private sealed record Terme(LigneEffectifs Ligne, IReadOnlyDictionary<string, int> Calcule);

    /// <summary>A column whose total is wrong, for <see cref="ProposerDeplacements"/>.</summary>
    public sealed record EcartColonne(FamilleColonnes Famille, string Departement, LigneEffectifs Total, IReadOnlyList<LigneEffectifs> Termes, int Imprime, int Calcule);

    public static (IReadOnlyList<Incoherence> Incoherences, IReadOnlyList<EcartColonne> Ecarts) Executer(TableauEffectifs tableau)
    {
        var incoherences = new List<Incoherence>();
        var ecarts = new List<EcartColonne>();
        foreach (var famille in tableau.Familles)
        {
            var enAttente = new List<Terme>();
            var parCode = new Dictionary<string, Terme>();
            foreach (var ligne in tableau.Lignes)
            {
                Additionner(ligne, famille, incoherences);
                var termes = ligne.EstTotal ? Termes(ligne, enAttente, parCode) : [];
                var calcule = new Dictionary<string, int>();
                foreach (var colonne in famille.Colonnes)
                {
                    var imprime = ligne.Valeurs[famille.Nom(colonne)];
                    calcule[colonne] = termes.Count == 0 ? imprime ?? 0 : termes.Sum(t => t.Calcule[colonne]);
                    if (imprime is not { } total || total == calcule[colonne])
                        continue;
                    incoherences.Add(new(ligne.Numero, famille.Nom(colonne), "TOTAL_COLONNE", Phrase(ligne, famille.Nom(colonne), termes, colonne, total, calcule[colonne]), total, calcule[colonne]));
                    ecarts.Add(new(famille, colonne, ligne, [.. termes.Select(t => t.Ligne)], total, calcule[colonne]));
                }
                enAttente.RemoveAll(termes.Contains);
                var terme = new Terme(ligne, calcule);
                enAttente.Add(terme);
                if (ligne.Code.Length > 0)
                    parCode[ligne.Code] = terme;
            }
        }
        return (incoherences, ecarts);
    }

    private static void Additionner(LigneEffectifs ligne, FamilleColonnes famille, List<Incoherence> incoherences)
    {
        var departements = famille.Departements.Select(d => ligne.Valeurs[famille.Nom(d)]).ToList();
        if (ligne.Valeurs[famille.Nom("total")] is not { } total || departements.All(d => d is null) || departements.Sum() == total)
            return;
        var somme = departements.Sum() ?? 0;
        incoherences.Add(new(ligne.Numero, famille.Nom("total"), "TOTAL_LIGNE",
            $"Ligne {ligne.Numero}, colonne {famille.Nom("total")} : « {ligne.Nom} » imprime {N(total)}, la somme de ses départements fait {N(somme)} (écart {N(total - somme)}). Vérifiez les cases de la ligne.", total, somme));
    }

    private static List<Terme> Termes(LigneEffectifs total, List<Terme> enAttente, Dictionary<string, Terme> parCode)
    {
        var nommes = total.Code.Split('+', StringSplitOptions.TrimEntries);
        if (nommes.Length > 1 && nommes.All(parCode.ContainsKey))
            return [.. nommes.Select(n => parCode[n])];
        return enAttente.Count > 1 ? [.. enAttente] : [];
    }

    private static string Phrase(LigneEffectifs ligne, string nomColonne, List<Terme> termes, string colonne, int imprime, int calcule)
    {
        var detail = termes.Count <= 5 ? string.Join(" + ", termes.Select(t => N(t.Calcule[colonne]))) + " = " : $"la somme des {termes.Count} lignes fait ";
        var soustrait = termes.Count <= 5 ? termes.FirstOrDefault(t => t.Calcule[colonne] != 0 && calcule - (2 * t.Calcule[colonne]) == imprime) : null;
        var repris = termes.FirstOrDefault(t => t.Ligne.Valeurs.FirstOrDefault(v => v.Key == nomColonne).Value is { } terme && terme != t.Calcule[colonne] && calcule - t.Calcule[colonne] + terme == imprime);
        var cause = soustrait is not null ? $" Le nombre imprimé est celui qu'on obtient en soustrayant « {soustrait.Ligne.Nom} » au lieu de l'ajouter."
            : repris is not null ? $" Le nombre imprimé reprend l'erreur de « {repris.Ligne.Nom} » ({N(repris.Ligne.Valeurs[nomColonne] ?? 0)})."
            : "";
        return $"Ligne {ligne.Numero}, colonne {nomColonne} : « {ligne.Nom} » imprime {N(imprime)}, mais {detail}{N(calcule)} (écart {N(imprime - calcule)}).{cause}";
    }

    /// <summary>« 11 741 », with the narrow no-break space of French typography.</summary>
    internal static string N(int nombre) => nombre.ToString("#,0", Francais);

    private static readonly NumberFormatInfo Francais = new() { NumberGroupSeparator = "\u202F" };
}
