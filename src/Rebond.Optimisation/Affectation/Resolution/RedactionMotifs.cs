using Rebond.Optimisation.Socle;

namespace Rebond.Optimisation.Affectation.Resolution;

/// <summary>Why each candidate has what he has, in sentences with his own figures and cut-offs only.</summary>
internal sealed class RedactionMotifs
{
    private readonly Marche _marche;
    private readonly int[] _obtenu;
    private readonly CalculSeuils _calcul;
    private readonly Seuil?[] _seuils;
    private readonly RechercheDeChaines _recherche;
    private readonly List<Changement>?[] _changements;

    public RedactionMotifs(Marche marche, int[] obtenu, CalculSeuils calcul, RechercheDeChaines recherche, IReadOnlyList<CalculOuvertures.Effet> effets)
    {
        (_marche, _obtenu, _calcul, _recherche) = (marche, obtenu, calcul, recherche);
        _seuils = [.. Enumerable.Range(0, marche.Places.Length).Select(calcul.Seuil)];
        _changements = new List<Changement>?[marche.Candidats.Length];
        foreach (var effet in effets)
            foreach (var (candidat, voeu) in effet.Gains)
                (_changements[candidat] ??= []).Add(new(marche.Places[effet.Place].Id, marche.Places[marche.Voeux[candidat][voeu]].Id));
    }

    public IReadOnlyList<Motif> Tous() => [.. Enumerable.Range(0, _obtenu.Length).Select(Motif).OrderBy(m => m.Candidat, StringComparer.Ordinal)];

    private Motif Motif(int i)
    {
        var voeu = _obtenu[i];
        var place = voeu == Marche.Aucun ? null : _marche.Places[_marche.Voeux[i][voeu]].Id;
        if (_marche.Impose[i] != Marche.Aucun)
            return Simple(i, "IMPOSE", place, $"{place} par décision, hors classement.");
        var refus = Refus(i);
        var pourquoi = string.Concat(refus.Select(r => " " + r.Phrase));
        if (voeu == Marche.Aucun)
            return SansPlace(i, refus, pourquoi);
        var code = voeu == _marche.Droit[i] ? "DROIT" : $"VOEU_{_marche.Rangs[i][voeu]}";
        var phrase = voeu == _marche.Droit[i] ? $"{place} : retour de droit dans l'établissement d'origine, sans condition de capacité." : $"Vœu {_marche.Rangs[i][voeu]} obtenu : {place}.";
        return Simple(i, code, place, phrase + pourquoi) with { Refus = refus, Changerait = _changements[i] ?? [] };
    }

    private Motif SansPlace(int i, List<RefusDeVoeu> refus, string pourquoi)
    {
        var (chaine, blocage) = (_recherche.De(i), _recherche.BlocageDe(i));
        var issue = (chaine, blocage) switch
        {
            ({ } c, _) => $" Une place est possible si {c.Deplacements.Count.Compter("personne")} {c.Deplacements.Count.Accorder("accepte", "acceptent")} d'en changer.",
            (_, { } b) => $" Quoi que d'autres acceptent, il n'y a pas de place : {b.Phrase}",
            _ => "",
        };
        var debut = _marche.Voeux[i].Length > 0 ? "Aucune place." : "Aucune place : aucun vœu possible.";
        return Simple(i, "SANS_PLACE", null, debut + pourquoi + issue) with { Refus = refus, Chaine = chaine?.Numero, Blocage = blocage?.Numero, Changerait = _changements[i] ?? [] };
    }

    private Motif Simple(int i, string code, string? place, string phrase) => new(_marche.Candidats[i].Id, code, place, phrase, [], null, null, []);

    private List<RefusDeVoeu> Refus(int i)
    {
        var refus = new List<RefusDeVoeu>();
        var (voeux, garde) = (_marche.Candidats[i].Voeux, 0);
        for (var rang = 1; rang <= voeux.Count; rang++)
        {
            if (garde >= _marche.Rangs[i].Length || _marche.Rangs[i][garde] != rang)
                refus.Add(new(rang, voeux[rang - 1].Place, "INTERDIT", $"{voeux[rang - 1].Place} est exclue par décision.", null));
            else if (garde == _obtenu[i])
                break;
            else
                refus.Add(RefusDe(i, garde++));
        }
        return refus;
    }

    private RefusDeVoeu RefusDe(int i, int voeu)
    {
        var place = _marche.Voeux[i][voeu];
        var (code, raison) = Raison(i, voeu, place);
        return new(_marche.Rangs[i][voeu], _marche.Places[place].Id, code, $"{_marche.Places[place].Id} {raison}.", SeuilUtile(_seuils[place], code));
    }

    /// <summary>Of the cut-off, what decides and no more: it is somebody's mark.</summary>
    private static Seuil? SeuilUtile(Seuil? seuil, string code) => code switch
    {
        "MOYENNE" => seuil! with { Mineur = null, Departage = null },
        "MINEUR" or "DEPARTAGE" => seuil! with { Departage = null },
        _ => seuil is null ? null : new(seuil.Categorie, null, null, null),
    };

    private (string Code, string Raison) Raison(int i, int voeu, int place)
    {
        if (_calcul.Dernier[place] is not (>= 0 and var dernier))
            return _calcul.Droits(place) > 0 ? ("DROITS", "est entièrement occupée par des candidats qui ont le droit d'y revenir")
                : _calcul.Imposes(place) > 0 ? ("IMPOSES", "est entièrement attribuée par décision")
                : ("FERMEE", "n'offre aucune place");
        var (candidat, admis) = (_marche.Candidats[i], _marche.Candidats[dernier]);
        var categorie = _marche.Categorie(dernier, _obtenu[dernier]);
        if (categorie < _marche.Categorie(i, voeu))
            return ("CATEGORIE", categorie == 1 ? "n'a admis que des candidats qui avaient droit d'y revenir" : "n'a admis que ses anciens élèves, qui passent avant");
        if (admis.MoyenneCentiemes < candidat.MoyenneCentiemes)
            return ("MOYENNE", $"est complète : à rang égal, elle s'arrête à la moyenne de {Marque(admis.MoyenneCentiemes)} ; la sienne, {Marque(candidat.MoyenneCentiemes)}, est plus proche de la réussite");
        if (admis.Mineur && !candidat.Mineur)
            return ("MINEUR", $"est complète : à moyenne égale ({Marque(candidat.MoyenneCentiemes)}), les mineurs passent avant");
        return ("DEPARTAGE", $"est complète : à moyenne égale ({Marque(candidat.MoyenneCentiemes)}), le tirage publié a départagé");
    }

    /// <summary>« 8,43 », whatever the language of the machine.</summary>
    private static string Marque(int centiemes) => $"{centiemes / 100},{centiemes % 100:00}";
}
