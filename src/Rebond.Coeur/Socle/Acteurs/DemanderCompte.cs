using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// Someone asks for a candidate's account. The answer is the same whether the address has an account or not: the message sent there tells. Nothing is
/// opened before the link is (<see cref="ConfirmerCompte"/>). Actor: anyone.
/// </summary>
public sealed class DemanderCompte(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    /// <summary>Messages that one address may be sent in an hour: nobody fills another's mailbox from our forms.</summary>
    public const int MessagesParHeure = 3;

    /// <param name="Confirmer">Makes the address of the confirmation page from the token.</param>
    /// <param name="Oubli">Address of the page of forgotten passwords.</param>
    public sealed record Demande(string Courriel, string NomAffiche, string MotDePasse, Func<string, string> Confirmer, string Oubli);

    public sealed record Reponse(string Courriel);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct)
    {
        var (courriel, nom) = (demande.Courriel.Trim(), demande.NomAffiche.Trim());
        List<Refus> refus = [];
        if (!EstLisible(courriel))
            refus.Add(new CreerCompte.CourrielInvalide());
        if (nom.Length is 0 or > 100)
            refus.Add(new CreerCompte.NomManquant());
        refus.AddRange(await comptes.RefusDuMotDePasseAsync(demande.MotDePasse));
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        // Hashed before knowing whether it will serve: both answers cost the same time.
        var motDePasse = comptes.PasswordHasher.HashPassword(new Utilisateur { NomAffiche = nom }, demande.MotDePasse);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        await donnees.Set<VerificationCourriel>().Where(v => v.DemandeLe < maintenant - VerificationCourriel.Validite).ExecuteDeleteAsync(ct);
        if (!await donnees.PeutEcrireAAsync(courriel, ct))
            return new Reponse(courriel);

        var normalise = courriel.ToUpperInvariant();
        var compte = await donnees.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalise, ct);
        var jeton = VerificationCourriel.NouveauJeton();
        var message = compte is null ? MessagesDeCompte.CompteAConfirmer(nom, courriel, demande.Confirmer(jeton)) : MessagesDeCompte.CompteExistant(compte.NomAffiche, courriel, demande.Oubli);
        var enFile = message.EstReussi ? await donnees.EnvoyerAsync(message.Valeur, ct) : Outcome<Message>.Refuser(message.Refus);
        if (!enFile.EstReussi)
            return Outcome<Reponse>.Refuser(enFile.Refus);
        if (compte is null)
            donnees.Add(new VerificationCourriel { Genre = GenreVerification.Creation, Courriel = courriel, NomAffiche = nom, MotDePasse = motDePasse, EmpreinteJeton = ActeSurCompte.Empreinte(jeton), DemandeLe = maintenant });
        await donnees.SaveChangesAsync(ct);
        return new Reponse(courriel);
    }

    /// <summary>Refused by the form itself, whoever it belongs to: the answer says nothing of our accounts.</summary>
    internal static bool EstLisible(string courriel) =>
        courriel.Length is > 0 and <= 254 && MailAddress.TryCreate(courriel, out var lue) && lue.Address == courriel && lue.Host.Contains('.', StringComparison.Ordinal) && !courriel.Any(char.IsControl);
}

internal static class EcritureAuxComptes
{
    /// <summary>False when this address was written to enough for an hour, by whichever form.</summary>
    public static async Task<bool> PeutEcrireAAsync(this BaseRebond donnees, string courriel, CancellationToken ct)
    {
        var (objet, depuis) = (MessagesDeCompte.ObjetDe(courriel), donnees.Horloge.GetUtcNow().UtcDateTime - TimeSpan.FromHours(1));
        return await donnees.Set<Message>().CountAsync(m => m.Objet == objet && m.CreeLe > depuis, ct) < DemanderCompte.MessagesParHeure;
    }

    public static async Task<IReadOnlyList<Refus>> RefusDuMotDePasseAsync(this UserManager<Utilisateur> comptes, string motDePasse)
    {
        List<Refus> refus = [];
        foreach (var regle in comptes.PasswordValidators)
            refus.AddRange((await regle.ValidateAsync(comptes, new Utilisateur { NomAffiche = "" }, motDePasse)).Errors.Select(e => new ActiverCompte.MotDePasseRefuse(e.Description)));
        return refus;
    }
}
