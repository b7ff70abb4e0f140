using Microsoft.AspNetCore.DataProtection;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// The first administrateur of a deployment, or one more when a second person is missing: account, role and activation link at once. Actor:
/// the command line only; whoever runs it on the server can read the base anyway.
/// </summary>
public sealed class CreerAdministrateur(BaseRebond donnees, DelivrerLienActivation delivrer, IDataProtectionProvider protection)
{
    public sealed record Demande(string Courriel, string NomAffiche, string Academie);

    public sealed record Reponse(Guid CompteId, string Jeton);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstLigneDeCommande)
            return new Interdit("Un administrateur se crée par la ligne de commande du serveur, ou se demande à deux depuis les pages des comptes.");
        if (Perimetres.Normaliser(TypePerimetre.Academie, demande.Academie) is not { } academie)
            return new AccorderHabilitation.PerimetreIllisible(TypePerimetre.Academie);

        // A new base gets its protection keys at the first use, by a connection of its own: not while this one holds the lock of writers.
        protection.CreateProtector(nameof(CreerAdministrateur)).Protect([]);
        // All or nothing: an account without its role, or a role without its link, would have to be found and mended by hand.
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        var compte = await new CreerCompte(donnees).ExecuteAsync(new(demande.Courriel, demande.NomAffiche), acteur, ct);
        if (!compte.EstReussi)
            return Outcome<Reponse>.Refuser(compte.Refus);
        var role = await new AccorderHabilitation(donnees).ExecuteAsync(new(compte.Valeur.CompteId, Role.Administrateur, academie), acteur, ct);
        if (!role.EstReussi)
            return Outcome<Reponse>.Refuser(role.Refus);
        var lien = await delivrer.ExecuteAsync(new(compte.Valeur.CompteId), acteur, ct);
        if (!lien.EstReussi)
            return Outcome<Reponse>.Refuser(lien.Refus);
        await transaction.CommitAsync(ct);
        return new Reponse(compte.Valeur.CompteId, lien.Valeur.Jeton!);
    }
}
