using System.Globalization;
using System.Text;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>A person who does not exist, and whose name says so.</summary>
internal readonly record struct Personne(string Nom, string Prenoms, string Sexe, DateOnly Naissance)
{
    public string CleRecherche => SansAccents($"{Nom} {Prenoms}");

    /// <summary>Upper case without accents: what searches compare on both engines.</summary>
    public static string SansAccents(string texte)
    {
        var resultat = new StringBuilder(texte.Length);
        foreach (var lettre in texte.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(lettre) != UnicodeCategory.NonSpacingMark)
                resultat.Append(char.ToUpperInvariant(lettre));
        }
        return resultat.ToString();
    }
}

/// <summary>Draws people: common surnames followed by a word that no family bears, first names as they were given in 2001-2010.</summary>
internal sealed class Personnes
{
    private static readonly string[] MarquesFictives = ["Fictif", "Exemple", "Démo", "Essai", "Modèle", "Virtuel", "Inventé", "Imaginaire", "Specimen", "Factice", "Simulé", "Maquette"];

    private readonly IReadOnlyList<string> _noms = DonneesAcademie.Noms;
    private readonly Dictionary<string, (string[] Valeurs, int[] Cumuls)> _prenoms = DonneesAcademie.Prenoms.ToDictionary(p => p.Key, p => Cumuler([.. p]));

    /// <param name="partFilles">In hundredths.</param>
    /// <param name="age">Usual age in years at the end of the year of the session.</param>
    public Personne Tirer(ref Tirage tirage, int partFilles, SessionExamen session, Categorie categorie, int age)
    {
        var sexe = tirage.Entier(100) < partFilles ? "F" : "M";
        var prenoms = Prenom(ref tirage, sexe);
        if (tirage.Chance(3000))
            prenoms += " " + Prenom(ref tirage, sexe);
        var nom = Nom(ref tirage);
        var retard = categorie switch
        {
            Categorie.Scolaire => tirage.Entier(100) switch { < 3 => -1, < 66 => 0, < 88 => 1, < 97 => 2, _ => 3 },
            Categorie.Apprenti => tirage.Entier(4),
            Categorie.ExCandidat => 1 + tirage.Entier(5),
            Categorie.EnseignementDistance => tirage.Entier(8),
            _ => 4 + tirage.Entier(24),
        };
        var naissance = new DateOnly(session.Annee - age - retard, 1, 1).AddDays(tirage.Entier(365));
        return new Personne(nom, prenoms, sexe, naissance);
    }

    /// <summary>A member of a jury: no birth date, no first name beyond the usual one.</summary>
    public string TirerMembre(ref Tirage tirage)
    {
        var sexe = tirage.Chance(5000) ? "F" : "M";
        return $"{Prenom(ref tirage, sexe)} {Nom(ref tirage)}";
    }

    private string Nom(ref Tirage tirage) => $"{_noms[tirage.Entier(_noms.Count)]}-{MarquesFictives[tirage.Entier(MarquesFictives.Length)]}";

    private string Prenom(ref Tirage tirage, string sexe)
    {
        var (valeurs, cumuls) = _prenoms[sexe];
        return valeurs[tirage.Pondere(cumuls)];
    }

    private static (string[] Valeurs, int[] Cumuls) Cumuler(IReadOnlyList<(string Prenom, int Naissances)> lignes)
    {
        var (cumuls, somme) = (new int[lignes.Count], 0);
        for (var i = 0; i < cumuls.Length; i++)
            cumuls[i] = somme += lignes[i].Naissances;
        return ([.. lignes.Select(l => EnCasse(l.Prenom))], cumuls);
    }

    // "MARIE-LOU" becomes "Marie-Lou".
    private static string EnCasse(string prenom) =>
        string.Concat(prenom.Select((c, i) => i > 0 && char.IsLetter(prenom[i - 1]) ? char.ToLowerInvariant(c) : c));
}
