using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Relais;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Relais;

public sealed class RelaisTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly DateOnly Jour = new(2020, 7, 7);

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_partenaire_recoit_de_quoi_joindre_et_rien_d_autre_puis_sa_reponse_revient(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var dossier = await essai.DossierAsync(0);
        await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(dossier.Id, 0, CanalContact.Telephone, ResultatContact.Autre, "=SECRET de famille"), essai.Proviseure, Ct));

        var envoi = (await TransmettreAsync(essai, essai.Proviseure, "Mission locale", dossier.Id)).Valeur!;

        var texte = Encoding.UTF8.GetString(envoi.Fichier);
        texte.Should().Contain("Álvarez-Fictif").And.Contain("2002-03-01").And.NotContain("SECRET").And.NotContain("6,00").And.NotContain("600").And.NotContain("Dossier");
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.ProchaineAction == ActionsDeSuivi.AttendrePartenaire && d.ProchaineDate == Jour.AddDays(30) && d.Proprietaire == TypeProprietaire.Etablissement);
        var relais = await essai.LireAsync(d => d.Set<RelaisSuivi>().AsNoTracking().SingleAsync(Ct));

        var retour = texte.Replace("Gestion administration;", "Gestion administration;SOLUTION_TROUVEE", StringComparison.Ordinal);
        (await RetournerAsync(essai, essai.Proviseure, retour, apercu: true)).Valeur.Should().Match<BilanImport>(b => b.Modifies == 1 && !b.Enregistre);
        (await RetournerAsync(essai, essai.Proviseure, retour)).Valeur.Should().Match<BilanImport>(b => b.Modifies == 1 && b.Enregistre);
        (await RetournerAsync(essai, essai.Proviseure, retour)).Valeur.Should().Match<BilanImport>(b => b.Modifies == 0 && b.Inchanges == 1);

        (await essai.LireAsync(d => d.Set<RelaisSuivi>().AsNoTracking().SingleAsync(r => r.Id == relais.Id, Ct))).Retour.Should().Be("SOLUTION_TROUVEE");
        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.ProchaineAction == ActionsDeSuivi.VerifierEntree && d.ProchaineDate == Jour.AddDays(7));
        (await essai.JournalAsync()).Select(l => l.Acte).Should().Contain("SUIVI_RELAIS_TRANSMIS").And.Contain("SUIVI_RELAIS_RETOUR");
    }

    [Fact]
    public async Task Qui_a_dit_non_n_est_pas_transmis_et_chaque_oubli_est_dit()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var dossier = await essai.DossierAsync(0);
        await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(dossier.Id, 0, CanalContact.Telephone, ResultatContact.NeSouhaitePasDeContact), essai.Proviseure, Ct));

        (await essai.LireAsync(d => new ListerRelais(d).ExecuteAsync(essai.Proviseure, Ct))).Valeur.Should().Match<ListerRelais.Reponse>(l => l.ATransmettre == 2 && l.EcartesParChoix == 1);
        (await TransmettreAsync(essai, essai.Proviseure, "Mission locale", dossier.Id)).Refus.Should().ContainSingle().Which.Should().BeOfType<TransmettreRelais.PersonneNonTransmissible>();
        (await TransmettreAsync(essai, essai.Proviseure, " ")).Refus.Select(r => r.Code).Should().Equal("ORGANISME_NECESSAIRE", "PERSONNE_NECESSAIRE");
        (await TransmettreAsync(essai, DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V"), "Mission locale", (await essai.DossierAsync(1)).Id)).Refus.Should().ContainSingle().Which.Should().BeOfType<TransmettreRelais.PersonneNonTransmissible>();
        (await TransmettreAsync(essai, DossiersDEssai.Etablissement(Role.Enseignant, LotGestion.Uai), "Mission locale", dossier.Id)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await essai.LireAsync(d => d.Set<RelaisSuivi>().CountAsync(Ct))).Should().Be(0);
    }

    [Fact]
    public async Task Une_reponse_qu_on_ne_comprend_pas_ne_change_rien()
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        var bilan = (await RetournerAsync(essai, essai.Proviseure, $"reference;retour\npasunguid;CONNU\n{Guid.NewGuid()};OUI\n{Guid.NewGuid()};CONNU\n{Guid.NewGuid()};\n")).Valeur!;

        bilan.Rejets.Select(r => r.Code).Should().BeEquivalentTo(["REFERENCE_INVALIDE", "CODE_INCONNU", "REFERENCE_INCONNUE"]);
        bilan.Enregistre.Should().BeFalse();
    }

    private static Task<Outcome<TransmettreRelais.Reponse>> TransmettreAsync(DossiersDEssai essai, Acteur acteur, string organisme, params Guid[] ids) =>
        essai.LireAsync(d => new TransmettreRelais(d).ExecuteAsync(new(organisme, ids, FormatTableau.Csv), acteur, Ct));

    private static async Task<Outcome<BilanImport>> RetournerAsync(DossiersDEssai essai, Acteur acteur, string contenu, bool apercu = false)
    {
        using var fichier = new MemoryStream(Encoding.UTF8.GetBytes(contenu));
        return await essai.LireAsync(d => new ImporterRetours(d).ExecuteAsync(new(fichier, "retours.csv", new ModeImport(apercu)), acteur, Ct));
    }
}
