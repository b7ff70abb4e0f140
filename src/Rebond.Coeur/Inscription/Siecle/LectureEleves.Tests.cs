using System.Text;
using AwesomeAssertions;
using CsCheck;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Inscription.Siecle;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Siecle;

public sealed class LectureElevesTests
{
    private static readonly FichiersSiecle Fichiers = new();
    private static readonly AttenduSiecle Attendu = new(Fichiers.Uai, Fichiers.Annee);

    private static FichierSiecle<EleveLu> Lire(byte[] octets, AttenduSiecle? attendu = null, LimitesFichier? limites = null) =>
        LectureEleves.Lire(new MemoryStream(octets), attendu ?? Attendu, limites, TestContext.Current.CancellationToken);

    private static FichierSiecle<EleveLu> LireModifie(string avant, string apres) => Lire(Fichiers.Modifier(Fichiers.AvecAdresses(), avant, apres));

    private static Rejet SeulRejet(FichierSiecle<EleveLu> fichier) => fichier.Rejets.Should().ContainSingle().Subject;

    [Fact]
    public void Un_eleve_est_lu_en_entier()
    {
        var fichier = Lire(Fichiers.AvecAdresses());
        fichier.Rejets.Should().BeEmpty();
        fichier.Entete.Should().Be(new EnteteSiecle("0130040Y", 2025, "3.0", "12/10/2025 08:30:00"));
        fichier.Lus.Should().Be(12);
        fichier.Lignes.Should().HaveCount(12);
        var eleve = fichier.Lignes[2];
        (eleve.EleveId, eleve.NumeroInterne, eleve.NomDeFamille, eleve.Prenoms, eleve.Sexe, eleve.Naissance.Year).Should().Be(("1002", "2", "SYNTHÉTIQUE-ŒUVRE 2", "Élève Numéro2", "M", 2008));
        eleve.Ines.Should().Be(new IneEleve("100000002CA", "100000002CA", "1000000002A"));
        eleve.LieuNaissance.Should().Be(new LieuNaissance("100", "013", "13055", null));
        (eleve.Mef!.Value.Specialite, eleve.Mef.Value.EstDerniereAnnee, eleve.Statut, eleve.Nationalite, eleve.Redouble).Should().Be(("25214", true, "ST", "100", false));
        (eleve.Division, eleve.EstSorti).Should().Be(("T MV 1", false));
        eleve.Structures.Should().Equal(new StructureEleve("T MV 1", true), new StructureEleve("ANGL1", false));
        eleve.Options.Should().Equal(new OptionEleve(1, "030201", "O"));
        eleve.Adresse.Should().BeEquivalentTo(new AdresseLue(["2 rue de l'Été à 2 €", "Bâtiment B"], "13001", "MARSEILLE", "13201", "100"));
        eleve.Contact.Should().Be(new ContactLu("eleve2@exemple.invalid", null, "0000000000", null));
        eleve.AnDernier!.Uai.Should().Be("0130040Y");
        eleve.NomUsage.Should().BeNull("un élément vide vaut un élément absent");
    }

    [Fact]
    public void Sans_les_adresses_tout_le_reste_est_lu()
    {
        var fichier = Lire(Fichiers.SansAdresses());
        fichier.Rejets.Should().BeEmpty();
        fichier.Lignes.Should().HaveCount(12).And.OnlyContain(e => e.Adresse == null && e.Division == "T MV 1");
    }

