using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class AttributionMentionTests
{
    private static Mention Attribuer(TypeExamen examen, int annee, byte palier, bool conservees = false) =>
        AttributionMention.Attribuer(VersionDroit.Pour(examen, SessionExamen.Juin(annee)), palier, conservees, default(SansTrace));

    [Theory]
    [InlineData(2, Mention.Aucune)]
    [InlineData(3, Mention.AssezBien)]
    [InlineData(4, Mention.Bien)]
    [InlineData(5, Mention.TresBien)]
    public void Un_palier_une_mention(byte palier, Mention attendue)
    {
        Attribuer(TypeExamen.BacPro, 2019, palier).Should().Be(attendue);
        Attribuer(TypeExamen.BacGeneral, 2022, palier).Should().Be(attendue);
    }

    [Fact]
    public void Les_felicitations_du_bac_pro_commencent_en_2024()
    {
        Attribuer(TypeExamen.BacPro, 2023, 6).Should().Be(Mention.TresBien);
        Attribuer(TypeExamen.BacPro, 2024, 6).Should().Be(Mention.TresBienFelicitations);
        Attribuer(TypeExamen.BacTechnologique, 2020, 6).Should().Be(Mention.TresBienFelicitations);
    }

    [Fact]
    public void Conserver_retire_la_mention_en_GT_seulement()
    {
        Attribuer(TypeExamen.BacPro, 2019, 5, conservees: true).Should().Be(Mention.TresBien);
        Attribuer(TypeExamen.BacGeneral, 2020, 5, conservees: true).Should().Be(Mention.Aucune);
        Attribuer(TypeExamen.BacTechnologique, 2020, 5, conservees: true).Should().Be(Mention.Aucune);
    }
}
