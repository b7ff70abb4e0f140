using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>
/// The records of the interviews, to read and answer from a personal link. A guardian reads those his child has answered, and no other: the child's words come first. Actor:
/// whoever holds the link.
/// </summary>
public sealed class ConsulterMesEntretiens(BaseRebond donnees)
{
    /// <param name="Mineur">On the day it was held: the guardian answers too.</param>
    public sealed record Fiche(EntretienSituation Entretien, string? RecuPar, bool Mineur);

    /// <param name="EnAttente">Held, but the young person has not answered yet: a guardian is told that they exist.</param>
    public sealed record Reponse(TitulaireLien Titulaire, string Prenom, string Lieu, bool EstOuvert, IReadOnlyList<Fiche> Fiches, int EnAttente);

    public async Task<Outcome<Reponse>> ExecuteAsync(Porteur porteur, CancellationToken ct)
    {
        if (await donnees.DossierDuPorteurAsync(porteur, ct) is not { } dossier)
            return new LienFini();
        var tous = await donnees.Set<EntretienSituation>().AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderByDescending(e => e.TenuLe).ThenByDescending(e => e.Id).ToListAsync(ct);
        var lisibles = porteur.Titulaire == TitulaireLien.Jeune ? tous : tous.FindAll(e => e.LeJeuneARepondu);
        var creneaux = lisibles.Select(e => e.CreneauId).OfType<Guid>().ToList();
        var interlocuteurs = await donnees.Set<CreneauEntretien>().AsNoTracking().Where(c => creneaux.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Interlocuteur, ct);
        var comptes = lisibles.Select(e => e.Par).OfType<Guid>().Distinct().ToList();
        var noms = await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);
        return new Reponse(porteur.Titulaire, dossier.Prenoms.Split(' ')[0], await donnees.NomProprietaireAsync(dossier, ct), dossier.EstOuvert,
            [.. lisibles.Select(e => new Fiche(e, e.CreneauId is { } c && interlocuteurs.TryGetValue(c, out var qui) ? qui : e.Par is { } par ? noms.GetValueOrDefault(par) : null, dossier.EstMineurLe(e.TenuLe.JourAParis())))],
            tous.Count - lisibles.Count);
    }
}
