using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Socle.Messages.Lettres;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Messages.Lettres;

public sealed class LotsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_lettre_n_est_envoyee_que_quand_une_personne_dit_son_lot_poste(Moteur moteur)
    {
        await using var @base = await AvecAsync(moteur, 3);
        await using var donnees = @base.Ouvrir();
        var gestionnaire = EnvoisTests.Gestionnaire;
        var lot = (await new PreparerLot(donnees).ExecuteAsync(new(), gestionnaire, Ct)).Valeur!;
        lot.Nombre.Should().Be(3);
        (await new PreparerLot(donnees).ExecuteAsync(new(), gestionnaire, Ct)).Refus[0].Should().BeOfType<PreparerLot.AucuneLettre>();
        var lu = (await new LireLot(donnees).ExecuteAsync(new(lot.LotId), gestionnaire, Ct)).Valeur!;
        lu.Lettres.Should().HaveCount(3).And.OnlyContain(l => l.Etat == EtatMessage.AEnvoyer && l.Coordonnees == "1 rue de l’Œuvre\n13001 MARSEILLE");
        (await new AnnulerMessage(donnees).ExecuteAsync(new(lu.Lettres[0].Id, lu.Lettres[0].Version, "le candidat a appelé"), gestionnaire, Ct)).Refus[0].Should().BeOfType<AnnulerMessage.DansUnLot>();
        donnees.ChangeTracker.Clear();

        var clos = await new CloreLot(donnees).ExecuteAsync(new(lot.LotId, lu.Lot.Version, Imprime: true), gestionnaire, Ct);
        clos.Valeur!.Lettres.Should().Be(3);
        (await new CloreLot(donnees).ExecuteAsync(new(lot.LotId, lu.Lot.Version, Imprime: true), gestionnaire, Ct)).Refus[0].Should().BeOfType<CloreLot.LotClos>();

        await using var relue = @base.Ouvrir();
        (await relue.Set<Message>().CountAsync(m => m.Etat == EtatMessage.Envoye && m.EnvoyeLe != null, Ct)).Should().Be(3);
        (await relue.Set<LigneJournal>().Select(l => l.Acte).ToListAsync(Ct)).Should().Equal("LOT_LETTRES_PREPARE", "LOT_LETTRES_TIRE", "LOT_LETTRES_IMPRIME");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_lot_defait_rend_ses_lettres_a_la_file(Moteur moteur)
    {
        await using var @base = await AvecAsync(moteur, 2);
        await using var donnees = @base.Ouvrir();
        var lot = (await new PreparerLot(donnees).ExecuteAsync(new("COURRIER_CANDIDAT"), EnvoisTests.Gestionnaire, Ct)).Valeur!;
        (await new CloreLot(donnees).ExecuteAsync(new(lot.LotId, 0, Imprime: false), EnvoisTests.Gestionnaire, Ct)).Refus[0].Should().BeOfType<AnnulerMessage.MotifInsuffisant>();
        (await new CloreLot(donnees).ExecuteAsync(new(lot.LotId, 0, Imprime: false, "l’imprimante est en panne"), EnvoisTests.Gestionnaire, Ct)).Valeur!.Etat.Should().Be(EtatLot.Defait);
        (await new LireLot(donnees).ExecuteAsync(new(lot.LotId), EnvoisTests.Gestionnaire, Ct)).Refus[0].Should().BeOfType<CloreLot.LotClos>();
        var etat = (await new ListerLots(donnees).ExecuteAsync(EnvoisTests.Gestionnaire, Ct)).Valeur!;
        etat.EnAttente.Should().ContainSingle().Which.Nombre.Should().Be(2);
        etat.Lots.Should().ContainSingle().Which.Etat.Should().Be(EtatLot.Defait);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_personnes_ne_preparent_pas_les_memes_lettres(Moteur moteur)
    {
        await using var @base = await AvecAsync(moteur, LotLettres.Maximum + 30);
        var lots = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await using var donnees = @base.Ouvrir();
            return await new PreparerLot(donnees).ExecuteAsync(new(), EnvoisTests.Gestionnaire, Ct);
        }, Ct)));
        lots.Where(l => l.EstReussi).Select(l => l.Valeur!.Nombre).Order().Should().Equal(30, LotLettres.Maximum);
        lots.Where(l => !l.EstReussi).Should().ContainSingle().Which.Refus[0].Should().BeOfType<PreparerLot.AucuneLettre>();
        await using var relue = @base.Ouvrir();
        (await relue.Set<Message>().GroupBy(m => m.LotId).Select(g => g.Count()).ToListAsync(Ct)).Should().BeEquivalentTo([30, LotLettres.Maximum]);
    }

    [Fact]
    public async Task Un_lot_ne_se_voit_que_dans_son_academie()
    {
        await using var @base = await AvecAsync(Moteur.Sqlite, 1);
        await using var donnees = @base.Ouvrir();
        var lot = (await new PreparerLot(donnees).ExecuteAsync(new(), EnvoisTests.Gestionnaire, Ct)).Valeur!;
        var autre = EnvoisTests.Gestionnaire with { Perimetres = [new Perimetre(TypePerimetre.Academie, "12")] };
        (await new LireLot(donnees).ExecuteAsync(new(lot.LotId), autre, Ct)).Refus[0].Should().BeOfType<Introuvable>();
        (await new CloreLot(donnees).ExecuteAsync(new(lot.LotId, 0, true), autre, Ct)).Refus[0].Should().BeOfType<Introuvable>();
        (await new PreparerLot(donnees).ExecuteAsync(new(), EnvoisTests.Administrateur, Ct)).Refus[0].Should().BeOfType<Interdit>();
    }

    private static async Task<BaseDeTest> AvecAsync(Moteur moteur, int lettres)
    {
        var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await donnees.EnvoyerTousAsync([.. Enumerable.Range(0, lettres).Select(i => EnvoisTests.UnCourrier(objet: $"candidature:{i}", lettre: true))], apercu: false, Ct);
        await donnees.SaveChangesAsync(Ct);
        return @base;
    }
}
