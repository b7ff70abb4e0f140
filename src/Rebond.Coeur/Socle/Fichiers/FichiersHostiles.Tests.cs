using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using AwesomeAssertions;
using Rebond.Coeur.Socle.Fichiers;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Fichiers;

/// <summary>Files made badly, cut, or made to harm: a sentence each, never a crash, never a silent mistake, never memory without bound.</summary>
public sealed class FichiersHostilesTests
{
    private static readonly string[] Colonnes = ["numero", "nom"];

    static FichiersHostilesTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Un_fichier_UTF_8_coupe_au_milieu_d_un_caractere_ne_devient_pas_un_fichier_aux_accents_faux()
    {
        var octets = Encoding.UTF8.GetBytes("numero;nom\n1;Éloïse\n2;Zoé");

        SeulRejet(octets[..^1]).Should().Match<Rejet>(r => r.Code == "FICHIER_COUPE" && r.Ligne == 3);
    }

    [Fact]
    public void Un_fichier_Windows_1252_qui_finit_par_un_accent_n_est_pas_coupe() =>
        Lignes(Encoding.GetEncoding(1252).GetBytes("numero;nom\n1;José")).Should().Equal(("1", "José"));

    [Theory, InlineData("CITÉ»"), InlineData("Œuvre à l’École, 12 €"), InlineData("É° ÀÇÈÊËÎÏÔÙÛÜ»«°·¿ àâçéèêëîïôùûüÿœæ")]
    public void Un_fichier_Windows_1252_se_lit_meme_quand_deux_octets_font_par_hasard_de_l_UTF_8(string nom) =>
        Lignes(Encoding.GetEncoding(1252).GetBytes($"numero;nom\n1;Lycée {nom}\n")).Should().Equal(("1", $"Lycée {nom}"));

    [Fact]
    public void Deux_fichiers_d_encodages_differents_mis_bout_a_bout_sont_refuses_a_leur_couture()
    {
        byte[] octets = [.. Encoding.UTF8.GetBytes("numero;nom\n1;Éloïse\n"), .. Encoding.GetEncoding(1252).GetBytes("2;José\n")];
        SeulRejet(octets).Should().Match<Rejet>(r => r.Code == "ENCODAGE_MELANGE" && r.Ligne == 3);
        SeulRejet([0xEF, 0xBB, 0xBF, .. Encoding.GetEncoding(1252).GetBytes("numero;nom\n2;José\n")]).Code.Should().Be("ENCODAGE_MELANGE");
    }

    [Theory, InlineData(65_533), InlineData(65_534), InlineData(65_535), InlineData(65_536)]
    public void Un_caractere_de_quatre_octets_a_cheval_sur_deux_lectures_se_lit(int place)
    {
        var debut = "numero;nom\n";
        while (debut.Length + 70 < place)
            debut += $"1;{new string('A', 60)}\n";
        debut += "2;" + new string('B', place - debut.Length - 2);
        var octets = Encoding.UTF8.GetBytes(debut + "😀" + string.Concat(Enumerable.Repeat("C\n3;D", 30_000)) + "\n");

        Lignes(octets).Should().Contain(l => l.Nom.Contains("😀C"));
    }

