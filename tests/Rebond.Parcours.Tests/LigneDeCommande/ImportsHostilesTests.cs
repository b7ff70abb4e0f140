using System.Text;
using AwesomeAssertions;
using AwesomeAssertions.Execution;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Parcours.Tests.LigneDeCommande;

/// <summary>Bad files through the door scripts use: exit code 1 or 2, a French sentence, nothing imported, never a stack trace.</summary>
public sealed class ImportsHostilesTests : IDisposable
{
    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-hostile-").FullName;

    public static TheoryData<string, string> Imports => new()
    {
        { "notes-csv", "numero;unite;valeur;origine" },
        { "candidats-csv", "numero;ine;nom;prenoms;sexe;naissance;examen;reglement;specialite;libelle;categorie;forme;uai;departement;division;consentement" },
        { "resultats-publics", "session;academie;sexe" },
        { "ajournes-csv", "nom;prenoms;naissance;examen;specialite;libelle;statut;resultat;uai;departement" },
    };

    [Theory, MemberData(nameof(Imports))]
    public async Task Chaque_import_refuse_chaque_mauvais_fichier_d_une_phrase(string import, string entete)
    {
        await using var lot = await LotGestion.CreerAsync();
        var commande = new CommandeRebond(lot.Base.Chaine);
        using var _ = new AssertionScope();
        foreach (var (nom, octets, code) in Fichiers(entete))
        {
            var chemin = Path.Combine(_dossier, nom);
            await File.WriteAllBytesAsync(chemin, octets, Ct);

            var fin = await commande.LancerAsync("importer", import, chemin, "--json");

            var ici = $"{import} {nom} : {fin.Erreurs}";
            fin.Code.Should().Be(1, ici);
            fin.Erreurs.Should().NotContainAny(["Panne", "   at ", "Exception"], ici);
            fin.Json.GetProperty("rejets").EnumerateArray().Select(r => r.GetProperty("code").GetString()).Should().Contain(code, ici);
            fin.Json.GetProperty("ajoutes").GetInt32().Should().Be(0, ici);
        }
    }

    [Fact]
    public async Task Deux_cents_mega_octets_sont_refuses_sans_etre_lus_par_fichier_comme_par_tube()
    {
        await using var lot = await LotGestion.CreerAsync();
        var commande = new CommandeRebond(lot.Base.Chaine);
        var gros = Path.Combine(_dossier, "gros.csv");
        await using (var flux = File.Create(gros))
        {
            await flux.WriteAsync("numero;unite;valeur\n"u8.ToArray(), Ct);
            flux.SetLength(200L * 1024 * 1024);
        }

        var fichier = await commande.LancerAsync("importer", "notes-csv", gros, "--json");
        var tube = await commande.LancerAsync(gros, ["importer", "notes-csv", "/dev/stdin", "--json"]);
        var entree = await commande.LancerAsync(gros, ["importer", "notes-csv", "-", "--json"]);

        foreach (var fin in new[] { fichier, tube, entree })
            (fin.Code, fin.Json.GetProperty("rejets")[0].GetProperty("code").GetString()).Should().Be((1, "FICHIER_TROP_GROS"), fin.Erreurs);
    }

    [Fact]
    public async Task Un_chemin_absent_un_dossier_une_session_inconnue_et_un_cas_enorme_ont_leur_phrase()
    {
        await using var lot = await LotGestion.CreerAsync();
        var commande = new CommandeRebond(lot.Base.Chaine);
        (await commande.LancerAsync("importer", "notes-csv", Path.Combine(_dossier, "absent.csv"))).Should().Match<CommandeRebond.Fin>(f => f.Code == 2 && f.Erreurs.StartsWith("FICHIER_INTROUVABLE"));
        (await commande.LancerAsync("importer", "notes-csv", _dossier)).Should().Match<CommandeRebond.Fin>(f => f.Code == 2 && f.Erreurs.StartsWith("FICHIER_INTROUVABLE"));
        var notes = Path.Combine(_dossier, "n.csv");
        await File.WriteAllTextAsync(notes, "numero;unite;valeur\n0220000001;U12;12\n", Ct);
        (await commande.LancerAsync("importer", "notes-csv", notes, "--session", "2031")).Should().Match<CommandeRebond.Fin>(f => f.Code == 1 && f.Erreurs.StartsWith("SESSION_INCONNUE"));
        var enorme = Path.Combine(_dossier, "cas.json");
        await using (var flux = File.Create(enorme))
            flux.SetLength(200L * 1024 * 1024);
        (await new CommandeRebond(null).LancerAsync("regles", "conclure", enorme)).Should().Match<CommandeRebond.Fin>(f => f.Code == 2 && f.Erreurs.Contains("Coupez-le"));
    }

    private static IEnumerable<(string Nom, byte[] Octets, string Code)> Fichiers(string entete)
    {
        yield return ("vide.csv", [], "FICHIER_VIDE");
        yield return ("document.csv", "%PDF-1.7\n%âãÏÓ"u8.ToArray(), "FICHIER_BINAIRE");
        yield return ("colonnes.csv", Encoding.UTF8.GetBytes("numéro;nom\n1;A\n"), "COLONNES_MANQUANTES");
        yield return ("coupe.csv", Encoding.UTF8.GetBytes(entete + "\n1;Éloïse\n2;Zoé")[..^1], "FICHIER_COUPE");
        yield return ("faux.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], "CLASSEUR_ILLISIBLE");
    }

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
