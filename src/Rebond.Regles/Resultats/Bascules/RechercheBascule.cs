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
            _nonLineaire = NonLineaire.Quatre(unites, quatre, [.. particulieres], _echelle);
        }
        else
        {
            _nonLineaire = NonLineaire.Independantes([.. particulieres], variable => orale?.TryGetValue(variable.Unite.Regle.Code, out var note) == true ? note.Centiemes : null);
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
        var maximum = _pratique.Concat(_autres).Concat(_nonLineaire.Variables).Sum(v => 2000L * v.Coefficient);
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
        var toutes = new GroupeLineaire([.. _pratique.Concat(_autres)], budget);
        var (pratique, autres) = _paysage.PratiqueSepare ? (new GroupeLineaire(_pratique, budget), new GroupeLineaire(_autres, budget)) : (null, null);
        var meilleure = (Cle: CleBascule.Impossible, Assignation: default(Assignation), Decision: default(Decision), Ensemble: 0, Pratique: (int?)null);
        foreach (var assignation in _nonLineaire.Enumerer(budget))
        {
            if (assignation.Cle >= meilleure.Cle)
                break;
            foreach (var cible in _paysage.Cibles(assignation))
            {
                var debut = PlafondDivision(cible.Debut, CleBascule.Quantum * _echelle);
                var fin = PlafondDivision(cible.Fin, CleBascule.Quantum * _echelle) - 1;
                if (cible.EffetPratique is not { } condition)
                {
                    if (toutes.Meilleur(debut, fin) is { } effet && assignation.Cle + toutes.Cles[effet + toutes.Portee] < meilleure.Cle)
                        meilleure = (assignation.Cle + toutes.Cles[effet + toutes.Portee], assignation, cible.Decision, effet, null);
                    continue;
                }
                var seuil = PlafondDivision(condition.Seuil, CleBascule.Quantum);
                var de = condition.AuMoins ? Math.Max(seuil, -pratique!.Portee) : -pratique!.Portee;
                var a = condition.AuMoins ? pratique.Portee : Math.Min(seuil - 1, pratique.Portee);
                for (var x = de; x <= a; x++)
                {
                    var cleX = pratique.Cles[x + pratique.Portee];
                    if (assignation.Cle + cleX < meilleure.Cle && autres!.Meilleur(debut - x, fin - x) is { } y
                        && assignation.Cle + cleX + autres.Cles[y + autres.Portee] < meilleure.Cle)
                        meilleure = (assignation.Cle + cleX + autres.Cles[y + autres.Portee], assignation, cible.Decision, y, (int)x);
                }
            }
        }
        if (CleBascule.Cout(meilleure.Cle) > budget)
            return null;

        var changements = new List<(Variable Variable, int Pas)>();
        for (var i = 0; i < _nonLineaire.Variables.Count; i++)
            if (meilleure.Assignation.Pas[i] != 0)
                changements.Add((_nonLineaire.Variables[i], meilleure.Assignation.Pas[i]));
        if (meilleure.Pratique is { } effetPratique)
        {
            pratique!.Retrouver(effetPratique, changements);
            autres!.Retrouver(meilleure.Ensemble, changements);
        }
        else
        {
            toutes.Retrouver(meilleure.Ensemble, changements);
        }
        changements.Sort((un, autre) => un.Variable.Rang.CompareTo(autre.Variable.Rang));
        return new Bascule(PhraseBascule.Ecrire(changements, meilleure.Decision),
            changements.ToDictionary(c => c.Variable.Unite.Regle.Code, c => c.Variable.NouvelleNote(c.Pas)), meilleure.Decision);
    }

    private static long PlafondDivision(long dividende, long diviseur) => dividende switch
    {
        long.MinValue => int.MinValue,
        long.MaxValue => (long)int.MaxValue + 1,
        _ => -(-dividende).Diviser(diviseur),
    };

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
