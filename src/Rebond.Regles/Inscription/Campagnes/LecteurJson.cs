using System.Globalization;
using System.Text.Json;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Une faute d'un fichier de campagne, dite à qui l'écrit.</summary>
/// <param name="Ligne">À partir de 1, comme la colonne, comptée en caractères.</param>
/// <param name="Chemin">« $.pieces[3].si ».</param>
/// <param name="Code">Stable : « PROPRIETE_INCONNUE », « FENETRE_INVERSEE »…</param>
public sealed record ErreurCampagne(int Ligne, int Colonne, string Chemin, string Code, string Phrase);

/// <summary>Lit des valeurs typées et retient toutes les fautes : une valeur fautive est remplacée par une valeur neutre, et la lecture continue.</summary>
internal sealed class LecteurJson
{
    private const int LongueurMaximale = 4000;

    /// <summary>Au-delà, une faute de plus n'apprend rien, et chercher le mot voisin de chacune prendrait du temps.</summary>
    private const int Plein = 2000;

    public List<ErreurCampagne> Erreurs { get; } = [];

    public void Faute(ElementJson element, string code, string phrase) => Erreurs.Add(new(element.Place.Ligne, element.Place.Colonne, element.Chemin, code, phrase));

    /// <summary>Vrai si une faute est déjà dite ici ou dessous : ce qu'on en conclurait n'en serait que l'écho.</summary>
    public bool EstFautif(ElementJson? element) => element is not null && Erreurs.Exists(e =>
        e.Chemin.StartsWith(element.Chemin, StringComparison.Ordinal) && (e.Chemin.Length == element.Chemin.Length || e.Chemin[element.Chemin.Length] is '.' or '['));

    public ObjetJson Objet(ElementJson element, params string[] connues)
    {
        if (!element.EstObjet)
        {
            Faute(element, "TYPE_INATTENDU", "un objet { … } est attendu.");
            return new ObjetJson(this, element);
        }
        foreach (var propriete in element.Proprietes.Where(p => !connues.Contains(p.Nom, StringComparer.Ordinal)))
            Erreurs.Add(new(propriete.Place.Ligne, propriete.Place.Colonne, propriete.Valeur.Chemin, "PROPRIETE_INCONNUE",
                $"propriété inconnue « {propriete.Nom} ».{Proche(propriete.Nom, connues)} Propriétés connues : {string.Join(", ", connues)}."));
        foreach (var repetee in element.Proprietes.GroupBy(p => p.Nom).Where(g => g.Count() > 1).Select(g => g.Last()))
            Erreurs.Add(new(repetee.Place.Ligne, repetee.Place.Colonne, repetee.Valeur.Chemin, "PROPRIETE_EN_DOUBLE", $"la propriété « {repetee.Nom} » figure deux fois dans le même objet."));
        return new ObjetJson(this, element);
    }

    public IReadOnlyList<T> Liste<T>(ElementJson element, Func<ElementJson, T> lire)
    {
        if (element.EstTableau)
            return [.. element.Elements.Select(lire)];
        Faute(element, "TYPE_INATTENDU", "une liste [ … ] est attendue.");
        return [];
    }

    public string Texte(ElementJson element)
    {
        if (element.Nature != JsonTokenType.String)
            Faute(element, "TYPE_INATTENDU", "un texte entre guillemets est attendu.");
        else if (string.IsNullOrWhiteSpace(element.Valeur))
            Faute(element, "TEXTE_VIDE", "ce texte est vide : écrivez-le, ou mettez null si la notice ne dit rien.");
        else if (element.Valeur.Length > LongueurMaximale || element.Valeur.Any(c => char.IsControl(c) && c != '\n'))
            Faute(element, "TEXTE_INVALIDE", $"ce texte dépasse {LongueurMaximale} caractères ou contient un caractère de contrôle.");
        return element.Valeur;
    }

    public bool Booleen(ElementJson element)
    {
        if (element.Nature is not (JsonTokenType.True or JsonTokenType.False))
            Faute(element, "TYPE_INATTENDU", "true ou false est attendu, sans guillemets.");
        return element.Nature == JsonTokenType.True;
    }

