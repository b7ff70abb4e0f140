using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Cyclades;

/// <param name="Nom">Heading of the column.</param>
/// <param name="Champ">Field of <see cref="CandidatCyclades"/>, or name of one of its <see cref="CandidatCyclades.Autres"/>; null writes the constant.</param>
/// <param name="Constante">Written on each line when there is no field, or when the field is empty.</param>
public sealed record ColonneCyclades(string Nom, string? Champ, string Constante = "");

public sealed record FormatCycladesInvalide(string Raison)
    : Refus(GenreRefus.Invalide, "FORMAT_CYCLADES_INVALIDE", $"Ce format d'export n'est pas utilisable : {Raison}. Corrigez le fichier du format.");

/// <summary>
/// The columns of an import file of Cyclades, in order. The layout of the général and technologique is known (34 columns); that of the bac pro
/// differs and its official description is not public: a deployment writes its own, as JSON, without touching the code.
/// </summary>
public sealed record FormatCyclades(string Niveau, string Version, Verification Verification, IReadOnlyList<ColonneCyclades> Colonnes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static readonly Dictionary<string, Func<CandidatCyclades, string?>> Champs = new()
    {
        ["civilite"] = c => c.Civilite,
        ["nomFamille"] = c => c.NomFamille,
        ["prenoms"] = c => c.Prenoms,
        ["ine"] = c => c.Ine,
        ["paysNaissance"] = c => c.PaysNaissance,
        ["dateNaissance"] = c => c.DateNaissance.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        ["departementNaissance"] = c => c.DepartementNaissance,
        ["communeNaissance"] = c => c.CommuneNaissance,
        ["nationalite"] = c => c.Nationalite,
        ["pays"] = c => c.Pays,
        ["adresse1"] = c => c.Adresse.ElementAtOrDefault(0),
        ["adresse2"] = c => c.Adresse.ElementAtOrDefault(1),
        ["adresse3"] = c => c.Adresse.ElementAtOrDefault(2),
        ["adresse4"] = c => c.Adresse.ElementAtOrDefault(3),
        ["codePostal"] = c => c.CodePostal,
        ["localite"] = c => c.Localite,
        ["telephone"] = c => c.Telephone,
        ["telephoneMobile"] = c => c.TelephoneMobile,
        ["adresseMail"] = c => c.AdresseMail,
        ["categorieSocioProfessionnelle"] = c => c.CategorieSocioProfessionnelle,
        ["etablissement"] = c => c.Etablissement,
        ["division"] = c => c.Division,
        ["serie"] = c => c.Serie,
        ["enseignement"] = c => c.Enseignement,
        ["categorie"] = c => c.Categorie,
        ["sectionInternationale"] = c => c.SectionInternationale,
        ["sectionEuropeenne"] = c => c.SectionEuropeenne,
        ["specialite1"] = c => c.Specialites.ElementAtOrDefault(0),
        ["specialite2"] = c => c.Specialites.ElementAtOrDefault(1),
        ["specialite3"] = c => c.Specialites.ElementAtOrDefault(2),
        ["langueA"] = c => c.LangueA,
        ["langueB"] = c => c.LangueB,
        ["zoneSouhaitee"] = c => c.ZoneSouhaitee,
        ["dnl"] = c => c.Dnl,
    };

    /// <summary>The variant read in a public tool of a lycée (docs/formats-fichiers.md): général, 34 columns. « À vérifier » against the official description.</summary>
    public static FormatCyclades General { get; } = new("terminales", "2.1", Verification.AVerifier,
    [
        new("civilite", "civilite"), new("nom_famille", "nomFamille"), new("prenoms", "prenoms"), new("ine", "ine"), new("pays_naissance", "paysNaissance"), new("date_naissance", "dateNaissance"),
        new("depCOM_naissance", "departementNaissance"), new("commune_naissance", "communeNaissance"), new("nationalite", "nationalite"), new("pays", "pays"),
        new("adresse_1", "adresse1"), new("adresse_2", "adresse2"), new("adresse_3", "adresse3"), new("adresse_4", "adresse4"), new("code_postal", "codePostal"), new("localite", "localite"),
        new("telephone", "telephone"), new("telephone_mobile", "telephoneMobile"), new("adresse_mail", "adresseMail"), new("categ_socio_pro", "categorieSocioProfessionnelle"),
        new("etablissement", "etablissement"), new("division_classe", "division"), new("serie", "serie"), new("enseignement", "enseignement"), new("categorie", "categorie"),
        new("langue_section_inter", "sectionInternationale"), new("langue_section_euro", "sectionEuropeenne"), new("specialite1", "specialite1"), new("specialite2", "specialite2"), new("specialite3", "specialite3"),
        new("LVA", "langueA"), new("LVB", "langueB"), new("zone_geo_souhaitee", "zoneSouhaitee"), new("dnl", "dnl"),
    ]);

    /// <summary>terminales_2.1_2026_031220251130.csv in the example: level, version of the layout, session, then day, month, year, hour and minute in Paris.</summary>
    public string NomFichier(SessionExamen session, DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Niveau}_{Version}_{session.Annee}_{instant.EnHeureDeParis():ddMMyyyyHHmm}.csv");

    public string Valeur(ColonneCyclades colonne, CandidatCyclades candidat)
    {
        var valeur = colonne.Champ is null ? null : Champs.TryGetValue(colonne.Champ, out var lire) ? lire(candidat) : candidat.Autres.GetValueOrDefault(colonne.Champ);
        return string.IsNullOrEmpty(valeur) ? colonne.Constante : valeur;
    }

    /// <summary>
    /// A format written by a deployment:
    /// <c>{"niveau":"…","version":"2.1","verification":"A_VERIFIER","colonnes":[{"nom":"specialite","champ":"autre:specialite"},{"nom":"categorie","constante":"520"}]}</c>.
    /// </summary>
    public static Outcome<FormatCyclades> Lire(string json)
    {
        Forme? forme;
        try
        {
            forme = JsonSerializer.Deserialize<Forme>(json, Json);
        }
        catch (JsonException erreur)
        {
            return new FormatCycladesInvalide($"JSON illisible à la ligne {erreur.LineNumber + 1}, caractère {erreur.BytePositionInLine + 1} ({erreur.Path})");
        }
        if (forme is not { Niveau.Length: > 0, Version.Length: > 0, Colonnes.Count: > 0 } || !Codes.TryLire<Verification>(forme.Verification, out var verification))
            return new FormatCycladesInvalide("il faut « niveau », « version », « verification » (VERIFIE ou A_VERIFIER) et « colonnes »");
        if (forme.Niveau.Concat(forme.Version).Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')))
            return new FormatCycladesInvalide("« niveau » et « version » entrent dans le nom du fichier : lettres, chiffres, point et tiret seulement");
        var colonnes = new List<ColonneCyclades>();
        foreach (var (nom, champ, constante) in forme.Colonnes)
        {
            if (string.IsNullOrEmpty(nom) || ExporterCycladesCsv.EstInterdit(nom) || ExporterCycladesCsv.EstInterdit(constante ?? ""))
                return new FormatCycladesInvalide($"la colonne « {nom} » n'a pas de nom, ou porte un caractère que le format ne sait pas écrire (point-virgule, guillemet, retour à la ligne)");
            if (colonnes.Any(c => c.Nom == nom))
                return new FormatCycladesInvalide($"la colonne « {nom} » est écrite deux fois");
            var autre = champ?.StartsWith("autre:", StringComparison.Ordinal) == true;
            if (champ is not null && !autre && !Champs.ContainsKey(champ))
                return new FormatCycladesInvalide($"le champ « {champ} » de la colonne « {nom} » n'existe pas ; champs connus : {string.Join(", ", Champs.Keys)}, ou « autre:nom »");
            colonnes.Add(new(nom, autre ? champ!["autre:".Length..] : champ, constante ?? ""));
        }
        return new FormatCyclades(forme.Niveau, forme.Version, verification, colonnes);
    }

    private sealed record Forme(string? Niveau, string? Version, string? Verification, List<FormeColonne>? Colonnes);

    private sealed record FormeColonne(string? Nom, string? Champ, string? Constante);
}
