using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class RecevabiliteTests
{
    private static Profil Envoye(EnvoiPieces envoi) => UnScolaire with { Envoi = envoi };

    private static string? Valeur(VerdictInscription verdict, string code) => verdict.Decisions.SingleOrDefault(d => d.Code == code)?.Valeur;

    [Fact]
    public void Un_dossier_complet_dans_les_delais_est_recevable()
    {
        var verdict = Recevabilite.Juger(UnScolaire, NancyMetz);
        verdict.Recevable.Should().Be(Recevable.Oui);
        verdict.Pieces.Select(p => p.Code).Should().Equal(CodesPieces.ConfirmationSignee, CodesPieces.PieceIdentite, CodesPieces.RecensementOuJdc);
        verdict.Ecartees.Should().HaveCount(NancyMetz.Pieces.Count - 3).And.OnlyContain(p => p.Motif.Length > 10);
        verdict.Decisions.Should().OnlyContain(d => d.Fondement.Texte.Length > 0 && d.Phrase.EndsWith('.'));
        Valeur(verdict, "ANNULATION").Should().Be("NON");
    }

    [Fact]
    public void Une_piece_manquante_a_Nancy_Metz_expose_a_l_annulation_qu_un_agent_prononce()
    {
        var verdict = Recevabilite.Juger(Envoye(UnScolaire.Envoi! with { Manquantes = [CodesPieces.PieceIdentite] }), NancyMetz);
        verdict.Recevable.Should().Be(Recevable.Non);
        Valeur(verdict, "DOSSIER").Should().Be("INCOMPLET");
        verdict.Decisions.Single(d => d.Code == "ANNULATION").Should().Match<Constat>(c => c.Valeur == "ENCOURUE" && c.Phrase.Contains("agent"));
        verdict.Pieces.Single(p => p.Code == CodesPieces.PieceIdentite).Etat.Should().Be(EtatPiece.Manquante);
    }

    [Fact]
    public void Tant_que_la_date_n_est_pas_passee_le_dossier_se_complete()
    {
        var profil = Envoye(UnScolaire.Envoi! with { Cachet = Jour("2023-12-01"), Manquantes = [CodesPieces.PieceIdentite] });
        Recevabilite.Juger(profil with { Aujourdhui = Jour("2023-12-09") }, NancyMetz).Should().Match<VerdictInscription>(v => v.Recevable == Recevable.AExaminer && Valeur(v, "ANNULATION") == "NON");
        Recevabilite.Juger(profil with { Aujourdhui = Jour("2023-12-10") }, NancyMetz).Should().Match<VerdictInscription>(v => v.Recevable == Recevable.Non && Valeur(v, "ANNULATION") == "ENCOURUE");
    }

    [Fact]
    public void Une_campagne_qui_relance_n_annule_pas()
    {
        var campagne = NancyMetz with { Reception = NancyMetz.Reception with { Incomplet = EffetIncomplet.Relance } };
        var verdict = Recevabilite.Juger(Envoye(UnScolaire.Envoi! with { Manquantes = [CodesPieces.PieceIdentite] }), campagne);
        (verdict.Recevable, Valeur(verdict, "RELANCE"), Valeur(verdict, "ANNULATION")).Should().Be((Recevable.AExaminer, "PREVUE", null));
        Recevabilite.Juger(Envoye(UnScolaire.Envoi! with { Cachet = Jour("2023-12-20") }), campagne).Recevable.Should().Be(Recevable.AExaminer);
    }

    [Fact]
    public void Une_notice_muette_sur_le_dossier_incomplet_laisse_une_personne_decider()
    {
        var profil = UnCandidat(Categorie.ExCandidat) with { InscritLe = Heure("2014-11-01T10:00"), Envoi = new EnvoiPieces(Canal.Poste, Jour("2014-12-20"), null, []) };
        var verdict = Recevabilite.Juger(profil, Reims);
        (verdict.Recevable, Valeur(verdict, "ENVOI"), Valeur(verdict, "ANNULATION")).Should().Be((Recevable.AExaminer, "REFUSE", "A_EXAMINER"));
    }

    [Fact]
    public void Une_liste_de_pieces_incomplete_n_est_jamais_dite_complete()
    {
        var profil = UnScolaire with { InscritLe = Heure("2014-11-01T10:00"), Envoi = new EnvoiPieces(Canal.Poste, Jour("2014-12-01"), null, []) };
        Recevabilite.Juger(profil, Reims).Decisions.Single(d => d.Code == "DOSSIER").Valeur.Should().Be("A_EXAMINER");
    }

    [Fact]
    public void Ne_pas_pouvoir_fournir_une_piece_se_fait_examiner()
    {
        var envoi = UnScolaire.Envoi! with { Manquantes = [CodesPieces.PieceIdentite], Empechees = [CodesPieces.PieceIdentite] };
        Recevabilite.Juger(Envoye(envoi), NancyMetz).Should().Match<VerdictInscription>(v => v.Recevable == Recevable.AExaminer && Valeur(v, "ANNULATION") == "NON");
        envoi = envoi with { Manquantes = [CodesPieces.PieceIdentite, CodesPieces.ConfirmationSignee] };
        Recevabilite.Juger(Envoye(envoi), NancyMetz).Recevable.Should().Be(Recevable.Non, "l'autre pièce manque sans raison");
    }

    [Fact]
    public void Une_piece_non_demandee_peut_manquer()
    {
        var verdict = Recevabilite.Juger(Envoye(UnScolaire.Envoi! with { Manquantes = [CodesPieces.CertificatsTravail] }), NancyMetz);
        verdict.Recevable.Should().Be(Recevable.Oui);
        verdict.Alertes.Should().ContainSingle(a => a.Code == "MANQUE_SANS_EFFET");
    }

    [Fact]
    public void Une_piece_a_preciser_empeche_de_dire_oui()
    {
        var verdict = Recevabilite.Juger(UnScolaire with { NationaliteFrancaise = null }, NancyMetz);
        verdict.Recevable.Should().Be(Recevable.AExaminer);
        verdict.Decisions.Single(d => d.Code == "DOSSIER").Questions.Should().Equal("nationaliteFrancaise");
    }

    [Fact]
    public void Avant_l_envoi_la_liste_est_donnee_et_rien_n_est_conclu()
    {
        var verdict = Recevabilite.Juger(UnScolaire with { Envoi = null }, NancyMetz);
        (verdict.Recevable, Valeur(verdict, "ENVOI"), Valeur(verdict, "ANNULATION")).Should().Be((Recevable.AExaminer, "ATTENDU", null));
        verdict.Pieces.Should().HaveCount(3).And.OnlyContain(p => p.Limite == Jour("2023-12-09"));
    }

    [Fact]
    public void Un_profil_vide_a_des_questions_et_ne_perd_aucune_piece()
    {
        var verdict = Recevabilite.Juger(new Profil(), NancyMetz);
        verdict.Recevable.Should().Be(Recevable.AExaminer);
        verdict.Pieces.Where(p => p.Etat == EtatPiece.Requise).Select(p => p.Code).Should().Equal(CodesPieces.ConfirmationSignee, CodesPieces.PieceIdentite);
        verdict.Pieces.Should().HaveCount(NancyMetz.Pieces.Count, "rien n'est écarté faute de réponse");
        verdict.Pieces.Where(p => p.Etat == EtatPiece.APreciser).Should().OnlyContain(p => p.Questions.Count > 0 && p.Motif.Contains('?'));
    }

    [Fact]
    public void Les_diplomes_de_dispense_s_instruisent_sans_changer_la_recevabilite()
    {
        var verdict = Recevabilite.Juger(UnScolaire with { DispensesDemandees = true }, NancyMetz);
        (verdict.Recevable, Valeur(verdict, "DISPENSES")).Should().Be((Recevable.Oui, "A_INSTRUIRE"));
        verdict.Pieces.Should().Contain(p => p.Code == CodesPieces.DiplomesDispense && p.Etat == EtatPiece.Requise);
    }

    [Fact]
    public void Un_dossier_de_specialite_est_annonce_avec_sa_date()
    {
        var dossier = NancyMetz.DossiersSpecialite[0] with { Specialites = ["40025214"], Limite = Jour("2024-02-15") };
        var campagne = NancyMetz with { DossiersSpecialite = [dossier] };
        Recevabilite.Juger(UnScolaire, campagne).Alertes.Should().ContainSingle(a => a.Code == "DOSSIER_DE_SPECIALITE").Which.Phrase.Should().Be(
            "Dossier propre à la spécialité, au plus tard le 15/02/2024. À envoyer par la poste à la division des examens et concours, à la date publiée sur la page de l'académie.");
        Recevabilite.Juger(UnScolaire, NancyMetz with { DossiersSpecialite = [dossier with { Limite = null, Phrase = null }] }).Alertes.Should().ContainSingle(a => a.Code == "DOSSIER_DE_SPECIALITE").Which.Phrase.Should().Be(
            "Dossier propre à la spécialité, date à consulter sur la page de l'académie.");
        Recevabilite.Juger(UnScolaire with { Specialite = "40031217" }, campagne).Alertes.Should().NotContain(a => a.Code == "DOSSIER_DE_SPECIALITE");
        Recevabilite.Juger(UnScolaire with { Specialite = null }, campagne).Alertes.Should().ContainSingle(a => a.Code == "DOSSIER_DE_SPECIALITE").Which.Phrase.Should().Contain("si la spécialité");
    }

    [Fact]
    public void Un_cachet_apres_la_reception_est_signale() =>
        Recevabilite.Juger(Envoye(UnScolaire.Envoi! with { Cachet = Jour("2023-12-08"), Recu = Jour("2023-12-07") }), NancyMetz).Alertes.Should().ContainSingle(a => a.Code == "DATES_INCOHERENTES");

    [Fact]
    public void Le_dossier_a_controler_dit_si_rien_n_est_envoye_ou_si_rien_n_est_controle()
    {
        string Phrase(EnvoiPieces? envoi) => Recevabilite.Juger(UnScolaire with { Envoi = envoi }, NancyMetz).Decisions.Single(d => d.Code == "DOSSIER").Phrase;
        Phrase(null).Should().Be("Rien n'est encore envoyé.");
        Phrase(new EnvoiPieces(Canal.Poste, Jour("2023-12-01"))).Should().Be("Le contenu de l'envoi n'est pas encore contrôlé.");
    }

    [Fact]
    public void Une_piece_dispensee_que_rien_ne_remplace_dit_ce_qui_en_dispense()
    {
        var campagne = NancyMetz with { Pieces = [.. NancyMetz.Pieces.Where(p => p.Remplace is null)] };
        PiecesAttendues.Lister(UnScolaire with { TravailEnHauteur = true, Rqth = true }, campagne).Single(p => p.Code == CodesPieces.AttestationHauteur)
            .Motif.Should().Be("Dispense : « Avez-vous une reconnaissance de la qualité de travailleur handicapé ? » : oui.");
    }

    /// <summary>Au bac pro, le code ; ailleurs, la ligne de la notice qui demande les diplômes, sinon celle de l'envoi.</summary>
    [Fact]
    public void Une_dispense_demandee_cite_le_texte_de_l_examen()
    {
        var profil = UnScolaire with { DispensesDemandees = true };
        Rebond.Regles.Textes.Fondement Fondement(Campagne campagne) => DispensesDemandees.Constater(profil, campagne)!.Fondement;
        Fondement(NancyMetz).Should().Be(DispensesDemandees.BacPro);
        Fondement(AixMarseille).Should().Be(AixMarseille.Reception.Source.EnFondement());
        var piece = NancyMetz.Piece(CodesPieces.DiplomesDispense)!;
        Fondement(AixMarseille with { Pieces = [piece] }).Should().Be(piece.Source.EnFondement());
        DispensesDemandees.Constater(UnScolaire, NancyMetz).Should().BeNull();
    }
}
