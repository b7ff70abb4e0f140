using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>
/// Opens a file for one person, and journals that he did. Whether he may is decided by the area that owns it: it hands over the decision, which
/// sees the row and answers yes or no; a no is as if the file did not exist.
/// </summary>
public sealed class LireDepot(BaseRebond donnees, CoffreDepots coffre)
{
    public sealed record Demande(Guid DepotId, Func<Depot, CancellationToken, Task<bool>> PeutLire);

    /// <param name="Contenu">Plain, forward only; whoever receives it disposes of it.</param>
    public sealed record Reponse(Depot Depot, Stream Contenu);

    public sealed record Supprime(DateTime Le) : Refus(GenreRefus.Introuvable, "DEPOT_SUPPRIME", $"Ce fichier a été supprimé {HeureDeParis.EnMots(Le)}, à la fin de sa durée de conservation.");

    public sealed record Infecte() : Refus(GenreRefus.Conflit, "DEPOT_INFECTE", "L’antivirus a reconnu un programme malveillant dans ce fichier depuis son dépôt : il ne s’ouvre plus. Demandez un autre fichier à son auteur.");

    public sealed record Illisible() : Refus(GenreRefus.Conflit, "DEPOT_ILLISIBLE", "Ce fichier ne s’ouvre pas : il manque au stockage, ou il a été altéré. Prévenez l’administrateur, et demandez un autre fichier à son auteur.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var depot = await donnees.Set<Depot>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == demande.DepotId, ct);
        if (depot is null || !await demande.PeutLire(depot, ct))
            return new Introuvable("Ce fichier");
        if (depot.SupprimeLe is { } le)
            return new Supprime(le);
        if (depot.Analyse == AnalyseDepot.Infecte)
            return new Infecte();

        if (coffre.Ouvrir(depot) is not { } contenu)
            return new Illisible();
        try
        {
            donnees.Journaliser(new ActeAJournaliser(acteur, "DEPOT_LU", $"depot:{depot.Id}"));
            await donnees.SaveChangesAsync(ct);
            return new Reponse(depot, contenu);
        }
        catch
        {
            await contenu.DisposeAsync();
            throw;
        }
    }
}
