using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// The jury raises one mark: a signed line with its motive, never a silent change; the examiner's mark stays on the sheet.
/// Actor: president or member of that jury, while it deliberates.
/// </summary>
public sealed class Revaloriser(BaseRebond donnees)
{
    public const int MotifMinimum = 10;
    public const int MotifMaximum = 500;

    /// <param name="Lue">The mark the author saw, raised or not: "9.5".</param>
    /// <param name="Note">As typed.</param>
    public sealed record Demande(Guid JuryId, string NumeroAnonymat, string Unite, string Lue, string Note, string Motif);

    public sealed record Reponse(Guid Id, Note Avant, Note Apres);

    public sealed record MotifInsuffisant()
        : Refus(GenreRefus.Invalide, "MOTIF_INSUFFISANT", $"Écrivez le motif en {MotifMinimum} à {MotifMaximum} caractères : il est inscrit au procès-verbal et le candidat le lira.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury)
            return new Introuvable("Candidat de ce jury");
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        if ((await donnees.LotDeJuryAsync(jury, groupe, ct, demande.NumeroAnonymat)).FirstOrDefault() is not { } candidat)
            return new Introuvable("Candidat de ce jury");
        if (jury.Etat != EtatJury.EnDeliberation)
            return new DeliberationFermee(jury.Etat);

        List<Refus> refus = [];
        var notes = NotesDuCandidat.Lister(candidat);
        var motif = demande.Motif.Trim();
        var raison = NotesDuCandidat.Verifier(notes, demande.Unite, demande.Note, out var apres);
        if (raison is not null)
            refus.Add(raison);
        if (motif.Length is < MotifMinimum or > MotifMaximum)
            refus.Add(new MotifInsuffisant());
        var avant = notes.FirstOrDefault(n => n.Code == demande.Unite)?.Actuelle ?? default;
        if (raison is null && demande.Lue != avant.EnTexteInvariant())
            refus.Add(new ModifieEntreTemps($"{demande.Unite}, candidat {candidat.NumeroAnonymat}"));
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var ligne = new RevalorisationJury
        {
            CandidatureId = candidat.Cas.CandidatureId,
            JuryId = jury.Id,
            Unite = demande.Unite,
            AvantCentiemes = avant.Centiemes,
            ApresCentiemes = apres.Centiemes,
            Motif = motif,
            CompteId = acteur.CompteId,
            Le = donnees.Horloge.GetUtcNow().UtcDateTime,
        };
        donnees.Add(ligne);
        donnees.Journaliser(new ActeAJournaliser(acteur, "NOTE_REVALORISEE", $"candidature:{ligne.CandidatureId}",
            $"{ligne.Unite}:{avant.EnTexteInvariant()}", $"{ligne.Unite}:{apres.EnTexteInvariant()}", motif));
        var sauve = await donnees.SauverEnDeliberationAsync(jury, $"{ligne.Unite}, candidat {candidat.NumeroAnonymat}", () => SeuleDepuisAsync(ligne, ct), ct);
        return sauve is null ? new Reponse(ligne.Id, avant, apres) : sauve;
    }

    /// <summary>Two members who raised the same mark at the same moment: the second is told.</summary>
    private async Task<bool> SeuleDepuisAsync(RevalorisationJury ligne, CancellationToken ct) =>
        !await donnees.Set<RevalorisationJury>().AnyAsync(r => r.CandidatureId == ligne.CandidatureId && r.Unite == ligne.Unite && r.RetireeLe == null && r.Id != ligne.Id && r.ApresCentiemes > ligne.AvantCentiemes, ct);
}
