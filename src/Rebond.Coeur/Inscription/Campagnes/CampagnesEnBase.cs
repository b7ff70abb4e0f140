using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>A campaign as a revision says it.</summary>
public sealed record CampagneRevisee(Guid RevisionId, int Numero, Campagne Campagne);

/// <summary>Reads campaigns from the base. A text never changes once in force, so what was read of it is kept.</summary>
public static class CampagnesEnBase
{
    private const int TextesGardes = 64;
    private static readonly ConcurrentDictionary<string, Campagne> s_lues = new(StringComparer.Ordinal);

    /// <summary>The revision in force of this code; null when none is.</summary>
    public static async Task<CampagneRevisee?> CampagneEnVigueurAsync(this BaseRebond donnees, string code, CancellationToken ct) =>
        await donnees.Set<RevisionCampagne>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == code && r.Etat == EtatRevision.EnVigueur, ct) is { } revision ? Lire(revision) : null;

    /// <summary>Every campaign in force, open or not, the latest session first.</summary>
    public static async Task<IReadOnlyList<CampagneRevisee>> CampagnesEnVigueurAsync(this BaseRebond donnees, CancellationToken ct) =>
        [.. (await donnees.Set<RevisionCampagne>().AsNoTracking().Where(r => r.Etat == EtatRevision.EnVigueur).ToListAsync(ct)).Select(Lire).OrderByDescending(c => c.Campagne.Session).ThenBy(c => c.Campagne.Code, StringComparer.Ordinal)];

    /// <summary>The revision a file is pinned to, in force or replaced since.</summary>
    public static async Task<CampagneRevisee> CampagneDuDossierAsync(this BaseRebond donnees, DossierInscription dossier, CancellationToken ct) =>
        Lire(await donnees.Set<RevisionCampagne>().AsNoTracking().SingleAsync(r => r.Code == dossier.CampagneCode && r.Numero == dossier.CampagneRevision, ct));

    internal static CampagneRevisee Lire(RevisionCampagne revision)
    {
        if (!s_lues.TryGetValue(revision.Texte, out var campagne))
        {
            campagne = LectureCampagne.Lire(revision.Texte).Campagne ?? throw new FormatException($"La révision {revision.Numero} de la campagne {revision.Code} ne se lit plus.");
            if (s_lues.Count >= TextesGardes)
                s_lues.Clear();
            s_lues[revision.Texte] = campagne;
        }
        return new CampagneRevisee(revision.Id, revision.Numero, campagne);
    }
}
