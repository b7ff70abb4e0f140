using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>Where the generation stands.</summary>
public sealed record AvancementDemonstration(string Etape, int Fait, int Total);

/// <summary>
/// Fills a base with the synthetic académie of one session: all of it or nothing, in one transaction. Actor: gestionnaire of the académie
/// or administrateur (the command line and the demonstration's start-up).
/// </summary>
public sealed class CreerDemonstration(BaseRebond donnees)
{
    /// <summary>The effectifs and tables at hand are those of these two years: ordinary law, then session 2020.</summary>
    public static readonly IReadOnlyList<int> Annees = [2019, 2020];

    public const long GraineParDefaut = 2020;
    private const string JuryDeVisite = "PRO-013-COMMERCE";

    /// <param name="Echelle">1 for the real size; 0.05 keeps one candidate in twenty and at least one per cell.</param>
    public sealed record Demande(SessionExamen Session, long Graine = GraineParDefaut, decimal Echelle = 1);

    public sealed record Reponse(SessionExamen Session, long Graine, decimal Echelle, int Candidats, int Etablissements, int Jurys, int NotesManquantes,
        IReadOnlyDictionary<string, int> ParExamen, IReadOnlyDictionary<string, int> ParDepartement, IReadOnlyDictionary<string, int> JurysParExamen, Reperes Reperes);

    /// <summary>Where to begin a visit: a jury, one of its candidates sent to the control exam, his lycée, and a candidate of the general bac sent to the second group. The demonstration accounts take these scopes.</summary>
    public sealed record Reperes(string Departement, string Uai, Guid JuryId, string JuryCode, Guid CandidatureId, string Numero, Guid? CandidaturePublieeId, Guid? CandidatureAjourneeId, string? UaiSuivi);

    public sealed record SessionHorsDemonstration(SessionExamen Session)
        : Refus(GenreRefus.Invalide, "SESSION_HORS_DEMONSTRATION", $"L'académie de démonstration n'existe que pour les sessions de juin 2019 et de juin 2020, pas {Session}. Choisissez l'une des deux.");

    public sealed record EchelleInvalide()
        : Refus(GenreRefus.Invalide, "ECHELLE_INVALIDE", "L'échelle va de 0,001 à 1 (1 : les effectifs réels). Choisissez une valeur dans ces bornes.");

    public sealed record SessionDejaPeuplee(SessionExamen Session, int Candidats)
        : Refus(GenreRefus.Conflit, "SESSION_DEJA_PEUPLEE", $"La session {Session} a déjà {Candidats} candidats : la démonstration ne s'ajoute jamais à une session commencée. Utilisez une base neuve.");

    public sealed record BaseReelle(int Candidats)
        : Refus(GenreRefus.Conflit, "BASE_REELLE", $"Cette base contient {Candidats} candidats réels : aucune personne fictive n'y entrera. Indiquez une autre base avec --base.");

    public sealed record SessionReelle(SessionExamen Session)
        : Refus(GenreRefus.Conflit, "SESSION_REELLE", $"La session {Session} est ouverte pour de vrais candidats : la démonstration ne peut pas l'utiliser. Indiquez une autre base avec --base.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, IProgress<AvancementDemonstration>? avancement, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire, Role.Administrateur) || !acteur.CouvreAcademie)
            return new Interdit();
        if (demande.Session.Mois != 6 || !Annees.Contains(demande.Session.Annee))
            return new SessionHorsDemonstration(demande.Session);
        if (demande.Echelle is < 0.001m or > 1)
            return new EchelleInvalide();

        // Opened before the checks: nobody can register between them and the writing.
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        if (await RefuserAsync(demande.Session, ct) is { } refus)
            return refus;

        var academie = new GenerateurAcademie(demande.Session, demande.Graine, (int)(demande.Echelle * 10_000), avancement).Generer(ct);
        await EcrireAsync(demande.Session, academie, avancement, ct);
        var reponse = Compter(demande, academie);
        reponse = reponse with { Reperes = reponse.Reperes with { CandidatureAjourneeId = await ChercherAjourneAsync(demande.Session, reponse.Reperes.UaiSuivi, ct) } };
        donnees.Journaliser(new ActeAJournaliser(acteur, "DEMONSTRATION_CREEE", $"session:{demande.Session}", Apres:
            string.Create(CultureInfo.InvariantCulture, $"graine={demande.Graine} echelle={demande.Echelle} candidats={reponse.Candidats} etablissements={reponse.Etablissements} jurys={reponse.Jurys}")));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await donnees.MesurerTablesAsync(ct);
        return reponse;
    }

