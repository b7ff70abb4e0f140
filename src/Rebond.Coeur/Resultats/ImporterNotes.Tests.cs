using System.Globalization;
using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ImporterNotesTests
{
    private static readonly SessionExamen Session = SessionExamen.Juin(2020);
    private const string Entete = "numero;unite;valeur;origine\n";

    private static Candidature Candidat(int rang, string reglement = "GA-2012", TypeExamen examen = TypeExamen.BacPro, Guid? jury = null) => new()
    {
        Session = Session,
        Numero = string.Create(CultureInfo.InvariantCulture, $"{2_020_000_000L + rang}"),
        NumeroAnonymat = string.Create(CultureInfo.InvariantCulture, $"A{rang}"),
        Nom = "ESSAI",
        Prenoms = "Élève",
        Examen = examen,
        Reglement = reglement,
        Specialite = "40030001",
        SpecialiteLibelle = "Gestion-administration",
        Categorie = Categorie.Scolaire,
        Forme = Forme.Globale,
        Uai = "0130040Y",
        Departement = "013",
        JuryId = jury,
        CleRecherche = "ESSAI ELEVE",
    };

    private static async Task<BaseDeTest> AvecAsync(Moteur moteur, params Candidature[] candidats)
    {
        var test = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = test.Ouvrir();
        await donnees.InsererEnMasseAsync(candidats, CancellationToken.None);
        donnees.Add(new SessionAcademique { Session = Session, Academie = "02", Libelle = "Session" });
        await donnees.SaveChangesAsync(CancellationToken.None);
        return test;
    }

    private static async Task<Outcome<BilanImport>> TenterAsync(BaseDeTest test, string contenu, ModeImport? mode = null)
    {
        await using var donnees = test.Ouvrir();
        return await new ImporterNotes(donnees).ExecuteAsync(new(Session, new MemoryStream(Encoding.UTF8.GetBytes(contenu)), "n.csv", mode ?? new()), Acteur.LigneDeCommande, TestContext.Current.CancellationToken);
    }

    private static async Task<BilanImport> ImporterAsync(BaseDeTest test, string contenu, ModeImport? mode = null) => (await TenterAsync(test, contenu, mode)).Valeur!;

    private static async Task<FeuilleNotes?> FeuilleAsync(BaseDeTest test)
    {
        await using var donnees = test.Ouvrir();
        return await donnees.Set<FeuilleNotes>().AsNoTracking().SingleOrDefaultAsync(TestContext.Current.CancellationToken);
    }

    private static string Comptes(BilanImport b) => $"{b.Lus} {b.Ajoutes} {b.Modifies} {b.Inchanges} {b.Absents}";

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_notes_entrent_une_fois_se_corrigent_et_ne_s_effacent_pas(Moteur moteur)
    {
        await using var test = await AvecAsync(moteur, Candidat(1));
        const string fichier = Entete + "2020000001;U12;9,5;\n2020000001;U11;12;2019-06\n2020000001;U2;ABSENT;\n2020000001;U6;dispense;\n2020000001;UF1;10.5;\n2020000001;U31;;\n";
        Comptes(await ImporterAsync(test, fichier)).Should().Be("6 5 0 1 0");
        Comptes(await ImporterAsync(test, fichier)).Should().Be("6 0 0 6 0");
        Comptes(await ImporterAsync(test, Entete + "2020000001;U12;10;\n2020000001;U11;;\n")).Should().Be("2 0 1 1 3");
        var feuille = await FeuilleAsync(test);
        feuille!.Notes.Should().Be("U11:12@2019-06 U12:10 U2:ABSENT U6:DISPENSE");
        feuille.Facultatives.Should().Be("UF1:10.5");
        feuille.NotesManquantes.Should().Be(Reglements.Chercher("GA-2012")!.Unites.Count(u => u.Obligatoire) - 4);
        await using var donnees = test.Ouvrir();
        var journal = await donnees.Set<LigneJournal>().OrderBy(l => l.Numero).ToListAsync(TestContext.Current.CancellationToken);
        journal.Should().HaveCount(2);
        (journal[1].Acte, journal[1].Avant, journal[1].Apres).Should().Be(("NOTES_IMPORTEES", "U12:9.5", "U12:10"));
        journal.Should().OnlyContain(l => l.Objet == $"candidature:{feuille.CandidatureId}" && l.Recalculer() == l.Empreinte);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_imports_simultanes_des_memes_notes_n_en_perdent_ni_n_en_doublent_aucune(Moteur moteur)
    {
        await using var test = await AvecAsync(moteur, [.. Enumerable.Range(1, 200).Select(i => Candidat(i))]);
        var fichier = Entete + string.Concat(Enumerable.Range(1, 200).Select(i => $"{2_020_000_000L + i};U11;12;\n"));

        var issues = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => TenterAsync(test, fichier))));

        issues.Sum(i => i.Valeur?.Ajoutes ?? 0).Should().Be(200);
        issues.SelectMany(i => i.Refus).Should().OnlyContain(r => r is ModifieEntreTemps);
        await using var donnees = test.Ouvrir();
        (await donnees.Set<FeuilleNotes>().CountAsync(f => f.Notes == "U11:12", TestContext.Current.CancellationToken)).Should().Be(200);
    }

    [Theory, InlineData(FormatTableau.Csv, "n.csv"), InlineData(FormatTableau.Xlsx, "n.xlsx")]
    public async Task Ce_qui_est_exporte_se_reimporte_sans_rien_changer(FormatTableau format, string nom)
    {
        await using var test = await AvecAsync(Moteur.Sqlite, Candidat(1), Candidat(2, "S", TypeExamen.BacGeneral));
        var codeS = Reglements.Chercher("S")!.Unites[0].Code;
        await ImporterAsync(test, Entete + $"2020000001;U12;9,5;\n2020000001;U11;12;2019-06\n2020000001;U2;ABSENT_JUSTIFIE;\n2020000001;UF1;10.5;\n2020000002;{codeS};11;\n");
        var sortie = new MemoryStream();
        await using (var donnees = test.Ouvrir())
            (await new ExporterNotes(donnees).ExecuteAsync(new(Session, null, sortie, format), Acteur.LigneDeCommande, CancellationToken.None)).Valeur!.Lignes.Should().Be(5);
        sortie.Position = 0;
        await using var relue = test.Ouvrir();
        var bilan = (await new ImporterNotes(relue).ExecuteAsync(new(Session, sortie, nom, new()), Acteur.LigneDeCommande, CancellationToken.None)).Valeur!;
        bilan.Rejets.Should().BeEmpty();
        Comptes(bilan).Should().Be("5 0 0 5 0");
    }

    [Theory]
    [InlineData("2020000009;U11;12;", "numero", "CANDIDAT_INCONNU")]
    [InlineData("2020000001;U99;12;", "unite", "UNITE_INCONNUE")]
    [InlineData("2020000001;U11;20,5;", "valeur", "NOTE_HORS_ECHELLE")]
    [InlineData("2020000001;U11;-1;", "valeur", "NOTE_HORS_ECHELLE")]
    [InlineData("2020000001;U11;120;", "valeur", "NOTE_HORS_ECHELLE")]
    [InlineData("2020000001;U11;12,25;", "valeur", "PAS_DE_NOTE")]
    [InlineData("2020000001;U11;AB;", "valeur", "VALEUR_INCONNUE")]
    [InlineData("2020000001;U11;12;2020-06", "origine", "ORIGINE_INVALIDE")]
    [InlineData("2020000001;U11;ABSENT;2019-06", "origine", "ORIGINE_SANS_NOTE")]
    [InlineData("2020000001;CHEF_DOEUVRE;12;", "unite", "UNITE_INCONNUE")]
    public async Task Chaque_note_fausse_est_refusee_a_sa_place(string ligne, string colonne, string code)
    {
        await using var test = await AvecAsync(Moteur.Sqlite, Candidat(1));
        var bilan = await ImporterAsync(test, Entete + "2020000001;U12;10;\n" + ligne + "\n");
        var rejet = bilan.Rejets.Should().ContainSingle().Subject;
        (rejet.Ligne, rejet.Colonne, rejet.Code).Should().Be((3, colonne, code));
        bilan.LignesBonnes.Should().Equal(2);
        (await FeuilleAsync(test)).Should().BeNull();
        (await ImporterAsync(test, Entete + "2020000001;U12;10;\n" + ligne + "\n", new(LignesValides: true))).Ajoutes.Should().Be(1);
        (await FeuilleAsync(test))!.Notes.Should().Be("U12:10");
    }

    [Fact]
    public async Task Une_unite_inconnue_fait_dire_celles_que_l_on_connait()
    {
        await using var test = await AvecAsync(Moteur.Sqlite, Candidat(1));
        (await ImporterAsync(test, Entete + "2020000001;E11;12;\n")).Rejets.Single().Phrase.Should().Contain("U11, U12");
    }

    [Fact]
    public async Task Le_bac_general_ne_prend_que_des_points_entiers()
    {
        await using var test = await AvecAsync(Moteur.Sqlite, Candidat(1, "S", TypeExamen.BacGeneral));
        var unite = Reglements.Chercher("S")!.Unites[0].Code;
        (await ImporterAsync(test, Entete + $"2020000001;{unite};12,5;\n")).Rejets.Single().Phrase.Should().Contain("points entiers");
    }

    [Fact]
    public async Task Une_note_donnee_deux_fois_n_est_prise_d_aucune_ligne()
    {
        await using var test = await AvecAsync(Moteur.Sqlite, Candidat(1));
        var bilan = await ImporterAsync(test, Entete + "2020000001;U11;12;\n2020000001;U12;10;\n2020000001;u11;13;\n", new(LignesValides: true));
        bilan.Rejets.Select(r => (r.Ligne, r.Code)).Should().BeEquivalentTo([(2, "NOTE_EN_DOUBLE"), (4, "NOTE_EN_DOUBLE")]);
        (await FeuilleAsync(test))!.Notes.Should().Be("U12:10");
    }

    [Fact]
    public async Task Apres_la_cloture_du_jury_une_note_ne_change_plus_mais_la_meme_passe()
    {
        var jury = new Jury { Session = Session, Code = "PRO-013-1", Libelle = "Jury", Examen = TypeExamen.BacPro, Departement = "013" };
        await using var test = await AvecAsync(Moteur.Sqlite, Candidat(1, jury: jury.Id));
        await using (var donnees = test.Ouvrir())
        {
            donnees.Add(jury);
            await donnees.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        await ImporterAsync(test, Entete + "2020000001;U11;12;\n");
        await using (var donnees = test.Ouvrir())
        {
            (await donnees.Set<Jury>().SingleAsync(TestContext.Current.CancellationToken)).Etat = EtatJury.Clos;
            await donnees.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        (await ImporterAsync(test, Entete + "2020000001;U11;12;\n")).Inchanges.Should().Be(1);
        (await ImporterAsync(test, Entete + "2020000001;U11;13;\n", new(LignesValides: true))).Rejets.Single().Code.Should().Be("DELIBERATION_CLOSE");
        (await FeuilleAsync(test))!.Notes.Should().Be("U11:12");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_feuille_modifiee_pendant_la_lecture_arrete_tout(Moteur moteur)
    {
        await using var test = await AvecAsync(moteur, Candidat(1), Candidat(2));
        await ImporterAsync(test, Entete + "2020000001;U11;12;\n2020000002;U11;12;\n");
        // The lines are read after the sheets: somebody saves a mark in between.
        await using var flux = new FluxQuiDeclenche(Encoding.UTF8.GetBytes(Entete + "2020000001;U11;14;\n2020000002;U11;15;\n"), () =>
        {
            using var autre = test.Ouvrir();
            autre.Database.ExecuteSqlRaw("update examen_feuille_notes set notes = 'U11:8', version = version + 1");
        });
        await using var donnees = test.Ouvrir();
        var resultat = await new ImporterNotes(donnees).ExecuteAsync(new(Session, flux, "n.csv", new()), Acteur.LigneDeCommande, TestContext.Current.CancellationToken);
        resultat.Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>();
        await using var apres = test.Ouvrir();
        (await apres.Set<FeuilleNotes>().Select(f => f.Notes).ToListAsync(TestContext.Current.CancellationToken)).Should().Equal("U11:8", "U11:8");
        (await apres.Set<LigneJournal>().CountAsync(TestContext.Current.CancellationToken)).Should().Be(2);
    }

    [Fact]
    public async Task Toutes_les_tables_du_droit_acceptent_une_note_dans_chacune_de_leurs_unites()
    {
        var candidats = Reglements.Tous.Select((r, i) => Candidat(i, r.Id, r.Examen)).ToArray();
        await using var test = await AvecAsync(Moteur.Sqlite, candidats);
        var lignes = Reglements.Tous.Zip(candidats).SelectMany(p => p.First.Unites.Concat(p.First.Facultatives).Select(u => $"{p.Second.Numero};{u.Code};11;\n")).ToList();
        var bilan = await ImporterAsync(test, Entete + string.Concat(lignes));
        bilan.Rejets.Should().BeEmpty();
        bilan.Ajoutes.Should().Be(lignes.Count);
    }

    [Fact]
    public async Task Quatre_cent_mille_notes_entrent_puis_une_colonne_change()
    {
        var unites = Reglements.Chercher("GA-2012")!.Unites.Select(u => u.Code).ToList();
        var candidats = Enumerable.Range(1, 400_000 / unites.Count).Select(i => Candidat(i)).ToArray();
        await using var test = await AvecAsync(Moteur.Sqlite, candidats);
        var fichier = new StringBuilder(Entete);
        foreach (var candidat in candidats)
            foreach (var unite in unites)
                fichier.Append(candidat.Numero).Append(';').Append(unite).Append(";12,5;\n");
        (await ImporterAsync(test, fichier.ToString())).Ajoutes.Should().Be(candidats.Length * unites.Count);
        (await ImporterAsync(test, fichier.ToString().Replace(";U11;12,5;", ";U11;13;"))).Modifies.Should().Be(candidats.Length);
    }

    /// <summary>Does something each time it is read from its beginning: the last time, the sheets are already in memory.</summary>
    private sealed class FluxQuiDeclenche(byte[] octets, Action action) : MemoryStream(octets)
    {
        public override int Read(Span<byte> buffer)
        {
            if (Position == 0)
                action();
            return base.Read(buffer);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position == 0)
                action();
            return base.Read(buffer, offset, count);
        }
    }
}
