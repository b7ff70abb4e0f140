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

public sealed class OuvrirDeliberationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_president_ouvre_une_fois_un_membre_jamais(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        (await OuvrirAsync(jury)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEJA_OUVERTE");
        await jury.EcrireAsync(async d => (await d.Set<Jury>().SingleAsync(j => j.Id == jury.Id, Ct)).Etat = EtatJury.Constitue);

        (await OuvrirAsync(jury)).Valeur!.Groupe.Should().Be(GroupeEpreuves.Premier);
        (await jury.LireAsync(d => new OuvrirDeliberation(d).ExecuteAsync(new(jury.Id, 0), jury.Membre, Ct))).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Interdit);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_second_groupe_s_ouvre_une_fois_le_premier_publie_avec_les_seuls_autorises(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.OuvrirLivretAsync(0);
        (await jury.CloreAsync()).Valeur!.Decisions[Decision.Controle].Should().Be(1);
        (await OuvrirAsync(jury)).Refus.Should().ContainSingle().Which.Code.Should().Be("DELIBERATION_FERMEE");

        await jury.EcrireAsync(async d =>
        {
            var hier = DateTime.UtcNow.AddDays(-1);
            d.Add(new Publication { Session = LotGestion.Session, Examen = TypeExamen.BacPro, Groupe = GroupeEpreuves.Premier, Embargo = hier, PremierSignataire = Guid.NewGuid(), PremiereSignature = hier, SecondSignataire = Guid.NewGuid(), SecondeSignature = hier });
            (await d.Set<FeuilleNotes>().FindAsync([jury.Lot.Ids[1]], Ct))!.Controle = "INTERROGATION1:8 INTERROGATION2:7";
        });
        (await OuvrirAsync(jury)).Valeur!.Groupe.Should().Be(GroupeEpreuves.Second);
        var lot = (await jury.LireAsync(d => new ConsulterLot(d).ExecuteAsync(new(jury.Id), jury.President, Ct))).Valeur!;
        lot.Lignes.Should().ContainSingle().Which.NumeroAnonymat.Should().Be("ANON0002");
        (await jury.CloreAsync()).EstReussi.Should().BeTrue();
        (await jury.LireAsync(d => d.Set<DecisionCandidat>().CountAsync(x => x.Groupe == GroupeEpreuves.Second, Ct))).Should().Be(1);
        (await jury.LireAsync(d => d.Set<DecisionCandidat>().CountAsync(x => x.Groupe == GroupeEpreuves.Premier, Ct))).Should().Be(5);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_examen_du_livret_est_un_acte_date_et_journalise_une_fois(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.OuvrirLivretAsync(0);
        await jury.OuvrirLivretAsync(0);

        (await jury.LireAsync(d => d.Set<LigneJournal>().CountAsync(l => l.Acte == "LIVRET_EXAMINE", Ct))).Should().Be(1);
        var vue = (await jury.LireAsync(d => new ConsulterCandidatAnonyme(d).ExecuteAsync(new(jury.Id, "ANON0001"), jury.Membre, Ct))).Valeur!;
        vue.LivretOuvertLe.Should().NotBeNull();
        vue.Conclusion.Decision.Should().Be(Decision.Ajourne);
        (await jury.LireAsync(d => new OuvrirLivret(d).ExecuteAsync(new(jury.Id, "ANON9999"), jury.Membre, Ct))).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
    }

    [Fact]
    public async Task Livret_ferme_l_ajournement_attend_et_la_raison_est_citee()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        var vue = (await jury.LireAsync(d => new ConsulterCandidatAnonyme(d).ExecuteAsync(new(jury.Id, "ANON0001"), jury.Membre, Ct))).Valeur!;

        vue.Conclusion.Decision.Should().Be(Decision.EnAttente);
        vue.Proposition.Decision.Should().Be(Decision.Ajourne);
        vue.Conclusion.Bascule.Should().NotBeNull("ce qui changerait la décision se lit avant d’ouvrir le livret");
        vue.Conclusion.Motifs.Should().Contain(m => m.Code == "LIVRET_NON_EXAMINE" && m.Fondement.Article == "D337-85");
    }

    private static async Task<Outcome<OuvrirDeliberation.Reponse>> OuvrirAsync(JuryEnDeliberation jury)
    {
        var version = await jury.VersionAsync();
        return await jury.LireAsync(d => new OuvrirDeliberation(d).ExecuteAsync(new(jury.Id, version), jury.President, Ct));
    }
}
