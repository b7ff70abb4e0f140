using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription;

public sealed class ImporterCandidatsTests
{
    private static readonly SessionExamen Session = SessionExamen.Juin(2020);
    private const string Entete = "numero;ine;nom;prenoms;sexe;naissance;examen;reglement;specialite;libelle;categorie;forme;uai;departement;division;consentement\n";
    private const string Zoe = "2020000001;123456789AB;LŒUVRE;Zoé, Anne;F;2002-03-28;BAC_PRO;GA-2012;40030001;Gestion-administration;SCOLAIRE;GLOBALE;0130040Y;013;TGA1;OUI\n";
    private const string Max = "2020000002;;=CMD;\"Max \"\"M\"\"; dit M\";M;28/03/2001;BAC_PRO;COMMERCE-2013;40031202;Commerce;APPRENTI;GLOBALE;0840001V;084;;NON\n";

    private static async Task<BilanImport> ImporterAsync(BaseDeTest test, string contenu, ModeImport? mode = null)
    {
        await using var donnees = test.Ouvrir();
        var resultat = await new ImporterCandidats(donnees).ExecuteAsync(new(Session, true, new MemoryStream(Encoding.UTF8.GetBytes(contenu)), "c.csv", mode ?? new()), Acteur.LigneDeCommande, TestContext.Current.CancellationToken);
        resultat.EstReussi.Should().BeTrue();
        return resultat.Valeur!;
    }

    private static async Task<List<Candidature>> CandidatsAsync(BaseDeTest test)
    {
        await using var donnees = test.Ouvrir();
        return await donnees.Set<Candidature>().OrderBy(c => c.Numero).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static string Comptes(BilanImport b) => $"{b.Lus} {b.Ajoutes} {b.Modifies} {b.Inchanges} {b.Absents}";

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_imports_du_meme_fichier_n_ajoutent_qu_une_fois(Moteur moteur)
    {
        await using var test = await BaseDeTest.CreerAsync(moteur);
        Comptes(await ImporterAsync(test, Entete + Zoe + Max)).Should().Be("2 2 0 0 0");
        Comptes(await ImporterAsync(test, Entete + Zoe + Max)).Should().Be("2 0 0 2 0");
        Comptes(await ImporterAsync(test, Entete + Max.Replace("084;;", "084;T1;"))).Should().Be("1 0 1 0 1");
        var candidats = await CandidatsAsync(test);
        candidats.Select(c => c.CleRecherche).Should().Equal("LŒUVRE ZOE, ANNE", "=CMD MAX \"M\"; DIT M");
        candidats.Select(c => c.NumeroAnonymat).Distinct().Should().HaveCount(2);
        candidats[1].Division.Should().Be("T1");
        await using var donnees = test.Ouvrir();
        var journal = await donnees.Set<LigneJournal>().OrderBy(l => l.Numero).ToListAsync(TestContext.Current.CancellationToken);
        journal.Select(l => l.Acte).Should().Equal("CANDIDATURES_IMPORTEES", "CANDIDATURE_MODIFIEE", "CANDIDATURES_IMPORTEES");
        journal.Should().OnlyContain(l => !$"{l.Avant}{l.Apres}{l.Motif}".Contains("CMD"));
    }

    [Theory, InlineData(FormatTableau.Csv, "c.csv"), InlineData(FormatTableau.Xlsx, "c.xlsx")]
    public async Task Ce_qui_est_exporte_se_reimporte_sans_rien_changer(FormatTableau format, string nom)
    {
        await using var test = await BaseDeTest.CreerAsync();
        await ImporterAsync(test, Entete + Zoe + Max);
        var sortie = new MemoryStream();
        await using (var donnees = test.Ouvrir())
            (await new ExporterCandidats(donnees).ExecuteAsync(new(Session, null, sortie, format), Acteur.LigneDeCommande, CancellationToken.None)).Valeur!.Lignes.Should().Be(2);
        sortie.Position = 0;
        await using var relue = test.Ouvrir();
        var bilan = (await new ImporterCandidats(relue).ExecuteAsync(new(Session, true, sortie, nom, new()), Acteur.LigneDeCommande, CancellationToken.None)).Valeur!;
        bilan.Rejets.Should().BeEmpty();
        Comptes(bilan).Should().Be("2 0 0 2 0");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_case_de_consentement_vide_n_efface_pas_celui_qui_est_connu(Moteur moteur)
    {
        await using var test = await BaseDeTest.CreerAsync(moteur);
        await ImporterAsync(test, Entete + Zoe + Max);
        Comptes(await ImporterAsync(test, Entete + Zoe.Replace(";OUI", ";") + Max.Replace(";NON", ";"))).Should().Be("2 0 0 2 0");
        (await CandidatsAsync(test)).Select(c => c.ConsentementPublication).Should().Equal(true, false);
        Comptes(await ImporterAsync(test, Entete + Zoe.Replace(";OUI", ";NON"))).Should().Be("1 0 1 0 1");
        (await CandidatsAsync(test))[0].ConsentementPublication.Should().BeFalse();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_imports_simultanes_du_meme_fichier_n_ajoutent_qu_une_fois_et_le_second_est_prevenu(Moteur moteur)
    {
        await using var test = await BaseDeTest.CreerAsync(moteur);
        var fichier = Encoding.UTF8.GetBytes(Entete + string.Concat(Enumerable.Range(1, 300).Select(i => Max.Replace("2020000002", $"20200{i:00000}"))));

        var issues = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var donnees = test.Ouvrir();
            return await new ImporterCandidats(donnees).ExecuteAsync(new(Session, true, new MemoryStream(fichier), "c.csv", new()), Acteur.LigneDeCommande, TestContext.Current.CancellationToken);
        })));

