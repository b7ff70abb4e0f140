using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Dossiers;

/// <summary>Five candidates of a lycée: three ajournés, two admitted, published at an hour the test's clock can stand before or after.</summary>
internal sealed class DossiersDEssai : IAsyncDisposable
{
    public static readonly DateTime Embargo = new(2020, 7, 7, 8, 0, 0, DateTimeKind.Utc);

    private readonly BaseDeTest _base;

    private DossiersDEssai(BaseDeTest donnees, FakeTimeProvider horloge) => (_base, Horloge) = (donnees, horloge);

    public FakeTimeProvider Horloge { get; }
    public IReadOnlyList<Guid> Candidatures { get; private set; } = [];
    public Acteur Proviseure { get; } = Etablissement(Role.ChefEtablissement, LotGestion.Uai);
    public static Acteur Dec { get; } = LotGestion.Gestionnaire();

    public static Acteur Etablissement(Role role, string uai) => new(null, "personne d’essai", role, [new(TypePerimetre.Etablissement, uai)]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="preparer">Changes the candidatures before the files open.</param>
    public static async Task<DossiersDEssai> CreerAsync(Moteur moteur = Moteur.Sqlite, Func<BaseRebond, IReadOnlyList<Guid>, Task>? preparer = null)
    {
        var horloge = new FakeTimeProvider(new DateTimeOffset(Embargo.AddHours(-1)));
        var essai = new DossiersDEssai(await BaseDeTest.CreerAsync(moteur, horloge), horloge);
        await using var donnees = essai._base.Ouvrir();
        var jury = Guid.CreateVersion7();
        essai.Candidatures = await LotGestion.EcrireAsync(donnees, jury);
        if (preparer is not null)
            await preparer(donnees, essai.Candidatures);
        decimal[] notes = [6, 7, 8.5m, 12, 14];
        donnees.AddRange(essai.Candidatures.Zip(notes, (id, note) => Decider(id, jury, note)));
        donnees.Add(new Publication
        {
            Session = LotGestion.Session,
            Examen = TypeExamen.BacPro,
            Groupe = GroupeEpreuves.Premier,
            Embargo = Embargo,
            PremierSignataire = Guid.NewGuid(),
            PremiereSignature = Embargo.AddHours(-2),
            SecondSignataire = Guid.NewGuid(),
            SecondeSignature = Embargo.AddHours(-1),
        });
        await donnees.SaveChangesAsync(Ct);
        await new OuvrirDossiersSuivi().ExecuterAsync(donnees, new(LotGestion.Session, TypeExamen.BacPro, GroupeEpreuves.Premier, Embargo), Acteur.LigneDeCommande, Ct);
        await donnees.SaveChangesAsync(Ct);
        return essai;
    }

    /// <summary>The morning of the results.</summary>
    public static async Task<DossiersDEssai> PublieAsync(Moteur moteur = Moteur.Sqlite, Func<BaseRebond, IReadOnlyList<Guid>, Task>? preparer = null)
    {
        var essai = await CreerAsync(moteur, preparer);
        essai.Horloge.SetUtcNow(Embargo.AddHours(1));
        return essai;
    }

    public async Task<T> LireAsync<T>(Func<BaseRebond, Task<T>> lire)
    {
        await using var donnees = _base.Ouvrir();
        return await lire(donnees);
    }

    public Task<DossierSuivi> DossierAsync(int rang) => LireAsync(d => d.Set<DossierSuivi>().AsNoTracking().SingleAsync(s => s.CandidatureId == Candidatures[rang], Ct));

    public Task<List<Coeur.Socle.Journal.LigneJournal>> JournalAsync() => LireAsync(d => d.Set<Coeur.Socle.Journal.LigneJournal>().AsNoTracking().OrderBy(l => l.Numero).ToListAsync(Ct));

    private static DecisionCandidat Decider(Guid candidature, Guid jury, decimal note)
    {
        var reglement = Reglements.Chercher(LotGestion.Reglement)!;
        var dossier = new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = LotGestion.Session,
            Reglement = reglement,
            Unites = reglement.Unites.Where(u => u.Obligatoire).ToDictionary(u => u.Code, u => EtatUnite.Notee(Note.De(note))),
            Pfmp = new Pfmp(22, true),
            LivretExamine = true,
        };
        var conclusion = Resultat.Conclure(dossier);
        return new DecisionCandidat
        {
            CandidatureId = candidature,
            Groupe = GroupeEpreuves.Premier,
            Session = LotGestion.Session,
            JuryId = jury,
            Etat = EtatDecision.Arretee,
            Decision = note < 10 ? Decision.Ajourne : conclusion.Decision,
            Mention = conclusion.Mention,
            MoyennePoints = conclusion.Moyenne?.Points ?? 0,
            MoyenneCoefficients = conclusion.Moyenne?.Coefficients ?? 0,
            Cas = CasDeDecision.Ecrire("1", dossier),
            ArreteeLe = Embargo.AddDays(-1),
        };
    }

    public ValueTask DisposeAsync() => _base.DisposeAsync();
}
