using System.Text.RegularExpressions;
using AwesomeAssertions;
using Rebond.Regles.Tests;
using Xunit;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Ce que le guide fait écrire à un agent se lit sans faute.</summary>
public sealed partial class GuideDesCampagnesTests
{
    private static string Guide { get; } = File.ReadAllText(Path.Combine(Donnees.Depot, "docs", "guides", "nouvelle-campagne.md"));

    public static TheoryData<string> Conditions => [.. Exemples().Matches(Guide).Select(m => m.Groups["si"].Value).Where(si => !si.Contains('…', StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Chaque_condition_du_guide_se_lit(string si)
    {
        var nancy = CampagnesLivrees.Fichiers.Single(f => f.Fichier.StartsWith("nancy", StringComparison.Ordinal)).Texte;
        LectureCampagne.Lire(nancy.Replace("\"si\": { \"toujours\": true }", $"\"si\": {si}", StringComparison.Ordinal)).Erreurs.Should().BeEmpty();
    }

    [Fact]
    public void Le_guide_a_ses_exemples() => Conditions.Should().HaveCountGreaterThanOrEqualTo(8);

    /// <summary>Toute rubrique qu'un fichier peut avoir est expliquée.</summary>
    [Fact]
    public void Chaque_rubrique_est_dans_le_guide()
    {
        var connues = LectureCampagne.Lire("{ \"x\": 1 }").Erreurs.Single(e => e.Code == "PROPRIETE_INCONNUE").Phrase.Split("Propriétés connues : ")[1].TrimEnd('.').Split(", ");
        connues.Except(["fuseau", "anneeInscription"]).Should().OnlyContain(rubrique => Guide.Contains($"`{rubrique}`"));
    }

    [GeneratedRegex(@"^\| [^|]+ \| `(?<si>\{[^`]+\})` \|$", RegexOptions.Multiline)]
    private static partial Regex Exemples();
}
