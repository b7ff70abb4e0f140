using System.Globalization;
using System.Text.RegularExpressions;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>
/// Reads published tables as an auditor would, without a base and without knowing the answers: adds up what should add up, compares the
/// files with each other and with the nomenclature, and says each thing that does not hold.
/// </summary>
public static partial class ControlerStatistiques
{
    /// <param name="Chemin">Shown, and searched for the year of the session when none is given.</param>
    public sealed record Fichier(string Chemin, Stream Contenu);

    /// <param name="Session">Year; null to find it in the name of the file or of its folder.</param>
    /// <param name="Offre">Courses open by département, to choose between possible moves.</param>
    public sealed record Demande(IReadOnlyList<Fichier> Fichiers, int? Session = null, Fichier? Offre = null, LimitesFichier? Limites = null);

    /// <param name="Type">RESULTATS_PUBLICS, EFFECTIFS, OFFRE (only when it cannot be read) or NON_RECONNU.</param>
    public sealed record FichierControle(string Fichier, string Type, int Lignes, IReadOnlyList<Incoherence> Incoherences, IReadOnlyList<Deplacement> Propositions);

    public sealed record Reponse(IReadOnlyList<FichierControle> Fichiers)
    {
        public bool EstCoherente => Fichiers.All(f => f.Incoherences.All(i => i.Gravite == GraviteIncoherence.Avertissement));
    }

    public static Reponse Executer(Demande demande)
    {
        var controles = new List<FichierControle>();
        var offre = demande.Offre is null ? null : LireOffre(demande.Offre, demande.Limites, controles);
        var tableaux = new List<(int Rang, TableauEffectifs Tableau)>();
        foreach (var fichier in demande.Fichiers)
        {
            var lecture = LectureTableau.Ouvrir(fichier.Contenu, fichier.Chemin, null, [], demande.Limites);
            var familles = TableauEffectifs.Reconnaitre(lecture.Entetes);
            if (FormatResultatsPublics.Colonnes.All(lecture.Entetes.Contains))
            {
                var incoherences = ControlerResultatsPublics.Executer(lecture);
                controles.Add(new(fichier.Chemin, "RESULTATS_PUBLICS", lecture.Lus, incoherences, []));
            }
            else if (familles.Count > 0)
            {
                var (tableau, illisibles) = TableauEffectifs.Lire(lecture, familles);
                var (totaux, ecarts) = ControlerTotaux.Executer(tableau);
                var session = demande.Session ?? AnneeDansLeNom(fichier.Chemin);
                tableaux.Add((controles.Count, tableau));
                controles.Add(new(fichier.Chemin, "EFFECTIFS", lecture.Lus, [.. illisibles, .. totaux, .. ControlerNomenclature.Executer(tableau, session)], ProposerDeplacements.Executer(ecarts, offre)));
            }
            else
            {
                controles.Add(new(fichier.Chemin, "NON_RECONNU", lecture.Lus, [.. lecture.Rejets.Select(r => new Incoherence(r.Ligne, r.Colonne, r.Code, r.Phrase, null, null))], []));
            }
        }
        foreach (var (rang, incoherence) in Rapprocher(tableaux, controles))
            controles[rang] = controles[rang] with { Incoherences = [.. controles[rang].Incoherences, incoherence] };
        return new Reponse(controles);
    }

    // The synthesis repeats the totals of the other tables: both must say the same.
    private static List<(int Rang, Incoherence Incoherence)> Rapprocher(List<(int Rang, TableauEffectifs Tableau)> tableaux, List<FichierControle> controles)
    {
        var ecarts = new List<(int, Incoherence)>();
        var details = tableaux.Select(t => (t.Rang, t.Tableau, Examen: t.Tableau.Examen())).Where(t => t.Examen is not null && t.Tableau.GrandTotal is not null).ToList();
        foreach (var (rang, synthese) in tableaux.Where(t => t.Tableau.Examen() is null))
        {
            foreach (var (autre, detail, examen) in details)
            {
                if (synthese.Lignes.FirstOrDefault(l => l.Code == examen) is not { } ligne)
                    continue;
                foreach (var colonne in synthese.Familles[0].Colonnes.Intersect(detail.Familles[0].Colonnes))
                {
                    var (ici, la) = (ligne.Valeurs[synthese.Familles[0].Nom(colonne)], detail.GrandTotal!.Valeurs[detail.Familles[0].Nom(colonne)]);
                    if (ici is null || la is null || ici == la)
                        continue;
                    ecarts.Add((rang, new(ligne.Numero, synthese.Familles[0].Nom(colonne), "TOTAL_AUTRE_FICHIER",
                        $"Ligne {ligne.Numero}, colonne {synthese.Familles[0].Nom(colonne)} : « {ligne.Nom} » imprime {ControlerTotaux.N(ici.Value)}, le total de {Path.GetFileName(controles[autre].Fichier)} (ligne {detail.GrandTotal.Numero}) imprime {ControlerTotaux.N(la.Value)}.", ici, la)));
                }
            }
        }
        return ecarts;
    }

    /// <summary>« departement;formation_diplome;eleves », or a constat by establishment with « uai » in place of the département.</summary>
    private static ProposerDeplacements.Offre LireOffre(Fichier fichier, LimitesFichier? limites, List<FichierControle> controles)
    {
        var eleves = new Dictionary<(string, string), int>();
        var lecture = LectureTableau.Ouvrir(fichier.Contenu, fichier.Chemin, ["formation_diplome", "eleves"], ["departement", "uai"], limites);
        foreach (var ligne in lecture.Lire())
        {
            var departement = ligne["departement"] is { Length: > 0 } code ? code.PadLeft(3, '0').ToUpperInvariant() : ligne["uai"].Length == 8 ? ligne["uai"][..3] : "";
            if (FormatResultatsPublics.TryLireEffectif(ligne["eleves"], out var nombre))
                eleves[(departement, ligne["formation_diplome"])] = (int)Math.Min((long)eleves.GetValueOrDefault((departement, ligne["formation_diplome"])) + nombre, 10_000_000);
        }
        if (lecture.Rejets.Count > 0)
            controles.Add(new(fichier.Chemin, "OFFRE", lecture.Lus, [.. lecture.Rejets.Select(r => new Incoherence(r.Ligne, r.Colonne, r.Code, r.Phrase, null, null))], []));
        return new(eleves);
    }

    private static int? AnneeDansLeNom(string chemin)
    {
        foreach (var nom in (string?[])[Path.GetFileName(chemin), Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(chemin)))])
        {
            if (nom is not null && Annee().Match(nom) is { Success: true } annee)
                return int.Parse(annee.Groups[1].Value, CultureInfo.InvariantCulture);
        }
        return null;
    }

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})(?!\d)")]
    private static partial Regex Annee();
}
