using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi;

public sealed class AlertesDeSuiviTests
{
    private static DateOnly Jour(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    private static readonly ProfilSuivi Lyceen = new()
    {
        Aujourdhui = Jour("2026-07-08"),
        Naissance = Jour("2008-03-03"),
        Statut = StatutSuivi.Lyceen,
        Examen = ExamenPrepare.BacPro,
        Sessions = [new(SessionExamen.Juin(2026), ResultatSession.Ajourne, null, new Dictionary<string, Note>())],
    };

    private static IEnumerable<string> Codes(ProfilSuivi profil) => OptionsDeSuivi.Repondre(profil).Alertes.Select(a => a.Code);

    [Fact]
    public void Un_refus_faute_de_place_se_conteste_si_l_on_a_le_droit_de_revenir_et_s_ecrit_sinon()
    {
        Codes(Lyceen).Should().NotContain(code => code.StartsWith("REFUS", StringComparison.Ordinal));
        Codes(Lyceen with { RefusCapacite = true }).Should().Contain(["REFUS_CAPACITE", "RECOURS_TRIBUNAL"]).And.NotContain("REFUS_SANS_DROIT");
        Codes(Lyceen with { RefusCapacite = true, Statut = StatutSuivi.Apprenti }).Should().Contain("REFUS_SANS_DROIT").And.NotContain("REFUS_CAPACITE").And.NotContain("RECOURS_TRIBUNAL");
        OptionsDeSuivi.Repondre(Lyceen with { RefusCapacite = true, Statut = StatutSuivi.Apprenti }).Alertes.Should().Contain(AlertesDeSuivi.RefusSansDroit);
    }

    /// <summary>La rentrée est le 1er septembre 2026 : un contrat qui finit la veille ne laisse pas de trou.</summary>
    [Theory]
    [InlineData("2026-08-30", true)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-15", false)]
    public void Un_contrat_fini_avant_la_rentree_laisse_un_trou(string fin, bool trou)
    {
        var apprenti = Lyceen with { Statut = StatutSuivi.Apprenti, Apprentissage = new ContratApprentissage { FinContrat = Jour(fin) } };
        Codes(apprenti).Contains("TROU_AVANT_LA_RENTREE").Should().Be(trou);
        Codes(apprenti with { Sessions = [Lyceen.Sessions![0] with { Resultat = ResultatSession.Admis }] }).Should().NotContain("TROU_AVANT_LA_RENTREE", "qui est reçu n'attend pas la rentrée");
        Codes(apprenti with { Statut = StatutSuivi.Lyceen }).Should().NotContain("TROU_AVANT_LA_RENTREE");
    }

    [Theory]
    [InlineData("2020-08-31", true)]
    [InlineData("2020-09-01", false)]
    public void Une_date_d_avant_septembre_2020_est_dite_ancienne(string jour, bool ancienne) =>
        Codes(new ProfilSuivi { Aujourdhui = Jour(jour) }).Contains("DATE_ANCIENNE").Should().Be(ancienne);

    [Fact]
    public void Chaque_option_se_retrouve_par_son_code()
    {
        var reponse = OptionsDeSuivi.Repondre(Lyceen);
        foreach (var code in Enum.GetValues<CodeOption>())
            reponse[code].Code.Should().Be(code);
    }
}
