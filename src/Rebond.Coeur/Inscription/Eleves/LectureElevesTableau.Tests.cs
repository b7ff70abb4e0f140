using System.Text;
using AwesomeAssertions;
using MiniExcelLibs;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Eleves;

public sealed class LectureElevesTableauTests
{
    private const string Complet = "Sexe;Pays Nat.;Elève No Etab;Nom de famille;Nom d'usage;Prénom;Prénom 2;Date Naissance;Doublement;Id National;Date Entrée;Date Sortie;Ville Naiss. Etrangère;Commune Naiss.;Pays Naiss.;Code Régime;Motif Sortie;Code MEF;Lib. MEF;Code Structure;Type Structure;Lib. Structure;Clé Gestion Mat. Enseignée 1;Tel Portable;Email;Ligne Adresse 1;Code Postal;Lib. Postal;Nom de famille Repr. Lég. 1;Prénom Repr. Lég. 1\n";
    private static readonly string Zoe = $"F;FRANCE;12;SYNTHÉTIQUE;;Zoé;Anne;28/03/2008;N;{FichiersSiecle.Ine(1)};01/09/2025;;;MARSEILLE;FRANCE;2;;24725214331;TPROF MV;T MV 1;D;Terminale;MATHS;0600000000;z@exemple.invalid;1 rue de l'Été;13001;MARSEILLE;PARENT;Léo\n";

    private static PropositionColonnes Proposer(string texte) => ProposerCorrespondance.Proposer(new MemoryStream(Encoding.UTF8.GetBytes(texte)), "eleves.csv");

    private static FichierEleves Lire(string texte, LectureElevesTableau.Attendu? attendu = null, Encoding? encodage = null) =>
        LectureElevesTableau.Lire(new MemoryStream((encodage ?? Encoding.UTF8).GetBytes(texte)), "eleves.csv", Proposer(texte).EnCorrespondance(), attendu ?? new(), null, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("ElevesComplete", Complet, "NomDeFamille:Nom de famille Prenom:Prénom Naissance:Date Naissance Division:Code Structure Ine:Id National Mef:Code MEF Sexe:Sexe")]
    [InlineData("aplypro", "label_classe;mef_code;année_scolaire;ine;prénom;nom;date_naissance;Sexe biologique\n", "NomDeFamille:nom Prenom:prénom Naissance:date_naissance Division:label_classe Ine:ine Mef:mef_code Sexe:Sexe biologique")]
    [InlineData("FREGATA", "Identifiant unique*;Premier prénom*;Deuxième prénom;Troisième prénom;Nom de famille*;Nom d'usage;Code sexe*;Date de naissance (jj/mm/aaaa)*;Code commune naissance**;Libellé commune naissance**;Code département naissance*;Code pays naissance*;Statut*;Code MEF*;Division*\n", "NomDeFamille:Nom de famille* Prenom:Premier prénom* Naissance:Date de naissance (jj/mm/aaaa)* Division:Division* Ine:Identifiant unique* Mef:Code MEF* Sexe:Code sexe*")]
    [InlineData("Pronote", "Nom;Prénom;Né(e) le;Sexe;Classe;Numéro national;Adresse E-mail\n", "NomDeFamille:Nom Prenom:Prénom Naissance:Né(e) le Division:Classe Ine:Numéro national Sexe:Sexe")]
    [InlineData("anglais de tableur", "NOM,PRENOM,DATE DE NAISSANCE,CLASSE,INE\n", "NomDeFamille:NOM Prenom:PRENOM Naissance:DATE DE NAISSANCE Division:CLASSE Ine:INE")]
    public void Les_en_tetes_connus_sont_reconnus(string logiciel, string entete, string attendu)
    {
        var proposition = Proposer(entete + string.Join(entete.Contains(';') ? ';' : ',', entete.Split(entete.Contains(';') ? ';' : ',').Select(_ => "")) + "\n");
        proposition.Rejets.Should().BeEmpty(logiciel);
        ChampEleve[] premiers = [ChampEleve.NomDeFamille, ChampEleve.Prenom, ChampEleve.Naissance, ChampEleve.Division, ChampEleve.Ine, ChampEleve.Mef, ChampEleve.Sexe];
        string.Join(' ', proposition.Propositions.Where(p => premiers.Contains(p.Champ)).Select(p => $"{p.Champ}:{p.Titre}")).Should().Be(attendu);
        proposition.Propositions.Where(p => premiers.Contains(p.Champ)).Should().OnlyContain(p => p.Confiance == Confiance.Certaine);
        proposition.EnCorrespondance().Verifier().Should().BeEmpty();
    }

