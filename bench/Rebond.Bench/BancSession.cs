using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Bench;

/// <summary>
/// The whole académie, from the database to committed decisions and journal, against a bare prepared-statement insert of the same rows in the
/// same engine and the same run, in turn; then the cost of one candidate from 1,000 to 1,000,000, in memory. SQLite always; PostgreSQL when
/// REBOND_BANC_POSTGRESQL names a server ("Host=…").
/// </summary>
internal static class BancSession
{
    private const int Chauffe = 3;
    private const int Tours = 9;
    public static readonly SessionExamen Session = SessionExamen.Juin(2020);

    public static async Task ExecuterAsync()
    {
        var dossier = Directory.CreateTempSubdirectory("rebond-banc-").FullName;
        var sqlite = $"Data Source={Path.Combine(dossier, "banc.db")}";
        await CreerAsync(sqlite);
        await ComparerAsync("SQLite", sqlite, [("insertion nue des mêmes lignes, instruction préparée", InsererSqliteAsync)]);
        await ParCandidatAsync(sqlite);
        SqliteConnection.ClearAllPools();
        Directory.Delete(dossier, recursive: true);

        if (Environment.GetEnvironmentVariable("REBOND_BANC_POSTGRESQL") is not { Length: > 0 } serveur)
            return;
        var nom = $"rebond_banc_{Guid.NewGuid():N}";
        await SurServeurAsync(serveur, $"create database {nom}");
        var postgres = new NpgsqlConnectionStringBuilder(serveur) { Database = nom }.ConnectionString;
        await CreerAsync(postgres);
        await ComparerAsync("PostgreSQL", postgres, [("insertion nue des mêmes lignes, instruction préparée", InsererPostgreSqlAsync), ("COPY binaire nu des mêmes lignes", CopierPostgreSqlAsync)]);
        NpgsqlConnection.ClearAllPools();
        await SurServeurAsync(serveur, $"drop database {nom} with (force)");
    }

