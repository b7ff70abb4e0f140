using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Inscription;
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
        Console.WriteLine("Coût d'un candidat, de la base à la validation, SQLite (médianes de 3 tours, après chauffe)");
        var couts = new List<double>();
        foreach (var (echelle, copies) in ((decimal, int)[])[(0.03m, 1), (0.3m, 1), (1, 3), (1, 31)])
        {
            var dossier = Directory.CreateTempSubdirectory("rebond-banc-").FullName;
            var chaine = $"Data Source={Path.Combine(dossier, "banc.db")}";
            var candidats = await CreerAsync(chaine, echelle, copies, plafond);
            if (candidats > 0)
            {
                // The small ones are over before the compiler has done: they are warmed up longer.
                var (temps, processeur, chauffe) = (new List<TimeSpan>(), new List<TimeSpan>(), candidats < 50_000 ? 30 : 1);
                for (var tour = -chauffe; tour < 3; tour++)
                {
                    await BancSession.EffacerAsync(chaine);
                    var debut = Environment.CpuUsage.TotalTime;
                    var duree = await Mesure.ChronometrerAsync(() => BancSession.DelibererAsync(chaine));
                    if (tour < 0)
                        continue;
                    temps.Add(duree);
                    processeur.Add(Environment.CpuUsage.TotalTime - debut);
                }
                couts.Add(Mesure.Mediane(processeur).TotalMicroseconds / candidats);
                Mesure.Ecrire($"{candidats:N0} candidats ({couts[^1]:N1} µs de processeur chacun)", Mesure.Mediane(temps));
            }
            SqliteConnection.ClearAllPools();
            Directory.Delete(dossier, recursive: true);
        }
        Mesure.Rapport("du plus cher au moins cher", couts.Max() / couts.Min(), "plat");
    }

    private static async Task<int> CreerAsync(string chaine, decimal echelle, int copies, int plafond)
    {
        if (32_199 * echelle * copies > plafond)
            return 0;
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        await donnees.PreparerAsync(CancellationToken.None);
        await new CreerDemonstration(donnees).ExecuteAsync(new(BancSession.Session, Echelle: echelle), Acteur.LigneDeCommande, null, CancellationToken.None);
        var premiers = await donnees.Set<Candidature>().CountAsync();
        for (var copie = 1; copie < copies; copie++)
        {
            await using var transaction = await donnees.Database.BeginTransactionAsync();
            await CopierAsync(donnees, "resultats_jury", copie, premiers);
            await CopierAsync(donnees, "inscription_candidature", copie, premiers);
            await CopierAsync(donnees, "examen_feuille_notes", copie, premiers);
            await transaction.CommitAsync();
        }
        return premiers * copies;
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
