using System.Text;
using System.Text.Json;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Un élément d'un fichier de campagne, avec la place où il est écrit : chaque faute peut dire où elle est.</summary>
internal sealed class ElementJson(JsonTokenType nature, string chemin, (int Ligne, int Colonne) place)
{
    public JsonTokenType Nature { get; } = nature;
    public string Chemin { get; } = chemin;
    public (int Ligne, int Colonne) Place { get; } = place;

    /// <summary>Texte d'une chaîne, ou nombre tel qu'il est écrit.</summary>
    public string Valeur { get; private init; } = "";
    public List<ProprieteJson> Proprietes { get; } = [];
    public List<ElementJson> Elements { get; } = [];

    public bool EstNul => Nature == JsonTokenType.Null;
    public bool EstObjet => Nature == JsonTokenType.StartObject;
    public bool EstTableau => Nature == JsonTokenType.StartArray;

    /// <summary>Lit un texte JSON ; commentaires et virgules finales admis. Une faute de syntaxe lève <see cref="JsonException"/>.</summary>
    public static ElementJson Lire(string texte)
    {
        var octets = Encoding.UTF8.GetBytes(texte);
        var lecteur = new Utf8JsonReader(octets, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        lecteur.Read();
        var racine = Lire(ref lecteur, new Curseur(octets), "$");
        // Ce qui suit la racine est une faute de syntaxe : le lecteur la lève.
        lecteur.Read();
        return racine;
    }

    private static ElementJson Lire(ref Utf8JsonReader lecteur, Curseur curseur, string chemin)
    {
        var place = curseur.Avancer((int)lecteur.TokenStartIndex);
        if (lecteur.TokenType is JsonTokenType.String)
            return new ElementJson(JsonTokenType.String, chemin, place) { Valeur = Chaine(ref lecteur, place) };
        if (lecteur.TokenType is JsonTokenType.Number)
            return new ElementJson(JsonTokenType.Number, chemin, place) { Valeur = Encoding.UTF8.GetString(lecteur.ValueSpan) };
        var element = new ElementJson(lecteur.TokenType, chemin, place);
        if (element.EstObjet)
            while (lecteur.Read() && lecteur.TokenType == JsonTokenType.PropertyName)
            {
                var placeNom = curseur.Avancer((int)lecteur.TokenStartIndex);
                var nom = Chaine(ref lecteur, placeNom);
                lecteur.Read();
                element.Proprietes.Add(new ProprieteJson(nom, placeNom, Lire(ref lecteur, curseur, $"{chemin}.{nom}")));
            }
        if (element.EstTableau)
            while (lecteur.Read() && lecteur.TokenType != JsonTokenType.EndArray)
                element.Elements.Add(Lire(ref lecteur, curseur, $"{chemin}[{element.Elements.Count}]"));
        return element;
    }

    /// <summary>Un échappement qui n'est pas un caractère (« \uD800 ») est une faute de syntaxe comme une autre.</summary>
    private static string Chaine(ref Utf8JsonReader lecteur, (int Ligne, int Colonne) place)
    {
        try
        {
            return lecteur.GetString()!;
        }
        catch (InvalidOperationException faute)
        {
            throw new JsonException("caractère impossible", null, place.Ligne - 1, place.Colonne - 1, faute);
        }
    }

    /// <summary>Ligne et colonne, en caractères, à partir de 1. Le fichier est parcouru une seule fois, dans l'ordre.</summary>
    private sealed class Curseur(byte[] octets)
    {
        private int _index;
        private int _ligne = 1;
        private int _colonne = 1;

        public (int, int) Avancer(int index)
        {
            for (; _index < index; _index++)
            {
                var octet = octets[_index];
                if (octet == '\n')
                    (_ligne, _colonne) = (_ligne + 1, 1);
                else if ((octet & 0xC0) != 0x80)
                    _colonne += octet >= 0xF0 ? 2 : 1;
            }
            return (_ligne, _colonne);
        }
    }
}

/// <summary>Une propriété et la place de son nom.</summary>
internal sealed record ProprieteJson(string Nom, (int Ligne, int Colonne) Place, ElementJson Valeur);
