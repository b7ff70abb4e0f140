using AwesomeAssertions;
using Rebond.Optimisation.Socle;
using Xunit;
using static Rebond.Optimisation.Tests.Affectation.Donnees;

namespace Rebond.Optimisation.Affectation;

/// <summary>What an instance may not say: an answer for each, never a crash, and nothing computed.</summary>
public sealed class ControleTests
{
    private static readonly Probleme s_sain = UnProbleme([UnePlace("A"), UnePlace("B"), UnePlace("X", 1, "S02")],
        UnCandidat("K1", 9, "B", "A").Venant("A", droit: true), UnCandidat("K2", 8, "A", "B"));

    [Fact]
    public void Une_instance_saine_n_a_rien_a_redire() => Controle.Conflits(s_sain).Should().BeEmpty();

    public static TheoryData<string, Probleme> Fautes() => new()
    {
        { "PLACE_EN_DOUBLE", s_sain with { Places = [.. s_sain.Places, UnePlace("A")] } },
        { "CAPACITE", s_sain.AvecCapacite("A", -2) },
        { "CANDIDAT_EN_DOUBLE", s_sain with { Candidats = [.. s_sain.Candidats, UnCandidat("K1", 8)] } },
        { "MOYENNE", AvecVoeux(UnCandidat("K3", 20.01m)) },
        { "VOEU_EN_DOUBLE", AvecVoeux(UnCandidat("K3", 8, "A", "A")) },
        { "PLACE_INCONNUE", AvecVoeux(UnCandidat("K3", 8, "Z")) },
        { "SPECIALITE", AvecVoeux(UnCandidat("K3", 8, "X")) },
        { "DISTANCE", AvecVoeux(UnCandidat("K3", 8) with { Voeux = [new("A", 46)] }) },
        { "DISTANCE", AvecVoeux(UnCandidat("K3", 8) with { Voeux = [new("A", -1)] }) },
        { "DISTANCE", s_sain with { DistanceMaxKm = -1, Candidats = [] } },
        { "DROIT", s_sain with { Interdits = [new("K1", "A")] } },
        { "CANDIDAT_INCONNU", s_sain with { Interdits = [new("K9", "A")] } },
        { "PLACE_INCONNUE", s_sain with { Imposes = [new("K1", "Z")] } },
        { "IMPOSE", s_sain with { Imposes = [new("K2", "A"), new("K2", "B")] } },
        { "IMPOSE", s_sain with { Imposes = [new("K2", "A")], Interdits = [new("K2", "A")] } },
        { "IMPOSE", s_sain with { Imposes = [new("K2", "X")] } },
        { "DROIT", (s_sain with { Imposes = [new("K1", "B")], Candidats = [UnCandidat("K1", 9, "A", "B").Venant("A", droit: true)] }) },
        { "CAPACITE", AvecVoeux(UnCandidat("K3", 8, "A")) with { Imposes = [new("K2", "A"), new("K3", "A")] } },
    };

    [Theory, MemberData(nameof(Fautes), DisableDiscoveryEnumeration = true)]
    public void Une_contradiction_est_nommee_par_le_solveur_et_par_le_verificateur(string code, Probleme probleme)
    {
        var solution = Solveur.Resoudre(probleme);
        solution.Should().Match<Solution>(s => s.Bilan.Statut == Statut.Irrealisable && s.Plan == null && s.Bilan.Cout == null);
        solution.Conflits.Should().Contain(c => c.Code == code);
        Verificateur.Verifier(probleme, UnPlan()).Conflits.Should().Contain(c => c.Code == code);
        Solveur.Borne(probleme).Should().BeNull();
    }

    [Fact]
    public void Toutes_les_contradictions_sont_dites_a_la_fois() =>
        Controle.Conflits(AvecVoeux(UnCandidat("K3", 8, "Z", "X")) with { Interdits = [new("K9", "Y")] }).Select(c => c.Code).Should().BeEquivalentTo(["PLACE_INCONNUE", "SPECIALITE", "CANDIDAT_INCONNU", "PLACE_INCONNUE"]);

    [Fact]
    public void Un_droit_ne_se_voit_opposer_ni_interdiction_ni_place_moins_bonne_que_s_il_est_opposable()
    {
        var probleme = s_sain with { DroitOpposable = false, Interdits = [new("K1", "A")] };
        Solveur.Resoudre(probleme).Bilan.Statut.Should().NotBe(Statut.Irrealisable);
    }

    [Fact]
    public void Une_place_imposee_a_cote_de_droits_qui_remplissent_est_un_conflit_qui_dit_quoi_faire()
    {
        var probleme = UnProbleme([UnePlace("A", 2)], UnCandidat("K1", 9, "A").Venant("A", droit: true), UnCandidat("K2", 9, "A").Venant("A", droit: true), UnCandidat("K3", 5, "A")) with { Imposes = [new("K3", "A")] };
        Solveur.Resoudre(probleme).Conflits.Should().ContainSingle().Which.Phrase.Should().Be("A : 1 candidat imposé et 2 droits pour une capacité de 2. Retirez 1 affectation imposée, ou ouvrez 1 place.");
        Solveur.Resoudre(probleme.AvecCapacite("A", 1)).Plan!.Affectations.Should().HaveCount(3);
    }

    [Fact]
    public void Un_droit_que_son_titulaire_n_a_pas_demande_est_signale_sans_bloquer()
    {
        var probleme = UnProbleme([UnePlace("A"), UnePlace("B")], UnCandidat("K1", 9, "B").Venant("A", droit: true));
        Controle.Alertes(probleme).Should().ContainSingle().Which.Should().Match<Conflit>(c => c.Code == "DROIT_NON_DEMANDE" && c.Candidat == "K1");
        Solveur.Resoudre(probleme).Bilan.Statut.Should().Be(Statut.Optimal);
        Controle.Alertes(s_sain).Should().BeEmpty();
    }

    private static Probleme AvecVoeux(Candidat candidat) => s_sain with { Candidats = [.. s_sain.Candidats, candidat] };
}
