using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>The juries within reach: of his scope for a gestionnaire, his own for a president or a member.</summary>
public sealed class ListerJurys(BaseRebond donnees)
{
    /// <param name="Session">Null for every session.</param>
    public sealed record Demande(SessionExamen? Session = null, TypeExamen? Examen = null, string? Departement = null, EtatJury? Etat = null);

    public sealed record Ligne(Guid Id, string Code, string Libelle, SessionExamen Session, TypeExamen Examen, string Departement, Guid? JuryParentId, EtatJury Etat, DateTime? ClosLe,
        string? President, int Membres, bool ManqueDeProfession, int Candidats);

    public sealed record Reponse(IReadOnlyList<Ligne> Jurys);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire() && !acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        var jurys = (acteur.EstGestionnaire() ? donnees.JurysGeresPar(acteur) : donnees.JurysDe(acteur)).AsNoTracking();
        if (demande.Session is { } session)
            jurys = jurys.Where(j => j.Session == session);
        if (demande.Examen is { } examen)
            jurys = jurys.Where(j => j.Examen == examen);
        if (demande.Departement is { Length: > 0 } departement)
            jurys = jurys.Where(j => j.Departement == departement);
        if (demande.Etat is { } etat)
            jurys = jurys.Where(j => j.Etat == etat);
        // "…-2" before "…-10": the sous-jurys in the order people count them.
        var trouves = (await jurys.ToListAsync(ct)).OrderBy(j => j.Code, StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering)).ToList();
        var ids = trouves.ConvertAll(j => j.Id);
        var candidats = await donnees.Set<Candidature>().Where(c => c.JuryId != null && ids.Contains(c.JuryId.Value)).GroupBy(c => c.JuryId!.Value)
            .Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, ct);
        return new Reponse(trouves.ConvertAll(j => new Ligne(j.Id, j.Code, j.Libelle, j.Session, j.Examen, j.Departement, j.JuryParentId, j.Etat, j.ClosLe,
            j.Membres.Find(m => m.Fonction == FonctionJury.President)?.Nom, j.Membres.Count,
            CompositionJury.ManqueDeProfession(j.Examen, [.. j.Membres.Select(m => m.Fonction)]), candidats.GetValueOrDefault(j.Id))));
    }
}
