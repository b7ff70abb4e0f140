using Microsoft.AspNetCore.Identity;

namespace Rebond.Web.Socle;

/// <summary>What Identity says when it refuses, in French.</summary>
public sealed class MessagesIdentity : IdentityErrorDescriber
{
    public override IdentityError PasswordMismatch() => Dire(nameof(PasswordMismatch), "Le mot de passe actuel est faux.");
    public override IdentityError PasswordTooShort(int length) => Dire(nameof(PasswordTooShort), $"Choisissez un mot de passe d’au moins {length} caractères.");
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Dire(nameof(PasswordRequiresUniqueChars), $"Choisissez un mot de passe qui compte au moins {uniqueChars} caractères différents.");
    public override IdentityError InvalidToken() => Dire(nameof(InvalidToken), "Ce lien n’est plus valable. Demandez-en un autre à l’administrateur.");
    public override IdentityError DuplicateEmail(string email) => Dire(nameof(DuplicateEmail), "Un compte existe déjà avec cette adresse électronique.");
    public override IdentityError InvalidEmail(string? email) => Dire(nameof(InvalidEmail), "Cette adresse électronique n’est pas valable.");
    public override IdentityError DefaultError() => Dire(nameof(DefaultError), "L’opération n’a pas abouti. Réessayez.");
    public override IdentityError ConcurrencyFailure() => Dire(nameof(ConcurrencyFailure), "Ce compte a été modifié entre-temps. Recommencez.");

    private static IdentityError Dire(string code, string phrase) => new() { Code = code, Description = phrase };
}
