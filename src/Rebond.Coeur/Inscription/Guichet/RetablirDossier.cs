using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>A file cancelled or set aside goes back to where it stood, until its candidate is called to the exam. Actor: gestionnaire of the académie.</summary>
public sealed class RetablirDossier(BaseRebond donnees)
{
    public sealed record DejaConvoque() : Refus(GenreRefus.Conflit, "DEJA_CONVOQUE", "Les convocations sont parties : cette annulation ne se reprend plus ici.");

    public async Task<Outcome<EcarterDossier.Reponse>> ExecuteAsync(EcarterDossier.Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<EcarterDossier.Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur.Dossier;
        if (dossier.Etat is not (EtatDossier.Annule or EtatDossier.Ecarte) || dossier.EtatAvantSortie is not { } retour)
            return new EtatInadapte(dossier.Etat, "seul un dossier annulé ou écarté se reprend");
        if (dossier.ConvoqueLe is not null)
            return new DejaConvoque();
        if (PerimetreGuichet.Motif(demande.Motif) is not { } motif)
            return new MotifInsuffisant();

        var avant = dossier.Etat;
        (dossier.Etat, dossier.EtatAvantSortie) = (retour, null);
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_RETABLI", dossier.Objet(), avant.Code(), retour.Code(), motif));
        if (await donnees.EcrireAsync(ouvert.Valeur, MessagesDuGuichet.UnActe(ouvert.Valeur, acteur, $"Votre dossier d’inscription {dossier.Numero} est rétabli",
            $"Votre dossier est de nouveau dans la campagne, où il en était : {retour.EnFrancais()}.", motif), ct) is { } empeche)
            return Outcome<EcarterDossier.Reponse>.Refuser(empeche);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new EcarterDossier.Reponse(retour);
    }
}
