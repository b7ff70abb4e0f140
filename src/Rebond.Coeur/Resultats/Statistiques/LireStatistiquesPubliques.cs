using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>
/// The figures of a session anyone may read: candidates at any time, success only after publication. A specialty with very few candidates
/// present is not told apart: its rate would be somebody's result.
/// </summary>
public sealed class LireStatistiquesPubliques(BaseRebond donnees, TimeProvider horloge)
{
    /// <summary>Below, a rate could be read as a person.</summary>
    public const int SeuilSecret = 5;

    public sealed record Demande(SessionExamen Session);

    public sealed record Effectif(TypeExamen Examen, string Departement, int Candidats);

    /// <param name="Decides">Candidates whose jury has decided.</param>
    public sealed record Reussite(TypeExamen Examen, string Specialite, string Libelle, int Decides, int Admis);

    public sealed record Mentions(TypeExamen Examen, int Admis, IReadOnlyDictionary<Mention, int> ParMention);

    /// <summary>A published rate to compare with, in tenths of a percent.</summary>
    public sealed record TauxPublie(TypeExamen Examen, string Champ, int PourMille, string Source);

    public sealed record Reponse(
        SessionAcademique Session, IReadOnlyList<Effectif> Effectifs, IReadOnlyList<TypeExamen> ExamensPublies,
        IReadOnlyList<Reussite> Reussites, IReadOnlyList<Mentions> ParMention, IReadOnlyList<TauxPublie> Comparaison);

    private sealed record Compte(TypeExamen Examen, string Specialite, string Libelle, GroupeEpreuves Groupe, Decision Decision, Mention Mention, int Nombre);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct)
    {
        var session = await donnees.Set<SessionAcademique>().AsNoTracking().SingleOrDefaultAsync(s => s.Session == demande.Session, ct);
        if (session is null)
            return new Introuvable($"Session {demande.Session}");

        var effectifs = await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == demande.Session)
            .GroupBy(c => new { c.Examen, c.Departement }).Select(g => new Effectif(g.Key.Examen, g.Key.Departement, g.Count())).ToListAsync(ct);
        var publications = (await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == demande.Session).ToListAsync(ct))
            .Where(p => p.EstPublieeA(horloge.GetUtcNow().UtcDateTime)).ToList();
        var examens = publications.Where(p => p.Groupe == GroupeEpreuves.Premier).Select(p => p.Examen).Distinct().Order().ToList();
        var comptes = await CompterAsync(demande.Session, publications, ct);
        var admis = comptes.Where(c => c.Decision == Decision.Admis).ToList();

        return new Reponse(session, effectifs, examens,
            [
                .. comptes.GroupBy(c => (c.Examen, c.Specialite)).Select(g => new Reussite(g.Key.Examen, g.Key.Specialite, g.First().Libelle, g.Sum(c => c.Nombre), g.Where(c => c.Decision == Decision.Admis).Sum(c => c.Nombre)))
                    .Where(r => r.Decides >= SeuilSecret).OrderBy(r => r.Examen).ThenByDescending(r => r.Decides),
            ],
            [.. admis.GroupBy(c => c.Examen).OrderBy(g => g.Key).Select(g => new Mentions(g.Key, g.Sum(c => c.Nombre), g.GroupBy(c => c.Mention).ToDictionary(m => m.Key, m => m.Sum(c => c.Nombre))))],
            [
                .. comptes.GroupBy(c => c.Examen).Select(g => new TauxPublie(g.Key, $"Cette session ({demande.Session.Annee})", PourMille(g.Where(c => c.Decision == Decision.Admis).Sum(c => c.Nombre), g.Sum(c => c.Nombre)), "Rebond")),
                .. TauxNationaux2020,
                .. await LireTauxImportesAsync(Academies.Nom(session.Academie), ct),
            ]);
    }

    // A candidate counts once: with the second group's decision when it is published, else with the first's.
    private async Task<List<Compte>> CompterAsync(SessionExamen session, List<Publication> publiees, CancellationToken ct)
    {
        var premiers = publiees.Where(p => p.Groupe == GroupeEpreuves.Premier).Select(p => p.Examen).ToList();
        var seconds = publiees.Where(p => p.Groupe == GroupeEpreuves.Second).Select(p => p.Examen).ToList();
        var lignes =
            from decision in donnees.LireDecisionsArretees()
            where decision.Session == session && !decision.Provisoire && decision.Decision != Decision.EnAttente
            join c in donnees.Set<Candidature>() on decision.CandidatureId equals c.Id
            where (decision.Groupe == GroupeEpreuves.Second && seconds.Contains(c.Examen))
                || (decision.Groupe == GroupeEpreuves.Premier && premiers.Contains(c.Examen)
                    && !(seconds.Contains(c.Examen) && donnees.LireDecisionsArretees().Any(s => s.CandidatureId == c.Id && s.Groupe == GroupeEpreuves.Second)))
            group decision by new { c.Examen, c.Specialite, c.SpecialiteLibelle, decision.Groupe, decision.Decision, decision.Mention } into g
            select new Compte(g.Key.Examen, g.Key.Specialite, g.Key.SpecialiteLibelle, g.Key.Groupe, g.Key.Decision, g.Key.Mention, g.Count());
        return await lignes.ToListAsync(ct);
    }

    private async Task<List<TauxPublie>> LireTauxImportesAsync(string academie, CancellationToken ct)
    {
        var voies = await donnees.Set<ResultatStatistiquePublique>().AsNoTracking().Where(r => r.Academie == academie && (r.Session == 2020 || r.Session == 2021))
            .GroupBy(r => new { r.Session, r.Voie }).Select(g => new { g.Key.Session, g.Key.Voie, Presents = g.Sum(r => r.Presents), Admis = g.Sum(r => r.AdmisTotaux) }).ToListAsync(ct);
        return
        [
            .. from voie in voies
               where voie.Presents > 0 && Examens.ContainsKey(voie.Voie)
               orderby voie.Session
               select new TauxPublie(Examens[voie.Voie], $"Académie, session {voie.Session}", PourMille(voie.Admis, voie.Presents), "DEPP, données ouvertes « fr-en-baccalaureat-par-academie »"),
        ];
    }

    private static int PourMille(int part, int total) => total == 0 ? 0 : ((2000 * part) + total) / (2 * total);

    private static readonly Dictionary<string, TypeExamen> Examens = new()
    {
        ["BAC GENERAL"] = TypeExamen.BacGeneral,
        ["BAC TECHNOLOGIQUE"] = TypeExamen.BacTechnologique,
        ["BAC PROFESSIONNEL"] = TypeExamen.BacPro,
    };

    // As published on 11 July 2020, after the second group (domain facts, examen 7.1).
    private static readonly TauxPublie[] TauxNationaux2020 =
    [
        new(TypeExamen.BacGeneral, "France, juillet 2020", 984, "Ministère de l’éducation nationale, 11 juillet 2020, par la presse"),
        new(TypeExamen.BacTechnologique, "France, juillet 2020", 957, "Ministère de l’éducation nationale, 11 juillet 2020, par la presse"),
        new(TypeExamen.BacPro, "France, juillet 2020", 907, "Ministère de l’éducation nationale, 11 juillet 2020, par la presse"),
    ];
}
