using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// The holder of a candidate's account wants another address: his password again, then a link sent to the new one. Whether that one already has an
/// account, only the message sent there tells. Actor: candidat, for his own account.
/// </summary>
public sealed class DemanderChangementCourriel(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    /// <param name="Confirmer">Makes the address of the confirmation page from the token.</param>
    public sealed record Demande(string MotDePasse, string Nouveau, Func<string, string> Confirmer, string Oubli);

    public sealed record Reponse(string Nouveau);

    public sealed record CompteDePersonnel() : Refus(GenreRefus.Interdit, "COMPTE_DE_PERSONNEL", "L’adresse d’un compte de personnel est tenue par l’administrateur de votre académie : demandez-lui de la changer.");

    public sealed record MotDePasseFaux() : Refus(GenreRefus.Invalide, "MOT_DE_PASSE_FAUX", "Le mot de passe est faux.");

    public sealed record MemeAdresse() : Refus(GenreRefus.Invalide, "MEME_ADRESSE", "C’est déjà l’adresse de votre compte.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (acteur.CompteId is not { } id || await comptes.FindByIdAsync(id.ToString()) is not { } compte)
            return new Interdit();
        if (await donnees.Set<Habilitation>().AnyAsync(h => h.UtilisateurId == id && h.Role != Role.Candidat, ct))
            return new CompteDePersonnel();
        var nouveau = demande.Nouveau.Trim();
        if (!DemanderCompte.EstLisible(nouveau))
            return new CreerCompte.CourrielInvalide();
        if (await comptes.IsLockedOutAsync(compte))
            return new TropDEssais();
        if (!await comptes.CheckPasswordAsync(compte, demande.MotDePasse))
        {
            await comptes.AccessFailedAsync(compte);
            return new MotDePasseFaux();
        }
        var normalise = nouveau.ToUpperInvariant();
        if (compte.NormalizedEmail == normalise)
            return new MemeAdresse();
        if (!await donnees.PeutEcrireAAsync(nouveau, ct))
            return new Reponse(nouveau);

        var jeton = VerificationCourriel.NouveauJeton();
        var autre = await donnees.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalise, ct);
        var message = autre is null ? MessagesDeCompte.CourrielAConfirmer(compte.NomAffiche, nouveau, demande.Confirmer(jeton)) : MessagesDeCompte.CompteExistant(autre.NomAffiche, nouveau, demande.Oubli);
        var enFile = message.EstReussi ? await donnees.EnvoyerAsync(message.Valeur, ct) : Outcome<Message>.Refuser(message.Refus);
        if (!enFile.EstReussi)
            return Outcome<Reponse>.Refuser(enFile.Refus);
        // One demand at a time: the last one is the one he means.
        donnees.RemoveRange(await donnees.Set<VerificationCourriel>().Where(v => v.CompteId == id).ToListAsync(ct));
        if (autre is null)
            donnees.Add(new VerificationCourriel { Genre = GenreVerification.Changement, Courriel = nouveau, CompteId = id, EmpreinteJeton = ActeSurCompte.Empreinte(jeton), DemandeLe = donnees.Horloge.GetUtcNow().UtcDateTime });
        donnees.Journaliser(new ActeAJournaliser(acteur, "COURRIEL_A_CHANGER", $"compte:{id}", Apres: $"message:{enFile.Valeur.Id}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(nouveau);
    }
}
