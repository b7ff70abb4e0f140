using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>The slip of one unit of a lot as keyed so far. It never shows the marks: who keys the slip must not copy them.</summary>
public sealed class ConsulterBordereau(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session, string Uai, string Specialite, string? Unite);

    /// <param name="Valeur">In the writing of the base; empty when not keyed.</param>
    public sealed record Ligne(Guid CandidatureId, int Rang, string Numero, string Nom, string Prenoms, string Valeur);

    public sealed record Reponse(string Etablissement, string SpecialiteLibelle, IReadOnlyList<(string Code, string Libelle)> Unites, string Unite, IReadOnlyList<Ligne> Lignes, IReadOnlyList<Ecart> Ecarts);

    /// <summary>Shown once both were keyed.</summary>
    public sealed record Ecart(int Rang, string Numero, string Nom, string Prenoms, string Unite, EtatUnite Note, EtatUnite Bordereau);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var lot = await donnees.LireLotAsync(acteur, demande.Session, demande.Uai, demande.Specialite, ct);
        if (lot.Count == 0)
            return new Introuvable($"Aucun candidat de la spécialité {demande.Specialite} dans l’établissement {demande.Uai} à la session {demande.Session}");
        var colonnes = LotDeSaisie.Colonnes(lot);
        var unite = colonnes.FirstOrDefault(c => c.Code == demande.Unite)?.Code ?? colonnes[0].Code;
        var ids = lot.Select(l => l.Candidature.Id).ToList();
        var saisies = await donnees.Set<BordereauNote>().AsNoTracking().Where(b => b.Unite == unite && ids.Contains(b.CandidatureId)).ToDictionaryAsync(b => b.CandidatureId, b => b.Valeur, ct);
        var rangs = lot.Select((l, i) => (Ligne: l, Rang: i + 1)).ToDictionary(l => l.Ligne.Candidature.Id);
        var ecarts = await donnees.EcartsBordereauxAsync(donnees.Set<Candidature>().Where(c => ids.Contains(c.Id)), ct);
        return new Reponse(
            await donnees.Set<Etablissement>().Where(e => e.Uai == demande.Uai).Select(e => e.Nom).FirstOrDefaultAsync(ct) ?? demande.Uai,
            lot[0].Candidature.SpecialiteLibelle, [.. colonnes.Select(c => (c.Code, c.Libelle))], unite,
            [.. rangs.Values.Select(l => new Ligne(l.Ligne.Candidature.Id, l.Rang, l.Ligne.Candidature.Numero, l.Ligne.Candidature.Nom, l.Ligne.Candidature.Prenoms, saisies.GetValueOrDefault(l.Ligne.Candidature.Id, "")))],
            [.. ecarts.Select(e => (e, l: rangs[e.CandidatureId])).Select(x => new Ecart(x.l.Rang, x.l.Ligne.Candidature.Numero, x.l.Ligne.Candidature.Nom, x.l.Ligne.Candidature.Prenoms, x.e.Unite, Lire(x.e.Note), Lire(x.e.Bordereau)))]);
    }

    private static EtatUnite Lire(string valeur) => NotesEnTexte.TryLireValeur(valeur, out var etat) ? etat : EtatUnite.NonNotee;
}
