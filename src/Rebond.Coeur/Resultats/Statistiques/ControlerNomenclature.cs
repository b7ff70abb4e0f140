using System.Globalization;
using System.Text;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>Are the diploma codes known, open at that session, and do the labels say what the nomenclature says?</summary>
internal static class ControlerNomenclature
{
    private static readonly HashSet<string> MotsVides = ["DE", "DES", "DU", "LA", "LE", "LES", "ET", "EN", "AU", "AUX", "SUR", "PAR", "OPTION", "OPTIONS", "BAC", "PRO", "SES"];

    public static IEnumerable<Incoherence> Executer(TableauEffectifs tableau, int? session)
    {
        foreach (var ligne in tableau.Lignes.Where(l => l.Formations.Count > 0))
        {
            var diplomes = ligne.Formations.Select(NomenclatureBacPro.Chercher).OfType<DiplomeBcn>().ToList();
            foreach (var inconnu in ligne.Formations.Where(f => NomenclatureBacPro.Chercher(f) is null))
                yield return new(ligne.Numero, "formation_diplome", "SPECIALITE_INCONNUE", $"Ligne {ligne.Numero}, colonne formation_diplome : « {inconnu} » n'est pas un diplôme de bac pro de la nomenclature.", inconnu, null);
            foreach (var diplome in session is { } annee ? diplomes.Where(d => !d.AUneSession(annee)) : [])
                yield return HorsSession(ligne, diplome, session!.Value);
            if (diplomes.Count > 0 && Douteux(ligne, diplomes) is { } douteux)
                yield return douteux;
        }
    }

    private static Incoherence HorsSession(LigneEffectifs ligne, DiplomeBcn diplome, int session)
    {
        var valable = NomenclatureBacPro.DeMemeLibelle(diplome).FirstOrDefault(d => d.AUneSession(session));
        var dates = diplome.PremiereSession > session ? $"sa première session est {diplome.PremiereSession}" : $"sa dernière session est {diplome.DerniereSession}";
        return new(ligne.Numero, "formation_diplome", "SPECIALITE_HORS_SESSION",
            $"Ligne {ligne.Numero}, colonne formation_diplome : {diplome.Code} ({ligne.Nom}) n'a pas de session {session}, {dates}." + (valable is null ? "" : $" Le diplôme de même libellé est {valable.Code}."),
            diplome.Code, valable?.Code);
    }

    // A printed label may shorten the official one; a word the official label does not have is worth a look.
    private static Incoherence? Douteux(LigneEffectifs ligne, List<DiplomeBcn> diplomes)
    {
        var officiels = diplomes.SelectMany(d => Mots(d.Libelle)).DistinctBy(m => m.Racine).ToList();
        var mots = Mots(ligne.Libelle).DistinctBy(m => m.Racine).Select(m => (m.Mot, m.Racine, Proche: officiels.MaxBy(o => Ressemblance(m.Racine, o.Racine)))).ToList();
        var etrangers = mots.Where(m => m.Racine != m.Proche.Racine).ToList();
        if (etrangers.Count == 0)
            return null;
        var ressemblance = 100 * mots.Average(m => Ressemblance(m.Racine, m.Proche.Racine));
        var detail = string.Join(", ", etrangers.Select(e => Ressemblance(e.Racine, e.Proche.Racine) >= 0.6 ? $"« {e.Mot} » (proche de « {e.Proche.Mot} »)" : $"« {e.Mot} »"));
        return new(ligne.Numero, "libelle", "LIBELLE_DOUTEUX",
            $"Ligne {ligne.Numero} : « {ligne.Libelle} » s'écarte du libellé officiel de {string.Join(", ", diplomes.Select(d => d.Code))}, « {diplomes[0].Libelle} » (ressemblance {ressemblance:0} %). Mots absents du libellé officiel : {detail}.",
            ligne.Libelle, diplomes[0].Libelle, GraviteIncoherence.Avertissement);
    }

    /// <summary>Words that mean something, each with what it is compared by: without accent nor plural.</summary>
    private static IEnumerable<(string Mot, string Racine)> Mots(string libelle)
    {
        var sansAccents = string.Concat(libelle.ToUpperInvariant().Replace("Œ", "OE", StringComparison.Ordinal).Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '));
        return sansAccents.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(m => m.Length > 1 && !MotsVides.Contains(m))
            .Select(m => (m, m.Length > 3 ? m.TrimEnd('S', 'X') : m));
    }

    /// <summary>1 for the same word, 0 for nothing in common: one minus the edit distance over the longer length.</summary>
    internal static double Ressemblance(string a, string? b)
    {
        if (string.IsNullOrEmpty(b) || a.Length == 0)
            return 0;
        var precedente = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var ligne = new int[b.Length + 1];
            ligne[0] = i;
            for (var j = 1; j <= b.Length; j++)
                ligne[j] = Math.Min(Math.Min(ligne[j - 1], precedente[j]) + 1, precedente[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            precedente = ligne;
        }
        return 1 - ((double)precedente[b.Length] / Math.Max(a.Length, b.Length));
    }
}
