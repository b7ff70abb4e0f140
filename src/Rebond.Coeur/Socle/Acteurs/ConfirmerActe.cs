using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// The second person confirms what another administrateur asked for on an account that touches marks or decisions. A role is granted at once; a
/// link is then handed over to who asked, and the code this answers goes to the holder, by the second person and another way. Neither of
/// the two can open the account alone.
/// </summary>
public sealed class ConfirmerActe(BaseRebond donnees)
{
    // No I, L, O, U: nothing to take for a digit.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public sealed record Demande(Guid ActeId);

    /// <param name="Code">Shown once, to be said to the holder; null when a role was granted.</param>
    /// <param name="MotDePasseEfface">The account had a password that one person alone may have chosen: it needs a new link.</param>
    public sealed record Reponse(Guid CompteId, GenreActe Genre, string? Code, bool MotDePasseEfface);

    public sealed record SecondePersonne() : Refus(GenreRefus.Interdit, "SECONDE_PERSONNE", "Vous avez fait cette demande : un autre administrateur la confirme. Seul administrateur, passez par la ligne de commande du serveur.");

    public sealed record DemandeClose() : Refus(GenreRefus.Conflit, "DEMANDE_CLOSE", "Cette demande n’est plus à confirmer : elle a été confirmée, refusée, ou elle a plus de sept jours. Rechargez la liste.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) || acteur.CompteId is not { } confirmateur)
            return new Interdit();
        if (await donnees.Set<ActeSurCompte>().SingleOrDefaultAsync(a => a.Id == demande.ActeId, ct) is not { } acte)
            return new Introuvable("Cette demande");
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        if (!acte.EstOuvertA(maintenant) || acte.ConfirmeLe is not null)
            return new DemandeClose();
        if (acte.DemandeurId == confirmateur)
            return new SecondePersonne();
        if (acte.Genre == GenreActe.Habilitation && acte.CompteId == confirmateur)
            return new AccorderHabilitation.PourSoiMeme();

        (acte.ConfirmateurId, acte.ConfirmeLe) = (confirmateur, maintenant);
        string? code = null;
        var efface = false;
        if (acte.Genre == GenreActe.LienActivation)
        {
            code = RandomNumberGenerator.GetString(Alphabet, 10);
            acte.EmpreinteCode = ActeSurCompte.Empreinte(code);
            donnees.Journaliser(new ActeAJournaliser(acteur, "LIEN_ACTIVATION_CONFIRME", $"compte:{acte.CompteId}", Apres: $"demande_par:{acte.DemandeurId}"));
        }
        else
        {
            acte.TermineLe = maintenant;
            efface = await EffacerMotDePasseAsync(acte.CompteId, ct);
            AccorderHabilitation.Ajouter(donnees, acte.CompteId, acte.Role!.Value, acte.CodePerimetre!, acteur, acte.DemandeurId);
        }
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("La demande");
        }
        return new Reponse(acte.CompteId, acte.Genre, code is null ? null : $"{code[..5]}-{code[5..]}", efface);
    }

    /// <summary>The first such role of an account: its password may come from a link that one administrateur had alone.</summary>
    private async Task<bool> EffacerMotDePasseAsync(Guid compteId, CancellationToken ct)
    {
        if (await donnees.Set<Habilitation>().AnyAsync(h => h.UtilisateurId == compteId && ReglesDesComptes.ADeux.Contains(h.Role), ct))
            return false;
        var compte = await donnees.Users.SingleAsync(u => u.Id == compteId, ct);
        var cles = await donnees.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == compteId).ToListAsync(ct);
        var avait = compte.PasswordHash is not null || cles.Count > 0;
        // A new stamp: links already handed over and open sessions are worth nothing any more; a second factor enrolled with that password goes with it.
        (compte.PasswordHash, compte.TwoFactorEnabled, compte.SecurityStamp) = (null, false, Guid.NewGuid().ToString("N"));
        donnees.RemoveRange(cles);
        donnees.RemoveRange(await donnees.UserTokens.Where(t => t.UserId == compteId).ToListAsync(ct));
        return avait;
    }
}
