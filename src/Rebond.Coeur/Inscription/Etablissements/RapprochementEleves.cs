using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Recherche;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>
/// Which file of the session is this pupil's: by INE of either generation, then by name and birth. When two answers are possible the line is
/// refused with a sentence: two people are never merged.
/// </summary>
internal sealed class RapprochementEleves
{
    private readonly ILookup<string, DossierInscription> _parIne;
    private readonly ILookup<(string Nom, DateOnly Naissance), DossierInscription> _parIdentite;
    private readonly IReadOnlySet<string> _inesAilleurs;

    /// <param name="ici">Files of the establishment.</param>
    /// <param name="inesAilleurs">INE of the other files of the session.</param>
    public RapprochementEleves(IEnumerable<DossierInscription> ici, IReadOnlySet<string> inesAilleurs)
    {
        var dossiers = ici.ToList();
        _parIne = dossiers.SelectMany(d => new[] { d.Ine, d.IneAncien }.OfType<string>().Distinct().Select(i => (Ine: i, Dossier: d))).ToLookup(c => c.Ine, c => c.Dossier);
        _parIdentite = dossiers.Where(d => d.Naissance is not null).ToLookup(d => (Cle(d.Nom), d.Naissance!.Value));
        _inesAilleurs = inesAilleurs;
    }

    /// <summary>A file, a refusal, or neither: the pupil has no file yet.</summary>
    public (DossierInscription? Dossier, Rejet? Rejet) Chercher(EleveLu eleve)
    {
        var parIne = eleve.Ines.Tous.SelectMany(i => _parIne[i]).Distinct().ToList();
        if (parIne.Count > 1)
            return Refuser(eleve, "DOSSIERS_MULTIPLES", $"ses INE sont ceux de {parIne.Count} dossiers ({Numeros(parIne)}). Voyez la DEC : un seul doit rester.");
        if (parIne.Count == 1)
        {
            return Cle(parIne[0].Nom) != Cle(eleve.NomDeFamille) && parIne[0].Naissance != eleve.Naissance
                ? Refuser(eleve, "INE_AUTRE_PERSONNE", $"son INE est celui du dossier {parIne[0].Numero}, d'un autre nom et d'une autre date de naissance. Vérifiez l'INE.")
                : (parIne[0], null);
        }
        // Said without where: another establishment's pupils are not shown.
        if (eleve.Ines.Tous.Any(_inesAilleurs.Contains))
            return Refuser(eleve, "DOSSIER_AILLEURS", "une personne de même INE a déjà un dossier de cette session, dans un autre établissement ou en candidat individuel. Voyez la DEC.");

        var homonymes = _parIdentite[(Cle(eleve.NomDeFamille), eleve.Naissance)].Where(d => MemesPrenoms(d.Prenoms, eleve)).ToList();
        return homonymes switch
        {
            [] => (null, null),
            [var seul] when seul.Ine is null && seul.IneAncien is null || !InesContraires(seul, eleve) => (seul, null),
            [var seul] => Refuser(eleve, "INE_DIFFERENT", $"le dossier {seul.Numero} porte les mêmes nom, prénom et naissance, avec un autre INE. Corrigez l'INE, ou voyez la DEC s'ils sont deux."),
            _ => Refuser(eleve, "IDENTITE_AMBIGUE", $"{homonymes.Count} dossiers portent ses nom, prénom et naissance ({Numeros(homonymes)}). Donnez son INE."),
        };
    }

    /// <summary>Pupils of the same name and birth, one of them without INE: nobody can tell whether they are one or two.</summary>
    public static IEnumerable<Rejet> Homonymes(IEnumerable<EleveLu> eleves) =>
        from memes in eleves.GroupBy(e => (Cle(e.NomDeFamille), Cle(e.Prenom), e.Naissance))
        where memes.Count() > 1 && memes.Any(e => e.Ines.Retenu is null)
        from eleve in memes
        select Refus(eleve, "ELEVE_EN_DOUBLE", $"ses nom, prénom et naissance sont aussi à la ligne {string.Join(" et à la ligne ", memes.Where(m => m != eleve).Select(m => m.Ligne))}, et l'un d'eux n'a pas d'INE. Complétez l'INE ou gardez une seule ligne.");

    public static Rejet Refus(EleveLu eleve, string code, string phrase) => new(eleve.Ligne, null, code, $"Ligne {eleve.Ligne} : {phrase}");

    private static (DossierInscription?, Rejet?) Refuser(EleveLu eleve, string code, string phrase) => (null, Refus(eleve, code, phrase));

    private static string Numeros(IEnumerable<DossierInscription> dossiers) => string.Join(", ", dossiers.Select(d => d.Numero).Order(StringComparer.Ordinal));

    private static string Cle(string texte) => string.Join(' ', Mots.Decouper(texte));

    // « Jean » and « Jean Marie » may be one; « Jean-Paul » and « Jean-Marc » are two.
    private static bool MemesPrenoms(string prenoms, EleveLu eleve)
    {
        var (connus, lus) = (Mots.Decouper(prenoms), Mots.Decouper(eleve.Prenoms));
        return connus.Zip(lus).All(p => p.First == p.Second);
    }

    /// <summary>Two INE of one generation that differ; a BEA and an RNIE say nothing against each other.</summary>
    private static bool InesContraires(DossierInscription dossier, EleveLu eleve) =>
        eleve.Ines.Tous.Any(lu => new[] { dossier.Ine, dossier.IneAncien }.OfType<string>().Any(connu => EstRnie(connu) == EstRnie(lu) && connu != lu));

    private static bool EstRnie(string ine) => ine.Length == 11 && char.IsAsciiLetter(ine[9]);
}
