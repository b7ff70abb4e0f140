using System.Globalization;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Eleves;

/// <summary>What a table of pupils held: the good ones, and why the other lines are not taken.</summary>
public sealed record FichierEleves
{
    public required IReadOnlyList<EleveLu> Eleves { get; init; }
    public required IReadOnlyList<Rejet> Rejets { get; init; }
    public required IReadOnlyList<string> ColonnesIgnorees { get; init; }

    /// <summary>Lines, not pupils: one pupil may have several.</summary>
    public required int Lus { get; init; }
    public required bool EstIllisible { get; init; }
}

/// <summary>
/// Pupils from a CSV file or a workbook, by columns somebody confirmed. A pupil with a line per structure is one pupil; lines that
/// contradict one another are all refused.
/// </summary>
public static class LectureElevesTableau
{
    /// <param name="Uai">Lines of another establishment are refused, when the file says it.</param>
    /// <param name="AnneeScolaire">First calendar year.</param>
    public sealed record Attendu(string? Uai = null, int? AnneeScolaire = null);

    public static FichierEleves Lire(Stream flux, string nom, CorrespondanceColonnes correspondance, Attendu attendu, LimitesFichier? limites = null, CancellationToken ct = default)
    {
        var lecture = LectureTableau.Ouvrir(flux, nom, [.. correspondance.Colonnes.Values.Distinct()], [], limites);
        var titres = lecture.Entetes.Zip(lecture.Titres).Where(t => t.First.Length > 0).ToDictionary(t => t.First, t => t.Second);
        var groupes = new Dictionary<string, List<EleveLu>>();
        foreach (var brute in lecture.Lire())
        {
            ct.ThrowIfCancellationRequested();
            var ligne = new LigneEleve(brute, correspondance, titres);
            var eleve = ligne.Lire(attendu);
            foreach (var rejet in ligne.Rejets)
                lecture.Rejeter(rejet);
            if (ligne.Rejets.Count > 0)
                continue;
            var cle = eleve.Ines.Retenu ?? Identite(eleve);
            if (groupes.TryGetValue(cle, out var lignes))
                lignes.Add(eleve);
            else
                groupes.Add(cle, [eleve]);
        }
        var eleves = new List<EleveLu>();
        foreach (var lignes in groupes.Values)
        {
            if (Reunir(lignes, lecture) is { } eleve)
                eleves.Add(eleve);
        }
        HomonymesSansIne(eleves, lecture);
        return new()
        {
            Eleves = lecture.EstIllisible ? [] : eleves,
            Rejets = lecture.Rejets,
            ColonnesIgnorees = [.. lecture.ColonnesIgnorees.Select(c => titres.GetValueOrDefault(c, c))],
            Lus = lecture.Lus,
            EstIllisible = lecture.EstIllisible,
        };
    }

    private static string Identite(EleveLu e) => string.Create(CultureInfo.InvariantCulture, $"{LectureTableau.NomDeColonne(e.NomDeFamille)}|{LectureTableau.NomDeColonne(e.Prenom)}|{e.Naissance:yyyy-MM-dd}");

    private static EleveLu? Reunir(List<EleveLu> lignes, LectureTableau lecture)
    {
        var premier = lignes[0];
        var reste = lignes.Skip(1).ToList();
        if (reste.Find(e => !MemePersonne(premier, e)) is { } autre)
            return Refuser("LIGNES_CONTRADICTOIRES", autre, "les deux lignes portent le même identifiant, avec un nom, une naissance ou une formation différents");
        if (reste.Find(e => e.Division is { } division && premier.Division is not null && division != premier.Division) is { } ailleurs)
            return Refuser("DEUX_DIVISIONS", ailleurs, $"l'élève est dans deux divisions, {premier.Division} et {ailleurs.Division}");
        return premier with { Structures = [.. lignes.SelectMany(l => l.Structures).Distinct().OrderByDescending(s => s.EstDivision)] };

        EleveLu? Refuser(string code, EleveLu contraire, string constat)
        {
            foreach (var ligne in lignes)
                lecture.Rejeter(new(ligne.Ligne, null, code, $"Ligne {ligne.Ligne} : {constat} (lignes {premier.Ligne} et {contraire.Ligne}). Corrigez le fichier : ses lignes sont toutes refusées."));
            return null;
        }
    }

    private static bool MemePersonne(EleveLu a, EleveLu b) => Identite(a) == Identite(b) && a.Sexe == b.Sexe && a.Mef == b.Mef && a.Ines == b.Ines;

    // The same name and birth, once with an INE and once without: nobody can tell whether they are one or two.
    private static void HomonymesSansIne(List<EleveLu> eleves, LectureTableau lecture)
    {
        foreach (var memes in eleves.GroupBy(Identite).Where(g => g.Count() > 1 && g.Any(e => e.Ines.Retenu is null)).ToList())
        {
            foreach (var eleve in memes)
            {
                lecture.Rejeter(new(eleve.Ligne, null, "ELEVE_EN_DOUBLE", $"Ligne {eleve.Ligne} : cet élève figure avec un INE et sans INE (lignes {string.Join(" et ", memes.Select(m => m.Ligne))}). Complétez l'INE ou gardez une seule ligne."));
                eleves.Remove(eleve);
            }
        }
    }
}
