using System.Text.Json.Nodes;
using AwesomeAssertions;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Parcours.Tests.Inscription;

/// <summary>« rebond importer siecle-eleves », as an operator runs it.</summary>
public sealed class ImporterSiecleElevesTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-siecle-").FullName;

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    private Task<Execution> RebondAsync(params string[] arguments) => ProgrammeRebond.LancerAsync(null, [.. arguments, "--base", Path.Combine(_dossier, "essai.db")]);

    private static string Comptes(Execution execution) => string.Join(' ', ((string[])["lus", "ajoutes", "modifies", "inchanges", "absents"]).Select(c => JsonNode.Parse(execution.Sortie)![c]!.GetValue<int>()));

    [Fact]
    public async Task Un_fichier_d_eleves_se_regarde_s_importe_une_fois_et_dit_ce_qu_il_laisse()
    {
        var fichiers = new FichiersSiecle("0540001H", 2023, Eleves: 4);
        var chemin = Path.Combine(_dossier, "ElevesSansAdresses.zip");
        await File.WriteAllBytesAsync(chemin, FichiersSiecle.Zipper(("ElevesSansAdresses.xml", fichiers.SansAdresses())), TestContext.Current.CancellationToken);
        string[] importer = ["importer", "siecle-eleves", chemin, "--session", "2024", "--json"];

        var sans = await RebondAsync(importer);
        (sans.Code, sans.Sortie).Should().Be((1, ""));
        sans.Erreur.Should().StartWith("CAMPAGNE_ABSENTE : ").And.Contain("rebond inscription campagne charger");
        (await RebondAsync("inscription", "campagne", "charger", "nancy-metz-bac-pro-2024", "--motif", "Ouverture")).Code.Should().Be(0);

        var apercu = await RebondAsync([.. importer, "--apercu"]);
        (apercu.Code, Comptes(apercu)).Should().Be((0, "4 2 0 0 0"));
        apercu.Erreur.Should().StartWith("2 élèves d'une autre année");
        JsonNode.Parse(apercu.Sortie)!.AsObject().Select(p => p.Key).Should().Equal("lus", "ajoutes", "modifies", "inchanges", "absents", "rejets");
        Comptes(await RebondAsync([.. importer, "--uai", "0540001h", "--campagne", "nancy-metz-bac-pro-2024"])).Should().Be("4 2 0 0 0");
        Comptes(await RebondAsync(importer)).Should().Be("4 0 0 2 0");

        await File.WriteAllBytesAsync(chemin, fichiers.Modifier(fichiers.SansAdresses(), "eleve2@exemple.invalid", "nouveau@exemple.invalid"), TestContext.Current.CancellationToken);
        (await RebondAsync("importer", "siecle-eleves", chemin, "--session", "2024", "--apercu")).Sortie.Should().Contain("à modifier : courriel.").And.Contain("Aperçu").And.NotContain("SYNTHÉTIQUE");
        var autre = await RebondAsync([.. importer, "--uai", "0540002J"]);
        (autre.Code, JsonNode.Parse(autre.Sortie)!["rejets"]![0]!["code"]!.GetValue<string>()).Should().Be((1, "AUTRE_ETABLISSEMENT_OU_ANNEE"));
        (await RebondAsync("importer", "siecle-eleves", "absent.xml", "--session", "2024")).Code.Should().Be(2);
        (await RebondAsync("importer", "siecle-eleves", chemin)).Code.Should().Be(2);
    }
}
