using System.Text;
using AwesomeAssertions;
using Rebond.Coeur.Inscription.Siecle;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Siecle;

/// <summary>Files that are not the one expected, and files made to harm.</summary>
public sealed class RefusSiecleTests
{
    private static readonly FichiersSiecle Fichiers = new();
    private static readonly FichiersSiecle EnUtf8 = new(Encodage: "utf-8", Prolog: "UTF-8");

    private static Rejet Refus(byte[] octets, AttenduSiecle? attendu = null, LimitesFichier? limites = null)
    {
        var fichier = LectureEleves.Lire(new MemoryStream(octets), attendu ?? new(), limites, TestContext.Current.CancellationToken);
        fichier.EstIllisible.Should().BeTrue();
        fichier.Lignes.Should().BeEmpty();
        return fichier.Rejets.Should().ContainSingle().Subject;
    }

    private static Rejet Refus(string texte) => Refus(Encoding.UTF8.GetBytes(texte));

    [Fact]
    public void Un_autre_etablissement_et_une_autre_annee_sont_dits_avec_ce_qu_on_attend()
    {
        var rejet = Refus(new FichiersSiecle(Annee: 2022).AvecAdresses(), new("0840001V", 2025));
        rejet.Phrase.Should().Be("Ce fichier est celui de l'établissement 0130040Y, année scolaire 2022-2023 ; on attend l'établissement 0840001V, l'année scolaire 2025-2026. Choisissez le bon export, ou changez d'établissement ou de session.");
        (rejet.Ligne, rejet.Caractere, rejet.Colonne).Should().Be((4, 1, "UAJ"));
        Refus(Fichiers.AvecAdresses(), new("0840001V", 2025)).Phrase.Should().Contain("0840001V");
        Refus(Fichiers.AvecAdresses(), new("0130040Y", 2024)).Phrase.Should().Contain("2024-2025");
        LectureEleves.Lire(new MemoryStream(Fichiers.AvecAdresses()), new("0130040Y", 2025), null, TestContext.Current.CancellationToken).Rejets.Should().BeEmpty();
    }

    [Theory]
    [InlineData("<BEE_RESPONSABLES/>", "Ce fichier est le fichier des responsables (ResponsablesAvecAdresses.xml) ; on attend le fichier des élèves")]
    [InlineData("<STS_EDT/>", "STS-Web")]
    [InlineData("<EDT_STS/>", "retour d'un logiciel d'emploi du temps")]
    [InlineData("<lsun-bilans xmlns='urn:fr:edu:scolarite:lsun:bilans:import'/>", "livret scolaire unique")]
    [InlineData("<l:lsl xmlns:l='urn:ac-grenoble.fr:lsl:import'/>", "livret scolaire du lycée")]
    [InlineData("<!DOCTYPE html><html><body>Session expirée</body></html>", "XML bien formé")]
    [InlineData("<html><body>Session expirée</body></html>", "une page web enregistrée")]
    [InlineData("<racine/>", "La racine de ce fichier est « racine », inconnue ici ; on attend le fichier des élèves (ElevesAvecAdresses.xml ou ElevesSansAdresses.xml), dont la racine est BEE_ELEVES.")]
    public void Une_autre_racine_est_nommee(string document, string phrase) => Refus(document).Phrase.Should().Contain(phrase);

    [Fact]
    public void Un_fichier_des_eleves_donne_ailleurs_est_nomme() =>
        LectureResponsables.Lire(new MemoryStream(Fichiers.AvecAdresses()), new(), null, TestContext.Current.CancellationToken).Rejets.Should().ContainSingle().Which.Should().Match<Rejet>(r => r.Code == "RACINE_INCONNUE" && r.Phrase.Contains("est le fichier des élèves") && r.Phrase.Contains("on attend le fichier des responsables"));

    [Theory]
    [InlineData("<UAJ>0130040Y</UAJ>", "<UAJ>0130040Z</UAJ>", "UAI_INVALIDE")]
    [InlineData("<UAJ>0130040Y</UAJ>\n", "", "VALEUR_ABSENTE")]
    [InlineData("<ANNEE_SCOLAIRE>2025</ANNEE_SCOLAIRE>", "<ANNEE_SCOLAIRE>deux mille</ANNEE_SCOLAIRE>", "ANNEE_INVALIDE")]
    [InlineData("PARAMETRES>", "PARAMETRE>", "PARAMETRES_ABSENTS")]
    public void Un_en_tete_faux_est_refuse(string avant, string apres, string code) => Refus(Fichiers.Modifier(Fichiers.SansAdresses(), avant, apres)).Code.Should().Be(code);

