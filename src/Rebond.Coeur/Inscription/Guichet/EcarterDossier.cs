using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// The DEC sets a file aside, most often the second of one person, or takes back a file set aside or cancelled, as long as its candidate is not
/// called to the exam. Nothing is deleted. Actor: gestionnaire of the académie.
/// </summary>
public sealed class EcarterDossier(BaseRebond donnees)
{
    public sealed record Demande(Guid DossierId, int Version, string? Motif);

    public sealed record Reponse(EtatDossier Etat);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur.Dossier;
        if (dossier.EstSorti || dossier.Etat == EtatDossier.Inscrit)
            return new EtatInadapte(dossier.Etat, "il ne peut pas être écarté");
        if (PerimetreGuichet.Motif(demande.Motif) is not { } motif)
            return new MotifInsuffisant();

        (dossier.EtatAvantSortie, dossier.Etat) = (dossier.Etat, EtatDossier.Ecarte);
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_ECARTE", dossier.Objet(), dossier.EtatAvantSortie!.Value.Code(), dossier.Etat.Code(), motif));
        if (await donnees.EcrireAsync(ouvert.Valeur, MessagesDuGuichet.UnActe(ouvert.Valeur, acteur, $"Votre dossier d’inscription {dossier.Numero} est écarté",
            "Ce dossier n’est plus dans la campagne. Si vous en avez un autre, il n’est pas changé. Si vous pensez que c’est une erreur, répondez-nous : le dossier peut être repris.", motif), ct) is { } empeche)
            return Outcome<Reponse>.Refuser(empeche);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.Etat);
    }
}
