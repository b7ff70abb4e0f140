using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// The second person confirms a batch of cancellations: each file is judged again, and one whose situation or reasons have changed since the batch was
/// read is spared. The message goes with the act. Each can be taken back until the convocation. Actor: another gestionnaire of the académie.
/// </summary>
public sealed class ConfirmerAnnulation(BaseRebond donnees)
{
    public sealed record Demande(Guid LotId, int Version);

    public sealed record Reponse(int Annules, int Epargnes);

    public sealed record SecondePersonne() : Refus(GenreRefus.Interdit, "SECONDE_PERSONNE", "Vous avez préparé ce lot : une autre personne du service le confirme.");

    public sealed record LotClos() : Refus(GenreRefus.Conflit, "LOT_CLOS", "Ce lot est déjà confirmé ou abandonné.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var ouvert = await OuvrirAsync(donnees, demande, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var lot = ouvert.Valeur;
        if (lot.PreparePar == acteur.CompteId)
            return new SecondePersonne();

        var lignes = await donnees.Set<LigneAnnulation>().Where(l => l.LotId == lot.Id && l.Issue == IssueAnnulation.AVenir).ToListAsync(ct);
        var ids = lignes.Select(l => l.DossierId).ToHashSet();
        var dossiers = await donnees.DossiersDuGuichet(acteur).Where(d => donnees.Set<LigneAnnulation>().Any(l => l.LotId == lot.Id && l.DossierId == d.Id)).ToListAsync(ct);
        var etudes = (await donnees.EtudierTousAsync([.. dossiers.Where(d => ids.Contains(d.Id))], ct)).ToDictionary(e => e.Dossier.Id);
        var annules = 0;
        foreach (var ligne in lignes)
        {
            if (etudes.GetValueOrDefault(ligne.DossierId) is { } etude && await AnnulerAsync(etude, ligne, acteur, ct))
                annules++;
        }
        (lot.Etat, lot.ClosLe, lot.ClosPar) = (EtatLotAnnulation.Confirme, donnees.Horloge.GetUtcNow().UtcDateTime, acteur.CompteId);
        donnees.Journaliser(new ActeAJournaliser(acteur, "ANNULATIONS_CONFIRMEES", $"annulation:{lot.Id}", EtatLotAnnulation.Prepare.Code(),
            string.Create(CultureInfo.InvariantCulture, $"annules:{annules} epargnes:{lignes.Count - annules} prepare_par:{lot.PreparePar}"), lot.Motif));
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        await transaction.CommitAsync(ct);
        return new Reponse(annules, lignes.Count - annules);
    }

    private async Task<bool> AnnulerAsync(EtudeDossier etude, LigneAnnulation ligne, Acteur acteur, CancellationToken ct)
    {
        var dossier = etude.Dossier;
        if (!PreparerAnnulation.Annulables.Contains(dossier.Etat) || !etude.AnnulationEncourue)
            return Epargner(ligne, $"Sa situation a changé depuis la préparation : {dossier.Etat.EnFrancais()}.");
        if (PreparerAnnulation.Raisons(etude) != ligne.Raisons)
            return Epargner(ligne, "Ce qui manque a changé depuis la préparation : relisez-le dans un nouveau lot.");
        var message = MessagesDuGuichet.Composer(MessagesDuGuichet.Annulation, etude, acteur, null, PreparerAnnulation.Champs(etude, ligne.Raisons));
        if (await donnees.EcrireAsync(etude, message, ct) is { } empeche)
            return Epargner(ligne, $"Le message ne peut pas partir : {empeche[0].Phrase}");

        ligne.Issue = IssueAnnulation.Annulee;
        (dossier.EtatAvantSortie, dossier.Etat) = (dossier.Etat, EtatDossier.Annule);
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_ANNULE", dossier.Objet(), dossier.EtatAvantSortie!.Value.Code(), $"{dossier.Etat.Code()} annulation:{ligne.LotId}", ligne.Raisons));
        return true;
    }

    private static bool Epargner(LigneAnnulation ligne, string explication)
    {
        (ligne.Issue, ligne.Explication) = (IssueAnnulation.Epargnee, explication.Length > 1000 ? explication[..1000] : explication);
        return false;
    }

    /// <summary>A batch waiting, in the scope of the actor, in the version he read.</summary>
    internal static async Task<Outcome<LotAnnulation>> OuvrirAsync(BaseRebond donnees, Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        if (await donnees.LotsDuGuichet(acteur).SingleOrDefaultAsync(l => l.Id == demande.LotId, ct) is not { } lot)
            return new Introuvable("Ce lot d’annulations");
        if (lot.Etat != EtatLotAnnulation.Prepare)
            return new LotClos();
        return lot.Version == demande.Version ? lot : new ModifieEntreTemps("Ce lot d’annulations");
    }
}