    public int Entier(ElementJson element, int minimum, int maximum)
    {
        if (element.Nature == JsonTokenType.Number && int.TryParse(element.Valeur, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var entier))
        {
            if (entier >= minimum && entier <= maximum)
                return entier;
            Faute(element, "NOMBRE_HORS_BORNES", $"un nombre de {minimum} à {maximum} est attendu, pas {entier}.");
            return minimum;
        }
        Faute(element, "TYPE_INATTENDU", "un nombre entier est attendu.");
        return minimum;
    }

    public decimal Nombre(ElementJson element)
    {
        if (element.Nature == JsonTokenType.Number && decimal.TryParse(element.Valeur, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre))
            return nombre;
        Faute(element, "TYPE_INATTENDU", "un nombre est attendu.");
        return 0;
    }

    public DateOnly Date(ElementJson element)
    {
        if (element.Nature == JsonTokenType.String && Dates.TryLire(element.Valeur, out var date))
            return date;
        Faute(element, "DATE_INVALIDE", $"{Cite(element)}n'est pas une date : écrivez par exemple \"2023-12-09\".");
        return default;
    }

    /// <summary>Une heure de Paris, ou un jour seul quand la notice ne donne pas d'heure.</summary>
    public Borne Borne(ElementJson element)
    {
        if (element.Nature == JsonTokenType.String && Dates.TryLire(element.Valeur, out var jour))
            return new Borne(new HeureParis(jour, TimeOnly.MinValue), HeureConnue: false);
        if (element.Nature != JsonTokenType.String || !HeureParis.TryLire(element.Valeur, out var heure))
            Faute(element, "HEURE_INVALIDE", $"{Cite(element)}n'est pas une heure de Paris : écrivez par exemple \"2023-12-06T22:00\", ou \"2023-12-06\" si la notice ne donne pas d'heure.");
        else if (!heure.Existe)
            Faute(element, "HEURE_INEXISTANTE", $"le {heure.EnFrancais()} n'existe pas : les horloges passent de 2 h à 3 h ce jour-là.");
        else if (heure.EstAmbigue)
            Faute(element, "HEURE_AMBIGUE", $"le {heure.EnFrancais()} passe deux fois : les horloges reviennent de 3 h à 2 h ce jour-là. Choisissez une autre heure.");
        else
            return new Borne(heure, HeureConnue: true);
        return new Borne(default, HeureConnue: true);
    }

    public SessionExamen Session(ElementJson element)
    {
        if (element.Nature == JsonTokenType.String && SessionExamen.TryLire(element.Valeur, out var session))
            return session;
        Faute(element, "SESSION_INVALIDE", $"{Cite(element)}n'est pas une session : écrivez par exemple \"2024-06\".");
        return default;
    }

    public T Code<T>(ElementJson element) where T : struct, Enum
    {
        if (element.Nature == JsonTokenType.String && Codes.TryLire<T>(element.Valeur, out var valeur))
            return valeur;
        if (Erreurs.Count < Plein)
            Faute(element, "CODE_INCONNU", $"{Cite(element)}n'est pas un code connu.{Proche(element.Valeur, Codes.Tous<T>())} Codes connus : {string.Join(", ", Codes.Tous<T>())}.");
        return default;
    }

    /// <summary>Un code seul, ou une liste de codes.</summary>
    public IReadOnlyList<T> UnOuPlusieurs<T>(ElementJson element, Func<ElementJson, T> lire)
    {
        var valeurs = element.EstTableau ? Liste(element, lire) : [lire(element)];
        if (valeurs.Count == 0)
            Faute(element, "LISTE_VIDE", "cette liste est vide.");
        return valeurs;
    }

