using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Demonstration;

public sealed class CreerInscriptionDemonstrationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Quel_que_soit_le_jour_la_campagne_se_lit_et_elle_est_ouverte()
    {
        for (var jour = new DateOnly(2026, 1, 1); jour.Year < 2028; jour = jour.AddDays(1))
        {
            var lue = LectureCampagne.Lire(CreerInscriptionDemonstration.Texte(jour));
            lue.Erreurs.Should().BeEmpty($"{jour}");
            lue.Campagne!.Etat(new HeureParis(jour, new TimeOnly(12, 0)).EnUtc()).Should().Be(EtatFenetre.Ouverte);
            lue.Campagne.Nom.Should().StartWith("DÉMONSTRATION");
        }
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_formulaire_commence_attend_le_compte_et_une_seconde_fois_ne_double_rien(Moteur moteur)
    {
        var horloge = new FakeTimeProvider(new HeureParis(new DateOnly(2026, 11, 25), new TimeOnly(14, 0)).EnUtc());
        await using var @base = await BaseDeTest.CreerAsync(moteur, horloge);
        await using (var donnees = @base.Ouvrir())
            await new CreerComptesDemonstration(donnees).ExecuteAsync(new(true, "02", "013", "0130001A", Guid.NewGuid(), Guid.NewGuid()), Acteur.LigneDeCommande, Ct);

        string? numero = null;
        for (var fois = 1; fois <= 2; fois++)
        {
            await using var donnees = @base.Ouvrir();
            var cree = (await new CreerInscriptionDemonstration(donnees).ExecuteAsync(Acteur.LigneDeCommande, Ct)).Valeur!;
            cree.Revision.Should().Be(1);
            cree.Numero.Should().NotBeNull().And.Be(numero ?? cree.Numero);
            numero = cree.Numero;
        }
        horloge.Advance(TimeSpan.FromDays(60));
        await using (var donnees = @base.Ouvrir())
            (await new CreerInscriptionDemonstration(donnees).ExecuteAsync(Acteur.LigneDeCommande, Ct)).Valeur!.Revision.Should().Be(2, "la période suit le jour");

        await using var apres = @base.Ouvrir();
        var dossier = await apres.Set<DossierInscription>().SingleAsync(Ct);
        dossier.Should().Match<DossierInscription>(d => d.Synthetique && d.Etat == EtatDossier.Brouillon && d.CampagneRevision == 1);
        var campagne = (await apres.CampagneDuDossierAsync(dossier, Ct)).Campagne;
        FormulaireInscription.Preparer(dossier, campagne, horloge.GetUtcNow().AddDays(-60)).Should().Match<FormulaireInscription>(f => f.Suivante!.Code == "responsable");
        (await apres.CampagnesEnVigueurAsync(Ct)).Should().HaveCount(CampagnesLivrees.Toutes.Count + 1);
        (await new CreerInscriptionDemonstration(apres).ExecuteAsync(new Acteur(Guid.NewGuid(), "dec", Role.Gestionnaire, [new(TypePerimetre.Academie, "02")]), Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }
}
