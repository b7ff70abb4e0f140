using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// A seat came free: the commission gives it to the next on the waiting list, or to another with a written reason. What he leaves, if he had a place, comes free in turn. Actor: the
/// commission of the département.
/// </summary>
public sealed class ServirAttente(BaseRebond donnees)
{
    /// <param name="Motif">Needed for whoever is not the next.</param>
    public sealed record Demande(Guid SeanceId, Guid LigneId, string Uai, string Specialite, string? Motif, Func<Guid, string> Lien);

    public sealed record Reponse(string Numero, bool Prevenu);

    public sealed record AucunePlaceLibre() : Refus(GenreRefus.Conflit, "AUCUNE_PLACE_LIBRE", "Aucune place n’est libre dans ce lycée et cette spécialité. Rechargez la page.");

    public sealed record PasEnAttente() : Refus(GenreRefus.Conflit, "PAS_EN_ATTENTE", "Cette personne n’attend plus cette place. Rechargez la page.");

    public sealed record PasLeSuivant(string Numero) : Refus(GenreRefus.Conflit, "PAS_LE_SUIVANT", $"Le suivant sur la liste est le n° {Numero}. Pour servir quelqu’un d’autre, écrivez pourquoi, en {DeciderALaMain.MotifMinimum} caractères au moins.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Commission))
            return new Interdit("Seule la commission du département donne une place libérée.");
        if (await donnees.SeanceAsync(demande.SeanceId, acteur, ct) is not { } seance)
            return new Introuvable("Séance de commission");
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var entiere = await SeanceEntiere.LireAsync(donnees, seance, suivre: true, ct);
        var (capacite, occupants) = ConsulterAttente.Occupation(entiere, demande.Uai, demande.Specialite);
        if (occupants >= capacite)
            return new AucunePlaceLibre();
        var parLigne = entiere.Dossiers.ToDictionary(d => d.Ligne.Id);
        var siens = parLigne.Keys.ToList();
        var attente = (await donnees.Set<AttenteCommission>().Where(a => siens.Contains(a.LigneId) && a.Uai == demande.Uai && a.Specialite == demande.Specialite).OrderBy(a => a.Rang).ToListAsync(ct))
            .Where(a => ListeDAttente.AttendEncore(a, parLigne[a.LigneId].Ligne, parLigne[a.LigneId].Demande) && parLigne[a.LigneId].Dossier.EstOuvert).ToList();
        if (attente.FirstOrDefault(a => a.LigneId == demande.LigneId) is not { } sienne)
            return new PasEnAttente();
        var motif = demande.Motif?.Trim() ?? "";
        if (attente[0].LigneId != demande.LigneId && motif.Length is < DeciderALaMain.MotifMinimum or > DeciderALaMain.MotifMaximum)
            return new PasLeSuivant(parLigne[attente[0].LigneId].Ligne.Numero);

        var (d, maintenant) = (parLigne[demande.LigneId], donnees.Horloge.GetUtcNow().UtcDateTime);
        var avant = $"{d.Demande.Etat.Code()} {d.Demande.UaiAccueil} {d.Dossier.EnBref()}";
        sienne.ServieLe = maintenant;
        d.Ligne.Servir(demande.Uai, demande.Specialite, motif.Length > 0 ? $"Une place s’est libérée. La commission écrit : « {motif} »" : "Une place s’est libérée, et vous étiez le suivant sur la liste d’attente.", maintenant);
        ReponseDeCommission.Appliquer(d.Demande, d.Dossier, demande.Uai, d.Ligne.MotifCandidat, maintenant, acteur.CompteId, await donnees.SituationsRelevesAsync(d.Dossier.Id, ct));
        donnees.Toucher(d.Dossier);
        // Two seats given at the same moment would both see the same one free: the sitting is what both change.
        donnees.Entry(seance).State = EntityState.Modified;
        var prevenu = await donnees.RepondreParEcritAsync(d.Dossier, d.Demande, DroitDeRevenir.Evaluer(d.Dossier, donnees.Aujourdhui, d.Dossier.EchecsAnterieurs ?? 0), demande.Lien(d.Dossier.Id), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_ATTENTE_SERVIE", d.Dossier.Objet(), avant, $"{d.Demande.Etat.Code()} {demande.Uai} {demande.Specialite} rang:{sienne.Rang} {d.Dossier.EnBref()}", motif.Length > 0 ? $"motif écrit, {motif.Length} caractères" : null));
        if (await donnees.EnregistrerSeanceAsync(ct) is { } conflit)
            return conflit;
        await transaction.CommitAsync(ct);
        return new Reponse(d.Ligne.Numero, prevenu);
    }
}
