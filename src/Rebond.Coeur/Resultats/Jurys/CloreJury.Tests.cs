using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats.Jurys;

public sealed class CloreJuryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Clore_arrete_chaque_decision_points_de_jury_compris_et_verrouille_les_notes(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.OuvrirLivretAsync(0);
        await jury.ReleverAsync(1, "U31", "10", "14,5");

        var clos = (await jury.CloreAsync()).Valeur!;

        clos.Decisions.Should().Equal(new Dictionary<Decision, int> { [Decision.Ajourne] = 1, [Decision.Admis] = 4 });
        await using var donnees = jury.Lot.Base.Ouvrir();
        var decisions = await donnees.Set<DecisionCandidat>().ToListAsync(Ct);
        decisions.Should().HaveCount(5).And.OnlyContain(d => d.Etat == EtatDecision.Arretee && !d.Provisoire);
        EmpreinteDecisions.Calculer(decisions).Should().Be(clos.Empreinte);
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == ArreterDecisions.ActeArrete, Ct)).Apres.Should().EndWith(clos.Empreinte);
        var note = await new EnregistrerNotes(donnees).ExecuteAsync(new([new(jury.Lot.Ids[2], 1, "U12", "20", "11")]), LotGestion.Gestionnaire(), Ct);
        note.Valeur!.Refusees.Should().ContainSingle().Which.Code.Should().Be("JURY_CLOS");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Toutes_les_raisons_de_ne_pas_clore_sont_dites_ensemble_et_rien_n_est_ecrit(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.EcrireAsync(async d =>
        {
            (await d.Set<MembreJury>().SingleAsync(m => m.Id == jury.PresidentId, Ct)).Present = false;
            d.Add(new BordereauNote { CandidatureId = jury.Lot.Ids[2], Unite = "U12", Session = LotGestion.Session, Valeur = "13" });
            (await d.Set<FeuilleNotes>().FindAsync([jury.Lot.Ids[4]], Ct))!.Notes = "U12:17";
        });

        var refus = (await jury.CloreAsync()).Refus;

        refus.Select(r => r.Code).Should().Equal("PRESIDENT_ABSENT", "NOTES_MANQUANTES", "LIVRETS_NON_OUVERTS", "ECARTS_BORDEREAU");
        refus.OfType<RefusSurCandidats>().SelectMany(r => r.Anonymats).Should().Equal("ANON0005", "ANON0001", "ANON0003");
        await using var donnees = jury.Lot.Base.Ouvrir();
        (await donnees.Set<Jury>().SingleAsync(j => j.Id == jury.Id, Ct)).Etat.Should().Be(EtatJury.EnDeliberation);
        (await donnees.Set<DecisionCandidat>().CountAsync(Ct)).Should().Be(0);
        (await donnees.Set<LigneJournal>().CountAsync(Ct)).Should().Be(0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_note_corrigee_sous_un_point_de_jury_se_voit_avant_de_clore(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.OuvrirLivretAsync(0);
        await jury.ReleverAsync(1, "U12", "9.5", "10");
        await jury.LireAsync(d => new EnregistrerNotes(d).ExecuteAsync(new([new(jury.Lot.Ids[1], 1, "U12", "15", "9.5")]), LotGestion.Gestionnaire(), Ct));

        (await jury.CloreAsync()).Refus.Should().ContainSingle().Which.Should().BeOfType<NotesCorrigees>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_clotures_ensemble_une_seule_aboutit(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.OuvrirLivretAsync(0);
        var version = await jury.VersionAsync();

        var deux = await Task.WhenAll(jury.CloreAsync(version), jury.CloreAsync(version));

        deux.Count(o => o.EstReussi).Should().Be(1);
        deux.Single(o => !o.EstReussi).Refus[0].Code.Should().BeOneOf("MODIFIE_ENTRE_TEMPS", "DELIBERATION_FERMEE");
        (await jury.LireAsync(d => d.Set<LigneJournal>().CountAsync(l => l.Acte == "JURY_CLOS", Ct))).Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Rouvrir_demande_un_motif_refait_des_propositions_et_s_arrete_a_la_publication(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.OuvrirLivretAsync(0);
        await jury.CloreAsync();

        (await RouvrirAsync(jury, "non")).Refus.Should().ContainSingle().Which.Code.Should().Be("MOTIF_INSUFFISANT");
        (await RouvrirAsync(jury, "Note d’un candidat mal recopiée")).Valeur!.Decisions.Should().Be(5);
        (await jury.LireAsync(d => d.Set<DecisionCandidat>().CountAsync(x => x.Etat == EtatDecision.Proposee, Ct))).Should().Be(5);
        (await jury.CloreAsync()).Refus.Should().BeEmpty();

        await jury.EcrireAsync(d =>
        {
            d.Add(new Publication
            {
                Session = LotGestion.Session,
                Examen = TypeExamen.BacPro,
                Groupe = GroupeEpreuves.Premier,
                Embargo = DateTime.UtcNow.AddDays(1),
                PremierSignataire = Guid.NewGuid(),
                PremiereSignature = DateTime.UtcNow,
                SecondSignataire = Guid.NewGuid(),
                SecondeSignature = DateTime.UtcNow,
            });
            return Task.CompletedTask;
        });
        (await RouvrirAsync(jury, "Trop tard, la publication est signée")).Refus.Should().ContainSingle().Which.Code.Should().Be("RESULTATS_PUBLIES");
        (await jury.LireAsync(d => d.Set<Jury>().SingleAsync(j => j.Id == jury.Id, Ct))).Etat.Should().Be(EtatJury.Clos);
    }

    [Fact]
    public async Task Un_membre_ne_clot_pas_et_le_president_d_un_autre_jury_non_plus()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        await using var donnees = jury.Lot.Base.Ouvrir();
        (await new CloreJury(donnees).ExecuteAsync(new(jury.Id, 0), jury.Membre, Ct)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Interdit);
        (await new CloreJury(donnees).ExecuteAsync(new(jury.Id, 0), JuryEnDeliberation.AutrePresident, Ct)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
        (await new RouvrirJury(donnees).ExecuteAsync(new(jury.Id, 0, "Motif assez long"), jury.President, Ct)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Interdit);
    }

    private static async Task<Outcome<RouvrirJury.Reponse>> RouvrirAsync(JuryEnDeliberation jury, string motif)
    {
        var version = await jury.VersionAsync();
        return await jury.LireAsync(d => new RouvrirJury(d).ExecuteAsync(new(jury.Id, version, motif), LotGestion.Gestionnaire(), Ct));
    }
}
