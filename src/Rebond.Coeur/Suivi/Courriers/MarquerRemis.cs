using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Courriers;

/// <summary>
/// Somebody says that papers were handed over, or posted: they count as sent from then on. Each is an act of the journal on the person, not an answer
/// of his: he is not reached for all that. Actor: the establishment for its own, the DEC for those it follows itself.
/// </summary>
public sealed class MarquerRemis(BaseRebond donnees)
{
    public sealed record Demande(IReadOnlyCollection<Guid> Courriers, ModeRemise? Mode);

    public sealed record Reponse(int Remis);

    public sealed record RienDeCoche() : Refus(GenreRefus.Invalide, "RIEN_DE_COCHE", "Cochez les papiers qui sont partis.");

    public sealed record ModeNecessaire() : Refus(GenreRefus.Invalide, "MODE_NECESSAIRE", "Dites si ces papiers ont été remis en main propre ou postés.");

    public sealed record DejaRemis() : Refus(GenreRefus.Conflit, "DEJA_REMIS", "Un de ces papiers est déjà noté comme remis, ou n’est pas à vous. Rechargez la page.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        if (demande.Courriers.Count == 0)
            return new RienDeCoche();
        if (demande.Mode is not { } mode)
            return new ModeNecessaire();
        var ids = demande.Courriers.Distinct().ToList();
        var siens = donnees.DossiersQuIlEcrit(acteur);
        var courriers = await donnees.Set<CourrierSuivi>().Where(c => ids.Contains(c.Id) && c.RemisLe == null && siens.Any(d => d.Id == c.DossierId)).ToListAsync(ct);
        if (courriers.Count != ids.Count)
            return new DejaRemis();

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        foreach (var courrier in courriers)
        {
            courrier.Remettre(mode, maintenant, acteur.CompteId);
            donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_COURRIER_REMIS", $"suivi:{courrier.DossierId}", Apres: string.Create(CultureInfo.InvariantCulture, $"courrier:{courrier.Id} {courrier.Modele} {mode.Code()}")));
        }
        if (await donnees.EnregistrerDossierAsync(ct) is not null)
            return new DejaRemis();
        return new Reponse(courriers.Count);
    }
}
