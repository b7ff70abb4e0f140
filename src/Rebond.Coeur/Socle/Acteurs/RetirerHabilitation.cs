using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>Takes one role on one scope away. The person's open session loses it within a minute (FabriqueClaims).</summary>
public sealed class RetirerHabilitation(BaseRebond donnees)
{
    public sealed record Demande(Guid HabilitationId, string Motif);

    public sealed record Reponse(Guid CompteId);

    public sealed record MotifManquant() : Refus(GenreRefus.Invalide, "MOTIF_MANQUANT", "Indiquez pourquoi : le motif est conservé au journal.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        if (await donnees.Set<Habilitation>().SingleOrDefaultAsync(h => h.Id == demande.HabilitationId, ct) is not { } habilitation)
            return new Introuvable("Cette habilitation");
        if (habilitation.UtilisateurId == acteur.CompteId)
            return new AccorderHabilitation.PourSoiMeme();
        if (string.IsNullOrWhiteSpace(demande.Motif))
            return new MotifManquant();

        donnees.Remove(habilitation);
        donnees.Journaliser(new ActeAJournaliser(acteur, "HABILITATION_RETIREE", $"compte:{habilitation.UtilisateurId}",
            Avant: $"{habilitation.Role.Code()} {habilitation.TypePerimetre.Code()}:{habilitation.CodePerimetre}", Motif: demande.Motif.Trim()));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(habilitation.UtilisateurId);
    }
}
