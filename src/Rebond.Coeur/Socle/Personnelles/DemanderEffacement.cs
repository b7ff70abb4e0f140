using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Personnelles;

/// <summary>A candidate asks that what is held on him be erased, or withdraws that demand; the DEC decides. Actor: candidat, for himself.</summary>
public sealed class DemanderEffacement(BaseRebond donnees)
{
    public const int PrecisionsMax = 1000;

    /// <param name="Retirer">Withdraws the demand in course instead.</param>
    public sealed record Demande(string? Precisions, bool Retirer = false);

    public sealed record Reponse(Guid DemandeId);

    public sealed record DejaDemande() : Refus(GenreRefus.Conflit, "EFFACEMENT_DEJA_DEMANDE", "Votre demande est déjà enregistrée : la division des examens doit y répondre.");

    public sealed record PrecisionsTropLongues() : Refus(GenreRefus.Invalide, "PRECISIONS_TROP_LONGUES", $"Écrivez {PrecisionsMax} caractères au plus.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) || acteur.CompteId is not { } compte)
            return new Interdit("Le compte d’un personnel est tenu par l’administrateur de son académie : adressez-lui votre demande.");
        var precisions = demande.Precisions?.Trim() ?? "";
        if (precisions.Length > PrecisionsMax)
            return new PrecisionsTropLongues();
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var enCours = await donnees.Set<DemandeEffacement>().SingleOrDefaultAsync(d => d.CompteId == compte && d.Etat == EtatEffacement.Demandee, ct);
        if (demande.Retirer)
        {
            if (enCours is null)
                return new Introuvable("Demande en cours");
            (enCours.Etat, enCours.DecideLe) = (EtatEffacement.Retiree, donnees.Horloge.GetUtcNow().UtcDateTime);
            donnees.Journaliser(new ActeAJournaliser(acteur, "EFFACEMENT_RETIRE", $"effacement:{enCours.Id}"));
        }
        else if (enCours is not null)
            return new DejaDemande();
        else
        {
            donnees.Add(enCours = new DemandeEffacement { CompteId = compte, DemandeLe = donnees.Horloge.GetUtcNow().UtcDateTime, Precisions = precisions.Length == 0 ? null : precisions });
            donnees.Journaliser(new ActeAJournaliser(acteur, "EFFACEMENT_DEMANDE", $"effacement:{enCours.Id}", Apres: $"compte:{compte}"));
        }
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(enCours.Id);
    }
}
