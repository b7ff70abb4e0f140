using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Regles.Examen;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

public sealed record UniteNonRelevable(string Unite)
    : Refus(GenreRefus.Invalide, "UNITE_NON_RELEVABLE", $"L’unité {Unite} n’a pas de note présentée à cette session : une absence, une dispense ou une note conservée ne se relève pas.");

public sealed record NoteIllisible(string Unite, string Saisie)
    : Refus(GenreRefus.Invalide, "NOTE_ILLISIBLE", $"{Unite} : « {(Saisie.Length > 12 ? Saisie[..12] + "…" : Saisie)} » n’est pas une note de 0 à 20. Écrivez par exemple 10,5.");

public sealed record NoteNonRelevee(string Unite, Note Avant, Note Apres)
    : Refus(GenreRefus.Invalide, "NOTE_NON_RELEVEE", $"{Unite} : {Apres} n’est pas au-dessus de {Avant}. Un jury relève une note, il ne la baisse jamais.");

public sealed record PasDeNoteInterdit(string Unite, PasDeNote Pas)
    : Refus(GenreRefus.Invalide, "PAS_DE_NOTE", $"{Unite} : les notes de cette épreuve se donnent en {SaisieDeNote.EnMots(Pas)}.");

/// <summary>One unit as the jury sees it: the examiner's mark, and the mark that counts once raised.</summary>
/// <param name="Etat">What the mark sheet says.</param>
/// <param name="Relevee">Null while no raise stands.</param>
public sealed record NoteDuCandidat(string Code, string Libelle, Coefficient Coefficient, bool PointsAuDessusDe10, PasDeNote Pas, EtatUnite Etat, Note? Relevee)
{
    public bool EstRelevable => Etat.Etat == Regles.Vocabulaire.Etat.Notee;

    /// <summary>The mark that counts; only when the unit may be raised.</summary>
    public Note Actuelle => Relevee ?? Etat.Note;
}

/// <summary>The units of a candidate and what may be done to each. Pure.</summary>
internal static class NotesDuCandidat
{
    public static List<NoteDuCandidat> Lister(CandidatDuLot candidat)
    {
        var saisies = NotesEnTexte.Lire(candidat.Cas.Notes);
        return [.. candidat.Dossier.Reglement.Unites.Where(u => u.Obligatoire || saisies.ContainsKey(u.Code)).Select(u => new NoteDuCandidat(
            u.Code, u.Libelle, u.Coefficient, u.PointsAuDessusDe10, PasDesNotes.Pour(candidat.Dossier.Examen, candidat.Dossier.Session.Annee, u),
            saisies.GetValueOrDefault(u.Code), candidat.Revalorisations.LastOrDefault(r => r.Unite == u.Code) is { } ligne ? Note.DeCentiemes(ligne.ApresCentiemes) : null))];
    }

    /// <summary>Null when <paramref name="saisie"/> is a mark this unit may be raised to.</summary>
    public static Refus? Verifier(IReadOnlyList<NoteDuCandidat> notes, string unite, string saisie, out Note apres)
    {
        apres = default;
        if (notes.FirstOrDefault(n => n.Code == unite) is not { EstRelevable: true } note)
            return new UniteNonRelevable(unite);
        if (!Note.TryLire(saisie, out apres))
            return new NoteIllisible(note.Libelle, saisie);
        return apres <= note.Actuelle ? new NoteNonRelevee(note.Libelle, note.Actuelle, apres)
            : !apres.RespectePas(note.Pas) ? new PasDeNoteInterdit(note.Libelle, note.Pas)
            : null;
    }

    public static DossierExamen Avec(DossierExamen dossier, IReadOnlyDictionary<string, Note> changements)
    {
        var unites = new Dictionary<string, EtatUnite>(dossier.Unites);
        foreach (var (unite, note) in changements)
            unites[unite] = EtatUnite.Notee(note);
        return dossier with { Unites = unites };
    }
}