    private static async Task CreerAsync(string chaine)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        await donnees.PreparerAsync(CancellationToken.None);
        await new CreerDemonstration(donnees).ExecuteAsync(new(Session), Acteur.LigneDeCommande, null, CancellationToken.None);
    }

    private static async Task ComparerAsync(string moteur, string chaine, IReadOnlyList<(string Nom, Func<string, List<object?[]>, Task> Inserer)> nues)
    {
        var deliberations = new List<TimeSpan>();
        var insertions = nues.Select(_ => new List<TimeSpan>()).ToList();
        for (var tour = -Chauffe; tour < Tours; tour++)
        {
            await EffacerAsync(chaine);
            var deliberation = await Mesure.ChronometrerAsync(() => DelibererAsync(chaine));
            var lignes = await LireAsync(chaine);
            if (tour >= 0)
                deliberations.Add(deliberation);
            foreach (var (nue, temps) in nues.Zip(insertions))
            {
                await EffacerAsync(chaine);
                var insertion = await Mesure.ChronometrerAsync(() => nue.Inserer(chaine, lignes));
                if (tour >= 0)
                    temps.Add(insertion);
            }
        }
        Console.WriteLine($"Délibération de l'académie entière, {moteur}, médianes de {Tours} tours");
        Mesure.Ecrire("Rebond : lire, décider, écrire, journaliser, valider", Mesure.Mediane(deliberations));
        foreach (var (nue, temps) in nues.Zip(insertions))
        {
            Mesure.Ecrire(nue.Nom, Mesure.Mediane(temps));
            // Round by round: a slow moment of the machine hits both.
            Mesure.Rapport("fois cette insertion, médiane des rapports de chaque tour", Mesure.Mediane([.. deliberations.Zip(temps, (d, i) => d / i)]), "au plus 3");
        }
    }

    public static async Task DelibererAsync(string chaine)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        var issue = await new DelibererSession(donnees).ExecuteAsync(new(Session), Acteur.LigneDeCommande, CancellationToken.None);
        if (!issue.EstReussi)
            throw new InvalidOperationException(issue.Refus[0].Phrase);
    }

    public static async Task EffacerAsync(string chaine)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        await donnees.Set<DecisionCandidat>().ExecuteDeleteAsync();
        await donnees.Set<LigneJournal>().Where(l => l.Acte == ArreterDecisions.ActeArrete).ExecuteDeleteAsync();
        // Dead rows of the last round would be somebody's cost.
        if (donnees.Database.IsNpgsql())
            await donnees.Database.ExecuteSqlRawAsync("vacuum resultats_decision");
    }

    private static async Task<List<object?[]>> LireAsync(string chaine)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        await donnees.Database.OpenConnectionAsync();
        await using var commande = donnees.Database.GetDbConnection().CreateCommand();
        commande.CommandText = "select * from resultats_decision";
        await using var lecteur = await commande.ExecuteReaderAsync();
        var lignes = new List<object?[]>();
        while (await lecteur.ReadAsync())
        {
            var ligne = new object?[lecteur.FieldCount];
            lecteur.GetValues(ligne!);
            lignes.Add(ligne);
        }
        return lignes;
    }

    private static async Task InsererSqliteAsync(string chaine, List<object?[]> lignes)
    {
        await using var connexion = new SqliteConnection(chaine);
        await connexion.OpenAsync();
        // As the act that binds: its commit survives a power cut.
        await using (var reglage = new SqliteCommand("PRAGMA synchronous=FULL", connexion))
            await reglage.ExecuteNonQueryAsync();
        await InsererAsync(connexion, lignes, "$");
    }

    private static async Task InsererPostgreSqlAsync(string chaine, List<object?[]> lignes)
    {
        await using var connexion = new NpgsqlConnection(chaine);
        await connexion.OpenAsync();
        await InsererAsync(connexion, lignes, "@p");
    }

    private static async Task InsererAsync(DbConnection connexion, List<object?[]> lignes, string prefixe)
    {
        await using var transaction = await connexion.BeginTransactionAsync();
        await using var commande = connexion.CreateCommand();
        commande.Transaction = transaction;
        var places = Enumerable.Range(0, lignes[0].Length).Select(i => prefixe + i).ToArray();
#pragma warning disable CA2100 // our own column places
        commande.CommandText = $"insert into resultats_decision values ({string.Join(", ", places)})";
#pragma warning restore CA2100
        var parametres = new DbParameter[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            parametres[i] = commande.CreateParameter();
            (parametres[i].ParameterName, parametres[i].Value) = (places[i], lignes[0][i]);
            commande.Parameters.Add(parametres[i]);
        }
        await commande.PrepareAsync();
        foreach (var ligne in lignes)
        {
            for (var i = 0; i < ligne.Length; i++)
                parametres[i].Value = ligne[i];
            // The driver of SQLite has no other way; that of PostgreSQL waits for the answer of each row.
            commande.ExecuteNonQuery();
        }
        await transaction.CommitAsync();
    }

    private static async Task CopierPostgreSqlAsync(string chaine, List<object?[]> lignes)
    {
        await using var connexion = new NpgsqlConnection(chaine);
        await connexion.OpenAsync();
        await using var transaction = await connexion.BeginTransactionAsync();
        await using (var copie = await connexion.BeginBinaryImportAsync("copy resultats_decision from stdin (format binary)"))
        {
            foreach (var ligne in lignes)
                await copie.WriteRowAsync(CancellationToken.None, ligne);
            await copie.CompleteAsync();
        }
        await transaction.CommitAsync();
    }

    private static async Task SurServeurAsync(string serveur, string sql)
    {
        await using var connexion = new NpgsqlConnection(serveur);
        await connexion.OpenAsync();
#pragma warning disable CA2100 // a name of our own
        await using var commande = new NpgsqlCommand(sql, connexion);
#pragma warning restore CA2100
        await commande.ExecuteNonQueryAsync();
    }

    private static async Task ParCandidatAsync(string chaine)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        var candidats = await donnees.LotsDeDeliberation(Session, null, GroupeEpreuves.Premier).ToListAsync();
        var composer = new ComposerDossier(Session);
        var maintenant = DateTime.UtcNow;
        // Until the compiler has finished, whatever the number: two seconds of the very work that is measured.
        Mesure.Pendant(TimeSpan.FromSeconds(2), () => Decider(1_000));
        Console.WriteLine("Coût d'un candidat en mémoire : lire ses notes, décider, écrire son cas, prendre l'empreinte de son lot ; temps processeur");
        var couts = new List<double>();
        foreach (var effectif in (int[])[1_000, 10_000, 100_000, 1_000_000])
        {
            // A short batch is repeated until it lasts: a millisecond alone measures the clock and its neighbours.
            var repetitions = Math.Max(1, 1_000_000 / effectif / 4);
            var temps = Mesure.MedianeProcesseur(5, () =>
            {
                for (var i = 0; i < repetitions; i++)
                    Decider(effectif);
            });
            couts.Add(temps.TotalMicroseconds / effectif / repetitions);
            Mesure.Ecrire($"{effectif:N0} candidats, {repetitions} fois ({couts[^1]:N2} µs chacun)", temps);
        }
        Mesure.Rapport("du plus cher au moins cher", couts.Max() / couts.Min(), "plat");

        // By lots of 230, as juries are; spread over the académie, so that every size has the same mix of exams and walks as much memory.
        void Decider(int effectif)
        {
            var lot = new List<DecisionCandidat>(230);
            for (var i = 0; i < effectif; i++)
            {
                var candidat = candidats[(int)(i * 7919L % candidats.Count)];
                lot.Add(DelibererSession.Decider(candidat, composer.Composer(candidat, GroupeEpreuves.Premier, true, []), GroupeEpreuves.Premier, EtatDecision.Arretee, maintenant));
                if (lot.Count == 230 || i == effectif - 1)
                {
                    EmpreinteDecisions.Calculer(lot);
                    lot.Clear();
                }
            }
        }
    }
}
