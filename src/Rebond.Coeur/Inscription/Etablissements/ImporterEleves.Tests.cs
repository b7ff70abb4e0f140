using System.Globalization;
using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Etablissements;

public sealed class ImporterElevesTests
{
    private const string Uai = "0540001H";
    private const string Campagne = "nancy-metz-bac-pro-2024";

    // Four pupils, one per MEF: the third and the fourth end their course.
    private static readonly FichiersSiecle s_quatre = new(Uai, 2023, Eleves: 4);
    private static readonly SessionExamen s_session = SessionExamen.Juin(2024);
    private static readonly Acteur s_gestionnaire = new(Guid.NewGuid(), "gestionnaire", Role.Gestionnaire, [new(TypePerimetre.Academie, "12")]);
    private static readonly Acteur s_chef = new(Guid.NewGuid(), "chef", Role.ChefEtablissement, [new(TypePerimetre.Etablissement, Uai)]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<BaseDeTest> CreerAsync(Moteur moteur = Moteur.Sqlite)
    {
        var test = await BaseDeTest.CreerAsync(moteur);
        await PublierAsync(test, CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == Campagne).Texte);
        return test;
    }

    private static async Task PublierAsync(BaseDeTest test, string texte)
    {
        await using var donnees = test.Ouvrir();
        (await new PublierRevision(donnees).ExecuteAsync(new(texte, "Ouverture", 0), Acteur.LigneDeCommande, Ct)).EstReussi.Should().BeTrue();
    }

    private static async Task<Outcome<ImporterEleves.Reponse>> EssayerAsync(BaseDeTest test, byte[] fichier, ModeImport? mode = null, Acteur? acteur = null, string? uai = Uai, string? campagne = null, CorrespondanceColonnes? colonnes = null, SessionExamen? session = null)
    {
        await using var donnees = test.Ouvrir();
        return await new ImporterEleves(donnees).ExecuteAsync(new(session ?? s_session, new MemoryStream(fichier), colonnes is null ? "e.xml" : "e.csv", mode ?? new()) { Uai = uai, Campagne = campagne, Correspondance = colonnes }, acteur ?? s_gestionnaire, Ct);
    }

    private static async Task<ImporterEleves.Reponse> ImporterAsync(BaseDeTest test, byte[] fichier, ModeImport? mode = null, Acteur? acteur = null)
    {
        var issue = await EssayerAsync(test, fichier, mode, acteur);
        issue.Refus.Should().BeEmpty();
        return issue.Valeur!;
    }

    private static async Task<List<DossierInscription>> DossiersAsync(BaseDeTest test)
    {
        await using var donnees = test.Ouvrir();
        return await donnees.Set<DossierInscription>().AsNoTracking().OrderBy(d => d.Nom).ToListAsync(Ct);
    }

    private static async Task ChangerAsync(BaseDeTest test, string nom, Action<DossierInscription> changer)
    {
        await using var donnees = test.Ouvrir();
        changer(await donnees.Set<DossierInscription>().SingleAsync(d => d.Nom == nom, Ct));
        await donnees.SaveChangesAsync(Ct);
    }

    private static async Task<DossierInscription> AjouterAsync(BaseDeTest test, Action<DossierInscription> remplir, string? uai = Uai)
    {
        var dossier = new DossierInscription { Numero = NumeroDossier.Tirer(), CampagneCode = Campagne, CampagneRevision = 1, Session = s_session, Examen = TypeExamen.BacPro, Uai = uai };
        remplir(dossier);
        await using var donnees = test.Ouvrir();
        donnees.Add(dossier);
        await donnees.SaveChangesAsync(Ct);
        return dossier;
    }

