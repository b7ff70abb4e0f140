using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>The president opens the deliberation of the first group, or of the second once the first is published. Actor: president of that jury.</summary>
public sealed class OuvrirDeliberation(BaseRebond donnees)
{
    public sealed record Demande(Guid JuryId, int Version);

    public sealed record Reponse(GroupeEpreuves Groupe);

    public sealed record DejaOuverte() : Refus(GenreRefus.Conflit, "DEJA_OUVERTE", "La délibération de ce jury est déjà ouverte.");

    public sealed record PresidentNonDesigne() : Refus(GenreRefus.Conflit, "PRESIDENT_NON_DESIGNE", "Ce jury n’a pas de président. La division des examens (DEC) le désigne avant l’ouverture.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury))
            return new Interdit("Seul le président ouvre la délibération.");
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury)
            return new Introuvable("Jury");
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        if (jury.Etat == EtatJury.EnDeliberation)
            return new DejaOuverte();
        // Closed for the first group and not yet published, or closed for the second: only the DEC reopens it.
        if (jury.Etat == EtatJury.Clos && (groupe == GroupeEpreuves.Premier || await donnees.Set<DecisionCandidat>().AnyAsync(d => d.JuryId == jury.Id && d.Groupe == GroupeEpreuves.Second && d.Etat == EtatDecision.Arretee, ct)))
            return new DeliberationFermee(jury.Etat);
        if (jury.Version != demande.Version)
            return new ModifieEntreTemps($"Jury {jury.Code}");
        if (!jury.Membres.Exists(m => m.Fonction == FonctionJury.President))
            return new PresidentNonDesigne();

        donnees.Journaliser(new ActeAJournaliser(acteur, "DELIBERATION_OUVERTE", ArreterDecisions.Objet(jury.Id, groupe), jury.Etat.Code(), EtatJury.EnDeliberation.Code()));
        (jury.Etat, jury.ClosLe) = (EtatJury.EnDeliberation, null);
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps($"Jury {jury.Code}");
        }
        return new Reponse(groupe);
    }
}
