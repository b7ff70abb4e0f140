using System.Globalization;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>The files one may hold in hand, known by their root: a wrong one is named, with what to do.</summary>
internal static class RacineSiecle
{
    public const string Eleves = "BEE_ELEVES";
    public const string Responsables = "BEE_RESPONSABLES";
    public const string Nomenclatures = "BEE_NOMENCLATURES";
    public const string Structures = "BEE_STRUCTURES";

    private static readonly Dictionary<string, string> Connues = new(StringComparer.OrdinalIgnoreCase)
    {
        [Eleves] = "le fichier des élèves (ElevesAvecAdresses.xml ou ElevesSansAdresses.xml)",
        [Responsables] = "le fichier des responsables (ResponsablesAvecAdresses.xml)",
        [Nomenclatures] = "le fichier des nomenclatures (Nomenclature.xml)",
        [Structures] = "le fichier des divisions et des groupes (Structures.xml)",
        ["BEE_COMMUN"] = "le fichier Communs.xml, qui décrit l'établissement",
        ["IMPORT_ELEVES"] = "un fichier à faire entrer dans SIECLE, pas un export de SIECLE",
        ["exportAbsence"] = "l'export des absences",
        ["STS_EDT"] = "un fichier de STS-Web (services et enseignants)",
        ["EDT_STS"] = "le retour d'un logiciel d'emploi du temps vers STS-Web",
        ["lsun-bilans"] = "un fichier du livret scolaire unique (école et collège)",
        ["lsl"] = "un fichier du livret scolaire du lycée",
        ["html"] = "une page web enregistrée au lieu du fichier",
    };

    public static string Nom(string racine) => Connues[racine];

    public static string Refuser(string trouvee, string attendue) => Connues.TryGetValue(trouvee, out var quoi)
        ? $"Ce fichier est {quoi} ; on attend {Nom(attendue)}. Choisissez le bon fichier dans les exports XML de SIECLE."
        : $"La racine de ce fichier est « {(trouvee.Length > 40 ? trouvee[..40] + "…" : trouvee)} », inconnue ici ; on attend {Nom(attendue)}, dont la racine est {attendue}. Refaites l'export depuis SIECLE.";

    /// <summary>One sentence says all that differs; null when the file is the one expected.</summary>
    public static string? Refuser(EnteteSiecle entete, AttenduSiecle attendu)
    {
        var autreUai = attendu.Uai is { } uai && !uai.Equals(entete.Uai, StringComparison.OrdinalIgnoreCase);
        var autreAnnee = attendu.AnneeScolaire is { } annee && annee != entete.AnneeScolaire;
        if (!autreUai && !autreAnnee)
            return null;
        string[] attendus = [.. new[] { attendu.Uai is null ? null : $"l'établissement {attendu.Uai}", attendu.AnneeScolaire is { } a ? $"l'année scolaire {Annee(a)}" : null }.OfType<string>()];
        return $"Ce fichier est celui de l'établissement {entete.Uai}, année scolaire {Annee(entete.AnneeScolaire)} ; on attend {string.Join(", ", attendus)}. Choisissez le bon export, ou changez d'établissement ou de session.";
    }

    private static string Annee(int premiere) => string.Create(CultureInfo.InvariantCulture, $"{premiere}-{premiere + 1}");
}
