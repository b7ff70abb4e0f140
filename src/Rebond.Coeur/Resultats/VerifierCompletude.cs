using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// What would stand in the way of a publication, establishment by establishment, weeks before it: 250 files found not receivable on results
/// day is the incident this prevents.
/// </summary>
public sealed class VerifierCompletude(BaseRebond donnees)
{
    /// <param name="NotesManquantes">Marks not entered.</param>
    /// <param name="SansDecision">Candidates for whom no decision is closed.</param>
    /// <param name="EnAttente">Decisions closed as « en attente ».</param>
    public sealed record ParEtablissement(string Uai, string Nom, string Ville, int Candidats, int NotesManquantes, int SansDecision, int EnAttente);

    public sealed record JuryOuvert(Guid Id, string Code, string Libelle);

    /// <param name="Etablissements">Only those where something is missing.</param>
    /// <param name="Candidats">Concerned by this group, complete or not.</param>
    public sealed record Reponse(IReadOnlyList<ParEtablissement> Etablissements, IReadOnlyList<JuryOuvert> JurysOuverts, int SansJury, int Candidats)
    {
        public int NotesManquantes => Etablissements.Sum(e => e.NotesManquantes);
        public int SansDecision => Etablissements.Sum(e => e.SansDecision);
        public int EnAttente => Etablissements.Sum(e => e.EnAttente);

        /// <summary>Nothing at all is missing.</summary>
        public bool EstComplete => Etablissements.Count == 0 && JurysOuverts.Count == 0 && SansJury == 0;
    }

    public async Task<Reponse> ExecuteAsync(SessionExamen session, TypeExamen examen, GroupeEpreuves groupe, CancellationToken ct)
    {
        var candidatures = donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == session && c.Examen == examen
            && (groupe == GroupeEpreuves.Premier || donnees.LireDecisionsArretees().Any(d => d.CandidatureId == c.Id && d.Groupe == GroupeEpreuves.Premier
                && (d.Decision == Decision.Controle || d.Decision == Decision.SecondGroupe))));
        var sansFeuille = (await donnees.SansFeuilleAsync(candidatures, ct)).ToLookup(s => s.Uai, s => s.NotesManquantes);
        var comptes = await (
            from c in candidatures
            join f in donnees.Set<FeuilleNotes>() on c.Id equals f.CandidatureId into feuilles
            from f in feuilles.DefaultIfEmpty()
            join d in donnees.LireDecisionsArretees().Where(d => d.Groupe == groupe) on c.Id equals d.CandidatureId into decisions
            from d in decisions.DefaultIfEmpty()
            group new { NotesManquantes = f == null ? 0 : f.NotesManquantes, SansDecision = d == null, EnAttente = d != null && d.Decision == Decision.EnAttente } by c.Uai into lot
            select new
            {
                Uai = lot.Key,
                Candidats = lot.Count(),
                Notes = lot.Sum(x => x.NotesManquantes),
                SansDecision = lot.Count(x => x.SansDecision),
                EnAttente = lot.Count(x => x.EnAttente),
            }).ToListAsync(ct);
        var lots = comptes.ConvertAll(l => l with { Notes = l.Notes + sansFeuille[l.Uai].Sum() });
        var incomplets = lots.Where(l => l.Notes + l.SansDecision + l.EnAttente > 0).ToList();
        var uais = incomplets.Select(l => l.Uai).ToList();
        var noms = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, ct);
        // A parent jury carries no candidate: only juries with a lot have to close.
        var ouverts = await donnees.Set<Jury>().AsNoTracking()
            .Where(j => j.Session == session && j.Examen == examen && j.Etat != EtatJury.Clos && donnees.Set<Candidature>().Any(c => c.JuryId == j.Id))
            .OrderBy(j => j.Code).Select(j => new JuryOuvert(j.Id, j.Code, j.Libelle)).ToListAsync(ct);
        var sansJury = await donnees.Set<Candidature>().CountAsync(c => c.Session == session && c.Examen == examen && c.JuryId == null, ct);
        return new Reponse(
            [.. incomplets.Select(l => new ParEtablissement(l.Uai, noms.TryGetValue(l.Uai, out var e) ? e.Nom : l.Uai, e?.Ville ?? "", l.Candidats, l.Notes, l.SansDecision, l.EnAttente))
                .OrderByDescending(l => l.SansDecision + l.EnAttente).ThenBy(l => l.Ville, StringComparer.Ordinal).ThenBy(l => l.Uai, StringComparer.Ordinal)],
            ouverts, sansJury, lots.Sum(l => l.Candidats));
    }
}