    private async Task<Refus?> RefuserAsync(SessionExamen session, CancellationToken ct)
    {
        if (await donnees.Set<Candidature>().CountAsync(c => !c.Synthetique, ct) is > 0 and var reels)
            return new BaseReelle(reels);
        if (await donnees.Set<Candidature>().CountAsync(c => c.Session == session, ct) is > 0 and var inscrits)
            return new SessionDejaPeuplee(session, inscrits);
        return await donnees.Set<SessionAcademique>().AnyAsync(s => s.Session == session && !s.EstDemonstration, ct) ? new SessionReelle(session) : null;
    }

    private async Task EcrireAsync(SessionExamen session, AcademieSynthetique academie, IProgress<AvancementDemonstration>? avancement, CancellationToken ct)
    {
        if (!await donnees.Set<SessionAcademique>().AnyAsync(s => s.Session == session, ct))
        {
            donnees.Add(new SessionAcademique
            {
                Session = session,
                Academie = DonneesAcademie.Academie,
                Libelle = $"Session {session.Annee}, académie d’Aix-Marseille (démonstration)",
                EstDemonstration = true,
            });
        }
        var connus = await donnees.Set<Etablissement>().Select(e => e.Uai).ToHashSetAsync(ct);
        var bilansConnus = (await donnees.Set<BilanEtablissement>().Select(b => new { b.Uai, b.Session, b.Examen, b.Specialite }).ToListAsync(ct)).Select(b => (b.Uai, b.Session, b.Examen, b.Specialite)).ToHashSet();
        await InsererAsync("Établissements", [.. academie.Etablissements.Where(e => !connus.Contains(e.Uai))], avancement, ct);
        await InsererAsync("Bilans des trois sessions passées", [.. academie.Bilans.Where(b => !bilansConnus.Contains((b.Uai, b.Session, b.Examen, b.Specialite)))], avancement, ct);
        await InsererAsync("Jurys", academie.Jurys, avancement, ct);
        await InsererAsync("Membres des jurys", [.. academie.Jurys.SelectMany(j => j.Membres)], avancement, ct);
        await InsererAsync("Candidatures", academie.Candidatures, avancement, ct);
        await InsererAsync("Feuilles de notes", academie.Feuilles, avancement, ct);
    }

    private async Task InsererAsync<T>(string etape, IReadOnlyList<T> lignes, IProgress<AvancementDemonstration>? avancement, CancellationToken ct) where T : class
    {
        avancement?.Report(new(etape, 0, lignes.Count));
        await donnees.InsererEnMasseAsync(lignes, ct);
        avancement?.Report(new(etape, lignes.Count, lignes.Count));
    }

    private static Reponse Compter(Demande demande, AcademieSynthetique academie) => new(
        demande.Session, demande.Graine, demande.Echelle, academie.Candidatures.Count, academie.Etablissements.Count, academie.Jurys.Count,
        academie.Feuilles.Count(f => f.NotesManquantes > 0),
        Par(academie.Candidatures, c => c.Examen.Code()), Par(academie.Candidatures, c => c.Departement), Par(academie.Jurys, j => j.Examen.Code()), Reperer(academie));

    private static Reperes Reperer(AcademieSynthetique academie)
    {
        var jury = academie.Jurys.Single(j => j.Code == JuryDeVisite);
        var candidats = academie.Candidatures.Zip(academie.Feuilles).Where(c => c.First.JuryId == jury.Id).ToList();
        var candidat = (candidats.FirstOrDefault(c => c.Second.Controle.Length > 0) is { First: not null } appele ? appele : candidats[0]).First;
        var publie = academie.Candidatures.Zip(academie.Feuilles).FirstOrDefault(c => c.First.Examen == TypeExamen.BacGeneral && c.Second.Controle.Length > 0).First;
        // ./rebond publishes the general and technological bacs: the largest lycée has people to call.
        var suivi = academie.Candidatures.Where(c => c.Examen != TypeExamen.BacPro).GroupBy(c => c.Uai).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return new Reperes(jury.Departement, candidat.Uai, jury.Id, jury.Code, candidat.Id, candidat.Numero, publie?.Id, null, suivi);
    }

    /// <summary>Someone of this lycée whom the rules leave without the diploma at once; every synthetic deliberation opens the livret.</summary>
    private async Task<Guid?> ChercherAjourneAsync(SessionExamen session, string? uai, CancellationToken ct)
    {
        var composer = new ComposerDossier(session);
        var candidats = donnees.Set<Candidature>().Where(c => c.Session == session && c.Uai == uai && c.Examen != TypeExamen.BacPro).OrderBy(c => c.Id);
        await foreach (var cas in donnees.EnDeliberation(candidats, GroupeEpreuves.Premier).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (Resultat.Decider(composer.Composer(cas, GroupeEpreuves.Premier, LireLotDeJury.ALivret(cas.Categorie) ? true : null, [])).Decision == Decision.Ajourne)
                return cas.CandidatureId;
        }
        return null;
    }

    private static SortedDictionary<string, int> Par<T>(IEnumerable<T> lignes, Func<T, string> cle) =>
        new(lignes.GroupBy(cle).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal);
}
