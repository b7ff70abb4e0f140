using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>The link sent to the new address was opened: the account takes it, open sessions close, and the old address is told. Actor: anyone who holds the link.</summary>
public sealed class ConfirmerChangementCourriel(BaseRebond donnees)
{
    public sealed record Demande(string Jeton);

    public sealed record Reponse(Guid CompteId);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct)
    {
        var (empreinte, maintenant) = (ActeSurCompte.Empreinte(demande.Jeton), donnees.Horloge.GetUtcNow().UtcDateTime);
        var verification = await donnees.Set<VerificationCourriel>().SingleOrDefaultAsync(v => v.EmpreinteJeton == empreinte && v.Genre == GenreVerification.Changement, ct);
        if (verification is null || !verification.VautA(maintenant))
            return new LienInconnu();
        var normalise = verification.Courriel.ToUpperInvariant();
        if (await donnees.Users.AnyAsync(u => u.NormalizedEmail == normalise, ct))
            return new ConfirmerCompte.DejaOuvert();
        var compte = await donnees.Users.SingleAsync(u => u.Id == verification.CompteId, ct);

        // Told where it was: only he knows whether he asked.
        if (MessagesDeCompte.CourrielChange(compte, maintenant) is { EstReussi: true } message && await donnees.EnvoyerAsync(message.Valeur, ct) is { EstReussi: false } faute)
            return Outcome<Reponse>.Refuser(faute.Refus);
        (compte.Email, compte.NormalizedEmail, compte.UserName, compte.NormalizedUserName, compte.EmailConfirmed) = (verification.Courriel, normalise, verification.Courriel, normalise, true);
        (compte.SecurityStamp, compte.ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        donnees.Remove(verification);
        donnees.Journaliser(new ActeAJournaliser(new Acteur(compte.Id, compte.NomAffiche, Role.Candidat, []), "COURRIEL_CHANGE", $"compte:{compte.Id}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // The link used twice at once, or the address taken at this very moment.
            donnees.ChangeTracker.Clear();
            return new LienInconnu();
        }
        return new Reponse(compte.Id);
    }
}
