using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>The campaigns of an académie as its examination division follows them, and those a new one may start from. Actor: gestionnaire of the académie.</summary>
public sealed class ListerCampagnes(BaseRebond donnees)
{
    /// <param name="DossiersEnCours">Files neither decided nor out.</param>
    /// <param name="SousAncienne">Among them, those still under a former revision.</param>
    public sealed record Ligne(Campagne Campagne, int Numero, DateTime? PublieeLe, string Motif, int DossiersEnCours, int SousAncienne);

    /// <param name="EnVigueur">False: shipped with the program.</param>
    public sealed record Modele(string Code, string Nom, bool EnVigueur);

    public sealed record Reponse(IReadOnlyList<Ligne> Campagnes, IReadOnlyList<Modele> Modeles, DateTimeOffset Maintenant);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        var revisions = await donnees.RevisionsDe(acteur).AsNoTracking().Where(r => r.Etat == EtatRevision.EnVigueur).ToListAsync(ct);
        var comptes = await donnees.DossiersDesCampagnesDe(acteur).EnCours().GroupBy(d => new { d.CampagneCode, d.CampagneRevision })
            .Select(g => new { g.Key.CampagneCode, g.Key.CampagneRevision, Nombre = g.Count() }).ToListAsync(ct);
        var lignes = revisions.Select(r => new Ligne(CampagnesEnBase.Lire(r).Campagne, r.Numero, r.PublieeLe, r.Motif,
            comptes.Where(c => c.CampagneCode == r.Code).Sum(c => c.Nombre), comptes.Where(c => c.CampagneCode == r.Code && c.CampagneRevision != r.Numero).Sum(c => c.Nombre)));

        // Any académie's campaign may be copied: they are public.
        var enVigueur = await donnees.CampagnesEnVigueurAsync(ct);
        var modeles = enVigueur.Select(c => new Modele(c.Campagne.Code, c.Campagne.Nom, true))
            .Concat(CampagnesLivrees.Toutes.Where(l => enVigueur.All(c => c.Campagne.Code != l.Code)).Select(l => new Modele(l.Code, l.Nom, false)));
        return new Reponse([.. lignes.OrderByDescending(l => l.Campagne.Session).ThenBy(l => l.Campagne.Code, StringComparer.Ordinal)], [.. modeles], donnees.Horloge.GetUtcNow());
    }
}
