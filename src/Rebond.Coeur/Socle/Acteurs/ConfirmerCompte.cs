using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// The account is opened by who holds the link and knows the password chosen with the demand: a candidate of nothing but his own account, until
/// he registers. Actor: anyone who holds the link.
/// </summary>
public sealed class ConfirmerCompte(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    public sealed record Demande(string Jeton, string MotDePasse);

    public sealed record Reponse(Guid CompteId);

    public sealed record MotDePasseFaux() : Refus(GenreRefus.Invalide, "MOT_DE_PASSE_FAUX", "Ce n’est pas le mot de passe choisi avec cette demande. Si vous n’avez rien demandé, fermez cette page : aucun compte ne s’ouvrira.");

    public sealed record DejaOuvert() : Refus(GenreRefus.Conflit, "COMPTE_DEJA_OUVERT", "Cette adresse a déjà son compte. Connectez-vous ; si le mot de passe vous échappe, demandez-en un autre par « Mot de passe oublié ».");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct)
    {
        var (empreinte, maintenant) = (ActeSurCompte.Empreinte(demande.Jeton), donnees.Horloge.GetUtcNow().UtcDateTime);
        var verification = await donnees.Set<VerificationCourriel>().SingleOrDefaultAsync(v => v.EmpreinteJeton == empreinte && v.Genre == GenreVerification.Creation, ct);
        if (verification is null || !verification.VautA(maintenant))
            return new LienInconnu();
        var compte = CreerCompte.Nouveau(verification.Courriel, verification.NomAffiche!);
        if (comptes.PasswordHasher.VerifyHashedPassword(compte, verification.MotDePasse!, demande.MotDePasse) == PasswordVerificationResult.Failed)
        {
            verification.Essais++;
            return await EssayerAsync(ct) && verification.VautA(maintenant) ? new MotDePasseFaux() : new LienInconnu();
        }
        if (await donnees.Users.AnyAsync(u => u.NormalizedEmail == compte.NormalizedEmail, ct))
            return new DejaOuvert();

        (compte.PasswordHash, compte.EmailConfirmed) = (verification.MotDePasse, true);
        donnees.Add(compte);
        donnees.Add(new Habilitation { UtilisateurId = compte.Id, Role = Role.Candidat, TypePerimetre = TypePerimetre.Compte, CodePerimetre = compte.Id.ToString() });
        donnees.Remove(verification);
        donnees.Journaliser(new ActeAJournaliser(new Acteur(compte.Id, compte.NomAffiche, Role.Candidat, []), "COMPTE_OUVERT", $"compte:{compte.Id}"));
        return await EssayerAsync(ct) ? new Reponse(compte.Id) : new DejaOuvert();
    }

    /// <summary>False when the same link, or the same address, was confirmed at this very moment elsewhere.</summary>
    private async Task<bool> EssayerAsync(CancellationToken ct)
    {
        try
        {
            await donnees.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            donnees.ChangeTracker.Clear();
            return false;
        }
    }
}
