using System.Globalization;
using System.Net.Mail;
using System.Text.RegularExpressions;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

public enum NatureChamp { Texte, Date, Sexe, Courriel, Telephone, Etablissement }

/// <summary>One field of the form and its column of the file.</summary>
/// <param name="Aide">Said under the label; null when the label is enough.</param>
/// <param name="Lire">The saved value, in its one writing.</param>
public sealed record ChampDossier(string Code, string Libelle, string? Aide, int Max, bool Obligatoire, NatureChamp Nature, string? Remplissage, Func<DossierInscription, string?> Lire, Action<DossierInscription, string?> Ecrire);

/// <summary>
/// One page of the form: fields of the person, or one question of the campaign. Those of the person are here, in their order; the questions come
/// from <see cref="ParcoursInscription"/>.
/// </summary>
/// <param name="Champs">Empty when the page asks a question.</param>
/// <param name="Faite">Answered and valid, or seen when nothing is obligatory.</param>
public sealed partial record EtapeDossier(string Code, string Titre, string? Aide, IReadOnlyList<ChampDossier> Champs, QuestionPosee? Question, bool Faite)
{
    public const string Identite = "identite";
    public const string Ine = "ine";
    public const string Naissance = "naissance";
    public const string Contact = "contact";
    public const string Adresse = "adresse";
    public const string Responsable = "responsable";
    public const string Etablissement = "etablissement";

    /// <summary>Name of the value of a page that asks a question.</summary>
    public const string Valeur = "valeur";

