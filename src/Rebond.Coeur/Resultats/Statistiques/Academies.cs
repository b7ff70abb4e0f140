namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>Names of académies as the open data of results write them, by BCN code.</summary>
internal static class Academies
{
    private static readonly Dictionary<string, string> Noms = new()
    {
        ["01"] = "PARIS",
        ["02"] = "AIX-MARSEILLE",
        ["03"] = "BESANCON",
        ["04"] = "BORDEAUX",
        ["05"] = "CAEN",
        ["06"] = "CLERMONT-FERRAND",
        ["07"] = "DIJON",
        ["08"] = "GRENOBLE",
        ["09"] = "LILLE",
        ["10"] = "LYON",
        ["11"] = "MONTPELLIER",
        ["12"] = "NANCY-METZ",
        ["13"] = "POITIERS",
        ["14"] = "RENNES",
        ["15"] = "STRASBOURG",
        ["16"] = "TOULOUSE",
        ["17"] = "NANTES",
        ["18"] = "ORLEANS-TOURS",
        ["19"] = "REIMS",
        ["20"] = "AMIENS",
        ["21"] = "ROUEN",
        ["22"] = "LIMOGES",
        ["23"] = "NICE",
        ["24"] = "CRETEIL",
        ["25"] = "VERSAILLES",
        ["27"] = "CORSE",
        ["28"] = "LA REUNION",
        ["31"] = "MARTINIQUE",
        ["32"] = "GUADELOUPE",
        ["33"] = "GUYANE",
        ["43"] = "MAYOTTE",
        ["70"] = "NORMANDIE",
    };

    public static string Nom(string code) => Noms.GetValueOrDefault(code, code);
}
