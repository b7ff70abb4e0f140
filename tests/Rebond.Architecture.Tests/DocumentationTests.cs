using System.Xml.Linq;
using AwesomeAssertions;
using Xunit;

namespace Rebond.Architecture.Tests;

/// <summary>The law is read by jurists too: each public type says in French what it answers.</summary>
public class DocumentationTests
{
    [Fact]
    public void Chaque_type_public_du_droit_dit_ce_qu_il_est()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(Programme.Regles.Location, ".xml"));
        string.Join('\n', SansResume(Programme.Regles.ExportedTypes, documentation)).Should().BeEmpty();
    }

    [Fact]
    public void Un_type_sans_resume_est_attrape() =>
        SansResume([typeof(DocumentationTests), typeof(ArchitectureTests)],
            XDocument.Parse("<doc><members><member name='T:Rebond.Architecture.Tests.DocumentationTests'><summary>Dit.</summary></member></members></doc>"))
            .Should().Equal("Rebond.Architecture.Tests.ArchitectureTests");

    private static List<string> SansResume(IEnumerable<Type> types, XDocument documentation)
    {
        var resumes = documentation.Descendants("member").Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value)).Select(m => m.Attribute("name")!.Value).ToHashSet();
        return [.. types.Select(t => t.FullName!.Replace('+', '.')).Where(n => !resumes.Contains($"T:{n}"))];
    }
}
