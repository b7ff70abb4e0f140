using AwesomeAssertions;
using Rebond.Regles.Inscription.Profils;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class SignatureConfirmationTests
{
    [Theory]
    [InlineData("2005-11-20", "CANDIDAT")]
    [InlineData("2005-11-21", "CANDIDAT_ET_RESPONSABLE")]
    [InlineData("2007-01-01", "CANDIDAT_ET_RESPONSABLE")]
    public void Un_mineur_fait_signer_son_responsable_legal(string naissance, string valeur) =>
        SignatureConfirmation.Constater(UnScolaire with { Naissance = Jour(naissance) }, NancyMetz).Valeur.Should().Be(valeur);

    [Fact]
    public void Un_mineur_est_signale_et_une_signature_manquante_demande_un_examen()
    {
        var mineur = UnScolaire with { Naissance = Jour("2006-06-01") };
        Recevabilite.Juger(mineur, NancyMetz).Alertes.Should().ContainSingle(a => a.Code == "MINEUR");
        Recevabilite.Juger(mineur with { Signatures = new Signatures(true, true) }, NancyMetz).Recevable.Should().Be(Recevable.Oui);
        Recevabilite.Juger(mineur with { Signatures = new Signatures(true, false) }, NancyMetz).Recevable.Should().Be(Recevable.AExaminer);
        Recevabilite.Juger(UnScolaire with { Signatures = new Signatures(true, false) }, NancyMetz).Recevable.Should().Be(Recevable.Oui, "un majeur signe seul");
        Recevabilite.Juger(UnScolaire with { Signatures = new Signatures(false, null) }, NancyMetz).Recevable.Should().Be(Recevable.AExaminer);
    }

    [Fact]
    public void La_signature_rend_les_choix_definitifs() => SignatureConfirmation.Constater(UnScolaire, NancyMetz).Phrase.Should().Contain("définitifs");

    [Fact]
    public void Sans_date_de_naissance_la_question_est_posee() => SignatureConfirmation.Constater(UnScolaire with { Naissance = null }, NancyMetz).Questions.Should().Equal("naissance");

    [Fact]
    public void Une_campagne_ou_signer_ne_fige_rien_ne_le_pretend_pas() =>
        SignatureConfirmation.Constater(UnScolaire, NancyMetz with { Signature = NancyMetz.Signature with { RendDefinitif = false } }).Phrase.Should().Be("Le candidat signe la confirmation.");

    [Fact]
    public void Qui_devient_majeur_dans_l_annee_doit_dire_quand_il_s_inscrit() =>
        SignatureConfirmation.Constater(UnScolaire with { Naissance = Jour("2005-12-15"), InscritLe = null }, NancyMetz).Questions.Should().Equal("inscritLe");
}
