using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>
/// Nobody lost: from the ajournés to those in place, by establishment, département and académie. Whoever follows persons reads the true figures of
/// his scope; steering reads counts under <see cref="SecretStatistique"/>.
/// </summary>
public sealed class ConsulterTableau(BaseRebond donnees)
{
    /// <summary>Candidates without an establishment are followed by the DEC: one line per département.</summary>
    public const string SansEtablissement = "DEC";

    public sealed record Ligne(string Code, string Nom, Entonnoir Entonnoir);

    public sealed record Departement(Ligne Total, IReadOnlyList<Ligne> Etablissements);

    /// <param name="Session">Null when nothing is published in the scope.</param>
    /// <param name="Anonyme">Some figures are kept secret.</param>
    public sealed record Reponse(SessionExamen? Session, IReadOnlyList<SessionExamen> Sessions, bool Anonyme, Entonnoir Ensemble, IReadOnlyList<Departement> Departements);

    private sealed record Fait(string Etablissement, string Departement, bool Joint, bool Recu, bool Solution, bool EnPlace, bool Droit, bool Exerce, int? Jours);

    /// <param name="session">The latest when null.</param>
    public async Task<Outcome<Reponse>> ExecuteAsync(SessionExamen? session, Acteur acteur, CancellationToken ct)
    {
        var anonyme = acteur.A(Role.Pilotage);
        if (!anonyme && !acteur.SuitDesDossiers())
            return new Interdit();
        var dossiers = (anonyme ? donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime).DeLAcademie(donnees, acteur) : donnees.DossiersDe(acteur)).AsNoTracking();
        var sessions = (await dossiers.Select(d => d.Session).Distinct().ToListAsync(ct)).OrderDescending().ToList();
        if (session is { } demandee && !sessions.Contains(demandee))
            return new Introuvable($"Suivi de la session {demandee}");
        if (sessions.Count == 0)
            return new Reponse(null, [], anonyme, new Entonnoir(), []);
        var retenue = session ?? sessions[0];

        var faits = await LireAsync(dossiers.Where(d => d.Session == retenue), ct);
        var uais = faits.Select(f => f.Etablissement).Distinct().ToList();
        var noms = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => $"{e.Nom}, {e.Ville}", ct);
        string Nom(string code) => code == SansEtablissement ? "Candidats individuels, suivis par la DEC" : noms.GetValueOrDefault(code, code);
        var departements = faits.GroupBy(f => f.Departement).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Departement(new Ligne(g.Key, g.Key, Compter(g)),
                [.. g.GroupBy(f => f.Etablissement).Select(e => new Ligne(e.Key, Nom(e.Key), Compter(e))).OrderByDescending(l => l.Entonnoir.SansSolution).ThenBy(l => l.Nom, StringComparer.CurrentCulture)])).ToList();
        var ensemble = Compter(faits);
        if (anonyme)
        {
            SecretStatistique.Appliquer(new(ensemble, [.. departements.Select(d => d.Total.Entonnoir)]),
                [.. departements.Select(d => new SecretStatistique.Groupe(d.Total.Entonnoir, [.. d.Etablissements.Select(e => e.Entonnoir)]))]);
            // In the order of the true figures, a hidden one could be guessed from its neighbours.
            departements = [.. departements.Select(d => d with { Etablissements = [.. d.Etablissements.OrderBy(e => e.Nom, StringComparer.CurrentCulture)] })];
        }
        return new Reponse(retenue, sessions, anonyme, ensemble, departements);
    }

    /// <summary>Files closed because there was nobody to follow are out of the count; those whose follow-up ended well stay in.</summary>
    private static async Task<List<Fait>> LireAsync(IQueryable<DossierSuivi> dossiers, CancellationToken ct)
    {
        var fini = MotifDeCloture.FinDuSuivi.Code();
        var lus = await dossiers.Where(d => d.Etape != EtapeSuivi.Clos || d.MotifCloture == fini)
            .Select(d => new { d.Proprietaire, d.Uai, d.Departement, d.OuvertLe, d.PremierContactLe, d.RecuLe, d.SolutionLe, d.EnPlaceLe, d.Statut, d.Examen, d.Resultat, d.Session, d.EchecsAnterieurs, d.OptionChoisie }).ToListAsync(ct);
        var origine = CodeOption.RepreparationOrigine.Code();
        // The same few answers for everyone: asked once each.
        var droits = lus.Select(d => (d.Statut, d.Examen, d.Resultat, d.Session, d.EchecsAnterieurs)).Distinct().ToDictionary(d => d, d => OptionsDuDossier.AUnDroit(d.Statut, d.Examen, d.Resultat, d.Session, d.EchecsAnterieurs));
        bool Droit(StatutSuivi statut, string examen, string resultat, SessionExamen session, int? echecs) => droits[(statut, examen, resultat, session, echecs)];
        return [.. lus.Select(d => new Fait(d.Proprietaire is TypeProprietaire.Dec or TypeProprietaire.Dsden ? SansEtablissement : d.Uai ?? SansEtablissement, d.Departement,
            d.PremierContactLe is not null, d.RecuLe is not null, d.SolutionLe is not null, d.EnPlaceLe is not null,
            Droit(d.Statut, d.Examen, d.Resultat, d.Session, d.EchecsAnterieurs), Droit(d.Statut, d.Examen, d.Resultat, d.Session, d.EchecsAnterieurs) && d.OptionChoisie == origine,
            d.PremierContactLe is { } contact ? contact.JourAParis().DayNumber - d.OuvertLe.JourAParis().DayNumber : null))];
    }

    private static Entonnoir Compter(IEnumerable<Fait> faits)
    {
        var lus = faits.ToList();
        var jours = lus.Select(f => f.Jours).OfType<int>().Order().ToList();
        return new Entonnoir
        {
            Suivis = lus.Count,
            Joints = lus.Count(f => f.Joint),
            Recus = lus.Count(f => f.Recu),
            Solutions = lus.Count(f => f.Solution),
            EnPlace = lus.Count(f => f.EnPlace),
            DroitsOuverts = lus.Count(f => f.Droit),
            DroitsExerces = lus.Count(f => f.Exerce),
            MedianeJours = jours.Count > 0 ? jours[(jours.Count - 1) / 2] : null,
            MaximumJours = jours.Count > 0 ? jours[^1] : null,
        };
    }
}
