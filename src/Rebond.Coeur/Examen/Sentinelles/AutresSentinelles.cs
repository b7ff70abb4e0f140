using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen.Sentinelles;

/// <summary>The mean of a unit is far from the other marks of the same candidates, more than two examiners usually differ.</summary>
public static class MoyenneEloignee
{
    private const int LignesMinimum = 8;

    // Choice: one point and a quarter is the ordinary spread between examiners or teachers.
    private const double EcartOrdinaire = 1.25;
    private const double Seuil = 3;

    public static Anomalie? Chercher(LotNotes lot, string unite)
    {
        var notes = lot.Notes(unite);
        var ecarts = new List<double>();
        for (var i = 0; i < notes.Count; i++)
            if (notes[i] is { } note && lot.MoyenneDesAutres(i, note) is { } autres)
                ecarts.Add(note - autres);
        if (ecarts.Count < LignesMinimum)
            return null;
        var attendu = lot.Profil?.ParUnite.GetValueOrDefault(unite)?.EcartAuxAutres ?? 0;
        var moyen = ecarts.Average();
        var variance = ecarts.Average(e => (e - moyen) * (e - moyen));
        var z = (moyen - attendu) / Math.Sqrt((variance / ecarts.Count) + (EcartOrdinaire * EcartOrdinaire));
        if (Math.Abs(z) < Seuil)
            return null;
        var moyenne = notes.Average()!.Value;
        return new Anomalie(TypeAnomalie.MoyenneEloignee, unite, FormattableString.CurrentCulture(
            $"Moyenne du lot éloignée : {moyenne:0.0}, soit {moyen:+0.0;−0.0} point par rapport aux autres notes des mêmes candidats, quand la session donne {attendu:+0.0;−0.0;0,0} (écart réduit {z:+0.0;−0.0}, {ecarts.Count} candidats)."));
    }
}

/// <summary>Absences that no slip confirms (incident of 2017: lost scripts shown as absent).</summary>
public static class AbsentsSansBordereau
{
    public static Anomalie? Chercher(LotNotes lot, string unite)
    {
        var absents = Enumerable.Range(0, lot.Lignes.Count).Where(i => lot.Lignes[i].TryGetValue(unite, out var e) && e.Etat == Etat.Absent).ToList();
        var sansBordereau = absents.Where(i => !lot.AbsencesConfirmees.Contains((i, unite))).ToList();
        return sansBordereau.Count == 0 ? null : new Anomalie(TypeAnomalie.AbsentsSansBordereau, unite,
            $"{sansBordereau.Count} absence{(sansBordereau.Count > 1 ? "s" : "")} sur {absents.Count} sans bordereau qui la confirme (ligne{(sansBordereau.Count > 1 ? "s" : "")} {string.Join(", ", sansBordereau.Take(8).Select(i => i + 1))}{(sansBordereau.Count > 8 ? "…" : "")}). Vérifiez qu’aucune copie n’est égarée.",
            sansBordereau[0], sansBordereau[^1]);
    }
}

/// <summary>Every candidate of the lot has the same mark.</summary>
public static class ColonneUniforme
{
    private const int LignesMinimum = 5;

    public static Anomalie? Chercher(LotNotes lot, string unite)
    {
        var notes = lot.Notes(unite).OfType<double>().ToList();
        return notes.Count < LignesMinimum || notes.Any(n => n != notes[0]) ? null : new Anomalie(TypeAnomalie.ColonneUniforme, unite,
            FormattableString.CurrentCulture($"Les {notes.Count} candidats notés ont tous {notes[0]:0.##}. Vérifiez que la colonne n’a pas été remplie d’un bloc."));
    }
}

/// <summary>All the sentinels on one lot.</summary>
public static class Veille
{
    public static IReadOnlyList<Anomalie> Examiner(LotNotes lot) =>
    [
        .. lot.Unites.Select(u => DecalageUneLigne.Chercher(lot, u)).OfType<Anomalie>(),
        .. ColonnesEchangees.Chercher(lot),
        .. lot.Unites.Select(u => MoyenneEloignee.Chercher(lot, u)).OfType<Anomalie>(),
        .. lot.Unites.Select(u => AbsentsSansBordereau.Chercher(lot, u)).OfType<Anomalie>(),
        .. lot.Unites.Select(u => ColonneUniforme.Chercher(lot, u)).OfType<Anomalie>(),
    ];
}
