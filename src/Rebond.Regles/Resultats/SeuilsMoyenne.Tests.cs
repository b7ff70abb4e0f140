using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class SeuilsMoyenneTests
{
    [Theory]
    [InlineData("215.5", TrancheMoyenne.Sous8, "MOYENNE_SOUS_8")]
    [InlineData("216", TrancheMoyenne.De8A10, "MOYENNE_ENTRE_8_ET_10")]
    [InlineData("216.5", TrancheMoyenne.De8A10, "MOYENNE_ENTRE_8_ET_10")]
    [InlineData("269.5", TrancheMoyenne.De8A10, "MOYENNE_ENTRE_8_ET_10")]
    [InlineData("270", TrancheMoyenne.AuMoins10, "MOYENNE_AU_MOINS_10")]
    [InlineData("540", TrancheMoyenne.AuMoins10, "MOYENNE_AU_MOINS_10")]
    public void Huit_compris_dix_exclu_entre_les_deux(string points, TrancheMoyenne attendue, string motif)
    {
        var version = VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2019));
        var moyenne = new Moyenne((long)(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture) * 200), 54);
        var recit = new Recit { Chiffres = new Chiffres { Moyenne = moyenne } };
        SeuilsMoyenne.Lire(version, ArrondiMoyenne.Palier(version, moyenne), new AvecTrace(recit)).Should().Be(attendue);
        recit.Motifs.Should().ContainSingle().Which.Should().Match<Motif>(m => m.Code == motif && m.Phrase.Contains(moyenne.Afficher()));
    }

    [Fact]
    public void Le_texte_suit_l_examen_et_la_session()
    {
        static Motif Motif(DossierExamen dossier) => Resultat.Conclure(dossier, avecBascule: false).Motifs.Single(m => m.Code == "MOYENNE_AU_MOINS_10");
        Motif(Donnees.UnBacPro(2021)).Fondement.Should().Be(AccesEpreuveControle.Article2009);
        Motif(Donnees.UnBacPro(2022)).Fondement.Should().Be(AccesEpreuveControle.Article2022);
        Motif(Donnees.UnGt(2020)).Fondement.Should().Be(SeuilsMoyenne.General);
        Motif(Donnees.UnGt(2020, 12, "STMG")).Fondement.Should().Be(SeuilsMoyenne.Technologique);
    }
}
