using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Donnees;

/// <summary>A row written in bulk is the row EF writes, value by value and, on SQLite, storage class by storage class.</summary>
public sealed class EcritureEnMasseTests
{
    private static readonly DateTime Instant = new(2020, 7, 7, 8, 0, 1, 234, DateTimeKind.Utc);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Chaque_type_de_colonne_s_ecrit_en_masse_comme_EF_l_ecrit(Moteur moteur)
    {
        await using var socle = await BaseDeTest.CreerAsync(moteur);

        await ComparerAsync(socle, new Etablissement { Uai = "0130001A", Nom = "Lycée « Émile » d’Exemple ; 100 %", Ville = "Nîmes", Departement = "013", Secteur = "PUBLIC", Latitude = 43.25, Longitude = -1.5 });
        await ComparerAsync(socle, new Etablissement { Uai = "0130002B", Nom = "", Ville = "Y", Departement = "013", Secteur = "PRIVE" });
        await ComparerAsync(socle, LotGestion.UneCandidature("Çelik-Fictif Zoé", 1));
        await ComparerAsync(socle, LotGestion.UneCandidature("Sans-Ine Luc", 2, Guid.CreateVersion7()), c => c.ConsentementPublication = true);
        await ComparerAsync(socle, new Jury { Session = LotGestion.Session, Code = "A-1", Libelle = "A", Examen = TypeExamen.BacPro, Departement = "013", ClosLe = Instant });
        await ComparerAsync(socle, new Jury { Session = LotGestion.Session, Code = "A-2", Libelle = "A", Examen = TypeExamen.BacGeneral, Departement = "013", JuryParentId = Guid.NewGuid() });
        await ComparerAsync(socle, new DecisionCandidat
        {
            CandidatureId = Guid.NewGuid(),
            Groupe = GroupeEpreuves.Second,
            Session = LotGestion.Session,
            JuryId = Guid.NewGuid(),
            Etat = EtatDecision.Proposee,
            Decision = Decision.SecondGroupe,
            Mention = Mention.TresBienFelicitations,
            MoyennePoints = -5_000_000_000,
            MoyenneCoefficients = 26,
            Provisoire = true,
            Cas = new string('é', 5000),
            ArreteeLe = Instant,
        });
        var candidat = LotGestion.UneCandidature("Feuille Exemple", 3);
        await using (var donnees = socle.Ouvrir())
        {
            donnees.Add(candidat);
            await donnees.SaveChangesAsync(Ct);
        }
        await ComparerAsync(socle, new FeuilleNotes { CandidatureId = candidat.Id, Session = LotGestion.Session, Notes = "U12:9.5" });
        await ComparerAsync(socle, new FeuilleNotes { CandidatureId = candidat.Id, Session = LotGestion.Session, Notes = "", ChefDoeuvreCentiemes = 1250, PfmpSemaines = 22, PfmpValidee = false, NotesManquantes = 7 });
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_ligne_en_double_arrete_tout_et_rien_n_est_garde(Moteur moteur)
    {
        await using var socle = await BaseDeTest.CreerAsync(moteur);
        var etablissement = new Etablissement { Uai = "0130001A", Nom = "X", Ville = "Y", Departement = "013", Secteur = "PUBLIC" };
        await using (var donnees = socle.Ouvrir())
            await donnees.Invoking(d => d.InsererEnMasseAsync([etablissement, etablissement], Ct)).Should().ThrowAsync<System.Data.Common.DbException>();
        await using (var apres = socle.Ouvrir())
            (await apres.Set<Etablissement>().CountAsync(Ct)).Should().Be(0);
    }

    private static async Task ComparerAsync<T>(BaseDeTest socle, T entite, Action<T>? changer = null) where T : class
    {
        changer?.Invoke(entite);
        await using (var donnees = socle.Ouvrir())
        {
            donnees.Add(entite);
            await donnees.SaveChangesAsync(Ct);
        }
        var parEf = await LireAsync(socle, typeof(T));
        await using (var donnees = socle.Ouvrir())
        {
            await donnees.Set<T>().ExecuteDeleteAsync(Ct);
            (await donnees.InsererEnMasseAsync([entite], Ct)).Should().Be(1);
        }
        (await LireAsync(socle, typeof(T))).Should().Equal(parEf, $"{typeof(T).Name}");
        await using (var donnees = socle.Ouvrir())
            await donnees.Set<T>().ExecuteDeleteAsync(Ct);
    }

    private static async Task<List<(string Nom, object? Valeur)>> LireAsync(BaseDeTest socle, Type type)
    {
        await using var donnees = socle.Ouvrir();
        await donnees.Database.OpenConnectionAsync(Ct);
        await using var commande = donnees.Database.GetDbConnection().CreateCommand();
        commande.CommandText = $"select * from \"{donnees.Model.FindEntityType(type)!.GetTableName()}\"";
        await using var lecteur = await commande.ExecuteReaderAsync(Ct);
        (await lecteur.ReadAsync(Ct)).Should().BeTrue();
        return [.. Enumerable.Range(0, lecteur.FieldCount).Select(i => (lecteur.GetName(i), (object?)lecteur.GetValue(i)))];
    }
}
