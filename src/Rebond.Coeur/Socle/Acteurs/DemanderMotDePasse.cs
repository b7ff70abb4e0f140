using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// A password is forgotten. The same answer for every address; the message sent there tells. A staff account keeps its second factor, and one that has
/// none yet is not opened by a mailbox alone: its administrateurs give the link, at two. Actor: anyone.
/// </summary>
public sealed class DemanderMotDePasse(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    /// <summary>Not the purpose of an activation link: the code that two administrateurs put on theirs cannot be gone round by this page.</summary>
    internal const string Usage = "MOT_DE_PASSE_OUBLIE";

    /// <param name="Choisir">Makes the address of the page where a new one is chosen, from the account and the token.</param>
    /// <param name="Creer">Address of the page where an account is asked for.</param>
    public sealed record Demande(string Courriel, Func<Guid, string, string> Choisir, string Creer);

    public sealed record Reponse(string Courriel);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct)
    {
        var courriel = demande.Courriel.Trim();
        if (!DemanderCompte.EstLisible(courriel))
            return new CreerCompte.CourrielInvalide();
        if (!await donnees.PeutEcrireAAsync(courriel, ct))
            return new Reponse(courriel);

        var compte = await comptes.FindByEmailAsync(courriel);
        var message = compte is null ? MessagesDeCompte.CompteInconnu("Madame, Monsieur", courriel, demande.Creer)
            : await AttendDeuxPersonnesAsync(compte, ct) ? MessagesDeCompte.MotDePasseParAdministrateur(compte)
            : MessagesDeCompte.MotDePasseOublie(compte, demande.Choisir(compte.Id, await comptes.GenerateUserTokenAsync(compte, TokenOptions.DefaultProvider, Usage)));
        var enFile = message.EstReussi ? await donnees.EnvoyerAsync(message.Valeur, ct) : Outcome<Message>.Refuser(message.Refus);
        if (!enFile.EstReussi)
            return Outcome<Reponse>.Refuser(enFile.Refus);
        if (compte is not null)
            donnees.Journaliser(new ActeAJournaliser(Acteur.Visiteur, "MOT_DE_PASSE_DEMANDE", $"compte:{compte.Id}", Apres: $"message:{enFile.Valeur.Id}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(courriel);
    }

    private Task<bool> AttendDeuxPersonnesAsync(Utilisateur compte, CancellationToken ct) =>
        compte.TwoFactorEnabled ? Task.FromResult(false) : donnees.Set<Habilitation>().AnyAsync(h => h.UtilisateurId == compte.Id && ReglesDesComptes.ADeux.Contains(h.Role), ct);
}
