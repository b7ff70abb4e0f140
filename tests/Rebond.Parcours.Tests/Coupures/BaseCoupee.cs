using Microsoft.EntityFrameworkCore;
using Npgsql;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Parcours.Tests.Coupures;

/// <summary>A small demonstration académie on one engine, and what its tables say after a cut.</summary>
internal sealed class BaseCoupee : IAsyncDisposable
{
    private static readonly SessionExamen Session = SessionExamen.Juin(2020);
    private readonly BaseDeTest _base;
    private long _lignesAuDepart;

    private BaseCoupee(BaseDeTest socle) => (_base, Commande) = (socle, new CommandeTuee(socle.Chaine));

    public CommandeTuee Commande { get; }
    public int Candidats { get; private set; }
    public int Jurys { get; private set; }

    /// <summary>What a deliberation writes, counted in each table it writes to.</summary>
    public sealed record Deliberation(int Decisions, int JurysClos, int LignesDeLot);

    /// <summary>What a publication writes: signatures in its table, signatures in the journal.</summary>
    public sealed record Signatures(string Publication, bool Premiere, bool Seconde, int LignesPremiere, int LignesSeconde);

    public static async Task<BaseCoupee> CreerAsync(Moteur moteur)
    {
        var coupee = new BaseCoupee(await BaseDeTest.CreerAsync(moteur));
        await using var donnees = coupee._base.Ouvrir();
        var demo = (await new CreerDemonstration(donnees).ExecuteAsync(new(Session, 1, 0.1m), Acteur.LigneDeCommande, null, Ct)).Valeur!;
        var r = demo.Reperes;
        await new CreerComptesDemonstration(donnees).ExecuteAsync(new(true, "02", r.Departement, r.Uai, r.JuryId, r.CandidatureId, r.CandidaturePublieeId), Acteur.LigneDeCommande, Ct);
        (coupee.Candidats, coupee.Jurys) = (demo.Candidats, await donnees.Set<Candidature>().Select(c => c.JuryId).Distinct().CountAsync(Ct));
        await coupee.RetenirAsync();
        return coupee;
    }

    public Deliberation Rien { get; } = new(0, 0, 0);
    public Deliberation Tout => new(Candidats, Jurys, Jurys);

    /// <summary>From now on, forgetting goes back here.</summary>
    public async Task RetenirAsync()
    {
        await using var donnees = _base.Ouvrir();
        _lignesAuDepart = await donnees.Set<LigneJournal>().CountAsync(Ct);
    }

    public async Task<Deliberation> LireDeliberationAsync()
    {
        await using var donnees = await OuvrirApresLaCoupureAsync();
        return new(await donnees.Set<DecisionCandidat>().CountAsync(Ct), await donnees.Set<Jury>().CountAsync(j => j.Etat == EtatJury.Clos, Ct),
            await donnees.Set<LigneJournal>().CountAsync(l => l.Acte == ArreterDecisions.ActeArrete, Ct));
    }

    public async Task<IReadOnlyList<Signatures>> LireSignaturesAsync()
    {
        await using var donnees = await OuvrirApresLaCoupureAsync();
        var publications = await donnees.Set<Publication>().AsNoTracking().ToListAsync(Ct);
        var lignes = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet.StartsWith("publication:")).Select(l => new { l.Objet, l.Acte }).ToListAsync(Ct);
        return [.. from objet in lignes.Select(l => l.Objet).Union(publications.Select(Objet)).Order()
                   let p = publications.SingleOrDefault(p => Objet(p) == objet)
                   select new Signatures(objet, p?.PremiereSignature is not null, p?.SecondeSignature is not null,
                       lignes.Count(l => l.Objet == objet && l.Acte == "PUBLICATION_PREMIERE_SIGNATURE"), lignes.Count(l => l.Objet == objet && l.Acte == "PUBLICATION_SECONDE_SIGNATURE"))];
    }

    public async Task<IReadOnlyList<VerifierJournal.Rupture>> VerifierJournalAsync()
    {
        await using var donnees = _base.Ouvrir();
        return (await new VerifierJournal(donnees).ExecuteAsync(null, Ct)).Ruptures;
    }

    /// <summary>Back to before the act, for the next attempt.</summary>
    public async Task OublierAsync(bool garderDeliberation = false)
    {
        await using var donnees = _base.Ouvrir();
        await donnees.Set<Publication>().ExecuteDeleteAsync(Ct);
        if (!garderDeliberation)
        {
            await donnees.Set<DecisionCandidat>().ExecuteDeleteAsync(Ct);
            await donnees.Set<Jury>().ExecuteUpdateAsync(j => j.SetProperty(x => x.Etat, EtatJury.Constitue), Ct);
        }
        await donnees.Set<LigneJournal>().Where(l => l.Numero > _lignesAuDepart).ExecuteDeleteAsync(Ct);
    }

    public ValueTask DisposeAsync() => _base.DisposeAsync();

    private static string Objet(Publication p) => $"publication:{p.Session}/{p.Examen.Code()}/{p.Groupe.Code()}";

    /// <summary>A PostgreSQL server may still be finishing what the dead process had sent: wait until it noticed.</summary>
    private async Task<BaseRebond> OuvrirApresLaCoupureAsync()
    {
        NpgsqlConnection.ClearAllPools();
        var donnees = _base.Ouvrir();
        while (_base.Moteur == Moteur.PostgreSql
            && await donnees.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'").SingleAsync(Ct) > 0)
            await Task.Delay(20, Ct);
        return donnees;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
