namespace Rebond.Coeur.Socle.Fichiers;

/// <summary>One line of a table while it is read: every reason to refuse it is kept, with its column, and reading goes on.</summary>
internal sealed class ControleDeLigne(LigneTableau ligne)
{
    private readonly List<Rejet> _rejets = [];

    public IReadOnlyList<Rejet> Rejets => _rejets;

    /// <param name="phrase">What to do, after « Ligne 12, colonne nom : ».</param>
    public void Refuser(string colonne, string code, string phrase) => _rejets.Add(new(ligne.Numero, colonne, code, $"Ligne {ligne.Numero}, colonne {colonne} : {phrase}"));

    /// <summary>A text of one line that its column can hold.</summary>
    public string Texte(string colonne, int max, bool obligatoire = true)
    {
        var texte = ligne[colonne];
        if (texte.Length == 0 && obligatoire)
            Refuser(colonne, "VALEUR_ABSENTE", "la case est vide. Remplissez-la.");
        else if (texte.Length > max)
            Refuser(colonne, "VALEUR_TROP_LONGUE", $"{texte.Length} caractères, {max} au plus.");
        else if (texte.Any(char.IsControl))
            Refuser(colonne, "CARACTERE_INTERDIT", "la case tient sur plusieurs lignes ou contient une tabulation. Écrivez-la sur une seule ligne.");
        return texte;
    }

    public string? Facultatif(string colonne, int max) => Texte(colonne, max, obligatoire: false) is { Length: > 0 } texte ? texte : null;
}
