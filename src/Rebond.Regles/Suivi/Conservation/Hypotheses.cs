using Rebond.Regles.Examen;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>« Et si j'avais 11 en maths ? » : la moyenne et la décision que donneraient les notes supposées, par les règles mêmes des résultats.</summary>
internal static class Hypotheses
{
    public static PasDeNote Pas(DemandeConservation demande, UniteReglement unite) => PasDesNotes.Pour(demande.Dossier.Examen, AnneeDuDroit(demande), unite);

    /// <summary>Le droit de la prochaine session ou, s'il n'est pas encore connu, le dernier connu.</summary>
    public static int AnneeDuDroit(DemandeConservation demande) => demande.Dossier.Examen.EstProfessionnelle()
        ? Math.Min(demande.ProchaineSession.Annee, VersionDroit.DerniereSessionBacPro)
        : demande.ProchaineSession.Annee;

    public static EffetHypotheses Essayer(DemandeConservation demande, IReadOnlyList<UniteCible> cibles, Func<UniteCible, bool> estGardee)
    {
        var (points, coefficients) = Calcul.Gardes(cibles.Where(estGardee));
        foreach (var unite in cibles)
            if (demande.Hypotheses.TryGetValue(unite.Code, out var note))
            {
                var apport = Calcul.Apport(unite.Regle, note);
                (points, coefficients) = (points + apport.Points, coefficients + apport.Coefficients);
            }
        var sansNote = cibles.Where(unite => !estGardee(unite) && unite.EstARepasserSinon && !demande.Hypotheses.ContainsKey(unite.Code)).ToList();
        var moyenne = coefficients == 0 ? (Moyenne?)null : new Moyenne(points, coefficients);
        if (sansNote.Count > 0)
        {
            var requise = Calcul.Requise(points, coefficients, Calcul.Coefficients(sansNote))!;
            return new EffetHypotheses(requise.Atteignable
                ? $"Avec ces notes, il faut encore {requise.Affichee} de moyenne aux autres épreuves."
                : "Avec ces notes, 20 partout ailleurs ne suffit pas.", moyenne, [.. sansNote.Select(unite => unite.Code)], requise, null, Mention.Aucune);
        }
        var decision = Decider(demande, cibles, estGardee);
        return new EffetHypotheses(Phrase(decision), decision.Moyenne.Existe ? decision.Moyenne : moyenne, [], null, decision.Decision, decision.Mention);
    }

    private static DecisionCalculee Decider(DemandeConservation demande, IReadOnlyList<UniteCible> cibles, Func<UniteCible, bool> estGardee)
    {
        Dictionary<string, EtatUnite> Etats(bool facultatives) => cibles.Where(unite => unite.EstFacultative == facultatives).ToDictionary(unite => unite.Code, unite =>
            demande.Hypotheses.TryGetValue(unite.Code, out var note) ? EtatUnite.Notee(note)
            : estGardee(unite) ? EtatUnite.Conservee(unite.Etat.Note, unite.Origine!.Value)
            : unite.Possibilite == PossibiliteNote.Dispensee ? EtatUnite.Dispense
            : EtatUnite.NonNotee);
        return Resultat.Decider(new DossierExamen
        {
            Examen = demande.Dossier.Examen,
            Session = new SessionExamen(AnneeDuDroit(demande), demande.ProchaineSession.Mois),
            Reglement = ConseilConservation.Reglement(demande),
            Categorie = demande.Dossier.Categorie,
            Forme = demande.Dossier.Forme,
            Colonne = demande.Dossier.Colonne,
            Unites = Etats(facultatives: false),
            Facultatives = Etats(facultatives: true),
            Pfmp = demande.Dossier.Pfmp,
        });
    }

    private static string Phrase(DecisionCalculee decision)
    {
        var debut = decision.Moyenne.Existe ? $"Avec ces notes, vous auriez {decision.Moyenne.Afficher()} de moyenne." : "Avec ces notes, la moyenne ne se calcule pas.";
        return decision.Decision switch
        {
            Decision.Admis when decision.Mention != Mention.Aucune => $"{debut} Vous seriez reçu, avec la mention {AttributionMention.EnClair(decision.Mention)}.",
            Decision.Admis => $"{debut} Vous seriez reçu.",
            Decision.Controle or Decision.SecondGroupe => $"{debut} Vous iriez à l'oral.",
            Decision.NonDelivrable => $"{debut} Le diplôme serait bloqué : vos stages ne sont pas validés.",
            Decision.EnAttente => $"{debut} Il manque une information pour conclure.",
            _ => $"{debut} Ce ne serait pas assez.",
        };
    }
}