    [Theory, InlineData("A\0B"), InlineData("A\u001b[2JB"), InlineData("A\uFFFDB"), InlineData("A\u0007")]
    public void Un_caractere_que_personne_ne_tape_est_refuse_a_sa_place_et_n_est_pas_repete(string nom)
    {
        var texte = "numero;nom\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i};essai{i}\n")) + $"x;{nom}\ny;bon\n";

        var rejet = SeulRejet(Encoding.UTF8.GetBytes(texte));

        (rejet.Ligne, rejet.Colonne, rejet.Code).Should().Be((402, "nom", "CARACTERE_INTERDIT"));
        rejet.Phrase.Should().NotContainAny("\0", "\u001b", "\u0007").And.Contain($"U+{(int)nom[1]:X4}");
    }

    [Fact]
    public void Une_moitie_de_caractere_venue_d_un_fichier_UTF_16_est_refusee()
    {
        byte[] octets = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("numero;nom\n1;A"), 0x3D, 0xD8, .. Encoding.Unicode.GetBytes("B\n2;C\n")];
        SeulRejet(octets).Should().Match<Rejet>(r => r.Code == "CARACTERE_INTERDIT" && r.Ligne == 2);
    }

    [Fact]
    public void Un_fichier_UTF_16_coupe_au_milieu_d_un_caractere_est_refuse()
    {
        byte[] octets = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("numero;nom\n1;Éloïse")];
        SeulRejet(octets[..^1]).Code.Should().Be("CARACTERE_INTERDIT");
    }

    [Fact]
    public void Un_fichier_UTF_16_sans_marque_est_dit_binaire() => SeulRejet(Encoding.Unicode.GetBytes("numero;nom\n1;A\n")).Code.Should().Be("FICHIER_BINAIRE");

    [Fact]
    public void Un_en_tete_qui_commande_au_terminal_est_nomme_sans_ses_ordres()
    {
        var lecture = LectureTableau.Ouvrir(new MemoryStream(Encoding.UTF8.GetBytes("numero;nom;\u001b[31mx\n1;A;B\n")), "x.csv", Colonnes, []);
        lecture.ColonnesIgnorees.Should().ContainSingle().Which.Should().NotContain("\u001b");
    }

    [Fact]
    public void Un_guillemet_au_milieu_d_une_case_est_un_caractere() =>
        Lignes(Encoding.UTF8.GetBytes("numero;nom\n1;\"A\"B\"C\n2;D\n")).Should().Equal(("1", "AB\"C"), ("2", "D"));

    public static TheoryData<string, string> Classeurs => new()
    {
        { "colonnes sans fin", Feuille("<dimension ref=\"A1:ZZZZZ2\"/>", Rangee(1, "numero", "nom")) },
        { "seize mille colonnes", Feuille("<dimension ref=\"A1:XFD9\"/>", Rangee(1, "numero", "nom")) },
        { "cellule hors de la feuille", Feuille("", Rangee(1, "numero", "nom") + "<row r=\"2\"><c r=\"ZZZZZ2\"><v>1</v></c></row>") },
        { "texte partage absent", Feuille("", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>999</v></c></row>") },
        { "style absent", Feuille("", "<row r=\"1\"><c r=\"A1\" s=\"99\"><v>1e300</v></c></row>") },
        { "dimension illisible", Feuille("<dimension ref=\"!!\"/>", Rangee(1, "numero", "nom")) },
        { "entité externe", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Feuille("", Rangee(1, "numero", "&e;")) },
        { "entités en cascade", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + Feuille("", Rangee(1, "numero", "&b;")) },
        { "feuille coupée", Feuille("", Rangee(1, "numero", "nom"))[..140] },
        { "feuille vide", "" },
        { "feuille d'autre chose", "<html><body>bonjour</body></html>" },
    };

    [Theory, MemberData(nameof(Classeurs))]
    public void Un_classeur_abime_ou_piege_est_refuse_d_une_phrase(string cas, string feuille)
    {
        var rejet = SeulRejet(Classeur(feuille), "x.xlsx");
        rejet.Code.Should().BeOneOf(["CLASSEUR_ILLISIBLE", "TROP_DE_COLONNES", "ENTETE_ABSENT", "COLONNES_MANQUANTES"], cas);
        rejet.Phrase.Should().NotContainAny("Exception", "root:");
    }

    [Fact]
    public void Un_classeur_aux_lignes_sans_fin_s_arrete()
    {
        var rejets = Rejets(Classeur(Feuille("", Rangee(1, "numero", "nom") + Rangee(2_000_000_000, "1", "A"))), "x.xlsx");
        rejets.Should().ContainSingle().Which.Code.Should().Be("TROP_DE_LIGNES");
    }

    [Fact]
    public void Un_classeur_qui_se_deplie_mille_fois_est_refuse_avant_d_etre_lu()
    {
        var octets = Classeur(Feuille("", Rangee(1, "numero", new string('A', 60_000_000))));
        octets.Length.Should().BeLessThan(200_000);

        var avant = GC.GetAllocatedBytesForCurrentThread();
        SeulRejet(octets, "x.xlsx").Code.Should().Be("FICHIER_TROP_GROS");
        (GC.GetAllocatedBytesForCurrentThread() - avant).Should().BeLessThan(10_000_000);
    }

    [Fact]
    public void Une_formule_d_un_classeur_donne_sa_valeur_et_une_erreur_son_nom()
    {
        var octets = Classeur(Feuille("", Rangee(1, "numero", "nom") + "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>"));
        Lignes(octets, "x.xlsx").Should().Equal(("2", "#N/A"));
    }

    [Fact]
    public void Deux_cents_mega_octets_acceptes_se_lisent_au_fil_de_l_eau()
    {
        using var flux = new FluxRepete("numero;nom\n"u8.ToArray(), "2020000001;ESSAI D'UN NOM ASSEZ LONG POUR FAIRE UNE LIGNE\n"u8.ToArray(), 200L * 1024 * 1024);
        var lecture = LectureTableau.Ouvrir(flux, "gros.csv", Colonnes, [], new LimitesFichier(OctetsMax: 300L * 1024 * 1024));

        var (lues, temoins) = LireEnGardantDesTemoins(lecture);
        GC.Collect();

        lues.Should().BeGreaterThan(3_000_000);
        lecture.Rejets.Should().BeEmpty();
        temoins.Should().HaveCountGreaterThan(30).And.OnlyContain(t => !t.IsAlive, "rien du fichier ne reste en mémoire que le numéro de chaque ligne");
    }

    /// <summary>Apart, so that no local of the reader keeps a line alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int Lues, List<WeakReference> Temoins) LireEnGardantDesTemoins(LectureTableau lecture)
    {
        var (lues, temoins) = (0, new List<WeakReference>());
        foreach (var ligne in lecture.Lire())
        {
            if (++lues % 100_000 == 0)
                temoins.Add(new WeakReference(ligne.Cellules));
        }
        return (lues, temoins);
    }

    private static string Feuille(string dimension, string rangees) => $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{dimension}<sheetData>{rangees}</sheetData></worksheet>";

    private static string Rangee(long numero, params string[] cellules) =>
        $"<row r=\"{numero}\">{string.Concat(cellules.Select((c, i) => $"<c r=\"{(char)('A' + i)}{numero}\" t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>";

    private static byte[] Classeur(string feuille)
    {
        using var flux = new MemoryStream();
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, texte) in new[]
            {
                ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
                ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
                ("xl/worksheets/sheet1.xml", feuille),
            })
            {
                using var entree = archive.CreateEntry(nom).Open();
                entree.Write(Encoding.UTF8.GetBytes(texte));
            }
        }
        return flux.ToArray();
    }

    private static LectureTableau Ouvrir(byte[] octets, string nom) => LectureTableau.Ouvrir(new MemoryStream(octets), nom, Colonnes, []);

    private static List<(string Numero, string Nom)> Lignes(byte[] octets, string nom = "x.csv")
    {
        var lecture = Ouvrir(octets, nom);
        List<(string, string)> lignes = [.. lecture.Lire().Select(l => (l["numero"], l["nom"]))];
        lecture.Rejets.Should().BeEmpty();
        return lignes;
    }

    private static IReadOnlyList<Rejet> Rejets(byte[] octets, string nom)
    {
        var lecture = Ouvrir(octets, nom);
        foreach (var _ in lecture.Lire())
        {
        }
        return lecture.Rejets;
    }

    private static Rejet SeulRejet(byte[] octets, string nom = "x.csv") => Rejets(octets, nom).Should().ContainSingle().Subject;

    /// <summary>A long file that exists nowhere: a heading, then the same line.</summary>
    private sealed class FluxRepete(byte[] entete, byte[] ligne, long longueur) : Stream
    {
        private readonly byte[] _bloc = [.. Enumerable.Repeat(ligne, 1000).SelectMany(l => l)];

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => entete.Length + (((longueur - entete.Length) / ligne.Length) * ligne.Length);
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var source = Position < entete.Length ? entete.AsSpan((int)Position) : _bloc.AsSpan((int)((Position - entete.Length) % _bloc.Length));
            var lus = (int)Math.Min(Math.Min(buffer.Length, source.Length), Length - Position);
            source[..lus].CopyTo(buffer);
            Position += lus;
            return lus;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => Length + offset };
        public override void Flush() { }
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
