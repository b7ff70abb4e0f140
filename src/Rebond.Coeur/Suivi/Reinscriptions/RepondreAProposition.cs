using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>
/// The young person takes the place proposed in another school, or not: his request then waits for another answer, his right is whole. Actor: whoever holds the personal
/// link. The establishment answers for him only at his word.
/// </summary>
public sealed class RepondreAProposition(BaseRebond donnees)
{
    public sealed record Demande(bool Accepte);

    public sealed record Reponse(EtatReinscription Etat, DateOnly ProchaineDate);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Porteur porteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(porteur, ct);
        return ouvert.EstReussi ? await RepondreAsync(ouvert.Valeur, demande, porteur.Acteur, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(dossierId, acteur, ct);
        return ouvert.EstReussi ? await RepondreAsync(ouvert.Valeur, demande, acteur, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    private async Task<Outcome<Reponse>> RepondreAsync(DossierSuivi dossier, Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (await donnees.DemandeDuDossierAsync(dossier.Id, ct) is not { Etat: EtatReinscription.ProposeeAilleurs } voeu)
            return new SansDemande();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var releves = await donnees.SituationsRelevesAsync(dossier.Id, ct);
        var avant = $"{voeu.Etat.Code()} {dossier.EnBref()}";
        if (demande.Accepte)
        {
            voeu.Etat = EtatReinscription.Accordee;
            dossier.ChoisirSolution(CodeOption.RepreparationAutre.Code(), maintenant, releves);
        }
        else
        {
            (voeu.Etat, voeu.UaiAccueil) = (EtatReinscription.Demandee, null);
            dossier.DemanderReinscription(maintenant, donnees.Aujourdhui.AddDays(DossierSuivi.JoursPourReprendre), releves);
        }
        donnees.Toucher(dossier);
        donnees.Journaliser(new ActeAJournaliser(acteur, "REINSCRIPTION_PROPOSITION", dossier.Objet(), avant, $"{voeu.Etat.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(voeu.Etat, dossier.ProchaineDate!.Value);
    }
}
