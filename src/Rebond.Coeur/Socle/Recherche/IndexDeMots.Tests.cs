using AwesomeAssertions;
using CsCheck;
using Rebond.Coeur.Socle.Recherche;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Recherche;

public sealed class IndexDeMotsTests
{
    private static readonly IndexDeMots<string> Index = new(["Abbé Pierre", "Anne Frank", "Anne-Marie Œuvre", "Annecy Saint-Jean"], s => s, _ => "");

    [Theory]
    [InlineData("Élève", "eleve"), InlineData("Saint-Étienne", "saint etienne"), InlineData("l’Œuvre d'art", "l oeuvre d art"), InlineData("St Jean Ste Anne", "saint jean sainte anne"), InlineData("  - ", "")]
    public void Un_texte_se_decoupe_en_mots_nus(string texte, string mots) => string.Join(' ', Mots.Decouper(texte)).Should().Be(mots);

    [Theory]
    [InlineData("moulin", "moulin", true), InlineData("moulin", "mouin", true), InlineData("moulin", "moullin", true), InlineData("moulin", "moutin", true), InlineData("moulin", "mouiln", true)]
    [InlineData("moulin", "moul", false), InlineData("moulin", "nouiln", false), InlineData("ab", "ba", true), InlineData("abc", "cab", false), InlineData("", "a", true)]
    public void Une_faute_est_une_lettre_en_plus_en_moins_changee_ou_deux_echangees(string a, string b, bool proches)
    {
        Mots.AUneFautePres(a, b).Should().Be(proches);
        Mots.AUneFautePres(b, a).Should().Be(proches);
    }

    [Fact]
    public void Une_faute_est_ce_que_dit_la_distance_de_reference() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 0, 6], Gen.String[Gen.Char["abc"], 0, 6]).Sample((a, b) => Mots.AUneFautePres(a, b) == Distance(a, b) <= 1);

    // Optimal string alignment, by the book.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }

    [Theory]
    [InlineData("anne", "Anne Frank|Anne-Marie Œuvre|Annecy Saint-Jean")]
    [InlineData("oeuvre", "Anne-Marie Œuvre"), InlineData("st jean", "Annecy Saint-Jean"), InlineData("abbe p", "Abbé Pierre"), InlineData("anne pierre", ""), InlineData("", "")]
    [InlineData("frnak", "Anne Frank"), InlineData("piere", "Abbé Pierre"), InlineData("xyz", "")]
    public void Mots_debuts_et_fautes_trouvent_les_meilleurs_d_abord(string texte, string attendus) =>
        string.Join('|', Index.Chercher(Mots.Decouper(texte), 10).Objets).Should().Be(attendus);

    [Fact]
    public void Le_total_compte_ce_qui_n_est_pas_donne() => Index.Chercher(["anne"], 1).Total.Should().Be(3);

    [Fact]
    public void Aucune_demande_ne_fait_tomber_la_recherche() =>
        Gen.String.Array[0, 12].Sample(textes => Index.Chercher(Mots.Decouper(string.Join(' ', textes)), 5).Objets.Count <= 4);
}
