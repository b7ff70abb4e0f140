using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>A division of the establishment, or a group drawn from divisions.</summary>
/// <param name="Mefs">Eleven characters each; a division may mix two specialties.</param>
/// <param name="Divisions">Of a group: the divisions it draws from.</param>
public sealed record DivisionSiecle(int Ligne, string Code, bool EstDivision, string? Libelle, IReadOnlyList<string> Mefs, IReadOnlyList<string> Divisions);

/// <summary>Structures.xml: divisions and groups.</summary>
public static class LectureStructures
{
    private static readonly Dictionary<string, string> Blocs = new() { ["DIVISIONS"] = "DIVISION", ["GROUPES"] = "GROUPE" };

    public static FichierSiecle<DivisionSiecle> Lire(Stream flux, AttenduSiecle attendu, LimitesFichier? limites = null, CancellationToken ct = default)
    {
        using var lecture = new LectureXml(flux, RacineSiecle.Structures, attendu, limites);
        var structures = new Dictionary<(string, bool), DivisionSiecle>();
        var lus = 0;
        foreach (var element in lecture.Lire(Blocs, ct))
        {
            lus++;
            var structure = Structure(element);
            if (element.Rejets.Count == 0 && !structures.TryAdd((structure.Code, structure.EstDivision), structure))
                element.Refuser(null, "STRUCTURE_EN_DOUBLE", $"{structure.Code} est déjà à la ligne {structures[(structure.Code, structure.EstDivision)].Ligne} ; la première est gardée.");
            lecture.Rejeter(element.Rejets);
        }
        if (!lecture.EstIllisible && lus == 0)
            lecture.Condamner(new(1, "DIVISIONS", "FICHIER_SANS_LIGNE", "Ce fichier ne contient aucune division : il n'y a rien à importer."));
        return lecture.Conclure<DivisionSiecle>([.. structures.Values], lus);
    }

    private static DivisionSiecle Structure(ElementSiecle e) => new(e.Ligne, e.Identifiant("CODE_STRUCTURE"), e.Nom == "DIVISION", e.Texte("LIBELLE_LONG"),
        Codes(e.Enfant("MEFS_APPARTENANCE"), "MEF_APPARTENANCE", "CODE_MEF"), Codes(e.Enfant("DIVISIONS_APPARTENANCE"), "DIVISION_APPARTENANCE", "CODE_STRUCTURE"));

    private static List<string> Codes(ElementSiecle? bloc, string element, string code) => bloc is null ? [] : [.. bloc.Tous(element).Select(m => m.Texte(code, 20)).OfType<string>()];
}
