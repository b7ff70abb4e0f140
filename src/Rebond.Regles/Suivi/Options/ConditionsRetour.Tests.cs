using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Options;

/// <summary>Rentrer dans un lycée quand on n'y est pas, ou plus : avec un CAP, sans diplôme, ou parce qu'on n'est plus élève.</summary>
public sealed class ConditionsRetourTests
{
    private const EtatCondition Oui = EtatCondition.Remplie;
    private const EtatCondition Non = EtatCondition.Manquante;
    private const EtatCondition Inconnu = EtatCondition.Inconnue;

    private static DateOnly Jour(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<SessionPassee> En2026(ResultatSession resultat) => [new(SessionExamen.Juin(2026), resultat, null, new Dictionary<string, Note>())];

    private static readonly ProfilSuivi Sorti = new() { Aujourdhui = Jour("2026-07-08"), Naissance = Jour("2006-03-03"), Statut = StatutSuivi.Sans, Sessions = [], Diplomes = [], EnFormation = false, FinScolarite = Jour("2024-07-04") };
    private static readonly ProfilSuivi Eleve = Sorti with { Statut = StatutSuivi.Lyceen, EnFormation = true, FinScolarite = null };

    private static OptionSuivi Retour(ProfilSuivi profil) => OptionsDeSuivi.Repondre(profil, CodeOption.RetourScolaire);

    private static void Dit(ProfilSuivi profil, EtatCondition etat, string phrase) => (Retour(profil).Conditions[0].Etat, Retour(profil).Conditions[0].Phrase).Should().Be((etat, phrase));

    private const string AUnCap = "Vous avez un CAP. Il permet d'entrer en première de bac pro.";
    private const string CapInconnu = "Avez-vous un CAP ? Il permet d'entrer en première de bac pro.";
    private const string DejaEleve = "Vous êtes déjà élève d'un lycée. Pour y rester, d'autres voies sont faites pour vous.";
    private const string SiPlusEleve = "Cela sert si vous n'êtes plus élève d'un lycée.";
    private const string PlusEleve = "Vous n'êtes pas, ou plus, élève d'un lycée.";
    private const string Recu = "Vous avez eu votre examen. Il n'y a rien à refaire.";

    [Fact]
    public void Un_CAP_ouvre_la_premiere_de_bac_pro()
    {
        var option = Retour(Sorti with { Diplomes = [Diplome.Cap] });
        (option.Etat, option.Phrase, option.Fondement).Should().Be((EtatOption.Possible, "Avec votre CAP, vous pouvez entrer en première de bac pro, s'il reste une place.", RetourScolaire.ApresCap));
        Dit(Sorti with { Diplomes = [Diplome.Cap] }, Oui, AUnCap);
        Dit(Sorti with { Examen = ExamenPrepare.Cap, Sessions = En2026(ResultatSession.Admis), Diplomes = [] }, Oui, AUnCap);
        Dit(Eleve with { Diplomes = [Diplome.Cap, Diplome.Dnb] }, Oui, AUnCap);
    }

    [Fact]
    public void Sans_CAP_le_retour_n_est_pas_un_droit()
    {
        var option = Retour(Sorti);
        (option.Etat, option.Phrase, option.Fondement).Should().Be((EtatOption.Possible, "Vous pouvez reprendre les cours dans un lycée, s'il reste une place. Ce n'est pas un droit : le lycée ou la commission décide.", RetourScolaire.SansDiplome));
        Retour(Sorti with { Statut = StatutSuivi.Apprenti }).Fondement.Should().Be(RetourScolaire.ApresApprentissage);
    }

    /// <summary>La première de bac professionnel ne se refait pas avec un bac, même si l'on a aussi un CAP.</summary>
    [Theory]
    [InlineData(Diplome.BacPro)]
    [InlineData(Diplome.BacProAgricole)]
    [InlineData(Diplome.BacGeneral)]
    [InlineData(Diplome.BacTechnologique)]
    [InlineData(Diplome.Bts)]
    public void Un_bac_ou_plus_ne_ramene_pas_en_premiere(Diplome diplome)
    {
        Dit(Sorti with { Diplomes = [Diplome.Cap, diplome] }, Oui, PlusEleve);
        Dit(Eleve with { Diplomes = [diplome, Diplome.Cap] }, Non, DejaEleve);
    }

    [Fact]
    public void Un_eleve_qui_n_a_pas_de_CAP_reste_ou_il_est()
    {
        Dit(Eleve, Non, DejaEleve);
        Dit(Eleve with { Examen = ExamenPrepare.BacPro }, Non, DejaEleve);
        Dit(Eleve with { Sessions = null, Examen = ExamenPrepare.BacPro }, Non, DejaEleve);
        Retour(Eleve).Etat.Should().Be(EtatOption.AucunDroitTrouve);
    }

    /// <summary>Ne pas savoir si l'examen a été réussi, ni quels diplômes on a, laisse la porte ouverte.</summary>
    [Fact]
    public void Un_eleve_dont_on_ne_sait_pas_s_il_a_le_CAP_n_est_pas_ecarte()
    {
        Dit(Eleve with { Sessions = null, Diplomes = [Diplome.Cap] }, Inconnu, SiPlusEleve);
        Dit(Eleve with { Sessions = null }, Inconnu, SiPlusEleve);
        Dit(Eleve with { Sessions = null, Examen = ExamenPrepare.Cap }, Inconnu, SiPlusEleve);
        Dit(Eleve with { Diplomes = null }, Inconnu, SiPlusEleve);
        Dit(Sorti with { Sessions = null, Diplomes = null }, Oui, PlusEleve);
    }

    [Fact]
    public void Qui_vient_d_etre_recu_n_y_revient_que_par_un_CAP()
    {
        var recu = Eleve with { Sessions = En2026(ResultatSession.Admis) };
        Dit(recu with { Examen = ExamenPrepare.BacPro }, Non, Recu);
        Dit(recu with { Examen = ExamenPrepare.Bma, Diplomes = [Diplome.Dnb] }, Non, Recu);
        Dit(recu with { Examen = ExamenPrepare.Bma, Diplomes = null }, Inconnu, CapInconnu);
        Dit(recu with { Examen = null }, Inconnu, CapInconnu);
    }

    [Fact]
    public void Qui_a_rate_son_examen_a_d_autres_voies_que_le_CAP() => Dit(Eleve with { Sessions = En2026(ResultatSession.Ajourne), Diplomes = [Diplome.Cap] }, Non, DejaEleve);

    [Fact]
    public void Ancien_eleve_dont_une_rentree_est_passee_est_hors_du_lycee()
    {
        var ancien = Eleve with { EnFormation = false };
        Dit(ancien with { FinScolarite = Jour("2025-07-04") }, Oui, PlusEleve);
        Dit(ancien with { FinScolarite = Jour("2026-07-03") }, Non, DejaEleve);
    }

    [Fact]
    public void Le_diplome_qui_vient_d_etre_obtenu_s_ajoute_aux_autres()
    {
        var bachelier = Sorti with { Examen = ExamenPrepare.BacGeneral, Sessions = En2026(ResultatSession.Admis) };
        OptionsDeSuivi.Repondre(bachelier with { Diplomes = [] }, CodeOption.RetourEnFormation).Etat.Should().NotBe(EtatOption.AucunDroitTrouve, "un bac général ne qualifie pas pour un métier");
        OptionsDeSuivi.Repondre(bachelier with { Diplomes = [Diplome.Cap] }, CodeOption.RetourEnFormation).Etat.Should().Be(EtatOption.AucunDroitTrouve);
    }

    [Fact]
    public void Etre_en_formation_ne_ferme_pas_le_droit_de_revenir_il_est_pour_apres()
    {
        var option = OptionsDeSuivi.Repondre(Sorti with { Statut = StatutSuivi.Lyceen, EnFormation = true }, CodeOption.RetourEnFormation);
        option.Etat.Should().NotBe(EtatOption.Droit);
        option.Phrase.Should().NotStartWith("Vous avez le droit");
    }

    [Theory]
    [InlineData(ResultatSession.Ajourne, "Vous aurez peut-être le droit de revenir dans votre lycée. Regardez plus bas ce qui reste à savoir.", null)]
    [InlineData(ResultatSession.Ajourne, null, ExamenPrepare.BacPro)]
    public void Ce_qui_manque_encore_a_un_droit_se_dit_au_conditionnel(ResultatSession resultat, string? phrase, ExamenPrepare? examen)
    {
        var option = OptionsDeSuivi.Repondre(Eleve with { Sessions = En2026(resultat), Examen = examen }, CodeOption.RepreparationOrigine);
        option.Etat.Should().Be(phrase is null ? EtatOption.Droit : EtatOption.Possible);
        if (phrase is not null)
            option.Phrase.Should().Be(phrase);
    }
}
