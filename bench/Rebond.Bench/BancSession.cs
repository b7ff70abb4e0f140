using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Bench;

/// <summary>
/// The whole académie, from the database to committed decisions and journal, against a bare prepared-statement insert of the same rows in the
/// same engine and the same run; then the cost of one candidate from 1,000 to 1,000,000, in memory.
/// </summary>
internal static class BancSession
{
    private const int Tours = 5;
    private static readonly SessionExamen Session = SessionExamen.Juin(2020);

    public static async Task ExecuterAsync()
    {
        var dossier = Directory.CreateTempSubdirectory("rebond-banc-").FullName;
        var chaine = $"Data Source={Path.Combine(dossier, "banc.db")}";
        await using (var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System))
        {
            await donnees.PreparerAsync(CancellationToken.None);
            await new CreerDemonstration(donnees).ExecuteAsync(new(Session), Acteur.LigneDeCommande, null, CancellationToken.None);
        }
        var (deliberations, insertions) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var tour = -1; tour < Tours; tour++)
        {
            await EffacerAsync(chaine);
            var deliberation = await Mesure.ChronometrerAsync(() => DelibererAsync(chaine));
            var lignes = await LireAsync(chaine);
            await EffacerAsync(chaine);
            var insertion = await Mesure.ChronometrerAsync(() => InsererNuAsync(chaine, lignes));
            if (tour < 0)
                continue; // first round: the code is being compiled
            deliberations.Add(deliberation);
            insertions.Add(insertion);
        }
        Console.WriteLine($"Délibération de l'académie entière, SQLite, médianes de {Tours} tours");
        Mesure.Ecrire("Rebond : lire, décider, écrire, journaliser, valider", Mesure.Mediane(deliberations));
        Mesure.Ecrire("insertion nue des mêmes lignes, instruction préparée", Mesure.Mediane(insertions));
        Mesure.Rapport("fois l'insertion nue", Mesure.Mediane(deliberations) / Mesure.Mediane(insertions), "au plus 3");
        await ParCandidatAsync(chaine);
        SqliteConnection.ClearAllPools();
        Directory.Delete(dossier, recursive: true);
    }

    private static async Task DelibererAsync(string chaine)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        var issue = await new DelibererSession(donnees).ExecuteAsync(new(Session), Acteur.LigneDeCommande, CancellationToken.None);
        if (!issue.EstReussi)
            throw new InvalidOperationException(issue.Refus[0].Phrase);
    }

    private static async Task EffacerAsync(string chaine)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        await donnees.Set<DecisionCandidat>().ExecuteDeleteAsync();
        await donnees.Set<LigneJournal>().Where(l => l.Acte == ArreterDecisions.ActeArrete).ExecuteDeleteAsync();
    }

    private static async Task<List<object?[]>> LireAsync(string chaine)
    {
        await using var connexion = new SqliteConnection(chaine);
        await connexion.OpenAsync();
        await using var commande = new SqliteCommand("select * from resultats_decision", connexion);
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

    private static async Task InsererNuAsync(string chaine, List<object?[]> lignes)
    {
        await using var connexion = new SqliteConnection(chaine);
        await connexion.OpenAsync();
        await using (var reglage = new SqliteCommand("PRAGMA synchronous=FULL", connexion))
            await reglage.ExecuteNonQueryAsync();
        await using var transaction = connexion.BeginTransaction();
        await using var commande = connexion.CreateCommand();
        commande.Transaction = transaction;
        var places = Enumerable.Range(0, lignes[0].Length).Select(i => "$" + i).ToArray();
#pragma warning disable CA2100 // our own column places
        commande.CommandText = $"insert into resultats_decision values ({string.Join(", ", places)})";
#pragma warning restore CA2100
        foreach (var place in places)
            commande.Parameters.Add(new SqliteParameter { ParameterName = place });
        commande.Prepare();
        foreach (var ligne in lignes)
        {
            for (var i = 0; i < ligne.Length; i++)
                commande.Parameters[i].Value = ligne[i];
            commande.ExecuteNonQuery();
        }
        await transaction.CommitAsync();
    }

    private static async Task ParCandidatAsync(string chaine)
    {
        await using var donnees = OptionsBase.Ouvrir(chaine, TimeProvider.System);
        var candidats = await donnees.LotsDeDeliberation(Session, null, GroupeEpreuves.Premier).ToListAsync();
        var composer = new ComposerDossier(Session);
        Console.WriteLine("Coût d'un candidat, lecture des notes et décision, un fil");
        var couts = new List<double>();
        foreach (var effectif in (int[])[1_000, 10_000, 100_000, 1_000_000])
        {
            // Candidates are taken in a spread order so that every size has the same mix of exams.
            var temps = Mesure.Mediane(3, () =>
            {
                for (var i = 0; i < effectif; i++)
                    Regles.Resultats.Resultat.Decider(composer.Composer(candidats[(int)(i * 7919L % candidats.Count)], GroupeEpreuves.Premier, true, []));
            });
            couts.Add(temps.TotalMicroseconds / effectif);
            Mesure.Ecrire($"{effectif:N0} candidats ({couts[^1]:N2} µs chacun)", temps);
        }
        Mesure.Rapport("du plus cher au moins cher", couts.Max() / couts.Min(), "plat");
    }
}
