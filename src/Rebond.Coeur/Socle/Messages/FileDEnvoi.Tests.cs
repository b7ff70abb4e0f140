using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Socle.Messages;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Messages;

/// <summary>Who sends what, once; the SMTP conversation itself is tried in the tests of the site.</summary>
public sealed class FileDEnvoiTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _horloge = new(new DateTimeOffset(2026, 5, 2, 8, 0, 0, TimeSpan.Zero));

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task De_plusieurs_noeuds_un_seul_prend_chaque_message(Moteur moteur)
    {
        await using var @base = await AvecAsync(moteur, 40);
        var pris = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var donnees = @base.Ouvrir();
            var file = new FileDEnvoi(donnees);
            List<Guid> siens = [];
            while (await file.PrendreAsync(Ct) is { } message)
                siens.Add(message.Id);
            return siens;
        }, Ct)));
        pris.SelectMany(p => p).Should().HaveCount(40).And.OnlyHaveUniqueItems();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_noeud_mort_avant_la_remise_laisse_le_message_a_un_autre_apres_son_bail(Moteur moteur)
    {
        await using var @base = await AvecAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var premier = (await new FileDEnvoi(donnees).PrendreAsync(Ct))!;
        (await new FileDEnvoi(donnees).PrendreAsync(Ct)).Should().BeNull();

        _horloge.Advance(FileDEnvoi.Bail + TimeSpan.FromSeconds(1));
        var second = (await new FileDEnvoi(donnees).PrendreAsync(Ct))!;
        second.Id.Should().Be(premier.Id);
        second.Essais.Should().Be(2);
        // The dead one comes back: its lease is gone, it must not send.
        (await new FileDEnvoi(donnees).AnnoncerAsync(premier, Ct)).Should().BeFalse();
        (await new FileDEnvoi(donnees).AnnoncerAsync(second, Ct)).Should().BeTrue();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_noeud_mort_pendant_la_remise_ne_fait_pas_envoyer_deux_fois(Moteur moteur)
    {
        await using var @base = await AvecAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var message = (await new FileDEnvoi(donnees).PrendreAsync(Ct))!;
        await new FileDEnvoi(donnees).AnnoncerAsync(message, Ct);

        _horloge.Advance(TimeSpan.FromDays(1));
        (await new FileDEnvoi(donnees).PrendreAsync(Ct)).Should().BeNull();

        var apres = await donnees.Set<Message>().AsNoTracking().SingleAsync(Ct);
        (apres.Etat, apres.Erreur, apres.ProchainEssai, apres.RemiseCommenceeLe).Should().Be((EtatMessage.EnEchec, "REMISE_INCERTAINE", null, null));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_ajournement_se_rejoue_de_plus_en_plus_tard_puis_attend_une_personne(Moteur moteur)
    {
        await using var @base = await AvecAsync(moteur);
        await using var donnees = @base.Ouvrir();
        List<TimeSpan> attentes = [];
        Message? etat;
        do
        {
            await EssayerAsync(donnees, new ResultatRemise(IssueRemise.Ajournee, "SMTP_451", "réessayez"));
            etat = await donnees.Set<Message>().AsNoTracking().SingleAsync(Ct);
            if (etat.ProchainEssai is not { } prochain)
                break;
            attentes.Add(prochain - _horloge.GetUtcNow().UtcDateTime);
            _horloge.SetUtcNow(prochain - TimeSpan.FromSeconds(1));
            (await new FileDEnvoi(donnees).AttendAsync(Ct)).Should().BeFalse();
            _horloge.SetUtcNow(prochain);
        }
        while (attentes.Count < 20);

        attentes.Select(a => a.TotalMinutes).Should().Equal(1, 5, 15, 60, 180, 360, 720, 1440);
        (etat.Etat, etat.Essais, etat.Erreur, etat.ErreurDetail).Should().Be((EtatMessage.EnEchec, 9, "SMTP_451", "réessayez"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_refus_definitif_attend_une_personne_et_un_accord_efface_l_erreur(Moteur moteur)
    {
        await using var @base = await AvecAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await EssayerAsync(donnees, new ResultatRemise(IssueRemise.Refusee, "SMTP_550", "boîte inconnue"));
        var refuse = await donnees.Set<Message>().AsNoTracking().SingleAsync(Ct);
        (refuse.Etat, refuse.ProchainEssai, refuse.Erreur).Should().Be((EtatMessage.EnEchec, null, "SMTP_550"));

        (await new ReprendreMessage(donnees).ExecuteAsync(new(refuse.Id, refuse.Version), EnvoisTests.Gestionnaire, Ct)).Valeur!.Etat.Should().Be(EtatMessage.AEnvoyer);
        donnees.ChangeTracker.Clear();
        await EssayerAsync(donnees, new ResultatRemise(IssueRemise.Acceptee));
        var envoye = await donnees.Set<Message>().AsNoTracking().SingleAsync(Ct);
        (envoye.Etat, envoye.EnvoyeLe, envoye.Erreur, envoye.ErreurDetail).Should().Be((EtatMessage.Envoye, _horloge.GetUtcNow().UtcDateTime, null, null));
        envoye.Corps.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Un_message_confidentiel_perd_son_texte_une_fois_envoye()
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        await donnees.EnvoyerAsync(EnvoisTests.UnCourrier() with { Confidentiel = true }, Ct);
        await donnees.SaveChangesAsync(Ct);
        var id = (await donnees.Set<Message>().SingleAsync(Ct)).Id;
        (await new ConsulterMessage(donnees).ExecuteAsync(new(id), EnvoisTests.Gestionnaire, Ct)).Valeur!.Message.Corps.Should().BeEmpty("personne ne le lit à l'écran");
        donnees.ChangeTracker.Clear();
        await EssayerAsync(donnees, new ResultatRemise(IssueRemise.Acceptee));

        var envoye = await donnees.Set<Message>().AsNoTracking().SingleAsync(Ct);
        (envoye.Corps, envoye.Sujet, envoye.Champs).Should().Be(("", "", "{}"));
        envoye.EffaceLe.Should().NotBeNull();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Rien_ne_part_avant_son_heure_ni_par_lettre(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        await donnees.EnvoyerAsync(EnvoisTests.UnCourrier() with { PasAvant = _horloge.GetUtcNow().UtcDateTime.AddHours(2) }, Ct);
        await donnees.EnvoyerAsync(EnvoisTests.UnCourrier(lettre: true), Ct);
        await donnees.SaveChangesAsync(Ct);
        (await new FileDEnvoi(donnees).AttendAsync(Ct)).Should().BeFalse();
        _horloge.Advance(TimeSpan.FromHours(2));
        (await new FileDEnvoi(donnees).PrendreAsync(Ct)).Should().NotBeNull();
        (await new FileDEnvoi(donnees).PrendreAsync(Ct)).Should().BeNull();
    }

    private async Task EssayerAsync(Rebond.Coeur.Socle.Donnees.BaseRebond donnees, ResultatRemise resultat)
    {
        var file = new FileDEnvoi(donnees);
        var message = (await file.PrendreAsync(Ct))!;
        (await file.AnnoncerAsync(message, Ct)).Should().BeTrue();
        await file.ConclureAsync(message, resultat, Ct);
    }

    private async Task<BaseDeTest> AvecAsync(Moteur moteur, int messages = 1)
    {
        var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        for (var i = 0; i < messages; i++)
            await donnees.EnvoyerAsync(EnvoisTests.UnCourrier(), Ct);
        await donnees.SaveChangesAsync(Ct);
        return @base;
    }
}