    [Fact]
    public void Les_colonnes_des_responsables_ne_sont_pas_celles_de_l_eleve()
    {
        var proposition = Proposer(Complet + Zoe);
        proposition.Ignorees.Select(p => p.Titre).Should().Contain(["Nom de famille Repr. Lég. 1", "Prénom Repr. Lég. 1", "Clé Gestion Mat. Enseignée 1"]);
        proposition.Propositions.Single(p => p.Champ == ChampEleve.Naissance).Exemples.Should().Equal("28/03/2008");
    }

    [Fact]
    public void Les_valeurs_font_douter_d_un_nom_et_trouvent_ce_que_le_nom_tait()
    {
        var lignes = string.Concat(Enumerable.Range(0, 5).Select(i => $"X{i};Élève;28/03/2008;T1;néant;{FichiersSiecle.Ine(i)};2472521433\n"));
        var propositions = Proposer("Nom;Prénom;Date de naissance de l'élève;Classe;INE;Colonne F;Colonne G\n" + lignes).Propositions;
        propositions.Single(p => p.Champ == ChampEleve.Ine).Should().Match<PropositionColonne>(p => p.Titre == "INE" && p.Confiance == Confiance.Douteuse);
        propositions.Single(p => p.Champ == ChampEleve.Naissance).Confiance.Should().Be(Confiance.Probable);
        propositions.Single(p => p.Champ == ChampEleve.Mef).Should().Match<PropositionColonne>(p => p.Titre == "Colonne G" && p.Confiance == Confiance.Probable);
    }

    [Fact]
    public void Une_correspondance_se_garde_et_se_reconnait()
    {
        var correspondance = Proposer(Complet + Zoe).EnCorrespondance();
        CorrespondanceColonnes.Lire(correspondance.EnJson()).Should().Be(correspondance);
        correspondance.EnJson().Should().Contain("\"NOM_DE_FAMILLE\":\"nom_de_famille\"");
        Proposer("Prénom;Nom;Classe;Né(e) le\nA;B;C;28/03/2008\n").EnCorrespondance().Empreinte.Should().Be(CorrespondanceColonnes.EmpreinteDe(["nom", "prenom", "classe", "ne(e)_le"]), "l'ordre des colonnes est libre");
        CorrespondanceColonnes.Lire("{}").Should().BeNull();
        CorrespondanceColonnes.Lire("pas du json").Should().BeNull();
        CorrespondanceColonnes.Lire("""{"entetes":["a"],"colonnes":{"INVENTE":"a"}}""").Should().BeNull();
    }

    [Fact]
    public void Un_champ_sans_colonne_et_une_colonne_prise_deux_fois_sont_dits()
    {
        var correspondance = new CorrespondanceColonnes(["nom", "classe"], new Dictionary<ChampEleve, string> { [ChampEleve.NomDeFamille] = "nom", [ChampEleve.Prenom] = "nom", [ChampEleve.Division] = "classe" });
        correspondance.Verifier().Select(r => r.Code).Should().BeEquivalentTo(["CHAMP_SANS_COLONNE", "COLONNE_PRISE_DEUX_FOIS"]);
        correspondance.Verifier().Should().Contain(r => r.Phrase.Contains("date de naissance"));
    }

