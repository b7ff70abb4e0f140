using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>Where each publication of a session stands: what is missing, who signed, until when nothing shows. Actor: gestionnaire of the académie.</summary>
public sealed class ConsulterPublications(BaseRebond donnees)
{
    /// <param name="Examen">With <paramref name="Groupe"/>, that publication alone.</param>
    public sealed record Demande(SessionExamen Session, TypeExamen? Examen = null, GroupeEpreuves? Groupe = null);

    /// <param name="Nom">Null when the account no longer exists.</param>
    public sealed record Signature(Guid CompteId, string? Nom, DateTime Le);

    /// <param name="Embargo">UTC; null when no date is set.</param>
    /// <param name="Candidats">Concerned by this group: the second one holds those the first sends there.</param>
    public sealed record Etat(TypeExamen Examen, GroupeEpreuves Groupe, int Candidats, VerifierCompletude.Reponse Completude, DateTime? Embargo, Signature? Premiere, Signature? Seconde, DateTime MaintenantUtc)
    {
        public bool Publiee => Seconde is not null && MaintenantUtc >= Embargo;

        /// <summary>An embargo that has passed is history: it is not postponed any more.</summary>
        public bool Reportable => Premiere is not null && MaintenantUtc < Embargo;

        /// <summary>When the results became readable: the embargo, or the second signature when it came after.</summary>
        public DateTime? PublieeLe => Publiee ? (Seconde!.Le > Embargo ? Seconde.Le : Embargo) : null;
    }

    public async Task<Outcome<IReadOnlyList<Etat>>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        if (!await donnees.SessionsDe(acteur).AnyAsync(s => s.Session == demande.Session, ct))
            return new Introuvable($"Session {demande.Session}");

        var publications = await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == demande.Session).ToListAsync(ct);
        var premiers = await donnees.Set<Candidature>().Where(c => c.Session == demande.Session).GroupBy(c => c.Examen)
            .Select(g => new { Examen = g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Examen, g => g.Nombre, ct);
        var seconds = await (
            from d in donnees.LireDecisionsArretees()
            where d.Session == demande.Session && d.Groupe == GroupeEpreuves.Premier && (d.Decision == Decision.Controle || d.Decision == Decision.SecondGroupe)
            join c in donnees.Set<Candidature>() on d.CandidatureId equals c.Id
            group d by c.Examen into g
            select new { Examen = g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Examen, g => g.Nombre, ct);
        var signataires = publications.SelectMany(p => new[] { p.PremierSignataire, p.SecondSignataire }).OfType<Guid>().Distinct().ToList();
        var noms = await donnees.Users.AsNoTracking().Where(u => signataires.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var etats = new List<Etat>();
        foreach (var examen in premiers.Keys.Union(publications.Select(p => p.Examen)).Where(e => demande.Examen is null || demande.Examen == e).Order())
            foreach (var groupe in Enum.GetValues<GroupeEpreuves>().Where(g => demande.Groupe is null || demande.Groupe == g))
            {
                var candidats = (groupe == GroupeEpreuves.Premier ? premiers : seconds).GetValueOrDefault(examen);
                var p = publications.SingleOrDefault(p => p.Examen == examen && p.Groupe == groupe);
                if (candidats == 0 && p is null)
                    continue;
                var completude = await new VerifierCompletude(donnees).ExecuteAsync(demande.Session, examen, groupe, ct);
                etats.Add(new Etat(examen, groupe, candidats, completude, p?.Embargo, Signer(p?.PremierSignataire, p?.PremiereSignature), Signer(p?.SecondSignataire, p?.SecondeSignature), maintenant));
            }
        return etats;

        Signature? Signer(Guid? compte, DateTime? le) => compte is { } id && le is { } instant ? new Signature(id, noms.GetValueOrDefault(id), instant) : null;
    }
}
