using AwesomeAssertions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Parcours.Tests.Coupures;

/// <summary>A small demonstration académie on one engine, and what a connection opened after a cut finds in each table the act writes to.</summary>
internal sealed class BaseCoupee : IAsyncDisposable
{
    private static readonly SessionExamen Session = SessionExamen.Juin(2020);
    private readonly BaseDeTest _base;
    private long _lignesAuDepart;

    private BaseCoupee(BaseDeTest socle) => (_base, Commande, Temoin) = (socle, new CommandeTuee(socle.Chaine), new TemoinDActe(socle));

    public CommandeTuee Commande { get; }
    public TemoinDActe Temoin { get; }
    public Deliberation Rien { get; } = new(0, 0, 0);
    public Deliberation Tout { get; private set; } = null!;

    public sealed record Deliberation(int Decisions, int JurysClos, int LignesDeLot);

    /// <param name="Premiere">Signatures in the publication; the lines are those of the journal.</param>
    /// <param name="Suivis">Follow-up files of its exam, which the second signature opens; <paramref name="SuivisJournalises"/> as its line counts them.</param>
    public sealed record Signatures(string Publication, bool Premiere, bool Seconde, int LignesPremiere, int LignesSeconde, int Suivis, int SuivisJournalises)
    {
        public int Nombre => (Premiere ? 1 : 0) + (Seconde ? 1 : 0);
    }

    public static async Task<BaseCoupee> CreerAsync(Moteur moteur)
    {
        var coupee = new BaseCoupee(await BaseDeTest.CreerAsync(moteur));
        (await coupee.Commande.JusquAuBoutAsync(Ct, "demo", "creer", "--session", "2020", "--echelle", "0.05")).Should().Match<CommandeTuee.Fin>(f => f.Code == 0);
        await using var donnees = coupee._base.Ouvrir();
        // A parent jury closes with the others and carries no candidate: it has no line.
        coupee.Tout = new(await donnees.Set<Candidature>().CountAsync(Ct), await donnees.Set<Jury>().CountAsync(Ct), await donnees.Set<Candidature>().Select(c => c.JuryId).Distinct().CountAsync(Ct));
        await coupee.RetenirAsync();
        return coupee;
    }

    /// <summary>From now on, forgetting goes back here.</summary>
    public async Task RetenirAsync()
    {
        await using var donnees = _base.Ouvrir();
        _lignesAuDepart = await donnees.Set<LigneJournal>().CountAsync(Ct);
    }

    public Task<Deliberation> LireDeliberationAsync() => ApresLaCoupureAsync(async donnees => new Deliberation(
        await donnees.Set<DecisionCandidat>().CountAsync(Ct),
        await donnees.Set<Jury>().CountAsync(j => j.Etat == EtatJury.Clos, Ct),
        await donnees.Set<LigneJournal>().CountAsync(l => l.Acte == ArreterDecisions.ActeArrete, Ct)));

    public Task<IReadOnlyList<Signatures>> LireSignaturesAsync() => ApresLaCoupureAsync<IReadOnlyList<Signatures>>(async donnees =>
    {
        var publications = await donnees.Set<Publication>().AsNoTracking().ToListAsync(Ct);
        var lignes = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet.StartsWith("publication:")).Select(l => new { l.Objet, l.Acte }).ToListAsync(Ct);
        var ouverts = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Acte == "SUIVI_OUVERT").Select(l => new { l.Objet, l.Apres }).ToListAsync(Ct);
        var suivis = await donnees.Set<DossierSuivi>().AsNoTracking().GroupBy(d => d.Examen).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, Ct);
        return [.. from objet in lignes.Select(l => l.Objet).Union(publications.Select(Objet)).Order()
                   let p = publications.SingleOrDefault(p => Objet(p) == objet)
                   select new Signatures(objet, p?.PremiereSignature is not null, p?.SecondeSignature is not null,
                       lignes.Count(l => l.Objet == objet && l.Acte == "PUBLICATION_PREMIERE_SIGNATURE"), lignes.Count(l => l.Objet == objet && l.Acte == "PUBLICATION_SECONDE_SIGNATURE"),
                       suivis.GetValueOrDefault(objet.Split('/')[1]), ouverts.Where(l => l.Objet == objet.Replace("publication:", "suivi:")).Sum(l => int.Parse(l.Apres!.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)))];
    });

    /// <summary>What must hold whatever was cut: the chain whole, and on SQLite every page of the file in its place.</summary>
    public Task VerifierEntiereAsync(string moment) => ApresLaCoupureAsync(async donnees =>
    {
        (await new VerifierJournal(donnees).ExecuteAsync(null, Ct)).Ruptures.Should().BeEmpty(moment);
        if (_base.Moteur == Moteur.Sqlite)
            (await donnees.Database.SqlQuery<string>($"select integrity_check as \"Value\" from pragma_integrity_check").ToListAsync(Ct)).Should().Equal(["ok"], moment);
        return true;
    });

    /// <summary>Every closed decision decided again, and each jury's digest against its line of the journal.</summary>
    public Task RejouerAsync(string moment) => ApresLaCoupureAsync(async donnees =>
    {
        (await new RejouerSession(donnees).ExecuteAsync(new(Session), Acteur.LigneDeCommande, Ct)).Valeur!.Differentes.Should().BeEmpty(moment);
        return true;
    });

    /// <summary>Back to before the act, for the next attempt.</summary>
    public async Task OublierAsync(bool garderDeliberation = false)
    {
        await using var donnees = _base.Ouvrir();
        await donnees.Set<DossierSuivi>().ExecuteDeleteAsync(Ct);
        await donnees.Set<Publication>().ExecuteDeleteAsync(Ct);
        if (!garderDeliberation)
        {
            await donnees.Set<DecisionCandidat>().ExecuteDeleteAsync(Ct);
            await donnees.Set<Jury>().ExecuteUpdateAsync(j => j.SetProperty(x => x.Etat, EtatJury.Constitue), Ct);
        }
        await donnees.Set<LigneJournal>().Where(l => l.Numero > _lignesAuDepart).ExecuteDeleteAsync(Ct);
        Lacher();
    }

    public async ValueTask DisposeAsync()
    {
        await Temoin.DisposeAsync();
        await _base.DisposeAsync();
    }

    private async Task<T> ApresLaCoupureAsync<T>(Func<BaseRebond, Task<T>> lire)
    {
        try
        {
            await using var donnees = _base.Ouvrir();
            // The server may still be finishing what the dead process had sent: wait until it noticed.
            while (_base.Moteur == Moteur.PostgreSql && await AutresConnexionsAsync(donnees) > 0)
                await Task.Delay(10, Ct);
            return await lire(donnees);
        }
        finally
        {
            Lacher();
        }
    }

    private static Task<int> AutresConnexionsAsync(BaseRebond donnees) =>
        donnees.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'").SingleAsync(Ct);

    /// <summary>No connection of ours stays on the file: the next command, and the next reading, find it as the dead process left it.</summary>
    private void Lacher()
    {
        if (_base.Moteur == Moteur.Sqlite)
            SqliteConnection.ClearPool(new SqliteConnection(_base.Chaine));
        else
            NpgsqlConnection.ClearPool(new NpgsqlConnection(_base.Chaine));
    }

    private static string Objet(Publication p) => $"publication:{p.Session}/{p.Examen.Code()}/{p.Groupe.Code()}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
