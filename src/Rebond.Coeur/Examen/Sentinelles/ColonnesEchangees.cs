namespace Rebond.Coeur.Examen.Sentinelles;

/// <summary>Two columns copied one for the other: each looks like the other unit of the session (mean of the gaps to the other marks) and not like its own.</summary>
public static class ColonnesEchangees
{
    private const int LignesMinimum = 8;

    // Choices: one point is the ordinary difference between two teachers; the two units must be marked at least two points apart.
    private const double EcartOrdinaire = 1;
    private const double DistanceMinimum = 2;
    private const double GainMinimum = 9;

    public static IEnumerable<Anomalie> Chercher(LotNotes lot)
    {
        if (lot.Profil is null)
            yield break;
        var colonnes = lot.Unites.Where(u => lot.Profil.ParUnite.ContainsKey(u) && lot.Notes(u).Count(n => n is not null) >= LignesMinimum)
            .Select(u => (Unite: u, Moyenne: lot.Notes(u).Average()!.Value, Profil: lot.Profil.ParUnite[u])).ToList();
        if (colonnes.Count < 3)
            yield break;
        // A strong or weak class is strong or weak everywhere: its level is taken out first (median: two swapped columns do not move it).
        var niveaux = colonnes.Select(c => c.Moyenne - c.Profil.Moyenne).Order().ToList();
        var niveau = niveaux[niveaux.Count / 2];
        for (var i = 0; i < colonnes.Count; i++)
        {
            for (var j = i + 1; j < colonnes.Count; j++)
            {
                var (a, b) = (colonnes[i], colonnes[j]);
                var (ma, mb) = (a.Moyenne - niveau, b.Moyenne - niveau);
                var droit = Carre(ma - a.Profil.Moyenne) + Carre(mb - b.Profil.Moyenne);
                var croise = Carre(ma - b.Profil.Moyenne) + Carre(mb - a.Profil.Moyenne);
                if (Math.Abs(a.Profil.Moyenne - b.Profil.Moyenne) >= DistanceMinimum && (droit - croise) / Carre(EcartOrdinaire) >= GainMinimum && croise <= 2 * Carre(EcartOrdinaire))
                    yield return new Anomalie(TypeAnomalie.ColonnesEchangees, a.Unite, FormattableString.CurrentCulture(
                        $"Colonnes {a.Unite} et {b.Unite} peut-être échangées : moyennes du lot {a.Moyenne:0.0} et {b.Moyenne:0.0}, alors que la session donne {a.Profil.Moyenne:0.0} et {b.Profil.Moyenne:0.0}. Comparez avec les bordereaux."));
            }
        }
    }

    private static double Carre(double v) => v * v;
}
