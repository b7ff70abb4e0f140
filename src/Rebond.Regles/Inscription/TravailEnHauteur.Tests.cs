using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class TravailEnHauteurTests
{
    private static Dictionary<string, EtatPiece> Etats(bool? hauteur, bool? rqth) =>
        PiecesAttendues.Lister(UnScolaire with { TravailEnHauteur = hauteur, Rqth = rqth }, NancyMetz).ToDictionary(p => p.Code, p => p.Etat);

    [Theory]
    [InlineData(false, false, EtatPiece.NonRequise, EtatPiece.NonRequise)]
    [InlineData(false, null, EtatPiece.NonRequise, EtatPiece.NonRequise)]
    [InlineData(true, false, EtatPiece.Requise, EtatPiece.NonRequise)]
    [InlineData(true, true, EtatPiece.Dispensee, EtatPiece.Requise)]
    [InlineData(true, null, EtatPiece.APreciser, EtatPiece.APreciser)]
    [InlineData(null, false, EtatPiece.APreciser, EtatPiece.NonRequise)]
    [InlineData(null, true, EtatPiece.Dispensee, EtatPiece.APreciser)]
    [InlineData(null, null, EtatPiece.APreciser, EtatPiece.APreciser)]
    public void L_attestation_ou_ce_qui_en_tient_lieu(bool? hauteur, bool? rqth, EtatPiece attestation, EtatPiece rqthEtCertificat)
    {
        var etats = Etats(hauteur, rqth);
        (etats[CodesPieces.AttestationHauteur], etats[CodesPieces.RqthEtCertificat]).Should().Be((attestation, rqthEtCertificat));
    }

    [Fact]
    public void La_piece_dispensee_dit_ce_qui_la_remplace() =>
        PiecesAttendues.Lister(UnScolaire with { TravailEnHauteur = true, Rqth = true }, NancyMetz).Single(p => p.Code == CodesPieces.AttestationHauteur).Motif.Should().Contain("Justificatif de la qualité de travailleur handicapé");

    [Theory]
    [InlineData(2016, "A_EXAMINER")]
    [InlineData(2017, "ATTESTATION")]
    [InlineData(2024, "ATTESTATION")]
    public void L_arrete_vaut_au_bac_pro_a_compter_de_2017(int annee, string valeur) =>
        TravailEnHauteur.Constater(UnScolaire with { TravailEnHauteur = true }, NancyMetz with { Session = SessionExamen.Juin(annee) })!.Valeur.Should().Be(valeur);

    [Fact]
    public void Au_general_la_question_ne_se_pose_pas() => TravailEnHauteur.Constater(UnScolaire with { TravailEnHauteur = true }, AixMarseille).Should().BeNull();

    [Fact]
    public void La_question_n_est_posee_que_si_la_campagne_demande_l_attestation()
    {
        TravailEnHauteur.Constater(UnScolaire with { TravailEnHauteur = null }, NancyMetz)!.Questions.Should().Equal("travailEnHauteur");
        TravailEnHauteur.Constater(UnScolaire with { TravailEnHauteur = null }, Reims).Should().BeNull();
    }
}
