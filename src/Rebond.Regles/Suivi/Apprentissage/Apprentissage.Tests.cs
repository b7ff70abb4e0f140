using AwesomeAssertions;
using CsCheck;
using Xunit;

namespace Rebond.Regles.Suivi.Apprentissage;

public sealed class ApprentissageTests
{
    private static DateOnly Jour(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2009-06-15", 27, 39, 55)] // 17 ans
    [InlineData("2007-06-15", 43, 51, 67)] // 19 ans
    [InlineData("2004-06-15", 53, 61, 78)] // 22 ans
    [InlineData("1999-06-15", 100, 100, 100)] // 27 ans
    public void La_grille_par_age_et_par_annee(string naissance, int un, int deux, int trois)
    {
        var (ne, jour) = (Jour(naissance), Jour("2026-09-01"));
        PlancherRemuneration.Pourcentage(ne, 1, jour).Should().Be(un);
        PlancherRemuneration.Pourcentage(ne, 2, jour).Should().Be(deux);
        PlancherRemuneration.Pourcentage(ne, 3, jour).Should().Be(trois);
        PlancherRemuneration.Pourcentage(ne, 4, jour).Should().Be(trois, "au-delà de la troisième année, la troisième");
    }

    /// <summary>Le taux change le premier jour du mois qui suit l'anniversaire : la veille, le jour, le lendemain.</summary>
    [Theory]
    [InlineData("2008-09-15", "2026-10-01", 55, 67)]
    [InlineData("2008-09-01", "2026-10-01", 55, 67)] // né le premier du mois : le mois d'après
    [InlineData("2008-09-30", "2026-10-01", 55, 67)]
    [InlineData("2008-02-29", "2026-03-01", 55, 67)] // 29 février : 18 ans le 28
    [InlineData("2005-12-10", "2027-01-01", 67, 78)]
    [InlineData("2001-01-31", "2027-02-01", 78, 100)]
    public void Le_taux_change_le_premier_du_mois_apres_l_anniversaire(string naissance, string effet, int avant, int apres)
    {
        var (ne, jour) = (Jour(naissance), Jour(effet));
        PlancherRemuneration.Pourcentage(ne, 3, jour.AddDays(-1)).Should().Be(avant);
        PlancherRemuneration.Pourcentage(ne, 3, jour).Should().Be(apres);
        PlancherRemuneration.Pourcentage(ne, 3, jour.AddDays(1)).Should().Be(apres);
    }

    [Fact]
    public void La_prolongation_garde_la_derniere_annee_et_suit_l_age()
    {
        var periodes = PlancherRemuneration.PendantLaProlongation(Jour("2006-05-14"), 2, Jour("2026-09-01"), Jour("2027-08-31"));
        periodes.Select(p => (p.Du, p.Au, p.Pourcentage)).Should().Equal((Jour("2026-09-01"), Jour("2027-05-31"), 51), (Jour("2027-06-01"), Jour("2027-08-31"), 61));
        periodes[1].Phrase.Should().Contain("61 % du SMIC").And.Contain("01/06/2027");
    }

    [Fact]
    public void La_prolongation_ne_paye_pas_moins_que_la_derniere_annee() =>
        PlancherRemuneration.PendantLaProlongation(Jour("2008-05-14"), 3, Jour("2026-09-01"), Jour("2027-08-31"), tauxVerse: 80).Should().OnlyContain(p => p.Pourcentage == 80);

    [Fact]
    public void Le_handicap_ajoute_quinze_points() =>
        PlancherRemuneration.PendantLaProlongation(Jour("2008-05-14"), 3, Jour("2026-09-01"), Jour("2027-08-31"), prolongationHandicap: true).Should().ContainSingle().Which.Pourcentage.Should().Be(82);

    [Fact]
    public void Les_periodes_couvrent_la_prolongation_sans_trou() =>
        Gen.Select(Gen.Int[5000, 12000], Gen.Int[0, 400], Gen.Int[1, 3]).Sample((age, decalage, annee) =>
        {
            var debut = Jour("2026-01-01").AddDays(decalage);
            var periodes = PlancherRemuneration.PendantLaProlongation(debut.AddDays(-age), annee, debut, DepotContrat.FinAuPlusTard(debut));
            return periodes[0].Du == debut && periodes[^1].Au == DepotContrat.FinAuPlusTard(debut)
                && periodes.Zip(periodes.Skip(1)).All(p => p.First.Au.AddDays(1) == p.Second.Du && p.First.Pourcentage <= p.Second.Pourcentage);
        }, iter: 1000, threads: 1);

    [Theory]
    [InlineData("2026-09-01", "2027-08-31")]
    [InlineData("2024-02-29", "2025-02-27")]
    public void Une_prolongation_dure_un_an_au_plus(string debut, string fin)
    {
        DepotContrat.FinAuPlusTard(Jour(debut)).Should().Be(Jour(fin));
        DepotContrat.DureeRespectee(Jour(debut), Jour(fin).AddDays(-1)).Should().BeTrue();
        DepotContrat.DureeRespectee(Jour(debut), Jour(fin)).Should().BeTrue();
        DepotContrat.DureeRespectee(Jour(debut), Jour(fin).AddDays(1)).Should().BeFalse();
        DepotContrat.DureeRespectee(Jour(debut), Jour(debut)).Should().BeTrue("un jour est une durée");
        DepotContrat.DureeRespectee(Jour(debut), Jour(debut).AddDays(-1)).Should().BeFalse();
    }

    [Theory]
    [InlineData("73282932000074", true)]
    [InlineData("732 829 320 00074", true)]
    [InlineData("73282932000075", false)]
    [InlineData("7328293200007", false)]
    [InlineData("7328293200007A", false)]
    [InlineData("7328293200007=", false)] // un signe que la clé seule laisserait passer
    [InlineData("00000000000000", false)]
    [InlineData("35600000000048", true)] // siège de La Poste, qui a la clé
    [InlineData("35600000049837", true)] // un bureau de La Poste, qui ne l'a pas : somme multiple de 5
    [InlineData("35600000049838", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Un_siret_a_quatorze_chiffres_et_sa_cle(string? texte, bool valide)
    {
        Siret.TryLire(texte, out var siret).Should().Be(valide);
        if (valide)
        {
            siret.Chiffres.Should().HaveLength(14);
            siret.Siren.Should().Be(siret.Chiffres[..9]);
        }
    }

    /// <summary>La clé de Luhn voit toute faute sur un seul chiffre.</summary>
    [Fact]
    public void Un_chiffre_change_se_voit() => Gen.Select(Gen.Int[0, 13], Gen.Int[1, 9]).Sample((rang, ecart) =>
    {
        var chiffres = "44306184100047".ToCharArray();
        chiffres[rang] = (char)('0' + ((chiffres[rang] - '0' + ecart) % 10));
        return !Siret.TryLire(new string(chiffres), out _);
    }, iter: 500, threads: 1);

    [Fact]
    public void La_liste_du_Cerfa_dit_ce_qui_est_su()
    {
        var profil = new ProfilSuivi { Aujourdhui = Jour("2026-07-08"), Naissance = Jour("2009-01-01"), Apprentissage = new ContratApprentissage { FinContrat = Jour("2026-08-31"), FinProlongation = Jour("2027-08-31") } };
        var liste = ListeCerfa.Pour(profil, "73282932000074");
        liste.Should().Contain(p => p.Code == "EMPLOYEUR" && p.Etat == EtatCondition.Remplie);
        liste.Should().Contain(p => p.Code == "DUREE" && p.Etat == EtatCondition.Remplie);
        liste.Should().Contain(p => p.Code == "SIGNATURES" && p.Phrase.Contains("tuteur"));
        liste.Should().Contain(p => p.Code == "DEPOT" && p.Phrase.Contains("07/09/2026"));
        var tropLong = profil with { Apprentissage = profil.Apprentissage with { FinProlongation = Jour("2027-09-01") } };
        ListeCerfa.Pour(tropLong, "123").Should().Contain(p => p.Code == "DUREE" && p.Etat == EtatCondition.Manquante).And.Contain(p => p.Code == "EMPLOYEUR" && p.Etat == EtatCondition.Manquante);
        ListeCerfa.Pour(new ProfilSuivi { Aujourdhui = Jour("2026-07-08") }, null).Should().OnlyContain(p => p.Etat == EtatCondition.Inconnue);
    }

    /// <summary>Un taux qui change le premier jour de la prolongation ne fait qu'une période ; le dernier jour, il en fait deux.</summary>
    [Theory]
    [InlineData("2008-08-15", 1)]
    [InlineData("2008-08-31", 1)]
    [InlineData("2008-09-01", 2)]
    [InlineData("2009-07-15", 2)]
    [InlineData("2009-08-15", 1)]
    public void Les_periodes_suivent_les_changements_de_taux(string naissance, int periodes) =>
        PlancherRemuneration.PendantLaProlongation(Jour(naissance), 2, Jour("2026-09-01"), Jour("2027-08-31")).Should().HaveCount(periodes);

    [Fact]
    public void Un_taux_qui_change_le_dernier_jour_vaut_ce_jour_la() =>
        PlancherRemuneration.PendantLaProlongation(Jour("2008-07-15"), 2, Jour("2026-05-01"), Jour("2026-08-01")).Select(p => (p.Du, p.Au, p.Pourcentage))
            .Should().Equal((Jour("2026-05-01"), Jour("2026-07-31"), 39), (Jour("2026-08-01"), Jour("2026-08-01"), 51));

    [Theory]
    [InlineData("2005-08-15", "Du 01/09/2026 au 31/08/2027 : au moins 61 % du SMIC ou du minimum de la branche, s'il est plus haut.")]
    [InlineData("2007-08-15", "Du 01/09/2026 au 31/08/2027 : au moins 51 % du SMIC.")]
    public void A_partir_de_21_ans_le_minimum_de_la_branche_compte_aussi(string naissance, string phrase) =>
        PlancherRemuneration.PendantLaProlongation(Jour(naissance), 2, Jour("2026-09-01"), Jour("2027-08-31")).Should().ContainSingle().Which.Phrase.Should().Be(phrase);

    [Fact]
    public void L_annee_d_un_contrat_se_compte_a_partir_de_un() =>
        FluentActions.Invoking(() => PlancherRemuneration.Pourcentage(Jour("2007-06-15"), 0, Jour("2026-09-01"))).Should().Throw<ArgumentOutOfRangeException>();

    /// <summary>Qui sera majeur le jour où la prolongation commence signe seul, même s'il ne l'est pas aujourd'hui.</summary>
    [Theory]
    [InlineData("2008-09-01", "2026-08-31", "Vous et l'employeur avez signé. Si vous êtes mineur, votre parent ou tuteur signe aussi.")]
    [InlineData("2008-09-02", "2026-08-31", "Vous, l'employeur et votre parent ou tuteur avez signé. Vous êtes mineur.")]
    [InlineData("2008-07-08", null, "Vous et l'employeur avez signé. Si vous êtes mineur, votre parent ou tuteur signe aussi.")]
    [InlineData("2008-07-09", null, "Vous, l'employeur et votre parent ou tuteur avez signé. Vous êtes mineur.")]
    public void Un_mineur_fait_signer_son_parent(string naissance, string? finContrat, string phrase) => ListeCerfa.Pour(new ProfilSuivi
    {
        Aujourdhui = Jour("2026-07-08"),
        Naissance = Jour(naissance),
        Apprentissage = new ContratApprentissage { FinContrat = finContrat is null ? null : Jour(finContrat) },
    }, null).Should().ContainSingle(p => p.Code == "SIGNATURES").Which.Phrase.Should().Be(phrase);
}
