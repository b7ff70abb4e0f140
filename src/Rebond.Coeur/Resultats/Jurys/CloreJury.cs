using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// The president closes the deliberation: every proposal, raises applied, becomes a decision; marks are locked. Refused with every reason at
/// once. All or nothing. Actor: president of that jury.
/// </summary>
public sealed class CloreJury(BaseRebond donnees)
{
    /// <param name="Version">Of the jury as the president read it.</param>
    public sealed record Demande(Guid JuryId, int Version);

    public sealed record Reponse(int Candidats, IReadOnlyDictionary<Decision, int> Decisions, string Empreinte);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury))
            return new Interdit("Seul le président clôt la délibération.");
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury)
            return new Introuvable("Jury");
        if (jury.Etat != EtatJury.EnDeliberation)
            return new DeliberationFermee(jury.Etat);
        if (jury.Version != demande.Version)
            return new ModifieEntreTemps($"Jury {jury.Code}");

        // Saving first takes the journal's lock: no mark, raise or livret is written by anyone between what is read next and the commit.
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        (jury.Etat, jury.ClosLe) = (EtatJury.Clos, maintenant);
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "JURY_CLOS", ArreterDecisions.Objet(jury.Id, groupe), EtatJury.EnDeliberation.Code(), EtatJury.Clos.Code()));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps($"Jury {jury.Code}");
        }

        var lot = await donnees.LotDeJuryAsync(jury, groupe, ct);
        if (await donnees.EmpechementsAsync(jury, lot, ct) is { Count: > 0 } refus)
        {
            donnees.ChangeTracker.Clear();
            return Outcome<Reponse>.Refuser(refus);
        }
        var decide = ArreterDecisions.Lot.De(jury.Id, lot.ConvertAll(c => DelibererSession.Decider(c.Cas, c.Dossier, groupe, EtatDecision.Arretee, maintenant)));
        await new ArreterDecisions(donnees).ArreterAsync(decide, groupe, acteur, ct);
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(decide.Decisions.Count, decide.Decisions.CountBy(d => d.Decision).ToDictionary(), decide.Empreinte);
    }
}
