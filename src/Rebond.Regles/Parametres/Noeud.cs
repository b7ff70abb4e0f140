using System.Text.Json;

namespace Rebond.Regles.Parametres;

/// <summary>Faute de forme à un endroit du fichier : propriété inconnue, type inattendu.</summary>
internal sealed class FormeException(string chemin, string phrase) : Exception(phrase)
{
    public string Chemin { get; } = chemin;
}

/// <summary>Un élément du fichier et son chemin, pour que chaque faute dise où elle est.</summary>
internal readonly record struct Noeud(JsonElement Element, string Chemin)
{
    /// <summary>Les propriétés de cet objet, qui ne peut porter que celles-ci.</summary>
    public IEnumerable<(string Nom, Noeud Valeur)> Proprietes(params string[] connues)
    {
        Exiger(JsonValueKind.Object, "un objet");
        var vues = new HashSet<string>(StringComparer.Ordinal);
        foreach (var propriete in Element.EnumerateObject())
        {
            var chemin = $"{Chemin}.{propriete.Name}";
            if (!vues.Add(propriete.Name))
                throw new FormeException(chemin, "cette propriété figure deux fois dans le même objet.");
            if (connues.Length > 0 && !connues.Contains(propriete.Name, StringComparer.Ordinal))
                throw new FormeException(chemin, $"propriété inconnue. Propriétés connues : {string.Join(", ", connues)}.");
            yield return (propriete.Name, new Noeud(propriete.Value, chemin));
        }
    }

    public bool EstNul => Element.ValueKind == JsonValueKind.Null;

    public string Texte()
    {
        Exiger(JsonValueKind.String, "un texte");
        return Element.GetString()!;
    }

    public bool Booleen() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? Element.GetBoolean()
        : throw new FormeException(Chemin, "true ou false est attendu.");

    public int Entier()
    {
        Exiger(JsonValueKind.Number, "un nombre entier");
        return Element.TryGetInt32(out var entier) ? entier : throw new FormeException(Chemin, "un nombre entier est attendu.");
    }

    /// <summary>Le texte d'un nombre, tel qu'il est écrit.</summary>
    public string Nombre()
    {
        Exiger(JsonValueKind.Number, "un nombre");
        return Element.GetRawText();
    }

    private void Exiger(JsonValueKind nature, string attendu)
    {
        if (Element.ValueKind != nature)
            throw new FormeException(Chemin, $"{attendu} est attendu.");
    }
}
