using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Consultation;

public sealed record NomTropCourt() : Refus(GenreRefus.Invalide, "NOM_TROP_COURT", "Saisissez au moins les deux premières lettres du nom.");

/// <summary>
/// The public list: candidates admitted, whose results are published, and who accept that their name is shown. Nobody else is in it,
/// and nothing tells whether an absent person failed, refused, or was never a candidate.
/// </summary>
public sealed class RechercherResultatsPublics(BaseRebond donnees, TimeProvider horloge)
{
    public const int ParPage = 50;

    /// <param name="Nom">First letters of the name, or name and first name.</param>
    public sealed record Demande(SessionExamen Session, string? Nom = null, string? Departement = null, string? Uai = null, TypeExamen? Examen = null, string? Specialite = null, int Page = 1);

    public sealed record Ligne(string Nom, string Prenoms, TypeExamen Examen, string Specialite, string Etablissement, string Ville, Mention Mention);

    public sealed record Reponse(IReadOnlyList<Ligne> Lignes, int Total, int Page)
    {
        public int Pages => Math.Max(1, (Total + ParPage - 1) / ParPage);
    }

    public sealed record EtablissementPublie(string Uai, string Nom, string Ville, int Admis);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, CancellationToken ct)
    {
        var lignes = await ListePubliqueAsync(demande.Session, ct);
        if (demande.Nom is not null)
        {
            var cle = Normaliser(demande.Nom);
            if (cle.Length < 2)
                return new NomTropCourt();
            lignes = lignes.Where(l => l.Candidature.CleRecherche.StartsWith(cle));
        }
        if (demande.Departement is not null)
            lignes = lignes.Where(l => l.Candidature.Departement == demande.Departement);
        if (demande.Uai is not null)
            lignes = lignes.Where(l => l.Candidature.Uai == demande.Uai);
        if (demande.Examen is not null)
            lignes = lignes.Where(l => l.Candidature.Examen == demande.Examen);
        if (demande.Specialite is not null)
            lignes = lignes.Where(l => l.Candidature.Specialite == demande.Specialite);

        var total = await lignes.CountAsync(ct);
        var page = Math.Clamp(demande.Page, 1, Math.Max(1, (total + ParPage - 1) / ParPage));
        var trouvees = await (
            from l in lignes
            join e in donnees.Set<Etablissement>() on l.Candidature.Uai equals e.Uai into etablissements
            from e in etablissements.DefaultIfEmpty()
            orderby l.Candidature.CleRecherche, l.Candidature.Numero
            select new Ligne(l.Candidature.Nom, l.Candidature.Prenoms, l.Candidature.Examen, l.Candidature.SpecialiteLibelle, e == null ? "" : e.Nom, e == null ? "" : e.Ville, l.Mention))
            .Skip((page - 1) * ParPage).Take(ParPage).ToListAsync(ct);
        return new Reponse(trouvees, total, page);
    }

    /// <summary>Establishments of a département with the number of names on the public list.</summary>
    public async Task<IReadOnlyList<EtablissementPublie>> ListerEtablissementsAsync(SessionExamen session, string departement, CancellationToken ct)
    {
        var admis = await (await ListePubliqueAsync(session, ct)).Where(l => l.Candidature.Departement == departement)
            .GroupBy(l => l.Candidature.Uai).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, ct);
        var uais = admis.Keys.ToList();
        var etablissements = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToListAsync(ct);
        return [.. etablissements.Select(e => new EtablissementPublie(e.Uai, e.Nom, e.Ville, admis[e.Uai])).OrderBy(e => e.Ville, Ordre).ThenBy(e => e.Nom, Ordre)];
    }

    /// <summary>Number of names on the public list, by département.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CompterParDepartementAsync(SessionExamen session, CancellationToken ct) =>
        await (await ListePubliqueAsync(session, ct)).GroupBy(l => l.Candidature.Departement).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, ct);

    private sealed class Admis
    {
        public required Candidature Candidature { get; init; }
        public required Mention Mention { get; init; }
    }

    private async Task<IQueryable<Admis>> ListePubliqueAsync(SessionExamen session, CancellationToken ct)
    {
        var maintenant = horloge.GetUtcNow().UtcDateTime;
        var publiees = (await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == session).ToListAsync(ct)).Where(p => p.EstPublieeA(maintenant)).ToList();
        var premiers = publiees.Where(p => p.Groupe == GroupeEpreuves.Premier).Select(p => p.Examen).ToList();
        var seconds = publiees.Where(p => p.Groupe == GroupeEpreuves.Second).Select(p => p.Examen).ToList();
        return
            from decision in donnees.LireDecisionsArretees()
            where decision.Session == session && decision.Decision == Decision.Admis && (!decision.Provisoire || decision.Simulation)
            join candidature in donnees.Set<Candidature>() on decision.CandidatureId equals candidature.Id
            where candidature.ConsentementPublication
                && ((decision.Groupe == GroupeEpreuves.Premier && premiers.Contains(candidature.Examen))
                    || (decision.Groupe == GroupeEpreuves.Second && seconds.Contains(candidature.Examen)))
            select new Admis { Candidature = candidature, Mention = decision.Mention };
    }

    // As Candidature.CleRecherche is written: upper case, no accent, one space.
    private static string Normaliser(string nom)
    {
        var lettres = nom.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Join(' ', string.Concat(lettres).ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static readonly StringComparer Ordre = StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);
}
