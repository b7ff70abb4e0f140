using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>The templates a role holds, with the text in force in its académie and its past revisions. Actor: the role that holds them.</summary>
public sealed class ConsulterModeles(BaseRebond donnees)
{
    /// <param name="Code">Null: all, without their history.</param>
    public sealed record Demande(string? Code = null);

    /// <param name="Fourni">As shipped: to compare with.</param>
    /// <param name="Historique">Latest first; empty in the list.</param>
    public sealed record Etat(ModeleMessage EnVigueur, ModeleMessage Fourni, bool Reecrit, IReadOnlyList<RevisionModele> Historique);

    public sealed record Reponse(IReadOnlyList<Etat> Modeles);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var tenus = ModelesFournis.Tous.Values.Where(m => m.TenuPar == acteur.Role && (demande.Code is null || m.Code == demande.Code)).OrderBy(m => m.Titre, StringComparer.CurrentCulture).ToList();
        if (acteur.AcademieDesModeles() is not { } academie || !ModelesFournis.Tous.Values.Any(m => m.TenuPar == acteur.Role))
            return new Interdit();
        if (demande.Code is not null && tenus.Count == 0)
            return new Introuvable("Ce modèle");
        var revisions = await donnees.Set<RevisionModele>().AsNoTracking().Where(r => r.Academie == academie && (demande.Code == null || r.Code == demande.Code)).OrderByDescending(r => r.Numero).ToListAsync(ct);
        return new Reponse([.. tenus.Select(fourni =>
        {
            var siennes = revisions.Where(r => r.Code == fourni.Code).ToList();
            return new Etat(fourni.Selon(siennes.FirstOrDefault()), fourni, siennes is [{ Corps: not null }, ..], demande.Code is null ? [] : siennes);
        })]);
    }
}

internal static class AcademieModeles
{
    /// <summary>Whose texts this person rewrites: his académie's. Null when his scope is smaller.</summary>
    public static string? AcademieDesModeles(this Acteur acteur) => acteur.Codes(TypePerimetre.Academie).FirstOrDefault(c => c != "*");
}
