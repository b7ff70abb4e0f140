using System.Text;
using AwesomeAssertions;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Commission;
using Xunit;
using static Rebond.Coeur.Tests.Suivi.Commission.CommissionDEssai;

namespace Rebond.Coeur.Tests.Suivi.Commission;

public sealed class SaisirCapacitesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_fichier_se_verifie_puis_s_enregistre_et_deux_fois_ne_change_rien(Moteur moteur)
    {
        await using var essai = await CommissionDEssai.CreerAsync(moteur);
        await ProposerAffectationTests.PeuplerAsync(essai);
        var fichier = $"uai;specialite;capacite\n{Pres};{Vente};5\n{Ici};{Vente};1\n";

        (await ImporterAsync(essai, fichier, apercu: true)).Should().Match<BilanImport>(b => b.Lus == 2 && b.Modifies == 2 && !b.Enregistre);
        (await essai.SeanceAsync()).Places.Sum(p => p.Capacite).Should().Be(2, "une vérification n’enregistre rien");
        (await ImporterAsync(essai, fichier)).Should().Match<BilanImport>(b => b.Modifies == 2 && b.Enregistre);
        (await ImporterAsync(essai, fichier)).Should().Match<BilanImport>(b => b.Modifies == 0 && b.Inchanges == 2);
        (await essai.SeanceAsync()).Places.Sum(p => p.Capacite).Should().Be(6);
    }

    [Fact]
    public async Task Chaque_faute_a_sa_ligne_et_sa_colonne()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await ProposerAffectationTests.PeuplerAsync(essai);

        var bilan = await ImporterAsync(essai, $"uai;specialite;capacite\n0139999X;{Vente};5\n{Ici};RIEN;1\n{Ici};{Vente};douze\n{Pres};{Vente};1\n{Pres};{Vente};2\n");

        bilan.Enregistre.Should().BeFalse();
        bilan.Rejets.Select(r => (r.Ligne, r.Colonne, r.Code)).Should().Equal((2, "uai", "ETABLISSEMENT_INCONNU"), (3, "specialite", "SPECIALITE_INCONNUE"), (4, "capacite", "CAPACITE_INVALIDE"), (6, "specialite", "PLACE_EN_DOUBLE"));
    }

    [Fact]
    public async Task Un_nombre_impossible_se_dit_et_rien_n_est_garde()
    {
        await using var essai = await CommissionDEssai.CreerAsync();
        await ProposerAffectationTests.PeuplerAsync(essai);

        var refus = (await essai.LireAsync(d => new SaisirCapacites(d).ExecuteAsync(new(essai.Seance, [new(Ici, Vente, "3"), new(Pres, Vente, "-1")]), Secretaire, Ct))).Refus;
        refus.Should().ContainSingle().Which.Should().BeOfType<SaisirCapacites.CapaciteInvalide>();
        (await essai.SeanceAsync()).Places.Sum(p => p.Capacite).Should().Be(2);
        (await essai.LireAsync(d => new SaisirCapacites(d).ExecuteAsync(new(essai.Seance, [new(Ici, Vente, "")]), Secretaire, Ct))).Valeur.Should().Be(new SaisirCapacites.Reponse(0, 0), "un champ vide ne dit rien");
        (await essai.LireAsync(d => new SaisirCapacites(d).ExecuteAsync(new(essai.Seance, []), Voisine, Ct))).Refus[0].Should().BeOfType<Introuvable>();
    }

    private static async Task<BilanImport> ImporterAsync(CommissionDEssai essai, string fichier, bool apercu = false)
    {
        using var flux = new MemoryStream(Encoding.UTF8.GetBytes(fichier));
        return (await essai.LireAsync(d => new ImporterCapacites(d).ExecuteAsync(new(essai.Seance, flux, "places.csv", new ModeImport(apercu)), Secretaire, Ct))).Valeur!;
    }
}
