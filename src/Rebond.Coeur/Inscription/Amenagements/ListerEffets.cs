using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>
/// What planning must provide, by establishment: the last decision of each file still on its way. No reason, no document: measures and extra time. Actor:
/// gestionnaire of the académie.
/// </summary>
public sealed class ListerEffets(BaseRebond donnees)
{
    public static IReadOnlyList<string> Colonnes { get; } = ["campagne", "uai", "etablissement", "dossier", "nom", "prenoms", "specialite", "temps_majore_pourcent", .. Codes.Tous<MesureAmenagement>().Select(c => c.ToLowerInvariant())];

    public sealed record Effet(DossierInscription Dossier, IReadOnlyList<MesureAmenagement> Mesures, int TempsMajore);

    /// <param name="Uai">Null: candidates without an establishment.</param>
    public sealed record ParEtablissement(string? Uai, string? Nom, IReadOnlyList<Effet> Effets)
    {
        public int Nombre(MesureAmenagement mesure) => Effets.Count(e => e.Mesures.Contains(mesure));
    }

    /// <param name="SansReponse">Requests nobody has decided: they are not in this list, and must not be forgotten.</param>
    public sealed record Reponse(IReadOnlyList<ParEtablissement> Etablissements, int SansReponse)
    {
        public int Candidats => Etablissements.Sum(e => e.Effets.Count);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        var lus = await (
            from a in donnees.AmenagementsDe(acteur).AsNoTracking()
            join d in donnees.Set<DossierInscription>().AsNoTracking() on a.DossierId equals d.Id
            where d.Etat != EtatDossier.Desiste && d.Etat != EtatDossier.Ecarte && d.Etat != EtatDossier.Annule && d.Etat != EtatDossier.Irrecevable
            where a.Etat != EtatAmenagement.Retire
            select new { a, d }).ToListAsync(ct);
        var effets = lus.Where(l => l.a.EstDecide).GroupBy(l => l.d.Id).Select(g => g.OrderByDescending(l => l.a.DecideLe).First())
            .Where(l => l.a.MesuresAccordees.Length > 0).Select(l => new Effet(l.d, MesuresAmenagement.Lire(l.a.MesuresAccordees), l.a.TempsMajoreAccorde)).ToList();
        var uais = effets.Select(e => e.Dossier.Uai).OfType<string>().Distinct().ToList();
        var noms = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => $"{e.Nom}, {e.Ville}", ct);
        return new Reponse(
            [.. effets.GroupBy(e => e.Dossier.Uai).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ParEtablissement(g.Key, g.Key is { } uai ? noms.GetValueOrDefault(uai) : null, [.. g.OrderBy(e => e.Dossier.CleRecherche, StringComparer.Ordinal).ThenBy(e => e.Dossier.Numero, StringComparer.Ordinal)]))],
            lus.Count(l => l.a.EstEnCours));
    }

    /// <summary>One line a candidate, for whoever plans rooms and staff. It leaves a trace: personal data goes out.</summary>
    public async Task<Outcome<int>> ExporterAsync(Stream sortie, FormatTableau format, Acteur acteur, CancellationToken ct)
    {
        var issue = await ExecuteAsync(acteur, ct);
        if (!issue.EstReussi)
            return Outcome<int>.Refuser(issue.Refus);
        var ecrites = await EcritureTableau.EcrireAsync(sortie, format, Colonnes, issue.Valeur.Etablissements.SelectMany(e => e.Effets.Select(f => Ligne(e, f))), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "AMENAGEMENTS_EXPORTES", $"academie:{string.Join('+', acteur.Codes(TypePerimetre.Academie))}", Apres: string.Create(CultureInfo.InvariantCulture, $"candidats:{ecrites}")));
        await donnees.SaveChangesAsync(ct);
        return ecrites;
    }

    private static IReadOnlyList<string> Ligne(ParEtablissement etablissement, Effet effet) =>
    [
        effet.Dossier.CampagneCode, etablissement.Uai ?? "", etablissement.Nom ?? "", effet.Dossier.Numero, effet.Dossier.Nom, effet.Dossier.Prenoms, effet.Dossier.Specialite ?? "",
        effet.TempsMajore == 0 ? "" : effet.TempsMajore.ToString(CultureInfo.InvariantCulture),
        .. Enum.GetValues<MesureAmenagement>().Select(m => effet.Mesures.Contains(m) ? "OUI" : ""),
    ];
}
