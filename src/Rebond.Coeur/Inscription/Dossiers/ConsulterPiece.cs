using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>One piece of one's file: what is asked and why, what was handed in, what was decided, and whether a file may be sent now. Actor: its candidate.</summary>
public sealed class ConsulterPiece(BaseRebond donnees)
{
    /// <param name="EnUsage">The one that counts.</param>
    public sealed record Fichier(string Nom, DateTime DeposeLe, AnalyseDepot Analyse, bool EnUsage, bool Supprime);

    /// <param name="Refus">Why no file is taken now; null when one is.</param>
    /// <param name="Fichiers">The latest first.</param>
    public sealed record Reponse(DossierInscription Dossier, Campagne Campagne, PieceAttendue Attendue, PieceDossier? Piece, IReadOnlyList<Fichier> Fichiers, Refus? Refus, DateTimeOffset Maintenant);

    public async Task<Outcome<Reponse>> ExecuteAsync(string numero, string code, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) || acteur.CompteId is not { } compte)
            return new Interdit();
        if (await donnees.Set<DossierInscription>().AsNoTracking().SingleOrDefaultAsync(d => d.Numero == numero && d.CompteId == compte, ct) is not { } dossier)
            return new Introuvable($"Dossier n° {numero}");
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        if (PiecesAttendues.Lister(ProfilDuDossier.Lire(dossier), campagne).FirstOrDefault(p => p.Code == code) is not { } attendue)
            return new Introuvable("Cette pièce");
        var piece = await donnees.Set<PieceDossier>().AsNoTracking().SingleOrDefaultAsync(p => p.DossierId == dossier.Id && p.Code == code, ct);
        var proprietaire = $"piece:{piece?.Id}";
        var depots = piece is null ? [] : await donnees.Set<Depot>().AsNoTracking().Where(d => d.Proprietaire == proprietaire).OrderByDescending(d => d.DeposeLe).ToListAsync(ct);
        if (depots.Count == 0 && attendue.Etat is (Regles.Inscription.EtatPiece.NonRequise or Regles.Inscription.EtatPiece.Dispensee))
            return new Introuvable("Cette pièce");
        return new Reponse(dossier, campagne, attendue, piece, [.. depots.Select(d => new Fichier(d.Nom, d.DeposeLe, d.Analyse, d.Id == piece?.DepotId, d.SupprimeLe is not null))],
            DeposerPiece.Refuser(dossier, campagne, attendue, piece), donnees.Horloge.GetUtcNow());
    }
}
