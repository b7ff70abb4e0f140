using System.Globalization;
using AwesomeAssertions;
using Microsoft.Data.Sqlite;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Tests.SecondCalcul;

/// <summary>The law is written a second time, in plain SQL, from the texts (droit.sql); both must agree on every random candidate.</summary>
public class SecondCalculTests
{
    // One million is asked of the law; a shorter run while developing: REBOND_SECOND_CALCUL=20000.
    private static readonly int Effectif = int.Parse(Environment.GetEnvironmentVariable("REBOND_SECOND_CALCUL") ?? "1000000", CultureInfo.InvariantCulture);
    private const int Paquet = 25_000;

    [Fact]
    public void Un_million_de_candidats_tires_au_hasard_recoivent_la_meme_decision_des_deux_calculs()
    {
        var sql = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SecondCalcul", "droit.sql"));
        var desaccords = new List<string>();
        var compares = 0;
        for (var graine = 0; compares < Effectif && desaccords.Count < 20; graine++)
        {
            var hasard = new Random(graine);
            var dossiers = Enumerable.Range(0, Math.Min(Paquet, Effectif - compares)).Select(_ => CandidatAleatoire.Tirer(hasard)).ToArray();
            using var connexion = new SqliteConnection("Data Source=:memory:");
            connexion.Open();
            Charger(connexion, dossiers);
            using var commande = connexion.CreateCommand();
            commande.CommandText = sql;
            using var lecteur = commande.ExecuteReader();
            foreach (var dossier in dossiers)
            {
                lecteur.Read().Should().BeTrue();
                var attendu = (lecteur.GetString(1), lecteur.GetString(2));
                var decide = Resultat.Decider(dossier);
                var obtenu = (decide.Decision.Code(), decide.Mention.CodeMention() ?? "");
                if (obtenu != attendu)
                    desaccords.Add($"graine {graine}, candidat {lecteur.GetInt64(0)} : {dossier.Examen} {dossier.Session} {dossier.Reglement.Id} {dossier.Categorie}, second calcul {attendu}, règles {obtenu}, moyenne {decide.Moyenne.Exacte}");
                compares++;
            }
        }
        string.Join(Environment.NewLine, desaccords).Should().BeEmpty();
        compares.Should().Be(Effectif);
    }

    private static void Charger(SqliteConnection connexion, DossierExamen[] dossiers)
    {
        using var transaction = connexion.BeginTransaction();
        Executer(connexion, """
            create table unite(reglement text, code text, coef int, au_dessus_de_10 int, pratique int, professionnel int, quatre int, anticipee int, primary key (reglement, code)) without rowid;
            create table candidat(id integer primary key, pro int, agricole int, annee int, reglement text, colonne text, points_facultatifs int, points_chef_d_oeuvre int,
              pfmp_statut text, pfmp_fait int, pfmp_cursus int, pfmp_exigees int, pfmp_valide int, livret int, interrogations int, septembre int);
            create table note(candidat int, rang int, unite text, etat text, valeur int, oral int, remplacement int, primary key (candidat, rang)) without rowid;
            """);
        using var unite = Preparer(connexion, "insert or ignore into unite values ($0,$1,$2,$3,$4,$5,$6,$7)", 8);
        foreach (var reglement in dossiers.Select(d => d.Reglement).Distinct())
            foreach (var u in reglement.Unites)
                Inserer(unite, reglement.Id, u.Code, u.Coefficient.Demis, u.PointsAuDessusDe10, u.PratiqueProfessionnelle, u.Domaine == Domaine.Professionnel,
                    CandidatAleatoire.MotCle(u, "francais", "histoire", "prevention", "economie") || GestionAppliquee(u), u.Groupe == GroupeUnite.Anticipee);
        using var candidat = Preparer(connexion, "insert into candidat values ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)", 16);
        using var note = Preparer(connexion, "insert into note values ($0,$1,$2,$3,$4,$5,$6)", 7);
        for (var id = 0; id < dossiers.Length; id++)
            InsererDossier(candidat, note, id, dossiers[id]);
        transaction.Commit();
    }

    // Décret 2021-727: in Cuisine and in CSR, gestion appliquée stands for économie-gestion though its unit is a professional one.
    private static bool GestionAppliquee(UniteReglement unite) => unite.Libelle.EndsWith("estion appliquée", StringComparison.Ordinal);

    private static void InsererDossier(SqliteCommand candidat, SqliteCommand note, int id, DossierExamen d)
    {
        var pro = d.Examen is TypeExamen.BacPro or TypeExamen.BacProAgricole;
        var colonne = d.Categorie switch { Categorie.Scolaire or Categorie.Apprenti => "A", Categorie.FormationContinue => "C", _ => "B" };
        // Optional points: once, above 10; in 2020 those examined by a single test (not CCF) have no mark.
        var facultatifs = d.Facultatives.Where(f => d.Session.Annee != 2020 || ModeFacultative(d.Reglement, f.Key, colonne) == "CCF").Sum(f => 2 * Math.Max(0, f.Value.Note.Centiemes - 1000));
        var (statut, fait) = d.Categorie switch
        {
            Categorie.Scolaire or Categorie.ExCandidat => ("S", d.Pfmp?.Semaines),
            Categorie.FormationContinue => ("F", d.Pfmp?.Semaines),
            Categorie.Experience3Ans => ("I", d.Pfmp?.MoisActivite),
            _ => ("", null),
        };
        Inserer(candidat, id, pro, d.Examen == TypeExamen.BacProAgricole, d.Session.Annee, d.Reglement.Id, colonne, facultatifs,
            d.ChefDoeuvre is { } x ? 4 * (x.Centiemes - 1000) : 0, statut, fait, d.Pfmp?.DureeCursusAnnees, d.Pfmp?.SemainesExigees, d.Pfmp?.Validee, d.LivretExamine,
            d.Controle is { Interrogation1: { } i1, Interrogation2: { } i2 } ? i1.Centiemes + i2.Centiemes : null, d.Remplacement is { Autorise: true });
        var rang = 0;
        foreach (var (code, etat) in d.Unites)
        {
            var lettre = etat.Etat switch { Etat.Notee => "N", Etat.Conservee => "C", Etat.Absent => "A", Etat.AbsentJustifie => "J", Etat.Dispense => "D", _ => "M" };
            Inserer(note, id, rang++, code, lettre, etat.Note.Centiemes, d.Controle?.Notes?.TryGetValue(code, out var oral) == true ? oral.Centiemes : null,
                d.Remplacement?.Notes.TryGetValue(code, out var septembre) == true ? septembre.Centiemes : null);
        }
    }

    private static string? ModeFacultative(Reglement reglement, string code, string colonne)
    {
        var modes = reglement.Facultatives.Single(f => f.Code == code).Modes;
        return colonne switch { "A" => modes.A, "B" => modes.B, _ => modes.C };
    }

    private static SqliteCommand Preparer(SqliteConnection connexion, string sql, int parametres)
    {
        var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        for (var i = 0; i < parametres; i++)
            commande.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        commande.Prepare();
        return commande;
    }

    private static void Inserer(SqliteCommand commande, params object?[] valeurs)
    {
        for (var i = 0; i < valeurs.Length; i++)
            commande.Parameters[i].Value = valeurs[i] ?? DBNull.Value;
        commande.ExecuteNonQuery();
    }

    private static void Executer(SqliteConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.ExecuteNonQuery();
    }
}
