using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Xunit;

namespace Rebond.Parcours.Tests.LigneDeCommande;

/// <summary>A real deployment begins on the command line: a session, its candidates, the first administrateur; then the journal tells it all.</summary>
public sealed class AdministrationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_deploiement_reel_s_ouvre_par_la_ligne_de_commande(Moteur moteur)
    {
        await using var socle = await BaseDeTest.CreerAsync(moteur);
        var commande = new CommandeRebond(socle.Chaine);

        var session = await commande.LancerAsync("session", "ouvrir", "--session", "2026", "--academie", "02", "--anonymat", "NON", "--json");
        session.Code.Should().Be(0, session.Erreurs);
        session.Json.GetProperty("session").GetString().Should().Be("2026-06");
        session.Json.GetProperty("juryAnonyme").GetBoolean().Should().BeFalse();
        session.Json.GetProperty("examens").EnumerateArray().Select(e => e.GetString()).Should().Contain("BAC_PRO");
        (await commande.LancerAsync("session", "ouvrir", "--session", "2026", "--academie", "02")).Should().Match<CommandeRebond.Fin>(f => f.Code == 1 && f.Erreurs.StartsWith("SESSION_DEJA_OUVERTE : "));
        (await commande.LancerAsync("session", "ouvrir", "--session", "2027", "--academie", "02", "--anonymat", "PEUT-ETRE")).Code.Should().Be(2);

        var administrateur = await commande.LancerAsync("compte", "creer-administrateur", "--courriel", "premiere@exemple.fr", "--nom", "Première personne", "--academie", "02", "--site", "https://rebond.exemple.fr/", "--json");
        administrateur.Code.Should().Be(0, administrateur.Erreurs);
        administrateur.Json.GetProperty("lien").GetString().Should().StartWith($"https://rebond.exemple.fr/compte/activer?compte={administrateur.Json.GetProperty("compte").GetString()}&jeton=");
        (await commande.LancerAsync("compte", "creer-administrateur", "--courriel", "PREMIERE@exemple.fr", "--nom", "Encore", "--academie", "02")).Should().Match<CommandeRebond.Fin>(f => f.Code == 1 && f.Erreurs.StartsWith("COMPTE_EXISTANT : "));
        (await commande.LancerAsync("compte", "lien", "--courriel", "premiere@exemple.fr")).Should().Match<CommandeRebond.Fin>(f => f.Code == 0 && f.Sortie.Contains("/compte/activer?compte="));
        (await commande.LancerAsync("compte", "lien", "--courriel", "personne@exemple.fr")).Should().Match<CommandeRebond.Fin>(f => f.Code == 1 && f.Erreurs.StartsWith("INTROUVABLE : "));

        (await commande.LancerAsync("session", "etat", "--session", "2026", "--json")).Json.GetProperty("demonstration").GetBoolean().Should().BeFalse();
        (await commande.LancerAsync("demo", "creer", "--session", "2026", "--echelle", "0.01")).Code.Should().Be(1, "une session réelle ne reçoit pas de personnes fictives");
        var journal = await commande.LancerAsync("journal", "verifier", "--json");
        (journal.Code, journal.Json.GetProperty("lignes").GetInt32()).Should().Be((0, 5));
        var ancre = journal.Json.GetProperty("ancre").GetString()!;
        (await commande.LancerAsync("journal", "verifier", "--ancre", ancre)).Code.Should().Be(0);

        await using (var donnees = socle.Ouvrir())
        {
            (await donnees.Set<SessionAcademique>().SingleAsync(Ct)).JuryAnonyme.Should().BeFalse();
            (await donnees.Set<Habilitation>().SingleAsync(Ct)).Role.Should().Be(Role.Administrateur);
            (await donnees.Set<LigneJournal>().OrderBy(l => l.Numero).Select(l => l.Acte).ToListAsync(Ct)).Should().Equal("SESSION_OUVERTE", "COMPTE_CREE", "HABILITATION_ACCORDEE", "LIEN_ACTIVATION_DELIVRE", "LIEN_ACTIVATION_DELIVRE");
            await donnees.Set<LigneJournal>().Where(l => l.Numero == 5).ExecuteDeleteAsync(Ct);
        }
        (await commande.LancerAsync("journal", "verifier", "--ancre", ancre)).Should().Match<CommandeRebond.Fin>(f => f.Code == 1 && f.Erreurs.Contains("FIN_COUPEE"));
    }

    [Fact]
    public async Task Chaque_commande_nouvelle_explique_en_francais_ce_qu_elle_attend()
    {
        var commande = new CommandeRebond(null);
        (await commande.LancerAsync("session", "ouvrir", "--help")).Should().Match<CommandeRebond.Fin>(f => f.Code == 0 && f.Sortie.Contains("Ouvre une session réelle, vide") && f.Sortie.Contains("--anonymat"));
        (await commande.LancerAsync("compte", "creer-administrateur", "--help")).Should().Match<CommandeRebond.Fin>(f => f.Code == 0 && f.Sortie.Contains("Crée un compte d'administrateur"));
        (await commande.LancerAsync("session", "ouvrir", "--session", "2026")).Code.Should().Be(2, "l'académie manque");
    }
}
