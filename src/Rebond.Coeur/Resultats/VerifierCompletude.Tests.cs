using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class VerifierCompletudeTests
{
    private static readonly int Attendues = Reglements.Chercher(LotGestion.Reglement)!.Unites.Count(u => u.Obligatoire);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Tout_est_la_quand_chaque_candidat_a_ses_notes_un_jury_clos_et_une_decision(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.DelibererSessionAsync();

        var reponse = await VerifierAsync(jury);

        reponse.EstComplete.Should().BeTrue();
        (reponse.Candidats, reponse.Etablissements.Count, reponse.SansDecision).Should().Be((5, 0, 0));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_note_manquante_est_comptee_a_son_etablissement(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.EcrireAsync(async d => (await d.Set<FeuilleNotes>().SingleAsync(f => f.CandidatureId == jury.Lot.Ids[4], Ct)).NotesManquantes = 3);
        await jury.DelibererSessionAsync();

        (await VerifierAsync(jury)).Etablissements.Should().ContainSingle().Which
            .Should().Be(new VerifierCompletude.ParEtablissement(LotGestion.Uai, "Lycée professionnel Émile-Fictif", "Marseille", 5, 3, 0, 0));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_candidat_dont_rien_n_est_saisi_manque_de_toutes_ses_notes_et_d_une_decision(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.DelibererSessionAsync();
        await jury.EcrireAsync(d => Task.FromResult(d.Add(LotGestion.UneCandidature("Oublié-Exemple Paul", 6, jury.Id))));

        var reponse = await VerifierAsync(jury);

        reponse.EstComplete.Should().BeFalse("personne n'est perdu parce que rien n'a été saisi pour lui");
        (reponse.NotesManquantes, reponse.SansDecision).Should().Be((Attendues, 1));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_proposition_n_est_pas_une_decision_et_le_jury_est_dit_ouvert(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();
        await jury.DelibererSessionAsync();

        var reponse = await VerifierAsync(jury);

        reponse.SansDecision.Should().Be(5);
        reponse.JurysOuverts.Should().ContainSingle().Which.Code.Should().Be("PRO-013-GA-1");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_decision_en_attente_un_candidat_sans_jury_et_un_jury_sans_candidat(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.EcrireAsync(async d => (await d.Set<FeuilleNotes>().SingleAsync(f => f.CandidatureId == jury.Lot.Ids[4], Ct)).PfmpValidee = null);
        await jury.DelibererSessionAsync();
        await jury.LireAsync(d => d.Set<DecisionCandidat>().Where(x => x.CandidatureId == jury.Lot.Ids[4]).ExecuteUpdateAsync(x => x.SetProperty(y => y.Decision, Decision.EnAttente), Ct));
        await jury.EcrireAsync(d =>
        {
            d.Add(LotGestion.UneCandidature("Sans-Jury Exemple", 77));
            d.Add(new Jury { Session = LotGestion.Session, Code = "PRO-013-VIDE", Libelle = "Sans candidat", Examen = TypeExamen.BacPro, Departement = "013" });
            return Task.CompletedTask;
        });

        var reponse = await VerifierAsync(jury);

        (reponse.EnAttente, reponse.SansJury, reponse.SansDecision).Should().Be((1, 1, 1));
        reponse.JurysOuverts.Should().BeEmpty("un jury sans candidat n'a rien à clore");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_second_groupe_ne_concerne_que_ceux_que_le_premier_y_envoie(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        (await VerifierAsync(jury, GroupeEpreuves.Second)).Candidats.Should().Be(0, "le premier groupe n'est pas arrêté");
        await jury.DelibererSessionAsync();

        var reponse = await VerifierAsync(jury, GroupeEpreuves.Second);

        (reponse.Candidats, reponse.SansDecision).Should().Be((1, 1));
        (await VerifierAsync(jury, examen: TypeExamen.BacGeneral)).Candidats.Should().Be(0, "un autre examen");
    }

    private static Task<VerifierCompletude.Reponse> VerifierAsync(JuryEnDeliberation jury, GroupeEpreuves groupe = GroupeEpreuves.Premier, TypeExamen examen = TypeExamen.BacPro) =>
        jury.LireAsync(d => new VerifierCompletude(d).ExecuteAsync(LotGestion.Session, examen, groupe, Ct));
}
