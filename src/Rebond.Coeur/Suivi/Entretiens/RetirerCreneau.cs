using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>The school takes a time back. Whoever had it is told, and is to be proposed another. Actor: the owner of the time.</summary>
public sealed class RetirerCreneau(BaseRebond donnees)
{
    /// <param name="Lien">Makes the address of the personal page, for the message.</param>
    public sealed record Demande(Guid CreneauId, int Version, Func<Guid, string> Lien);

    /// <param name="AvaitQuelquUn">Somebody had booked it.</param>
    /// <param name="Prevenu">A message is queued for him.</param>
    public sealed record Reponse(DateTime Debut, bool AvaitQuelquUn, bool Prevenu);

    public sealed record CreneauFini(EtatCreneau Etat) : Refus(GenreRefus.Conflit, "CRENEAU_FINI", "Cet horaire est déjà tenu, manqué ou retiré : il ne change plus.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        if (await donnees.CreneauxDe(acteur).SingleOrDefaultAsync(c => c.Id == demande.CreneauId, ct) is not { } creneau)
            return new Introuvable("Cet horaire");
        if (creneau.Etat is not (EtatCreneau.Libre or EtatCreneau.Reserve))
            return new CreneauFini(creneau.Etat);
        if (creneau.Version != demande.Version)
            return new ModifieEntreTemps("Cet horaire");

        var avant = creneau.Etat;
        var dossier = creneau.DossierId is { } id ? await donnees.Set<DossierSuivi>().SingleAsync(d => d.Id == id, ct) : null;
        var prevenu = false;
        if (dossier is { EstOuvert: true })
        {
            await donnees.RetenirRappelAsync(creneau, ct);
            dossier.PerdreRendezVous(donnees.Horloge.GetUtcNow().UtcDateTime, await donnees.SituationsRelevesAsync(dossier.Id, ct));
            donnees.Toucher(dossier);
            prevenu = await donnees.EcrireAsync(MessagesDeRendezVous.Annulation, dossier, creneau, demande.Lien(dossier.Id), null, ct);
        }
        creneau.Etat = EtatCreneau.Annule;
        donnees.Journaliser(new ActeAJournaliser(acteur, "CRENEAU_RETIRE", creneau.Objet(), avant.Code(), dossier is null ? creneau.Etat.Code() : $"{creneau.Etat.Code()} {dossier.Objet()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is not null)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Cet horaire");
        }
        return new Reponse(creneau.Debut, dossier is not null, prevenu);
    }
}
