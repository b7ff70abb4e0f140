using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Personnelles;

/// <summary>The account, what was written to its holder, the files he gave, his acts, his demands.</summary>
public static class RubriquesDuSocle
{
    /// <summary>The latest: nobody has that many on himself.</summary>
    private const int ActesMax = 5_000;

    public static IReadOnlyList<RubriquePersonnelle> Toutes { get; } =
    [
        new("COMPTE", "Votre compte", [typeof(Utilisateur), typeof(Habilitation), typeof(IdentityUserPasskey<Guid>), typeof(IdentityUserToken<Guid>), typeof(VerificationCourriel), typeof(ActeSurCompte)], CompteAsync, "")
        {
            Efface = "nom, adresse, mot de passe, clés d’accès, second facteur et rôles ; le compte se ferme",
            EffacerAsync = FermerAsync,
        },
        new("MESSAGES", "Ce que nous vous avons écrit", [typeof(Message)], MessagesAsync, "la trace d’un envoi (quand, lequel), sans son texte ni votre adresse, pour pouvoir dire que vous avez été prévenu")
        {
            Efface = "textes et adresses des messages partis",
            EffacerAsync = EffacerMessagesAsync,
        },
        new("FICHIERS", "Les fichiers que vous avez déposés", [typeof(Depot)], FichiersAsync, "jusqu’à la date de leur règle de conservation, dite avec chacun"),
        new("ACTES", "Le journal des actes sur votre compte", [typeof(LigneJournal)], ActesAsync, "le journal ne nomme personne et n’est jamais modifié : il permet de répondre de chaque décision (RGPD, art. 17.3, à vérifier)"),
        new("DEMANDES", "Vos demandes d’effacement", [typeof(DemandeEffacement)], DemandesAsync, "la demande et sa réponse, pour pouvoir montrer qu’elle a été traitée"),
    ];

    private static async Task<IReadOnlyList<FichePersonnelle>> CompteAsync(BaseRebond donnees, Personne personne, CancellationToken ct)
    {
        if (await donnees.Users.AsNoTracking().Include(u => u.Habilitations).SingleOrDefaultAsync(u => u.Id == personne.CompteId, ct) is not { } compte)
            return [];
        var cles = await donnees.Set<IdentityUserPasskey<Guid>>().AsNoTracking().Where(c => c.UserId == personne.CompteId).ToListAsync(ct);
        var adresses = await donnees.Set<VerificationCourriel>().AsNoTracking().Where(v => v.CompteId == personne.CompteId).ToListAsync(ct);
        return
        [
            FichePersonnelle.De("Compte", ("Nom", compte.NomAffiche), ("Adresse électronique", compte.Email), ("Adresse confirmée", compte.EmailConfirmed),
                ("Mot de passe", compte.PasswordHash is null ? "aucun" : "gardé sous une forme qui ne permet pas de le lire"), ("Second facteur", compte.TwoFactorEnabled), ("Essais manqués", compte.AccessFailedCount), ("Bloqué jusqu’au", compte.LockoutEnd?.UtcDateTime)),
            .. compte.Habilitations.Select(h => FichePersonnelle.De("Rôle", ("Rôle", h.Role), ("Périmètre", $"{Regles.Vocabulaire.Codes.Code(h.TypePerimetre)} {h.CodePerimetre}"))),
            .. cles.Select(c => FichePersonnelle.De("Clé d’accès", ("Nom", c.Data.Name), ("Ajoutée le", c.Data.CreatedAt.UtcDateTime))),
            .. adresses.Select(v => FichePersonnelle.De("Nouvelle adresse à confirmer", ("Adresse", v.Courriel), ("Demandée le", v.DemandeLe))),
        ];
    }

    /// <summary>The row stays, without anything of the person, so that what points to it points to somebody.</summary>
    private static async Task<int> FermerAsync(BaseRebond donnees, Personne personne, DateTime maintenant, CancellationToken ct)
    {
        var compte = await donnees.Users.Include(u => u.Habilitations).SingleAsync(u => u.Id == personne.CompteId, ct);
        var adresse = $"{compte.Id:N}@efface.invalid";
        (compte.NomAffiche, compte.Email, compte.NormalizedEmail, compte.UserName, compte.NormalizedUserName, compte.EmailConfirmed) = ("Compte effacé", adresse, adresse.ToUpperInvariant(), adresse, adresse.ToUpperInvariant(), false);
        (compte.PasswordHash, compte.PhoneNumber, compte.TwoFactorEnabled, compte.SecurityStamp, compte.ConcurrencyStamp) = (null, null, false, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        donnees.RemoveRange(compte.Habilitations);
        donnees.RemoveRange(await donnees.UserTokens.Where(t => t.UserId == compte.Id).ToListAsync(ct));
        donnees.RemoveRange(await donnees.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == compte.Id).ToListAsync(ct));
        donnees.RemoveRange(await donnees.Set<VerificationCourriel>().Where(v => v.CompteId == compte.Id).ToListAsync(ct));
        return 1;
    }

    private static async Task<IReadOnlyList<FichePersonnelle>> MessagesAsync(BaseRebond donnees, Personne personne, CancellationToken ct) => await donnees.MessagesSurAsync(await SesObjetsAsync(donnees, personne, ct), ct);

