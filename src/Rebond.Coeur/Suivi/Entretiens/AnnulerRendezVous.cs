using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

public sealed record SansRendezVous() : Refus(GenreRefus.Conflit, "SANS_RENDEZ_VOUS", "Il n’y a pas de rendez-vous à annuler. Rechargez la page.");

/// <summary>A person gives his time back; it is free at once for another. Actors: whoever holds the personal link, or the establishment on his behalf.</summary>
public sealed class AnnulerRendezVous(BaseRebond donnees)
{
    public sealed record Reponse(DateTime Debut, DateOnly ProchaineDate);

    public async Task<Outcome<Reponse>> ExecuteAsync(Porteur porteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(porteur, ct);
        return ouvert.EstReussi ? await AnnulerAsync(ouvert.Valeur, porteur.Acteur, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(dossierId, acteur, ct);
        return ouvert.EstReussi ? await AnnulerAsync(ouvert.Valeur, acteur, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    private async Task<Outcome<Reponse>> AnnulerAsync(DossierSuivi dossier, Acteur acteur, CancellationToken ct)
    {
        if (await donnees.RendezVousEnCoursAsync(dossier.Id, ct) is not { } creneau)
            return new SansRendezVous();
        var avant = dossier.EnBref();
        await donnees.RetenirRappelAsync(creneau, ct);
        creneau.Liberer();
        dossier.PerdreRendezVous(donnees.Horloge.GetUtcNow().UtcDateTime, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Toucher(dossier);
        donnees.Journaliser(new ActeAJournaliser(acteur, "RENDEZ_VOUS_ANNULE", dossier.Objet(), avant, $"creneau:{creneau.Id} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(creneau.Debut, dossier.ProchaineDate!.Value);
    }
}
