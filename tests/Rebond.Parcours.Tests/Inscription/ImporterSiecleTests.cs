using System.Text.Json.Nodes;
using AwesomeAssertions;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Parcours.Tests.Inscription;

/// <summary>The other files of SIECLE, and the file for Cyclades, as an operator runs them.</summary>
public sealed class ImporterSiecleTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-siecle-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    [Fact]
    public async Task Les_quatre_fichiers_d_un_etablissement_entrent_une_fois_et_rien_ne_part_avant_d_etre_enregistre()
    {
        var fichiers = new FichiersSiecle("0540001H", 2023, Eleves: 4);
        (await RebondAsync("inscription", "campagne", "charger", "nancy-metz-bac-pro-2024", "--motif", "Ouverture")).Code.Should().Be(0);
        (await ImporterAsync("siecle-responsables", fichiers.Responsables())).Erreur.Should().Contain("importez d'abord les élèves");
        (await ImporterAsync("siecle-eleves", fichiers.AvecAdresses())).Code.Should().Be(0);
        foreach (var (verbe, fichier, une, deux) in ((string, byte[], string, string)[])
        [
            ("siecle-nomenclature", fichiers.Nomenclature(), "5 4 0 0 0", "5 0 0 4 0"),
            ("siecle-structures", fichiers.Structures(), "2 2 0 0 0", "2 0 0 2 0"),
        ])
        {
            Comptes(await ImporterAsync(verbe, fichier, "--apercu")).Should().Be(une, verbe);
            Comptes(await ImporterAsync(verbe, fichier)).Should().Be(une, verbe);
            Comptes(await ImporterAsync(verbe, fichier)).Should().Be(deux, verbe);
        }
        (await ImporterAsync("siecle-structures", fichiers.Nomenclature())).Should().Match<Execution>(e => e.Code == 1 && e.Sortie.Contains("le fichier des nomenclatures"));
        (await ImporterAsync("siecle-responsables", fichiers.Responsables(), "--uai", "0540002J")).Code.Should().Be(1);
        (await RebondAsync("exporter", "cyclades-csv", Path.Combine(_dossier, "c.csv"), "--session", "2024")).Should().Match<Execution>(e => e.Code == 1 && e.Erreur.StartsWith("RIEN_A_EXPORTER"));
        (await RebondAsync("exporter", "cyclades-csv", Path.Combine(_dossier, "c.csv"), "--session", "2024", "--format", "absent.json")).Code.Should().Be(1);
    }

    private async Task<Execution> ImporterAsync(string verbe, byte[] fichier, params string[] options)
    {
        var chemin = Path.Combine(_dossier, $"{verbe}.xml");
        await File.WriteAllBytesAsync(chemin, fichier, TestContext.Current.CancellationToken);
        return await RebondAsync(["importer", verbe, chemin, "--session", "2024", "--json", .. options]);
    }

    private Task<Execution> RebondAsync(params string[] arguments) => ProgrammeRebond.LancerAsync(null, [.. arguments, "--base", Path.Combine(_dossier, "essai.db")]);

    private static string Comptes(Execution execution) => string.Join(' ', ((string[])["lus", "ajoutes", "modifies", "inchanges", "absents"]).Select(c => JsonNode.Parse(execution.Sortie)![c]!.GetValue<int>()));
}
