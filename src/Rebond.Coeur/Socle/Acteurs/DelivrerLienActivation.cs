using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// A token with which the holder of an account chooses his password. Whoever holds it holds the account: it is journaled, and for an account
/// that touches marks or decisions it is asked for by one administrateur, confirmed by another, then handed over to the first; the second
/// gives the holder a code without which it opens nothing. The command line, on the server itself, hands it over at once.
/// </summary>
public sealed class DelivrerLienActivation(BaseRebond donnees, UserManager<Utilisateur> comptes)
{
    public sealed record Demande(Guid CompteId);

    /// <param name="Jeton">Null while another administrateur has to confirm.</param>
    /// <param name="AvecCode">The holder will also be asked for the code that the second person gives him.</param>
    public sealed record Reponse(string? Jeton, bool AvecCode);

    public sealed record ConfirmationAttendue()
        : Refus(GenreRefus.Conflit, "CONFIRMATION_ATTENDUE", "Vous avez déjà demandé ce lien : un autre administrateur doit le confirmer, dans « Demandes à confirmer ». Seul administrateur, passez par la ligne de commande du serveur (rebond compte lien).");

    public sealed record DemandeParUnAutre()
        : Refus(GenreRefus.Conflit, "DEMANDE_PAR_UN_AUTRE", "Un autre administrateur a demandé ce lien. Confirmez ou refusez sa demande, dans « Demandes à confirmer ».");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var issue = await PreparerAsync(demande.CompteId, acteur, ct);
        if (!issue.EstReussi)
            return Outcome<Reponse>.Refuser(issue.Refus);
        var (compte, jeton, acte) = issue.Valeur;
        if (jeton is null)
            return new Reponse(null, true);
        donnees.Journaliser(new ActeAJournaliser(acteur, "LIEN_ACTIVATION_DELIVRE", $"compte:{compte.Id}", Apres: acte is null ? null : $"confirme_par:{acte.ConfirmateurId}"));
        return await SauverAsync(ct) is { } refus ? refus : new Reponse(jeton, acte is not null);
    }

    /// <param name="Jeton">Null when a demand was written instead: another administrateur has to confirm it.</param>
    internal sealed record Prepare(Utilisateur Compte, string? Jeton, ActeSurCompte? Acte);

    /// <summary>The token, ready to be shown or sent by the caller who journals and saves; or the demand for it, already saved.</summary>
    internal async Task<Outcome<Prepare>> PreparerAsync(Guid compteId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        if (await comptes.FindByIdAsync(compteId.ToString()) is not { } compte)
            return new Introuvable("Ce compte");
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var ouverts = (await donnees.Set<ActeSurCompte>().Where(a => a.CompteId == compte.Id && a.Genre == GenreActe.LienActivation && a.TermineLe == null).ToListAsync(ct)).FindAll(a => a.EstOuvertA(maintenant));
        var aDeux = !acteur.EstLigneDeCommande && await donnees.Set<Habilitation>().AnyAsync(h => h.UtilisateurId == compte.Id && ReglesDesComptes.ADeux.Contains(h.Role), ct);
        var attendu = aDeux ? ouverts.Find(a => a.EmpreinteJeton is null) : null;
        if (attendu is not null && attendu.DemandeurId != acteur.CompteId)
            return new DemandeParUnAutre();
        if (attendu is { ConfirmeLe: null })
            return new ConfirmationAttendue();
        if (!aDeux || attendu is not null)
        {
            // One link at a time: the one made now replaces those not used.
            ouverts.Where(a => a != attendu).ToList().ForEach(a => a.TermineLe = maintenant);
            var jeton = await comptes.GeneratePasswordResetTokenAsync(compte);
            if (attendu is not null)
                attendu.EmpreinteJeton = ActeSurCompte.Empreinte(jeton);
            return new Prepare(compte, jeton, attendu);
        }
        ouverts.ForEach(a => a.TermineLe = maintenant);
        donnees.Add(new ActeSurCompte { Genre = GenreActe.LienActivation, CompteId = compte.Id, DemandeurId = acteur.CompteId!.Value, DemandeLe = maintenant });
        donnees.Journaliser(new ActeAJournaliser(acteur, "LIEN_ACTIVATION_DEMANDE", $"compte:{compte.Id}"));
        return await SauverAsync(ct) is { } refus ? refus : new Prepare(compte, null, null);
    }

    internal async Task<Refus?> SauverAsync(CancellationToken ct)
    {
        try
        {
            await donnees.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("La demande de lien");
        }
    }
}
