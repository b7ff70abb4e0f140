using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Imports;
using Rebond.Regles.Suivi.Options;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Dossiers;

public sealed class SuivrePaeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly SessionExamen Session = SessionExamen.Juin(2026);

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_parcours_se_propose_s_accepte_dans_les_limites_du_texte_et_finit_devant_quelqu_un(Moteur moteur)
    {
        await using var essai = await ImporteAsync(moteur, "CAP");
        (await FaireAsync(essai, SuivrePae.Acte.Accepter)).Refus.Should().Contain(r => r is SuivrePae.PaePasLa);
        (await FaireAsync(essai, SuivrePae.Acte.Proposer)).EstReussi.Should().BeTrue();
        (await FaireAsync(essai, SuivrePae.Acte.Proposer)).Refus.Should().ContainSingle().Which.Should().BeOfType<SuivrePae.PaeDejaEnCours>();

        (await FaireAsync(essai, SuivrePae.Acte.Accepter, new(2026, 9, 1), new(2027, 1, 1), 60, 41)).Refus.Should().HaveCount(2).And.AllBeOfType<SuivrePae.PaeHorsTexte>();
        (await FaireAsync(essai, SuivrePae.Acte.Accepter, new(2026, 9, 1), new(2026, 12, 18), 60, 40)).EstReussi.Should().BeTrue();
        var accepte = await DossierAsync(essai);
        accepte.Should().Match<DossierSuivi>(d => d.OptionChoisie == "PAE" && d.ProchaineAction == ActionsDeSuivi.VerifierEntree);
        (await essai.LireAsync(d => new ChoisirSolution(d).ExecuteAsync(new(accepte.Id, accepte.Version, "CEJ"), DossiersDEssai.Dec, Ct))).Refus.Should().ContainSingle("l’un exclut l’autre").Which.Should().BeOfType<ChoisirSolution.PaeEnCours>();

        (await essai.LireAsync(d => new MettreEnPlace(d).ExecuteAsync(new(accepte.Id, accepte.Version), DossiersDEssai.Dec, Ct))).EstReussi.Should().BeTrue();
        (await DossierAsync(essai)).Should().Match<DossierSuivi>(d => d.ProchaineAction == ActionsDeSuivi.FinDuPae && d.ProchaineDate == new DateOnly(2026, 12, 18));

        (await FaireAsync(essai, SuivrePae.Acte.Finir)).Refus.Should().ContainSingle().Which.Should().BeOfType<SuivrePae.IssueNecessaire>();
        (await FaireAsync(essai, SuivrePae.Acte.Finir, issue: SituationPersonne.EnEmploi)).EstReussi.Should().BeTrue();
        (await DossierAsync(essai)).Should().Match<DossierSuivi>(d => d.Etape == EtapeSuivi.Contacte && d.OptionChoisie == null && d.ProchaineAction == ActionsDeSuivi.SuivrePlan);
        (await essai.LireAsync(d => d.Set<PropositionPae>().AsNoTracking().SingleAsync(Ct))).Should().Match<PropositionPae>(p => p.Etat == EtatPae.Fini && p.Issue == "EN_EMPLOI");
    }

    [Fact]
    public async Task Il_ne_se_propose_ni_a_qui_sort_de_bts_ni_a_qui_a_choisi_le_cej()
    {
        await using var bts = await ImporteAsync(Moteur.Sqlite, "BTS");
        (await FaireAsync(bts, SuivrePae.Acte.Proposer)).Refus.Should().ContainSingle().Which.Should().BeOfType<SuivrePae.PaeNonOuvert>().Which.Phrase.Should().Contain("Votre examen n’y est pas");

        await using var cap = await ImporteAsync(Moteur.Sqlite, "CAP");
        await FaireAsync(cap, SuivrePae.Acte.Proposer);
        var lu = await DossierAsync(cap);
        await cap.LireAsync(d => new ChoisirSolution(d).ExecuteAsync(new(lu.Id, lu.Version, "CEJ"), DossiersDEssai.Dec, Ct));
        (await FaireAsync(cap, SuivrePae.Acte.Accepter, new(2026, 9, 1), new(2026, 12, 18), 60, 40)).Refus.Should().ContainSingle().Which.Should().BeOfType<SuivrePae.PaeEtCej>();
        (await FaireAsync(cap, SuivrePae.Acte.Refuser)).EstReussi.Should().BeTrue();
        (await DossierAsync(cap)).OptionChoisie.Should().Be("CEJ", "refuser le parcours n’efface pas un autre choix");
    }

    [Theory]
    [InlineData("2026-09-01", "2026-12-31", 60, 40, 0)]
    [InlineData("2026-09-01", "2027-01-01", 60, 40, 1)]
    [InlineData("2026-09-01", "2026-12-31", 60, 41, 1)]
    [InlineData("2026-09-02", "2026-09-01", 0, 0, 2)]
    [InlineData(null, null, null, null, 2)]
    public void Quatre_mois_au_plus_et_deux_tiers_en_entreprise_au_plus(string? debut, string? fin, int? jours, int? entreprise, int ecarts) =>
        Pae.Ecarts(debut is null ? null : DateOnly.Parse(debut, System.Globalization.CultureInfo.InvariantCulture), fin is null ? null : DateOnly.Parse(fin, System.Globalization.CultureInfo.InvariantCulture), jours, entreprise).Should().HaveCount(ecarts);

    /// <summary>One person of the session 2026: the arrêté is of 2023.</summary>
    private static async Task<DossiersDEssai> ImporteAsync(Moteur moteur, string examen)
    {
        var essai = await DossiersDEssai.CreerAsync(moteur);
        essai.Horloge.SetUtcNow(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));
        await essai.LireAsync(async d =>
        {
            d.Add(new SessionAcademique { Session = Session, Academie = "02", Libelle = "Session 2026", EstDemonstration = true });
            return await d.SaveChangesAsync(Ct);
        });
        var ligne = $"Fictif;Tom;2007-09-03;{examen};50022133;Cuisine;{(examen == "BTS" ? "ETUDIANT_BTS" : "LYCEEN")};AJOURNE;0130001F;013;;;0;;;;\n";
        (await ImporterAjournesTests.ImporterAsync(essai, DossiersDEssai.Dec, ImporterAjournesTests.EnTete + ligne, session: Session)).Valeur!.Ajoutes.Should().Be(1);
        return essai;
    }

    private static Task<DossierSuivi> DossierAsync(DossiersDEssai essai) => essai.LireAsync(d => d.Set<DossierSuivi>().AsNoTracking().SingleAsync(s => s.Session == Session, Ct));

    private static async Task<Outcome<SuivrePae.Reponse>> FaireAsync(DossiersDEssai essai, SuivrePae.Acte acte, DateOnly? debut = null, DateOnly? fin = null, int? jours = null, int? entreprise = null, SituationPersonne? issue = null)
    {
        var lu = await DossierAsync(essai);
        return await essai.LireAsync(d => new SuivrePae(d).ExecuteAsync(new(lu.Id, lu.Version, acte, debut, fin, jours, entreprise, issue), DossiersDEssai.Dec, Ct));
    }
}
