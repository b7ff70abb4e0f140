using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Tests;

/// <summary>Dossiers d'essai : sensés par défaut, changés par ce que le test éprouve.</summary>
internal static class Donnees
{
    /// <summary>Un scolaire qui a la même note partout.</summary>
    public static DossierExamen UnBacPro(int annee = 2019, decimal note = 12, string table = "GA-2012", params (string Unite, decimal Note)[] sauf) =>
        Dossier(TypeExamen.BacPro, annee, note, table, sauf) with { Pfmp = new Pfmp(22, true), LivretExamine = true };

    public static DossierExamen UnGt(int annee = 2020, decimal note = 12, string table = "S", params (string Unite, decimal Note)[] sauf) =>
        Dossier(Reglements.Chercher(table)!.Examen, annee, note, table, sauf) with { LivretExamine = true };

    public static DossierExamen Avec(this DossierExamen dossier, string unite, EtatUnite etat) =>
        dossier with { Unites = new Dictionary<string, EtatUnite>(dossier.Unites) { [unite] = etat } };

    public static DossierExamen Avec(this DossierExamen dossier, string unite, decimal note) => dossier.Avec(unite, EtatUnite.Notee(Note.De(note)));

    public static DossierExamen Facultative(this DossierExamen dossier, string unite, decimal note) =>
        dossier with { Facultatives = new Dictionary<string, EtatUnite>(dossier.Facultatives) { [unite] = EtatUnite.Notee(Note.De(note)) } };

    public static DossierExamen Interroge(this DossierExamen dossier, decimal une, decimal deux) =>
        dossier with { Controle = new EpreuveControle(Note.De(une), Note.De(deux), null) };

    public static DossierExamen Repasse(this DossierExamen dossier, params (string Unite, decimal Note)[] notes) =>
        dossier with { Controle = new EpreuveControle(null, null, notes.ToDictionary(n => n.Unite, n => Note.De(n.Note))) };

    public static DossierExamen Septembre(this DossierExamen dossier, params (string Unite, decimal Note)[] notes) =>
        dossier with { Remplacement = new EpreuvesRemplacement(true, notes.ToDictionary(n => n.Unite, n => Note.De(n.Note))) };

    public static IEnumerable<string> CodesMotifs(this Conclusion conclusion) => conclusion.Motifs.Select(motif => motif.Code);

    /// <summary>Moins de tirages quand chaque test est rejoué pour des centaines de mutants (outils/mutations).</summary>
    public static int Tirages(int nombre) => Environment.GetEnvironmentVariable("REBOND_MUTATIONS") == "1" ? Math.Max(1, nombre / 5) : nombre;

    /// <summary>La racine du dépôt, pour les jeux et les documents.</summary>
    public static string Depot { get; } = Remonter(AppContext.BaseDirectory);

    private static DossierExamen Dossier(TypeExamen examen, int annee, decimal note, string table, (string Unite, decimal Note)[] sauf)
    {
        var reglement = Reglements.Chercher(table)!;
        var etats = reglement.Unites.Where(unite => unite.Obligatoire).ToDictionary(unite => unite.Code, _ => EtatUnite.Notee(Note.De(note)));
        foreach (var (unite, valeur) in sauf)
            etats[unite] = EtatUnite.Notee(Note.De(valeur));
        return new DossierExamen { Examen = examen, Session = SessionExamen.Juin(annee), Reglement = reglement, Unites = etats };
    }

    private static string Remonter(string dossier) => File.Exists(Path.Combine(dossier, "Rebond.slnx")) ? dossier : Remonter(Path.GetDirectoryName(dossier.TrimEnd(Path.DirectorySeparatorChar))!);
}
