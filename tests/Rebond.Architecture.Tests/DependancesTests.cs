using System.Text.Json;
using System.Xml.Linq;
using AwesomeAssertions;
using Xunit;

namespace Rebond.Architecture.Tests;

/// <summary>docs/dependances.md says why each package is here: one line each, with the version in use.</summary>
public class DependancesTests
{
    [Fact]
    public void Chaque_paquet_a_sa_ligne_a_la_bonne_version() => SansLigne(Paquets(), File.ReadAllText(Path.Combine(Depot.Racine, "docs", "dependances.md"))).Should().BeEmpty();

    [Fact]
    public void Un_paquet_sans_ligne_ou_a_une_autre_version_est_attrape()
    {
        const string texte = "| `Connu` | 1.0.0 | …\n| `Vieux` | 1.0.0 | …\n";
        SansLigne([("Connu", "1.0.0"), ("Vieux", "2.0.0"), ("Absent", "1.0.0")], texte).Should().Equal("Vieux 2.0.0", "Absent 1.0.0");
    }

    [Fact]
    public void La_lecture_trouve_bien_des_paquets() => Paquets().Should().Contain(p => p.Nom == "@gouvfr/dsfr").And.Contain(p => p.Nom == "xunit.v3").And.HaveCountGreaterThan(20);

    private static List<string> SansLigne(IEnumerable<(string Nom, string Version)> paquets, string texte) =>
        [.. paquets.Where(p => !texte.Contains($"| `{p.Nom}` | {p.Version} |", StringComparison.Ordinal)).Select(p => $"{p.Nom} {p.Version}")];

    private static List<(string Nom, string Version)> Paquets()
    {
        var nuget = XDocument.Load(Path.Combine(Depot.Racine, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => (p.Attribute("Include")!.Value, p.Attribute("Version")!.Value));
        var outils = JsonDocument.Parse(File.ReadAllText(Path.Combine(Depot.Racine, "dotnet-tools.json"))).RootElement.GetProperty("tools").EnumerateObject()
            .Select(o => (o.Name, o.Value.GetProperty("version").GetString()!));
        var npm = JsonDocument.Parse(File.ReadAllText(Path.Combine(Depot.Racine, "src", "Rebond.Web", "package.json"))).RootElement.GetProperty("dependencies").EnumerateObject()
            .Select(d => (d.Name, d.Value.GetString()!));
        return [.. nuget, .. outils, .. npm];
    }
}
