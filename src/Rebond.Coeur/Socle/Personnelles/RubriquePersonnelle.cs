using System.Globalization;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Personnelles;

/// <param name="Candidatures">Those his habilitations name.</param>
public sealed record Personne(Guid CompteId, IReadOnlyList<Guid> Candidatures);

public sealed record ChampPersonnel(string Libelle, string Valeur);

/// <summary>One thing held on a person: what the base has of it, empty values left out.</summary>
public sealed record FichePersonnelle(string Titre, IReadOnlyList<ChampPersonnel> Champs)
{
    private static readonly CultureInfo s_francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Codes of the base are given as they stand: this is what is held, not what we say of it.</summary>
    public static FichePersonnelle De(string titre, params ReadOnlySpan<(string Libelle, object? Valeur)> champs)
    {
        List<ChampPersonnel> ecrits = [];
        foreach (var (libelle, valeur) in champs)
        {
            if (Ecrire(valeur) is { Length: > 0 } texte)
                ecrits.Add(new(libelle, texte));
        }
        return new(titre, ecrits);
    }

    private static string? Ecrire(object? valeur) => valeur switch
    {
        null => null,
        DateTime instant => instant.DateEtHeure(),
        DateOnly jour => jour.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        bool vrai => vrai ? "oui" : "non",
        Enum code => EnCode(code),
        _ => Convert.ToString(valeur, s_francais),
    };

    private static string EnCode(Enum valeur) => (string)typeof(Codes).GetMethod(nameof(Codes.Code))!.MakeGenericMethod(valeur.GetType()).Invoke(null, [valeur])!;
}

/// <summary>
/// What one area holds on persons, said by the area itself: how a person reads it, which tables it answers for, what is erased at his demand and why
/// the rest stays. The host registers them all; a test finds the tables that nobody answers for.
/// </summary>
/// <param name="Code">Stable, in the JSON file: "INSCRIPTION".</param>
/// <param name="LireAsync">What he may read of it today: nothing under embargo.</param>
/// <param name="Conservation">Why it is kept, and as long as what; read by the person and by who decides.</param>
public sealed record RubriquePersonnelle(string Code, string Titre, IReadOnlyList<Type> Tables, Func<BaseRebond, Personne, CancellationToken, Task<IReadOnlyList<FichePersonnelle>>> LireAsync, string Conservation)
{
    /// <summary>What an erasure takes, in a sentence; null when all is kept.</summary>
    public string? Efface { get; init; }

    /// <summary>Does it, tracked by the context, saved by the caller; answers how many things went.</summary>
    public Func<BaseRebond, Personne, DateTime, CancellationToken, Task<int>>? EffacerAsync { get; init; }

    /// <summary>Académies the person has dealings with, for who decides of his demand.</summary>
    public Func<BaseRebond, Personne, CancellationToken, Task<IReadOnlyList<string>>>? AcademiesAsync { get; init; }
}
