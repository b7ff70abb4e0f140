using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>
/// The files of the chosen groups follow the revision in force, all at once: each act is journaled, and whoever something changes for is written to. A
/// file that cannot be told stays where it is. Actor: gestionnaire of the académie of the campaign.
/// </summary>
public sealed class FaireSuivreRevision(BaseRebond donnees)
{
    /// <param name="Numero">Revision the author had before him.</param>
    /// <param name="Groupes">Digests of the groups he read and chose.</param>
    public sealed record Demande(string Code, int Numero, IReadOnlyCollection<string> Groupes, string Motif);

    /// <param name="SansAdresse">Numbers of the files that stay: what changes for them cannot be told.</param>
    public sealed record Reponse(int Suivis, int Messages, IReadOnlyList<string> SansAdresse);

    public sealed record AucunGroupe() : Refus(GenreRefus.Invalide, "AUCUN_GROUPE", "Cochez au moins un groupe de dossiers.");

    public sealed record MotifAbsent() : Refus(GenreRefus.Invalide, "MOTIF_ABSENT", "Écrivez en une phrase pourquoi ces dossiers suivent la nouvelle révision : elle reste au journal.");

    public sealed record ListeChangee() : Refus(GenreRefus.Conflit, "LISTE_CHANGEE", "Des dossiers ont changé depuis que vous avez lu cette liste : relisez-la, puis cochez de nouveau.");

    public sealed record NePeutSuivre() : Refus(GenreRefus.Conflit, "NE_PEUT_SUIVRE", "Un des groupes choisis ne peut pas suivre : sa catégorie n’est plus admise. Ces dossiers restent sous leur révision.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        if (demande.Groupes.Count == 0)
            return new AucunGroupe();
        if (demande.Motif.Trim().Length < PublierRevision.LongueurMotif)
            return new MotifAbsent();

        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var revisions = await donnees.RevisionsDe(acteur).AsNoTracking().Where(r => r.Code == demande.Code).ToListAsync(ct);
        if (revisions.Find(r => r.Etat == EtatRevision.EnVigueur) is not { } texte)
            return new Introuvable($"La campagne {demande.Code}");
        if (texte.Numero != demande.Numero)
            return new ListeChangee();
        var nouvelle = CampagnesEnBase.Lire(texte);
        var dossiers = await donnees.DossiersDesCampagnesDe(acteur).EnCours().Where(d => d.CampagneCode == demande.Code && d.CampagneRevision != nouvelle.Numero).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        var etudes = await ListerDossiersASuivre.EtudierAsync(donnees, dossiers, nouvelle, revisions, texte.Motif, ct);
        var choisis = ListerDossiersASuivre.Grouper(etudes).Where(g => demande.Groupes.Contains(g.Empreinte)).ToList();
        if (choisis.Count != demande.Groupes.Distinct().Count())
            return new ListeChangee();
        if (choisis.Exists(g => !g.PeutSuivre))
            return new NePeutSuivre();

        var ids = choisis.SelectMany(g => g.Dossiers).Select(d => d.Id).ToHashSet();
        var aSuivre = etudes.Where(e => ids.Contains(e.Dossier.Id)).ToList();
        var bilan = await donnees.EnvoyerTousAsync([.. aSuivre.Select(e => e.Message).OfType<MessageAEnvoyer>()], apercu: false, ct);
        var parObjet = aSuivre.ToDictionary(e => $"dossier:{e.Dossier.Id}", e => e.Dossier, StringComparer.Ordinal);
        await donnees.EnvoyerTousAsync([.. bilan.Prets.Select(m => CopieAuResponsable.Composer(m, parObjet[m.Objet], nouvelle.Campagne, donnees.Aujourdhui)).OfType<MessageAEnvoyer>()], apercu: false, ct);
        var nonDits = bilan.Refuses.Select(r => r.Message.Objet).ToHashSet(StringComparer.Ordinal);
        List<string> sansAdresse = [];
        foreach (var etude in aSuivre)
        {
            var dossier = etude.Dossier;
            if (etude.SansMessage.Count > 0 || nonDits.Contains($"dossier:{dossier.Id}"))
            {
                sansAdresse.Add(dossier.Numero);
                continue;
            }
            donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_REVISION_SUIVIE", $"dossier:{dossier.Id}",
                Avant: dossier.CampagneRevision.ToString(CultureInfo.InvariantCulture), Apres: nouvelle.Numero.ToString(CultureInfo.InvariantCulture), Motif: demande.Motif.Trim()));
            dossier.CampagneRevision = nouvelle.Numero;
            // A piece the revision adds gets its row; those it no longer asks keep theirs, with what was received.
            if (dossier.NumeroVersion > 0)
                await donnees.CreerPiecesAsync(dossier, nouvelle.Campagne, ct);
        }
        try
        {
            await donnees.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException)
        {
            return new ListeChangee();
        }
        return new Reponse(aSuivre.Count - sansAdresse.Count, bilan.Prets.Count, sansAdresse);
    }
}
