using System.Collections.Frozen;
using System.Globalization;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Specialites;

/// <summary>Toutes les spécialités et séries, ouvertes ou fermées (README.md : origine et limites).</summary>
public static class CatalogueSpecialites
{
    private static readonly IReadOnlyList<SpecialiteBac> s_toutes = [.. Lire()];
    private static readonly FrozenDictionary<string, SpecialiteBac> s_parCode = s_toutes.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);
    private static readonly ILookup<string, SpecialiteBac> s_parNumero = s_toutes.ToLookup(s => s.Numero, StringComparer.Ordinal);

    public static IReadOnlyList<SpecialiteBac> Toutes => s_toutes;

    /// <summary>La spécialité de ce code de formation diplôme.</summary>
    public static SpecialiteBac? Chercher(string code) => s_parCode.GetValueOrDefault(code);

    /// <summary>Les spécialités de ces cinq chiffres (Cyclades, MEF) : le plus souvent une seule.</summary>
    public static IEnumerable<SpecialiteBac> DeNumero(string numero) => s_parNumero[numero];

    /// <summary>Ce qu'est cette spécialité à cette session. L'année seule compte : le remplacement de septembre est de la même session.</summary>
    public static SituationSpecialite Situer(SpecialiteBac specialite, SessionExamen session)
    {
        var etat = Etat(specialite, session.Annee);
        var fermee = etat is not (EtatSpecialite.Ouverte or EtatSpecialite.PasEncoreOuverte);
        return new SituationSpecialite(specialite, session, etat,
            fermee ? Suites(specialite, session.Annee) : [],
            fermee && specialite.Remplacement.Etat == EtatRemplacement.Inconnu
                ? [.. s_toutes.Where(s => s != specialite && s.Examen == specialite.Examen && s.LibelleComplet == specialite.LibelleComplet && Etat(s, session.Annee) is EtatSpecialite.Ouverte or EtatSpecialite.DerniereSession or EtatSpecialite.PasEncoreOuverte)]
                : []);
    }

    private static EtatSpecialite Etat(SpecialiteBac s, int annee)
    {
        if (s.PremiereSession is { } premiere && annee < premiere)
            return EtatSpecialite.PasEncoreOuverte;
        if (s.DerniereSession is { } derniere)
            return annee < derniere ? EtatSpecialite.Ouverte : annee == derniere ? EtatSpecialite.DerniereSession : annee == s.SessionSupplementaire ? EtatSpecialite.SessionSupplementaire : EtatSpecialite.Fermee;
        return s.Fermeture is { } fermeture && annee > fermeture.Year ? EtatSpecialite.FermeeSansDerniereSession : EtatSpecialite.Ouverte;
    }

    private static List<SpecialiteBac> Suites(SpecialiteBac depart, int annee)
    {
        var (vues, suites, aVoir) = (new HashSet<string> { depart.Code }, new List<SpecialiteBac>(), new Queue<string>(depart.Remplacement.Codes));
        while (aVoir.TryDequeue(out var code))
        {
            if (!vues.Add(code) || Chercher(code) is not { } suite)
                continue;
            if (Etat(suite, annee) is EtatSpecialite.Ouverte or EtatSpecialite.DerniereSession)
                suites.Add(suite);
            else
                foreach (var autre in suite.Remplacement.Codes)
                    aVoir.Enqueue(autre);
        }
        return suites;
    }

    private static IEnumerable<SpecialiteBac> Lire()
    {
        using var flux = typeof(CatalogueSpecialites).Assembly.GetManifestResourceStream("Rebond.Regles.Inscription.Specialites.specialites.csv")
            ?? throw new InvalidOperationException("Table embarquée introuvable : specialites.csv.");
        using var texte = new StreamReader(flux);
        texte.ReadLine();
        while (texte.ReadLine() is { Length: > 0 } ligne)
        {
            // Aucun libellé ne porte de point-virgule : un test lit chaque ligne.
            var c = ligne.Split(';');
            yield return new SpecialiteBac(c[0], Codes.Lire<TypeExamen>(c[1]), c[2].Length == 0 ? null : c[2], c[3], Annee(c[4]), Annee(c[5]),
                c[6].Length == 0 ? null : DateOnly.ParseExact(c[6], "yyyy-MM-dd", CultureInfo.InvariantCulture), Annee(c[7]), LireRemplacement(c[8], c[9]));
        }
    }

    private static Remplacement LireRemplacement(string par, string source) => par switch
    {
        "" => Remplacement.Inconnu,
        "AUCUNE" => new(EtatRemplacement.SansRemplacement, [], Verification.Verifie),
        _ => new(EtatRemplacement.Remplacee, par.Split('|'), source.Contains("BCN_INTITULE", StringComparison.Ordinal) ? Verification.AVerifier : Verification.Verifie),
    };

    private static int? Annee(string texte) => texte.Length == 0 ? null : int.Parse(texte, NumberStyles.None, CultureInfo.InvariantCulture);
}
