using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>The young person takes his request back; another way is to be found with him. Actors: whoever holds the personal link, or the establishment at his word.</summary>
public sealed class RetirerDemande(BaseRebond donnees)
{
    public sealed record Reponse(DateOnly ProchaineDate);

    public async Task<Outcome<Reponse>> ExecuteAsync(Porteur porteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(porteur, ct);
        return ouvert.EstReussi ? await RetirerAsync(ouvert.Valeur, porteur.Acteur, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(dossierId, acteur, ct);
        return ouvert.EstReussi ? await RetirerAsync(ouvert.Valeur, acteur, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    private async Task<Outcome<Reponse>> RetirerAsync(DossierSuivi dossier, Acteur acteur, CancellationToken ct)
    {
        if (await donnees.DemandeDuDossierAsync(dossier.Id, ct) is not { Etat: EtatReinscription.Demandee or EtatReinscription.Transmise or EtatReinscription.ProposeeAilleurs } demande)
            return new SansDemande();
        var avant = $"{demande.Etat.Code()} {dossier.EnBref()}";
        demande.Etat = EtatReinscription.Retiree;
        dossier.ChercherAutreVoie(donnees.Horloge.GetUtcNow().UtcDateTime, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Toucher(dossier);
        donnees.Journaliser(new ActeAJournaliser(acteur, "REINSCRIPTION_RETIREE", dossier.Objet(), avant, $"{demande.Etat.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value);
    }
}
