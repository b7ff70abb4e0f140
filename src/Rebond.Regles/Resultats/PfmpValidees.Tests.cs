using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class PfmpValideesTests
{
    private static EtatPfmp Etat(int annee, Pfmp? pfmp, Categorie categorie = Categorie.Scolaire) =>
        PfmpValidees.Etat(VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(annee)), categorie, pfmp);

    [Theory]
    [InlineData(2019, 3, 10)]
    [InlineData(2019, 1, 10)]
    [InlineData(2020, 3, 10)]
    [InlineData(2020, 2, 10)]
    [InlineData(2020, 1, 5)]
    [InlineData(2021, 2, 8)]
    [InlineData(2022, 1, 5)]
    [InlineData(2023, 2, 10)]
    public void Le_plancher_juste_dessous_et_dessus(int annee, int cursus, int plancher)
    {
        Etat(annee, new Pfmp(plancher - 1, true, cursus)).Should().Be(EtatPfmp.Insuffisantes);
        Etat(annee, new Pfmp(plancher, true, cursus)).Should().Be(EtatPfmp.Acquises);
        Etat(annee, new Pfmp(plancher + 1, null, cursus)).Should().Be(EtatPfmp.Acquises);
    }

    [Fact]
    public void Non_validees_bloque_quel_que_soit_le_nombre_de_semaines() => Etat(2019, new Pfmp(26, false)).Should().Be(EtatPfmp.NonValidees);

    [Theory]
    [InlineData(Categorie.Apprenti)]
    [InlineData(Categorie.FormationContinue)]
    [InlineData(Categorie.EnseignementDistance)]
    [InlineData(Categorie.Experience3Ans)]
    public void Hors_scolaire_seule_la_validation_compte(Categorie categorie)
    {
        Etat(2019, null, categorie).Should().Be(EtatPfmp.Acquises);
        Etat(2019, new Pfmp(2, true), categorie).Should().Be(EtatPfmp.Acquises);
        Etat(2019, new Pfmp(22, false), categorie).Should().Be(EtatPfmp.NonValidees);
    }

    [Fact]
    public void Un_scolaire_sans_renseignement_reste_provisoire()
    {
        Etat(2019, null).Should().Be(EtatPfmp.NonRenseignees);
        Etat(2019, new Pfmp(null, null)).Should().Be(EtatPfmp.NonRenseignees);
        Etat(2019, new Pfmp(null, true)).Should().Be(EtatPfmp.Acquises);
        Etat(2019, null, Categorie.ExCandidat).Should().Be(EtatPfmp.Acquises);
    }
}
