using AwesomeAssertions;
using CsCheck;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class ReceptionEnvoiTests
{
    private static readonly DateOnly s_limite = NancyMetz.Reception.Limite!.Value;

    private static Campagne Avec(RegleReception? regle, params Canal[] canaux) => NancyMetz with { Reception = NancyMetz.Reception with { Regle = regle, Canaux = canaux } };

    private static Constat Poste(Campagne campagne, string? cachet, string? recu) =>
        ReceptionEnvoi.Constater(new EnvoiPieces(Canal.Poste, cachet is null ? null : Jour(cachet), recu is null ? null : Jour(recu)), campagne);

    [Theory]
    [InlineData("2023-12-08", null, "ACCEPTE")]
    [InlineData("2023-12-09", null, "ACCEPTE")]
    [InlineData("2023-12-10", null, "REFUSE")]
    [InlineData("2023-12-09", "2023-12-20", "ACCEPTE")]
    [InlineData("2023-12-10", "2023-12-12", "REFUSE")]
    [InlineData(null, "2023-12-09", "ACCEPTE")]
    [InlineData(null, "2023-12-12", "A_EXAMINER")]
    [InlineData(null, null, "A_EXAMINER")]
    [InlineData("2023-12-11", "2023-12-09", "ACCEPTE")]
    public void Le_cachet_fait_foi(string? cachet, string? recu, string valeur) => Poste(NancyMetz, cachet, recu).Valeur.Should().Be(valeur);

    [Theory]
    [InlineData("2023-12-08", "2023-12-09", "ACCEPTE")]
    [InlineData("2023-12-08", "2023-12-11", "A_EXAMINER")]
    [InlineData("2023-12-08", null, "A_EXAMINER")]
    [InlineData("2023-12-10", "2023-12-11", "REFUSE")]
    public void Quand_la_notice_exige_la_reception_la_loi_s_en_tient_au_cachet(string? cachet, string? recu, string valeur)
    {
        var constat = Poste(Avec(RegleReception.Reception, Canal.Poste), cachet, recu);
        constat.Valeur.Should().Be(valeur);
        if (valeur == "A_EXAMINER")
            constat.Fondement.Should().Be(ReceptionEnvoi.Crpa);
    }

    [Theory]
    [InlineData("2014-12-10", null, "ACCEPTE")]
    [InlineData("2014-12-11", null, "REFUSE")]
    [InlineData(null, "2014-12-10", "ACCEPTE")]
    public void Quand_la_notice_se_tait_le_cachet_suffit_selon_la_loi_du_moment(string? cachet, string? recu, string valeur)
    {
        var constat = Poste(Reims, cachet, recu);
        constat.Valeur.Should().Be(valeur);
        if (valeur == "ACCEPTE" && cachet is not null)
            constat.Fondement.Should().Be(ReceptionEnvoi.Loi2000, "en 2014, le code n'existait pas encore");
    }

    [Theory]
    [InlineData("2023-12-09", "ACCEPTE")]
    [InlineData("2023-12-10", "REFUSE")]
    [InlineData(null, "A_EXAMINER")]
    public void Au_guichet_ou_en_ligne_le_jour_du_depot_compte(string? recu, string valeur)
    {
        foreach (var canal in new[] { Canal.Guichet, Canal.EnLigne, Canal.Courriel })
            ReceptionEnvoi.Constater(new EnvoiPieces(canal, null, recu is null ? null : Jour(recu)), Avec(RegleReception.Reception, canal)).Valeur.Should().Be(valeur);
    }

    [Theory]
    [InlineData(Canal.Guichet)]
    [InlineData(Canal.Courriel)]
    [InlineData(Canal.EnLigne)]
    public void Par_la_poste_seulement_toute_autre_voie_est_refusee(Canal canal)
    {
        var constat = ReceptionEnvoi.Constater(new EnvoiPieces(canal, null, s_limite), NancyMetz);
        constat.Valeur.Should().Be("REFUSE");
        constat.Phrase.Should().Contain("la poste");
    }

    [Fact]
    public void Rien_d_envoye_est_attendu_et_le_dit() =>
        ReceptionEnvoi.Constater(null, NancyMetz).Should().Match<Constat>(c => c.Valeur == "ATTENDU" && c.Effet == Verite.Inconnu && c.Phrase.Contains("09/12/2023") && c.Phrase.Contains("cachet de la poste"));

    [Fact]
    public void Sans_date_limite_une_personne_decide() => ReceptionEnvoi.Constater(new EnvoiPieces(Canal.Poste, s_limite), AixMarseille).Valeur.Should().Be("A_EXAMINER");

    [Fact]
    public void Un_cachet_plus_tardif_ne_fait_jamais_mieux() => Croissant((envoi, jours) => envoi with { Cachet = envoi.Cachet?.AddDays(jours) });

    [Fact]
    public void Une_reception_plus_tardive_ne_fait_jamais_mieux() => Croissant((envoi, jours) => envoi with { Recu = envoi.Recu?.AddDays(jours) });

    private static void Croissant(Func<EnvoiPieces, int, EnvoiPieces> retarder)
    {
        var date = Gen.Int[-20, 20].Select(jours => s_limite.AddDays(jours));
        var regles = Gen.Int[-1, 2].Select(rang => rang < 0 ? null : (RegleReception?)rang);
        Gen.Select(regles, date, date, Gen.Int[0, 2], Gen.Enum<Canal>(), Gen.Int[1, 30]).Sample((regle, cachet, recu, connus, canal, jours) =>
        {
            var campagne = Avec(regle, Canal.Poste, Canal.EnLigne);
            var envoi = new EnvoiPieces(canal, connus == 1 ? null : cachet, connus == 2 ? null : recu);
            Rang(ReceptionEnvoi.Constater(retarder(envoi, jours), campagne)).Should().BeLessThanOrEqualTo(Rang(ReceptionEnvoi.Constater(envoi, campagne)));
        }, iter: 4000, threads: 1);
    }

    private static int Rang(Constat constat) => constat.Valeur switch { "ACCEPTE" => 2, "A_EXAMINER" => 1, _ => 0 };

    [Fact]
    public void Ce_qui_est_attendu_dit_la_voie_et_ce_qui_fait_foi_quand_la_notice_les_dit()
    {
        string Phrase(Campagne campagne) => ReceptionEnvoi.Constater(null, campagne).Phrase;
        Phrase(NancyMetz).Should().Be("Les pièces sont à envoyer au plus tard le 09/12/2023 (la poste seulement), cachet de la poste faisant foi.");
        Phrase(Avec(RegleReception.Reception, Canal.Poste, Canal.Guichet)).Should().Be("Les pièces sont à envoyer au plus tard le 09/12/2023 (la poste ou dépôt au guichet seulement), la date de réception faisant foi.");
        Phrase(Reims).Should().Be("Les pièces sont à envoyer au plus tard le 10/12/2014.");
        Phrase(AixMarseille).Should().Be("Les pièces sont à envoyer.");
    }

    [Theory]
    [InlineData(2016)]
    [InlineData(2017)]
    public void Le_code_des_relations_avec_le_public_remplace_la_loi_de_2000_a_la_session_2017(int annee) =>
        ReceptionEnvoi.Constater(new EnvoiPieces(Canal.Poste, s_limite), Avec(null, Canal.Poste) with { Session = Vocabulaire.SessionExamen.Juin(annee) })
            .Fondement.Should().Be(annee == 2016 ? ReceptionEnvoi.Loi2000 : ReceptionEnvoi.Crpa);
}
