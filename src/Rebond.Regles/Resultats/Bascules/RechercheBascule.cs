using Rebond.Regles.Examen;
using Rebond.Regles.Resultats.Derogations;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>
/// Le plus petit changement de notes, parmi les unités que le candidat a présentées, qui donne une autre décision : le moins de demi-points
/// changés en tout, puis le moins de points coefficientés, puis le moins d'unités, puis l'ordre du règlement. La recherche est exacte : elle
/// s'autorise de plus en plus de demi-points, et tout changement plus petit a été examiné quand elle répond. Seules bougent les notes
/// présentées : ni les notes conservées, ni les absences et dispenses, ni l'oral, ni le chef-d'œuvre.
/// </summary>
internal sealed class RechercheBascule
{
    private readonly VersionDroit _version;
    private readonly Issue _issue;
    private readonly PaysageDecisions _paysage;
    private readonly List<Variable> _pratique = [];
    private readonly List<Variable> _autres = [];
    private readonly NonLineaire _nonLineaire;
    private readonly long _echelle = 1;

    /// <param name="apres">En juin quand septembre a suivi : la décision de septembre et les unités qui y ont été repassées, qui ne bougent pas ici.</param>
    private RechercheBascule(VersionDroit version, DossierExamen dossier, in Issue issue, (Decision Decision, EpreuvesRemplacement Septembre)? apres = null)
    {
        _version = version;
        _issue = issue;
        var unites = NotesQuiComptent(dossier, issue);
        var quatre = Session2021DeuxMeilleures.Rangs(version, dossier.ColonneRetenue, unites);
        var orale = version.Controle == ModaliteControle.Interrogations || (issue.Phase == Phase.Septembre2020 && !issue.OralCompte) ? null : dossier.Controle?.Notes;
        var particulieres = new List<Variable>();
        for (var rang = 0; rang < unites.Length; rang++)
        {
            var (regle, etat) = (unites[rang].Regle, unites[rang].Etat);
            if (etat.Etat != Etat.Notee || apres?.Septembre.Notes.ContainsKey(regle.Code) == true || (unites[rang].Facultative && PointsFacultatifs.EstEcartee(version, regle, etat, dossier.ColonneRetenue)))
                continue;
            var variable = new Variable(rang, unites[rang], Math.Max(50, (int)PasDesNotes.Pour(dossier.Examen, version.Annee, regle)), AccesEpreuveControle.Compte(version, regle));
            if (quatre?.Contains(rang) == true || Oral(variable) is not null || !variable.SurLaGrille)
                particulieres.Add(variable);
            else
                (variable.Pratique ? _pratique : _autres).Add(variable);
        }
        if (quatre is not null)
        {
            _echelle = EchelleCommune(quatre.Select(rang => (long)unites[rang].Regle.Coefficient.Demis).ToArray());
            _nonLineaire = new QuatreDe2021([.. particulieres], unites, quatre, _echelle);
        }
        else
        {
            _nonLineaire = new UnitesRepassees([.. particulieres], Oral);
        }
        _paysage = new PaysageDecisions(version, dossier, issue, unites, _echelle, apres?.Decision ?? issue.Verdict.Decision, admissionSeule: apres is not null);

        // Une unité repassée en septembre n'a plus d'oral : sa nouvelle note remplace tout.
        int? Oral(Variable variable) => orale?.TryGetValue(variable.Unite.Regle.Code, out var note) == true && !variable.Unite.Facultative && !Repassee(dossier, _issue, variable.Unite) ? note.Centiemes : null;
    }

    /// <summary>Les notes du premier groupe et, pour les unités repassées en septembre 2020, celles de septembre.</summary>
    private static UniteExamen[] NotesQuiComptent(DossierExamen dossier, Issue issue) =>
        [.. issue.UnitesPremier.Select((unite, rang) => Repassee(dossier, issue, unite) ? issue.Unites[rang] : unite)];

