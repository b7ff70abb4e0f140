using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Commission;

/// <summary>Four lycées of the département 013 (two near, one at 22 km, one that no map knows), files handed over with their wishes, and the sitting of July 2026.</summary>
internal sealed class CommissionDEssai : IAsyncDisposable
{
    public const string Ici = "0130001A", Pres = "0130002B", Loin = "0130003C", SansPosition = "0130004D";
    public const string Vente = "40031206", Accueil = "40031210";
    public const string Motif = "Suivi médico-social déjà en place dans ce lycée, avis unanime de la commission.";

    private readonly BaseDeTest _base;
    private readonly Dictionary<string, Guid> _dossiers = [];

    private CommissionDEssai(BaseDeTest donnees, FakeTimeProvider horloge) => (_base, Horloge) = (donnees, horloge);

    public FakeTimeProvider Horloge { get; }
    public Guid Seance { get; private set; }
    public static Acteur Secretaire { get; } = new(null, "commission", Role.Commission, [new(TypePerimetre.Departement, "013")]);
    public static Acteur Voisine { get; } = new(null, "commission voisine", Role.Commission, [new(TypePerimetre.Departement, "084")]);
    public static Acteur Rectorat { get; } = new(null, "gestionnaire", Role.Gestionnaire, [new(TypePerimetre.Academie, "02")]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<CommissionDEssai> CreerAsync(Moteur moteur = Moteur.Sqlite)
    {
        var horloge = new FakeTimeProvider(new DateTimeOffset(2026, 7, 10, 8, 0, 0, TimeSpan.Zero));
        var essai = new CommissionDEssai(await BaseDeTest.CreerAsync(moteur, horloge), horloge);
        await using var donnees = essai._base.Ouvrir();
        donnees.Add(new SessionAcademique { Session = SessionExamen.Juin(2026), Academie = "02", Libelle = "Session 2026", EstDemonstration = true });
        donnees.AddRange(
            new Etablissement { Uai = Ici, Nom = "Lycée Ici", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC", Latitude = 43.30, Longitude = 5.40 },
            new Etablissement { Uai = Pres, Nom = "Lycée Près", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC", Latitude = 43.32, Longitude = 5.40 },
            new Etablissement { Uai = Loin, Nom = "Lycée Loin", Ville = "Aix", Departement = "013", Secteur = "PUBLIC", Latitude = 43.50, Longitude = 5.40 },
            new Etablissement { Uai = SansPosition, Nom = "Lycée Nulle-Part", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC" });
        await donnees.SaveChangesAsync(Ct);
        return essai;
    }

    /// <param name="voeux">Schools, in order; "UAI/SPECIALITE" for another spécialité.</param>
    public async Task TransmettreAsync(string nom, string uai, int centiemes, bool droit, params string[] voeux)
    {
        await using var donnees = _base.Ouvrir();
        var dossier = new DossierSuivi
        {
            Session = SessionExamen.Juin(2026),
            Examen = "BAC_PRO",
            Specialite = Vente,
            SpecialiteLibelle = "Vente",
            Statut = StatutSuivi.Lyceen,
            Resultat = "AJOURNE",
            MoyenneCentiemes = centiemes,
            EchecsAnterieurs = droit ? 0 : 1,
            Uai = uai,
            Departement = "013",
            Proprietaire = TypeProprietaire.Etablissement,
            ProprietaireCode = uai,
            Nom = nom,
            Prenoms = "Camille",
            Naissance = new DateOnly(2007, 3, 1),
            Courriel = $"{nom}@exemple.fr".ToLowerInvariant(),
            OuvertLe = Horloge.GetUtcNow().UtcDateTime,
            Synthetique = true,
            CleRecherche = nom.ToUpperInvariant(),
        };
        var demande = new DemandeReinscription { DossierId = dossier.Id, Option = "REPREPARATION_AUTRE", Rentree = new DateOnly(2026, 9, 1), DroitOpposable = droit, Etat = EtatReinscription.Transmise, DemandeeLe = Horloge.GetUtcNow().UtcDateTime, Avis = "Avis favorable." };
        demande.Voeux.AddRange(voeux.Select((v, i) => new VoeuReinscription { DemandeId = demande.Id, Rang = i + 1, Uai = v.Split('/')[0], Specialite = v.Contains('/') ? v.Split('/')[1] : Vente }));
        donnees.AddRange(dossier, demande);
        (donnees.Entry(dossier).Property(d => d.ProchaineDate).CurrentValue, donnees.Entry(dossier).Property(d => d.ProchaineAction).CurrentValue) = (new DateOnly(2026, 7, 25), ActionsDeSuivi.AttendreCommission);
        await donnees.SaveChangesAsync(Ct);
        _dossiers[nom] = dossier.Id;
    }

    public async Task OuvrirAsync(params (string Uai, string Capacite)[] places)
    {
        var ouverte = await LireAsync(d => new OuvrirSeance(d).ExecuteAsync(new(null, new DateOnly(2026, 7, 20), 15), Secretaire, Ct));
        Seance = ouverte.EstReussi ? ouverte.Valeur.SeanceId : throw new InvalidOperationException(ouverte.Refus[0].Phrase);
        await CapacitesAsync(places);
    }

    public async Task CapacitesAsync(params (string Uai, string Capacite)[] places)
    {
        var issue = await LireAsync(d => new SaisirCapacites(d).ExecuteAsync(new(Seance, [.. places.Select(p => new SaisirCapacites.Saisie(p.Uai.Split('/')[0], p.Uai.Contains('/') ? p.Uai.Split('/')[1] : Vente, p.Capacite))]), Secretaire, Ct));
        if (!issue.EstReussi)
            throw new InvalidOperationException(issue.Refus[0].Phrase);
    }

    public Task<Outcome<ProposerAffectation.Reponse>> ProposerAsync() => LireAsync(d => new ProposerAffectation(d).ExecuteAsync(new(Seance), Secretaire, Ct));

    public async Task<Outcome<ArreterSeance.Reponse>> ArreterAsync(bool confirme = true)
    {
        var version = (await SeanceAsync()).Version;
        return await LireAsync(d => new ArreterSeance(d).ExecuteAsync(new(Seance, version, confirme, id => $"https://rebond.exemple/{id:N}"), Secretaire, Ct));
    }

    public async Task<Outcome<DeciderALaMain.Reponse>> DeciderAsync(string nom, GenreDecision? genre, string? uai = null, string? motif = Motif, string? specialite = null)
    {
        var ligne = await LigneAsync(nom);
        return await LireAsync(d => new DeciderALaMain(d).ExecuteAsync(new DeciderALaMain.Demande(Seance, ligne.Id, ligne.Version, genre, uai, specialite, motif), Secretaire, Ct));
    }

    public Task<SeanceCommission> SeanceAsync() => LireAsync(d => d.Set<SeanceCommission>().AsNoTracking().Include(s => s.Places).SingleAsync(s => s.Id == Seance, Ct));

    public Task<LigneCommission> LigneAsync(string nom) => LireAsync(d => d.Set<LigneCommission>().AsNoTracking().SingleAsync(l => l.DossierId == _dossiers[nom], Ct));

    public Task<DemandeReinscription> DemandeAsync(string nom) => LireAsync(d => d.Set<DemandeReinscription>().AsNoTracking().Include(v => v.Voeux).SingleAsync(v => v.DossierId == _dossiers[nom], Ct));

    public Task<DossierSuivi> DossierAsync(string nom) => LireAsync(d => d.Set<DossierSuivi>().AsNoTracking().SingleAsync(v => v.Id == _dossiers[nom], Ct));

    public async Task<string?> PlaceAsync(string nom) => (await LigneAsync(nom)).Uai;

    public Task<List<LigneJournal>> JournalAsync() => LireAsync(d => d.Set<LigneJournal>().AsNoTracking().OrderBy(l => l.Numero).ToListAsync(Ct));

    public async Task<T> LireAsync<T>(Func<BaseRebond, Task<T>> lire)
    {
        await using var donnees = _base.Ouvrir();
        return await lire(donnees);
    }

    public ValueTask DisposeAsync() => _base.DisposeAsync();
}
