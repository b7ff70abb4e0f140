using System.Text;
using AwesomeAssertions;
using CsCheck;
using Rebond.Coeur.Socle.Fichiers;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Fichiers;

public sealed class LectureTableauTests
{
    private static readonly string[] Colonnes = ["numero", "nom"];

    private static LectureTableau Ouvrir(byte[] octets, string nom = "essai.csv", LimitesFichier? limites = null) => LectureTableau.Ouvrir(new MemoryStream(octets), nom, Colonnes, ["note"], limites);

    private static LectureTableau Ouvrir(string texte, Encoding? encodage = null, LimitesFichier? limites = null)
    {
        var code = encodage ?? new UTF8Encoding(false);
        return Ouvrir([.. code.GetPreamble(), .. code.GetBytes(texte)], limites: limites);
    }

    private static List<(string Numero, string Nom)> Lignes(LectureTableau lecture) => [.. lecture.Lire().Select(l => (l["numero"], l["nom"]))];

    private static Rejet SeulRejet(LectureTableau lecture)
    {
        _ = Lignes(lecture);
        return lecture.Rejets.Should().ContainSingle().Subject;
    }

    public static TheoryData<string> Encodages => ["utf-8", "utf-8-bom", "windows-1252", "utf-16", "utf-16BE"];