    private static readonly Dictionary<string, (string Titre, string? Aide, ChampDossier[] Champs)> s_personne = new()
    {
        [Identite] = ("Quelle est votre identité ?", "Comme sur votre pièce d'identité : votre diplôme portera ces mots.",
        [
            Texte("nom", "Nom de famille", "Nom de naissance.", 100, true, "family-name", d => d.Nom, (d, v) => d.Nom = v ?? ""),
            Texte("nomUsage", "Nom d'usage", "Si vous en avez un.", 100, false, null, d => d.NomUsage, (d, v) => d.NomUsage = v),
            Texte("prenoms", "Prénoms", "Tous, dans l'ordre de l'état civil, séparés par des virgules.", 150, true, "given-name", d => d.Prenoms, (d, v) => d.Prenoms = v ?? ""),
            new("sexe", "Sexe à l'état civil", "Il figure dans les statistiques, sans votre nom.", 1, true, NatureChamp.Sexe, null, d => d.Sexe, (d, v) => d.Sexe = v),
        ]),
        [Naissance] = ("Quand et où êtes-vous né ?", null,
        [
            new("naissance", "Date de naissance", null, 10, true, NatureChamp.Date, "bday", d => d.Naissance is { } n ? Dates.Iso(n) : null, (d, v) => d.Naissance = DateOnly.ParseExact(v!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Texte("lieuNaissance", "Lieu de naissance", "Commune, et pays si ce n'est pas la France.", 150, true, null, d => d.LieuNaissance, (d, v) => d.LieuNaissance = v),
        ]),
        [Ine] = ("Connaissez-vous votre identifiant national (INE) ?", "Onze caractères, sur vos bulletins, votre certificat de scolarité ou un ancien relevé de notes. Il permet de retrouver vos notes. Laissez vide si vous ne l'avez pas.",
            [Texte("ine", "INE", null, 11, false, "off", d => d.Ine, (d, v) => d.Ine = v)]),
        [Contact] = ("Comment vous joindre ?", "Les confirmations et les demandes de pièces arrivent par courriel.",
        [
            new("courriel", "Adresse électronique", "Exemple : prenom.nom@exemple.fr", 254, true, NatureChamp.Courriel, "email", d => d.Courriel, (d, v) => d.Courriel = v),
            new("telephone", "Téléphone", null, 30, false, NatureChamp.Telephone, "tel", d => d.Telephone, (d, v) => d.Telephone = v),
        ]),
        [Adresse] = ("Quelle est votre adresse postale ?", "La convocation et le relevé de notes peuvent y être envoyés.",
        [
            Texte("adresse1", "Numéro et voie", null, 38, true, "address-line1", d => d.AdresseLigne1, (d, v) => d.AdresseLigne1 = v),
            Texte("adresse2", "Complément", "Bâtiment, escalier, chez…", 38, false, "address-line2", d => d.AdresseLigne2, (d, v) => d.AdresseLigne2 = v),
            Texte("codePostal", "Code postal", "Cinq chiffres en France.", 10, true, "postal-code", d => d.CodePostal, (d, v) => d.CodePostal = v),
            Texte("ville", "Ville", null, 32, true, "address-level2", d => d.Ville, (d, v) => d.Ville = v),
            Texte("pays", "Pays", "Laissez vide pour la France.", 38, false, "country-name", d => d.Pays, (d, v) => d.Pays = v),
        ]),
        [Responsable] = ("Qui est votre responsable légal ?", "Vous avez moins de 18 ans : votre père, votre mère ou votre tuteur signe aussi votre inscription.",
        [
            Texte("responsableNom", "Nom et prénom du responsable légal", null, 100, true, "off", d => d.ResponsableNom, (d, v) => d.ResponsableNom = v),
            new("responsableCourriel", "Adresse électronique du responsable légal", "Un lien pour signer y sera envoyé. Ce n'est pas la vôtre. Sans adresse, il signe la confirmation sur papier.", 254, false, NatureChamp.Courriel, "off", d => d.ResponsableCourriel, (d, v) => d.ResponsableCourriel = v),
            new("responsableTelephone", "Téléphone du responsable légal", null, 30, false, NatureChamp.Telephone, "off", d => d.ResponsableTelephone, (d, v) => d.ResponsableTelephone = v),
        ]),
        [Etablissement] = ("Dans quel établissement préparez-vous l'examen ?", "Si votre centre de formation n'est pas dans l'annuaire, laissez vide.",
            [new("uai", "Établissement", "Nom du lycée ou ville ; les premières lettres suffisent.", 8, false, NatureChamp.Etablissement, null, d => d.Uai, (d, v) => d.Uai = v)]),
    };

    public static IReadOnlyList<ChampDossier> Tous { get; } = [.. s_personne.Values.SelectMany(e => e.Champs)];

    /// <summary>Pages asked of everyone, before the questions.</summary>
    public static IReadOnlyList<string> DeLaPersonne { get; } = [Identite, Naissance, Ine, Contact, Adresse];

    internal static EtapeDossier Personne(string code, IReadOnlyDictionary<string, string> champs)
    {
        var (titre, aide, colonnes) = s_personne[code];
        return new EtapeDossier(code, titre, aide, colonnes, null, colonnes.All(c => champs.TryGetValue(c.Code, out var valeur) && (valeur.Length > 0 || !c.Obligatoire)));
    }

    internal static EtapeDossier De(QuestionPosee question, IReadOnlyDictionary<string, string> reponses) => new(question.Code, question.Libelle, question.Aide, [], question, reponses.ContainsKey(question.Code));

    /// <summary>Whether « je ne sais pas » is an answer: not for what decides who registers, for what, and what is kept.</summary>
    public bool PeutEtreInconnue => Question is not null && Code is not ("categorie" or "specialite" or "forme" or QuestionPosee.NotesGardees or QuestionPosee.SessionsPassees or QuestionPosee.NombreFacultatives or QuestionPosee.ListeFacultatives);

    /// <summary>Reads one field: its one writing, empty when nothing is given, or what to say.</summary>
    public static (string? Valeur, string? Faute) Lire(ChampDossier champ, string? saisie, IReadOnlyDictionary<string, string?> page, DateOnly aujourdhui)
    {
        var texte = Espaces().Replace(saisie ?? "", " ").Trim();
        if (texte.Length == 0)
            return champ.Obligatoire ? (null, $"{champ.Libelle} : cette réponse est nécessaire.") : ("", null);
        if (texte.Length > champ.Max && champ.Nature is not (NatureChamp.Date or NatureChamp.Sexe) && champ.Code != "ine")
            return (null, $"{champ.Libelle} : {champ.Max} caractères au plus.");
        if (texte.Any(char.IsControl))
            return (null, $"{champ.Libelle} : un caractère ne s'imprime pas, tapez-le de nouveau.");
        return champ switch
        {
            { Code: "ine" } => texte.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is var ine && Identifiants.EstIne(ine) ? (ine, null) : (null, "INE : onze caractères, des chiffres et une ou deux lettres. Recopiez-le d'un bulletin, ou laissez vide."),
            { Code: "codePostal" } => Francais(page) && !(texte.Length == 5 && texte.All(char.IsAsciiDigit)) ? (null, "Code postal : cinq chiffres, ou indiquez le pays.") : (texte, null),
            { Code: "nom" or "prenoms" or "nomUsage" or "responsableNom" } => texte.Any(char.IsLetter) && !texte.Any(char.IsDigit) ? (texte, null) : (null, $"{champ.Libelle} : écrivez-le en lettres."),
            { Nature: NatureChamp.Sexe } => texte is "F" or "M" ? (texte, null) : (null, "Sexe : choisissez une réponse."),
            { Nature: NatureChamp.Courriel } => MailAddress.TryCreate(texte, out var lue) && lue.Address == texte && lue.Host.Contains('.', StringComparison.Ordinal) ? (texte, null) : (null, $"{champ.Libelle} : écrivez-la en entier, par exemple prenom.nom@exemple.fr."),
            { Nature: NatureChamp.Telephone } => Numero().IsMatch(texte) ? (texte, null) : (null, $"{champ.Libelle} : des chiffres et des espaces, par exemple 06 12 34 56 78."),
            { Nature: NatureChamp.Date } => Date(texte, aujourdhui),
            { Nature: NatureChamp.Etablissement } => AnnuaireEtablissements.Chercher(texte) is { } trouve ? (trouve.Uai, null) : (null, "Établissement : cherchez, puis choisissez une réponse dans la liste."),
            _ => (texte, null),
        };
    }

    private static bool Francais(IReadOnlyDictionary<string, string?> page) => (page.GetValueOrDefault("pays") ?? "").Trim() is var pays && (pays.Length == 0 || pays.Equals("France", StringComparison.OrdinalIgnoreCase));

    private static (string?, string?) Date(string texte, DateOnly aujourdhui)
    {
        if (!Dates.TryLireSaisie(texte, out var jour))
            return (null, "Date de naissance : écrivez une date qui existe, jour, mois et année. Exemple : 14/07/2006.");
        return Dates.Age(jour, aujourdhui) is >= 10 and <= 110 ? (Dates.Iso(jour), null) : (null, $"Date de naissance : le {Dates.EnFrancais(jour)} n'est pas une date possible pour un candidat. Vérifiez l'année.");
    }

    private static ChampDossier Texte(string code, string libelle, string? aide, int max, bool obligatoire, string? remplissage, Func<DossierInscription, string?> lire, Action<DossierInscription, string?> ecrire) =>
        new(code, libelle, aide, max, obligatoire, NatureChamp.Texte, remplissage, lire, ecrire);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Espaces();

    [GeneratedRegex(@"\A\+?(?:[ .()-]*[0-9]){8,15}\z")]
    private static partial Regex Numero();
}