    [Fact]
    public void Un_eleve_est_lu_en_entier()
    {
        var fichier = Lire(Complet + Zoe);
        fichier.Rejets.Should().BeEmpty();
        fichier.ColonnesIgnorees.Should().Contain("Prénom Repr. Lég. 1");
        var eleve = fichier.Eleves.Should().ContainSingle().Subject;
        eleve.Should().BeEquivalentTo(new EleveLu
        {
            Ligne = 2,
            NumeroInterne = "12",
            Ines = new(FichiersSiecle.Ine(1)),
            NomDeFamille = "SYNTHÉTIQUE",
            Prenom = "Zoé",
            Prenom2 = "Anne",
            Naissance = new(2008, 3, 28),
            LieuNaissance = new("FRANCE", null, null, "MARSEILLE"),
            Nationalite = "FRANCE",
            Sexe = "F",
            Mef = eleve.Mef,
            LibelleMef = "TPROF MV",
            Regime = "2",
            Entree = new(2025, 9, 1),
            Structures = [new("T MV 1", true)],
            Adresse = new(["1 rue de l'Été"], "13001", "MARSEILLE", null, null),
            Contact = new("z@exemple.invalid", null, "0600000000"),
        });
        (eleve.Mef!.Value.Specialite, eleve.EstSorti).Should().Be(("25214", false));
    }