    [Theory, MemberData(nameof(Encodages))]
    public void Les_accents_se_lisent_dans_chaque_encodage(string nom)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encodage = nom switch { "utf-8" => new UTF8Encoding(false), "utf-8-bom" => new UTF8Encoding(true), _ => Encoding.GetEncoding(nom) };
        Lignes(Ouvrir("Numéro;Nom\n1;Éloïse Lœuvre\n", encodage)).Should().Equal(("1", "Éloïse Lœuvre"));
    }

    [Theory, InlineData(';'), InlineData(','), InlineData('\t')]
    public void Le_separateur_est_reconnu(char separateur) =>
        Lignes(Ouvrir($"numero{separateur}nom\r\n1{separateur}\"A{separateur}\"\"B\"\"\"\r\n")).Should().Equal(("1", $"A{separateur}\"B\""));

    [Fact]
    public void Un_fichier_vide_est_refuse() => SeulRejet(Ouvrir("")).Code.Should().Be("FICHIER_VIDE");

    [Fact]
    public void Un_fichier_sans_ligne_est_refuse() => SeulRejet(Ouvrir("numero;nom\n")).Code.Should().Be("FICHIER_SANS_LIGNE");

    [Fact]
    public void Les_colonnes_manquantes_sont_nommees()
    {
        var rejet = SeulRejet(Ouvrir("note;prenom\n12;A\n"));
        rejet.Code.Should().Be("COLONNES_MANQUANTES");
        rejet.Phrase.Should().Contain("numero, nom");
    }

    [Fact]
    public void Une_colonne_ecrite_deux_fois_est_refusee() => SeulRejet(Ouvrir("numero;nom;Nom\n1;A;B\n")).Code.Should().Be("COLONNE_EN_DOUBLE");

    [Fact]
    public void Une_colonne_de_trop_est_ignoree_et_dite() => Ouvrir("numero;nom;classe\n1;A;T1\n").ColonnesIgnorees.Should().Equal("classe");

    [Fact]
    public void Une_derniere_ligne_coupee_est_dite_coupee()
    {
        var lecture = Ouvrir("numero;nom\n1;A\n2");
        Lignes(lecture).Should().Equal(("1", "A"));
        lecture.Rejets.Should().ContainSingle().Which.Should().Match<Rejet>(r => r.Code == "LIGNE_TRONQUEE" && r.Ligne == 3);
    }

    [Fact]
    public void Une_ligne_courte_au_milieu_est_refusee_seule()
    {
        var lecture = Ouvrir("numero;nom\n1\n2;B\n3;C;D\n4;E;\n");
        Lignes(lecture).Should().Equal(("2", "B"), ("4", "E"));
        lecture.Rejets.Select(r => (r.Ligne, r.Code)).Should().Equal((2, "NOMBRE_DE_COLONNES"), (4, "NOMBRE_DE_COLONNES"));
    }

    [Fact]
    public void Un_guillemet_jamais_ferme_est_place()
    {
        var rejet = SeulRejet(Ouvrir("numero;nom\n1;A\n2;\"B\n3;C\n"));
        (rejet.Code, rejet.Ligne).Should().Be(("GUILLEMET_NON_FERME", 3));
    }

    [Fact]
    public void Une_ligne_de_plus_de_64_ko_arrete_la_lecture()
    {
        var rejet = SeulRejet(Ouvrir($"numero;nom\n1;{new string('A', 70_000)}\n2;B\n"));
        (rejet.Code, rejet.Ligne).Should().Be(("LIGNE_TROP_LONGUE", 2));
    }

    [Fact]
    public void Un_fichier_trop_gros_est_refuse_sans_etre_lu()
    {
        using var flux = new FluxInterdit(200L * 1024 * 1024);
        var rejet = LectureTableau.Ouvrir(flux, "gros.csv", Colonnes, []).Rejets.Should().ContainSingle().Subject;
        rejet.Code.Should().Be("FICHIER_TROP_GROS");
        rejet.Phrase.Should().Contain("200 Mo").And.Contain("50 Mo");
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 20, 0 }, "FICHIER_BINAIRE")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 1 }, "FICHIER_BINAIRE")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "FICHIER_BINAIRE")]
    [InlineData(new byte[] { 0x6E, 0x6F, 0x00, 0x6D }, "FICHIER_BINAIRE")]
    public void Un_contenu_binaire_est_refuse(byte[] octets, string code) => SeulRejet(Ouvrir(octets)).Code.Should().Be(code);

    [Fact]
    public void Une_archive_nommee_xlsx_est_refusee_comme_classeur() =>
        SeulRejet(Ouvrir([0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "faux.xlsx")).Code.Should().Be("CLASSEUR_ILLISIBLE");

    [Fact]
    public void Mille_lignes_refusees_condamnent_le_fichier()
    {
        var lecture = Ouvrir("numero;nom\n" + string.Concat(Enumerable.Repeat("x\n", 2_000)));
        Lignes(lecture).Should().BeEmpty();
        lecture.EstIllisible.Should().BeTrue();
        lecture.Rejets[^1].Code.Should().Be("TROP_DE_REJETS");
        lecture.Rejets.Count.Should().Be(1_001);
    }

    [Theory, InlineData("=1+1"), InlineData("+33"), InlineData("-A"), InlineData("@x"), InlineData("\tx"), InlineData("\rx"), InlineData("'=x")]
    public async Task Une_formule_sort_neutralisee_et_revient_telle_quelle(string cellule)
    {
        var octets = await EcrireAsync([["1", cellule]], FormatTableau.Csv);
        Encoding.UTF8.GetString(octets).Should().Contain("'" + cellule);
        LectureTableau.Ouvrir(new MemoryStream(octets), "x.csv", Colonnes, []).Lire().Single().Cellules[1].Should().Be(cellule);
    }

    [Fact]
    public void Tout_texte_ecrit_se_relit_a_l_identique() =>
        Gen.String[Gen.Char["aé œ'\"=+-@;,\t\r\n0 €"], 0, 12].Array[1, 8].Sample(textes =>
        {
            var lignes = textes.Select((t, i) => (IReadOnlyList<string>)[$"{i}", t]).ToList();
            var octets = EcrireAsync(lignes, FormatTableau.Csv).GetAwaiter().GetResult();
            return LectureTableau.Ouvrir(new MemoryStream(octets), "x.csv", Colonnes, []).Lire().Select(l => l.Cellules[1]).SequenceEqual(textes);
        });

    [Fact]
    public void Aucune_suite_d_octets_ne_fait_tomber_la_lecture() =>
        Gen.Byte.Array[0, 400].Sample(octets =>
        {
            var lecture = Ouvrir(octets);
            _ = Lignes(lecture);
            return lecture.Rejets.Count > 0;
        });

    [Fact]
    public async Task Un_classeur_se_relit_comme_le_csv()
    {
        var octets = await EcrireAsync([["0012", "Éloïse"], ["2", "=A1"]], FormatTableau.Xlsx);
        LectureTableau.Ouvrir(new MemoryStream(octets), "x.xlsx", Colonnes, []).Lire().Select(l => (l.Numero, l["numero"], l["nom"])).Should().Equal((2, "0012", "Éloïse"), (3, "2", "=A1"));
    }

    [Fact]
    public async Task Un_classeur_coupe_est_refuse()
    {
        var octets = await EcrireAsync([["0012", "Éloïse"]], FormatTableau.Xlsx);
        SeulRejet(Ouvrir(octets[..^40], "x.xlsx")).Code.Should().Be("CLASSEUR_ILLISIBLE");
    }

    [Fact]
    public void La_reponse_d_un_import_a_les_noms_du_contrat() =>
        System.Text.Json.JsonSerializer.Serialize(new BilanImport { Lus = 1, Ajoutes = 2, Modifies = 3, Inchanges = 4, Absents = 5, Rejets = [new(6, "c", "CODE", "p")], Enregistre = true, LignesBonnes = [7] }, System.Text.Json.JsonSerializerOptions.Web)
            .Should().Be("""{"lus":1,"ajoutes":2,"modifies":3,"inchanges":4,"absents":5,"rejets":[{"ligne":6,"colonne":"c","code":"CODE","phrase":"p"}]}""");

    private static async Task<byte[]> EcrireAsync(IEnumerable<IReadOnlyList<string>> lignes, FormatTableau format)
    {
        var flux = new MemoryStream();
        await EcritureTableau.EcrireAsync(flux, format, Colonnes, lignes, CancellationToken.None);
        return flux.ToArray();
    }

    /// <summary>Has a length and throws when read.</summary>
    private sealed class FluxInterdit(long longueur) : MemoryStream
    {
        public override long Length => longueur;
        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Le fichier ne devait pas être lu.");
        public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Le fichier ne devait pas être lu.");
    }
}
