using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Commission;

public enum RaisonDeDepart
{
    /// <summary>He says that he will not come.</summary>
    Renonce,

    /// <summary>The lycée did not see him.</summary>
    PasVenu,
}

/// <summary>
/// A person placed by the commission renounces, or does not come: the place is for the next on the waiting list, and another way is looked for with him. Actors: whoever holds the
/// personal link, or the commission of the département.
/// </summary>
public sealed class LaisserSaPlace(BaseRebond donnees)
{
    public sealed record Demande(Guid SeanceId, Guid LigneId, RaisonDeDepart? Raison);

    public sealed record Reponse(DateOnly ProchaineDate);

    public sealed record SansPlaceALaisser() : Refus(GenreRefus.Conflit, "SANS_PLACE_A_LAISSER", "Aucune place de la commission n’est à laisser. Rechargez la page.");

    public sealed record RaisonNecessaire() : Refus(GenreRefus.Invalide, "RAISON_NECESSAIRE", "Dites si la personne renonce ou n’est pas venue.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Porteur porteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(porteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var ligne = await Placees().Where(l => l.DossierId == porteur.DossierId).OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct);
        return await LaisserAsync(ouvert.Valeur, ligne, RaisonDeDepart.Renonce, porteur.Acteur, ct);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Commission))
            return new Interdit("Seule la commission du département libère une place.");
        if (await donnees.SeanceAsync(demande.SeanceId, acteur, ct) is not { } seance)
            return new Introuvable("Séance de commission");
        if (demande.Raison is not { } raison)
            return new RaisonNecessaire();
        var ligne = await Placees().SingleOrDefaultAsync(l => l.Id == demande.LigneId && l.SeanceId == seance.Id, ct);
        if (ligne is null || await donnees.Set<DossierSuivi>().SingleOrDefaultAsync(d => d.Id == ligne.DossierId && d.Etape != EtapeSuivi.Clos, ct) is not { } dossier)
            return new SansPlaceALaisser();
        return await LaisserAsync(dossier, ligne, raison, acteur, ct);
    }

    private IQueryable<LigneCommission> Placees() => donnees.Set<LigneCommission>().Where(l => l.Issue == IssueCommission.Affectee && l.RendueLe == null);

    private async Task<Outcome<Reponse>> LaisserAsync(DossierSuivi dossier, LigneCommission? ligne, RaisonDeDepart raison, Acteur acteur, CancellationToken ct)
    {
        if (ligne is null || await donnees.DemandeDuDossierAsync(dossier.Id, ct) is not { Etat: EtatReinscription.Affectee } demande || demande.Id != ligne.DemandeId)
            return new SansPlaceALaisser();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var avant = $"{demande.Etat.Code()} {demande.UaiAccueil} {dossier.EnBref()}";
        ligne.Rendre(maintenant);
        demande.Etat = EtatReinscription.Retiree;
        dossier.PerdreSaPlace(maintenant, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Toucher(dossier);
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_PLACE_LIBEREE", dossier.Objet(), avant, $"{raison.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value);
    }
}
