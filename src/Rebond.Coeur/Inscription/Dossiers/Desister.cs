using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The candidate withdraws. Nothing is erased; he may open another file while the campaign is open. Once a candidature exists, only the DEC undoes
/// it. Actor: candidat, own file.
/// </summary>
public sealed class Desister(BaseRebond donnees)
{
    public sealed record Demande(string Numero, int VersionLue, bool Confirme);

    public sealed record Reponse(string Numero);

    public sealed record DejaCandidat()
        : Refus(GenreRefus.Conflit, "DEJA_CANDIDAT", "Vous êtes déjà inscrit à la session : pour vous désister, écrivez à la division des examens et concours.");

    public sealed record NonConfirme()
        : Refus(GenreRefus.Invalide, "DESISTEMENT_NON_CONFIRME", "Cochez la case pour confirmer : sans elle, votre inscription est gardée.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        if (dossier.EstSorti)
            return new DossierSorti();
        if (dossier.CandidatureId is not null)
            return new DejaCandidat();
        if (dossier.Version != demande.VersionLue)
            return new ModifieEntreTemps("Votre dossier");
        if (!demande.Confirme)
            return new NonConfirme();

        var avant = dossier.Etat;
        dossier.Etat = EtatDossier.Desiste;
        if (dossier.NumeroVersion > 0)
        {
            var message = MessagesDInscription.Retiree(dossier, (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne);
            var enFile = message.EstReussi ? await donnees.EnvoyerAsync(message.Valeur, ct) : Outcome<Message>.Refuser(message.Refus);
            if (!enFile.EstReussi)
            {
                donnees.ChangeTracker.Clear();
                return Outcome<Reponse>.Refuser(enFile.Refus);
            }
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_DESISTE", $"dossier:{dossier.Id}", Avant: avant.Code(), Apres: dossier.Etat.Code()));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Votre dossier");
        }
        return new Reponse(dossier.Numero);
    }
}
