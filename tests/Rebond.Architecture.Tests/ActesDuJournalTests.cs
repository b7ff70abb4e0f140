using System.Text.RegularExpressions;
using AwesomeAssertions;
using Rebond.Web.Documents;
using Xunit;

namespace Rebond.Architecture.Tests;

/// <summary>The journal is read by people: an act written by a code is read by a name, with its accents.</summary>
public sealed partial class ActesDuJournalTests
{
    [Fact]
    public void Chaque_acte_du_journal_a_un_nom()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Depot.Racine, "src", "Rebond.Coeur"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".Tests.cs", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal));
        var actes = sources.SelectMany(f => Actes(File.ReadAllText(f))).Distinct().Order(StringComparer.Ordinal).ToList();
        actes.Should().HaveCountGreaterThan(100);
        actes.Where(a => !NomsActes.Codes.Contains(a)).Should().BeEmpty("NomsActes dit comment une personne lit cet acte");
    }

    [Fact]
    public void Un_acte_sans_nom_est_attrape() =>
        Actes("""donnees.Journaliser(new ActeAJournaliser(acteur, signe ? "ACTE_SIGNE" : "ACTE_REFUSE", $"objet:{x}", "CODE_DEDANS"));""").Should().Equal("ACTE_SIGNE", "ACTE_REFUSE");

    /// <summary>The codes written before the object of the act, which is an interpolated text.</summary>
    private static IEnumerable<string> Actes(string source) => Journalise().Matches(source).SelectMany(m => Code().Matches(m.Groups[1].Value).Select(c => c.Groups[1].Value));

    [GeneratedRegex("ActeAJournaliser\\(([^$;]*)")]
    private static partial Regex Journalise();

    [GeneratedRegex("\"([A-Z]+(?:_[A-Z0-9]+)+)\"")]
    private static partial Regex Code();
}
