using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Acteurs;
using Xunit;

namespace Rebond.Coeur.Tests.Demonstration;

public sealed class CreerDossiersDemonstrationTests
{
    private static readonly Acteur s_gestionnaire = new(Guid.NewGuid(), "gestionnaire", Role.Gestionnaire, [new(TypePerimetre.Academie, "02")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_guichet_de_demonstration_a_des_dossiers_de_chaque_etat_que_la_regle_comprend(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        (await new CreerDossiersDemonstration(donnees).ExecuteAsync(1, Acteur.LigneDeCommande, Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<CreerDossiersDemonstration.CampagneAbsente>();
        (await new CreerInscriptionDemonstration(donnees).ExecuteAsync(Acteur.LigneDeCommande, Ct)).EstReussi.Should().BeTrue();
        (await new CreerDossiersDemonstration(donnees).ExecuteAsync(1, s_gestionnaire, Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("INTERDIT");

        (await new CreerDossiersDemonstration(donnees).ExecuteAsync(1, Acteur.LigneDeCommande, Ct)).Valeur!.Dossiers.Should().Be(200);
        (await new CreerDossiersDemonstration(donnees).ExecuteAsync(1, Acteur.LigneDeCommande, Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<CreerDossiersDemonstration.DejaPeuplee>();

        donnees.ChangeTracker.Clear();
        (await donnees.Set<DossierInscription>().AllAsync(d => d.Synthetique && (d.Courriel == null || d.Courriel.EndsWith(".invalid")), Ct)).Should().BeTrue();
        var files = (await new ListerGuichet(donnees).ExecuteAsync(new(), 1, s_gestionnaire, Ct)).Valeur!;
        files.ParEtat.Should().BeEquivalentTo(CreerDossiersDemonstration.Repartition.ToDictionary(r => r.Etat, r => r.Nombre));
        files.ParTravail.Where(t => t.Key != ListerGuichet.Travail.RecuSansSignature).Should().OnlyContain(t => t.Value > 0);
        foreach (var id in await donnees.Set<DossierInscription>().Select(d => d.Id).ToListAsync(Ct))
        {
            var etude = (await new ConsulterGuichet(donnees).ExecuteAsync(id, s_gestionnaire, Ct)).Valeur!.Etude;
            etude.EtatCalcule.Should().Be(etude.Dossier.Etat, $"{etude.Dossier.Numero} : l'état suit de ses pièces");
        }
    }
}