    private static bool Repassee(DossierExamen dossier, in Issue issue, in UniteExamen unite) =>
        issue.Phase == Phase.Septembre2020 && !unite.Facultative && dossier.Remplacement!.Notes.ContainsKey(unite.Regle.Code);

    /// <summary>Rien si aucune note ne peut changer la décision : il en manque une, ou le diplôme est bloqué pour une autre raison.</summary>
    public static Bascule? Chercher(VersionDroit version, DossierExamen dossier, in Issue issue)
    {
        if (issue.Verdict.Decision == Decision.NonDelivrable || issue.Premier.Manque || !issue.Finale.Existe)
            return null;
        var trouvee = new RechercheBascule(version, dossier, issue).Elargir();
        if (issue.Phase != Phase.Septembre2020 || issue.Verdict.Decision == Decision.Admis)
            return trouvee.Bascule;
        // Admis dès juin, le candidat ne serait pas allé en septembre : c'est aussi une autre décision.
        var juin = Deroulement.Derouler(version, dossier with { Remplacement = null }, Deroulement.Unites(dossier), default(SansTrace));
        var desJuin = juin.Premier.Manque ? default : new RechercheBascule(version, dossier with { Remplacement = null }, juin, (issue.Verdict.Decision, dossier.Remplacement!)).Elargir();
        return desJuin.Bascule is not null && (trouvee.Bascule is null || desJuin.Cle < trouvee.Cle) ? desJuin.Bascule : trouvee.Bascule;
    }

    private (long Cle, Bascule? Bascule) Elargir()
    {
        if (!_paysage.UneAutreDecisionExiste)
            return default;
        var maximum = 40 * (_pratique.Count + _autres.Count + _nonLineaire.Presentees.Count);
        for (var demiPoints = Math.Min(maximum, 4); ; demiPoints = Math.Min(maximum, demiPoints * 2))
        {
            if (Essayer(demiPoints) is { } trouvee)
                return trouvee;
            if (demiPoints >= maximum)
                return default;
        }
    }

    private (long Cle, Bascule? Bascule)? Essayer(int demiPoints)
    {
        var groupes = new Groupes(_pratique, _autres, demiPoints);
        var meilleure = default(Trouvaille) with { Cle = CleBascule.Impossible };
        foreach (var assignation in _nonLineaire.Enumerer(demiPoints))
        {
            if (assignation.Cle >= meilleure.Cle)
                break;
            foreach (var cible in _paysage.Cibles(assignation))
                meilleure = cible.Pratique is null ? Ensemble(groupes, assignation, cible, meilleure) : AvecPratique(groupes, assignation, cible, meilleure);
        }
        return CleBascule.DemiPoints(meilleure.Cle) > demiPoints ? null : (meilleure.Cle, Raconter(groupes, meilleure));
    }

    private Trouvaille Ensemble(Groupes groupes, Assignation assignation, Cible cible, Trouvaille meilleure)
    {
        var groupe = groupes.Toutes(cible.Sens);
        return groupe.AuMoins(Voulu(cible)) is { } effet && assignation.Cle + groupe.Cles[effet] < meilleure.Cle
            ? new Trouvaille(assignation.Cle + groupe.Cles[effet], assignation, cible.Sens, effet, null)
            : meilleure;
    }

    private Trouvaille AvecPratique(Groupes groupes, Assignation assignation, Cible cible, Trouvaille meilleure)
    {
        var (pratique, autres) = (groupes.Pratique(cible.Sens), groupes.Autres(cible.Sens));
        var voulu = Voulu(cible);
        for (var x = Math.Max(0, Combien(cible.Sens, cible.Pratique!.Value, 1)); x < pratique.Cles.Length; x++)
        {
            if (pratique.Cles[x] == CleBascule.Impossible)
                continue;
            var cle = assignation.Cle + pratique.Cles[x];
            if (cle < meilleure.Cle && autres.AuMoins(voulu - x) is { } y && cle + autres.Cles[y] < meilleure.Cle)
                meilleure = new Trouvaille(cle + autres.Cles[y], assignation, cible.Sens, y, (int)x);
        }
        return meilleure;
    }