    [Fact]
    public void Une_balise_mal_fermee_est_placee()
    {
        var rejet = Refus(Fichiers.Modifier(Fichiers.SansAdresses(), "<NOM_USAGE></NOM_USAGE>\n<PRENOM>Élève</PRENOM>\n<PRENOM2>Numéro4<", "<NOM_USAGE></NOM_USAGES>\n<PRENOM2>Numéro4<"));
        rejet.Code.Should().Be("XML_INVALIDE");
        rejet.Ligne.Should().BeGreaterThan(90);
        rejet.Caractere.Should().BePositive();
        rejet.Phrase.Should().StartWith($"Ligne {rejet.Ligne}, caractère {rejet.Caractere} :");
    }

    [Fact]
    public void Un_fichier_coupe_est_refuse() => Refus(Fichiers.AvecAdresses()[..^2_000]).Code.Should().Be("XML_INVALIDE");

    [Fact]
    public void Un_fichier_sans_eleve_est_refuse() => Refus(new FichiersSiecle(Eleves: 0).SansAdresses()).Code.Should().Be("FICHIER_SANS_LIGNE");

    [Fact]
    public void Un_fichier_vide_est_refuse() => Refus([]).Code.Should().Be("FICHIER_VIDE");

    [Theory]
    [InlineData("<!DOCTYPE BEE_ELEVES SYSTEM \"http://exemple.invalid/x.dtd\"><BEE_ELEVES/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><BEE_ELEVES><PARAMETRES><UAJ>&x;</UAJ></PARAMETRES></BEE_ELEVES>")]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><BEE_ELEVES>&b;</BEE_ELEVES>")]
    public void Une_declaration_de_type_est_refusee(string document) => Refus(document).Code.Should().Be("DTD_INTERDITE");

    [Fact]
    public void Une_declaration_de_type_cachee_loin_est_refusee_aussi() =>
        Refus($"<?xml version=\"1.0\"?><!--{new string('x', 10_000)}--><!DOCTYPE a [<!ENTITY x \"y\">]><BEE_ELEVES>&x;</BEE_ELEVES>").Code.Should().Be("XML_INVALIDE");

    [Fact]
    public void Une_entite_inconnue_est_refusee() => Refus(Fichiers.Modifier(Fichiers.SansAdresses(), "<PRENOM>Élève</PRENOM>\n<PRENOM2>Numéro1<", "<PRENOM>&x;</PRENOM>\n<PRENOM2>Numéro1<")).Code.Should().Be("XML_INVALIDE");

    [Fact]
    public void Des_elements_emboites_sans_fin_sont_refuses()
    {
        var nid = string.Concat(Enumerable.Repeat("<A>", 5_000)) + string.Concat(Enumerable.Repeat("</A>", 5_000));
        Refus(Fichiers.Modifier(Fichiers.SansAdresses(), "<PRENOM>Élève</PRENOM>\n<PRENOM2>Numéro1<", $"<PRENOM>Élève</PRENOM>{nid}<PRENOM2>Numéro1<")).Code.Should().Be("PROFONDEUR");
    }

    [Fact]
    public void Un_enregistrement_sans_fin_est_refuse() =>
        Refus(Fichiers.Modifier(Fichiers.SansAdresses(), "<PRENOM2>Numéro1</PRENOM2>", string.Concat(Enumerable.Repeat("<A/>", 3_000)))).Code.Should().Be("ENREGISTREMENT_TROP_GRAND");

    [Fact]
    public void Un_fichier_trop_gros_est_refuse() =>
        Refus(Fichiers.AvecAdresses(), limites: new LimitesFichier(OctetsMax: 5_000)).Code.Should().Be("FICHIER_TROP_GROS");

    [Fact]
    public void Une_bombe_est_arretee_avant_d_etre_depliee()
    {
        var bombe = FichiersSiecle.Zipper(("Eleves.xml", new byte[60 * 1024 * 1024]));
        bombe.Length.Should().BeLessThan(200_000);
        Refus(bombe).Should().Match<Rejet>(r => r.Code == "FICHIER_TROP_GROS" && r.Phrase.Contains("60 Mo") && r.Phrase.Contains("50 Mo"));
    }

    [Fact]
    public void Une_archive_qui_ment_sur_sa_taille_est_arretee()
    {
        var bombe = FichiersSiecle.Zipper(("Eleves.xml", new byte[60 * 1024 * 1024]));
        // The declared size stands in the central directory, at 24 bytes of its signature PK\1\2.
        var place = bombe.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(bombe.AsSpan(place + 24), 1_000u).Should().BeTrue();
        // The runtime believes the lie and stops there: what comes out is too short to be a document.
        Refus(bombe).Code.Should().BeOneOf("FICHIER_TROP_GROS", "ARCHIVE_ILLISIBLE", "XML_INVALIDE");
    }

