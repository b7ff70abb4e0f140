using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Examen;

public sealed class ExporterNotesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Chaque_note_est_une_ligne_sans_nom_et_l_export_est_au_journal(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(0, "U12:9.5 U6:DISPENSE U31:12@2018-06");

        var (issue, texte) = await ExporterAsync(lot);

        issue.Valeur!.Lignes.Should().Be(3);
        texte.Trim('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal("numero;unite;valeur;origine", "0220000001;U12;9.5;", "0220000001;U6;DISPENSE;", "0220000001;U31;12;2018-06");
        await using var donnees = lot.Base.Ouvrir();
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "NOTES_EXPORTEES", Ct)).Should().Match<LigneJournal>(l => l.Objet == "session:2020-06" && l.Apres == "feuilles:1");
    }

    [Fact]
    public async Task Sans_note_hors_academie_ou_sous_un_autre_role_rien_ne_sort()
    {
        await using var lot = await LotGestion.CreerAsync();
        (await ExporterAsync(lot)).Issue.Refus.Should().ContainSingle().Which.Code.Should().Be("RIEN_A_EXPORTER");
        await lot.EcrireNotesAsync(0, "U12:9.5");
        (await ExporterAsync(lot, TypeExamen.BacGeneral)).Issue.Refus.Should().ContainSingle().Which.Code.Should().Be("RIEN_A_EXPORTER");
        foreach (var (acteur, code) in new[]
        {
            (LotGestion.Gestionnaire(TypePerimetre.Departement, "013"), "INTERDIT"),
            (LotGestion.Gestionnaire() with { Role = Role.Administrateur }, "INTERDIT"),
            (LotGestion.Gestionnaire(TypePerimetre.Academie, "12"), "INTROUVABLE"),
        })
        {
            var (issue, texte) = await ExporterAsync(lot, acteur: acteur);
            issue.Refus.Should().ContainSingle().Which.Code.Should().Be(code);
            texte.Should().BeEmpty();
        }
        await using var donnees = lot.Base.Ouvrir();
        (await donnees.Set<LigneJournal>().AnyAsync(Ct)).Should().BeFalse();
    }

    private static async Task<(Outcome<ExporterNotes.Reponse> Issue, string Texte)> ExporterAsync(LotGestion lot, TypeExamen? examen = null, Acteur? acteur = null)
    {
        await using var donnees = lot.Base.Ouvrir();
        using var sortie = new MemoryStream();
        var issue = await new ExporterNotes(donnees).ExecuteAsync(new(LotGestion.Session, examen, sortie, FormatTableau.Csv), acteur ?? LotGestion.Gestionnaire(), Ct);
        return (issue, Encoding.UTF8.GetString(sortie.ToArray()));
    }
}
