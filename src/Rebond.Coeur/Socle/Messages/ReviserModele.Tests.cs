using AwesomeAssertions;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Messages;

public sealed class ReviserModeleTests
{
    private const string Code = "COURRIER_CANDIDAT";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_modele_se_recrit_se_retablit_et_garde_son_histoire(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var reviser = new ReviserModele(donnees);

        (await reviser.ExecuteAsync(new(Code, "1", "{sujet}", "{texte}\r\n{signataire}", "plus bref"), EnvoisTests.Gestionnaire, Ct)).Valeur!.Version.Should().Be("02-1");
        (await reviser.ExecuteAsync(new(Code, "1", "{sujet}", "{texte}", "plus bref"), EnvoisTests.Gestionnaire, Ct)).Refus[0].Should().BeOfType<ModifieEntreTemps>();
        (await reviser.ExecuteAsync(new(Code, "02-1", "{sujet}", "{texte}\n{signataire}", "plus bref"), EnvoisTests.Gestionnaire, Ct)).Refus[0].Should().BeOfType<ReviserModele.RienNeChange>();
        (await reviser.ExecuteAsync(new(Code, "02-1", null, null, "trop bref"), EnvoisTests.Gestionnaire, Ct)).Valeur!.Version.Should().Be("1");
        (await reviser.ExecuteAsync(new(Code, "1", null, null, "trop bref"), EnvoisTests.Gestionnaire, Ct)).Refus[0].Should().BeOfType<ReviserModele.RienNeChange>();

        var etat = (await new ConsulterModeles(donnees).ExecuteAsync(new(Code), EnvoisTests.Gestionnaire, Ct)).Valeur!.Modeles.Should().ContainSingle().Subject;
        etat.Reecrit.Should().BeFalse();
        etat.Historique.Select(r => (r.Numero, r.Corps, r.Motif)).Should().Equal((2, null, "trop bref"), (1, "{texte}\n{signataire}", "plus bref"));
    }

    [Theory]
    [InlineData("{sujet}", "{texte} {prenon}", "CHAMPS_INCONNUS")]
    [InlineData("{sujet}", "{texte} {nom", "ACCOLADE_ISOLEE")]
    [InlineData("{sujet}", "{texte} { nom }", "ACCOLADE_ISOLEE")]
    [InlineData("{sujet}", "Bonjour", "CHAMPS_OBLIGATOIRES")]
    [InlineData("{sujet}", "  ", "TEXTE_MANQUANT")]
    [InlineData("", "{texte}", "TEXTE_MANQUANT")]
    public async Task Un_texte_qui_bloquerait_les_envois_est_refuse_a_la_saisie(string sujet, string corps, string code)
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        (await new ReviserModele(donnees).ExecuteAsync(new(Code, "1", sujet, corps, "essai"), EnvoisTests.Gestionnaire, Ct)).Refus.Select(r => r.Code).Should().Contain(code);
    }

    [Fact]
    public async Task Chacun_ne_touche_qu_aux_modeles_de_son_role_et_de_son_academie()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        var reviser = new ReviserModele(donnees);
        (await reviser.ExecuteAsync(new(Code, "1", "{sujet}", "{texte}", "m"), EnvoisTests.Administrateur, Ct)).Refus[0].Should().BeOfType<Introuvable>();
        (await reviser.ExecuteAsync(new(Code, "1", "{sujet}", "{texte}", "m"), EnvoisTests.Gestionnaire with { Perimetres = [new Perimetre(TypePerimetre.Departement, "013")] }, Ct)).Refus[0].Should().BeOfType<Interdit>();
        (await new ConsulterModeles(donnees).ExecuteAsync(new(), EnvoisTests.Gestionnaire, Ct)).Valeur!.Modeles.Should().OnlyContain(m => m.EnVigueur.TenuPar == Role.Gestionnaire);
        (await new ConsulterModeles(donnees).ExecuteAsync(new(), new Acteur(null, "x", Role.Candidat, []), Ct)).Refus[0].Should().BeOfType<Interdit>();
    }
}
