using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// The holder of a link chooses his password. One use, one day; a link that two administrateurs opened also asks for the code that the second
/// gave him. Actor: anyone who holds the link.
/// </summary>
public sealed class ActiverCompte(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    public const int EssaisDeCode = 5;

    public sealed record Demande(Guid CompteId, string Jeton, string? Code, string MotDePasse);

    public sealed record Reponse(Guid CompteId);

    public sealed record LienPerime() : Refus(GenreRefus.Invalide, "LIEN_PERIME", "Ce lien n’est plus valable : il a servi, il a plus d’un jour, ou un autre l’a remplacé. Demandez-en un nouveau à l’administrateur.");

    public sealed record CodeFaux() : Refus(GenreRefus.Invalide, "CODE_FAUX", "Ce code n’est pas le bon. C’est celui qu’un administrateur vous a donné à part du lien, dix lettres et chiffres.");

    public sealed record MotDePasseRefuse(string Explication) : Refus(GenreRefus.Invalide, "MOT_DE_PASSE_REFUSE", Explication);

    /// <summary>True when this link asks for a code too.</summary>
    public async Task<bool> DemandeUnCodeAsync(string jeton, CancellationToken ct) => await ActeAsync(jeton, ct) is not null;

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct)
    {
        if (await comptes.FindByIdAsync(demande.CompteId.ToString()) is not { } compte)
            return new LienPerime();
        var acte = await ActeAsync(demande.Jeton, ct);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        if (acte is not null && (acte.CompteId != compte.Id || !acte.EstOuvertA(maintenant)))
            return new LienPerime();
        if (acte is not null && !EstLeCode(acte, demande.Code))
        {
            acte.Essais++;
            if (acte.Essais >= EssaisDeCode)
                acte.TermineLe = maintenant;
            await donnees.SaveChangesAsync(ct);
            return acte.TermineLe is null ? new CodeFaux() : new LienPerime();
        }

        // Before the transaction: protection keys are read, and sometimes made, by a connection of their own.
        if (!await comptes.VerifyUserTokenAsync(compte, comptes.Options.Tokens.PasswordResetTokenProvider, UserManager<Utilisateur>.ResetPasswordTokenPurpose, demande.Jeton))
            return new LienPerime();
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        var issue = await comptes.ResetPasswordAsync(compte, demande.Jeton, demande.MotDePasse);
        if (!issue.Succeeded)
            return Outcome<Reponse>.Refuser([.. issue.Errors.Select(e => new MotDePasseRefuse(e.Description))]);
        await comptes.SetLockoutEndDateAsync(compte, null);
        if (acte is not null)
            acte.TermineLe = maintenant;
        donnees.Journaliser(new ActeAJournaliser(new Acteur(compte.Id, compte.NomAffiche, Role.Visiteur, []), "COMPTE_ACTIVE", $"compte:{compte.Id}"));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(compte.Id);
    }

    private Task<ActeSurCompte?> ActeAsync(string jeton, CancellationToken ct)
    {
        var empreinte = ActeSurCompte.Empreinte(jeton);
        return donnees.Set<ActeSurCompte>().SingleOrDefaultAsync(a => a.EmpreinteJeton == empreinte, ct);
    }

    private static bool EstLeCode(ActeSurCompte acte, string? saisi)
    {
        var code = string.Concat((saisi ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(ActeSurCompte.Empreinte(code)), Encoding.ASCII.GetBytes(acte.EmpreinteCode ?? ""));
    }
}
