using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>Batches of cancellations, and one of them with what each candidate will read. Actor: gestionnaire of the académie.</summary>
public sealed class ConsulterAnnulations(BaseRebond donnees)
{
    public const int ParPage = 25;

    public sealed record Lot(LotAnnulation Annulation, int Dossiers, int Annules, int Epargnes, string? PreparePar, string? ClosPar);

    /// <param name="Texte">Null when it cannot go: see <paramref name="Refus"/>; the file is then spared.</param>
    /// <param name="Copie">Address of the guardian of a minor, who receives the same words.</param>
    public sealed record Ligne(LigneAnnulation Annulation, DossierInscription Dossier, Message? Texte, IReadOnlyList<Refus> Refus, string? Copie);

    public sealed record Reponse(Lot Lot, IReadOnlyList<Ligne> Lignes, int Total, int Page)
    {
        public int Pages => Math.Max(1, (Total + ParPage - 1) / ParPage);
    }

    public async Task<Outcome<IReadOnlyList<Lot>>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        var lots = await donnees.LotsDuGuichet(acteur).AsNoTracking().OrderByDescending(l => l.PrepareLe).ThenBy(l => l.Id).ToListAsync(ct);
        List<Lot> reponse = [];
        foreach (var lot in lots)
            reponse.Add(await CompterAsync(lot, ct));
        return reponse;
    }

    /// <summary>How many files the rule exposes today in each campaign in force.</summary>
    public async Task<IReadOnlyList<(CampagneRevisee Campagne, int Exposes)>> ExposesAsync(Acteur acteur, CancellationToken ct)
    {
        List<(CampagneRevisee, int)> exposes = [];
        foreach (var campagne in await donnees.CampagnesDuGuichetAsync(acteur, ct))
            exposes.Add((campagne, (await PreparerAnnulation.ExposesAsync(donnees, campagne.Campagne.Code, acteur, ct)).Count));
        return exposes;
    }

    public async Task<Outcome<Reponse>> UnLotAsync(Guid id, int page, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        if (await donnees.LotsDuGuichet(acteur).AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } lot)
            return new Introuvable("Ce lot d’annulations");
        var compte = await CompterAsync(lot, ct);
        page = Math.Clamp(page, 1, Math.Max(1, (compte.Dossiers + ParPage - 1) / ParPage));
        var lues = await (
            from l in donnees.Set<LigneAnnulation>().AsNoTracking()
            join d in donnees.Set<DossierInscription>().AsNoTracking() on l.DossierId equals d.Id
            where l.LotId == id
            orderby d.CleRecherche, d.Id
            select new { l, d }).Skip((page - 1) * ParPage).Take(ParPage).ToListAsync(ct);
        var etudes = (await donnees.EtudierTousAsync([.. lues.Select(x => x.d)], ct)).ToDictionary(e => e.Dossier.Id);
        List<Ligne> lignes = [];
        foreach (var x in lues)
        {
            var message = MessagesDuGuichet.Composer(MessagesDuGuichet.Annulation, etudes[x.d.Id], acteur, null, PreparerAnnulation.Champs(etudes[x.d.Id], x.l.Raisons));
            var bilan = message.EstReussi ? await donnees.EnvoyerTousAsync([message.Valeur], apercu: true, ct) : null;
            lignes.Add(new Ligne(x.l, x.d, bilan is { Prets: [var pret] } ? pret : null, bilan is null ? message.Refus : [.. bilan.Refuses.SelectMany(r => r.Refus)], CopieAuResponsable.De(x.d, donnees.Aujourdhui)?.Coordonnees));
        }
        return new Reponse(compte, lignes, compte.Dossiers, page);
    }

    private async Task<Lot> CompterAsync(LotAnnulation lot, CancellationToken ct)
    {
        var comptes = await donnees.Set<LigneAnnulation>().Where(l => l.LotId == lot.Id).GroupBy(l => l.Issue).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, ct);
        var noms = await donnees.Users.AsNoTracking().Where(u => u.Id == lot.PreparePar || u.Id == lot.ClosPar).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);
        string? Nom(Guid? compte) => compte is { } c ? noms.GetValueOrDefault(c) : null;
        return new Lot(lot, comptes.Values.Sum(), comptes.GetValueOrDefault(IssueAnnulation.Annulee), comptes.GetValueOrDefault(IssueAnnulation.Epargnee), Nom(lot.PreparePar), Nom(lot.ClosPar));
    }
}

internal static class PerimetreAnnulations
{
    public static IQueryable<LotAnnulation> LotsDuGuichet(this BaseRebond donnees, Acteur acteur)
    {
        var lots = donnees.Set<LotAnnulation>().AsQueryable();
        if (acteur.Couvre(TypePerimetre.Academie, "*"))
            return lots;
        var academies = acteur.Codes(TypePerimetre.Academie);
        var campagnes = donnees.Set<RevisionCampagne>().Where(r => academies.Contains(r.Academie)).Select(r => r.Code);
        return lots.Where(l => campagnes.Contains(l.CampagneCode));
    }
}
