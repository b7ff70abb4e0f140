using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>
/// Erases the files whose retention has ended: first the list, then the act on that very list. The key goes with the row's save, the file after it;
/// files left without a readable row by a crash are swept at the same time. Actor: administrateur, or the command line.
/// </summary>
public sealed class PurgerDepots(BaseRebond donnees, CoffreDepots coffre)
{
    /// <summary>What one act takes at most; the next takes the rest.</summary>
    public const int ParPurge = 5_000;

    private static readonly TimeSpan AgeOrphelin = TimeSpan.FromDays(1);

    /// <param name="Liste">Null: only the list. Else <see cref="Reponse.Empreinte"/> of the list that was read: another list is not erased.</param>
    public sealed record Demande(string? Liste = null);

    public sealed record Ligne(Guid Id, string Proprietaire, string Conservation, DateOnly ASupprimerLe, long Taille);

    /// <param name="Empreinte">SHA-256 of the ids of the list.</param>
    /// <param name="Orphelins">Unreadable files swept by the act; 0 for a list.</param>
    public sealed record Reponse(IReadOnlyList<Ligne> Lignes, string Empreinte, bool Fait, int Orphelins);

    public sealed record ListeChangee() : Refus(GenreRefus.Conflit, "LISTE_CHANGEE", "La liste des fichiers à supprimer a changé depuis que vous l’avez lue : relisez-la, puis confirmez.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        var maintenant = donnees.Horloge.GetUtcNow();
        var jour = maintenant.UtcDateTime.JourAParis();
        var echus = donnees.Set<Depot>().Where(d => d.SupprimeLe == null && d.ASupprimerLe <= jour).OrderBy(d => d.Id).Take(ParPurge);
        if (demande.Liste is null)
        {
            var liste = await echus.Select(d => new Ligne(d.Id, d.Proprietaire, d.Conservation, d.ASupprimerLe!.Value, d.Taille)).ToListAsync(ct);
            return new Reponse(liste, Empreinte(liste.Select(l => l.Id)), Fait: false, 0);
        }

        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var depots = await echus.ToListAsync(ct);
        var lignes = depots.Select(d => new Ligne(d.Id, d.Proprietaire, d.Conservation, d.ASupprimerLe!.Value, d.Taille)).ToList();
        var empreinte = Empreinte(lignes.Select(l => l.Id));
        if (empreinte != demande.Liste)
            return new ListeChangee();

        var purge = Guid.CreateVersion7();
        depots.ForEach(d => d.Effacer(maintenant.UtcDateTime, purge));
        donnees.Journaliser(new ActeAJournaliser(acteur, "DEPOTS_PURGES", $"purge:{purge}", Apres: string.Create(CultureInfo.InvariantCulture, $"depots:{depots.Count} empreinte:{empreinte}")));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        depots.ForEach(d => coffre.Detruire(d.Id));
        return new Reponse(lignes, empreinte, Fait: true, await BalayerAsync(ct));
    }

    /// <summary>Files without a row (a crash before the save) or whose row is erased (a crash after it, or an area that erased one).</summary>
    private async Task<int> BalayerAsync(CancellationToken ct)
    {
        var balayes = 0;
        foreach (var ids in coffre.FichiersDepuis(AgeOrphelin).Chunk(500))
        {
            var lisibles = await donnees.Set<Depot>().Where(d => ids.Contains(d.Id) && d.SupprimeLe == null).Select(d => d.Id).ToListAsync(ct);
            foreach (var id in ids.Except(lisibles))
            {
                coffre.Detruire(id);
                balayes++;
            }
        }
        return balayes;
    }

    private static string Empreinte(IEnumerable<Guid> ids) => Convert.ToHexStringLower(SHA256.HashData([.. ids.SelectMany(i => i.ToByteArray())]));
}
