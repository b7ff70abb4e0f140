using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>
/// What a commission that does not sit in Rebond answered for a request handed to it: a place somewhere, or none. Actor: head of the school of origin, or the DEC.
/// </summary>
public sealed class NoterCommission(BaseRebond donnees)
{
    /// <param name="UaiAccueil">Null: no place was found.</param>
    /// <param name="Lien">Makes the address of the personal page, for the message.</param>
    public sealed record Demande(Guid DossierId, int Version, string? UaiAccueil, Func<Guid, string> Lien);

    public sealed record Reponse(EtatReinscription Etat, DateOnly ProchaineDate, bool Prevenu);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (!acteur.DirigeEtablissementDe(dossier) && !acteur.A(Role.Gestionnaire))
            return new Interdit("Seuls le chef d’établissement et la DEC notent la réponse de la commission.");
        if (await donnees.DemandeDuDossierAsync(dossier.Id, ct) is not { Etat: EtatReinscription.Transmise } voeu)
            return new SansDemande();
        if (voeu.Version != demande.Version)
            return new ModifieEntreTemps("La demande");
        if (await donnees.SeanceOuverteDeAsync(voeu.Id, ct) is { } seance)
            return new DansUneSeance(seance.TenueLe);
        if (demande.UaiAccueil is { } uai && AnnuaireEtablissements.Chercher(uai) is null)
            return new DeciderReinscription.AutreEtablissement();

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var releves = await donnees.SituationsRelevesAsync(dossier.Id, ct);
        var avant = $"{voeu.Etat.Code()} {dossier.EnBref()}";
        ReponseDeCommission.Appliquer(voeu, dossier, demande.UaiAccueil, null, maintenant, acteur.CompteId, releves);
        donnees.Toucher(dossier);
        var prevenu = await donnees.RepondreParEcritAsync(dossier, voeu, DroitDeRevenir.Evaluer(dossier, donnees.Aujourdhui, dossier.EchecsAnterieurs ?? 0), demande.Lien(dossier.Id), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "REINSCRIPTION_COMMISSION", dossier.Objet(), avant, $"{voeu.Etat.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(voeu.Etat, dossier.ProchaineDate!.Value, prevenu);
    }
}