    /// <summary>Une adresse http ou https : rien d'autre ne devient un lien.</summary>
    public string Adresse(ElementJson element)
    {
        var texte = Texte(element);
        if (element.Nature == JsonTokenType.String && !(Uri.TryCreate(texte, UriKind.Absolute, out var adresse) && adresse.Scheme is "http" or "https"))
            Faute(element, "ADRESSE_INVALIDE", $"« {texte} » n'est pas une adresse complète, en http:// ou https://.");
        return texte;
    }

    public string Courriel(ElementJson element)
    {
        var texte = Texte(element);
        var morceaux = texte.Split('@');
        if (element.Nature == JsonTokenType.String && (morceaux.Length != 2 || morceaux[0].Length == 0 || !morceaux[1].Contains('.', StringComparison.Ordinal) || texte.Any(char.IsWhiteSpace)))
            Faute(element, "COURRIEL_INVALIDE", $"« {texte} » n'est pas une adresse de courriel.");
        return texte;
    }

    public static string Cite(ElementJson element) => element.Nature is JsonTokenType.String or JsonTokenType.Number ? $"« {element.Valeur} » " : "cette valeur ";

    private static string Proche(string mot, IEnumerable<string> connus)
    {
        var proche = connus.Select(connu => (connu, distance: Distance(mot, connu))).Where(c => c.distance <= 2).OrderBy(c => c.distance).Select(c => c.connu).FirstOrDefault();
        return proche is null ? "" : $" Vouliez-vous écrire « {proche} » ?";
    }

    /// <summary>Nombre de lettres à changer, ajouter ou retirer.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
            return 3;
        var ligne = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonale = ligne[0];
            ligne[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var meilleure = Math.Min(Math.Min(ligne[j], ligne[j - 1]) + 1, diagonale + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonale, ligne[j]) = (ligne[j], meilleure);
            }
        }
        return ligne[b.Length];
    }
}

/// <summary>Un objet en cours de lecture : exiger une propriété, ou la lire si elle est donnée.</summary>
internal readonly struct ObjetJson(LecteurJson lecteur, ElementJson element)
{
    public ElementJson Element => element;

    public ElementJson? Trouver(string nom) => element.Proprietes.FirstOrDefault(p => p.Nom == nom)?.Valeur;

    /// <summary>Rien si la propriété est absente ou null.</summary>
    public ElementJson? Donnee(string nom) => Trouver(nom) is { EstNul: false } valeur ? valeur : null;

    public T Exiger<T>(string nom, Func<ElementJson, T> lire, T sinon)
    {
        if (Donnee(nom) is { } valeur)
            return lire(valeur);
        if (element.EstObjet)
            lecteur.Faute(element, "PROPRIETE_MANQUANTE", $"la propriété « {nom} » est obligatoire.");
        return sinon;
    }

    public string Texte(string nom) => Exiger(nom, lecteur.Texte, "");

    public string? TexteOuRien(string nom) => Donnee(nom) is { } valeur ? lecteur.Texte(valeur) : null;

    public bool? BooleenOuRien(string nom) => Donnee(nom) is { } valeur ? lecteur.Booleen(valeur) : null;

    public DateOnly? DateOuRien(string nom) => Donnee(nom) is { } valeur ? lecteur.Date(valeur) : null;

    public T? CodeOuRien<T>(string nom) where T : struct, Enum => Donnee(nom) is { } valeur ? lecteur.Code<T>(valeur) : null;

    public IReadOnlyList<T> ListeOuVide<T>(string nom, Func<ElementJson, T> lire) => Donnee(nom) is { } valeur ? lecteur.Liste(valeur, lire) : [];

    /// <summary>
    /// Ce qu'une notice peut ne pas dire s'écrit null, mais s'écrit : l'oubli d'une ligne n'est pas un silence de la notice.
    /// </summary>
    public ElementJson? ExigerOuNul(string nom)
    {
        var trouvee = Trouver(nom);
        if (trouvee is null && element.EstObjet)
            lecteur.Faute(element, "PROPRIETE_MANQUANTE", $"la propriété « {nom} » est obligatoire ; écrivez null si la notice ne dit rien.");
        return trouvee is { EstNul: false } ? trouvee : null;
    }
}
