using System.Globalization;
using System.Text;

namespace Rebond.Coeur.Inscription.Eleves;

/// <summary>What a column of a file of pupils can hold.</summary>
public enum ChampEleve
{
    NomDeFamille, Prenom, Naissance, Division, Ine, Mef, Sexe, NomUsage, Prenom2, Prenom3, LibelleMef, TypeStructure, Statut, Regime, Doublement, Uai, AnneeScolaire, NumeroInterne,
    PaysNaissance, DepartementNaissance, CommuneNaissance, VilleNaissance, VilleNaissanceEtrangere, Nationalite, DateEntree, DateSortie, MotifSortie,
    Mel, TelephonePersonnel, TelephonePortable, Adresse1, Adresse2, Adresse3, Adresse4, CodePostal, Localite, PaysAdresse,
}

/// <summary>Names columns bear in the files met: SIECLE « ElevesComplete », aplypro, FREGATA, Pronote and the like (docs/formats-fichiers.md).</summary>
internal static class SynonymesEleve
{
    /// <summary>Without them a pupil cannot be registered.</summary>
    public static readonly IReadOnlyList<ChampEleve> Obligatoires = [ChampEleve.NomDeFamille, ChampEleve.Prenom, ChampEleve.Naissance, ChampEleve.Division];

    // In the words of MotsDe: no accent, no case, no small word.
    private static readonly Dictionary<ChampEleve, string[]> Connus = new()
    {
        [ChampEleve.NomDeFamille] = ["nom", "nom famille", "nom naissance", "nom patronymique", "nom eleve"],
        [ChampEleve.Prenom] = ["prenom", "prenoms", "premier prenom", "prenom 1", "prenom usuel", "prenom eleve"],
        [ChampEleve.Naissance] = ["date naissance", "date naiss", "naissance", "ne", "ne e", "date naissance jj mm aaaa"],
        [ChampEleve.Division] = ["division", "code structure", "classe", "label classe", "code division", "libelle classe", "classe eleve", "division classe"],
        [ChampEleve.Ine] = ["ine", "id national", "identifiant national", "numero national", "num national", "n national", "no national", "identifiant unique", "ine rnie", "identifiant national eleve"],
        [ChampEleve.Mef] = ["code mef", "mef", "mef code"],
        [ChampEleve.Sexe] = ["sexe", "code sexe", "sexe biologique", "genre", "civilite"],
        [ChampEleve.NomUsage] = ["nom usage", "nom usuel"],
        [ChampEleve.Prenom2] = ["prenom 2", "deuxieme prenom"],
        [ChampEleve.Prenom3] = ["prenom 3", "troisieme prenom"],
        [ChampEleve.LibelleMef] = ["lib mef", "libelle mef", "formation", "libelle formation"],
        [ChampEleve.TypeStructure] = ["type structure"],
        [ChampEleve.Statut] = ["statut", "code statut", "statut apprenant"],
        [ChampEleve.Regime] = ["code regime", "regime"],
        [ChampEleve.Doublement] = ["doublement", "redoublement", "redoublant"],
        [ChampEleve.Uai] = ["uai", "code uai", "rne", "code rne", "code etablissement", "uai etablissement"],
        [ChampEleve.AnneeScolaire] = ["annee scolaire"],
        [ChampEleve.NumeroInterne] = ["num eleve etab", "eleve no etab", "numero interne", "elenoet", "numero eleve"],
        [ChampEleve.PaysNaissance] = ["pays naissance", "code pays naissance", "pays naiss", "insee pays naissance"],
        [ChampEleve.DepartementNaissance] = ["departement naissance", "code departement naissance", "departement naiss"],
        [ChampEleve.CommuneNaissance] = ["code commune naissance", "code insee commune naissance", "insee commune naissance", "commune code insee", "code insee naissance"],
        [ChampEleve.VilleNaissance] = ["libelle commune naissance", "commune naiss", "commune naissance", "lieu naissance", "ville naissance"],
        [ChampEleve.VilleNaissanceEtrangere] = ["ville naiss etrangere", "ville naissance etrangere"],
        [ChampEleve.Nationalite] = ["nationalite", "pays nat", "code nationalite"],
        [ChampEleve.DateEntree] = ["date entree", "date entree formation"],
        [ChampEleve.DateSortie] = ["date sortie", "date sortie etablissement", "date sortie formation"],
        [ChampEleve.MotifSortie] = ["motif sortie"],
        [ChampEleve.Mel] = ["email", "e mail", "mel", "courriel", "adresse mail", "adresse email", "adresse electronique"],
        [ChampEleve.TelephonePersonnel] = ["tel personnel", "telephone", "telephone personnel", "tel domicile"],
        [ChampEleve.TelephonePortable] = ["tel portable", "portable", "telephone portable", "mobile", "tel mobile"],
        [ChampEleve.Adresse1] = ["ligne adresse 1", "ligne 1 adresse", "adresse 1", "adresse", "adresse ligne 1"],
        [ChampEleve.Adresse2] = ["ligne adresse 2", "ligne 2 adresse", "adresse 2", "adresse ligne 2"],
        [ChampEleve.Adresse3] = ["ligne adresse 3", "ligne 3 adresse", "adresse 3", "adresse ligne 3"],
        [ChampEleve.Adresse4] = ["ligne adresse 4", "ligne 4 adresse", "adresse 4", "adresse ligne 4"],
        [ChampEleve.CodePostal] = ["code postal", "cp"],
        [ChampEleve.Localite] = ["localite", "lib postal", "libelle postal", "ville", "commune"],
        [ChampEleve.PaysAdresse] = ["pays", "code pays"],
    };

    private static readonly HashSet<string> PetitsMots = ["de", "du", "des", "d", "le", "la", "les", "l", "et", "en"];

    private static readonly Dictionary<string, ChampEleve> ParNom = Connus.SelectMany(c => c.Value.Select(n => (Nom: Serrer(n.Split(' ')), c.Key))).DistinctBy(c => c.Nom).ToDictionary(c => c.Nom, c => c.Key);

    private static readonly List<(ChampEleve Champ, string[] Mots)> ParMots = [.. Connus.SelectMany(c => c.Value.Select(n => (c.Key, n.Split(' ')))).Where(c => c.Item2.Length > 1).OrderByDescending(c => c.Item2.Length)];

    /// <summary>The field this heading names exactly: « Né(e) le », « date_naissance » and « Date de naissance » are one.</summary>
    public static ChampEleve? Exact(string entete) => ParNom.TryGetValue(Serrer(MotsDe(entete)), out var champ) ? champ : null;

    /// <summary>The field whose words this heading holds among others: « Date de naissance de l'élève ». The columns of the parents are not his.</summary>
    public static ChampEleve? Approche(string entete)
    {
        var mots = MotsDe(entete);
        if (mots.Any(m => m is "repr" or "leg" or "legal" or "responsable" or "parent" or "pere" or "mere" or "tuteur"))
            return null;
        foreach (var (champ, cherches) in ParMots)
        {
            if (cherches.All(mots.Contains))
                return champ;
        }
        return null;
    }

    private static string Serrer(IEnumerable<string> mots) => string.Concat(mots);

    private static List<string> MotsDe(string entete)
    {
        var mots = new List<string>();
        var mot = new StringBuilder();
        foreach (var c in entete.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(c))
                mot.Append(char.ToLowerInvariant(c));
            else if (mot.Length > 0)
            {
                mots.Add(mot.ToString());
                mot.Clear();
            }
        }
        mots.RemoveAll(PetitsMots.Contains);
        return mots;
    }
}
