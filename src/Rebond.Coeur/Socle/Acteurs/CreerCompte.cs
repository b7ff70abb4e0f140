using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>Opens an account without a password: its holder chooses one through the activation link that the administrateur hands over.</summary>
public sealed class CreerCompte(BaseRebond donnees)
{
    public sealed record Demande(string Courriel, string NomAffiche);

    public sealed record Reponse(Guid CompteId);

    public sealed record CourrielInvalide() : Refus(GenreRefus.Invalide, "COURRIEL_INVALIDE", "Cette adresse électronique n’est pas valable. Écrivez-la sous la forme nom@domaine.fr.");

    public sealed record NomManquant() : Refus(GenreRefus.Invalide, "NOM_MANQUANT", "Indiquez le nom qui sera affiché à l’écran, en 100 caractères au plus.");

    public sealed record CompteExistant() : Refus(GenreRefus.Conflit, "COMPTE_EXISTANT", "Un compte existe déjà avec cette adresse électronique. Accordez-lui plutôt une habilitation.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        var (courriel, nom) = (demande.Courriel.Trim(), demande.NomAffiche.Trim());
        if (courriel.Length > 256 || !MailAddress.TryCreate(courriel, out var adresse) || adresse.Address != courriel)
            return new CourrielInvalide();
        if (nom.Length is 0 or > 100)
            return new NomManquant();
        var normalise = courriel.ToUpperInvariant();
        if (await donnees.Users.AnyAsync(u => u.NormalizedEmail == normalise, ct))
            return new CompteExistant();

        var compte = Nouveau(courriel, nom);
        donnees.Add(compte);
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMPTE_CREE", $"compte:{compte.Id}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(compte.Id);
    }

    /// <summary>With what Identity expects of an account: normalised names, a security stamp, lockout on.</summary>
    internal static Utilisateur Nouveau(string courriel, string nom) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = courriel,
        NormalizedUserName = courriel.ToUpperInvariant(),
        Email = courriel,
        NormalizedEmail = courriel.ToUpperInvariant(),
        NomAffiche = nom,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
