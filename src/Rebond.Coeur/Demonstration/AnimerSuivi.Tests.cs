using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Demonstration;

public sealed class AnimerSuiviTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_demonstration_s_anime_une_fois_sans_perdre_personne(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);

        (await AnimerAsync(essai)).Valeur.Should().Be(new AnimerSuivi.Reponse(3, 2, 24));
        (await AnimerAsync(essai)).Valeur.Should().Be(new AnimerSuivi.Reponse(0, 0, 0));

        (await essai.DossierAsync(1)).Should().Match<DossierSuivi>(d => d.Relances == 1 && d.ProchaineAction == ActionsDeSuivi.Rappeler);
        (await essai.DossierAsync(2)).ProchaineAction.Should().Be(ActionsDeSuivi.TenirEntretien);
        var creneaux = await essai.LireAsync(d => d.Set<CreneauEntretien>().AsNoTracking().ToListAsync(Ct));
        creneaux.Should().ContainSingle(c => c.Etat == EtatCreneau.Reserve).Which.Debut.Should().BeAfter(essai.Horloge.GetUtcNow().UtcDateTime);
        creneaux.Where(c => c.Etat == EtatCreneau.Libre && c.Debut > essai.Horloge.GetUtcNow().UtcDateTime).Should().HaveCount(17);
        (await essai.LireAsync(d => new VerifierDossiers(d).ExecuteAsync(new(LotGestion.Session), DossiersDEssai.Dec, Ct))).Valeur!.EstComplete.Should().BeTrue();
    }

    [Fact]
    public async Task Une_vraie_session_n_est_jamais_animee()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        await essai.LireAsync(d => d.Set<SessionAcademique>().ExecuteUpdateAsync(s => s.SetProperty(x => x.EstDemonstration, false), Ct));

        (await AnimerAsync(essai)).Refus.Should().ContainSingle().Which.Should().BeOfType<AnimerSuivi.SessionNonSynthetique>();
    }

    private static Task<Outcome<AnimerSuivi.Reponse>> AnimerAsync(DossiersDEssai essai) => essai.LireAsync(d => new AnimerSuivi(d).ExecuteAsync(new(LotGestion.Session), DossiersDEssai.Dec, Ct));
}
