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
            var nom = Lire(() => propriete.Name);
            var chemin = $"{Chemin}.{nom}";
            if (!vues.Add(nom))
                throw new FormeException(chemin, "cette propriété figure deux fois dans le même objet.");
            if (connues.Length > 0 && !connues.Contains(nom, StringComparer.Ordinal))
                throw new FormeException(chemin, $"propriété inconnue. Propriétés connues : {string.Join(", ", connues)}.");
            yield return (nom, new Noeud(propriete.Value, chemin));
        }
    }

    public bool EstNul => Element.ValueKind == JsonValueKind.Null;

    public string Texte()
    {
        Exiger(JsonValueKind.String, "un texte");
        var element = Element;
        return Lire(() => element.GetString()!);
    }

    public bool Booleen() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? Element.GetBoolean()
        : throw new FormeException(Chemin, "true ou false est attendu.");

    public int Entier()
    {
        Exiger(JsonValueKind.Number, "un nombre entier");
        // « 22.0 » est un entier pour qui écrit du JSON sans y penser.
        return Element.TryGetDecimal(out var nombre) && decimal.Truncate(nombre) == nombre && nombre is >= int.MinValue and <= int.MaxValue
            ? (int)nombre
            : throw new FormeException(Chemin, "un nombre entier est attendu.");
    }

    /// <summary>Le texte d'un nombre, tel qu'il est écrit.</summary>
    public string Nombre()
    {
        Exiger(JsonValueKind.Number, "un nombre");
        return Element.GetRawText();
    }

    /// <summary>Un échappement comme « \ud800 », moitié d'un caractère, passe la lecture du JSON mais ne fait pas un texte.</summary>
    private string Lire(Func<string> texte)
    {
        try
        {
            return texte();
        }
        catch (InvalidOperationException)
        {
            throw new FormeException(Chemin, "un texte porte la moitié d'un caractère (échappement \\ud800 à \\udfff isolé).");
        }
    }

    private void Exiger(JsonValueKind nature, string attendu)
    {
        if (Element.ValueKind != nature)
            throw new FormeException(Chemin, $"{attendu} est attendu.");
    }
}
