namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>An error is a fact (an addition is wrong); a warning asks somebody to look (a label is far from the official one).</summary>
public enum GraviteIncoherence { Erreur, Avertissement }

/// <param name="Imprime">What the file says: a count, a code or a label.</param>
/// <param name="Calcule">What it should be.</param>
public sealed record Incoherence(int Ligne, string? Colonne, string Code, string Phrase, object? Imprime, object? Calcule, GraviteIncoherence Gravite = GraviteIncoherence.Erreur);

/// <summary>Values that, moved from one column to another, repair both totals.</summary>
/// <param name="AppuyeParOffre">The courses open in each département agree; null when no offer was given.</param>
public sealed record Deplacement(string De, string Vers, IReadOnlyList<ValeurDeplacee> Valeurs, bool? AppuyeParOffre)
{
    public int Somme => Valeurs.Sum(v => v.Valeur);
}

public sealed record ValeurDeplacee(int Ligne, string Libelle, int Valeur);
