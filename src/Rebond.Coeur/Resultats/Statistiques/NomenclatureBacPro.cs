namespace Rebond.Coeur.Resultats.Statistiques;

/// <param name="Code">Formation diplôme, eight characters.</param>
/// <param name="LibelleStatistique">33 characters at most: what the open data print.</param>
internal sealed record DiplomeBcn(string Code, string LibelleStatistique, string Libelle, int? PremiereSession, int? DerniereSession)
{
    public bool AUneSession(int annee) => (PremiereSession is null || annee >= PremiereSession) && (DerniereSession is null || annee <= DerniereSession);
}

/// <summary>The bac pro diplomas of the public BCN table V_FORMATION_DIPLOME (bac_pro_bcn.csv: extract of mission-apprentissage/tjp-pilotage, MIT).</summary>
internal static class NomenclatureBacPro
{
    private static readonly Lazy<Dictionary<string, DiplomeBcn>> Table = new(() => Charger().ToDictionary(d => d.Code));

    public static DiplomeBcn? Chercher(string code) => Table.Value.GetValueOrDefault(code);

    public static IEnumerable<DiplomeBcn> DeMemeLibelle(DiplomeBcn diplome) => Table.Value.Values.Where(d => d.Code != diplome.Code && d.Libelle == diplome.Libelle);

    private static IEnumerable<DiplomeBcn> Charger()
    {
        using var flux = typeof(NomenclatureBacPro).Assembly.GetManifestResourceStream("Rebond.Coeur.Resultats.Statistiques.bac_pro_bcn.csv")
            ?? throw new InvalidOperationException("La nomenclature bac_pro_bcn.csv n'est pas embarquée.");
        using var texte = new StreamReader(flux);
        texte.ReadLine();
        while (texte.ReadLine() is { } ligne)
        {
            // Labels with quotes or separators do not exist in this extract; a test reads every row.
            var c = ligne.Split(';');
            yield return new DiplomeBcn(c[0], c[1], c[2], Annee(c[3]), Annee(c[4]));
        }
    }

    private static int? Annee(string texte) => texte.Length == 0 ? null : int.Parse(texte, System.Globalization.CultureInfo.InvariantCulture);
}
