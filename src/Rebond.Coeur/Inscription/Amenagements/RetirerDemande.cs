using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>The candidate gives up a request nobody has decided. Actor: the candidate whose file it is.</summary>
public sealed class RetirerDemande(BaseRebond donnees)
{
    public sealed record Demande(string Numero, Guid Id);

    public sealed record Reponse(Guid Id);

    public sealed record DejaDecidee() : Refus(GenreRefus.Conflit, "DEMANDE_DEJA_DECIDEE", "Cette demande est déjà décidée : elle ne se retire plus. Si vous ne voulez plus de l’aménagement, dites-le à la division des examens.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) || acteur.CompteId is not { } compte)
            return new Interdit();
        var siens = donnees.Set<DossierInscription>().Where(d => d.Numero == demande.Numero && d.CompteId == compte).Select(d => d.Id);
        if (await donnees.Set<DemandeAmenagement>().SingleOrDefaultAsync(a => a.Id == demande.Id && siens.Contains(a.DossierId), ct) is not { } retiree)
            return new Introuvable("Cette demande");
        if (!retiree.EstEnCours)
            return new DejaDecidee();
        donnees.Journaliser(new ActeAJournaliser(acteur, "AMENAGEMENT_RETIRE", $"amenagement:{retiree.Id}", Avant: retiree.Etat.Code(), Apres: EtatAmenagement.Retire.Code()));
        retiree.Etat = EtatAmenagement.Retire;
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ModifieEntreTemps("Votre demande d’aménagement");
        }
        return new Reponse(retiree.Id);
    }
}
