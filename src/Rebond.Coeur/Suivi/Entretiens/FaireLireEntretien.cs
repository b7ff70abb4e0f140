using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>Sends the record to read and sign at home: to the young person first, then to the guardian of a minor. Actor: the establishment that follows him.</summary>
public sealed class FaireLireEntretien(BaseRebond donnees)
{
    public sealed record Demande(Guid EntretienId, Func<Guid, TitulaireLien, string> Lien);

    public sealed record Reponse(TitulaireLien A, bool ParCourriel);

    public sealed record PlusRienASigner() : Refus(GenreRefus.Conflit, "PLUS_RIEN_A_SIGNER", "Tout le monde a signé : il n’y a rien à envoyer.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var trouve = await donnees.Set<EntretienSituation>().Join(donnees.DossiersDe(acteur), e => e.DossierId, d => d.Id, (e, d) => new { e, d }).SingleOrDefaultAsync(x => x.e.Id == demande.EntretienId, ct);
        if (trouve is null)
            return new Introuvable("Cet entretien");
        var (entretien, dossier) = (trouve.e, trouve.d);
        if (!dossier.EstOuvert)
            return new DossierClos();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        TitulaireLien? a = entretien.SigneJeuneLe is null ? TitulaireLien.Jeune
            : entretien.SigneResponsableLe is null && dossier.EstMineurLe(maintenant.JourAParis()) ? TitulaireLien.Responsable : null;
        if (a is not { } titulaire)
            return new PlusRienASigner();

        var parCourriel = await donnees.EcrireLienAsync(dossier, titulaire, entretien, demande.Lien(dossier.Id, titulaire), maintenant.Ticks.ToString(CultureInfo.InvariantCulture), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "ENTRETIEN_ENVOYE", dossier.Objet(), Apres: $"entretien:{entretien.Id} a:{titulaire.Code()} par:{(parCourriel ? "COURRIEL" : "PAPIER")}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(titulaire, parCourriel);
    }
}
