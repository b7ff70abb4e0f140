using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>One request as it is decided: what is asked, what the rule says, what was done and when. Actor: gestionnaire of the académie.</summary>
public sealed class ConsulterAmenagement(BaseRebond donnees)
{
    public sealed record Acte(DateTime Le, string Code, string Par);

    /// <param name="Constats">What the rule says of the procedure, of the deadline, of the answer that is due.</param>
    public sealed record Reponse(DemandeAmenagement Demande, DossierInscription Dossier, string? Etablissement, IReadOnlyList<Constat> Constats, IReadOnlyList<Acte> Actes, DateOnly Aujourdhui);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid id, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        if (await donnees.AmenagementsDe(acteur).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } demande)
            return new Introuvable("Cette demande");
        var dossier = await donnees.Set<DossierInscription>().AsNoTracking().SingleAsync(d => d.Id == demande.DossierId, ct);
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var etablissement = await donnees.Set<Etablissement>().AsNoTracking().Where(e => e.Uai == dossier.Uai).Select(e => e.Nom + ", " + e.Ville).SingleOrDefaultAsync(ct);
        var actes = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet == $"amenagement:{id}").OrderByDescending(l => l.Numero).Select(l => new { l.Instant, l.Acte, l.CompteId }).ToListAsync(ct);
        var comptes = actes.Select(a => a.CompteId).OfType<Guid>().Distinct().ToList();
        var noms = await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);
        return new Reponse(demande, dossier, etablissement, InstructionAmenagement.Constater(dossier, campagne, demande, demande.DemandeLe.JourAParis()),
            [.. actes.Select(a => new Acte(a.Instant, a.Acte, a.CompteId is { } compte ? noms.GetValueOrDefault(compte, "compte supprimé") : Acteur.LigneDeCommande.Nom))],
            donnees.Aujourdhui);
    }
}
