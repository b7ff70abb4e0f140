using System.Text.Encodings.Web;
using System.Text.Json;
using AwesomeAssertions;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats.Jurys;

public sealed class ConsulterLotTests
{
    private static readonly JsonSerializerOptions EnClair = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<Outcome<ConsulterLot.Reponse>> LireAsync(JuryEnDeliberation jury, ConsulterLot.Demande? demande = null) =>
        jury.LireAsync(d => new ConsulterLot(d).ExecuteAsync(demande ?? new(jury.Id), jury.Membre, Ct));

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_plus_pres_d_un_seuil_vient_le_premier_avec_ses_points_exacts(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);

        var lot = (await LireAsync(jury)).Valeur!;

        lot.Lignes.Select(l => (l.NumeroAnonymat, l.Distance)).Should().Equal(
            ("ANON0002", new DistanceAuSeuil(10, 13.5m)), ("ANON0004", new DistanceAuSeuil(14, 13.5m)), ("ANON0003", new DistanceAuSeuil(12, 27m)),
            ("ANON0001", new DistanceAuSeuil(8, 54m)), ("ANON0005", null));
        lot.Lignes.Single(l => l.NumeroAnonymat == "ANON0005").Mention.Should().Be(Mention.TresBien);
        lot.Lignes.Single(l => l.NumeroAnonymat == "ANON0001").Should().Match<ConsulterLot.Ligne>(l => l.Decision == Decision.Ajourne && l.LivretAOuvrir && l.Moyenne == "6,00");
        lot.LivretsAOuvrir.Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_point_releve_change_la_proposition_et_le_tri(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        (await jury.ReleverAsync(1, "U31", "10", "14,5")).EstReussi.Should().BeTrue();

        var ligne = (await LireAsync(jury)).Valeur!.Lignes.Single(l => l.NumeroAnonymat == "ANON0002");

        ligne.Decision.Should().Be(Decision.Admis, "3 × 4,5 points portent 256,5 à 270 sur 27");
        ligne.Moyenne.Should().Be("10,00");
        ligne.Relevees.Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_filtres_et_les_drapeaux_disent_ce_qui_bloque(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.EcrireAsync(d => { d.Add(new BordereauNote { CandidatureId = jury.Lot.Ids[2], Unite = "U12", Session = LotGestion.Session, Valeur = "13" }); return Task.CompletedTask; });
        await jury.EcrireAsync(async d => (await d.Set<FeuilleNotes>().FindAsync([jury.Lot.Ids[4]], Ct))!.Notes = "U12:17");

        (await LireAsync(jury, new(jury.Id, Filtre: ConsulterLot.Filtre.Ecarts))).Valeur!.Lignes.Should().ContainSingle().Which.NumeroAnonymat.Should().Be("ANON0003");
        (await LireAsync(jury, new(jury.Id, Filtre: ConsulterLot.Filtre.Incomplets))).Valeur!.Lignes.Should().ContainSingle().Which.Decision.Should().Be(Decision.EnAttente);
        (await LireAsync(jury, new(jury.Id, Decision: Decision.Ajourne))).Valeur!.Total.Should().Be(1);
        (await LireAsync(jury, new(jury.Id, Uai: "0840001V"))).Valeur!.Total.Should().Be(0);
    }

    [Fact]
    public async Task Un_autre_jury_n_existe_pas_et_un_gestionnaire_ne_delibere_pas()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        await using var donnees = jury.Lot.Base.Ouvrir();
        var cas = new ConsulterLot(donnees);
        (await cas.ExecuteAsync(new(jury.Id), JuryEnDeliberation.AutrePresident, Ct)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
        (await cas.ExecuteAsync(new(jury.Id), LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Interdit);
    }

    [Fact]
    public async Task Ce_que_le_jury_recoit_ne_nomme_personne()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        var recu = JsonSerializer.Serialize(new object[]
        {
            (await LireAsync(jury)).Valeur!,
            (await jury.LireAsync(d => new ConsulterCandidatAnonyme(d).ExecuteAsync(new(jury.Id, "ANON0001"), jury.Membre, Ct))).Valeur!,
            (await jury.LireAsync(d => new LireProcesVerbal(d).ExecuteAsync(jury.Id, jury.Membre, Ct))).Valeur!,
        }, EnClair);

        recu.Should().Contain("ANON0001");
        foreach (var rang in Enumerable.Range(1, 5))
        {
            var candidat = LotGestion.UneCandidature(new[] { "Álvarez-Fictif Zoé", "Benoît-Exemple Luc", "D’Essai Anaïs", "Garcia-Démo Théo", "Müller-Modèle Inès" }[rang - 1], rang);
            recu.Should().NotContain(candidat.Nom).And.NotContain(candidat.Numero).And.NotContain(candidat.Ine!).And.NotContain(candidat.CleRecherche);
        }
        recu.Should().NotContain("2002-03-01").And.NotContainAny(jury.Lot.Ids.Select(i => i.ToString()));
    }
}