    [Theory]
    [InlineData("iso-8859-15", "ISO-8859-15")]
    [InlineData("iso-8859-15", "UTF-8")]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("utf-8", "ISO-8859-15")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("windows-1252", "ISO-8859-15")]
    [InlineData("utf-16", "UTF-16")]
    public void Les_octets_disent_l_encodage_quoi_que_dise_le_prologue(string encodage, string prologue)
    {
        var fichier = Lire(new FichiersSiecle(Encodage: encodage, Prolog: prologue).AvecAdresses());
        fichier.Rejets.Should().BeEmpty();
        fichier.Lignes[0].NomDeFamille.Should().Be("SYNTHÉTIQUE-ŒUVRE 0");
        fichier.Lignes[0].Adresse!.Lignes[0].Should().Be("0 rue de l'Été à 2 €");
    }

    [Fact]
    public void Un_prologue_absent_se_lit() => LireModifie("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n", "").Lignes[0].NomDeFamille.Should().Be("SYNTHÉTIQUE-ŒUVRE 0");

    [Fact]
    public void Une_archive_d_un_seul_fichier_se_lit_comme_le_fichier()
    {
        var fichier = Lire(FichiersSiecle.Zipper(("ElevesAvecAdresses.xml", Fichiers.AvecAdresses()), ("__MACOSX/._ElevesAvecAdresses.xml", [1, 2])));
        fichier.Rejets.Should().BeEmpty();
        fichier.Lignes.Should().HaveCount(12);
    }

    [Fact]
    public void L_ordre_des_blocs_est_libre()
    {
        var texte = Encoding.GetEncoding("iso-8859-15").GetString(Fichiers.AvecAdresses());
        var (debut, fin) = (texte.IndexOf("<ELEVES>", StringComparison.Ordinal), texte.IndexOf("</ELEVES>\n", StringComparison.Ordinal) + "</ELEVES>\n".Length);
        var (entete, finEntete) = (texte.IndexOf("<PARAMETRES>", StringComparison.Ordinal), texte.IndexOf("<DONNEES>", StringComparison.Ordinal));
        var retourne = texte[..entete] + "<DONNEES>" + texte[fin..texte.IndexOf("</DONNEES>", StringComparison.Ordinal)] + texte[debut..fin] + "</DONNEES>" + texte[entete..finEntete] + "</BEE_ELEVES>";
        var fichier = Lire(Encoding.GetEncoding("iso-8859-15").GetBytes(retourne));
        fichier.Rejets.Should().BeEmpty();
        fichier.Lignes.Should().BeEquivalentTo(Lire(Fichiers.AvecAdresses()).Lignes, o => o.Excluding(e => e.Ligne));
    }

    [Fact]
    public void Un_eleve_qui_a_une_date_de_sortie_n_est_plus_la() =>
        LireModifie("<DATE_ENTREE>01/09/2025</DATE_ENTREE>\n<MEL>eleve3@", "<DATE_SORTIE>03/11/2025</DATE_SORTIE><CODE_MOTIF_SORTIE>12</CODE_MOTIF_SORTIE>\n<MEL>eleve3@")
            .Lignes.Should().ContainSingle(e => e.EstSorti).Which.Should().Match<EleveLu>(e => e.EleveId == "1003" && e.MotifSortie == "12" && e.Division == "T MV 1");

    [Fact]
    public void Un_eleve_sans_division_n_est_plus_la() =>
        LireModifie("<STRUCTURES_ELEVE ELEVE_ID=\"1004\" ELENOET=\"4\"><STRUCTURE><CODE_STRUCTURE>T MV 1</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE>", "<STRUCTURES_ELEVE ELEVE_ID=\"1004\">")
            .Lignes.Should().ContainSingle(e => e.EstSorti).Which.EleveId.Should().Be("1004");

    [Fact]
    public void Un_fichier_qui_ne_dit_aucune_division_est_refuse()
    {
        var texte = Encoding.GetEncoding("iso-8859-15").GetString(Fichiers.SansAdresses());
        var (debut, fin) = (texte.IndexOf("<STRUCTURES>", StringComparison.Ordinal), texte.IndexOf("</DONNEES>", StringComparison.Ordinal));
        var fichier = Lire(Encoding.GetEncoding("iso-8859-15").GetBytes(texte.Remove(debut, fin - debut)));
        fichier.EstIllisible.Should().BeTrue();
        fichier.Lignes.Should().BeEmpty();
        SeulRejet(fichier).Code.Should().Be("STRUCTURES_ABSENTES");
    }

    [Fact]
    public void A_defaut_d_identifiant_national_le_rnie_puis_le_bea()
    {
        LireModifie("<ID_NATIONAL>100000000AA</ID_NATIONAL>", "").Lignes[0].Ines.Retenu.Should().Be("100000000AA");
        LireModifie("<ID_NATIONAL>100000000AA</ID_NATIONAL>\n<INE_RNIE>100000000AA</INE_RNIE>", "<ID_NATIONAL/>").Lignes[0].Ines.Retenu.Should().Be("1000000000A");
        LireModifie("<ID_NATIONAL>100000000AA</ID_NATIONAL>\n<INE_RNIE>100000000AA</INE_RNIE>\n<INE_BEA>1000000000A</INE_BEA>", "").Lignes[0].Ines.Retenu.Should().BeNull("un élève peut ne pas avoir encore d'INE");
    }

    [Fact]
    public void Un_identifiant_national_porte_deux_fois_fait_refuser_les_deux_eleves()
    {
        var fichier = LireModifie("<ID_NATIONAL>100000005FA</ID_NATIONAL>\n<INE_RNIE>100000005FA</INE_RNIE>", "<ID_NATIONAL>100000002CA</ID_NATIONAL>");
        fichier.Rejets.Should().HaveCount(2).And.OnlyContain(r => r.Code == "INE_EN_DOUBLE" && r.Colonne == "ID_NATIONAL" && r.Caractere == 1);
        fichier.Rejets.Select(r => r.Ligne).Should().OnlyHaveUniqueItems();
        fichier.Lignes.Select(e => e.EleveId).Should().HaveCount(10).And.NotContain(["1002", "1005"]);
        fichier.EstIllisible.Should().BeFalse();
    }

    [Fact]
    public void Un_eleve_ecrit_deux_fois_fait_refuser_ses_deux_lignes()
    {
        var fichier = LireModifie("<ELEVE ELEVE_ID=\"1005\"", "<ELEVE ELEVE_ID=\"1002\"");
        fichier.Rejets.Where(r => r.Code == "ELEVE_EN_DOUBLE").Should().HaveCount(2);
        fichier.Rejets.Should().Contain(r => r.Code == "ELEVE_INCONNU" && r.Phrase.Contains("1005"));
        fichier.Lignes.Should().HaveCount(10);
    }

    [Theory]
    [InlineData("<ID_NATIONAL>100000001BA", "<ID_NATIONAL>100000001LL", "ID_NATIONAL", "INE_INVALIDE")]
    [InlineData("<NOM_DE_FAMILLE>SYNTHÉTIQUE-ŒUVRE 1<", "<NOM_DE_FAMILLE><", "NOM_DE_FAMILLE", "VALEUR_ABSENTE")]
    [InlineData("<PRENOM2>Numéro1</PRENOM2>\n<DATE_NAISS>", "<DATE_NAISS>3", "DATE_NAISS", "DATE_INVALIDE")]
    [InlineData("<CODE_MEF>24725214321</CODE_MEF>\n<DATE_ENTREE>01/09/2025</DATE_ENTREE>\n<MEL>eleve1@", "<CODE_MEF>BACPRO</CODE_MEF>\n<MEL>eleve1@", "CODE_MEF", "MEF_INVALIDE")]
    [InlineData("<CODE_SEXE>2</CODE_SEXE>\n<CODE_REGIME>2</CODE_REGIME>\n<CODE_STATUT>ST</CODE_STATUT>\n<CODE_MEF>24725214321</CODE_MEF>\n<DATE_ENTREE>01/09/2025</DATE_ENTREE>\n<MEL>eleve1@", "<CODE_SEXE>3</CODE_SEXE><MEL>eleve1@", "CODE_SEXE", "CODE_INCONNU")]
    public void Chaque_valeur_fausse_est_refusee_a_sa_place(string juste, string faux, string element, string code)
    {
        var fichier = LireModifie(juste, faux);
        var rejet = SeulRejet(fichier);
        (rejet.Colonne, rejet.Code).Should().Be((element, code));
        rejet.Phrase.Should().StartWith($"Ligne {rejet.Ligne}, caractère {rejet.Caractere}, élément {element}");
        // The place is that of the element, counted as an editor does.
        var lignes = Encoding.GetEncoding("iso-8859-15").GetString(Fichiers.Modifier(Fichiers.AvecAdresses(), juste, faux)).Split('\n');
        lignes[rejet.Ligne - 1][(rejet.Caractere!.Value - 1)..].Should().StartWith($"<{element}");
        fichier.Lignes.Should().HaveCount(11);
    }

    [Fact]
    public void Une_valeur_demesuree_est_refusee_sans_etre_gardee()
    {
        var rejet = SeulRejet(LireModifie("SYNTHÉTIQUE-ŒUVRE 1<", new string('A', 300_000) + "<"));
        rejet.Code.Should().Be("VALEUR_TROP_LONGUE");
        rejet.Phrase.Length.Should().BeLessThan(300);
    }

    [Fact]
    public void Mille_lignes_refusees_condamnent_le_fichier()
    {
        var nombreux = new FichiersSiecle(Eleves: 1_500);
        var fichier = Lire(nombreux.Modifier(nombreux.SansAdresses(), "<PRENOM>Élève</PRENOM>", ""));
        fichier.EstIllisible.Should().BeTrue();
        fichier.Rejets[^1].Code.Should().Be("TROP_DE_REJETS");
        fichier.Rejets.Should().HaveCount(1_001);
    }

    [Fact]
    public void Vingt_megaoctets_se_lisent_sans_un_refus()
    {
        var gros = new FichiersSiecle(Eleves: 15_500);
        var octets = gros.AvecAdresses();
        octets.Length.Should().BeGreaterThan(20 * 1024 * 1024);
        var fichier = Lire(FichiersSiecle.Zipper(("ElevesAvecAdresses.xml", octets)));
        fichier.Rejets.Should().BeEmpty();
        fichier.Lignes.Should().HaveCount(15_500).And.OnlyContain(e => e.Adresse != null && !e.EstSorti);
    }

    [Fact]
    public void Aucune_suite_d_octets_ne_fait_tomber_la_lecture() =>
        Gen.Byte.Array[0, 400].Sample(octets => Lire(octets).EstIllisible);

    [Fact]
    public void Aucune_alteration_ne_fait_tomber_la_lecture()
    {
        var octets = new FichiersSiecle(Eleves: 2).AvecAdresses();
        Gen.Select(Gen.Int[0, octets.Length - 1], Gen.Byte, Gen.Int[1, octets.Length]).Sample((place, octet, fin) =>
        {
            byte[] altere = [.. octets[..fin]];
            altere[Math.Min(place, fin - 1)] = octet;
            var fichier = Lire(altere);
            return fichier.EstIllisible ? fichier.Rejets.Count > 0 : fichier.Lignes.Count <= fichier.Lus;
        });
    }
}
