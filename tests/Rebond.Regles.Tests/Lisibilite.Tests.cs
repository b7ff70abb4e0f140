using System.Text.Json.Nodes;
using AwesomeAssertions;
using CsCheck;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Cas;
using Rebond.Regles.Suivi.Conservation;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>
/// Ce qu'un jeune de quatorze ans lit doit lui être lisible. Sur l'échelle de Flesch, de 60 à 70 est le niveau d'un lecteur de treize à quinze ans (quatrième, troisième) : 60 est donc le plancher de chaque
/// phrase, même courte ; 75 (« facile ») celui de la moyenne. Les articles de loi que ces phrases traduisent sont sous 30.
/// </summary>
public sealed class LisibiliteTests
{
    private const double PlancherDUnePhrase = 60;
    private const double PlancherMoyen = 75;

    [Theory]
    [InlineData("lycée", 2)]
    [InlineData("école", 2)]
    [InlineData("l'école", 2)]
    [InlineData("apprenti", 3)]
    [InlineData("place", 1)]
    [InlineData("places", 1)]
    [InlineData("de", 1)]
    [InlineData("réponse", 2)]
    [InlineData("CFA", 3)]
    [InlineData("2026", 2)]
    [InlineData("aujourd'hui", 3)]
    public void Les_syllabes_se_comptent(string mot, int syllabes) => Lisibilite.Syllabes(mot).Should().Be(syllabes);

    [Fact]
    public void Un_article_de_loi_serait_refuse() =>
        Lisibilite.Score("Tout élève ayant échoué à l'examen du baccalauréat, du brevet de technicien, du brevet de technicien supérieur ou du certificat d'aptitude professionnelle se voit offrir, à la rentrée scolaire "
            + "suivant cet échec, une nouvelle inscription dans l'établissement dont il est issu, le cas échéant selon des modalités adaptées au niveau des connaissances qu'il a acquises.")
            .Should().BeLessThan(30);

    [Fact]
    public void Chaque_phrase_des_options_est_lisible_a_quatorze_ans()
    {
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        ProfilsAleatoires.Profils.Sample(profil => phrases.UnionWith(Phrases(OptionsDeSuivi.Repondre(profil))), iter: 2000, threads: 1);
        phrases.Should().HaveCountGreaterThan(300);
        Juger(phrases);
    }

    [Fact]
    public void Chaque_phrase_des_notes_a_garder_est_lisible_a_quatorze_ans()
    {
        var phrases = Directory.GetFiles(Path.Combine(Donnees.Depot, "jeux", "cas-suivi"), "*.json").Select(f => JsonNode.Parse(File.ReadAllText(f))!)
            .Where(fichier => fichier["commande"]!.GetValue<string>() == "conserver")
            .SelectMany(fichier => ConservationJson.Lire(fichier["cas"]!.ToJsonString()).Demandes)
            .SelectMany(demande => Phrases(ConseilConservation.Etudier(demande.Contenu!))).ToHashSet(StringComparer.Ordinal);
        phrases.Should().HaveCountGreaterThan(60);
        Juger(phrases);
    }

    private static void Juger(IReadOnlyCollection<string> phrases)
    {
        string.Join('\n', phrases.Select(phrase => (Score: Lisibilite.Score(phrase), phrase)).Where(p => p.Score < PlancherDUnePhrase).OrderBy(p => p.Score).Take(20).Select(p => $"{p.Score:0} : {p.phrase}")).Should().BeEmpty();
        phrases.Average(Lisibilite.Score).Should().BeGreaterThan(PlancherMoyen);
    }

    private static IEnumerable<string> Phrases(ReponseOptions reponse) =>
    [
        .. reponse.Options.SelectMany(option => (string[])
        [
            option.Phrase,
            .. option.Conditions.Select(condition => condition.Phrase),
            .. option.Demarches,
            .. option.Lectures.Select(lecture => lecture.Phrase),
            .. option.Cerfa.Select(point => point.Phrase),
            .. option.Remuneration.Select(periode => periode.Phrase),
        ]),
        reponse.ObligationFormation.Phrase,
        .. reponse.Alertes.Select(alerte => alerte.Phrase),
    ];

    private static IEnumerable<string> Phrases(AvisConservation avis) =>
    [
        avis.Mention.Phrase,
        avis.Mention.Prudence ?? avis.Mention.Phrase,
        .. avis.Unites.SelectMany(unite => (string[])[unite.Garder.Phrase, unite.Repasser.Phrase]),
        .. avis.Scenarios.Select(scenario => scenario.Phrase),
        .. (avis.Reprises ?? []).Select(reprise => reprise.Phrase),
        .. avis.Hypotheses is { } hypotheses ? (string[])[hypotheses.Phrase] : [],
        .. avis.Alertes.Select(alerte => alerte.Phrase),
    ];
}
