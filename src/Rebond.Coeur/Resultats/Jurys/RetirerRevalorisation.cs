using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>Withdraws a raise: the line stays, with when. Lines of one mark are withdrawn last first. Actor: president or member of that jury, while it deliberates.</summary>
public sealed class RetirerRevalorisation(BaseRebond donnees)
{
    public sealed record Demande(Guid JuryId, string NumeroAnonymat, Guid LigneId);

    public sealed record Reponse(DateTime RetireeLe);

    public sealed record DejaRetiree() : Refus(GenreRefus.Conflit, "DEJA_RETIREE", "Cette ligne est déjà retirée. Rechargez la page.");

    public sealed record LigneSuivie(string Unite)
        : Refus(GenreRefus.Conflit, "LIGNE_SUIVIE", $"La note {Unite} a été relevée de nouveau depuis. Retirez d’abord la ligne la plus récente.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury
            || await donnees.CandidatureDuJuryAsync(jury, demande.NumeroAnonymat, ct) is not { } candidature
            || await donnees.Set<RevalorisationJury>().SingleOrDefaultAsync(r => r.Id == demande.LigneId && r.CandidatureId == candidature.Id && r.JuryId == jury.Id, ct) is not { } ligne)
            return new Introuvable("Ligne de ce candidat");
        if (jury.Etat != EtatJury.EnDeliberation)
            return new DeliberationFermee(jury.Etat);
        if (ligne.RetireeLe is not null)
            return new DejaRetiree();
        if (await SuivieAsync(ligne, ct))
            return new LigneSuivie(ligne.Unite);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        ligne.RetireeLe = maintenant;
        donnees.Journaliser(new ActeAJournaliser(acteur, "REVALORISATION_RETIREE", $"candidature:{candidature.Id}",
            $"{ligne.Unite}:{Note.DeCentiemes(ligne.ApresCentiemes).EnTexteInvariant()}", $"{ligne.Unite}:{Note.DeCentiemes(ligne.AvantCentiemes).EnTexteInvariant()}"));
        var refus = await donnees.SauverEnDeliberationAsync(jury, $"{ligne.Unite}, candidat {demande.NumeroAnonymat}", async () => !await SuivieAsync(ligne, ct), ct);
        return refus is null ? new Reponse(maintenant) : refus;
    }

    private Task<bool> SuivieAsync(RevalorisationJury ligne, CancellationToken ct) =>
        donnees.Set<RevalorisationJury>().AnyAsync(r => r.CandidatureId == ligne.CandidatureId && r.Unite == ligne.Unite && r.RetireeLe == null && r.Id != ligne.Id && r.ApresCentiemes > ligne.ApresCentiemes, ct);
}
