using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>Nobody came. The person is written to, once, with the link to choose another time; the file asks for another proposal. Actor: the owner of the time.</summary>
public sealed class NoterAbsence(BaseRebond donnees)
{
    /// <param name="Lien">Makes the address of the personal page, for the message.</param>
    public sealed record Demande(Guid CreneauId, int Version, Func<Guid, string> Lien);

    public sealed record Reponse(Guid DossierId, DateOnly ProchaineDate, bool Prevenu);

    public sealed record PasEncorePasse() : Refus(GenreRefus.Conflit, "RENDEZ_VOUS_A_VENIR", "Ce rendez-vous n’a pas commencé : on ne note une absence qu’après l’heure.");

    public sealed record PasReserve() : Refus(GenreRefus.Conflit, "PAS_RESERVE", "Personne n’attend sur cet horaire, ou sa suite est déjà notée. Rechargez la page.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        if (await donnees.CreneauxDe(acteur).SingleOrDefaultAsync(c => c.Id == demande.CreneauId, ct) is not { } creneau)
            return new Introuvable("Cet horaire");
        if (creneau is not { Etat: EtatCreneau.Reserve, DossierId: { } id })
            return new PasReserve();
        if (creneau.Version != demande.Version)
            return new ModifieEntreTemps("Cet horaire");
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        if (creneau.Debut > maintenant)
            return new PasEncorePasse();
        var dossier = await donnees.Set<DossierSuivi>().SingleAsync(d => d.Id == id, ct);
        if (!dossier.EstOuvert)
            return new DossierClos();

        var avant = dossier.EnBref();
        creneau.Etat = EtatCreneau.Absent;
        dossier.PerdreRendezVous(maintenant, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Toucher(dossier);
        var prevenu = await donnees.EcrireAsync(MessagesDeRendezVous.Absence, dossier, creneau, demande.Lien(id), null, ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "RENDEZ_VOUS_MANQUE", dossier.Objet(), avant, $"creneau:{creneau.Id} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(id, dossier.ProchaineDate!.Value, prevenu);
    }
}
