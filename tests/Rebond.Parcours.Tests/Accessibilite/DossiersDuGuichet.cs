using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Tests;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>The demonstration's files at the desk, a batch of cancellations to read and an experience sent to the inspecteur.</summary>
/// <param name="Tous">One file of each state, with one whose candidate asks something.</param>
public sealed record DossiersDuGuichet(string Campagne, Guid ASigner, Guid AControler, Guid ARecevoir, Guid Envoi, Guid Lot, Guid Avis, IReadOnlyList<Guid> Tous)
{
    public static async Task<DossiersDuGuichet> EcrireAsync(Hote hote, IReadOnlyDictionary<string, Guid> comptes)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var donnees = hote.Ouvrir();
        // The base already has the files of the candidate's side, in the same campaign.
        await new CreerInscriptionDemonstration(donnees).ExecuteAsync(Acteur.LigneDeCommande, ct);
        await new CreerDossiersDemonstration(donnees).AjouterAsync(1, Acteur.LigneDeCommande, ct);
        donnees.ChangeTracker.Clear();
        var tous = await donnees.Set<DossierInscription>().AsNoTracking().Where(d => d.CampagneCode == CreerInscriptionDemonstration.Campagne && d.Courriel != null && d.Courriel.StartsWith("dossier")).ToListAsync(ct);
        var lot = new LotAnnulation { CampagneCode = CreerInscriptionDemonstration.Campagne, Motif = "Date passée.", PrepareLe = DateTime.UtcNow, PreparePar = comptes["gestionnaire-adjoint"] };
        donnees.Add(lot);
        donnees.AddRange(tous.Where(d => d.Etat is EtatDossier.Incomplet).Take(2).Select(d => new LigneAnnulation { LotId = lot.Id, DossierId = d.Id, Raisons = "- Copie d’une pièce d’identité." }));
        var experience = tous.First(d => d is { Categorie: Categorie.Experience3Ans, Etat: EtatDossier.Recu or EtatDossier.Signe or EtatDossier.Incomplet });
        var avis = new AvisExperience { DossierId = experience.Id, Specialite = experience.Specialite!, InspecteurId = comptes["inspecteur"], DemandeLe = DateTime.UtcNow };
        donnees.Add(avis);
        await donnees.SaveChangesAsync(ct);
        var recu = tous.First(d => d.Etat == EtatDossier.Recu);
        return new(CreerInscriptionDemonstration.Campagne, tous.First(d => d.Etat == EtatDossier.Enregistre).Id, recu.Id, tous.First(d => d.Etat == EtatDossier.Recevable).Id,
            await donnees.Set<EnvoiDossier>().Where(e => e.DossierId == recu.Id).Select(e => e.Id).FirstAsync(ct), lot.Id, avis.Id,
            [.. tous.GroupBy(d => d.Etat).Select(g => g.First().Id), tous.First(d => d.ReouvertureDemandeeLe != null).Id, experience.Id]);
    }
}
