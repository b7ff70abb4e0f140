using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>Scans what was received while the scanner was absent or silent. Run by the site itself; a file found infected is closed, and the journal says so.</summary>
public sealed class AnalyserDepots(BaseRebond donnees, CoffreDepots coffre, AnalyseVirale antivirus)
{
    public const int ParPassage = 100;

    public sealed record Reponse(int Sains, int Infectes);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (acteur != Acteur.Automate && !acteur.A(Role.Administrateur))
            return new Interdit();
        var (sains, infectes) = (0, 0);
        if (!antivirus.EstConfiguree)
            return new Reponse(sains, infectes);
        var ids = await donnees.Set<Depot>().Where(d => d.Analyse == AnalyseDepot.NonAnalyse && d.SupprimeLe == null).OrderBy(d => d.AnalyseLe ?? d.DeposeLe).ThenBy(d => d.Id).Take(ParPassage).Select(d => d.Id).ToListAsync(ct);
        foreach (var id in ids)
        {
            if (await donnees.Set<Depot>().SingleOrDefaultAsync(d => d.Id == id && d.Analyse == AnalyseDepot.NonAnalyse && d.SupprimeLe == null, ct) is not { } depot)
                continue;
            var verdict = await ExaminerAsync(depot, ct);
            if (verdict.Muet)
                break;
            // What cannot be scanned goes behind the others, still NON_ANALYSE.
            (depot.Analyse, depot.AnalyseLe) = (verdict.Analyse, donnees.Horloge.GetUtcNow().UtcDateTime);
            if (verdict.Analyse == AnalyseDepot.Infecte)
            {
                infectes++;
                donnees.Journaliser(new ActeAJournaliser(acteur, "DEPOT_INFECTE", $"depot:{depot.Id}", Apres: verdict.Motif));
            }
            else if (verdict.Analyse == AnalyseDepot.Sain)
                sains++;
            try
            {
                await donnees.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node scanned it, or it was erased meanwhile.
            }
            donnees.ChangeTracker.Clear();
        }
        return new Reponse(sains, infectes);
    }

    private async Task<AnalyseVirale.Verdict> ExaminerAsync(Depot depot, CancellationToken ct)
    {
        if (coffre.Ouvrir(depot) is not { } contenu)
            return new(AnalyseDepot.NonAnalyse, "le fichier ne s’ouvre pas");
        await using (contenu)
            return await antivirus.ExaminerAsync(contenu, ct);
    }
}
