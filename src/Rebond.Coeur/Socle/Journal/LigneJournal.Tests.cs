using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Xunit;

namespace Rebond.Coeur.Socle.Journal;

public class LigneJournalTests
{
    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Chaque_ligne_porte_l_empreinte_de_la_precedente(Moteur moteur)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var socle = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = socle.Ouvrir();

        donnees.Journaliser(new ActeAJournaliser(Acteur.LigneDeCommande, "PREMIER", "essai:1", Apres: "é"));
        await donnees.SaveChangesAsync(ct);
        donnees.Journaliser(new ActeAJournaliser(Acteur.LigneDeCommande, "SECOND", "essai:1", Avant: "é", Motif: "correction"));
        await donnees.SaveChangesAsync(ct);

        var lignes = await donnees.Set<LigneJournal>().AsNoTracking().OrderBy(l => l.Numero).ToListAsync(ct);
        lignes.Select(l => l.Numero).Should().Equal(1, 2);
        lignes[0].EmpreintePrecedente.Should().Be(LigneJournal.Racine);
        lignes[1].EmpreintePrecedente.Should().Be(lignes[0].Empreinte);
        lignes.Should().OnlyContain(l => l.Recalculer() == l.Empreinte);
    }
}
