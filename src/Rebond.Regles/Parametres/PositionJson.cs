using System.Text.Json;

namespace Rebond.Regles.Parametres;

/// <summary>La ligne et la colonne d'un chemin : le fichier est relu jusqu'à lui.</summary>
internal static class PositionJson
{
    public static (int Ligne, int Colonne) Trouver(ReadOnlySpan<byte> octets, string chemin)
    {
        var lecteur = new Utf8JsonReader(octets);
        var pile = new Stack<(string Chemin, int Rang)>();
        var courant = "$";
        while (lecteur.Read())
        {
            switch (lecteur.TokenType)
            {
                case JsonTokenType.PropertyName:
                    courant = $"{pile.Peek().Chemin}.{Nom(ref lecteur)}";
                    if (courant == chemin)
                        return Place(octets, (int)lecteur.TokenStartIndex);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    pile.Pop();
                    continue;
            }
            if (pile.TryPop(out var parent))
            {
                if (parent.Rang >= 0)
                    courant = $"{parent.Chemin}[{parent.Rang}]";
                pile.Push(parent with { Rang = parent.Rang < 0 ? -1 : parent.Rang + 1 });
            }
            if (courant == chemin)
                return Place(octets, (int)lecteur.TokenStartIndex);
            if (lecteur.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                pile.Push((courant, lecteur.TokenType == JsonTokenType.StartArray ? 0 : -1));
        }
        return (1, 1);
    }

    /// <summary>Un nom illisible ne peut pas être sur le chemin cherché : sa faute est placée à l'objet qui le porte.</summary>
    private static string Nom(ref Utf8JsonReader lecteur)
    {
        try
        {
            return lecteur.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static (int, int) Place(ReadOnlySpan<byte> octets, int index)
    {
        var avant = octets[..index];
        return (avant.Count((byte)'\n') + 1, index - avant.LastIndexOf((byte)'\n'));
    }
}
