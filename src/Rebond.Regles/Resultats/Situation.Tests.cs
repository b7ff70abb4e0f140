using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class SituationTests
{
    [Fact]
    public void Chaque_situation_a_sa_place_et_une_seule()
    {
        var situations = Enumerable.Range(0, Situation.Nombre).Select(Situation.DepuisIndex).ToList();
        situations.Should().OnlyHaveUniqueItems();
        situations.Select(s => s.Index).Should().Equal(Enumerable.Range(0, Situation.Nombre));
    }

    [Fact]
    public void Chaque_fait_porte_son_bit()
    {
        var rien = new Situation(3, NiveauPratique.AuMoins10, EtatPfmp.NonValidees, false, false, false, false, false);
        rien.Index.Should().Be(3 + (8 * (1 + (3 * 2))));
        ((rien with { Manque = true }).Index - rien.Index).Should().Be(96);
        ((rien with { AbsenceNonJustifiee = true }).Index - rien.Index).Should().Be(2 * 96);
        ((rien with { AbsenceJustifiee = true }).Index - rien.Index).Should().Be(4 * 96);
        ((rien with { LivretFerme = true }).Index - rien.Index).Should().Be(8 * 96);
        ((rien with { NotesConservees = true }).Index - rien.Index).Should().Be(16 * 96);
    }
}