    [Fact]
    public void Plusieurs_fichiers_dans_une_archive_sont_refuses() =>
        Refus(FichiersSiecle.Zipper(("Eleves.xml", Fichiers.AvecAdresses()), ("Structures.xml", Fichiers.Structures()))).Should().Match<Rejet>(r => r.Code == "ARCHIVE_PLUSIEURS_FICHIERS" && r.Phrase.Contains("2 fichiers"));

    [Theory]
    [InlineData("../Eleves.xml")]
    [InlineData("/tmp/Eleves.xml")]
    [InlineData("C:\\Eleves.xml")]
    [InlineData("dossier/../../Eleves.xml")]
    public void Un_nom_qui_sort_de_l_archive_est_refuse(string nom) => Refus(FichiersSiecle.Zipper((nom, Fichiers.AvecAdresses()))).Code.Should().Be("ARCHIVE_CHEMIN");

    [Fact]
    public void Une_archive_vide_coupee_ou_dans_une_archive_est_refusee()
    {
        var archive = FichiersSiecle.Zipper(("Eleves.xml", Fichiers.AvecAdresses()));
        Refus(FichiersSiecle.Zipper(("dossier/", []), ("__MACOSX/x", [1]))).Code.Should().Be("ARCHIVE_VIDE");
        Refus(archive[..^30]).Code.Should().Be("ARCHIVE_ILLISIBLE");
        Refus(FichiersSiecle.Zipper(("Eleves.zip", archive))).Should().Match<Rejet>(r => r.Code == "FICHIER_BINAIRE" && r.Phrase.Contains("une archive zip"));
    }

    [Fact]
    public void Une_archive_au_contenu_abime_est_refusee()
    {
        var archive = FichiersSiecle.Zipper(("Eleves.xml", Fichiers.AvecAdresses()));
        for (var i = 60; i < 200; i++)
            archive[i] ^= 0x5A;
        Refus(archive).Code.Should().BeOneOf("ARCHIVE_ILLISIBLE", "XML_INVALIDE");
    }

    [Fact]
    public void Une_archive_d_utf16_au_contenu_abime_ou_trop_grande_est_refusee_aussi()
    {
        byte[] utf16 = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(EnUtf8.AvecAdresses()).TrimStart('\uFEFF'))];
        var archive = FichiersSiecle.Zipper(("Eleves.xml", utf16));
        LectureEleves.Lire(new MemoryStream(archive), new(), null, TestContext.Current.CancellationToken).Rejets.Should().BeEmpty();
        Refus(archive, limites: new LimitesFichier(OctetsMax: utf16.Length - 2)).Code.Should().Be("FICHIER_TROP_GROS");
        for (var coupe = 60; coupe < archive.Length - 120; coupe += 97)
        {
            var abimee = archive.ToArray();
            abimee.AsSpan(coupe, 40).Fill(0xFF);
            Refus(abimee).Code.Should().BeOneOf("ARCHIVE_ILLISIBLE", "XML_INVALIDE", "FICHIER_BINAIRE", "RACINE_INCONNUE", "PARAMETRES_ABSENTS");
        }
    }

    [Theory]
    [InlineData("Élève\nsur deux lignes", "CARACTERE_INTERDIT")]
    [InlineData("Élève\u009B2J", "CARACTERE_INTERDIT")]
    [InlineData("Él\uFFFDve", "CARACTERE_INTERDIT")]
    public void Un_nom_qu_un_terminal_executerait_est_refuse_sans_etre_repete(string prenom, string code)
    {
        var lu = LectureEleves.Lire(new MemoryStream(EnUtf8.Modifier(EnUtf8.SansAdresses(), "<PRENOM>Élève</PRENOM>\n<PRENOM2>Numéro1<", $"<PRENOM>{prenom}</PRENOM>\n<PRENOM2>Numéro1<")), new(), null, TestContext.Current.CancellationToken);
        lu.Rejets.Should().ContainSingle().Which.Should().Match<Rejet>(r => r.Code == code && !r.Phrase.Any(char.IsControl));
    }

    [Fact]
    public void Un_code_refuse_se_montre_sans_ordre_au_terminal() =>
        LectureEleves.Lire(new MemoryStream(EnUtf8.Modifier(EnUtf8.SansAdresses(), "<CODE_SEXE>1</CODE_SEXE>", "<CODE_SEXE>\u009B2J</CODE_SEXE>")), new(), null, TestContext.Current.CancellationToken)
            .Rejets.Should().Contain(r => r.Code == "CODE_INCONNU").And.OnlyContain(r => !r.Phrase.Any(char.IsControl));

    [Theory]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "un document PDF")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 1 }, "un ancien classeur Excel (.xls)")]
    public void Un_fichier_d_une_autre_nature_est_nomme(byte[] octets, string quoi) => Refus(octets).Phrase.Should().Contain(quoi);
}
