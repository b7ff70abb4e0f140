using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>The inspecteur of the spécialité recognises the three years of experience, or not, with a reason. Actor: the inspecteur the DEC named, nobody else.</summary>
public sealed class DeciderExperience(BaseRebond donnees)
{
    public sealed record Demande(Guid AvisId, int Version, bool Valide, string? Motif);

    public sealed record Reponse(EtatAvisExperience Etat);

    public sealed record ReponseDonnee() : Refus(GenreRefus.Conflit, "EXPERIENCE_DEJA_DECIDEE", "Vous avez déjà décidé. Pour revenir sur une décision, adressez-vous à la division des examens et concours.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Inspecteur))
            return new Interdit();
        if (await donnees.AvisDe(acteur).SingleOrDefaultAsync(a => a.Id == demande.AvisId, ct) is not { } avis)
            return new Introuvable("Cette demande d’avis");
        if (avis.Etat != EtatAvisExperience.Demande)
            return new ReponseDonnee();
        if (avis.Version != demande.Version)
            return new ModifieEntreTemps("Cette demande d’avis");
        if (PerimetreGuichet.Motif(demande.Motif) is not { } motif)
            return new MotifInsuffisant();

        var dossier = await donnees.Set<DossierInscription>().AsNoTracking().SingleAsync(d => d.Id == avis.DossierId, ct);
        (avis.Etat, avis.Motif, avis.DecideLe, avis.DecidePar) = (demande.Valide ? EtatAvisExperience.Valide : EtatAvisExperience.Refuse, motif, donnees.Horloge.GetUtcNow().UtcDateTime, acteur.CompteId);
        donnees.Journaliser(new ActeAJournaliser(acteur, "EXPERIENCE_DECIDEE", dossier.Objet(), EtatAvisExperience.Demande.Code(), avis.Etat.Code(), motif));
        var etude = (await donnees.EtudierTousAsync([dossier], ct))[0];
        if (await donnees.EcrireAsync(etude, MessagesDuGuichet.UnActe(etude, acteur, $"Votre dossier d’inscription {dossier.Numero} : trois ans d’expérience",
            demande.Valide
                ? "L’inspecteur de la spécialité a reconnu vos trois ans d’expérience professionnelle. Le service des examens examine la suite de votre dossier."
                : $"L’inspecteur de la spécialité n’a pas reconnu vos trois ans d’expérience professionnelle. Le service des examens vous écrira sa décision sur votre dossier. {MessagesDuGuichet.Recours}", motif), ct) is { } empeche)
            return Outcome<Reponse>.Refuser(empeche);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(avis.Etat);
    }
}
