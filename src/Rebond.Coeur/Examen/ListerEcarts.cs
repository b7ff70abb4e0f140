using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>Every difference between marks and slips of the session, in the actor's scope, with whose it is.</summary>
public sealed class ListerEcarts(BaseRebond donnees)
{
    public sealed record Ligne(Guid CandidatureId, string Numero, string Nom, string Prenoms, string Uai, string Specialite, string SpecialiteLibelle, string Unite, EtatUnite Note, EtatUnite Bordereau);

    public async Task<Outcome<IReadOnlyList<Ligne>>> ExecuteAsync(SessionExamen session, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var candidatures = donnees.CandidaturesDe(acteur).Where(c => c.Session == session);
        var ecarts = await donnees.EcartsBordereauxAsync(candidatures, ct);
        var ids = ecarts.Select(e => e.CandidatureId).Distinct().ToList();
        var noms = await candidatures.Where(c => ids.Contains(c.Id)).AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
        return Lignes();

        Ligne[] Lignes() => [.. ecarts.Select(e => (e, c: noms[e.CandidatureId])).Select(x =>
            new Ligne(x.c.Id, x.c.Numero, x.c.Nom, x.c.Prenoms, x.c.Uai, x.c.Specialite, x.c.SpecialiteLibelle, x.e.Unite, Lire(x.e.Note), Lire(x.e.Bordereau)))];
    }

    private static EtatUnite Lire(string valeur) => NotesEnTexte.TryLireValeur(valeur, out var etat) ? etat : EtatUnite.NonNotee;
}
