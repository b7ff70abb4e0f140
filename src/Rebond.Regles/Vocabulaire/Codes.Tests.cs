using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Vocabulaire;

public sealed class CodesTests
{
    [Fact]
    public void Les_codes_publics_sont_ceux_du_contrat()
    {
        Codes.Tous<TypeExamen>().Should().Equal("BAC_PRO", "BAC_PRO_AGRICOLE", "BAC_GENERAL", "BAC_TECHNOLOGIQUE");
        Codes.Tous<Categorie>().Should().Equal("SCOLAIRE", "APPRENTI", "FORMATION_CONTINUE", "ENSEIGNEMENT_DISTANCE", "EXPERIENCE_3_ANS", "EX_CANDIDAT");
        Codes.Tous<Decision>().Should().BeEquivalentTo("ADMIS", "CONTROLE", "SECOND_GROUPE", "AJOURNE", "NON_DELIVRABLE", "REMPLACEMENT", "EN_ATTENTE");
        Codes.Tous<Etat>().Should().BeEquivalentTo("NON_NOTEE", "NOTEE", "CONSERVEE", "ABSENT", "ABSENT_JUSTIFIE", "DISPENSE");
        Codes.Tous<Verification>().Should().Equal("VERIFIE", "A_VERIFIER");
    }

    [Fact]
    public void Un_code_se_relit_et_un_autre_texte_non()
    {
        foreach (var decision in Enum.GetValues<Decision>())
            Codes.Lire<Decision>(decision.Code()).Should().Be(decision);
        Codes.TryLire<Decision>("Admis", out _).Should().BeFalse("un code est en capitales");
        Codes.TryLire<Decision>(null, out _).Should().BeFalse();
        Codes.TryLire<Decision>("", out _).Should().BeFalse();
        FluentActions.Invoking(() => Codes.Lire<Decision>("RECALE")).Should().Throw<FormatException>().WithMessage("*RECALE*Decision*");
    }

    [Theory]
    [InlineData(Mention.Aucune, null)]
    [InlineData(Mention.AssezBien, "AB")]
    [InlineData(Mention.Bien, "B")]
    [InlineData(Mention.TresBien, "TB")]
    [InlineData(Mention.TresBienFelicitations, "TB_FELICITATIONS")]
    public void Le_code_d_une_mention(Mention mention, string? code) => mention.CodeMention().Should().Be(code);
}
