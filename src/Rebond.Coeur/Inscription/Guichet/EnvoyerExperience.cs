using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// The three years of experience of a candidate are sent to the inspecteur of his spécialité, by name: he alone reads that file. Sent again, it goes to
/// another, as long as nothing is decided. Actor: gestionnaire of the académie.
/// </summary>
public sealed class EnvoyerExperience(BaseRebond donnees)
{
    public sealed record Demande(Guid DossierId, int Version, Guid InspecteurId);

    public sealed record Reponse(Guid AvisId);

    public sealed record PasConcerne() : Refus(GenreRefus.Conflit, "EXPERIENCE_PAS_CONCERNEE", "Ce candidat ne s’inscrit pas au titre de trois ans d’expérience : il n’y a rien à envoyer à l’inspecteur.");

    public sealed record SansSpecialite() : Refus(GenreRefus.Conflit, "SPECIALITE_ABSENTE", "Le dossier ne dit pas sa spécialité : aucun inspecteur ne peut être choisi.");

    public sealed record InspecteurInconnu() : Refus(GenreRefus.Invalide, "INSPECTEUR_INCONNU", "Choisissez un inspecteur de l’académie dans la liste.");

    public sealed record DejaDecide() : Refus(GenreRefus.Conflit, "EXPERIENCE_DEJA_DECIDEE", "L’inspecteur a déjà décidé : sa décision est dans l’historique.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var etude = ouvert.Valeur;
        var dossier = etude.Dossier;
        if (etude.Constat("EXPERIENCE") is null)
            return new PasConcerne();
        if (dossier.EstSorti || dossier.Etat is EtatDossier.Brouillon or EtatDossier.Inscrit)
            return new EtatInadapte(dossier.Etat, "il n’est plus à instruire");
        if (dossier.Specialite is not { } specialite)
            return new SansSpecialite();
        if (!await InspecteursDe(donnees, etude.Campagne.Academie.Code).AnyAsync(u => u.Id == demande.InspecteurId, ct))
            return new InspecteurInconnu();
        var avis = await donnees.Set<AvisExperience>().SingleOrDefaultAsync(a => a.DossierId == dossier.Id, ct);
        if (avis is { Etat: not EtatAvisExperience.Demande })
            return new DejaDecide();

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        if (avis is null)
            donnees.Add(avis = new AvisExperience { DossierId = dossier.Id, Specialite = specialite, InspecteurId = demande.InspecteurId, DemandeLe = maintenant });
        else
            (avis.Specialite, avis.InspecteurId, avis.DemandeLe) = (specialite, demande.InspecteurId, maintenant);
        donnees.Journaliser(new ActeAJournaliser(acteur, "EXPERIENCE_ENVOYEE", dossier.Objet(), Apres: $"inspecteur:{demande.InspecteurId} specialite:{specialite}"));
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(avis.Id);
    }

    /// <summary>Accounts of inspecteurs of one académie.</summary>
    internal static IQueryable<Utilisateur> InspecteursDe(BaseRebond donnees, string academie) =>
        donnees.Users.Where(u => u.Habilitations.Any(h => h.Role == Role.Inspecteur && h.TypePerimetre == TypePerimetre.Academie && (h.CodePerimetre == academie || h.CodePerimetre == "*")));
}
