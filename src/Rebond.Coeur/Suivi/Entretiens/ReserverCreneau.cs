using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>
/// A person takes one of the times offered, or changes for another. Two people never get the same: the version of the time read must be the one
/// replaced. Actors: whoever holds the personal link, or the establishment on the phone with the person.
/// </summary>
public sealed class ReserverCreneau(BaseRebond donnees)
{
    /// <param name="Lien">Makes the address of the personal page, for the messages.</param>
    public sealed record Demande(Guid CreneauId, Func<Guid, string> Lien);

    /// <param name="Messages">Confirmation and reminder queued; 0 when no address is known.</param>
    public sealed record Reponse(DateTime Debut, string Lieu, bool Change, int Messages);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Porteur porteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(porteur, ct);
        return ouvert.EstReussi ? await ReserverAsync(ouvert.Valeur, demande, porteur.Acteur, "Rendez-vous choisi par son lien personnel.", ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(dossierId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        // Someone who said no is not booked in his absence: only he comes back.
        if (ouvert.Valeur is { RefuseAccompagnement: true, ProchaineDate: { } date })
            return new AjouterContact.RefuseDEtreSuivi(date);
        return await ReserverAsync(ouvert.Valeur, demande, acteur, "Rendez-vous pris avec la personne.", ct);
    }

    private async Task<Outcome<Reponse>> ReserverAsync(DossierSuivi dossier, Demande demande, Acteur acteur, string observation, CancellationToken ct)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        if (await donnees.CreneauxPour(dossier).SingleOrDefaultAsync(c => c.Id == demande.CreneauId, ct) is not { } creneau)
            return new Introuvable("Cet horaire");
        var ancien = await donnees.RendezVousEnCoursAsync(dossier.Id, ct);
        if (ancien?.Id == creneau.Id)
            return new Reponse(creneau.Debut, creneau.Lieu, false, 0);
        if (creneau.Etat != EtatCreneau.Libre)
            return new CreneauPris();
        if (creneau.Debut <= maintenant)
            return new CreneauPasse();

        if (ancien is not null)
        {
            await donnees.RetenirRappelAsync(ancien, ct);
            ancien.Liberer();
        }
        var avant = dossier.EnBref();
        (creneau.Etat, creneau.DossierId, creneau.ReserveLe) = (EtatCreneau.Reserve, dossier.Id, maintenant);
        dossier.PrendreRendezVous(creneau.Debut, maintenant, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Toucher(dossier);
        donnees.Add(new ContactSuivi { DossierId = dossier.Id, Le = maintenant, Par = acteur.CompteId, Canal = CanalContact.Autre, Resultat = ResultatContact.RendezVousPris, Observation = observation });
        var messages = await donnees.ConfirmerAsync(dossier, creneau, demande.Lien(dossier.Id), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, ancien is null ? "RENDEZ_VOUS_PRIS" : "RENDEZ_VOUS_CHANGE", dossier.Objet(), avant, $"creneau:{creneau.Id} {dossier.EnBref()}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new CreneauPris();
        }
        return new Reponse(creneau.Debut, creneau.Lieu, ancien is not null, messages);
    }
}
