using System.Diagnostics;
using AwesomeAssertions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;
using Rebond.Web.Documents.ProcesVerbaux;
using Rebond.Web.Documents.Releves;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;

namespace Rebond.Parcours.Tests.Documents;

[Collection(Navigation.Une)]
public sealed class ImpressionTests(Imprimerie imprimerie) : IClassFixture<Imprimerie>
{
    private static readonly CancellationToken Arret = TestContext.Current.CancellationToken;

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Le_releve_porte_l_identite_les_notes_la_decision_et_le_code()
    {
        var pdf = await imprimerie.ImprimerAsync<IReadOnlyList<ReleveNotes>>(ReleveNotes.Gabarit, [Exemples.Releve]);

        var texte = Texte(pdf);
        texte.Should().ContainAll("LŒUVRE-ÇELIK", "Anaïs, Zoé", "09/03/2002", "Gestion-administration", "Absence justifiée", "12 (conservée, juin 2018)",
            "9,93 sur 20", "Autorisé à se présenter à l’épreuve de contrôle", "ABCD-EFGH-JKMN-PQRS", "Spécimen – personne synthétique", "D337-78");
        texte.Should().NotContain("PROVISOIRE").And.NotContain("SIMULATION");
        Pages(pdf).Should().Be(1);
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Un_ajourne_de_quatorze_unites_avec_certificat_et_quatre_motifs_tient_sur_une_feuille()
    {
        var modele = Exemples.Releve;
        var charge = modele with
        {
            Unites = [.. Enumerable.Range(1, 14).Select(i => modele.Unites[0] with { Code = $"U{i}", Libelle = $"Épreuve technologique : analyse de situation professionnelle {i}" })],
            Conclusion = modele.Conclusion with
            {
                Decision = Decision.Ajourne,
                Certificats = ["CFEPS", "ATTESTATION_UNITES"],
                UnitesAcquises = ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8"],
                Motifs = [.. Enumerable.Repeat(modele.Conclusion.Motifs[0] with { Phrase = "9,75 (78/8) à l’épreuve d’évaluation de la pratique professionnelle, moins de 10 : l’épreuve de contrôle n’est pas ouverte." }, 4)],
            },
        };

        Pages(await imprimerie.ImprimerAsync<IReadOnlyList<ReleveNotes>>(ReleveNotes.Gabarit, [charge])).Should().Be(1);
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Une_decision_provisoire_sur_table_de_simulation_se_dit_en_toutes_lettres()
    {
        var conclusion = Exemples.Releve.Conclusion with { Provisoire = true, Simulation = true, Manques = ["U13"] };
        var releve = Exemples.Releve with { Conclusion = conclusion, Synthetique = false };

        var texte = Texte(await imprimerie.ImprimerAsync<IReadOnlyList<ReleveNotes>>(ReleveNotes.Gabarit, [releve]));

        texte.Should().ContainAll("Décision PROVISOIRE", "Il manque : U13", "SIMULATION").And.NotContain("Spécimen");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Le_proces_verbal_designe_les_candidats_par_leur_anonymat_et_montre_les_notes_relevees()
    {
        var pdf = await imprimerie.ImprimerAsync(ProcesVerbal.Gabarit, Exemples.ProcesVerbal);

        Texte(pdf).Should().ContainAll("A0001K", "A0060K", "9,5 → 10", "Progression constante", "Mme Présidente-Exemple", "Présent à distance", "Signature", "Page 1 sur");
        Pages(pdf).Should().BeGreaterThan(1);
    }

    [Fact]
    public void Le_proces_verbal_n_a_aucune_place_pour_un_nom_de_candidat()
    {
        var proprietes = new[] { typeof(LigneDeliberation), typeof(TableauDeliberation), typeof(ProcesVerbal) }.SelectMany(t => t.GetProperties()).Select(p => p.Name);

        proprietes.Should().NotContain(n => n.StartsWith("Nom", StringComparison.Ordinal) || n.StartsWith("Prenom", StringComparison.Ordinal) || n == "Ine" || n == "Numero");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Le_pdf_est_balise_en_francais_avec_ses_entetes_de_tableau()
    {
        var pdf = await imprimerie.ImprimerAsync<IReadOnlyList<ReleveNotes>>(ReleveNotes.Gabarit, [Exemples.Releve]);

        using var document = PdfDocument.Open(pdf);
        document.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.StructTreeRoot).Should().BeTrue("le document est balisé");
        document.TryGetBookmarks(out var signets).Should().BeTrue();
        signets!.GetNodes().Select(s => s.Title).Should().Contain(t => t.StartsWith("Relevé de notes", StringComparison.Ordinal));
        document.Information.Title.Should().Be("Relevé de notes – LŒUVRE-ÇELIK Anaïs, Zoé");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Aucune_requete_ne_sort_et_aucun_script_ne_court()
    {
        var html = "<!doctype html><html lang=fr><title>x</title><p>avant</p><img src='http://127.0.0.1:9/x.png' alt=''><script>document.body.append('SCRIPT')</script>";

        var pdf = await imprimerie.Imprimeur.ImprimerAsync(html, Arret);

        Texte(pdf.Valeur!).Should().Contain("avant").And.NotContain("SCRIPT");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Un_lot_donne_un_pdf_par_etablissement_un_document_par_page_et_dit_son_avancement()
    {
        var avancement = new Avancement();
        var pdfs = new List<byte[]>();
        LotAImprimer Lot(string nom, int nombre) => new(nom, nombre, _ => imprimerie.Gabarits.ComposerAsync<IReadOnlyList<ReleveNotes>>(ReleveNotes.Gabarit, [.. Enumerable.Repeat(Exemples.Releve, nombre)]));

        var imprimes = await imprimerie.Imprimeur.ImprimerLotAsync([Lot("0130001A", 30), Lot("0130002B", 12)], (_, pdf) => { pdfs.Add(pdf); return Task.CompletedTask; }, avancement, Arret);

        imprimes.Valeur.Should().Be(42);
        pdfs.Select(Pages).Should().Equal(30, 12);
        avancement.Vus.Should().Equal(30, 42);
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Un_document_n_emporte_rien_du_precedent()
    {
        await using var imprimeur = new ImprimeurPdf(Reglages(Imprimerie.Trouver()), NullLogger<ImprimeurPdf>.Instance);
        await imprimeur.ImprimerAsync("<!doctype html><html lang=fr><title>Premier</title><style>p { display: none }</style><p>PREMIER</p>", Arret);

        var second = (await imprimeur.ImprimerAsync("<!doctype html><html lang=fr><p>second</p>", Arret)).Valeur!;

        Texte(second).Should().Contain("second").And.NotContain("PREMIER");
        using var document = PdfDocument.Open(second);
        document.Information.Title.Should().NotBe("Premier");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Les_lots_sont_remis_dans_leur_ordre_meme_si_le_premier_est_le_plus_long_et_une_panne_n_arrete_pas_l_imprimeur()
    {
        var recus = new List<string>();
        LotAImprimer Lot(string nom, int pages) => new(nom, pages, _ => pages > 0 ? Task.FromResult(string.Concat(Enumerable.Repeat("<p style='break-after: page'>page</p>", pages))) : throw new InvalidOperationException("panne"));
        Task Recevoir(LotAImprimer lot, byte[] pdf)
        {
            recus.Add(lot.Nom);
            return Task.CompletedTask;
        }

        await imprimerie.Imprimeur.ImprimerLotAsync([Lot("long", 300), Lot("court", 1), Lot("moyen", 20), Lot("dernier", 1)], Recevoir, new Avancement(), Arret);
        var panne = () => imprimerie.Imprimeur.ImprimerLotAsync([Lot("avant", 1), Lot("panne", 0), Lot("jamais", 1)], Recevoir, new Avancement(), Arret);

        recus.Should().Equal("long", "court", "moyen", "dernier");
        await panne.Should().ThrowAsync<InvalidOperationException>();
        recus.Should().NotContain("jamais");
        Texte((await imprimerie.Imprimeur.ImprimerAsync("<p>encore</p>", Arret)).Valeur!).Should().Contain("encore");
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Si_Chromium_meurt_le_document_suivant_le_relance()
    {
        await using var imprimeur = new ImprimeurPdf(Reglages(null), NullLogger<ImprimeurPdf>.Instance);
        var avant = Navigateurs();
        (await imprimeur.ImprimerAsync("<p>un</p>", Arret)).EstReussi.Should().BeTrue();
        foreach (var ne in Navigateurs().Except(avant))
            Tuer(ne);

        var second = await imprimeur.ImprimerAsync("<p>deux</p>", Arret);

        Texte(second.Valeur!).Should().Contain("deux");
    }

    [Fact]
    public async Task Sans_Chromium_le_refus_dit_comment_l_installer()
    {
        await using var imprimeur = new ImprimeurPdf(Reglages("/nulle/part/chromium"), NullLogger<ImprimeurPdf>.Instance);

        var pdf = await imprimeur.ImprimerAsync("<p>rien</p>", Arret);

        pdf.Refus.Should().ContainSingle().Which.Phrase.Should().ContainAll("/nulle/part/chromium", "apt-get install chromium");
    }

    private static IConfiguration Reglages(string? chromium) => new ConfigurationBuilder().AddInMemoryCollection([new("Rebond:Chromium", chromium)]).Build();

    /// <summary>Browsers started by this process, and no other of the machine.</summary>
    private static HashSet<int> Navigateurs() => [.. Process.GetProcessesByName("chromium").Select(p => p.Id).Where(DescendDeNous)];

    private static bool DescendDeNous(int processus)
    {
        while (processus > 1 && processus != Environment.ProcessId)
            processus = Parent(processus);
        return processus == Environment.ProcessId;
    }

    private static void Tuer(int processus)
    {
        try
        {
            Process.GetProcessById(processus).Kill();
        }
        catch (ArgumentException)
        {
            // A child of the browser, dead with it.
        }
    }

    private static int Parent(int processus)
    {
        try
        {
            // /proc/N/stat: number (name) state parent …
            var etat = File.ReadAllText($"/proc/{processus}/stat");
            return int.Parse(etat[(etat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string Texte(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join('\n', document.GetPages().Select(p => ContentOrderTextExtractor.GetText(p))).Replace(' ', ' ');
    }

    private static int Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    private sealed class Avancement : IProgress<int>
    {
        public List<int> Vus { get; } = [];
        public void Report(int value) => Vus.Add(value);
    }
}
