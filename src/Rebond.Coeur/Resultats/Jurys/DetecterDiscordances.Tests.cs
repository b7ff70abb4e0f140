using AwesomeAssertions;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats.Jurys;

public sealed class DetecterDiscordancesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static BilanEtablissement Bilan(int annee, int presents, int admis, int mentions) => new()
    {
        Uai = LotGestion.Uai,
        Session = SessionExamen.Juin(annee),
        Examen = TypeExamen.BacPro,
        Specialite = LotGestion.Specialite,
        Presents = presents,
        Admis = admis,
        AvecMention = mentions,
    };

    [Fact]
    public void Le_z_compare_le_taux_a_la_moyenne_des_trois_taux()
    {
        // p = (0,8 + 0,9 + 0,7) / 3 = 0,8 ; z = (0,5 − 0,8) / √(0,8 × 0,2 / 16) = −3.
        var ecart = DetecterDiscordances.Mesurer(8, 16, [Bilan(2017, 10, 8, 0), Bilan(2018, 20, 18, 0), Bilan(2019, 10, 7, 0)], b => b.Admis);

        ecart.Reference.Should().BeApproximately(0.8, 1e-12);
        ecart.Z.Should().BeApproximately(-3, 1e-12);
        ecart.EstSevere.Should().BeTrue();
    }

    [Theory]
    [InlineData(9, 0, false)] // too few candidates
    [InlineData(10, 5, false)] // z = 0
    [InlineData(10, 1, true)]
    [InlineData(10, 9, true)]
    public void Il_faut_dix_candidats_et_plus_de_deux_ecarts_types(int effectif, int admis, bool manifeste) =>
        DetecterDiscordances.Mesurer(admis, effectif, [Bilan(2019, 10, 5, 0)], b => b.Admis).EstManifeste.Should().Be(manifeste);

    [Fact]
    public void Sans_passe_ou_avec_un_taux_de_cent_pour_cent_le_z_n_existe_pas()
    {
        DetecterDiscordances.Mesurer(3, 10, [], b => b.Admis).Z.Should().BeNull();
        DetecterDiscordances.Mesurer(3, 10, [Bilan(2019, 10, 10, 0)], b => b.Admis).EstManifeste.Should().BeFalse();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Chaque_etablissement_est_compare_a_ses_trois_sessions_seulement(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.EcrireAsync(d => { d.AddRange(Bilan(2016, 10, 0, 0), Bilan(2017, 10, 6, 1), Bilan(2018, 10, 6, 1), Bilan(2019, 10, 6, 1)); return Task.CompletedTask; });

        var ligne = (await jury.LireAsync(d => new DetecterDiscordances(d).ExecuteAsync(jury.Id, jury.Membre, Ct))).Valeur!.Lignes.Should().ContainSingle().Subject;

        ligne.Passees.Should().HaveCount(3);
        (ligne.Reussite.Nombre, ligne.Reussite.Effectif, ligne.Mentions.Nombre).Should().Be((3, 5, 2));
        ligne.Reussite.Reference.Should().BeApproximately(0.6, 1e-12);
        ligne.EstManifeste.Should().BeFalse("cinq candidats ne suffisent pas");
        (await jury.LireAsync(d => new DetecterDiscordances(d).ExecuteAsync(jury.Id, JuryEnDeliberation.AutrePresident, Ct))).Refus.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
    }
}
