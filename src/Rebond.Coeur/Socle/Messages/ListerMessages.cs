using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>One queue of messages, oldest first (sent and cancelled ones latest first), and how many each queue holds. Actor: whoever holds templates, and the administrateur.</summary>
public sealed class ListerMessages(BaseRebond donnees)
{
    public const int ParPage = 50;

    /// <param name="Page">From 1; beyond the last one, the last one.</param>
    public sealed record Demande(FileDeMessages File = FileDeMessages.EnAttente, CanalMessage? Canal = null, int Page = 1);

    /// <param name="Nom">Null when this person follows the message without reading it.</param>
    public sealed record Ligne(Guid Id, CanalMessage Canal, string Modele, string? Nom, string? Sujet, DateTime CreeLe, DateTime? EnvoyeLe, DateTime? ProchainEssai, int Essais, string? Erreur, bool DansUnLot);

    public sealed record Compte(FileDeMessages File, CanalMessage Canal, int Nombre);

    public sealed record Reponse(IReadOnlyList<Ligne> Lignes, IReadOnlyList<Compte> Comptes, int Total, int Page, int NombrePages);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesMessages())
            return new Interdit();
        var suivis = donnees.MessagesSuivisPar(acteur).AsNoTracking();
        var groupes = await suivis.GroupBy(m => new { m.Etat, m.Canal, Prevu = m.ProchainEssai != null }).Select(g => new { g.Key.Etat, g.Key.Canal, g.Key.Prevu, Nombre = g.Count() }).ToListAsync(ct);
        var comptes = groupes.GroupBy(g => (File: PerimetreMessages.File(g.Etat, g.Prevu), g.Canal)).Select(g => new Compte(g.Key.File, g.Key.Canal, g.Sum(x => x.Nombre))).ToList();

        var file = suivis.De(demande.File);
        if (demande.Canal is { } canal)
            file = file.Where(m => m.Canal == canal);
        var total = comptes.Where(c => c.File == demande.File && (demande.Canal is null || c.Canal == demande.Canal)).Sum(c => c.Nombre);
        var pages = Math.Max(1, (total + ParPage - 1) / ParPage);
        var numero = Math.Clamp(demande.Page, 1, pages);
        var triee = demande.File is FileDeMessages.Envoyes or FileDeMessages.Annules ? file.OrderByDescending(m => m.CreeLe).ThenByDescending(m => m.Id) : file.OrderBy(m => m.CreeLe).ThenBy(m => m.Id);
        var lus = donnees.MessagesDe(acteur);
        var lignes = await triee.Skip((numero - 1) * ParPage).Take(ParPage)
            .Select(m => new { M = m, Lisible = lus.Any(l => l.Id == m.Id) })
            .Select(x => new Ligne(x.M.Id, x.M.Canal, x.M.Modele, x.Lisible ? x.M.Nom : null, x.Lisible ? x.M.Sujet : null, x.M.CreeLe, x.M.EnvoyeLe, x.M.ProchainEssai, x.M.Essais, x.M.Erreur, x.M.LotId != null)).ToListAsync(ct);
        return new Reponse(lignes, comptes, total, numero, pages);
    }
}