        issues.Sum(i => i.Valeur?.Ajoutes ?? 0).Should().Be(300);
        issues.SelectMany(i => i.Refus).Should().OnlyContain(r => r is ModifieEntreTemps);
        (await CandidatsAsync(test)).Should().HaveCount(300);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_nom_d_une_ecriture_qui_s_allonge_en_se_decomposant_entre_quand_meme(Moteur moteur)
    {
        await using var test = await BaseDeTest.CreerAsync(moteur);
        (await ImporterAsync(test, Entete + Zoe.Replace("LŒUVRE", new string('각', 100)))).Ajoutes.Should().Be(1);
        (await CandidatsAsync(test)).Should().ContainSingle().Which.CleRecherche.Should().HaveLength(Candidature.CleRechercheMaximum);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_caractere_nul_ou_un_nom_sur_deux_lignes_est_refuse_et_la_bonne_ligne_entre(Moteur moteur)
    {
        await using var test = await BaseDeTest.CreerAsync(moteur);
        // Far enough in the file: among the first bytes, a nul says that it is no text at all.
        var bonnes = string.Concat(Enumerable.Range(1, 60).Select(i => Max.Replace("2020000002", $"20200{i:00000}")));
        var bilan = await ImporterAsync(test, Entete + bonnes + Max.Replace("2020000002", "2020009001").Replace("=CMD", "MAR\0TIN") + Max.Replace("2020000002", "2020009002").Replace("=CMD", "\"MAR\nTIN\""), new(LignesValides: true));
        bilan.Rejets.Select(r => (r.Ligne, r.Colonne, r.Code)).Should().Equal((62, "nom", "CARACTERE_INTERDIT"), (63, "nom", "CARACTERE_INTERDIT"));
        bilan.Rejets.Should().OnlyContain(r => !r.Phrase.Contains('\n') && !r.Phrase.Contains('\0'), "un refus tient sur une ligne");
        (await CandidatsAsync(test)).Should().HaveCount(60);
    }

    [Fact]
    public async Task Une_ligne_refusee_retient_tout_sauf_demande_contraire()
    {
        await using var test = await BaseDeTest.CreerAsync();
        var fichier = Entete + Zoe + Max.Replace("0840001V", "0840001X");
        var bilan = await ImporterAsync(test, fichier);
        bilan.LignesBonnes.Should().Equal(2);
        bilan.Rejets.Should().ContainSingle().Which.Should().Match<Rejet>(r => r.Ligne == 3 && r.Colonne == "uai" && r.Code == "UAI_INVALIDE" && r.Phrase.Contains("lettre de contrôle est V"));
        (await CandidatsAsync(test)).Should().BeEmpty();
        (await ImporterAsync(test, fichier, new(Apercu: true, LignesValides: true))).Enregistre.Should().BeFalse();
        (await CandidatsAsync(test)).Should().BeEmpty();
        (await ImporterAsync(test, fichier, new(LignesValides: true))).Ajoutes.Should().Be(1);
        (await CandidatsAsync(test)).Should().ContainSingle();
    }

    [Theory]
    [InlineData("2020000001", "202000001", "numero", "NUMERO_INVALIDE")]
    [InlineData("123456789AB", "123456789LM", "ine", "INE_INVALIDE")]
    [InlineData("LŒUVRE", " ", "nom", "VALEUR_ABSENTE")]
    [InlineData(";F;", ";X;", "sexe", "CODE_INCONNU")]
    [InlineData("2002-03-28", "2002-02-30", "naissance", "DATE_INVALIDE")]
    [InlineData("BAC_PRO", "BACPRO", "examen", "CODE_INCONNU")]
    [InlineData("GA-2012", "GA-1900", "reglement", "REGLEMENT_INCONNU")]
    [InlineData("BAC_PRO", "BAC_GENERAL", "reglement", "REGLEMENT_AUTRE_EXAMEN")]
    [InlineData("SCOLAIRE", "ELEVE", "categorie", "CODE_INCONNU")]
    [InlineData("GLOBALE", "GLOBAL", "forme", "CODE_INCONNU")]
    [InlineData(";013;", ";13;", "departement", "DEPARTEMENT_INVALIDE")]
    [InlineData(";OUI", ";PEUT-ETRE", "consentement", "CODE_INCONNU")]
    public async Task Chaque_valeur_fausse_est_refusee_a_sa_place(string juste, string faux, string colonne, string code)
    {
        await using var test = await BaseDeTest.CreerAsync();
        var bilan = await ImporterAsync(test, Entete + Zoe.Replace(juste, faux));
        bilan.Rejets.Should().Contain(r => r.Ligne == 2 && r.Colonne == colonne && r.Code == code && r.Phrase.StartsWith("Ligne 2, colonne ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_candidat_repete_fait_refuser_ses_deux_lignes()
    {
        await using var test = await BaseDeTest.CreerAsync();
        var bilan = await ImporterAsync(test, Entete + Zoe + Max + Zoe, new(LignesValides: true));
        bilan.Rejets.Select(r => (r.Ligne, r.Code)).Should().BeEquivalentTo([(2, "CANDIDAT_EN_DOUBLE"), (4, "CANDIDAT_EN_DOUBLE")]);
        (await CandidatsAsync(test)).Should().ContainSingle().Which.Numero.Should().Be("2020000002");
    }

    [Fact]
    public async Task Un_ine_porte_par_deux_numeros_est_refuse_dans_le_fichier_et_contre_la_base()
    {
        await using var test = await BaseDeTest.CreerAsync();
        var autre = Zoe.Replace("2020000001", "2020000009");
        (await ImporterAsync(test, Entete + Zoe + autre)).Rejets.Select(r => (r.Ligne, r.Code)).Should().BeEquivalentTo([(2, "INE_EN_DOUBLE"), (3, "INE_EN_DOUBLE")]);
        await ImporterAsync(test, Entete + Zoe);
        (await ImporterAsync(test, Entete + autre)).Rejets.Should().ContainSingle(r => r.Code == "INE_EN_DOUBLE" && r.Phrase.Contains("2020000001"));
    }

    [Fact]
    public async Task Une_table_de_simulation_est_refusee_hors_demonstration()
    {
        await using var test = await BaseDeTest.CreerAsync();
        await using var donnees = test.Ouvrir();
        var fichier = Entete + Zoe.Replace("GA-2012", "SIM-MELEC");
        var bilan = (await new ImporterCandidats(donnees).ExecuteAsync(new(Session, false, new MemoryStream(Encoding.UTF8.GetBytes(fichier)), "c.csv", new()), Acteur.LigneDeCommande, CancellationToken.None)).Valeur!;
        bilan.Rejets.Should().ContainSingle(r => r.Code == "REGLEMENT_SIMULATION");
    }

    [Fact]
    public async Task Un_enseignant_n_importe_pas()
    {
        await using var test = await BaseDeTest.CreerAsync();
        await using var donnees = test.Ouvrir();
        var enseignant = new Acteur(Guid.NewGuid(), "prof", Role.Enseignant, [new(TypePerimetre.Etablissement, "0130040Y")]);
        (await new ImporterCandidats(donnees).ExecuteAsync(new(Session, true, new MemoryStream(), "c.csv", new()), enseignant, CancellationToken.None)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }
}
