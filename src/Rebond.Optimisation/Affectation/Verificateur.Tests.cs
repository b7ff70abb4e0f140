using AwesomeAssertions;
using Rebond.Optimisation.Socle;
using Rebond.Optimisation.Tests.Affectation;
using Xunit;
using static Rebond.Optimisation.Tests.Affectation.Donnees;

namespace Rebond.Optimisation.Affectation;

public sealed class VerificateurTests
{
    private static readonly Place[] s_places = [UnePlace("A"), UnePlace("B"), UnePlace("X", 1, "S02")];

    private static Conflit Seul(Probleme probleme, Plan plan) => Verificateur.Verifier(probleme, plan).Conflits.Should().ContainSingle().Subject;

    [Fact]
    public void Un_candidat_inconnu_est_nomme() =>
        Seul(UnProbleme(s_places, UnCandidat("K1", 8, "A")), UnPlan(("K1", "A"), ("K9", "B"))).Should().Match<Conflit>(c => c.Code == "CANDIDAT_INCONNU" && c.Candidat == "K9");

    [Fact]
    public void Une_place_inconnue_est_nommee_et_ne_place_personne()
    {
        var verification = Verificateur.Verifier(UnProbleme([UnePlace("A", 0)], UnCandidat("K1", 8, "A")), UnPlan(("K1", "Z")));
        verification.Conflits.Should().ContainSingle().Which.Should().Match<Conflit>(c => c.Code == "PLACE_INCONNUE" && c.Place == "Z");
        verification.Cout.Should().Be(1);
    }

    [Fact]
    public void Une_seconde_ligne_pour_un_candidat_est_refusee() =>
        Seul(UnProbleme(s_places, UnCandidat("K1", 8, "A", "B")), UnPlan(("K1", "A"), ("K1", "B"))).Code.Should().Be("CANDIDAT_EN_DOUBLE");

    [Fact]
    public void Une_place_d_une_autre_specialite_est_refusee() =>
        Verificateur.Verifier(UnProbleme(s_places, UnCandidat("K1", 8, "A")), UnPlan(("K1", "X"))).Conflits.Should().Contain(c => c.Code == "SPECIALITE" && c.Phrase.Contains("S02"));

    [Fact]
    public void Une_place_hors_des_voeux_est_refusee() =>
        Verificateur.Verifier(UnProbleme([UnePlace("A", 0), UnePlace("B")], UnCandidat("K1", 8, "A")), UnPlan(("K1", "B"))).Conflits
            .Should().ContainSingle().Which.Should().Match<Conflit>(c => c.Code == "ELIGIBILITE" && c.Phrase.Contains("45 km"));

    [Fact]
    public void Une_place_trop_loin_est_refusee_avec_l_instance()
    {
        var loin = UnCandidat("K1", 8) with { Voeux = [new("A", 46)] };
        Seul(UnProbleme(s_places, loin), UnPlan(("K1", "A"))).Should().Match<Conflit>(c => c.Code == "DISTANCE" && c.Phrase.Contains("46 km"));
        Verificateur.Verifier(UnProbleme(s_places, loin.Venant("A")), UnPlan(("K1", "A"))).EstAccepte.Should().BeTrue("l'établissement d'origine est admis à toute distance");
    }

    [Fact]
    public void Une_place_au_dela_de_sa_capacite_est_refusee() =>
        Seul(UnProbleme([UnePlace("A")], UnCandidat("K1", 8, "A"), UnCandidat("K2", 9, "A")), UnPlan(("K1", "A"), ("K2", "A"))).Code.Should().Be("CAPACITE");

    [Fact]
    public void Les_droits_depassent_la_capacite_mais_n_entrainent_personne()
    {
        var probleme = UnProbleme([UnePlace("A")], UnCandidat("K1", 9, "A").Venant("A", droit: true), UnCandidat("K2", 9.5m, "A").Venant("A", droit: true), UnCandidat("K3", 5, "A"));
        Verificateur.Verifier(probleme, UnPlan(("K1", "A"), ("K2", "A"))).EstAccepte.Should().BeTrue();
        Verificateur.Verifier(probleme, UnPlan(("K1", "A"), ("K2", "A"), ("K3", "A"))).Conflits.Should().ContainSingle().Which.Code.Should().Be("CAPACITE");
        Verificateur.Verifier(probleme with { DroitOpposable = false }, UnPlan(("K1", "A"), ("K2", "A"))).Conflits.Should().Contain(c => c.Code == "CAPACITE");
    }

    [Fact]
    public void Un_droit_sans_place_ou_moins_bien_servi_est_nomme()
    {
        var probleme = UnProbleme(s_places, UnCandidat("K1", 9, "A", "B").Venant("A", droit: true));
        Verificateur.Verifier(probleme, UnPlan()).Conflits.Select(c => c.Code).Should().Equal("DROIT", "PLACE_PERDUE");
        Verificateur.Verifier(probleme, UnPlan(("K1", "B"))).Conflits.Select(c => c.Code).Should().Equal("DROIT");
    }

