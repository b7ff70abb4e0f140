using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>One candidate of the demonstration, read back from the base and decided by the law: after the first group, then in the end.</summary>
internal sealed record CandidatDecide(Candidature Candidature, FeuilleNotes Feuille, Reglement Reglement, DecisionCalculee Premier, DecisionCalculee Fin);

/// <summary>What the académie of a base gives when the law is applied to it, no jury intervening.</summary>
internal static class TauxDemonstration
{
    public static async Task<List<CandidatDecide>> DeciderAsync(BaseRebond donnees, SessionExamen session, CancellationToken ct)
    {
        var reglements = new Dictionary<string, Reglement>(StringComparer.Ordinal);
        var feuilles = await donnees.Set<FeuilleNotes>().AsNoTracking().Where(f => f.Session == session).ToDictionaryAsync(f => f.CandidatureId, ct);
        var candidatures = await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == session).OrderBy(c => c.Numero).ToListAsync(ct);
        return [.. candidatures.Select(c =>
        {
            if (!reglements.TryGetValue(c.Reglement, out var reglement))
                reglements[c.Reglement] = reglement = Reglements.Chercher(c.Reglement) ?? throw new InvalidOperationException(c.Reglement);
            var feuille = feuilles[c.Id];
            var premier = Resultat.Decider(Dossier(c, feuille, reglement, null));
            var fin = feuille.Controle.Length == 0 ? premier : Resultat.Decider(Dossier(c, feuille, reglement, Controle(c.Examen, feuille.Controle)));
            return new CandidatDecide(c, feuille, reglement, premier, fin);
        })];
    }

    /// <summary>Percentage of the candidates that a decision could be taken for.</summary>
    public static double Admis(this IEnumerable<CandidatDecide> candidats, Func<CandidatDecide, DecisionCalculee> quand)
    {
        var decides = candidats.Where(c => c.Premier.Decision != Decision.EnAttente).ToList();
        return 100.0 * decides.Count(c => quand(c).Decision == Decision.Admis) / decides.Count;
    }

    private static DossierExamen Dossier(Candidature candidature, FeuilleNotes feuille, Reglement reglement, EpreuveControle? controle) => new()
    {
        Examen = candidature.Examen,
        Session = candidature.Session,
        Reglement = reglement,
        Categorie = candidature.Categorie,
        Forme = candidature.Forme,
        Unites = NotesEnTexte.Lire(feuille.Notes),
        Facultatives = NotesEnTexte.Lire(feuille.Facultatives),
        Pfmp = feuille is { PfmpSemaines: null, PfmpValidee: null } ? null : new Pfmp(feuille.PfmpSemaines, feuille.PfmpValidee),
        LivretExamine = true,
        Controle = controle,
    };

    private static EpreuveControle Controle(TypeExamen examen, string texte)
    {
        var notes = NotesEnTexte.Lire(texte).ToDictionary(n => n.Key, n => n.Value.Note);
        return examen == TypeExamen.BacPro ? new EpreuveControle(notes[CodesControle.Interrogation1], notes[CodesControle.Interrogation2], null) : new EpreuveControle(null, null, notes);
    }
}
