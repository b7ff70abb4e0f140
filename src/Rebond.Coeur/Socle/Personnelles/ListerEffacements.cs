using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Personnelles;

/// <summary>Demands of erasure, those to decide first, each with what would go and what would stay. Actors: gestionnaire of the académie; the person, for his own.</summary>
public sealed class ListerEffacements(BaseRebond donnees, IEnumerable<RubriquePersonnelle> rubriques)
{
    public const int Maximum = 200;

    /// <param name="Fiches">How many things are held.</param>
    /// <param name="Efface">What an acceptance takes; null: nothing of it.</param>
    public sealed record Part(string Titre, int Fiches, string? Efface, string Conservation);

    /// <param name="Parts">Only for those to decide, and for the DEC.</param>
    public sealed record Ligne(DemandeEffacement Demande, string Nom, string? Courriel, IReadOnlyList<Part> Parts);

    public sealed record Reponse(IReadOnlyList<Ligne> Lignes, bool Tronquee);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        var gestionnaire = acteur.A(Role.Gestionnaire) && acteur.CouvreAcademie;
        if (!gestionnaire && acteur.CompteId is null)
            return new Interdit();
        var demandes = await (
            from d in donnees.Set<DemandeEffacement>().AsNoTracking()
            where gestionnaire || d.CompteId == acteur.CompteId
            join u in donnees.Users.AsNoTracking() on d.CompteId equals u.Id
            orderby d.Etat == EtatEffacement.Demandee ? 0 : 1, d.DemandeLe
            select new { Demande = d, u.NomAffiche, u.Email }).Take(Maximum + 1).ToListAsync(ct);
        List<Ligne> lignes = [];
        foreach (var d in demandes.Take(Maximum))
        {
            if (!gestionnaire)
                lignes.Add(new(d.Demande, d.NomAffiche, d.Email, []));
            else if (await PeutDeciderAsync(donnees, rubriques, d.Demande.CompteId, acteur, ct))
                lignes.Add(new(d.Demande, d.NomAffiche, d.Email, d.Demande.Etat == EtatEffacement.Demandee ? await PartsAsync(d.Demande.CompteId, ct) : []));
        }
        return new Reponse(lignes, demandes.Count > Maximum);
    }

    /// <summary>Of his académie; someone who never registered anywhere is anybody's.</summary>
    internal static async Task<bool> PeutDeciderAsync(BaseRebond donnees, IEnumerable<RubriquePersonnelle> rubriques, Guid compteId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return false;
        var (personne, academies) = (await donnees.PersonneAsync(compteId, ct), new HashSet<string>(StringComparer.Ordinal));
        foreach (var rubrique in rubriques)
        {
            if (rubrique.AcademiesAsync is { } lire)
                academies.UnionWith(await lire(donnees, personne, ct));
        }
        return academies.Count == 0 || academies.Any(a => acteur.Couvre(TypePerimetre.Academie, a));
    }

    private async Task<IReadOnlyList<Part>> PartsAsync(Guid compteId, CancellationToken ct)
    {
        var (personne, parts) = (await donnees.PersonneAsync(compteId, ct), new List<Part>());
        foreach (var rubrique in rubriques)
        {
            if ((await rubrique.LireAsync(donnees, personne, ct)).Count is > 0 and var nombre)
                parts.Add(new(rubrique.Titre, nombre, rubrique.Efface, rubrique.Conservation));
        }
        return parts;
    }
}
