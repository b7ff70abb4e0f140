using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Eleves;

/// <summary>How sure a proposal is. A person confirms it all the same.</summary>
public enum Confiance { Certaine, Probable, Douteuse }

/// <param name="Colonne">Normalised name, as <see cref="CorrespondanceColonnes"/> keeps it.</param>
/// <param name="Titre">As the file writes it.</param>
/// <param name="Exemples">First values of the column, to be shown to whoever confirms.</param>
public sealed record PropositionColonne(ChampEleve Champ, string Colonne, string Titre, Confiance Confiance, IReadOnlyList<string> Exemples);

public sealed record PropositionColonnes(IReadOnlyList<string> Entetes, IReadOnlyList<PropositionColonne> Propositions, IReadOnlyList<PropositionColonne> Ignorees, IReadOnlyList<Rejet> Rejets)
{
    /// <summary>What the person confirms if he changes nothing.</summary>
    public CorrespondanceColonnes EnCorrespondance() => new(Entetes, Propositions.ToDictionary(p => p.Champ, p => p.Colonne));
}

/// <summary>
/// Looks at the headings and at the first lines of a file of pupils and says which column seems to give what. Names first; values then
/// confirm, doubt, or find an INE, a MEF or a UAI under a name nobody knows.
/// </summary>
public static class ProposerCorrespondance
{
    private const int LignesRegardees = 50;
    private const int ExemplesMontres = 3;

    public static PropositionColonnes Proposer(Stream flux, string nom, LimitesFichier? limites = null)
    {
        var lecture = LectureTableau.Ouvrir(flux, nom, null, [], limites);
        var valeurs = lecture.Entetes.Select(_ => new List<string>()).ToList();
        foreach (var ligne in lecture.Lire().Take(LignesRegardees))
        {
            for (var i = 0; i < valeurs.Count; i++)
            {
                if (ligne.Cellules[i].Trim() is { Length: > 0 } valeur)
                    valeurs[i].Add(valeur);
            }
        }
        if (lecture.EstIllisible)
            return new([], [], [], lecture.Rejets);

        var trouvees = new Dictionary<ChampEleve, PropositionColonne>();
        // A heading that is exactly a known name comes before one that merely holds it.
        foreach (var exact in (bool[])[true, false])
        {
            for (var i = 0; i < lecture.Entetes.Count; i++)
            {
                if (lecture.Entetes[i].Length == 0 || trouvees.Values.Any(p => p.Colonne == lecture.Entetes[i]))
                    continue;
                var champ = exact ? SynonymesEleve.Exact(lecture.Titres[i]) : SynonymesEleve.Approche(lecture.Titres[i]) ?? ParValeurs(valeurs[i]);
                if (champ is { } c && !trouvees.ContainsKey(c))
                    trouvees.Add(c, Proposition(c, i, Juger(c, exact, valeurs[i])));
            }
        }
        var ignorees = Enumerable.Range(0, lecture.Entetes.Count).Where(i => lecture.Entetes[i].Length > 0 && trouvees.Values.All(p => p.Colonne != lecture.Entetes[i]))
            .Select(i => Proposition(default, i, Confiance.Douteuse)).ToList();
        return new(lecture.Entetes, [.. trouvees.Values.OrderBy(p => p.Champ)], ignorees, []);

        PropositionColonne Proposition(ChampEleve champ, int rang, Confiance confiance) =>
            new(champ, lecture.Entetes[rang], lecture.Titres[rang], confiance, [.. valeurs[rang].Distinct().Take(ExemplesMontres)]);
    }

    private static Confiance Juger(ChampEleve champ, bool exact, List<string> valeurs)
    {
        if (valeurs.Count == 0 || Epreuve(champ) is not { } epreuve)
            return exact ? Confiance.Certaine : Confiance.Probable;
        var bonnes = valeurs.Count(epreuve);
        return bonnes * 2 < valeurs.Count ? Confiance.Douteuse : exact ? Confiance.Certaine : Confiance.Probable;
    }

    private static ChampEleve? ParValeurs(List<string> valeurs)
    {
        if (valeurs.Count < 3)
            return null;
        foreach (var champ in (ChampEleve[])[ChampEleve.Uai, ChampEleve.Ine, ChampEleve.Mef])
        {
            if (valeurs.TrueForAll(v => Epreuve(champ)!(v)))
                return champ;
        }
        return null;
    }

    private static Func<string, bool>? Epreuve(ChampEleve champ) => champ switch
    {
        ChampEleve.Ine => v => Identifiants.EstIne(v.ToUpperInvariant()) && !v.All(char.IsAsciiDigit),
        ChampEleve.Uai => v => Identifiants.EstUai(v.ToUpperInvariant()),
        ChampEleve.Mef => v => CodeMef.TryLire(v, out _),
        ChampEleve.Naissance or ChampEleve.DateEntree or ChampEleve.DateSortie => v => ValeursTableau.Date(v) is not null,
        ChampEleve.Sexe => v => ValeursTableau.Sexe(v) is not null,
        _ => null,
    };
}
