using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// A new password in place of a forgotten one. Open sessions close, a lockout ends, the second factor stays, and the holder is told by e-mail. Actor:
/// anyone who holds the link.
/// </summary>
public sealed class ChoisirMotDePasse(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    public sealed record Demande(Guid CompteId, string Jeton, string MotDePasse);

    public sealed record Reponse(Guid CompteId);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct)
    {
        if (await comptes.FindByIdAsync(demande.CompteId.ToString()) is not { } compte || !await comptes.VerifyUserTokenAsync(compte, TokenOptions.DefaultProvider, DemanderMotDePasse.Usage, demande.Jeton))
            return new LienInconnu();
        // Asked again: the second factor may have been reset since the link was sent.
        if (!compte.TwoFactorEnabled && await donnees.Set<Habilitation>().AnyAsync(h => h.UtilisateurId == compte.Id && ReglesDesComptes.ADeux.Contains(h.Role), ct))
            return new LienInconnu();
        if (await comptes.RefusDuMotDePasseAsync(demande.MotDePasse) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        compte.PasswordHash = comptes.PasswordHasher.HashPassword(compte, demande.MotDePasse);
        // A new stamp: this link, the others and the open sessions are worth nothing any more.
        (compte.SecurityStamp, compte.EmailConfirmed, compte.LockoutEnd, compte.AccessFailedCount, compte.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), true, null, 0, Guid.NewGuid().ToString());
        var message = MessagesDeCompte.MotDePasseChange(compte, donnees.Horloge.GetUtcNow().UtcDateTime);
        if (message.EstReussi && await donnees.EnvoyerAsync(message.Valeur, ct) is { EstReussi: false } faute)
            return Outcome<Reponse>.Refuser(faute.Refus);
        donnees.Journaliser(new ActeAJournaliser(new Acteur(compte.Id, compte.NomAffiche, Role.Visiteur, []), "MOT_DE_PASSE_CHOISI", $"compte:{compte.Id}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new LienInconnu();
        }
        return new Reponse(compte.Id);
    }
}
