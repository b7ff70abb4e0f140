using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

public sealed record PresidentAbsent()
    : Refus(GenreRefus.Conflit, "PRESIDENT_ABSENT", "Le président du jury n’est pas marqué présent sur place. Marquez sa présence : il ne peut pas présider à distance (art. D. 337-93-1).");

public sealed record SousJurysOuverts(IReadOnlyList<string> Codes)
    : Refus(GenreRefus.Conflit, "SOUS_JURYS_OUVERTS", $"Sous-jurys à clore d’abord : {string.Join(", ", Codes)}.");

/// <summary>A reason that concerns candidates: which ones, by anonymity number.</summary>
public abstract record RefusSurCandidats(string Code, string Phrase, IReadOnlyList<string> Anonymats) : Refus(GenreRefus.Conflit, Code, Phrase)
{
    protected static string Candidats(int nombre) => nombre == 1 ? "1 candidat" : $"{nombre} candidats";
}

public sealed record NotesManquantes(IReadOnlyList<string> Qui)
    : RefusSurCandidats("NOTES_MANQUANTES", $"Des notes manquent à {Candidats(Qui.Count)}. La division des examens (DEC) les saisit, ou constate l’absence.", Qui);

public sealed record LivretsNonOuverts(IReadOnlyList<string> Qui)
    : RefusSurCandidats("LIVRETS_NON_OUVERTS", $"{Candidats(Qui.Count)} à ajourner sans que le livret ait été examiné. Ouvrez chaque livret : nul ne peut être ajourné avant (art. D. 337-85, D. 334-10).", Qui);

public sealed record EcartsDeBordereau(IReadOnlyList<string> Qui)
    : RefusSurCandidats("ECARTS_BORDEREAU", $"La note diffère du bordereau de l’examinateur pour {Candidats(Qui.Count)}. La division des examens (DEC) lève l’écart.", Qui);

public sealed record NotesCorrigees(IReadOnlyList<string> Qui)
    : RefusSurCandidats("NOTES_CORRIGEES", $"Une note relevée par le jury a été corrigée depuis pour {Candidats(Qui.Count)}. Retirez la ligne, puis relevez de nouveau si le jury le veut.", Qui);

public sealed record InformationsManquantes(IReadOnlyList<string> Qui)
    : RefusSurCandidats("INFORMATIONS_MANQUANTES", $"Une information manque pour décider de {Candidats(Qui.Count)} (PFMP, contrôle ou règlement). La division des examens (DEC) la complète.", Qui);

public sealed record TablesDeSimulation(IReadOnlyList<string> Qui)
    : RefusSurCandidats("TABLE_DE_SIMULATION", $"{Candidats(Qui.Count)} relèvent d’une table de simulation, qui ne décide jamais d’une personne réelle. La division des examens (DEC) installe le règlement publié.", Qui);

/// <summary>Everything that forbids closing a jury, at once.</summary>
internal static class EmpechementsCloture
{
    public static async Task<List<Refus>> EmpechementsAsync(this BaseRebond donnees, Jury jury, List<CandidatDuLot> lot, CancellationToken ct)
    {
        List<Refus> refus = [];
        if (!jury.Membres.Exists(m => m is { Fonction: FonctionJury.President, Present: true, ADistance: false }))
            refus.Add(new PresidentAbsent());
        var ouverts = await donnees.Set<Jury>().Where(j => j.JuryParentId == jury.Id && j.Etat != EtatJury.Clos).OrderBy(j => j.Code).Select(j => j.Code).ToListAsync(ct);
        if (ouverts.Count > 0)
            refus.Add(new SousJurysOuverts(ouverts));

        var demonstration = await donnees.Set<SessionAcademique>().AnyAsync(s => s.Session == jury.Session && s.EstDemonstration, ct);
        var ecarts = (await donnees.EcartsBordereauxAsync(jury.Id, ct)).Select(e => e.CandidatureId).ToHashSet();
        Ajouter(c => c.Manquantes.Count > 0, qui => new NotesManquantes(qui));
        Ajouter(c => c.LivretAOuvrir, qui => new LivretsNonOuverts(qui));
        Ajouter(c => ecarts.Contains(c.Cas.CandidatureId), qui => new EcartsDeBordereau(qui));
        Ajouter(EstCorrigee, qui => new NotesCorrigees(qui));
        Ajouter(c => c.Manquantes.Count == 0 && (c.Proposition.Decision == Decision.EnAttente || (c.Proposition.Provisoire && !EstSimule(c))), qui => new InformationsManquantes(qui));
        if (!demonstration)
            Ajouter(EstSimule, qui => new TablesDeSimulation(qui));
        return refus;

        void Ajouter(Func<CandidatDuLot, bool> concerne, Func<IReadOnlyList<string>, Refus> creer)
        {
            if (lot.Where(concerne).Select(c => c.NumeroAnonymat).ToList() is { Count: > 0 } qui)
                refus.Add(creer(qui));
        }
    }

    // An invented table, or another ministry's: provisional whatever the marks.
    private static bool EstSimule(CandidatDuLot candidat) => candidat.Dossier.Reglement.Simulation || candidat.Dossier.Reglement.Examen != candidat.Dossier.Examen;

    /// <summary>The mark under the first raise is no longer the mark the jury raised.</summary>
    private static bool EstCorrigee(CandidatDuLot candidat)
    {
        if (candidat.Revalorisations.Count == 0)
            return false;
        var notes = NotesEnTexte.Lire(candidat.Cas.Notes);
        return candidat.Revalorisations.GroupBy(r => r.Unite).Any(g => notes.GetValueOrDefault(g.Key) is var etat && (etat.Etat != Etat.Notee || etat.Note.Centiemes != g.First().AvantCentiemes));
    }
}
