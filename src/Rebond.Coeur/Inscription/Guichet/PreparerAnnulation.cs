using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// Gathers the files that the notice of their campaign exposes to cancellation, for a second person to confirm. Nothing changes for anyone yet. Actor:
/// gestionnaire of the académie.
/// </summary>
public sealed class PreparerAnnulation(BaseRebond donnees)
{
    public sealed record Demande(string Campagne, string? Motif);

    public sealed record Reponse(Guid LotId, int Dossiers);

    public sealed record AucunDossier() : Refus(GenreRefus.Conflit, "AUCUN_DOSSIER_A_ANNULER",
        "La règle n’expose aucun dossier de cette campagne à l’annulation : la date n’est pas passée, la notice ne prévoit pas l’annulation, ou tous les dossiers sont complets ou à examiner.");

    public sealed record LotDejaPrepare() : Refus(GenreRefus.Conflit, "LOT_DEJA_PREPARE", "Un lot de cette campagne attend déjà d’être confirmé : une autre personne le confirme, ou vous l’abandonnez, avant d’en préparer un autre.");

    /// <summary>Files that a cancellation may concern: neither judged by a person, nor out.</summary>
    public static IReadOnlyList<EtatDossier> Annulables { get; } = [EtatDossier.Enregistre, EtatDossier.Signe, EtatDossier.Recu, EtatDossier.Incomplet];

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        if (PerimetreGuichet.Motif(demande.Motif) is not { } motif)
            return new MotifInsuffisant();
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        if (await donnees.Set<LotAnnulation>().AnyAsync(l => l.CampagneCode == demande.Campagne && l.Etat == EtatLotAnnulation.Prepare, ct))
            return new LotDejaPrepare();
        var exposes = await ExposesAsync(donnees, demande.Campagne, acteur, ct);
        if (exposes.Count == 0)
            return new AucunDossier();

        var lot = new LotAnnulation { CampagneCode = demande.Campagne, Motif = motif, PrepareLe = donnees.Horloge.GetUtcNow().UtcDateTime, PreparePar = acteur.CompteId };
        donnees.Add(lot);
        donnees.AddRange(exposes.Select(e => new LigneAnnulation { LotId = lot.Id, DossierId = e.Dossier.Id, Raisons = Raisons(e) }));
        donnees.Journaliser(new ActeAJournaliser(acteur, "ANNULATIONS_PREPAREES", $"annulation:{lot.Id}", Apres: string.Create(CultureInfo.InvariantCulture, $"{demande.Campagne} dossiers:{exposes.Count}"), Motif: motif));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(lot.Id, exposes.Count);
    }

    /// <summary>Those the rule exposes today, by name.</summary>
    internal static async Task<List<EtudeDossier>> ExposesAsync(BaseRebond donnees, string campagne, Acteur acteur, CancellationToken ct)
    {
        var dossiers = await donnees.DossiersDuGuichet(acteur).AsNoTracking().Where(d => d.CampagneCode == campagne && Annulables.Contains(d.Etat)).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        return [.. (await donnees.EtudierTousAsync(dossiers, ct)).Where(e => e.AnnulationEncourue && Raisons(e).Length > 0)];
    }

    /// <summary>What the candidate will read: late, and what is missing.</summary>
    internal static string Raisons(EtudeDossier etude)
    {
        List<string> lignes = [];
        if (etude.Envois.Count > 0 && etude.Constat("ENVOI") is { Valeur: "REFUSE" } tardif)
            lignes.Add($"- {tardif.Phrase}");
        if (MessagesDuGuichet.CeQuiManque(etude) is { Length: > 0 } manque)
            lignes.Add($"Il manque à votre dossier :\n{manque}");
        return string.Join('\n', lignes);
    }

    internal static (string, string)[] Champs(EtudeDossier etude, string raisons) =>
    [
        ("raisons", raisons),
        ("fondement", $"La notice de la campagne prévoit l’annulation de l’inscription quand le dossier est tardif ou incomplet après la date : {etude.Campagne.Reception.Source.EnFrancais()}."),
        ("recours", $"Si vous avez envoyé ces pièces à temps, ou si un empêchement vous en a privé, écrivez-nous avec ce qui le montre : l’annulation peut être reprise jusqu’à la convocation. {MessagesDuGuichet.Recours}"),
    ];
}
