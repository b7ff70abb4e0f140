using AwesomeAssertions;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.MonSuivi;
using Rebond.Coeur.Suivi.Relais;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Dossiers;

/// <summary>Whatever is done to a file, in any order and on any day: it has an owner and a next date until somebody closes it.</summary>
public sealed class HistoiresDeSuiviTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed record Pas(int Acte, int Choix, int Jours, bool Oui, int Rang)
    {
        public override string ToString() => $"{Rang}: acte {Acte}, choix {Choix}, +{Jours} j, {Oui}";
    }

    private static readonly Gen<Pas> s_pas = Gen.Select(Gen.Int[0, 25], Gen.Int[0, 99], Gen.Int[0, 45], Gen.Bool, Gen.Int[0, 2], (acte, choix, jours, oui, rang) => new Pas(acte, choix, jours, oui, rang));

    [Fact]
    public async Task Un_dossier_ouvert_a_toujours_un_proprietaire_et_une_suite() => await s_pas.List[5, 30].SampleAsync(async histoire =>
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        foreach (var pas in histoire)
        {
            essai.Horloge.Advance(TimeSpan.FromDays(pas.Jours));
            var avant = await essai.DossierAsync(pas.Rang);
            var refus = await FaireAsync(essai, avant, pas);
            var apres = await essai.DossierAsync(pas.Rang);
            var aujourdhui = essai.Horloge.GetUtcNow().UtcDateTime.JourAParis();

            apres.ProprietaireCode.Should().NotBeEmpty();
            if (refus.Count > 0)
                apres.Should().BeEquivalentTo(avant, pas.ToString());
            else
                avant.EstOuvert.Should().BeTrue("un dossier clos ne change plus");
            if (apres.EstOuvert)
            {
                ActionsDeSuivi.Libelles.Should().ContainKey(apres.ProchaineAction!, pas.ToString());
                apres.ProchaineDate.Should().NotBeNull(pas.ToString());
                if (refus.Count == 0 && apres.ProchaineDate != avant.ProchaineDate)
                    apres.ProchaineDate!.Value.Should().BeOnOrAfter(aujourdhui, pas.ToString());
                (apres.Etape == EtapeSuivi.EnPlace).Should().Be(apres.EnPlaceLe is not null, pas.ToString());
                (apres.Etape is EtapeSuivi.SolutionChoisie or EtapeSuivi.EnPlace).Should().Be(apres.OptionChoisie is not null, pas.ToString());
            }
            else
                (apres.MotifCloture, apres.ProchaineDate, apres.ProchaineAction).Should().Match<(string? Motif, DateOnly?, string?)>(c => c.Motif != null && c.Item2 == null && c.Item3 == null);
        }
        (await essai.LireAsync(d => d.Set<DossierSuivi>().CountAsync(Ct))).Should().Be(3, "rien n’est effacé");
        (await essai.LireAsync(d => new VerifierDossiers(d).ExecuteAsync(new(LotGestion.Session), DossiersDEssai.Dec, Ct))).Valeur!.EstComplete.Should().BeTrue();
    }, iter: 6, threads: 1);

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_verification_nomme_qui_n_a_pas_de_dossier(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.CreerAsync(moteur);
        (await VerifierAsync(essai)).Should().Match<VerifierDossiers.Reponse>(r => r.EstComplete && r.Publications == 1 && r.SansDiplome == 3);

        await essai.LireAsync(d => d.Set<DossierSuivi>().Where(s => s.CandidatureId == essai.Candidatures[1]).ExecuteDeleteAsync(Ct));

        (await VerifierAsync(essai)).Manquants.Should().Equal(new VerifierDossiers.Manquant(essai.Candidatures[1], "BAC_PRO", "PREMIER"));
        (await essai.LireAsync(d => new VerifierDossiers(d).ExecuteAsync(new(LotGestion.Session), essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await essai.LireAsync(d => new VerifierDossiers(d).ExecuteAsync(new(SessionExamen.Juin(2019)), DossiersDEssai.Dec, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    private static async Task<VerifierDossiers.Reponse> VerifierAsync(DossiersDEssai essai) =>
        (await essai.LireAsync(d => new VerifierDossiers(d).ExecuteAsync(new(LotGestion.Session), DossiersDEssai.Dec, Ct))).Valeur!;

    /// <summary>Contacts are the commonest, closing the rarest.</summary>
    private static async Task<IReadOnlyList<Refus>> FaireAsync(DossiersDEssai essai, DossierSuivi d, Pas pas)
    {
        T Un<T>() where T : struct, Enum => Enum.GetValues<T>()[pas.Choix % Enum.GetValues<T>().Length];
        var jour = DateOnly.FromDateTime(essai.Horloge.GetUtcNow().UtcDateTime);
        return pas.Acte switch
        {
            < 9 => (await essai.LireAsync(b => new AjouterContact(b).ExecuteAsync(new(d.Id, d.Version, CanalContact.Telephone, Un<ResultatContact>(), "vu", jour.AddDays(pas.Choix), pas.Oui && pas.Choix % 3 == 0, pas.Oui), essai.Proviseure, Ct))).Refus,
            < 12 => (await essai.LireAsync(b => new ChoisirSolution(b).ExecuteAsync(new(d.Id, d.Version, Solutions.Codes[pas.Choix % Solutions.Codes.Count]), essai.Proviseure, Ct))).Refus,
            < 14 => (await essai.LireAsync(b => new MettreEnPlace(b).ExecuteAsync(new(d.Id, d.Version), essai.Proviseure, Ct))).Refus,
            < 17 => (await essai.LireAsync(b => new ReleverSituation(b).ExecuteAsync(new(d.Id, d.Version, pas.Oui ? 6 : 12, Un<SituationPersonne>()), essai.Proviseure, Ct))).Refus,
            < 19 => (await essai.LireAsync(b => new CompleterDossier(b).ExecuteAsync(new(d.Id, d.Version, pas.Oui ? "0600000001" : null, null, null, null, null), essai.Proviseure, Ct))).Refus,
            19 => (await essai.LireAsync(b => new SuivrePae(b).ExecuteAsync(new(d.Id, d.Version, Un<SuivrePae.Acte>(), jour, jour.AddDays(60), 40, 20, Un<SituationPersonne>()), essai.Proviseure, Ct))).Refus,
            < 22 => (await essai.LireAsync(b => new DireMonChoix(b).ExecuteAsync(new(d.Id, Un<ChoixDuJeune>()), Packs.PacksTests.Candidat(essai.Candidatures[pas.Rang]), Ct))).Refus,
            22 => (await essai.LireAsync(b => new RepondreOpposition(b).ExecuteAsync(new(d.Id, d.Version, pas.Oui, "Motif légitime, écrit pour être lu."), essai.Proviseure, Ct))).Refus,
            < 25 => (await essai.LireAsync(b => new TransmettreRelais(b).ExecuteAsync(new("Mission locale", [d.Id], FormatTableau.Csv), essai.Proviseure, Ct))).Refus,
            _ => (await essai.LireAsync(b => new CloreDossier(b).ExecuteAsync(new(d.Id, d.Version, Un<MotifDeCloture>()), essai.Proviseure, Ct))).Refus,
        };
    }
}
