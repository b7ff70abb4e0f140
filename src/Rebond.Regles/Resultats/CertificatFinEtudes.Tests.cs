using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class CertificatFinEtudesTests
{
    private static Conclusion Conclure(DossierExamen dossier) => Resultat.Conclure(dossier, avecBascule: false);

    private static Motif Motif(DossierExamen dossier, string code) => Conclure(dossier).Motifs.Single(motif => motif.Code == code);

    [Theory]
    [InlineData(7.5, false)]
    [InlineData(8, true)]
    [InlineData(8.5, true)]
    public void L_ajourne_du_bac_pro_qui_a_huit_recoit_le_CFEPS(double note, bool delivre)
    {
        var dossier = Donnees.UnBacPro(2019, (decimal)note);
        Conclure(dossier).Decision.Should().Be(Decision.Ajourne);
        Conclure(dossier).Certificats.Contains("CFEPS").Should().Be(delivre);
        if (delivre)
            Motif(dossier, "CERTIFICAT_CFEPS").Should().Match<Motif>(m => m.Phrase.Contains("aux épreuves obligatoires") && m.Fondement == CertificatFinEtudes.BacPro);
    }

    [Fact]
    public void Les_points_facultatifs_et_le_chef_d_oeuvre_ne_comptent_pas_pour_le_CFEPS()
    {
        // 7,9 aux épreuves obligatoires ; 8,2 avec les points au-dessus de 10.
        var dossier = Donnees.UnBacPro(2019, 8, "GA-2012", ("U12", 5)).Facultative("UF1", 20);
        Conclure(dossier).Decision.Should().Be(Decision.Ajourne);
        Conclure(dossier).Certificats.Should().BeEmpty();
        var oeuvre = Donnees.UnBacPro(2022, 8, "GA-2012", ("U12", 5)) with { ChefDoeuvre = Note.Vingt };
        Conclure(oeuvre).Moyenne!.Value.AuMoins(8).Should().BeTrue();
        Conclure(oeuvre).Certificats.Should().BeEmpty();
        Conclure(Donnees.UnBacPro(2022, 8) with { ChefDoeuvre = Note.Zero }).Certificats.Should().Equal("CFEPS");
    }

    [Theory]
    [InlineData("S", "CFES", 7, false)]
    [InlineData("S", "CFES", 8, true)]
    [InlineData("STMG", "CFETS", 7, false)]
    [InlineData("STMG", "CFETS", 8, true)]
    public void Le_GT_ajourne_apres_le_second_groupe_a_le_sien_a_huit(string table, string certificat, int note, bool delivre)
    {
        var dossier = Donnees.UnGt(2020, note, table).Repasse(("PHILOSOPHIE", 0));
        var conclusion = Conclure(dossier);
        conclusion.Decision.Should().Be(Decision.Ajourne);
        conclusion.Certificats.Should().Equal(delivre ? [certificat] : []);
        if (delivre)
            Motif(dossier, $"CERTIFICAT_{certificat}").Should().Match<Motif>(m => !m.Phrase.Contains("obligatoires") && m.Fondement == (table == "S" ? CertificatFinEtudes.General : CertificatFinEtudes.Technologique));
    }

    [Fact]
    public void En_GT_les_points_des_options_comptent_pour_le_certificat()
    {
        // 8 partout sauf 7 en philosophie : 285/36 sans option, au moins 8 avec les points au-dessus de 10 de la première option.
        var dossier = Donnees.UnGt(2020, 8, "S", ("PHILOSOPHIE", 7)).Facultative("PREMIERE_OPTION", 12).Repasse(("MATHEMATIQUES", 0));
        Conclure(dossier).Should().Match<Conclusion>(c => c.Decision == Decision.Ajourne && c.Moyenne!.Value.AuMoins(8));
        Conclure(dossier).Certificats.Should().Equal("CFES");
    }

    [Fact]
    public void Ni_l_admis_ni_l_autorise_ni_le_bloque_n_ont_de_certificat()
    {
        Conclure(Donnees.UnBacPro(2019, 12)).Certificats.Should().BeEmpty();
        Conclure(Donnees.UnBacPro(2019, 9, "GA-2012", ("U31", 11), ("U32", 11), ("U33", 11))).Certificats.Should().BeEmpty();
        Conclure(Donnees.UnBacPro(2019, 9).Avec("U12", EtatUnite.Absent)).Certificats.Should().BeEmpty();
        Conclure(Donnees.UnGt(2020, 9)).Certificats.Should().BeEmpty();
    }

    [Fact]
    public void L_attestation_des_unites_va_a_qui_en_a_au_moins_une_et_pas_le_diplome()
    {
        Conclure(Donnees.UnBacPro(2019, 7)).Certificats.Should().BeEmpty();
        var une = Donnees.UnBacPro(2019, 7, "GA-2012", ("U12", 10));
        Conclure(une).Certificats.Should().Equal("ATTESTATION_UNITES");
        Motif(une, "ATTESTATION_UNITES").Should().Match<Motif>(m => m.Phrase == "Une unité notée 10 ou plus : une attestation est délivrée." && m.Fondement == UnitesAcquises.BacPro);
        Motif(une.Avec("U6", 14), "ATTESTATION_UNITES").Phrase.Should().StartWith("2 unités notées 10 ou plus");
        Motif(une with { Session = SessionExamen.Juin(2022) }, "ATTESTATION_UNITES").Fondement.Should().Be(UnitesAcquises.BacPro2022);
        Conclure(Donnees.UnBacPro(2019, 12).Avec("U12", EtatUnite.Absent)).Certificats.Should().Equal("ATTESTATION_UNITES");
        Conclure(Donnees.UnBacPro(2019, 12)).Certificats.Should().BeEmpty("l'admis a le diplôme");
        Conclure(Donnees.UnGt(2020, 7, "S", ("PHILOSOPHIE", 12))).Certificats.Should().BeEmpty("le GT n'a pas d'attestation d'unités");
    }

    [Fact]
    public void En_forme_progressive_l_attestation_vient_a_chaque_session()
    {
        var dossier = Donnees.UnBacPro(2019, 12).Avec("U12", EtatUnite.NonNotee);
        Conclure(dossier with { Categorie = Categorie.FormationContinue, Forme = Forme.Progressive }).Certificats.Should().Equal("ATTESTATION_UNITES");
        Conclure(dossier).Certificats.Should().BeEmpty("en forme globale la décision attend seulement une note");
    }
}