    [Fact]
    public void Un_droit_est_servi_par_mieux_que_l_origine() =>
        Verificateur.Verifier(UnProbleme(s_places, UnCandidat("K1", 9, "A", "B").Venant("B", droit: true)), UnPlan(("K1", "A"))).EstAccepte.Should().BeTrue();

    [Fact]
    public void Une_place_libre_que_quelqu_un_prefere_est_perdue() =>
        Seul(UnProbleme(s_places, UnCandidat("K1", 8, "A", "B")), UnPlan(("K1", "B"))).Should().Match<Conflit>(c => c.Code == "PLACE_PERDUE" && c.Place == "A");

    [Theory]
    [InlineData("moyenne")]
    [InlineData("mineur")]
    [InlineData("departage")]
    [InlineData("id")]
    [InlineData("origine")]
    public void Celui_qui_passe_avant_ne_peut_pas_rester_dehors(string par)
    {
        var (avant, apres) = (UnCandidat("K1", 8, "A"), UnCandidat("K2", 8, "A"));
        (avant, apres) = par switch
        {
            "moyenne" => (avant, apres with { MoyenneCentiemes = 801 }),
            "mineur" => (avant with { Id = "K3", Mineur = true }, apres),
            "departage" => (avant with { Id = "K3" }, apres with { Departage = 1 }),
            "origine" => ((avant with { MoyenneCentiemes = 999 }).Venant("A"), apres),
            _ => (avant, apres),
        };
        var probleme = UnProbleme([UnePlace("A")], apres, avant);
        Verificateur.Verifier(probleme, UnPlan((avant.Id, "A"))).EstAccepte.Should().BeTrue();
        Seul(probleme, UnPlan((apres.Id, "A"))).Should().Match<Conflit>(c => c.Code == "ENVIE" && c.Candidat == avant.Id);
    }

    [Fact]
    public void Une_place_imposee_et_une_place_interdite_tiennent()
    {
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B")], UnCandidat("K1", 9, "A", "B"), UnCandidat("K2", 5, "A")) with { Imposes = [new("K1", "A")] };
        Verificateur.Verifier(probleme, UnPlan(("K1", "A"))).EstAccepte.Should().BeTrue("une place imposée n'est l'envie de personne");
        Verificateur.Verifier(probleme, UnPlan(("K1", "B"), ("K2", "A"))).Conflits.Select(c => c.Code).Should().Equal("IMPOSE");
        var interdit = probleme with { Imposes = [], Interdits = [new("K2", "A")] };
        Verificateur.Verifier(interdit, UnPlan(("K1", "A"))).EstAccepte.Should().BeTrue();
        Verificateur.Verifier(interdit, UnPlan(("K1", "B"), ("K2", "A"))).Conflits.Select(c => c.Code).Should().Contain("INTERDIT");
    }

    [Fact]
    public void Un_plan_sans_envie_ou_deux_candidats_gagneraient_a_echanger_n_est_pas_le_meilleur()
    {
        // Each prefers the other's place, where he goes second: no envy, and better for both after an exchange.
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B")], UnCandidat("K1", 8, "A", "B").Venant("B"), UnCandidat("K2", 8, "B", "A").Venant("A"));
        Verificateur.Verifier(probleme, UnPlan(("K1", "B"), ("K2", "A"))).Should().Match<Verification>(v => v.EstAccepte && v.MeilleurPourTous == false);
        Verificateur.Verifier(probleme, UnPlan(("K1", "A"), ("K2", "B"))).Should().Match<Verification>(v => v.EstAccepte && v.MeilleurPourTous == true);
    }

    /// <summary>Every plan one line away from the answer.</summary>
    [Fact]
    public void Tout_changement_d_une_ligne_est_refuse()
    {
        for (var graine = 1; graine <= 3; graine++)
        {
            var probleme = InstanceSynthetique.Creer(graine, 150, 80);
            var lignes = Solveur.Resoudre(probleme).Plan!.Affectations;
            foreach (var candidat in probleme.Candidats)
            {
                var sans = lignes.Where(l => l.Candidat != candidat.Id).ToList();
                var tenue = lignes.FirstOrDefault(l => l.Candidat == candidat.Id);
                if (tenue is not null)
                {
                    Familles(sans).Should().NotBeEmpty().And.BeSubsetOf(["DROIT", "PLACE_PERDUE", "ENVIE"]);
                    Familles([.. lignes, tenue]).Should().Equal("CANDIDAT_EN_DOUBLE");
                }
                foreach (var place in probleme.Places.Where(p => p.Id != tenue?.Place).Select(p => p.Id).Append("INCONNUE"))
                    Familles([.. sans, new(candidat.Id, place)]).Should().NotBeEmpty();
            }
            IEnumerable<string> Familles(IReadOnlyList<Attribution> plan) => Verificateur.Verifier(probleme, new(plan)).Conflits.Select(c => c.Code).Distinct();
        }
    }
}
