using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Messages.Lettres;

/// <summary>Gathers waiting letters, oldest first, into a batch to print: two people never print the same letter. Actor: the role that holds letter templates, over its académie.</summary>
public sealed class PreparerLot(BaseRebond donnees)
{
    /// <param name="Modele">Null: whatever waits.</param>
    public sealed record Demande(string? Modele = null);

    public sealed record Reponse(Guid LotId, int Nombre);

    public sealed record AucuneLettre() : Refus(GenreRefus.Conflit, "AUCUNE_LETTRE", "Aucune lettre n’attend d’être imprimée : il n’y a pas de lot à préparer.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (acteur.AcademieDesLettres() is not { } academie)
            return new Interdit();
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var ids = await donnees.LettresEnAttente(acteur, academie).Where(m => demande.Modele == null || m.Modele == demande.Modele)
            .OrderBy(m => m.CreeLe).ThenBy(m => m.Id).Take(LotLettres.Maximum).Select(m => m.Id).ToListAsync(ct);
        if (ids.Count == 0)
            return new AucuneLettre();
        var lot = new LotLettres { TenuPar = acteur.Role, Academie = academie, Nombre = ids.Count, CreeLe = donnees.Horloge.GetUtcNow().UtcDateTime, CompteId = acteur.CompteId };
        await donnees.Set<Message>().Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.LotId, lot.Id).SetProperty(x => x.Version, x => x.Version + 1), ct);
        donnees.Add(lot);
        donnees.Journaliser(new ActeAJournaliser(acteur, "LOT_LETTRES_PREPARE", $"lot:{lot.Id}", Apres: "lettres:" + ids.Count.ToString(CultureInfo.InvariantCulture)));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(lot.Id, ids.Count);
    }
}
