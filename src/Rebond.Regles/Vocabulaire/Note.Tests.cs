using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Vocabulaire;

public sealed class NoteTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("20", 2000)]
    [InlineData("20.00", 2000)]
    [InlineData("12,5", 1250)]
    [InlineData("12.5", 1250)]
    [InlineData(" 9,99 ", 999)]
    public void Une_note_se_lit_avec_une_virgule_ou_un_point(string texte, int centiemes)
    {
        Note.TryLire(texte, out var note).Should().BeTrue();
        note.Centiemes.Should().Be((short)centiemes);
    }

    [Theory]
    [InlineData("20.01")]
    [InlineData("20,5")]
    [InlineData("-0.5")]
    [InlineData("12,345")]
    [InlineData("1 2")]
    [InlineData("1e1")]
    [InlineData("ABS")]
    [InlineData("")]
    [InlineData(null)]
    public void Un_texte_qui_n_est_pas_une_note_n_est_pas_lu(string? texte)
    {
        Note.TryLire(texte, out var note).Should().BeFalse();
        note.Should().Be(Note.Zero);
    }

    [Fact]
    public void Hors_de_l_echelle_ou_au_millieme_une_note_ne_se_construit_pas()
    {
        FluentActions.Invoking(() => Note.DeCentiemes(-1)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Note.DeCentiemes(2001)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Note.De(12.345m)).Should().Throw<ArgumentOutOfRangeException>();
        Note.DeCentiemes(0).Should().Be(Note.Zero);
        Note.DeCentiemes(2000).Should().Be(Note.Vingt);
        Note.DeDemis(20).Should().Be(Note.Dix);
        Note.De(12.34m).Centiemes.Should().Be(1234);
        Note.De(12.34m).Points.Should().Be(12.34m);
    }

    [Fact]
    public void Le_pas_se_lit_sur_la_note()
    {
        foreach (var (note, demi, entier) in new[] { (12m, true, true), (12.5m, true, false), (12.25m, false, false), (12.01m, false, false) })
        {
            Note.De(note).RespectePas(PasDeNote.DemiPoint).Should().Be(demi);
            Note.De(note).RespectePas(PasDeNote.PointEntier).Should().Be(entier);
            Note.De(note).RespectePas(PasDeNote.Centieme).Should().BeTrue();
        }
    }

    [Fact]
    public void Deux_notes_se_comparent()
    {
        var (neuf, dix) = (Note.De(9.5m), Note.Dix);
        ((neuf < dix), (dix < neuf), (neuf > dix), (dix > neuf)).Should().Be((true, false, false, true));
        ((neuf <= dix), (dix <= neuf), (neuf >= dix), (dix >= neuf)).Should().Be((true, false, false, true));
        var autreDix = Note.De(10);
        ((dix < autreDix), (dix > autreDix), (dix <= autreDix), (dix >= autreDix)).Should().Be((false, false, true, true));
        neuf.CompareTo(dix).Should().BeNegative();
    }

    [Fact]
    public void Une_note_s_ecrit_sans_zero_inutile()
    {
        (Note.De(12).ToString(), Note.De(12.5m).ToString(), Note.De(9.99m).ToString()).Should().Be(("12", "12,5", "9,99"));
        (Note.De(12).EnTexteInvariant(), Note.De(12.5m).EnTexteInvariant()).Should().Be(("12", "12.5"));
    }
}
