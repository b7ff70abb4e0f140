using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Xunit;

namespace Rebond.Coeur.Socle.Journal;

public class VerifierJournalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_journal_intact_n_a_aucune_rupture_et_donne_son_ancre(Moteur moteur)
    {
        await using var socle = await AvecLignesAsync(moteur);
        var reponse = await VerifierAsync(socle);
        reponse.Lignes.Should().Be(10);
        reponse.Ruptures.Should().BeEmpty();
        reponse.Derniere!.Numero.Should().Be(10);
    }

    [Theory]
    [InlineData("update socle_journal set apres = 'note:13' where numero = 4", 4, "LIGNE_ALTEREE")]
    [InlineData("update socle_journal set motif = '' where numero = 4", 4, "LIGNE_ALTEREE")]
    [InlineData("update socle_journal set avant = apres, apres = avant where numero = 7", 7, "LIGNE_ALTEREE")]
    [InlineData("delete from socle_journal where numero = 4", 5, "LIGNE_MANQUANTE")]
    [InlineData("delete from socle_journal where numero = 1", 2, "LIGNE_MANQUANTE")]
    [InlineData("update socle_journal set numero = -1 where numero = 4; update socle_journal set numero = 4 where numero = 5; update socle_journal set numero = 5 where numero = -1", 4, "LIGNE_ALTEREE")]
    public async Task Un_octet_change_une_ligne_retiree_ou_deux_lignes_echangees_se_voient_a_leur_place(string falsification, long numero, string code)
    {
        await using var socle = await AvecLignesAsync(Moteur.Sqlite);
        await using (var donnees = socle.Ouvrir())
            await donnees.Database.ExecuteSqlRawAsync(falsification, Ct);
        (await VerifierAsync(socle)).Ruptures.Should().Contain(r => r.Numero == numero && r.Code == code);
    }

    [Fact]
    public async Task Une_ligne_recalculee_par_le_faussaire_rompt_la_chaine_a_la_suivante()
    {
        await using var socle = await AvecLignesAsync(Moteur.Sqlite);
        await using (var donnees = socle.Ouvrir())
        {
            var l = await donnees.Set<LigneJournal>().SingleAsync(x => x.Numero == 4, Ct);
            var empreinte = LigneJournal.Calculer(l.Numero, l.Instant, l.CompteId, l.Role, l.Acte, l.Objet, l.Avant, "note:20", l.Motif, l.EmpreintePrecedente);
            await donnees.Database.ExecuteSqlAsync($"update socle_journal set apres = 'note:20', empreinte = {empreinte} where numero = 4", Ct);
        }
        (await VerifierAsync(socle)).Ruptures.Should().ContainSingle().Which.Should().Match<VerifierJournal.Rupture>(r => r.Numero == 5 && r.Code == "CHAINE_ROMPUE");
    }

    [Fact]
    public async Task Une_fin_coupee_ne_se_voit_qu_avec_une_ancre()
    {
        await using var socle = await AvecLignesAsync(Moteur.Sqlite);
        var ancre = (await VerifierAsync(socle)).Derniere;
        await using (var donnees = socle.Ouvrir())
            await donnees.Database.ExecuteSqlRawAsync("delete from socle_journal where numero > 8", Ct);
        (await VerifierAsync(socle)).Ruptures.Should().BeEmpty();
        (await VerifierAsync(socle, ancre)).Ruptures.Should().ContainSingle().Which.Code.Should().Be("FIN_COUPEE");
    }

    private static async Task<BaseDeTest> AvecLignesAsync(Moteur moteur)
    {
        var socle = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = socle.Ouvrir();
        for (var i = 1; i <= 10; i++)
            donnees.Journaliser(new ActeAJournaliser(Acteur.LigneDeCommande, "NOTE_MODIFIEE", $"candidature:{i}", Avant: $"note:{i}", Apres: $"note:{i + 1}", Motif: "saisie"));
        await donnees.SaveChangesAsync(Ct);
        return socle;
    }

    private static async Task<VerifierJournal.Reponse> VerifierAsync(BaseDeTest socle, VerifierJournal.Ancre? ancre = null)
    {
        await using var donnees = socle.Ouvrir();
        return await new VerifierJournal(donnees).ExecuteAsync(ancre, Ct);
    }
}