    private Bascule Raconter(Groupes groupes, Trouvaille trouvaille)
    {
        var changements = new List<(Variable Variable, int Pas)>();
        for (var i = 0; i < _nonLineaire.Presentees.Count; i++)
            if (trouvaille.Assignation.Pas[i] != 0)
                changements.Add((_nonLineaire.Presentees[i], trouvaille.Assignation.Pas[i]));
        var debut = changements.Count;
        if (trouvaille.Pratique is { } effetPratique)
        {
            groupes.Pratique(trouvaille.Sens).Retrouver(effetPratique, changements);
            groupes.Autres(trouvaille.Sens).Retrouver(trouvaille.Effet, changements);
        }
        else
        {
            groupes.Toutes(trouvaille.Sens).Retrouver(trouvaille.Effet, changements);
        }
        var lineaire = changements.Skip(debut).Sum(c => c.Variable.Effet(c.Pas)) * _echelle;
        var decision = _paysage.Lire(trouvaille.Assignation.Effet1 + lineaire, trouvaille.Assignation.Effet2 + lineaire,
            changements.Where(c => c.Variable.Pratique).Sum(c => c.Variable.Effet(c.Pas)));
        changements.Sort((un, autre) => un.Variable.Rang.CompareTo(autre.Variable.Rang));
        return new Bascule(PhraseBascule.Ecrire(changements, decision),
            changements.ToDictionary(c => c.Variable.Unite.Regle.Code, c => c.Variable.NouvelleNote(c.Pas)), decision);
    }

    private long Voulu(Cible cible) => cible.Effet is { } effet ? Combien(cible.Sens, effet, _echelle) : 0;

    /// <summary>Quarts de point, en valeur absolue, pour atteindre cet effet vers le haut ou passer dessous vers le bas.</summary>
    private static long Combien(int sens, long effet, long echelle) => sens > 0
        ? -(-effet).Diviser(CleBascule.Quantum * echelle)
        : (-effet).Diviser(CleBascule.Quantum * echelle) + 1;

    /// <param name="Pratique">Effet porté par le groupe de la pratique, quand la cible le sépare ; Effet est alors celui des autres unités.</param>
    private readonly record struct Trouvaille(long Cle, Assignation Assignation, int Sens, int Effet, int? Pratique);

    /// <summary>Les groupes par sens, calculés au premier besoin.</summary>
    private sealed class Groupes(List<Variable> pratique, List<Variable> autres, int demiPoints)
    {
        private readonly GroupeLineaire?[] _calcules = new GroupeLineaire?[6];

        public GroupeLineaire Toutes(int sens) => Calculer(0, [.. pratique, .. autres], sens);
        public GroupeLineaire Pratique(int sens) => Calculer(1, pratique, sens);
        public GroupeLineaire Autres(int sens) => Calculer(2, autres, sens);

        private GroupeLineaire Calculer(int lequel, List<Variable> variables, int sens) => _calcules[(2 * lequel) + (sens > 0 ? 1 : 0)] ??= new GroupeLineaire(variables, sens, demiPoints);
    }

    /// <summary>Plus petit commun multiple des sommes de deux coefficients : toute paire de 2021 y donne un total entier.</summary>
    private static long EchelleCommune(long[] coefficients)
    {
        var echelle = 1L;
        for (var i = 0; i < coefficients.Length; i++)
            for (var j = i + 1; j < coefficients.Length; j++)
                echelle = echelle / Pgcd(echelle, coefficients[i] + coefficients[j]) * (coefficients[i] + coefficients[j]);
        return echelle;
    }

    private static long Pgcd(long a, long b) => b == 0 ? a : Pgcd(b, a % b);
}
