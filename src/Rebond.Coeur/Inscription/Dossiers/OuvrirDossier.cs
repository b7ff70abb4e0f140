using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// A candidate starts a file in an open campaign: empty but for the address of his account, pinned to the revision in force. Nothing is registered
/// yet. Actor: candidat.
/// </summary>
public sealed class OuvrirDossier(BaseRebond donnees)
{
    public sealed record Demande(string Campagne);

    public sealed record Reponse(Guid DossierId, string Numero);

    public sealed record CampagneNonOuverte(string Nom, string Quand)
        : Refus(GenreRefus.Conflit, "CAMPAGNE_NON_OUVERTE", $"{Nom} : {Quand} (heure de Paris).");

    /// <summary>One status in one session (D. 337-90, D. 334-17).</summary>
    public sealed record DejaUnDossier(string Numero, SessionExamen Session)
        : Refus(GenreRefus.Conflit, "DEJA_UN_DOSSIER", $"Vous avez déjà un dossier à la session {Session.Annee}, le n° {Numero} : reprenez-le. On ne s'inscrit qu'une fois à une session. S'il n'est pas dans le bon examen, retirez-le d'abord par « Me désister ».");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) || acteur.CompteId is not { } compteId)
            return new Interdit("Pour vous inscrire, connectez-vous avec un compte de candidat.");
        if (await donnees.CampagneEnVigueurAsync(demande.Campagne, ct) is not { } revision)
            return new Introuvable("Cette campagne");
        var (campagne, instant) = (revision.Campagne, donnees.Horloge.GetUtcNow());
        if (campagne.Etat(instant) is var etat and not EtatFenetre.Ouverte)
            return new CampagneNonOuverte(campagne.Nom, etat == EtatFenetre.PasOuverte ? $"les inscriptions ouvrent le {campagne.Fenetres[0].Ouverture.EnFrancais()}" : $"les inscriptions sont closes depuis le {campagne.Fenetres[^1].Cloture.EnFrancais()}");
        if (await donnees.DossiersDe(acteur).AsNoTracking().Where(d => d.Session == campagne.Session && d.Etat != EtatDossier.Desiste && d.Etat != EtatDossier.Ecarte && d.Etat != EtatDossier.Annule).FirstOrDefaultAsync(ct) is { } ouvert)
            return new DejaUnDossier(ouvert.Numero, ouvert.Session);

        var courriel = await donnees.Users.Where(u => u.Id == compteId).Select(u => u.Email).SingleAsync(ct);
        var dossier = new DossierInscription
        {
            Numero = await TirerAsync(ct),
            CampagneCode = campagne.Code,
            CampagneRevision = revision.Numero,
            Session = campagne.Session,
            Examen = campagne.Examens[0],
            CompteId = compteId,
            Courriel = courriel,
            CreeLe = instant.UtcDateTime,
            // A demonstration account registers nobody real.
            Synthetique = courriel?.EndsWith($"@{CreerComptesDemonstration.Domaine}", StringComparison.OrdinalIgnoreCase) == true,
        };
        donnees.Add(dossier);
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_OUVERT", $"dossier:{dossier.Id}", Apres: $"{campagne.Code} révision {revision.Numero}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(dossier.Id, dossier.Numero);
    }

    private async Task<string> TirerAsync(CancellationToken ct)
    {
        while (true)
        {
            var numero = NumeroDossier.Tirer();
            if (!await donnees.Set<DossierInscription>().AnyAsync(d => d.Numero == numero, ct))
                return numero;
        }
    }
}
