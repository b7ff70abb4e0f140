using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Textes;

/// <summary>Une version d'une règle : ce qu'elle dit, et pour quelles sessions (bornes comprises).</summary>
/// <param name="Debut">Première session, en année.</param>
/// <param name="Fin">Dernière session ; rien : toujours en vigueur.</param>
public sealed record VersionDatee<T>(int Debut, int? Fin, T Droit)
{
    /// <summary>Vrai si cette version régit la session.</summary>
    public bool Regit(int annee) => annee >= Debut && (Fin is null || annee <= Fin);
}

/// <summary>Ce que les tests lisent de toute chronologie, quel que soit son contenu.</summary>
public interface IChronologie
{
    string Question { get; }
    IReadOnlyList<TypeExamen> Examens { get; }
    int NombreDeVersions(int annee);
}

/// <summary>
/// Les versions successives d'une règle pour une voie. La version se choisit par la session du candidat, jamais par la date du jour ;
/// un test vérifie qu'une version et une seule répond pour chaque session couverte.
/// </summary>
public sealed class Chronologie<T>(string question, TypeExamen[] examens, params VersionDatee<T>[] versions) : IChronologie
{
    public string Question => question;
    public IReadOnlyList<TypeExamen> Examens => examens;
    public IReadOnlyList<VersionDatee<T>> Versions => versions;

    public T Pour(int annee)
    {
        foreach (var version in versions)
            if (version.Regit(annee))
                return version.Droit;
        throw new ArgumentOutOfRangeException(nameof(annee), annee, $"Aucune version de la règle « {question} » pour cette session.");
    }

    public int NombreDeVersions(int annee) => versions.Count(version => version.Regit(annee));
}

/// <summary>Groupes d'examens auxquels une règle s'applique.</summary>
public static class Voies
{
    public static TypeExamen[] Professionnelle { get; } = [TypeExamen.BacPro, TypeExamen.BacProAgricole];
    public static TypeExamen[] GeneraleEtTechnologique { get; } = [TypeExamen.BacGeneral, TypeExamen.BacTechnologique];
    public static TypeExamen[] Toutes { get; } = [.. Professionnelle, .. GeneraleEtTechnologique];
    public static bool EstProfessionnelle(this TypeExamen examen) => examen is TypeExamen.BacPro or TypeExamen.BacProAgricole;
}
