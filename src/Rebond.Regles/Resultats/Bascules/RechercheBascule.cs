using Rebond.Regles.Examen;
using Rebond.Regles.Resultats.Derogations;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>
/// Le plus petit changement de notes, parmi les unités que le candidat a présentées, qui donne une autre décision : le moins de points
/// coefficientés changés, puis le moins d'unités, puis l'ordre du règlement. La recherche est exacte : elle élargit son budget jusqu'à
/// trouver, et tout changement moins cher a alors été examiné. Les notes de l'oral, le chef-d'œuvre et les notes conservées ne bougent pas.
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

    private RechercheBascule(VersionDroit version, DossierExamen dossier, in Issue issue)
    {
        _version = version;
        _issue = issue;
        var unites = issue.Phase == Phase.Septembre2020 ? issue.Unites : issue.UnitesPremier;
        var quatre = Session2021DeuxMeilleures.Rangs(version, dossier.ColonneRetenue, unites);
        var orale = issue.Phase != Phase.Septembre2020 && version.Controle != ModaliteControle.Interrogations ? dossier.Controle?.Notes : null;
        var particulieres = new List<Variable>();
        for (var rang = 0; rang < unites.Length; rang++)
        {
            if (unites[rang].Etat.Etat != Etat.Notee || (unites[rang].Facultative && PointsFacultatifs.EstEcartee(version, unites[rang].Regle, unites[rang].Etat, dossier.ColonneRetenue)))
                continue;
            var variable = new Variable(rang, unites[rang], Math.Max(50, (int)PasDesNotes.Pour(dossier.Examen, version.Annee, unites[rang].Regle)), AccesEpreuveControle.Compte(version, unites[rang].Regle));
            if (quatre?.Contains(rang) == true || orale?.ContainsKey(variable.Unite.Regle.Code) == true || !variable.SurLaGrille)
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
            _nonLineaire = new UnitesRepassees([.. particulieres], variable => orale?.TryGetValue(variable.Unite.Regle.Code, out var note) == true ? note.Centiemes : null);
        }
        _paysage = new PaysageDecisions(version, dossier, issue, unites, _echelle);
    }

    public static Bascule? Chercher(VersionDroit version, DossierExamen dossier, in Issue issue)
    {
        if (issue.Verdict.Decision is Decision.EnAttente or Decision.NonDelivrable)
            return null;
        var recherche = new RechercheBascule(version, dossier, issue);
        return recherche._paysage.UneAutreDecisionExiste ? recherche.Elargir() : null;
    }

    private Bascule? Elargir()
    {
        var maximum = _pratique.Concat(_autres).Concat(_nonLineaire.Presentees).Sum(v => 2000L * v.Coefficient);
        for (var budget = Math.Min(maximum, _paysage.EcartMinimal + 400); ; budget = Math.Min(maximum, budget * 2))
        {
            if (Essayer(budget) is { } bascule)
                return bascule;
            if (budget >= maximum)
                return null;
        }
    }

    private Bascule? Essayer(long budget)
    {
        var groupes = new Groupes(_pratique, _autres, budget);
        var meilleure = default(Trouvaille) with { Cle = CleBascule.Impossible };
        foreach (var assignation in _nonLineaire.Enumerer(budget))
        {
            if (assignation.Cle >= meilleure.Cle)
                break;
            foreach (var cible in _paysage.Cibles(assignation))
                meilleure = cible.Pratique is null ? Ensemble(groupes, assignation, cible, meilleure) : AvecPratique(groupes, assignation, cible, meilleure);
        }
        return CleBascule.Cout(meilleure.Cle) > budget ? null : Raconter(groupes, meilleure);
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
    private sealed class Groupes(List<Variable> pratique, List<Variable> autres, long budget)
    {
        private readonly GroupeLineaire?[] _calcules = new GroupeLineaire?[6];

        public GroupeLineaire Toutes(int sens) => Calculer(0, [.. pratique, .. autres], sens);
        public GroupeLineaire Pratique(int sens) => Calculer(1, pratique, sens);
        public GroupeLineaire Autres(int sens) => Calculer(2, autres, sens);

        private GroupeLineaire Calculer(int lequel, List<Variable> variables, int sens) => _calcules[(2 * lequel) + (sens > 0 ? 1 : 0)] ??= new GroupeLineaire(variables, sens, budget);
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
