using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Tests.Commun.Resultats;

/// <summary>The five candidates of <see cref="LotGestion"/> with the same mark in every unit, before their jury in deliberation, president present.</summary>
public sealed class JuryEnDeliberation : IAsyncDisposable
{
    /// <summary>Ajourné, control exam (professional practice at 10), admitted, near a mention, above every threshold.</summary>
    public static readonly decimal[] Moyennes = [6, 9.5m, 11, 13.5m, 17];

    private JuryEnDeliberation(LotGestion lot) => Lot = lot;

    public LotGestion Lot { get; }
    public Guid Id => Lot.JuryId;
    public Guid PresidentId { get; } = Guid.CreateVersion7();
    public Acteur President => new(null, "présidente", Role.PresidentJury, [new(TypePerimetre.Jury, Id.ToString())]);
    public Acteur Membre => new(null, "membre", Role.MembreJury, [new(TypePerimetre.Jury, Id.ToString())]);
    public static Acteur AutrePresident { get; } = new(null, "autre", Role.PresidentJury, [new(TypePerimetre.Jury, Guid.NewGuid().ToString())]);

    public static string Anonymat(int rang) => $"ANON{rang + 1:0000}";

    public static async Task<JuryEnDeliberation> CreerAsync(Moteur moteur = Moteur.Sqlite)
    {
        var jury = new JuryEnDeliberation(await LotGestion.CreerAsync(moteur));
        await jury.EcrireAsync(async donnees =>
        {
            (await donnees.Set<Jury>().SingleAsync(j => j.Id == jury.Id, Ct)).Etat = EtatJury.EnDeliberation;
            donnees.Add(new MembreJury { Id = jury.PresidentId, JuryId = jury.Id, Nom = "Professeure Exemple", Fonction = FonctionJury.President, Present = true });
            donnees.Add(new MembreJury { JuryId = jury.Id, Nom = "Artisan Modèle", Fonction = FonctionJury.MembreProfession, Present = true });
            for (var rang = 0; rang < Moyennes.Length; rang++)
                donnees.Add(Feuille(jury.Lot.Ids[rang], Moyennes[rang]));
        });
        return jury;
    }

    /// <summary>Every unit of the règlement at the same mark: the mean is that mark. Just under 10, points go from U2 and U34 to the professional practice.</summary>
    public static FeuilleNotes Feuille(Guid candidatureId, decimal note) => new()
    {
        CandidatureId = candidatureId,
        Session = LotGestion.Session,
        Notes = NotesEnTexte.Ecrire(Reglements.Chercher(LotGestion.Reglement)!.Unites.Where(u => u.Obligatoire).Select(u => KeyValuePair.Create(u.Code, EtatUnite.Notee(Note.De(NoteDe(u, note)))))),
        PfmpSemaines = 22,
        PfmpValidee = true,
    };

    private static decimal NoteDe(UniteReglement unite, decimal note) => note != 9.5m ? note : unite.PratiqueProfessionnelle ? 10 : unite.Code switch { "U2" => 8.5m, "U34" => 9, _ => note };

    public async Task EcrireAsync(Func<BaseRebond, Task> ecrire)
    {
        await using var donnees = Lot.Base.Ouvrir();
        await ecrire(donnees);
        await donnees.SaveChangesAsync(Ct);
    }

    public async Task<T> LireAsync<T>(Func<BaseRebond, Task<T>> lire)
    {
        await using var donnees = Lot.Base.Ouvrir();
        return await lire(donnees);
    }

    public Task<int> VersionAsync() => LireAsync(d => d.Set<Jury>().Where(j => j.Id == Id).Select(j => j.Version).SingleAsync(Ct));

    public Task OuvrirLivretAsync(int rang) => LireAsync(d => new OuvrirLivret(d).ExecuteAsync(new(Id, Anonymat(rang)), President, Ct));

    public Task<Rebond.Coeur.Socle.Outcome<Revaloriser.Reponse>> ReleverAsync(int rang, string unite, string lue, string note, string motif = "Progrès constants attestés") =>
        LireAsync(d => new Revaloriser(d).ExecuteAsync(new(Id, Anonymat(rang), unite, lue, note, motif), Membre, Ct));

    public async Task<Rebond.Coeur.Socle.Outcome<CloreJury.Reponse>> CloreAsync(int? version = null)
    {
        var lue = version ?? await VersionAsync();
        return await LireAsync(d => new CloreJury(d).ExecuteAsync(new(Id, lue), President, Ct));
    }

    /// <summary>The same session with real people: the rules only propose, juries close.</summary>
    public Task RendreReelleAsync() => LireAsync(d => d.Set<SessionAcademique>().ExecuteUpdateAsync(s => s.SetProperty(x => x.EstDemonstration, false), Ct));

    public Task<Rebond.Coeur.Socle.Outcome<DelibererSession.Reponse>> DelibererSessionAsync(GroupeEpreuves groupe = GroupeEpreuves.Premier, Acteur? acteur = null, TypeExamen? examen = null, SessionExamen? session = null) =>
        LireAsync(d => new DelibererSession(d).ExecuteAsync(new(session ?? LotGestion.Session, examen, groupe), acteur ?? LotGestion.Gestionnaire(), Ct));

    /// <summary>In the order of the five candidates, then any other.</summary>
    public async Task<List<DecisionCandidat>> DecisionsAsync(GroupeEpreuves groupe = GroupeEpreuves.Premier)
    {
        var rangs = Lot.Ids.Select((id, rang) => (id, rang)).ToDictionary(c => c.id, c => c.rang);
        return [.. (await LireAsync(d => d.Set<DecisionCandidat>().AsNoTracking().Where(x => x.Groupe == groupe).ToListAsync(Ct))).OrderBy(d => rangs.GetValueOrDefault(d.CandidatureId, int.MaxValue))];
    }

    public Task<List<Rebond.Coeur.Socle.Journal.LigneJournal>> JournalAsync(string acte) =>
        LireAsync(d => d.Set<Rebond.Coeur.Socle.Journal.LigneJournal>().AsNoTracking().Where(l => l.Acte == acte).OrderBy(l => l.Numero).ToListAsync(Ct));

    /// <summary>Signed by two persons, shown since yesterday.</summary>
    public Task PublierAsync(GroupeEpreuves groupe = GroupeEpreuves.Premier) => EcrireAsync(d =>
    {
        var hier = DateTime.UtcNow.AddDays(-1);
        d.Add(new Publication { Session = LotGestion.Session, Examen = TypeExamen.BacPro, Groupe = groupe, Embargo = hier, PremierSignataire = Guid.NewGuid(), PremiereSignature = hier, SecondSignataire = Guid.NewGuid(), SecondeSignature = hier });
        return Task.CompletedTask;
    });

    public ValueTask DisposeAsync() => Lot.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
