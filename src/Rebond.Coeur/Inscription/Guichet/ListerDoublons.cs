using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// Persons who seem to have several files in one session: the same INE, or the same name, first names and birth date. A person decides which one to set
/// aside: two persons may bear the same name. Actor: gestionnaire of the académie.
/// </summary>
public sealed class ListerDoublons(BaseRebond donnees)
{
    /// <param name="MemeIne">Certain; otherwise the same name and birth date.</param>
    public sealed record Groupe(bool MemeIne, IReadOnlyList<DossierInscription> Dossiers);

    public async Task<Outcome<IReadOnlyList<Groupe>>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        var presents = donnees.DossiersDuGuichet(acteur).AsNoTracking().Where(d => d.Etat != EtatDossier.Desiste && d.Etat != EtatDossier.Ecarte && d.Etat != EtatDossier.Annule);
        var parIne = await presents.Where(d => d.Ine != null && presents.Any(x => x.Id != d.Id && x.Session == d.Session && x.Ine == d.Ine)).ToListAsync(ct);
        var parNom = await presents.Where(d => d.Naissance != null && d.CleRecherche != "" && presents.Any(x => x.Id != d.Id && x.Session == d.Session && x.CleRecherche == d.CleRecherche && x.Naissance == d.Naissance)).ToListAsync(ct);
        var groupes = parIne.GroupBy(d => (d.Session, d.Ine)).Select(g => new Groupe(true, Ordonner(g))).ToList();
        var vus = groupes.SelectMany(g => g.Dossiers).Select(d => d.Id).ToHashSet();
        groupes.AddRange(parNom.GroupBy(d => (d.Session, d.CleRecherche, d.Naissance)).Where(g => !g.All(d => vus.Contains(d.Id))).Select(g => new Groupe(false, Ordonner(g))));
        return groupes.OrderBy(g => g.Dossiers[0].CleRecherche, StringComparer.Ordinal).ToList();
    }

    /// <summary>The furthest on first: the one most often kept.</summary>
    private static List<DossierInscription> Ordonner(IEnumerable<DossierInscription> dossiers) => [.. dossiers.OrderByDescending(d => d.Etat).ThenBy(d => d.CreeLe)];
}
