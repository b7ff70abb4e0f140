using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>
/// Our decisions counted as the open data count them, by académie, sex, status, path, série and specialty. Whoever has no final decision
/// yet is registered and not counted present, so that the accounting identities hold at any moment of a session.
/// </summary>
internal sealed class AgregerResultats(BaseRebond donnees)
{
    public sealed record Resultat(List<ResultatStatistiquePublique> Lignes, int SansDecision);

    private sealed record Inscrit(Guid Id, string? Sexe, TypeExamen Examen, string Specialite, string Libelle, Categorie Categorie);

    private enum Sort { NonDecide, Absent, AdmisPremier, RefusePremier, AdmisSecond, RefuseSecond }

    public async Task<Resultat> ExecuteAsync(SessionExamen session, TypeExamen? examen, string academie, CancellationToken ct)
    {
        var inscrits = await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == session && (examen == null || c.Examen == examen))
            .Select(c => new Inscrit(c.Id, c.Sexe, c.Examen, c.Specialite, c.SpecialiteLibelle, c.Categorie)).ToListAsync(ct);
        var decisions = await donnees.LireDecisionsArretees().Where(d => d.Session == session)
            .Select(d => new { d.CandidatureId, d.Groupe, d.Decision, d.Mention }).ToDictionaryAsync(d => (d.CandidatureId, d.Groupe), d => (d.Decision, d.Mention), ct);
        var feuilles = await donnees.Set<FeuilleNotes>().AsNoTracking().Where(f => f.Session == session).Select(f => new { f.CandidatureId, f.Notes }).ToDictionaryAsync(f => f.CandidatureId, f => f.Notes, ct);

        var lignes = new Dictionary<(string, string, string, string, string), int[]>();
        var sansDecision = 0;
        foreach (var inscrit in inscrits)
        {
            (Decision, Mention)? Decision(GroupeEpreuves groupe) => decisions.TryGetValue((inscrit.Id, groupe), out var d) ? d : null;
            var (sort, mention) = Classer(Decision(GroupeEpreuves.Premier), Decision(GroupeEpreuves.Second), feuilles.GetValueOrDefault(inscrit.Id, ""));
            sansDecision += sort == Sort.NonDecide ? 1 : 0;
            var cle = Cle(inscrit, session);
            if (!lignes.TryGetValue(cle, out var effectifs))
                lignes[cle] = effectifs = new int[FormatResultatsPublics.Effectifs.Length];
            Compter(effectifs, sort, mention);
        }
        return new Resultat([.. lignes.OrderBy(l => l.Key).Select(l => new ResultatStatistiquePublique
        {
            Session = session.Annee,
            Academie = academie,
            Sexe = l.Key.Item1,
            Statut = l.Key.Item2,
            Voie = l.Key.Item3,
            Serie = l.Key.Item4,
            DiplomeSpecialite = l.Key.Item5,
            Effectifs = l.Value,
        })], sansDecision);
    }

    private static (Sort, Mention) Classer((Decision Decision, Mention Mention)? premier, (Decision Decision, Mention Mention)? second, string notes) => (premier?.Decision, second?.Decision) switch
    {
        (Decision.Admis, _) => (Sort.AdmisPremier, premier!.Value.Mention),
        (Decision.Controle or Decision.SecondGroupe, Decision.Admis) => (Sort.AdmisSecond, second!.Value.Mention),
        (Decision.Controle or Decision.SecondGroupe, Decision.Ajourne or Decision.NonDelivrable) => (Sort.RefuseSecond, Mention.Aucune),
        (Decision.Ajourne or Decision.NonDelivrable, _) => (NotesEnTexte.Lire(notes).Values.Any(u => u.Etat == Etat.Notee) ? Sort.RefusePremier : Sort.Absent, Mention.Aucune),
        _ => (Sort.NonDecide, Mention.Aucune),
    };

    // Ranks of FormatResultatsPublics.Effectifs.
    private static void Compter(int[] n, Sort sort, Mention mention)
    {
        n[0]++;
        if (sort is Sort.NonDecide or Sort.Absent)
            return;
        n[1]++;
        foreach (var rang in sort switch
        {
            Sort.AdmisPremier => (int[])[2, 7],
            Sort.RefusePremier => [3, 13],
            Sort.AdmisSecond => [4, 5, 7],
            _ => [4, 6, 13],
        })
            n[rang]++;
        if (sort is Sort.AdmisPremier or Sort.AdmisSecond)
            n[mention switch { Mention.TresBienFelicitations => 8, Mention.TresBien => 9, Mention.Bien => 10, Mention.AssezBien => 11, _ => 12 }]++;
    }

    private static (string Sexe, string Statut, string Voie, string Serie, string Diplome) Cle(Inscrit c, SessionExamen session) =>
    (
        c.Sexe switch { "F" => "FILLES", "M" => "GARCONS", _ => "NON RENSEIGNE" },
        c.Categorie switch
        {
            Categorie.Scolaire => "SCOLAIRE",
            Categorie.Apprenti => "APPRENTISSAGE",
            Categorie.FormationContinue => "FORMATION CONTINUE",
            Categorie.EnseignementDistance => "ENSEIGNEMENT A DISTANCE",
            _ => "INDIVIDUEL",
        },
        c.Examen switch { TypeExamen.BacGeneral => "BAC GENERAL", TypeExamen.BacTechnologique => "BAC TECHNOLOGIQUE", _ => "BAC PROFESSIONNEL" },
        Serie(c, session),
        Diplome(c, session)
    );

    private static string Serie(Inscrit c, SessionExamen session) => c.Examen switch
    {
        // The two families of specialties are the first digit of the specialty group: 2 production, 3 services.
        TypeExamen.BacPro => $"BAC PRO {Famille(c.Specialite)} MEN",
        TypeExamen.BacProAgricole => $"BAC PRO {Famille(c.Specialite)} AGRI",
        TypeExamen.BacGeneral when session.Annee >= 2021 => "GENERALE",
        _ => c.Specialite,
    };

    private static string Famille(string specialite) => specialite.Length == 8 && specialite[3] == '2' ? "PRODUCTION" : "SERVICES";

    private static string Diplome(Inscrit c, SessionExamen session) => c.Examen switch
    {
        TypeExamen.BacPro => $"BAC PRO {CodeCourt(c.Specialite)} {LibellePro(c)}",
        TypeExamen.BacProAgricole => $"BAC PRO AG {CodeCourt(c.Specialite)} {LibellePro(c)}",
        TypeExamen.BacGeneral when session.Annee >= 2021 => "BAC GENE 10019 BAC GENERAL",
        _ => $"BAC {c.Specialite} {c.Libelle.ToUpperInvariant()}",
    };

    private static string CodeCourt(string specialite) => specialite.Length == 8 ? specialite[3..] : specialite;

    private static string LibellePro(Inscrit c) => NomenclatureBacPro.Chercher(c.Specialite)?.LibelleStatistique ?? c.Libelle.ToUpperInvariant();
}
