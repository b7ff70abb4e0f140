using AwesomeAssertions;
using Rebond.Web.Documents.Lettres;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;

namespace Rebond.Parcours.Tests.Documents;

/// <summary>Letters as a DEC puts them in window envelopes.</summary>
[Collection(Navigation.Une)]
public sealed class LettresTests(Imprimerie imprimerie) : IClassFixture<Imprimerie>
{
    private const double PointsParMm = 72 / 25.4;

    private static readonly Lettre Simple = new("Académie d’Aix-Marseille", ["Division des examens et concours", "Place Lucien-Paye", "13621 AIX-EN-PROVENCE CEDEX 1"], "Zoé Álvarez-Fictif", ["12 rue de l’Œuvre", "13001 MARSEILLE"],
        new DateTime(2026, 5, 2), "Pièce manquante", ["Bonjour Zoé Álvarez-Fictif,", "Il manque une pièce.\nEnvoyez-la avant le 12/06/2026.", "Dominique Martin"], Specimen: false);

    /// <summary>The most an address may hold: two lines of name, four of address, 38 wide capitals each.</summary>
    private static readonly Lettre Pleine = Simple with { Nom = "MARIE-WILHELMINE-AMMWMWMW WMMWMWMWMWMWM DE LA TOUR-D’AUVERGNE", Adresse = [.. Enumerable.Repeat("RÉSIDENCE LES GRANDS PALMIERS BÂT. W12", 3), "13001 MARSEILLE CEDEX 01"] };

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task L_adresse_tient_seule_dans_la_fenetre_de_l_enveloppe()
    {
        using var pdf = PdfDocument.Open(await imprimerie.ImprimerAsync<IReadOnlyList<Lettre>>(Lettre.Gabarit, [Simple, Pleine, Simple with { Specimen = true }]));
        pdf.NumberOfPages.Should().Be(3);
        foreach (var (page, lettre) in pdf.GetPages().Zip([Simple, Pleine, Simple]))
        {
            var dedans = page.GetWords().Where(m => Dans(page, m)).Select(m => m.Text).ToList();
            string.Concat(dedans).Should().Be(string.Concat([lettre.Nom, .. lettre.Adresse]).Replace(" ", ""), "toute l'adresse, et rien d'autre");
            page.GetWords().Where(m => Touche(page, m) && !Dans(page, m)).Select(m => m.Text).Should().BeEmpty("rien ne dépasse d'un bord de la fenêtre");
        }
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Une_lettre_dit_qui_ecrit_quand_de_quoi_et_garde_ses_alineas()
    {
        var longue = Simple with { Paragraphes = [.. Simple.Paragraphes, .. Enumerable.Range(1, 60).Select(i => $"Alinéa {i} : {new string('x', 200).Replace("xxxx", "mot ", StringComparison.Ordinal)}")] };
        using var pdf = PdfDocument.Open(await imprimerie.ImprimerAsync<IReadOnlyList<Lettre>>(Lettre.Gabarit, [longue, Simple with { Specimen = true }]));
        pdf.NumberOfPages.Should().BeGreaterThan(3, "une longue lettre prend plusieurs pages, la suivante commence sur une neuve");
        var premiere = ContentOrderTextExtractor.GetText(pdf.GetPage(1));
        premiere.Should().ContainAll("Académie d’Aix-Marseille", "Place Lucien-Paye", "Le 02/05/2026", "Objet : Pièce manquante", "Il manque une pièce.", "Envoyez-la avant le 12/06/2026.").And.NotContain("Spécimen");
        ContentOrderTextExtractor.GetText(pdf.GetPage(pdf.NumberOfPages)).Should().Contain("Spécimen").And.Contain("Zoé Álvarez-Fictif").And.NotContain("Alinéa");
        pdf.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.StructTreeRoot).Should().BeTrue("le document est balisé");
    }

    /// <summary>What a DL envelope always shows (see <see cref="Lettre"/>).</summary>
    private static bool Dans(Page page, Word mot) => Gauche(mot) >= 100 && Droite(mot) <= 190 && Haut(page, mot) >= 55 && Bas(page, mot) <= 79;

    private static bool Touche(Page page, Word mot) => Droite(mot) > 100 && Gauche(mot) < 190 && Bas(page, mot) > 55 && Haut(page, mot) < 79;

    private static double Gauche(Word mot) => mot.BoundingBox.Left / PointsParMm;
    private static double Droite(Word mot) => mot.BoundingBox.Right / PointsParMm;
    private static double Haut(Page page, Word mot) => (page.Height - mot.BoundingBox.Top) / PointsParMm;
    private static double Bas(Page page, Word mot) => (page.Height - mot.BoundingBox.Bottom) / PointsParMm;
}
