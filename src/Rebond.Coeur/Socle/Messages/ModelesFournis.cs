using System.Reflection;
using System.Text;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>
/// The templates shipped with the program, Modeles/*.txt: header lines, a blank line, the body. An area adds its file there; its code is the
/// name of the file ("relance-pieces.txt" is RELANCE_PIECES).
/// </summary>
public static class ModelesFournis
{
    private const string Prefixe = "messages/";

    public static IReadOnlyDictionary<string, ModeleMessage> Tous { get; } = Charger(typeof(ModelesFournis).Assembly);

    /// <exception cref="InvalidOperationException">No template has that code: a bug of the caller.</exception>
    public static ModeleMessage De(string code) => Tous.TryGetValue(code, out var modele) ? modele : throw new InvalidOperationException($"Aucun modèle de message {code}.");

    private static Dictionary<string, ModeleMessage> Charger(Assembly assemblage)
    {
        Dictionary<string, ModeleMessage> modeles = [];
        foreach (var nom in assemblage.GetManifestResourceNames().Where(n => n.StartsWith(Prefixe, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var lecteur = new StreamReader(assemblage.GetManifestResourceStream(nom)!, Encoding.UTF8);
            var code = nom[Prefixe.Length..].Replace(".txt", "", StringComparison.Ordinal).Replace('-', '_').ToUpperInvariant();
            modeles.Add(code, Lire(code, lecteur.ReadToEnd()));
        }
        return modeles;
    }

    /// <exception cref="FormatException">The file is not written as it should be; a test reads every one of them.</exception>
    public static ModeleMessage Lire(string code, string fichier)
    {
        var texte = fichier.ReplaceLineEndings("\n");
        var coupure = texte.IndexOf("\n\n", StringComparison.Ordinal);
        if (coupure < 0)
            throw new FormatException($"{code} : il manque la ligne vide entre l'en-tête et le texte.");
        Dictionary<string, string> entetes = [];
        List<ChampModele> champs = [];
        foreach (var ligne in texte[..coupure].Split('\n'))
        {
            if (ligne.Split(" : ", 2) is not [var nom, var valeur])
                throw new FormatException($"{code} : « {ligne} » n'est pas une ligne d'en-tête.");
            if (nom.StartsWith("Champ ", StringComparison.Ordinal))
                champs.Add(new ChampModele(nom[6..].TrimEnd('*'), valeur, nom.EndsWith('*')));
            else
                entetes.Add(nom, valeur);
        }
        string Entete(string nom) => entetes.TryGetValue(nom, out var valeur) ? valeur : throw new FormatException($"{code} : il manque l'en-tête « {nom} ».");

        var modele = new ModeleMessage(code, Entete("Titre"), [.. Entete("Canaux").Split(", ").Select(Codes.Lire<CanalMessage>)], Codes.Lire<Role>(Entete("Tenu par")),
            Entete("Version"), champs, Entete("Sujet"), texte[(coupure + 2)..].Trim('\n'));
        return RevisionModele.Verifier(modele, modele.Sujet, modele.Corps) is [var faute, ..] ? throw new FormatException($"{code} : {faute.Phrase}") : modele;
    }
}
