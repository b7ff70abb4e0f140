using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class RecensementOuJdcTests
{
    private static PieceAttendue Piece(Profil profil, Campagne? campagne = null) => PiecesAttendues.Lister(profil, campagne ?? NancyMetz).Single(p => p.Code == CodesPieces.RecensementOuJdc);

    private static Profil Ne(string naissance) => UnScolaire with { Naissance = Jour(naissance) };

    [Theory]
    [InlineData("1993-02-01", EtatPiece.NonRequise)]
    [InlineData("1998-11-20", EtatPiece.NonRequise)]
    [InlineData("1998-11-21", EtatPiece.AExaminer)]
    [InlineData("1998-12-31", EtatPiece.AExaminer)]
    [InlineData("1999-01-01", EtatPiece.Requise)]
    [InlineData("2005-03-03", EtatPiece.Requise)]
    [InlineData("2007-11-20", EtatPiece.Requise)]
    [InlineData("2007-11-21", EtatPiece.NonRequise)]
    public void De_seize_a_vingt_cinq_ans_selon_la_notice_et_la_loi(string naissance, EtatPiece etat) => Piece(Ne(naissance)).Etat.Should().Be(etat);

    [Fact]
    public void Quand_notice_et_loi_different_les_deux_dates_sont_dites()
    {
        var verdict = Recevabilite.Juger(Ne("1998-12-10"), NancyMetz);
        verdict.Alertes.Should().ContainSingle(a => a.Code == "NOTICE_ET_LOI").Which.Phrase.Should().Contain("31/12/2023").And.Contain("20/11/2023").And.Contain("10/12/2023").And.Contain("L. 114-6");
        verdict.Pieces.Single(p => p.Code == CodesPieces.RecensementOuJdc).Motif.Should().Contain("10/12/2023");
    }

    [Fact]
    public void Une_piece_sur_laquelle_les_textes_se_contredisent_n_annule_jamais_d_office()
    {
        var profil = Ne("1998-12-10");
        profil = profil with { Envoi = profil.Envoi! with { Manquantes = [CodesPieces.RecensementOuJdc] } };
        var verdict = Recevabilite.Juger(profil, NancyMetz);
        verdict.Recevable.Should().Be(Recevable.AExaminer);
        verdict.Decisions.Should().ContainSingle(d => d.Code == "ANNULATION").Which.Valeur.Should().Be("NON");
    }

    [Theory]
    [InlineData(false, EtatPiece.NonRequise)]
    [InlineData(null, EtatPiece.APreciser)]
    public void Un_etranger_n_est_pas_concerne_et_sans_reponse_la_piece_reste_a_preciser(bool? francais, EtatPiece etat)
    {
        var piece = Piece(UnScolaire with { NationaliteFrancaise = francais });
        piece.Etat.Should().Be(etat);
        if (etat == EtatPiece.APreciser)
            piece.Motif.Should().Contain("nationalité");
    }

    [Fact]
    public void A_trente_ans_la_nationalite_n_est_pas_demandee() => Piece(Ne("1993-02-01") with { NationaliteFrancaise = null }).Should().Match<PieceAttendue>(p => p.Etat == EtatPiece.NonRequise && p.Questions.Count == 0);

    [Fact]
    public void Sans_date_de_naissance_la_piece_reste_a_preciser() => Piece(UnScolaire with { Naissance = null }).Should().Match<PieceAttendue>(p => p.Etat == EtatPiece.APreciser && p.Questions.Contains("naissance"));

    [Fact]
    public void Une_campagne_qui_suit_la_loi_n_a_pas_de_contradiction()
    {
        var profil = new Profil { InscritLe = Heure("2016-11-01T10:00"), NationaliteFrancaise = true };
        Piece(profil with { Naissance = Jour("1991-11-02") }, AixMarseille).Etat.Should().Be(EtatPiece.Requise);
        Piece(profil with { Naissance = Jour("1991-11-01") }, AixMarseille).Etat.Should().Be(EtatPiece.NonRequise);
    }

    [Theory]
    [InlineData(Verite.Inconnu, Verite.Faux, EtatPiece.APreciser)]
    [InlineData(Verite.Vrai, Verite.Inconnu, EtatPiece.APreciser)]
    [InlineData(Verite.Vrai, Verite.Faux, EtatPiece.AExaminer)]
    [InlineData(Verite.Vrai, Verite.Vrai, EtatPiece.Requise)]
    public void Une_lecture_inconnue_ne_contredit_pas_l_autre(Verite notice, Verite loi, EtatPiece etat) => RecensementOuJdc.Reunir(new Evaluation(notice, []), new Evaluation(loi, [])).Etat.Should().Be(etat);
}
