using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>The files of a sitting, a page at a time, by spécialité then in the order of priority. Actors: the commission of the département, the DEC of the académie.</summary>
public sealed class ListerDossiersDeCommission(BaseRebond donnees)
{
    public const int ParPage = 50;

    public enum Vue { Tous, SansPlace, ADecider, AutreSpecialite, Places, ALaMain, Droits }

    /// <param name="Uai">The school of origin.</param>
    public sealed record Criteres(Vue Vue = Vue.Tous, string? Specialite = null, string? Uai = null);

    /// <param name="Retenu">What is proposed or decided, in words; null for no place.</param>
    public sealed record Personne(LigneCommission Ligne, DemandeReinscription Demande, DossierSuivi Dossier, string? Etablissement, bool Mineur, bool AutreSpecialite, int ALaMain, string? Retenu);

    public sealed record Choix(string Code, string Libelle);

    public sealed record Reponse(SeanceCommission Seance, int EnTout, int Total, int Page, IReadOnlyList<Personne> Personnes, IReadOnlyList<Choix> Specialites, IReadOnlyList<Choix> Etablissements)
    {
        public int Pages => Math.Max(1, (Total + ParPage - 1) / ParPage);
    }

    private sealed class EnSeance
    {
        public required LigneCommission Ligne { get; init; }
        public required DemandeReinscription Demande { get; init; }
        public required DossierSuivi Dossier { get; init; }
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid seanceId, Criteres criteres, int page, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.LitLesCommissions())
            return new Interdit();
        if (await donnees.SeancesDe(acteur).AsNoTracking().SingleOrDefaultAsync(s => s.Id == seanceId, ct) is not { } seance)
            return new Introuvable("Séance de commission");
        var ouverte = seance.Etat != EtatSeance.Arretee;
        var tous = from l in donnees.Set<LigneCommission>().AsNoTracking()
                   join d in donnees.Set<DemandeReinscription>() on l.DemandeId equals d.Id
                   join s in donnees.Set<DossierSuivi>() on l.DossierId equals s.Id
                   where l.SeanceId == seance.Id && (ouverte ? l.Issue == null && d.Etat == EtatReinscription.Transmise && s.Etape != EtapeSuivi.Clos : l.Issue != null)
                   select new EnSeance { Ligne = l, Demande = d, Dossier = s };
        var requete = Filtrer(tous, criteres);
        var (enTout, total) = (await tous.CountAsync(ct), await requete.CountAsync(ct));
        page = Math.Clamp(page, 1, Math.Max(1, (total + ParPage - 1) / ParPage));
        var lus = await requete.OrderBy(x => x.Dossier.SpecialiteLibelle).ThenBy(x => x.Dossier.MoyenneCentiemes == null ? 1 : 0).ThenBy(x => x.Dossier.MoyenneCentiemes).ThenByDescending(x => x.Dossier.Naissance).ThenBy(x => x.Ligne.Numero)
            .Skip((page - 1) * ParPage).Take(ParPage).ToListAsync(ct);
        var ids = lus.ConvertAll(x => x.Ligne.Id);
        var demandes = lus.ConvertAll(x => x.Demande.Id);
        var aLaMain = await donnees.Set<DecisionCommission>().AsNoTracking().Where(d => d.AnnuleeLe == null && ids.Contains(d.LigneId)).GroupBy(d => d.LigneId).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, ct);
        var voeux = (await donnees.Set<VoeuReinscription>().AsNoTracking().Where(v => demandes.Contains(v.DemandeId)).ToListAsync(ct)).ToLookup(v => v.DemandeId);
        var specialites = await tous.Select(x => new { x.Dossier.Specialite, x.Dossier.SpecialiteLibelle }).Distinct().ToListAsync(ct);
        var origines = await tous.Select(x => x.Dossier.Uai).Where(u => u != null).Distinct().ToListAsync(ct);
        var uais = origines.Concat(lus.Select(x => x.Ligne.Uai)).OfType<string>().Distinct().ToList();
        var noms = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => $"{e.Nom}, {e.Ville}", ct);
        string? Nom(string? uai) => uai is null ? null : noms.GetValueOrDefault(uai) ?? Inscription.Etablissements.AnnuaireEtablissements.Chercher(uai)?.Libelle ?? uai;
        return new Reponse(seance, enTout, total, page,
            [.. lus.Select(x => new Personne(x.Ligne, x.Demande, x.Dossier, Nom(x.Dossier.Uai), x.Dossier.EstMineurLe(seance.Rentree), voeux[x.Demande.Id].Any(v => v.Specialite != x.Dossier.Specialite), aLaMain.GetValueOrDefault(x.Ligne.Id), Nom(x.Ligne.Uai)))],
            [.. specialites.DistinctBy(s => s.Specialite).Select(s => new Choix(s.Specialite, s.SpecialiteLibelle)).OrderBy(c => c.Libelle, StringComparer.CurrentCulture)],
            [.. origines.OfType<string>().Select(u => new Choix(u, Nom(u)!)).OrderBy(c => c.Libelle, StringComparer.CurrentCulture)]);
    }

    private IQueryable<EnSeance> Filtrer(IQueryable<EnSeance> dossiers, Criteres criteres)
    {
        if (criteres.Specialite is { Length: > 0 } specialite)
            dossiers = dossiers.Where(x => x.Dossier.Specialite == specialite);
        if (criteres.Uai is { Length: > 0 } uai)
            dossiers = dossiers.Where(x => x.Dossier.Uai == uai);
        return criteres.Vue switch
        {
            Vue.SansPlace => dossiers.Where(x => x.Ligne.CodeMotif != null && x.Ligne.Uai == null),
            Vue.ADecider => dossiers.Where(x => x.Ligne.CodeMotif == null),
            Vue.AutreSpecialite => dossiers.Where(x => x.Demande.Voeux.Any(v => v.Specialite != x.Dossier.Specialite)),
            Vue.Places => dossiers.Where(x => x.Ligne.Uai != null),
            Vue.ALaMain => dossiers.Where(x => donnees.Set<DecisionCommission>().Any(d => d.LigneId == x.Ligne.Id && d.AnnuleeLe == null)),
            Vue.Droits => dossiers.Where(x => x.Demande.DroitOpposable && x.Demande.Voeux.Any(v => v.Uai == x.Dossier.Uai)),
            _ => dossiers,
        };
    }
}
