using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>
/// Une demi-droite où la décision est autre : au moins (Sens 1) ou moins que (Sens −1) cet effet sur le total, et de même sur la pratique
/// si elle compte.
/// </summary>
/// <param name="Effet">Effet linéaire voulu, à l'échelle commune ; rien : le total est indifférent.</param>
/// <param name="Pratique">Effet voulu sur les unités de pratique, en deux-centièmes ; rien : la pratique est indifférente.</param>
internal readonly record struct Cible(int Sens, long? Effet, long? Pratique);

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
    private readonly bool _septembre;
    private readonly bool _pratiqueCompte;
    private readonly long _seuilPratique;

    /// <param name="actuelle">La décision dont on s'écarte.</param>
    /// <param name="admissionSeule">Seule l'admission compte pour une autre décision : en juin, quand septembre a suivi.</param>
    public PaysageDecisions(VersionDroit version, DossierExamen dossier, in Issue issue, UniteExamen[] unites, long echelle, Decision actuelle, bool admissionSeule)
    {
        _actuelle = actuelle;
        var totaux = issue.Premier;
        var coefficients = totaux.Coefficients / totaux.Echelle * echelle;
        _depart = totaux.Points * echelle / totaux.Echelle;
        _seuil8 = ArrondiMoyenne.PointsPour(version, 8, coefficients);
        _seuil10 = ArrondiMoyenne.PointsPour(version, 10, coefficients);
        _departOral = _depart;
        _septembre = issue.Phase == Phase.Septembre2020;
        if (!_septembre && version.Controle == ModaliteControle.Interrogations && dossier.Controle is { Interrogation1: { } une, Interrogation2: { } deux })
        {
            _seuilControle = ArrondiMoyenne.PointsPour(version, 10, 2 * coefficients) - ((une.Centiemes + deux.Centiemes) * coefficients);
        }
        else if (!_septembre && version.Controle != ModaliteControle.Interrogations && dossier.Controle?.Notes is { Count: > 0 } orales)
        {
            _seuilControle = _seuil10;
            foreach (var unite in unites)
                if (!unite.Facultative && orales.TryGetValue(unite.Regle.Code, out var oral))
                    _departOral += (ResultatEpreuveControle.Meilleure(unite.Etat, oral).Note.Centiemes - unite.Etat.Note.Centiemes) * (long)unite.Regle.Coefficient.Demis;
        }
        _pratiqueCompte = totaux.Pratique.Existe && !_septembre;
        _seuilPratique = _pratiqueCompte ? ArrondiMoyenne.PointsPour(version, 10, totaux.CoefficientsPratique) - totaux.PointsPratique : 0;
        var incomplet = version.EstProfessionnel && dossier.Controle?.Notes is { Count: 1 };
        foreach (var tranche in (ReadOnlySpan<byte>)[0, 1, 2])
            for (var niveau = 0; niveau < 2; niveau++)
                for (var reussi = 0; reussi < 2; reussi++)
                {
                    var decision = Decider(version, issue, tranche, niveau, reussi == 1, incomplet);
                    _decisions[tranche, niveau, reussi] = admissionSeule && decision != Decision.Admis ? actuelle : decision;
                }
    }

    public bool UneAutreDecisionExiste => _decisions.Cast<Decision>().Any(decision => decision != _actuelle);

    /// <summary>
    /// Les demi-droites qui, ajoutées à ce jeu de changements, donnent une autre décision. De part et d'autre du seuil de pratique, la
    /// décision ne fait que monter avec le total : elle vaut l'actuelle sur un intervalle, et une autre au-dessus et au-dessous.
    /// </summary>
    public List<Cible> Cibles(Assignation assignation)
    {
        var (basSous, hautSous) = Intervalle(0, assignation);
        var (basSur, hautSur) = _pratiqueCompte ? Intervalle(1, assignation) : (basSous, hautSous);
        var cibles = new List<Cible>();
        if (Math.Max(hautSous, hautSur) is < long.MaxValue and var haut)
            cibles.Add(new Cible(1, haut, null));
        if (Math.Min(basSous, basSur) is > long.MinValue and var bas)
            cibles.Add(new Cible(-1, bas, null));
        if (!_pratiqueCompte)
            return cibles;
        if (hautSur < hautSous)
            cibles.Add(new Cible(1, hautSur == long.MinValue ? null : hautSur, _seuilPratique));
        if (basSous > basSur)
            cibles.Add(new Cible(-1, basSous == long.MaxValue ? null : basSous, _seuilPratique));
        return cibles;
    }

    /// <summary>La décision une fois ces effets ajoutés.</summary>
    public Decision Lire(long effet1, long effet2, long pratique)
    {
        var total = _depart + (_septembre ? effet2 : effet1);
        return _decisions[total >= _seuil10 ? 2 : total >= _seuil8 ? 1 : 0,
            _pratiqueCompte && pratique >= _seuilPratique ? 1 : 0,
            _seuilControle is { } seuil && _departOral + effet2 >= seuil ? 1 : 0];
    }

    /// <summary>L'intervalle [bas ; haut[ où la décision reste l'actuelle ; s'il n'y en a pas, tout effet convient des deux côtés.</summary>
    private (long Bas, long Haut) Intervalle(int niveau, Assignation assignation)
    {
        var total = _depart + (_septembre ? assignation.Effet2 : assignation.Effet1);
        var (vers8, vers10) = (_seuil8 - total, _seuil10 - total);
        var versControle = _seuilControle - _departOral - assignation.Effet2;
        Span<long> bornes = [long.MinValue, vers8, vers10, versControle ?? vers10, long.MaxValue];
        bornes.Sort();
        var (bas, haut) = (long.MaxValue, long.MinValue);
        for (var i = 0; i < bornes.Length - 1; i++)
        {
            if (bornes[i] == bornes[i + 1])
                continue;
            var tranche = bornes[i] >= vers10 ? 2 : bornes[i] >= vers8 ? 1 : 0;
            if (_decisions[tranche, niveau, versControle is { } seuil && bornes[i] >= seuil ? 1 : 0] == _actuelle)
                (bas, haut) = (Math.Min(bas, bornes[i]), Math.Max(haut, bornes[i + 1]));
        }
        return (bas, haut);
    }

    private Decision Decider(VersionDroit version, in Issue issue, byte tranche, int niveau, bool reussi, bool incomplet)
    {
        var situation = issue.Situation with
        {
            Palier = tranche,
            Pratique = _pratiqueCompte ? (niveau == 1 ? NiveauPratique.AuMoins10 : NiveauPratique.Sous10) : NiveauPratique.NonConcernee,
        };
        if (_septembre)
            return EpreuvesDeRemplacement.Decider2020(version, situation, provisoire: false, default(SansTrace)).Decision;
        var premier = AdmissionPremierGroupe.Decider(version, situation, default(SansTrace)).Decision;
        if (_seuilControle is null || premier is not (Decision.Controle or Decision.SecondGroupe))
            return premier;
        return reussi ? Decision.Admis
            : incomplet ? premier
            : AdmissionPremierGroupe.SansDiplome(version, situation, provisoire: false, default(SansTrace)).Decision;
    }
}
