using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class UnitesAcquisesTests
{
    [Fact]
    public void Une_unite_est_acquise_a_partir_de_dix()
    {
        var dossier = Donnees.UnBacPro(2019, 8, "GA-2012", ("U11", 9.5m), ("U12", 10), ("U2", 10.5m)).Avec("U31", EtatUnite.Conservee(Note.De(12), SessionExamen.Juin(2018)))
            .Avec("U32", EtatUnite.Absent).Avec("U33", EtatUnite.AbsentJustifie).Avec("U34", EtatUnite.Dispense).Facultative("UF1", 15);
        Resultat.Conclure(dossier).UnitesAcquises.Should().Equal("U12", "U2", "U31");
    }

    [Fact]
    public void Le_texte_change_a_la_session_2022()
    {
        UnitesAcquises.Fondement(VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2021))).Should().Be(UnitesAcquises.BacPro);
        UnitesAcquises.Fondement(VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2022))).Should().Be(UnitesAcquises.BacPro2022);
    }

    [Fact]
    public void En_2021_ce_sont_les_notes_brutes()
    {
        var conclusion = Resultat.Conclure(Donnees.UnBacPro(2021, 8, "GA-2012", ("U51", 15), ("U11", 15)));
        conclusion.CodesMotifs().Should().Contain("DEUX_MEILLEURES_2021");
        conclusion.UnitesAcquises.Should().Equal("U11", "U51");
    }

    [Fact]
    public void L_oral_de_controle_peut_faire_acquerir_une_unite_depuis_2022()
    {
        var dossier = Donnees.UnBacPro(2022, 9, "GA-2012", ("U2", 10), ("U31", 10), ("U32", 10), ("U33", 10)).Repasse(("U12", 11), ("U51", 9));
        Resultat.Conclure(dossier).UnitesAcquises.Should().Contain("U12").And.NotContain("U51");
    }

    [Fact]
    public void Depuis_2022_le_GT_ne_garde_que_les_epreuves_terminales_du_premier_groupe()
    {
        Resultat.Conclure(Donnees.UnGt(2022, 12, "BG-2022"), avecBascule: false).UnitesAcquises.Should().Contain("PHILOSOPHIE").And.NotContain(["FRANCAIS_ECRIT", "HISTOIRE_GEOGRAPHIE"]);
        Resultat.Conclure(Donnees.UnGt(2020), avecBascule: false).UnitesAcquises.Should().Contain(["PHILOSOPHIE", "FRANCAIS_ECRIT"]);
        Resultat.Conclure(Donnees.UnGt(2021, 12, "BG-2021"), avecBascule: false).UnitesAcquises.Should().Contain("FRANCAIS_ECRIT");
        Resultat.Conclure(Donnees.UnGt(2020, 9).Repasse(("PHILOSOPHIE", 15)), avecBascule: false).UnitesAcquises.Should().NotContain("PHILOSOPHIE", "la note du second groupe ne se garde pas");
    }
}
