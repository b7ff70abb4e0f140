using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ReporterEmbargoTests
{
    private const string Motif = "Un centre rend ses notes demain matin";
    private static readonly DateTime Demain = DateTime.UtcNow.Date.AddDays(1).AddHours(8);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_embargo_a_venir_se_reporte_avec_un_motif_et_le_journal_le_dit(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await SignerAsync(lot, Demain);

        (await ReporterAsync(lot, Demain.AddHours(3), Motif)).EstReussi.Should().BeTrue();

        await using var donnees = lot.Base.Ouvrir();
        var publication = await donnees.Set<Publication>().SingleAsync(Ct);
        publication.Embargo.Should().Be(Demain.AddHours(3));
        publication.PremiereSignature.Should().NotBeNull("les signatures restent");
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "EMBARGO_REPORTE", Ct)).Should().Match<LigneJournal>(l => l.Motif == Motif && l.Objet == "publication:2020-06/BAC_PRO/PREMIER" && l.Avant != l.Apres);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Sans_motif_ou_plus_tot_le_report_est_refuse(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await SignerAsync(lot, Demain);

        (await ReporterAsync(lot, Demain, "court")).Refus.Select(r => r.Code).Should().Equal("DATE_TROP_TOT", "MOTIF_NECESSAIRE");

        await using var donnees = lot.Base.Ouvrir();
        (await donnees.Set<Publication>().SingleAsync(Ct)).Embargo.Should().Be(Demain);
        (await donnees.Set<LigneJournal>().AnyAsync(l => l.Acte == "EMBARGO_REPORTE", Ct)).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_embargo_passe_ou_jamais_signe_ne_se_reporte_pas(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        (await ReporterAsync(lot, Demain, Motif)).Refus.Should().ContainSingle().Which.Code.Should().Be("PAS_ENCORE_SIGNEE");

        await SignerAsync(lot, Demain.AddDays(-3));

        (await ReporterAsync(lot, Demain, Motif)).Refus.Should().ContainSingle().Which.Code.Should().Be("EMBARGO_PASSE");
    }

    [Theory]
    [InlineData(Role.Gestionnaire, TypePerimetre.Departement, "013", "INTERDIT")]
    [InlineData(Role.Pilotage, TypePerimetre.Academie, "02", "INTERDIT")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Academie, "10", "INTROUVABLE")]
    public async Task Seul_un_gestionnaire_de_cette_academie_reporte(Role role, TypePerimetre type, string code, string attendu)
    {
        await using var lot = await LotGestion.CreerAsync();
        await SignerAsync(lot, Demain);

        (await ReporterAsync(lot, Demain.AddHours(1), Motif, new Acteur(Guid.NewGuid(), "autre", role, [new(type, code)]))).Refus.Should().ContainSingle().Which.Code.Should().Be(attendu);
    }

    private static async Task SignerAsync(LotGestion lot, DateTime embargo)
    {
        await using var donnees = lot.Base.Ouvrir();
        var signature = new SignerPublication.Demande(LotGestion.Session, TypeExamen.BacPro, GroupeEpreuves.Premier, embargo, "Répétition avant la publication");
        (await new SignerPublication(donnees).ExecuteAsync(signature, LotGestion.Gestionnaire() with { CompteId = Guid.NewGuid() }, Ct)).EstReussi.Should().BeTrue();
    }

    private static async Task<Outcome<ReporterEmbargo.Reponse>> ReporterAsync(LotGestion lot, DateTime embargo, string motif, Acteur? acteur = null)
    {
        await using var donnees = lot.Base.Ouvrir();
        return await new ReporterEmbargo(donnees).ExecuteAsync(new(LotGestion.Session, TypeExamen.BacPro, GroupeEpreuves.Premier, embargo, motif), acteur ?? LotGestion.Gestionnaire(), Ct);
    }
}
