using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Bench;

/// <summary>
/// The same deliberation, from the database to the commit, on bases of about 1,000 to 1,000,000 candidates (SQLite): what one candidate costs
/// must not grow with their number. The large bases are the demonstration académie several times over, juries included.
/// </summary>
internal static class BancEchelle
{
    public static async Task ExecuterAsync(int plafond)
    {
        Console.WriteLine("Coût d'un candidat, de la base à la validation, SQLite (médianes de 5 tours, après chauffe)");
        var couts = new List<double>();
        foreach (var vise in (int[])[1_000, 10_000, 100_000, 1_000_000])
        {
            if (vise > plafond)
                continue;
            var dossier = Directory.CreateTempSubdirectory("rebond-banc-").FullName;
            var chaine = $"Data Source={Path.Combine(dossier, "banc.db")}";
            var candidats = await CreerAsync(chaine, vise);
            // The small ones are over before the compiler has done, and it works beside: ten seconds of processor on the same work first, and one round at least.
            var (temps, processeur, depart) = (new List<TimeSpan>(), new List<TimeSpan>(), Environment.CpuUsage.TotalTime);
            for (var tour = 0; temps.Count < 5; tour++)
            {
                await BancSession.EffacerAsync(chaine);
                var debut = Environment.CpuUsage.TotalTime;
                var duree = await Mesure.ChronometrerAsync(() => BancSession.DelibererAsync(chaine));
                if (tour == 0 || (temps.Count == 0 && Environment.CpuUsage.TotalTime - depart < TimeSpan.FromSeconds(10)))
                    continue;
                temps.Add(duree);
                processeur.Add(Environment.CpuUsage.TotalTime - debut);
            }
            couts.Add(Mesure.Mediane(processeur).TotalMicroseconds / candidats);
            Mesure.Ecrire($"{candidats:N0} candidats ({couts[^1]:N1} µs de processeur chacun)", Mesure.Mediane(temps));
            SqliteConnection.ClearAllPools();
            Directory.Delete(dossier, recursive: true);
        }
        Mesure.Rapport("du plus cher au moins cher", couts.Max() / couts.Min(), "plat");
    }

    /// <summary>Whole juries of the académie until there are enough, or the académie several times over: lots keep their size, so that only the number changes.</summary>
    private static async Task<int> CreerAsync(string chaine, int vise)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        await donnees.PreparerAsync(CancellationToken.None);
        await new CreerDemonstration(donnees).ExecuteAsync(new(BancSession.Session), Acteur.LigneDeCommande, null, CancellationToken.None);
        var lots = await donnees.Set<Candidature>().GroupBy(c => c.JuryId).Select(g => new { Jury = g.Key, Nombre = g.Count() }).OrderBy(g => g.Jury).ToListAsync();
        var premiers = lots.Sum(l => l.Nombre);
        if (vise < premiers)
        {
            var gardes = lots.TakeWhile((_, i) => lots.Take(i).Sum(l => l.Nombre) < vise).Select(l => l.Jury).ToList();
            await donnees.Set<FeuilleNotes>().Where(f => !donnees.Set<Candidature>().Any(c => c.Id == f.CandidatureId && gardes.Contains(c.JuryId))).ExecuteDeleteAsync();
            await donnees.Set<Candidature>().Where(c => !gardes.Contains(c.JuryId)).ExecuteDeleteAsync();
            await donnees.Set<Jury>().Where(j => !gardes.Contains(j.Id)).ExecuteDeleteAsync();
            await donnees.Database.ExecuteSqlRawAsync("vacuum");
        }
        for (var copie = 1; copie < vise / premiers; copie++)
        {
            await using var transaction = await donnees.Database.BeginTransactionAsync();
            await CopierAsync(donnees, "resultats_jury", copie, premiers);
            await CopierAsync(donnees, "inscription_candidature", copie, premiers);
            await CopierAsync(donnees, "examen_feuille_notes", copie, premiers);
            await transaction.CommitAsync();
        }
        await donnees.MesurerTablesAsync(CancellationToken.None);
        return await donnees.Set<Candidature>().CountAsync();
    }

    /// <summary>The rows of the first académie once more under other keys: ids keep their order, numbers go on.</summary>
    private static async Task CopierAsync(BaseRebond donnees, string table, int copie, int premiers)
    {
        var colonnes = await donnees.Database.SqlQuery<string>($"select name as \"Value\" from pragma_table_info({table})").ToListAsync();
        var prefixe = (0x01700000 + copie).ToString("X8", CultureInfo.InvariantCulture);
        var valeurs = colonnes.Select(c => c switch
        {
            "id" or "jury_id" or "candidature_id" => $"'{prefixe}' || substr({c}, 9)",
            "jury_parent_id" or "ine" => "null",
            "numero" => $"printf('%010d', rowid + {(long)copie * premiers + 3_000_000_000})",
            "numero_anonymat" => $"printf('%02X', {copie}) || substr(numero_anonymat, 1, 14)",
            "code" => $"code || '~{copie}'",
            _ => c,
        });
        // Those of the first académie only: the later ones begin by 017.
        var cle = table == "examen_feuille_notes" ? "candidature_id" : "id";
#pragma warning disable EF1002 // our own tables and numbers
        await donnees.Database.ExecuteSqlRawAsync($"insert into {table} ({string.Join(", ", colonnes)}) select {string.Join(", ", valeurs)} from {table} where {cle} not like '017%' order by rowid");
#pragma warning restore EF1002
    }
}
