using Rebond.Regles.Examen;
using Rebond.Regles.Resultats;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.NotesAConserver;

/// <summary>What the rules say of what was typed, or why they cannot.</summary>
/// <param name="Curseurs">The marks supposed, by unit taken again; empty until one asks to try.</param>
public sealed record Etude(AvisConservation? Avis, IReadOnlyList<string> Anomalies, IReadOnlyDictionary<string, Note> Curseurs)
{
    /// <param name="essayer">Suppose a mark at each unit taken again: the one moved, else the lowest that gives 10 in all.</param>
    public static Etude Faire(SaisieNotes saisie, bool essayer)
    {
        var dossier = saisie.Dossier();
        var demande = new DemandeConservation { Dossier = dossier, ProchaineSession = saisie.Prochaine, NouveauReglement = saisie.Nouveau };
        IReadOnlyList<string> anomalies = saisie.Fautes.Count > 0 ? [] : [.. ControleDossier.Anomalies(dossier)];
        if (anomalies.Count == 0 && saisie.Fautes.Count == 0)
            anomalies = ConseilConservation.Anomalies(demande);
        if (saisie.Fautes.Count + anomalies.Count > 0)
            return new Etude(null, anomalies, new Dictionary<string, Note>());

        var gardables = ConseilConservation.Etudier(demande);
        // A choice that the marks no longer allow is not asked of the rules; « the same language » is for the person to say.
        var possibles = gardables.Unites.Where(u => u.Garder.Possible).Select(u => u.Code)
            .Concat((gardables.Reprises ?? []).Where(r => r.Reprise == EtatReprise.AExaminer).Select(r => r.Nouvelle!.Code)).ToHashSet();
        demande = demande with { Choix = saisie.Choix.Where(c => c.Value == ChoixUnite.Repasser || possibles.Contains(c.Key)).Where(c => gardables.Unites.Any(u => u.Code == c.Key)).ToDictionary() };
        var avis = ConseilConservation.Etudier(demande);
        if (!essayer)
            return new Etude(avis, [], new Dictionary<string, Note>());

        var scenario = avis.Scenarios[^1].Code == "VOTRE_CHOIX" ? avis.Scenarios[^1] : avis.Scenarios[0];
        var annee = dossier.Examen.EstProfessionnelle() ? Math.Min(saisie.Prochaine.Annee, VersionDroit.DerniereSessionBacPro) : saisie.Prochaine.Annee;
        var curseurs = new Dictionary<string, Note>();
        foreach (var code in scenario.Repassees)
        {
            var pas = (int)PasDesNotes.Pour(dossier.Examen, annee, avis.Reglement.Unite(code)!);
            var supposee = saisie.Hypotheses.TryGetValue(code, out var tapee) ? tapee.Centiemes : Requise(scenario.MoyenneRequise);
            curseurs[code] = Note.DeCentiemes(Math.Min(2000, (supposee + pas - 1) / pas * pas));
        }
        return new Etude(curseurs.Count == 0 ? avis : ConseilConservation.Etudier(demande with { Hypotheses = curseurs }), [], curseurs);
    }

    private static int Requise(MoyenneRequise? requise) => requise is { Atteignable: true } && Note.TryLire(requise.Affichee, out var note) ? note.Centiemes : 2000;
}
