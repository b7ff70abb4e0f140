using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// The jury examines a livret scolaire, and the act is recorded: only then may an ajournement be arrested (D. 337-85, D. 334-10).
/// Actor: president or member of that jury.
/// </summary>
public sealed class OuvrirLivret(BaseRebond donnees)
{
    public sealed record Demande(Guid JuryId, string NumeroAnonymat);

    /// <param name="Le">UTC; the first opening stays.</param>
    public sealed record Reponse(DateTime Le);

    public sealed record SansLivret()
        : Refus(GenreRefus.Invalide, "SANS_LIVRET", "Ce candidat n’a pas de livret scolaire : aucun examen n’est à constater.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury
            || await donnees.CandidatureDuJuryAsync(jury, demande.NumeroAnonymat, ct) is not { } candidature)
            return new Introuvable("Candidat de ce jury");
        if (await donnees.Set<ExamenLivret>().AsNoTracking().SingleOrDefaultAsync(e => e.CandidatureId == candidature.Id, ct) is { } deja)
            return new Reponse(deja.Le);
        if (jury.Etat != EtatJury.EnDeliberation)
            return new DeliberationFermee(jury.Etat);
        if (!LireLotDeJury.ALivret(candidature.Categorie))
            return new SansLivret();

        var acte = new ExamenLivret { CandidatureId = candidature.Id, JuryId = jury.Id, CompteId = acteur.CompteId, Le = donnees.Horloge.GetUtcNow().UtcDateTime };
        donnees.Add(acte);
        donnees.Journaliser(new ActeAJournaliser(acteur, "LIVRET_EXAMINE", $"candidature:{candidature.Id}", Apres: $"jury:{jury.Id}"));
        return await donnees.SauverEnDeliberationAsync(jury, "Livret", () => Task.FromResult(true), ct) is { } refus ? refus : new Reponse(acte.Le);
    }
}
