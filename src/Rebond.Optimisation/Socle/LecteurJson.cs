using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rebond.Optimisation.Socle;

/// <summary>The properties an object may carry, and those it must.</summary>
internal sealed class Champs(string[] obligatoires, params string[] facultatifs)
{
    public string[] Noms { get; } = [.. obligatoires, .. facultatifs];

    public int Obligatoires => obligatoires.Length;
}

/// <summary>The file has not the shape of the contract: path, line and column are in the sentence.</summary>
internal sealed class FormeJsonException(string phrase) : Exception(phrase);

/// <summary>
/// Reads JSON in one pass, without building a tree: instances hold hundreds of thousands of values. An unknown, repeated or missing
/// property is a fault; every fault says its path, line and column.
/// </summary>
internal ref struct LecteurJson
{
    private readonly ReadOnlySpan<byte> _octets;
    private readonly List<Ouvert> _ouverts = [];
    private Utf8JsonReader _lecteur;

    /// <summary>An object (with its allowed properties) or an array being read.</summary>
    private struct Ouvert
    {
        public Champs? Champs;
        public ulong Vus;
        public int Rang;
        public long Debut;
    }

    public LecteurJson(ReadOnlySpan<byte> octets)
    {
        var marque = Encoding.UTF8.Preamble;
        _octets = octets.StartsWith(marque) ? octets[marque.Length..] : octets;
        _lecteur = new Utf8JsonReader(_octets);
        _lecteur.Read();
    }

    public readonly bool EstNul => _lecteur.TokenType == JsonTokenType.Null;

    public void OuvrirObjet(Champs champs)
    {
        Exiger(JsonTokenType.StartObject, "un objet");
        _ouverts.Add(new Ouvert { Champs = champs, Rang = -1, Debut = _lecteur.TokenStartIndex });
    }

    /// <summary>Moves to the value of the next property; false once the object is closed and complete.</summary>
    public bool Propriete(out string nom)
    {
        _lecteur.Read();
        var objet = _ouverts[^1];
        if (_lecteur.TokenType == JsonTokenType.EndObject)
        {
            _ouverts.RemoveAt(_ouverts.Count - 1);
            for (var rang = 0; rang < objet.Champs!.Obligatoires; rang++)
                if ((objet.Vus & (1UL << rang)) == 0)
                    throw Faute($"la propriété « {objet.Champs.Noms[rang]} » est obligatoire.", objet.Debut);
            nom = "";
            return false;
        }
        var trouve = -1;
        for (var rang = 0; rang < objet.Champs!.Noms.Length && trouve < 0; rang++)
            if (_lecteur.ValueTextEquals(objet.Champs.Noms[rang]))
                trouve = rang;
        if (trouve < 0)
        {
            var inconnue = Encoding.UTF8.GetString(_lecteur.ValueSpan);
            throw Faute($"propriété inconnue. Propriétés connues : {string.Join(", ", objet.Champs.Noms)}.", _lecteur.TokenStartIndex, inconnue);
        }
        nom = objet.Champs.Noms[trouve];
        if ((objet.Vus & (1UL << trouve)) != 0)
            throw Faute("cette propriété figure deux fois dans le même objet.", _lecteur.TokenStartIndex, nom);
        objet.Vus |= 1UL << trouve;
        objet.Rang = trouve;
        _ouverts[^1] = objet;
        _lecteur.Read();
        return true;
    }

    public void OuvrirTableau()
    {
        Exiger(JsonTokenType.StartArray, "un tableau");
        _ouverts.Add(new Ouvert { Rang = -1 });
    }

    /// <summary>Moves to the next element; false once the array is closed.</summary>
    public bool Element()
    {
        _lecteur.Read();
        if (_lecteur.TokenType == JsonTokenType.EndArray)
        {
            _ouverts.RemoveAt(_ouverts.Count - 1);
            return false;
        }
        var tableau = _ouverts[^1];
        tableau.Rang++;
        _ouverts[^1] = tableau;
        return true;
    }

    /// <summary>Nothing may follow the root.</summary>
    public void Finir() => _lecteur.Read();

    public readonly string Texte()
    {
        Exiger(JsonTokenType.String, "un texte");
        try
        {
            return _lecteur.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Faute("ce texte n'est pas de l'UTF-8.");
        }
    }

    public readonly bool Booleen() => _lecteur.TokenType is JsonTokenType.True or JsonTokenType.False ? _lecteur.GetBoolean() : throw Faute("true ou false est attendu.");

    public readonly int Entier() => EntierLong() is var entier && entier is >= int.MinValue and <= int.MaxValue ? (int)entier : throw Faute("ce nombre est trop grand.");

    /// <summary>A whole number, however it is written: 12, 12.0, 1.2e1.</summary>
    public readonly long EntierLong()
    {
        var valeur = Nombre();
        return decimal.IsInteger(valeur) && valeur is >= long.MinValue and <= long.MaxValue ? (long)valeur : throw Faute("un nombre entier est attendu.");
    }

    /// <summary>The number exactly as written: never through a floating-point value.</summary>
    public readonly decimal Nombre()
    {
        Exiger(JsonTokenType.Number, "un nombre");
        return decimal.TryParse(_lecteur.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var valeur) ? valeur : throw Faute("ce nombre est trop grand.");
    }

    /// <summary>A fault at the current value, or at the place given.</summary>
    public readonly FormeJsonException Faute(string phrase, long? place = null, string? sousLeChemin = null)
    {
        var (ligne, colonne) = Position((int)(place ?? _lecteur.TokenStartIndex));
        return new FormeJsonException($"{Chemin(sousLeChemin)} : {phrase} (ligne {ligne}, colonne {colonne})");
    }

    /// <summary>Where the current value is: « $.candidats[3].moyenne (ligne 12, colonne 5) ».</summary>
    public readonly string Ou()
    {
        var (ligne, colonne) = Position((int)_lecteur.TokenStartIndex);
        return $"{Chemin(null)} (ligne {ligne}, colonne {colonne})";
    }

    private readonly void Exiger(JsonTokenType nature, string attendu)
    {
        if (_lecteur.TokenType != nature)
            throw Faute($"{attendu} est attendu.");
    }

    private readonly string Chemin(string? propriete)
    {
        var chemin = new StringBuilder("$");
        for (var i = 0; i < _ouverts.Count; i++)
        {
            var (champs, rang) = (_ouverts[i].Champs, _ouverts[i].Rang);
            if (champs is null && rang >= 0)
                chemin.Append('[').Append(rang).Append(']');
            else if (champs is not null && propriete is not null && i == _ouverts.Count - 1)
                chemin.Append('.').Append(propriete);
            else if (champs is not null && rang >= 0)
                chemin.Append('.').Append(champs.Noms[rang]);
        }
        return chemin.ToString();
    }

    private readonly (int Ligne, int Colonne) Position(int index)
    {
        var avant = _octets[..index];
        return (avant.Count((byte)'\n') + 1, index - avant.LastIndexOf((byte)'\n'));
    }
}
