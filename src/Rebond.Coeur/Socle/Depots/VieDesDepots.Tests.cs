using System.Security.Cryptography;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Journal;
using Rebond.Tests.Commun.Depots;
using Xunit;
using Depot = Rebond.Coeur.Socle.Depots.Depot;

namespace Rebond.Coeur.Tests.Socle.Depots;

/// <summary>What happens to a file later: scanned, purged, lost or altered.</summary>
public sealed class VieDesDepotsTests : IDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _horloge = new(new DateTimeOffset(2026, 5, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly CoffreDeTest _coffre;

    public VieDesDepotsTests() => _coffre = new CoffreDeTest(_horloge);

    public void Dispose() => _coffre.Dispose();

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Recu_sans_antivirus_un_fichier_est_analyse_plus_tard_et_ferme_s_il_est_infecte(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        var muet = _coffre.Coffre(clamd: "tcp://127.0.0.1:1");
        var sain = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf(), coffre: muet);
        var infecte = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf("% EICAR\n"), coffre: muet);
        (sain.Analyse, infecte.Analyse).Should().Be((AnalyseDepot.NonAnalyse, AnalyseDepot.NonAnalyse), "un antivirus muet ne dit rien de sain");
        donnees.ChangeTracker.Clear();

        await using var clamd = new FauxClamd();
        var reglages = new ReglagesDepots(_coffre.Dossier, Clamd: clamd.Adresse);
        (await new AnalyserDepots(donnees, _coffre.Coffre(clamd: clamd.Adresse), new AnalyseVirale(reglages)).ExecuteAsync(Acteur.Automate, Ct)).Valeur!.Should().Be(new AnalyserDepots.Reponse(1, 1));

        (await _coffre.LireAsync(donnees, infecte.Id)).Refus[0].Should().BeOfType<LireDepot.Infecte>();
        await (await _coffre.LireAsync(donnees, sain.Id)).Valeur!.Contenu.DisposeAsync();
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "DEPOT_INFECTE", Ct)).Apres.Should().Be("Eicar-Test-Signature");
        var comptes = (await new CompterDepots(donnees, new AnalyseVirale(reglages)).ExecuteAsync(CoffreDeTest.Administrateur, Ct)).Valeur!;
        comptes.Comptes.Select(c => (c.Analyse, c.Nombre)).Should().Equal((AnalyseDepot.Sain, 1), (AnalyseDepot.Infecte, 1));
    }

    [Fact]
    public async Task Un_fichier_que_l_antivirus_ne_sait_pas_lire_ne_bloque_pas_les_autres()
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf());
        await using var clamd = new FauxClamd("INSTREAM size limit exceeded. ERROR");
        var reglages = new ReglagesDepots(_coffre.Dossier, Clamd: clamd.Adresse);
        donnees.ChangeTracker.Clear();
        await new AnalyserDepots(donnees, _coffre.Coffre(), new AnalyseVirale(reglages)).ExecuteAsync(Acteur.Automate, Ct);
        var depot = await donnees.Set<Depot>().AsNoTracking().SingleAsync(Ct);
        (depot.Analyse, depot.AnalyseLe).Should().Be((AnalyseDepot.NonAnalyse, _horloge.GetUtcNow().UtcDateTime));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_purge_montre_sa_liste_puis_efface_celle_la_et_garde_la_trace(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        var echu = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf(), jusqua: new DateOnly(2026, 5, 2));
        var garde = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf(), jusqua: new DateOnly(2026, 5, 3));
        var sansDate = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf());
        donnees.ChangeTracker.Clear();
        var purger = new PurgerDepots(donnees, _coffre.Coffre());

        var liste = (await purger.ExecuteAsync(new(), CoffreDeTest.Administrateur, Ct)).Valeur!;
        liste.Lignes.Should().ContainSingle().Which.Id.Should().Be(echu.Id);
        _coffre.Fichiers().Should().HaveCount(3, "une liste n'efface rien");
        (await purger.ExecuteAsync(new("une autre liste"), CoffreDeTest.Administrateur, Ct)).Refus[0].Should().BeOfType<PurgerDepots.ListeChangee>();
        (await purger.ExecuteAsync(new(liste.Empreinte), CoffreDeTest.Candidat, Ct)).Refus[0].Should().BeOfType<Interdit>();
        var faite = (await purger.ExecuteAsync(new(liste.Empreinte), CoffreDeTest.Administrateur, Ct)).Valeur!;

        faite.Fait.Should().BeTrue();
        _coffre.Fichiers().Should().HaveCount(2);
        await using var relue = @base.Ouvrir();
        var trace = await relue.Set<Depot>().SingleAsync(d => d.Id == echu.Id, Ct);
        (trace.Nom, trace.CleEnveloppee, trace.SupprimeLe, trace.Empreinte).Should().Be(("", "", _horloge.GetUtcNow().UtcDateTime, echu.Empreinte));
        (await _coffre.LireAsync(relue, echu.Id)).Refus[0].Should().BeOfType<LireDepot.Supprime>().Which.Phrase.Should().Contain("02/05/2026");
        foreach (var reste in new[] { garde, sansDate })
            await (await _coffre.LireAsync(relue, reste.Id)).Valeur!.Contenu.DisposeAsync();
        (await relue.Set<LigneJournal>().SingleAsync(l => l.Acte == "DEPOTS_PURGES", Ct)).Apres.Should().StartWith("depots:1 empreinte:");
    }

    [Fact]
    public async Task La_purge_balaie_les_fichiers_qu_une_panne_a_laisses_sans_ligne()
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        var garde = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf());
        // Received, and the machine stops before the row.
        (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.Pdf()), CoffreDeTest.Candidat, Ct)).EstReussi.Should().BeTrue();
        var efface = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf());
        efface.Effacer(_horloge.GetUtcNow().UtcDateTime);
        await donnees.SaveChangesAsync(Ct);
        var vide = (await new PurgerDepots(donnees, _coffre.Coffre()).ExecuteAsync(new(), CoffreDeTest.Administrateur, Ct)).Valeur!.Empreinte;

        _horloge.SetUtcNow(DateTimeOffset.UtcNow);
        (await new PurgerDepots(donnees, _coffre.Coffre()).ExecuteAsync(new(vide), CoffreDeTest.Administrateur, Ct)).Valeur!.Orphelins.Should().Be(0, "un fichier récent est peut-être en cours de réception");
        _horloge.Advance(TimeSpan.FromDays(2));
        (await new PurgerDepots(donnees, _coffre.Coffre()).ExecuteAsync(new(vide), CoffreDeTest.Administrateur, Ct)).Valeur!.Orphelins.Should().Be(2);
        _coffre.Fichiers().Should().ContainSingle().Which.Should().Contain(garde.Id.ToString("N"));
    }

    [Fact]
    public async Task Un_fichier_perdu_altere_ou_d_une_autre_ligne_ne_s_ouvre_pas()
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        var un = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf());
        var deux = await _coffre.DeposerAsync(donnees, FichiersDEssai.Pdf());
        var chemins = _coffre.Fichiers().ToDictionary(f => Guid.ParseExact(Path.GetFileNameWithoutExtension(f), "N"));
        // The key of one row serves no other: a row edited by hand opens nothing.
        await donnees.Database.ExecuteSqlAsync($"update socle_depot set cle_enveloppee = {un.CleEnveloppee} where empreinte = {deux.Empreinte}", Ct);
        donnees.ChangeTracker.Clear();
        (await _coffre.LireAsync(donnees, deux.Id)).Refus[0].Should().BeOfType<LireDepot.Illisible>();

        await using (var lu = (await _coffre.LireAsync(donnees, un.Id)).Valeur!.Contenu)
            (await lu.ReadAsync(new byte[10], Ct)).Should().Be(10);
        File.Copy(chemins[deux.Id], chemins[un.Id], overwrite: true);
        await FluentActions.Awaiting(async () =>
        {
            await using var lu = (await _coffre.LireAsync(donnees, un.Id)).Valeur!.Contenu;
            await lu.CopyToAsync(Stream.Null, Ct);
        }).Should().ThrowAsync<CryptographicException>();
        File.Delete(chemins[un.Id]);
        (await _coffre.LireAsync(donnees, un.Id)).Refus[0].Should().BeOfType<LireDepot.Illisible>();
    }
}
