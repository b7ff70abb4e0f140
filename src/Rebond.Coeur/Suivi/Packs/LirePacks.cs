using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Packs;

/// <summary>
/// The packs of everyone an establishment follows, to be handed over on results day. Those who said no to being followed are in it: the pack is their
/// right, a call is not.
/// </summary>
public sealed class LirePacks(BaseRebond donnees)
{
    /// <summary>What one print holds: about six pages a person, in one PDF.</summary>
    public const int Maximum = 150;

    /// <param name="Code">UAI, or the académie for those the DEC follows itself.</param>
    public sealed record Lot(string Code, string Nom, int Packs);

    public sealed record AucunPack() : Refus(GenreRefus.Introuvable, "AUCUN_PACK", "Aucun dossier ouvert dans cet établissement : il n’y a pas de pack à imprimer.");

    /// <summary>The establishments of the scope that have open files.</summary>
    public async Task<Outcome<IReadOnlyList<Lot>>> ListerAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var lots = await Ouverts(acteur).GroupBy(d => d.ProprietaireCode).Select(g => new { g.Key, Packs = g.Count() }).ToListAsync(ct);
        var codes = lots.Select(l => l.Key).ToList();
        var noms = await donnees.Set<Etablissement>().AsNoTracking().Where(e => codes.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => $"{e.Nom}, {e.Ville}", ct);
        return lots.Select(l => new Lot(l.Key, noms.GetValueOrDefault(l.Key, l.Key.Length == 8 ? l.Key : "Candidats individuels, suivis par la DEC"), l.Packs)).OrderBy(l => l.Nom, StringComparer.CurrentCulture).ToList();
    }

    /// <param name="partie">From 1: a lot of more than <see cref="Maximum"/> is printed in several.</param>
    public async Task<Outcome<IReadOnlyList<PackRebond>>> ExecuteAsync(string code, int partie, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var dossiers = await Ouverts(acteur).Where(d => d.ProprietaireCode == code).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).Skip((Math.Max(1, partie) - 1) * Maximum).Take(Maximum).ToListAsync(ct);
        if (dossiers.Count == 0)
            return new AucunPack();
        var packs = await donnees.ComposerPacksAsync(dossiers, ct);
        if (packs.EstReussi)
        {
            donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_PACKS_IMPRIMES", $"suivi:{code}", Apres: string.Create(CultureInfo.InvariantCulture, $"packs:{dossiers.Count}")));
            await donnees.SaveChangesAsync(ct);
        }
        return packs;
    }

    private IQueryable<DossierSuivi> Ouverts(Acteur acteur) => donnees.DossiersDe(acteur).AsNoTracking().Where(d => d.Etape != EtapeSuivi.Clos);
}
