using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>A candidate asked for his signed choices to be opened again; the DEC says no, and why. Actor: gestionnaire of the académie.</summary>
public sealed class RefuserReouverture(BaseRebond donnees)
{
    public sealed record Demande(Guid DossierId, int Version, string? Motif);

    public sealed record Reponse(DateTime DemandeeLe);

    public sealed record RienDemande() : Refus(GenreRefus.Conflit, "REOUVERTURE_NON_DEMANDEE", "Le candidat ne demande pas, ou plus, la réouverture de ses choix.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur.Dossier;
        if (dossier.ReouvertureDemandeeLe is not { } demandee)
            return new RienDemande();
        if (PerimetreGuichet.Motif(demande.Motif) is not { } motif)
            return new MotifInsuffisant();

        (dossier.ReouvertureDemandeeLe, dossier.ReouvertureMotif) = (null, null);
        donnees.Journaliser(new ActeAJournaliser(acteur, "REOUVERTURE_REFUSEE", dossier.Objet(), Motif: motif));
        if (await donnees.EcrireAsync(ouvert.Valeur, MessagesDuGuichet.UnActe(ouvert.Valeur, acteur, $"Votre dossier d’inscription {dossier.Numero} : votre demande",
            "Vous avez demandé à changer vos choix après la signature. Ils restent tels que vous les avez signés.", motif), ct) is { } empeche)
            return Outcome<Reponse>.Refuser(empeche);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(demandee);
    }
}
