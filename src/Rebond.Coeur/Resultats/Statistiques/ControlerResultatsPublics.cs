using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>Every row of a file of public results against its accounting identities.</summary>
internal static class ControlerResultatsPublics
{
    public static IReadOnlyList<Incoherence> Executer(LectureTableau lecture)
    {
        var incoherences = new List<Incoherence>();
        var premieres = new Dictionary<(int, string, string, string, string, string, string), int>();
        foreach (var brute in lecture.Lire())
        {
            var (resultat, rejets) = FormatResultatsPublics.Lire(brute);
            incoherences.AddRange(rejets.Select(r => new Incoherence(r.Ligne, r.Colonne, r.Code, r.Phrase, r.Colonne is null ? null : brute[r.Colonne], null)));
            if (resultat is null)
                continue;
            if (!premieres.TryAdd(resultat.Cle, brute.Numero))
                incoherences.Add(new(brute.Numero, "diplome_specialite", "LIGNE_EN_DOUBLE", $"Ligne {brute.Numero} : mêmes session, académie, sexe, statut, voie, série et spécialité qu'à la ligne {premieres[resultat.Cle]}.", null, null));
            var n = resultat.Effectifs;
            foreach (var identite in FormatResultatsPublics.Identites)
            {
                var somme = identite.Termes.Sum(t => n[t]);
                if (somme != n[identite.Total])
                    incoherences.Add(Faux(brute.Numero, FormatResultatsPublics.Effectifs[identite.Total], identite.Code, identite.Phrase, n[identite.Total], somme));
            }
            if (n[1] > n[0])
                incoherences.Add(Faux(brute.Numero, FormatResultatsPublics.Effectifs[1], "PRESENTS_INSCRITS", "présents ≤ inscrits", n[1], n[0]));
        }
        incoherences.AddRange(lecture.Rejets.Select(r => new Incoherence(r.Ligne, r.Colonne, r.Code, r.Phrase, null, null)));
        return incoherences;
    }

    private static Incoherence Faux(int ligne, string colonne, string code, string identite, int imprime, int calcule) => new(ligne, colonne, code,
        $"Ligne {ligne}, colonne {colonne} : {ControlerTotaux.N(imprime)} imprimé, {ControlerTotaux.N(calcule)} attendu ({identite}).", imprime, calcule);
}
