using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Personnelles;

/// <summary>
/// The DEC answers a demand of erasure, with a reason. Accepted: the account closes and each area erases what nothing obliges to keep; what stays, and
/// why, is written to the person and kept with the demand. Actor: gestionnaire of the académie.
/// </summary>
public sealed class DeciderEffacement(BaseRebond donnees, IEnumerable<RubriquePersonnelle> rubriques)
{
    public const string Modele = "EFFACEMENT_DECIDE";
    public const int MotifMin = 10;

    public sealed record Demande(Guid DemandeId, int Version, bool Accepter, string? Motif);

    public sealed record Reponse(int Effaces, string Conserve);

    public sealed record MotifInsuffisant() : Refus(GenreRefus.Invalide, "MOTIF_INSUFFISANT", $"Écrivez votre motif, de {MotifMin} à 1 000 caractères : la personne le lira.");

    public sealed record DejaDecidee() : Refus(GenreRefus.Conflit, "EFFACEMENT_DEJA_DECIDE", "Cette demande a déjà sa réponse, ou a été retirée.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        if (await donnees.Set<DemandeEffacement>().SingleOrDefaultAsync(d => d.Id == demande.DemandeId, ct) is not { } ouverte || !await ListerEffacements.PeutDeciderAsync(donnees, rubriques, ouverte.CompteId, acteur, ct))
            return new Introuvable("Cette demande");
        if (ouverte.Etat != EtatEffacement.Demandee)
            return new DejaDecidee();
        var motif = demande.Motif?.Trim() ?? "";
        if (motif.Length is < MotifMin or > 1000)
            return new MotifInsuffisant();
        if (ouverte.Version != demande.Version)
            return new ModifieEntreTemps("Cette demande");

        var (maintenant, personne) = (donnees.Horloge.GetUtcNow().UtcDateTime, await donnees.PersonneAsync(ouverte.CompteId, ct));
        var compte = await donnees.Users.SingleAsync(u => u.Id == ouverte.CompteId, ct);
        var conserve = demande.Accepter ? await ConserveAsync(personne, ct) : "";
        var texte = demande.Accepter
            ? $"Elle est acceptée : votre compte est fermé et ce qui pouvait l’être est effacé.\n\n{(conserve.Length == 0 ? "Rien d’autre n’est conservé." : $"Ce qui est conservé, et pourquoi :\n\n{conserve}")}"
            : "Elle est refusée : rien n’est effacé, et votre compte reste ouvert.";
        // Composed before the address goes. A demonstration account, or one without an address, is answered on its page alone.
        if (Composer(compte, ouverte.Id, maintenant, ouverte.DemandeLe, texte, motif, acteur) is { EstReussi: true } message && await donnees.EnvoyerAsync(message.Valeur, ct) is { EstReussi: false } faute)
            return Outcome<Reponse>.Refuser(faute.Refus);
        var effaces = 0;
        if (demande.Accepter)
        {
            foreach (var rubrique in rubriques)
                effaces += rubrique.EffacerAsync is { } effacer ? await effacer(donnees, personne, maintenant, ct) : 0;
            ouverte.Precisions = null;
        }
        (ouverte.Etat, ouverte.DecideLe, ouverte.DecidePar, ouverte.Motif, ouverte.Conserve) = (demande.Accepter ? EtatEffacement.Acceptee : EtatEffacement.Refusee, maintenant, acteur.CompteId, motif, conserve.Length == 0 ? null : conserve);
        donnees.Journaliser(new ActeAJournaliser(acteur, demande.Accepter ? "EFFACEMENT_ACCEPTE" : "EFFACEMENT_REFUSE", $"effacement:{ouverte.Id}", Apres: string.Create(CultureInfo.InvariantCulture, $"compte:{ouverte.CompteId} effaces:{effaces}")));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Cette demande, ou ce qu’elle efface,");
        }
        await transaction.CommitAsync(ct);
        return new Reponse(effaces, conserve);
    }

    private async Task<string> ConserveAsync(Personne personne, CancellationToken ct)
    {
        List<string> lignes = [];
        foreach (var rubrique in rubriques.Where(r => r.Conservation.Length > 0))
        {
            if ((await rubrique.LireAsync(donnees, personne, ct)).Count > 0)
                lignes.Add($"- {rubrique.Titre} : {rubrique.Conservation}");
        }
        return string.Join('\n', lignes);
    }

    internal static Outcome<MessageAEnvoyer> Composer(Utilisateur compte, Guid demandeId, DateTime maintenant, DateTime demandeLe, string texte, string motif, Acteur acteur)
    {
        var destinataire = Destinataire.ParCourriel(compte.NomAffiche, compte.Email);
        return destinataire.EstReussi
            ? new MessageAEnvoyer(Modele, destinataire.Valeur, $"effacement:{demandeId}", new PorteeMessage(acteur.AcademieDesModeles()), new Dictionary<string, string>
            {
                ["nom"] = compte.NomAffiche,
                ["demande"] = HeureDeParis.EnMots(demandeLe),
                ["reponse"] = texte,
                ["motif"] = motif,
                ["signataire"] = acteur.Nom,
            })
            { Confidentiel = true }
            : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
    }

    public static ApercuSurDossier SurCompte { get; } = new(Modele, "Adresse électronique d’un compte", async (donnees, courriel, acteur, ct) =>
    {
        var normalise = courriel.ToUpperInvariant();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        return acteur.A(Role.Gestionnaire) && await donnees.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalise && donnees.Set<DemandeEffacement>().Any(d => d.CompteId == u.Id), ct) is { } compte
            ? Composer(compte, Guid.Empty, maintenant, maintenant, "(réponse et ce qui est conservé)", "(motif écrit par l’agent)", acteur)
            : new Introuvable("Un compte qui a demandé son effacement");
    });
}
