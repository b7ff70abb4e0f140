using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The legal guardian of a minor reads the choices and signs them, by the link sent to his address, without an account. Actor: whoever holds the link.
/// </summary>
public sealed class SignerPourResponsable(BaseRebond donnees, IDataProtectionProvider protection)
{
    /// <param name="Engagement">False only looks: the link can be shown before it is used.</param>
    public sealed record Demande(string? Jeton, bool Engagement);

    /// <param name="Signe">The guardian has signed, now or before.</param>
    public sealed record Reponse(DossierInscription Dossier, Campagne Campagne, FormulaireInscription Formulaire, bool Signe);

    public sealed record LienInvalide() : Refus(GenreRefus.Introuvable, "LIEN_INVALIDE", "Ce lien n'est pas complet. Copiez-le en entier depuis le courriel, ou demandez-en un autre au candidat.");

    public sealed record LienExpire() : Refus(GenreRefus.Conflit, "LIEN_EXPIRE", "Ce lien a expiré, ou le candidat a changé ses réponses depuis. Demandez-lui de signer à nouveau : un autre lien vous sera envoyé.");

    private static readonly Acteur s_responsable = new(null, "responsable légal", Role.Visiteur, []);

    /// <summary>What the link shows; signs nothing.</summary>
    public Task<Outcome<Reponse>> LireAsync(string? jeton, CancellationToken ct) => TraiterAsync(jeton, signer: false, ct);

    public Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct) =>
        demande.Engagement ? TraiterAsync(demande.Jeton, signer: true, ct) : Task.FromResult<Outcome<Reponse>>(new EngagementAbsent());

    private async Task<Outcome<Reponse>> TraiterAsync(string? jeton, bool signer, CancellationToken ct)
    {
        var instant = donnees.Horloge.GetUtcNow();
        if (LienResponsable.Lire(protection, jeton) is not { } lien || await donnees.Set<DossierInscription>().SingleOrDefaultAsync(d => d.Id == lien.DossierId, ct) is not { } dossier)
            return new LienInvalide();
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        if (dossier.SigneResponsableLe is not null && lien.NumeroVersion == dossier.NumeroVersion)
            return Repondre(dossier, campagne, true, instant);
        if (instant.UtcDateTime > lien.Fin || lien.NumeroVersion != dossier.NumeroVersion || dossier.Etat != EtatDossier.Enregistre || dossier.SigneLe is null || dossier.Brouillon is not null)
            return new LienExpire();
        if (SignerDossier.EstTrop(dossier, campagne, instant) is { } tard)
            return tard;
        if (!signer)
            return Repondre(dossier, campagne, false, instant);

        dossier.SigneResponsableLe = instant.UtcDateTime;
        donnees.Journaliser(new ActeAJournaliser(s_responsable, "DOSSIER_SIGNE_RESPONSABLE", $"dossier:{dossier.Id}", Apres: string.Create(CultureInfo.InvariantCulture, $"version {dossier.NumeroVersion}")));
        await SignerDossier.ConclureAsync(donnees, dossier, campagne, s_responsable, ct);
        var message = MessagesDInscription.Signee(dossier, campagne);
        var enFile = message.EstReussi ? await donnees.EnvoyerAsync(message.Valeur, ct) : Outcome<Message>.Refuser(message.Refus);
        if (!enFile.EstReussi)
        {
            donnees.ChangeTracker.Clear();
            return Outcome<Reponse>.Refuser(enFile.Refus);
        }
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Cette inscription");
        }
        return Repondre(dossier, campagne, true, instant);
    }

    private static Reponse Repondre(DossierInscription dossier, Campagne campagne, bool signe, DateTimeOffset instant) =>
        new(dossier, campagne, FormulaireInscription.Preparer(dossier, campagne, instant), signe);
}