    [Fact]
    public void Windows_1252_se_lit_aussi()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Lire(Complet + Zoe, encodage: Encoding.GetEncoding(1252)).Eleves.Single().NomDeFamille.Should().Be("SYNTHÉTIQUE");
    }

    [Theory]
    [InlineData("28/03/2008", true), InlineData("2008-03-28", true), InlineData("39535", true), InlineData("28/03/2008 00:00", true), InlineData("2008-03-28T00:00:00", true), InlineData("8/3/2008", false)]
    [InlineData("28/03/08", null), InlineData("31/02/2008", null), InlineData("17", null), InlineData("mars 2008", null), InlineData("99999", null)]
    public void Les_dates_se_lisent_sous_leurs_formes(string texte, bool? exacte)
    {
        var fichier = Lire(Complet + Zoe.Replace("28/03/2008", texte));
        if (exacte is null)
            fichier.Rejets.Should().ContainSingle().Which.Should().Match<Rejet>(r => r.Ligne == 2 && r.Colonne == "Date Naissance" && r.Code == "DATE_INVALIDE" && r.Phrase.StartsWith("Ligne 2, colonne Date Naissance :"));
        else
            fichier.Eleves.Single().Naissance.Should().Be(exacte.Value ? new DateOnly(2008, 3, 28) : new DateOnly(2008, 3, 8));
    }

    [Fact]
    public async Task Un_classeur_se_lit_dates_et_nombres_compris()
    {
        var flux = new MemoryStream();
        await flux.SaveAsAsync(new[] { new Dictionary<string, object> { ["Nom"] = "SYNTHÉTIQUE", ["Prénom"] = "Zoé", ["Né(e) le"] = new DateTime(2008, 3, 28), ["Classe"] = "T1", ["Code MEF"] = 24725214331, ["INE"] = FichiersSiecle.Ine(1) } }, cancellationToken: TestContext.Current.CancellationToken);
        var correspondance = ProposerCorrespondance.Proposer(new MemoryStream(flux.ToArray()), "e.xlsx").EnCorrespondance();
        var fichier = LectureElevesTableau.Lire(new MemoryStream(flux.ToArray()), "e.xlsx", correspondance, new(), null, TestContext.Current.CancellationToken);
        fichier.Rejets.Should().BeEmpty();
        fichier.Eleves.Single().Should().Match<EleveLu>(e => e.Naissance == new DateOnly(2008, 3, 28) && e.Mef!.Value.Specialite == "25214" && e.Division == "T1");
    }

    [Fact]
    public void Les_lignes_d_un_eleve_une_par_structure_n_en_font_qu_un()
    {
        var fichier = Lire(Complet + Zoe.Replace(";T MV 1;D;", ";ANGL1;G;") + Zoe + Zoe.Replace(";T MV 1;D;", ";SPORT;G;"));
        fichier.Rejets.Should().BeEmpty();
        fichier.Lus.Should().Be(3);
        fichier.Eleves.Should().ContainSingle().Which.Structures.Should().BeEquivalentTo([new StructureEleve("T MV 1", true), new StructureEleve("ANGL1", false), new StructureEleve("SPORT", false)]);
    }

    [Fact]
    public void Des_lignes_qui_se_contredisent_sont_toutes_refusees()
    {
        var fichier = Lire(Complet + Zoe + Zoe.Replace("28/03/2008", "29/03/2008").Replace(";T MV 1;D;", ";ANGL1;G;"));
        fichier.Rejets.Select(r => (r.Ligne, r.Code)).Should().BeEquivalentTo([(2, "LIGNES_CONTRADICTOIRES"), (3, "LIGNES_CONTRADICTOIRES")]);
        fichier.Eleves.Should().BeEmpty();
        Lire(Complet + Zoe + Zoe.Replace(";T MV 1;", ";T MV 2;")).Rejets.Should().HaveCount(2).And.OnlyContain(r => r.Code == "DEUX_DIVISIONS" && r.Phrase.Contains("T MV 1 et T MV 2"));
    }

    [Fact]
    public void Le_meme_eleve_avec_et_sans_ine_est_refuse()
    {
        var fichier = Lire(Complet + Zoe + Zoe.Replace(FichiersSiecle.Ine(1), ""));
        fichier.Rejets.Should().HaveCount(2).And.OnlyContain(r => r.Code == "ELEVE_EN_DOUBLE");
        fichier.Eleves.Should().BeEmpty();
    }

    [Theory]
    [InlineData("SYNTHÉTIQUE;;", ";;", "Nom de famille", "VALEUR_ABSENTE")]
    [InlineData("SYNTHÉTIQUE;;", "\"SYNTHÉ\nTIQUE\";;", "Nom de famille", "CARACTERE_INTERDIT")]
    [InlineData("100000001BA", "100000001LM", "Id National", "INE_INVALIDE")]
    [InlineData("24725214331", "TPROF", "Code MEF", "MEF_INVALIDE")]
    [InlineData("F;FRANCE;12", "X;FRANCE;12", "Sexe", "CODE_INCONNU")]
    [InlineData(";T MV 1;D;", ";;D;", "Code Structure", "VALEUR_ABSENTE")]
    [InlineData(";T MV 1;D;", ";T MV 1;Z;", "Type Structure", "CODE_INCONNU")]
    [InlineData("2008;N;", "2008;peut-être;", "Doublement", "CODE_INCONNU")]
    public void Chaque_valeur_fausse_est_refusee_a_sa_place(string juste, string faux, string colonne, string code)
    {
        var fichier = Lire(Complet + Zoe.Replace(juste, faux));
        fichier.Rejets.Should().Contain(r => r.Ligne == 2 && r.Colonne == colonne && r.Code == code && r.Phrase.StartsWith($"Ligne 2, colonne {colonne} :"));
        fichier.Eleves.Should().BeEmpty();
    }

    [Fact]
    public void Un_autre_etablissement_ou_une_autre_annee_sont_refuses_ligne_a_ligne()
    {
        const string texte = "uai;année_scolaire;nom;prénom;date_naissance;classe\n0130040Y;2025;A;B;2008-03-28;T1\n0840001V;2024-2025;C;D;2008-03-28;T1\n";
        var fichier = Lire(texte, new("0130040Y", 2025));
        fichier.Eleves.Should().ContainSingle();
        fichier.Rejets.Select(r => (r.Ligne, r.Colonne, r.Code)).Should().BeEquivalentTo([(3, "uai", "AUTRE_ETABLISSEMENT"), (3, "année_scolaire", "AUTRE_ANNEE")]);
    }

    [Fact]
    public void Une_colonne_confirmee_qui_n_est_plus_la_condamne_le_fichier()
    {
        var correspondance = Proposer(Complet + Zoe).EnCorrespondance();
        var fichier = LectureElevesTableau.Lire(new MemoryStream("Nom;Prénom\nA;B\n"u8.ToArray()), "e.csv", correspondance, new(), null, TestContext.Current.CancellationToken);
        fichier.EstIllisible.Should().BeTrue();
        fichier.Rejets.Should().ContainSingle(r => r.Code == "COLONNES_MANQUANTES");
    }
}