    private static string Comptes(ImporterEleves.Reponse r) => $"{r.Bilan.Lus} {r.Bilan.Ajoutes} {r.Bilan.Modifies} {r.Bilan.Inchanges} {r.Bilan.Absents} {r.Bilan.Rejets.Count}";

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_eleves_de_terminale_deviennent_des_dossiers_et_le_meme_fichier_ne_fait_rien_la_seconde_fois(Moteur moteur)
    {
        await using var test = await CreerAsync(moteur);
        var fichier = s_quatre.AvecAdresses();
        var apercu = await ImporterAsync(test, fichier, new(Apercu: true), s_chef);
        Comptes(apercu).Should().Be("4 2 0 0 0 0");
        apercu.Lignes.Should().HaveCount(2).And.OnlyContain(l => l.Sort == ImporterEleves.Sort.Ajoute && l.Division == "T MV 1");
        apercu.Bilan.Remarques.Should().ContainSingle().Which.Should().StartWith("2 élèves d'une autre année");
        (await DossiersAsync(test)).Should().BeEmpty();

        Comptes(await ImporterAsync(test, fichier, acteur: s_chef)).Should().Be("4 2 0 0 0 0");
        Comptes(await ImporterAsync(test, fichier)).Should().Be("4 0 0 2 0 0");

        var dossiers = await DossiersAsync(test);
        dossiers.Should().HaveCount(2).And.OnlyContain(d => d.CompteId == null && d.Etat == EtatDossier.Brouillon && d.CampagneCode == Campagne && d.CampagneRevision == 1
            && d.Examen == TypeExamen.BacPro && d.Categorie == Categorie.Scolaire && d.Uai == Uai && d.Division == "T MV 1" && d.Ville == "MARSEILLE" && d.Pays == "France" && !d.Synthetique);
        dossiers[0].Should().Match<DossierInscription>(d => d.Nom == "SYNTHÉTIQUE-ŒUVRE 2" && d.Prenoms == "Élève Numéro2" && d.Ine == FichiersSiecle.Ine(2) && d.IneAncien == "1000000002A" && d.Specialite == "40025214"
            && d.Courriel == "eleve2@exemple.invalid" && d.AdresseLigne1 == "2 rue de l'Été à 2 €" && d.AdresseLigne2 == "Bâtiment B" && d.LieuNaissance == "commune 13055 (code INSEE)" && d.CleRecherche == "SYNTHETIQUE-ŒUVRE 2 ELEVE NUMERO2");
        dossiers.Select(d => NumeroDossier.TryLire(d.Numero, out var _)).Should().OnlyContain(valide => valide);
        await using var donnees = test.Ouvrir();
        (await donnees.Set<LigneJournal>().Where(l => l.Acte != "CAMPAGNE_PUBLIEE").SingleAsync(Ct)).Should().Match<LigneJournal>(l => l.Acte == "ELEVES_IMPORTES" && l.Objet == $"etablissement:{Uai}" && l.CompteId == s_chef.CompteId && l.Apres == "session:2024-06 ajoutes:2 modifies:0");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_nom_d_une_autre_ecriture_plus_long_une_fois_decompose_s_importe(Moteur moteur)
    {
        await using var test = await CreerAsync(moteur);
        var coreen = s_quatre with { Encodage = "utf-8", Prolog = "UTF-8" };
        var nom = new string('각', 100);

        await ImporterAsync(test, coreen.Modifier(coreen.SansAdresses(), "<NOM_DE_FAMILLE>SYNTHÉTIQUE-ŒUVRE 2<", $"<NOM_DE_FAMILLE>{nom}<"));

        (await DossiersAsync(test)).Should().ContainSingle(d => d.Nom == nom).Which.CleRecherche.Should().HaveLength(Candidature.CleRechercheMaximum);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Ce_qui_change_est_nomme_un_vide_n_efface_rien_et_le_journal_ne_dit_aucun_nom(Moteur moteur)
    {
        await using var test = await CreerAsync(moteur);
        await ImporterAsync(test, s_quatre.AvecAdresses());
        await ChangerAsync(test, "SYNTHÉTIQUE-ŒUVRE 2", d => (d.Etat, d.NumeroVersion, d.ValideEtablissementLe) = (EtatDossier.Enregistre, 1, DateTime.UtcNow));

        var change = s_quatre.Modifier(s_quatre.SansAdresses(), "<NOM_DE_FAMILLE>SYNTHÉTIQUE-ŒUVRE 2<", "<NOM_DE_FAMILLE>AUTRE<");
        change = s_quatre.Modifier(change, "<MEL>eleve2@exemple.invalid</MEL>", "<MEL></MEL>");
        var reponse = await ImporterAsync(test, change);

        Comptes(reponse).Should().Be("4 0 1 1 0 0");
        reponse.Lignes.Single(l => l.Sort == ImporterEleves.Sort.Modifie).Colonnes.Should().Equal("nom");
        (await DossiersAsync(test))[0].Should().Match<DossierInscription>(d => d.Nom == "AUTRE" && d.Courriel == "eleve2@exemple.invalid" && d.Ville == "MARSEILLE" && d.NumeroVersion == 2 && d.ValideEtablissementLe == null && d.CleRecherche.StartsWith("AUTRE"));
        await using var donnees = test.Ouvrir();
        var journal = await donnees.Set<LigneJournal>().OrderBy(l => l.Numero).Skip(2).ToListAsync(Ct);
        journal.Select(l => l.Acte).Should().Equal("DOSSIER_MODIFIE", "ELEVES_IMPORTES");
        journal.Should().OnlyContain(l => !$"{l.Avant}{l.Apres}{l.Motif}".Contains("AUTRE"));
        journal[0].Motif.Should().Be("import des élèves, colonnes : nom");
    }

    [Theory]
    [InlineData(EtatDossier.Signe, "DOSSIER_SIGNE")]
    [InlineData(EtatDossier.Inscrit, "DOSSIER_SIGNE")]
    [InlineData(EtatDossier.Desiste, "DOSSIER_SORTI")]
    public async Task Un_dossier_signe_n_est_pas_change(EtatDossier etat, string code)
    {
        await using var test = await CreerAsync();
        await ImporterAsync(test, s_quatre.SansAdresses());
        await ChangerAsync(test, "SYNTHÉTIQUE-ŒUVRE 2", d => d.Etat = etat);
        Comptes(await ImporterAsync(test, s_quatre.SansAdresses())).Should().Be("4 0 0 2 0 0");

        var reponse = await ImporterAsync(test, s_quatre.Modifier(s_quatre.SansAdresses(), "SYNTHÉTIQUE-ŒUVRE 2<", "AUTRE<"), new(LignesValides: true));

        reponse.Bilan.Rejets.Should().ContainSingle().Which.Should().Match<Rejet>(r => r.Code == code && r.Phrase.Contains("à voir avec la DEC"));
        (await DossiersAsync(test)).Should().NotContain(d => d.Nom == "AUTRE");
    }

    [Fact]
    public async Task Un_eleve_qui_n_est_plus_dans_le_fichier_est_compte_absent_et_garde_son_dossier()
    {
        await using var test = await CreerAsync();
        await ImporterAsync(test, s_quatre.SansAdresses());
        var reponse = await ImporterAsync(test, s_quatre.Modifier(s_quatre.SansAdresses(), "<CODE_MEF>24730004331", "<DATE_SORTIE>05/01/2024</DATE_SORTIE>\n<CODE_MEF>24730004331"));
        Comptes(reponse).Should().Be("4 0 0 1 1 0");
        reponse.Bilan.Remarques.Should().Contain(r => r.StartsWith("1 élève sorti"));
        (await DossiersAsync(test)).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("100000002CA", null)] // the RNIE
    [InlineData("1000000002A", null)] // the older one
    public async Task L_une_ou_l_autre_generation_d_INE_retrouve_le_dossier(string ine, string? ancien)
    {
        await using var test = await CreerAsync();
        await AjouterAsync(test, d => (d.Nom, d.Prenoms, d.Ine, d.IneAncien, d.Naissance, d.Categorie) = ("SYNTHÉTIQUE-ŒUVRE 2", "Élève", ine, ancien, new DateOnly(2006, 1, 1), Categorie.Scolaire));
        Comptes(await ImporterAsync(test, s_quatre.SansAdresses())).Should().Be("4 1 1 0 0 0");
        (await DossiersAsync(test))[0].Should().Match<DossierInscription>(d => d.Ine == "100000002CA" && d.IneAncien == "1000000002A");
        Comptes(await ImporterAsync(test, s_quatre.SansAdresses())).Should().Be("4 0 0 2 0 0");
    }

    [Fact]
    public async Task Sans_INE_en_base_le_nom_et_la_naissance_retrouvent_le_dossier()
    {
        await using var test = await CreerAsync();
        await ImporterAsync(test, s_quatre.SansAdresses());
        await ChangerAsync(test, "SYNTHÉTIQUE-ŒUVRE 2", d => (d.Ine, d.IneAncien, d.Nom) = (null, null, "Synthetique Oeuvre 2"));
        var reponse = await ImporterAsync(test, s_quatre.SansAdresses());
        Comptes(reponse).Should().Be("4 0 1 1 0 0");
        reponse.Lignes[0].Colonnes.Should().Equal("nom", "INE");
    }

    [Theory]
    [InlineData("INE_DIFFERENT", Uai)]
    [InlineData("INE_AUTRE_PERSONNE", Uai)]
    [InlineData("DOSSIER_AILLEURS", "0540002J")]
    [InlineData("DOSSIER_AILLEURS", null)]
    [InlineData("AUTRE_CAMPAGNE", Uai)]
    public async Task Dans_le_doute_la_ligne_est_refusee_et_personne_n_est_confondu(string code, string? uai)
    {
        DossierInscription modele;
        await using (var essai = await CreerAsync())
        {
            await ImporterAsync(essai, s_quatre.SansAdresses());
            modele = (await DossiersAsync(essai))[0];
        }
        await using var test = await CreerAsync();
        var connu = await AjouterAsync(test, d =>
        {
            (d.Ine, d.Nom, d.Prenoms, d.Naissance) = (modele.Ine, modele.Nom, modele.Prenoms, modele.Naissance);
            if (code == "INE_DIFFERENT")
                d.Ine = "999999999AA";
            else if (code == "INE_AUTRE_PERSONNE")
                (d.Nom, d.Naissance) = ("QUELQU'UN", new DateOnly(1999, 9, 9));
            else if (code == "AUTRE_CAMPAGNE")
                d.Examen = TypeExamen.BacProAgricole;
            else
                (d.Ine, d.IneAncien) = (null, modele.IneAncien);
        }, uai);
        var reponse = await ImporterAsync(test, s_quatre.SansAdresses());
        reponse.Bilan.Enregistre.Should().BeFalse();
        reponse.Bilan.Rejets.Should().ContainSingle().Which.Code.Should().Be(code);
        if (uai != Uai)
            reponse.Bilan.Rejets[0].Phrase.Should().NotContain(connu.Numero);
        (await DossiersAsync(test)).Should().ContainSingle();
    }

    [Fact]
    public async Task Deux_dossiers_possibles_font_refuser_la_ligne()
    {
        await using var test = await CreerAsync();
        await AjouterAsync(test, d => (d.Nom, d.Ine) = ("A", FichiersSiecle.Ine(2)));
        await AjouterAsync(test, d => (d.Nom, d.Ine) = ("B", "1000000002A"));
        (await ImporterAsync(test, s_quatre.SansAdresses())).Bilan.Rejets.Should().ContainSingle().Which.Code.Should().Be("DOSSIERS_MULTIPLES");

        await using var autre = await CreerAsync();
        foreach (var _ in (int[])[1, 2])
            await AjouterAsync(autre, d => (d.Nom, d.Prenoms, d.Naissance) = ("DOE", "Zoé", new DateOnly(2006, 5, 4)));
        var (fichier, colonnes) = Tableau("DOE;Zoé;04/05/2006;T1;;2472521433;ST\nROE;Max;04/05/2006;T1;;2472521433;ST\nRoé;Max;04/05/2006;T1;123456789AB;2472521433;ST\n");
        (await EssayerAsync(autre, fichier, colonnes: colonnes)).Valeur!.Bilan.Rejets.Select(r => r.Code).Should().Equal("IDENTITE_AMBIGUE", "ELEVE_EN_DOUBLE", "ELEVE_EN_DOUBLE");
    }

    private static (byte[] Fichier, CorrespondanceColonnes Colonnes) Tableau(string lignes)
    {
        var fichier = Encoding.UTF8.GetBytes("Nom;Prénom;Né(e) le;Classe;INE;Code MEF;Statut\n" + lignes);
        return (fichier, ProposerCorrespondance.Proposer(new MemoryStream(fichier), "e.csv").EnCorrespondance());
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_tableau_du_lycee_s_importe_aussi_et_dit_ce_que_le_MEF_et_le_statut_ne_disent_pas(Moteur moteur)
    {
        await using var test = await CreerAsync(moteur);
        var (fichier, colonnes) = Tableau("DOE;Zoé;04/05/2006;T1;123456789AB;2472521433;AP\nROE;Max;04/05/2006;T1;;2479999933;FQ\nPOE;Ada;04/05/2006;CAP;;2412521422;ST\nNOE;Léo;04/05/2006;TG;;2021001911;ST\n");
        var reponse = (await EssayerAsync(test, fichier, acteur: s_chef, colonnes: colonnes)).Valeur!;
        Comptes(reponse).Should().Be("4 2 0 0 0 0");
        reponse.Bilan.Remarques.Should().SatisfyRespectively(
            r => r.Should().StartWith("1 élève d'une autre année"),
            r => r.Should().StartWith("1 élève prépare BAC_GENERAL"),
            r => r.Should().EndWith(": 2479999933."),
            r => r.Should().EndWith(": FQ."));
        (await DossiersAsync(test)).Select(d => (d.Nom, d.Categorie, d.Specialite)).Should().Equal(("DOE", Categorie.Apprenti, "40025214"), ("ROE", null, null));
        Comptes((await EssayerAsync(test, fichier, colonnes: colonnes)).Valeur!).Should().Be("4 0 0 2 0 0");
    }

    [Fact]
    public async Task Une_ligne_sans_MEF_ou_trop_longue_est_refusee()
    {
        await using var test = await CreerAsync();
        var (fichier, colonnes) = Tableau($"DOE;Zoé;04/05/2006;T1;;;ST\nROE;{new string('x', 90)} {new string('y', 70)};04/05/2006;T1;;2472521433;ST\n");
        (await EssayerAsync(test, fichier, colonnes: colonnes)).Valeur!.Bilan.Rejets.Select(r => r.Code).Should().Equal("MEF_ABSENT", "VALEUR_TROP_LONGUE");
    }

    [Fact]
    public async Task Une_categorie_que_la_campagne_ne_prend_pas_par_l_etablissement_est_refusee()
    {
        await using var test = await BaseDeTest.CreerAsync();
        var texte = CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == Campagne).Texte;
        await PublierAsync(test, texte.Replace("\"APPRENTI\", \"inscritPar\": \"ETABLISSEMENT\"", "\"APPRENTI\", \"inscritPar\": \"CANDIDAT\"", StringComparison.Ordinal));
        var (fichier, colonnes) = Tableau("DOE;Zoé;04/05/2006;T1;123456789AB;2472521433;AP\n");
        (await EssayerAsync(test, fichier, colonnes: colonnes)).Valeur!.Bilan.Rejets.Should().ContainSingle().Which.Code.Should().Be("CATEGORIE_NON_ADMISE");
    }

    [Fact]
    public async Task L_adresse_d_un_candidat_qui_a_son_compte_reste_la_sienne()
    {
        await using var test = await CreerAsync();
        await ImporterAsync(test, s_quatre.AvecAdresses());
        await ChangerAsync(test, "SYNTHÉTIQUE-ŒUVRE 2", d => (d.CompteId, d.Courriel, d.Ville) = (Guid.NewGuid(), "moi@exemple.invalid", "NANCY"));
        Comptes(await ImporterAsync(test, s_quatre.AvecAdresses())).Should().Be("4 0 0 2 0 0");
        await ChangerAsync(test, "SYNTHÉTIQUE-ŒUVRE 3", d => (d.Ville, d.Division) = ("NANCY", "T9"));
        (await ImporterAsync(test, s_quatre.AvecAdresses())).Lignes.Single(l => l.Sort == ImporterEleves.Sort.Modifie).Colonnes.Should().Equal("division", "adresse");
    }

    [Theory]
    [InlineData(Role.Candidat, TypePerimetre.Academie, "12", Uai, "INTERDIT")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Departement, "054", Uai, "INTERDIT")]
    [InlineData(Role.ChefEtablissement, TypePerimetre.Etablissement, "0540002J", Uai, "INTERDIT")]
    [InlineData(Role.ChefEtablissement, TypePerimetre.Etablissement, Uai, null, "INTERDIT")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Academie, "02", Uai, "CAMPAGNE_ABSENTE")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Academie, "12", "0540001A", "UAI_INVALIDE")]
    public async Task Chacun_n_importe_que_chez_lui(Role role, TypePerimetre type, string code, string? uai, string refus)
    {
        await using var test = await CreerAsync();
        (await EssayerAsync(test, s_quatre.SansAdresses(), acteur: new(Guid.NewGuid(), "x", role, [new(type, code)]), uai: uai)).Refus.Should().ContainSingle().Which.Code.Should().Be(refus);
        (await DossiersAsync(test)).Should().BeEmpty();
    }

    [Fact]
    public async Task Sans_campagne_en_vigueur_ou_hors_de_l_academie_le_refus_dit_quoi_faire()
    {
        await using var test = await CreerAsync();
        var fichier = s_quatre.SansAdresses();
        (await EssayerAsync(test, fichier, session: SessionExamen.Juin(2025))).Refus.Should().ContainSingle().Which.Should().Match<Refus>(r => r.Code == "CAMPAGNE_ABSENTE" && r.Phrase.Contains("rebond inscription campagne charger"));
        (await EssayerAsync(test, fichier, campagne: "lune-2024")).Refus.Should().ContainSingle().Which.Code.Should().Be("CAMPAGNE_ABSENTE");
        (await EssayerAsync(test, new FichiersSiecle("0130040Y", 2023).SansAdresses(), uai: null)).Refus.Should().ContainSingle().Which.Code.Should().Be("ETABLISSEMENT_HORS_ACADEMIE");
        (await EssayerAsync(test, fichier, uai: null)).Valeur!.Uai.Should().Be(Uai);
        var (csv, colonnes) = Tableau("DOE;Zoé;04/05/2006;T1;;2472521433;ST\n");
        (await EssayerAsync(test, csv, uai: null, colonnes: colonnes)).Refus.Should().ContainSingle().Which.Code.Should().Be("UAI_INVALIDE");
        (await EssayerAsync(test, csv, colonnes: new(colonnes.Entetes, new Dictionary<ChampEleve, string>()))).Refus.Select(r => r.Code).Distinct().Should().Equal("CHAMP_SANS_COLONNE");

        await PublierAsync(test, CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == Campagne).Texte.Replace(Campagne, "nancy-metz-bis-2024", StringComparison.Ordinal).Replace("session 2024, académie de Nancy-Metz\",\n  \"academie", "session 2024, seconde campagne\",\n  \"academie", StringComparison.Ordinal));
        (await EssayerAsync(test, fichier)).Refus.Should().ContainSingle().Which.Should().Match<Refus>(r => r.Code == "CAMPAGNE_A_PRECISER" && r.Phrase.Contains("nancy-metz-bis-2024"));
        (await EssayerAsync(test, fichier, campagne: Campagne)).EstReussi.Should().BeTrue();
    }

    [Fact]
    public async Task Le_fichier_d_un_autre_lycee_ou_d_une_autre_annee_est_refuse_en_entier()
    {
        await using var test = await CreerAsync();
        foreach (var fichier in (FichiersSiecle[])[new("0540002J", 2023), new(Uai, 2022)])
        {
            var reponse = await ImporterAsync(test, fichier.SansAdresses(), new(LignesValides: true));
            reponse.Bilan.Rejets.Should().ContainSingle().Which.Code.Should().Be("AUTRE_ETABLISSEMENT_OU_ANNEE");
            reponse.Bilan.Enregistre.Should().BeFalse();
        }
        (await DossiersAsync(test)).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_mille_eleves_entrent_d_un_coup_et_chacun_a_son_numero(Moteur moteur)
    {
        await using var test = await CreerAsync(moteur);
        var fichier = new StringBuilder();
        for (var i = 0; i < 2000; i++)
            fichier.Append(CultureInfo.InvariantCulture, $"NOM{i};Zoé;{1 + i % 28:00}/05/2006;T{i % 60};{200_000_000 + i}AB;2472521433;ST\n");
        var (octets, colonnes) = Tableau(fichier.ToString());
        Comptes((await EssayerAsync(test, octets, colonnes: colonnes)).Valeur!).Should().Be("2000 2000 0 0 0 0");
        var dossiers = await DossiersAsync(test);
        dossiers.Select(d => d.Numero).Distinct().Should().HaveCount(2000);
        Comptes((await EssayerAsync(test, octets, colonnes: colonnes)).Valeur!).Should().Be("2000 0 0 2000 0 0");
    }
}
