using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Demonstration;

public sealed class AnimerCommissionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_commission_de_demonstration_a_une_seance_a_tenir_une_seule_fois(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var commission = new Acteur(null, "commission", Role.Commission, [new(TypePerimetre.Departement, "013")]);

        (await AnimerAsync(essai)).Valeur!.Dossiers.Should().Be(3);
        (await AnimerAsync(essai)).Valeur!.Dossiers.Should().Be(0);

        var seance = await essai.LireAsync(d => d.Set<SeanceCommission>().Select(s => s.Id).SingleAsync(Ct));
        (await essai.LireAsync(d => new ProposerAffectation(d).ExecuteAsync(new(seance), commission, Ct))).Valeur!.Dossiers.Should().Be(3);
        var ligne = await essai.LireAsync(d => d.Set<LigneCommission>().Select(l => l.Id).FirstAsync(Ct));
        var dossier = (await essai.LireAsync(d => new ConsulterDossierDeCommission(d).ExecuteAsync(seance, ligne, commission, Ct))).Valeur!;
        dossier.Notes.Should().NotBeEmpty("ses notes sont jointes sans que personne les recopie").And.OnlyContain(n => n.Note.Length > 0);
        dossier.Dossier.Demande.Avis.Should().NotBeNullOrEmpty();
        (await essai.LireAsync(d => new VerifierDossiers(d).ExecuteAsync(new(LotGestion.Session), DossiersDEssai.Dec, Ct))).Valeur!.EstComplete.Should().BeTrue();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_candidat_et_le_lycee_des_visiteurs_restent_intacts(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        var comptes = new CreerComptesDemonstration.Demande(EnDeveloppement: true, "02", "013", "0130099Z", Guid.CreateVersion7(), essai.Candidatures[0]);
        (await essai.LireAsync(d => new CreerComptesDemonstration(d).ExecuteAsync(comptes, Acteur.LigneDeCommande, Ct))).EstReussi.Should().BeTrue();

        (await AnimerAsync(essai)).Valeur!.Dossiers.Should().Be(2);
    }

    [Fact]
    public async Task Une_vraie_session_ne_recoit_pas_de_seance_fictive()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await essai.LireAsync(d => d.Set<SessionAcademique>().ExecuteUpdateAsync(s => s.SetProperty(x => x.EstDemonstration, false), Ct));

        (await AnimerAsync(essai)).Refus.Should().ContainSingle().Which.Should().BeOfType<AnimerSuivi.SessionNonSynthetique>();
    }

    private static Task<Outcome<AnimerCommission.Reponse>> AnimerAsync(DossiersDEssai essai) => essai.LireAsync(d => new AnimerCommission(d).ExecuteAsync(new(LotGestion.Session, "013"), DossiersDEssai.Dec, Ct));
}
