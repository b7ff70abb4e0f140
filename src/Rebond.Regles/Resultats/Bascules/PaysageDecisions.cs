using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>Un effet sur le total qui donne une autre décision : [Debut ; Fin[, et la pratique si elle compte.</summary>
/// <param name="EffetPratique">Condition sur l'effet du seul groupe de la pratique ; rien : indifférent.</param>
internal readonly record struct Cible(long Debut, long Fin, (bool AuMoins, long Seuil)? EffetPratique, Decision Decision);

/// <summary>
/// La décision vue comme une fonction du total des points et de la pratique : constante entre les seuils, et donnée dans chaque case par le
/// code même des règles.
/// </summary>
internal sealed class PaysageDecisions
{
    private readonly Decision _actuelle;
    private readonly Decision[,,] _decisions = new Decision[3, 2, 2];
    private readonly long _depart;
    private readonly long _departOral;
    private readonly long _seuil8;
    private readonly long _seuil10;
    private readonly long? _seuilControle;
    private readonly bool _pratiqueCompte;
    private readonly long _seuilPratique;

    public PaysageDecisions(VersionDroit version, DossierExamen dossier, in Issue issue, UniteExamen[] unites, long echelle)
    {
        _actuelle = issue.Verdict.Decision;
        var totaux = issue.Premier;
        var coefficients = totaux.Coefficients / totaux.Echelle * echelle;
        _depart = totaux.Points * echelle / totaux.Echelle;
        _seuil8 = ArrondiMoyenne.PointsPour(version, 8, coefficients);
        _seuil10 = ArrondiMoyenne.PointsPour(version, 10, coefficients);
        _departOral = _depart;
        var septembre = issue.Phase == Phase.Septembre2020;
        if (!septembre && version.Controle == ModaliteControle.Interrogations && dossier.Controle is { Interrogation1: { } une, Interrogation2: { } deux })
        {
            _seuilControle = ArrondiMoyenne.PointsPour(version, 10, 2 * coefficients) - ((une.Centiemes + deux.Centiemes) * coefficients);
        }
        else if (!septembre && version.Controle != ModaliteControle.Interrogations && dossier.Controle?.Notes is { Count: > 0 } orales)
        {
            _seuilControle = _seuil10;
            foreach (var unite in unites)
                if (!unite.Facultative && orales.TryGetValue(unite.Regle.Code, out var oral))
                    _departOral += (ResultatEpreuveControle.Meilleure(unite.Etat, oral).Note.Centiemes - unite.Etat.Note.Centiemes) * (long)unite.Regle.Coefficient.Demis;
        }
        _pratiqueCompte = totaux.Pratique.Existe && !septembre;
        _seuilPratique = _pratiqueCompte ? ArrondiMoyenne.PointsPour(version, 10, totaux.CoefficientsPratique) - totaux.PointsPratique : 0;
        var incomplet = version.EstProfessionnel && dossier.Controle?.Notes is { Count: 1 };
        foreach (var tranche in (ReadOnlySpan<byte>)[0, 1, 2])
            for (var niveau = 0; niveau < 2; niveau++)
                for (var reussi = 0; reussi < 2; reussi++)
                    _decisions[tranche, niveau, reussi] = Decider(version, issue, tranche, niveau, reussi == 1, septembre, incomplet);
    }

    public bool UneAutreDecisionExiste => _decisions.Cast<Decision>().Any(decision => decision != _actuelle);

    /// <summary>Vrai si la pratique peut changer la décision à moyenne égale.</summary>
    public bool PratiqueSepare => _pratiqueCompte
        && Enumerable.Range(0, 6).Any(i => _decisions[i / 2, 0, i % 2] != _decisions[i / 2, 1, i % 2]);

    /// <summary>Un coût sous lequel rien ne peut changer, ou presque : point de départ de la recherche, en deux-centièmes.</summary>
    public long EcartMinimal
    {
        get
        {
            long[] seuils = _seuilControle is { } controle ? [_seuil8 - _depart, _seuil10 - _depart, controle - _departOral] : [_seuil8 - _depart, _seuil10 - _depart];
            var total = seuils.Min(Math.Abs);
            return _pratiqueCompte ? Math.Min(total, Math.Abs(_seuilPratique)) : total;
        }
    }

    /// <summary>Les effets linéaires qui, ajoutés à ce jeu de changements, donnent une autre décision ; du plus haut au plus bas.</summary>
    public IEnumerable<Cible> Cibles(Assignation assignation)
    {
        var vers8 = _seuil8 - _depart - assignation.Effet1;
        var vers10 = _seuil10 - _depart - assignation.Effet1;
        var versControle = _seuilControle - _departOral - assignation.Effet2;
        var bornes = new List<long> { long.MinValue, vers8, vers10, long.MaxValue };
        if (versControle is { } controle)
            bornes.Add(controle);
        bornes.Sort();
        for (var i = bornes.Count - 2; i >= 0; i--)
        {
            var (debut, fin) = (bornes[i], bornes[i + 1]);
            if (debut == fin)
                continue;
            var tranche = debut >= vers10 ? 2 : debut >= vers8 ? 1 : 0;
            var reussi = versControle is { } seuil && debut >= seuil ? 1 : 0;
            var (sous, sur) = (_decisions[tranche, 0, reussi], _decisions[tranche, 1, reussi]);
            if (!_pratiqueCompte || sous == sur)
            {
                if (sur != _actuelle)
                    yield return new Cible(debut, fin, null, sur);
                continue;
            }
            if (sur != _actuelle)
                yield return new Cible(debut, fin, (true, _seuilPratique), sur);
            if (sous != _actuelle)
                yield return new Cible(debut, fin, (false, _seuilPratique), sous);
        }
    }

    private Decision Decider(VersionDroit version, in Issue issue, byte tranche, int niveau, bool reussi, bool septembre, bool incomplet)
    {
        var situation = issue.Situation with
        {
            Palier = tranche,
            Pratique = _pratiqueCompte ? (niveau == 1 ? NiveauPratique.AuMoins10 : NiveauPratique.Sous10) : NiveauPratique.NonConcernee,
        };
        if (septembre)
            return EpreuvesDeRemplacement.Decider2020(version, situation, provisoire: false, default(SansTrace)).Decision;
        var premier = AdmissionPremierGroupe.Decider(version, situation, default(SansTrace)).Decision;
        if (_seuilControle is null || premier is not (Decision.Controle or Decision.SecondGroupe))
            return premier;
        return reussi ? Decision.Admis
            : incomplet ? premier
            : AdmissionPremierGroupe.SansDiplome(version, situation, provisoire: false, default(SansTrace)).Decision;
    }
}
