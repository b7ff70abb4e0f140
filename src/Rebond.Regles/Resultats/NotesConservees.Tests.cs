using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class NotesConserveesTests
{
    private static IReadOnlyList<string> Anomalies(decimal note, SessionExamen origine, Forme forme = Forme.Globale) =>
        ControleDossier.Anomalies(Donnees.UnBacPro(2020).Avec("U12", EtatUnite.Conservee(Note.De(note), origine)) with { Forme = forme });

    [Theory]
    [InlineData(9.5, 1)]
    [InlineData(10, 0)]
    [InlineData(10.5, 0)]
    public void En_forme_globale_une_note_se_garde_a_partir_de_dix(double note, int anomalies) => Anomalies((decimal)note, SessionExamen.Juin(2019)).Should().HaveCount(anomalies);

    [Fact]
    public void En_forme_progressive_une_note_sous_dix_se_reporte() => Anomalies(4, SessionExamen.Juin(2019), Forme.Progressive).Should().BeEmpty();

    [Fact]
    public void La_phrase_dit_pourquoi_la_note_ne_se_garde_pas()
    {
        Anomalies(9.5m, SessionExamen.Juin(2019)).Single().Should().Contain("sous 10").And.Contain("D. 337-78");
        Anomalies(12, new SessionExamen(2015, 5)).Single().Should().Contain("plus de cinq ans").And.Contain("2015-05");
        Anomalies(12, SessionExamen.Juin(2020)).Single().Should().Contain("antérieure");
        Anomalies(12, SessionExamen.Juin(2021)).Single().Should().Contain("antérieure");
        Anomalies(9, SessionExamen.Juin(2014)).Should().HaveCount(2, "deux raisons sont dites toutes les deux");
    }

    [Fact]
    public void En_GT_une_note_sous_dix_ne_se_garde_jamais()
    {
        var dossier = Donnees.UnGt(2020).Avec("PHILOSOPHIE", EtatUnite.Conservee(Note.De(9), SessionExamen.Juin(2019))) with { Forme = Forme.Progressive };
        ControleDossier.Anomalies(dossier).Single().Should().Contain("D. 334-13, D. 336-13");
    }

    [Fact]
    public void Une_facultative_conservee_suit_la_meme_duree()
    {
        var dossier = Donnees.UnBacPro(2020) with { Facultatives = new Dictionary<string, EtatUnite> { ["UF1"] = EtatUnite.Conservee(Note.De(14), SessionExamen.Juin(2014)) } };
        ControleDossier.Anomalies(dossier).Single().Should().StartWith("UF1").And.Contain("cinq ans");
    }
}
