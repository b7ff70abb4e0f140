using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>A phone or a key is lost: the account's second factor, recovery codes and passkeys go, open sessions close, enrolment starts again.</summary>
public sealed class ReinitialiserSecondFacteur(BaseRebond donnees)
{
    public sealed record Demande(Guid CompteId, string Motif);

    public sealed record Reponse(Guid CompteId);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        if (await donnees.Users.SingleOrDefaultAsync(u => u.Id == demande.CompteId, ct) is not { } compte)
            return new Introuvable("Ce compte");
        if (string.IsNullOrWhiteSpace(demande.Motif))
            return new RetirerHabilitation.MotifManquant();

        compte.TwoFactorEnabled = false;
        compte.SecurityStamp = Guid.NewGuid().ToString("N");
        donnees.RemoveRange(await donnees.UserTokens.Where(t => t.UserId == compte.Id).ToListAsync(ct));
        donnees.RemoveRange(await donnees.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == compte.Id).ToListAsync(ct));
        // The holder is told: he alone knows whether he asked. Without an address there is nobody to tell, and the account must be freed all the same.
        if (MessagesDeCompte.SecondFacteurReinitialise(compte, acteur, donnees.Horloge.GetUtcNow().UtcDateTime) is { EstReussi: true } message && await donnees.EnvoyerAsync(message.Valeur, ct) is { EstReussi: false } refus)
            return Outcome<Reponse>.Refuser(refus.Refus);
        donnees.Journaliser(new ActeAJournaliser(acteur, "SECOND_FACTEUR_REINITIALISE", $"compte:{compte.Id}", Motif: demande.Motif.Trim()));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(compte.Id);
    }
}