    private static async Task<int> EffacerMessagesAsync(BaseRebond donnees, Personne personne, DateTime maintenant, CancellationToken ct) => await donnees.EffacerMessagesSurAsync(await SesObjetsAsync(donnees, personne, ct), maintenant, ct);

    private static async Task<IReadOnlyList<string>> SesObjetsAsync(BaseRebond donnees, Personne personne, CancellationToken ct)
    {
        var courriel = await donnees.Users.Where(u => u.Id == personne.CompteId).Select(u => u.Email).SingleOrDefaultAsync(ct);
        var effacements = await donnees.Set<DemandeEffacement>().Where(d => d.CompteId == personne.CompteId).Select(d => d.Id).ToListAsync(ct);
        return [$"compte:{personne.CompteId}", MessagesDeCompte.ObjetDe(courriel ?? ""), .. personne.Candidatures.Select(c => $"candidature:{c}"), .. effacements.Select(e => $"effacement:{e}")];
    }

    /// <summary>What was written about these objects; an area adds those it knows.</summary>
    internal static async Task<IReadOnlyList<FichePersonnelle>> MessagesSurAsync(this BaseRebond donnees, IReadOnlyList<string> objets, CancellationToken ct) =>
        [.. (await donnees.Set<Message>().AsNoTracking().Where(m => objets.Contains(m.Objet)).OrderBy(m => m.CreeLe).ToListAsync(ct)).Select(m => FichePersonnelle.De("Message", ("Objet", m.Sujet), ("Modèle", m.Modele), ("Écrit le", m.CreeLe), ("Envoyé le", m.EnvoyeLe),
            ("État", m.Etat), ("Canal", m.Canal), ("Destinataire", m.EffaceLe is null ? m.Nom : null), ("Adresse", m.EffaceLe is null ? m.Coordonnees.Replace('\n', ' ') : null), ("Texte", m.Confidentiel ? null : m.Corps), ("Effacé le", m.EffaceLe)))];

    /// <summary>What has not left yet must still arrive: the answer to this very demand among them.</summary>
    internal static async Task<int> EffacerMessagesSurAsync(this BaseRebond donnees, IReadOnlyList<string> objets, DateTime maintenant, CancellationToken ct)
    {
        var partis = await donnees.Set<Message>().Where(m => objets.Contains(m.Objet) && m.Etat == EtatMessage.Envoye && m.EffaceLe == null).ToListAsync(ct);
        foreach (var message in partis)
        {
            message.Effacer(maintenant);
            (message.Nom, message.Coordonnees) = ("(effacé)", "(effacé)");
        }
        return partis.Count;
    }

    private static async Task<IReadOnlyList<FichePersonnelle>> FichiersAsync(BaseRebond donnees, Personne personne, CancellationToken ct) =>
        [.. (await donnees.Set<Depot>().AsNoTracking().Where(d => d.CompteId == personne.CompteId).OrderBy(d => d.DeposeLe).ToListAsync(ct)).Select(d => FichePersonnelle.De("Fichier", ("Nom", d.Nom), ("Type", d.Type), ("Octets", d.Taille), ("Déposé le", d.DeposeLe),
            ("Analyse antivirus", d.Analyse), ("Empreinte SHA-256", d.Empreinte), ("Règle de conservation", d.Conservation), ("À supprimer le", d.ASupprimerLe), ("Supprimé le", d.SupprimeLe)))];

    private static async Task<IReadOnlyList<FichePersonnelle>> ActesAsync(BaseRebond donnees, Personne personne, CancellationToken ct)
    {
        var effacements = await donnees.Set<DemandeEffacement>().Where(d => d.CompteId == personne.CompteId).Select(d => d.Id).ToListAsync(ct);
        return await donnees.ActesSurAsync([$"compte:{personne.CompteId}", .. effacements.Select(e => $"effacement:{e}")], personne, ct);
    }

    /// <summary>Acts on these objects, the latest. Values are left out: they may be under embargo, or name others.</summary>
    internal static async Task<IReadOnlyList<FichePersonnelle>> ActesSurAsync(this BaseRebond donnees, IReadOnlyList<string> objets, Personne personne, CancellationToken ct)
    {
        var lignes = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => objets.Contains(l.Objet)).OrderByDescending(l => l.Numero).Take(ActesMax)
            .Select(l => new { l.Instant, l.Acte, l.Objet, l.Role, Sien = l.CompteId == personne.CompteId }).ToListAsync(ct);
        return [.. lignes.Select(l => FichePersonnelle.De("Acte", ("Quand", l.Instant), ("Acte", l.Acte), ("Sur", l.Objet), ("Fait par", l.Sien ? "vous" : l.Role)))];
    }

    private static async Task<IReadOnlyList<FichePersonnelle>> DemandesAsync(BaseRebond donnees, Personne personne, CancellationToken ct) =>
        [.. (await donnees.Set<DemandeEffacement>().AsNoTracking().Where(d => d.CompteId == personne.CompteId).OrderBy(d => d.DemandeLe).ToListAsync(ct)).Select(d => FichePersonnelle.De("Demande", ("Faite le", d.DemandeLe), ("Précisions", d.Precisions), ("État", d.Etat), ("Décidée le", d.DecideLe), ("Motif", d.Motif), ("Conservé", d.Conserve)))];
}
