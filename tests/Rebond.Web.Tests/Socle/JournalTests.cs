using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Xunit;

namespace Rebond.Web.Tests.Socle;

public sealed partial class JournalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_journal_intact_donne_une_ancre_qui_se_reverifie()
    {
        await using var hote = await AvecActesAsync();
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);
        (await admin.LireAsync("/journal")).Texte.Should().NotContain("Ancre à noter");

        var verifiee = await admin.EnvoyerAsync("/journal");
        verifiee.Texte.Should().Contain("La chaîne est entière").And.Contain("aucune rupture").And.Contain("Ancre à noter hors de la base");
        var ancre = Ancre().Match(verifiee.Texte).Value;
        (await admin.EnvoyerAsync("/journal", ("Ancre", ancre))).Texte.Should().Contain("La chaîne est entière");
        (await admin.EnvoyerAsync("/journal", ("Ancre", "pas une ancre"))).Texte.Should().Contain("L’ancre s’écrit").And.NotContain("La chaîne est");

        await using (var donnees = hote.Ouvrir())
            await donnees.Database.ExecuteSqlRawAsync("delete from socle_journal where numero > 20", Ct);
        (await admin.EnvoyerAsync("/journal", ("Ancre", ancre))).Texte.Should().Contain("La chaîne est rompue").And.Contain("la fin du journal a été coupée");
    }

    [Fact]
    public async Task Une_ligne_changee_est_montree_a_sa_place_et_ne_donne_pas_d_ancre()
    {
        await using var hote = await AvecActesAsync();
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);
        await using (var donnees = hote.Ouvrir())
            await donnees.Database.ExecuteSqlRawAsync("update socle_journal set motif = 'faux' where numero = 40", Ct);
        await admin.LireAsync("/journal");

        (await admin.EnvoyerAsync("/journal")).Texte.Should().Contain("1 rupture.").And.Contain("40 LIGNE_ALTEREE").And.NotContain("Ancre à noter");
    }

    [Fact]
    public async Task Les_actes_se_lisent_par_cinquante_sans_valeur_ni_motif()
    {
        await using var hote = await AvecActesAsync();
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);

        var premiere = await admin.LireAsync("/journal");
        var seconde = await admin.LireAsync("/journal?p=2");

        premiere.Texte.Should().Contain("essai:60").And.NotContain("essai:1 ").And.NotContain("SECRET-VALEUR").And.NotContain("SECRET-MOTIF");
        seconde.Texte.Should().Contain("essai:1 ").And.NotContain("essai:60").And.NotContain("SECRET-VALEUR");
        Lignes().Count(premiere.Html).Should().Be(LireActes.ParPage);
    }

    private static async Task<Hote> AvecActesAsync()
    {
        var hote = await Hote.DemarrerAsync();
        await using var donnees = hote.Ouvrir();
        for (var i = 1; i <= 60; i++)
            donnees.Journaliser(new ActeAJournaliser(Acteur.LigneDeCommande, "ESSAI", $"essai:{i}", Apres: "SECRET-VALEUR", Motif: "SECRET-MOTIF"));
        await donnees.SaveChangesAsync(Ct);
        return hote;
    }

    [GeneratedRegex("[0-9]+:[0-9a-f]{64}")]
    private static partial Regex Ancre();

    [GeneratedRegex("<th scope=\"row\"")]
    private static partial Regex Lignes();
}
