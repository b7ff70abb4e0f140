using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats.Jurys;

public sealed class ConstituerJuryTests
{
    private static readonly MembreDemande Presidente = new(null, "Professeure Exemple", FonctionJury.President, false);
    private static readonly MembreDemande Membre = new(null, "Enseignant Modèle", FonctionJury.Membre, true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_jury_recoit_les_candidats_sans_jury_et_le_tiers_de_la_profession_est_signale(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await using var donnees = lot.Base.Ouvrir();
        donnees.Add(LotGestion.UneCandidature("Sans-Jury Exemple", 77));
        await donnees.SaveChangesAsync(Ct);

        var cree = (await new ConstituerJury(donnees).ExecuteAsync(Demande("PRO-013-GA-2", Presidente, Membre), LotGestion.Gestionnaire(), Ct)).Valeur!;

        cree.Candidats.Should().Be(1, "les cinq autres ont déjà un jury");
        cree.ManqueDeProfession.Should().BeTrue();
        (await donnees.Set<Candidature>().CountAsync(c => c.JuryId == cree.JuryId, Ct)).Should().Be(1);
    }

    [Fact]
    public async Task Sans_president_avec_deux_ou_avec_un_president_a_distance_toutes_les_raisons_sont_dites()
    {
        await using var lot = await LotGestion.CreerAsync();
        await using var donnees = lot.Base.Ouvrir();
        var cas = new ConstituerJury(donnees);
        (await cas.ExecuteAsync(Demande("PRO-013-GA-1", Membre), LotGestion.Gestionnaire(), Ct)).Refus.Select(r => r.Code).Should().Equal("PRESIDENT_REQUIS", "CODE_PRIS");
        (await cas.ExecuteAsync(Demande("é", Presidente, Presidente with { ADistance = true }), LotGestion.Gestionnaire(), Ct)).Refus.Select(r => r.Code)
            .Should().Equal("MEMBRE_EN_DOUBLE", "PRESIDENT_REQUIS", "PRESIDENT_A_DISTANCE", "CODE_INVALIDE");
        (await cas.ExecuteAsync(Demande("PRO-013-X", Presidente), LotGestion.Gestionnaire(TypePerimetre.Departement, "084"), Ct)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
        (await cas.ExecuteAsync(Demande("PRO-013-X", Presidente), JuryEnDeliberation.AutrePresident, Ct)).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Interdit);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Modifier_garde_les_presences_et_previent_le_second(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        var version = await jury.VersionAsync();
        var demande = new ModifierComposition.Demande(jury.Id, version, "Gestion-administration, Marseille", [Presidente with { Id = jury.PresidentId }, Membre]);

        (await jury.LireAsync(d => new ModifierComposition(d).ExecuteAsync(demande, LotGestion.Gestionnaire(), Ct))).EstReussi.Should().BeTrue();
        (await jury.LireAsync(d => new ModifierComposition(d).ExecuteAsync(demande, LotGestion.Gestionnaire(), Ct))).Refus.Should().ContainSingle().Which.Code.Should().Be("MODIFIE_ENTRE_TEMPS");

        var membres = await jury.LireAsync(d => d.Set<MembreJury>().Where(m => m.JuryId == jury.Id).OrderBy(m => m.Nom).ToListAsync(Ct));
        membres.Select(m => (m.Nom, m.Present)).Should().Equal(("Enseignant Modèle", false), ("Professeure Exemple", true));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_presence_se_constate_et_le_president_n_est_jamais_a_distance(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        var version = await jury.VersionAsync();
        var distance = new MarquerPresence.Demande(jury.Id, version, new Dictionary<Guid, MarquerPresence.Presence> { [jury.PresidentId] = MarquerPresence.Presence.ADistance });
        (await jury.LireAsync(d => new MarquerPresence(d).ExecuteAsync(distance, jury.President, Ct))).Refus.Should().ContainSingle().Which.Code.Should().Be("PRESIDENT_A_DISTANCE");

        var absente = distance with { Presences = new Dictionary<Guid, MarquerPresence.Presence> { [jury.PresidentId] = MarquerPresence.Presence.Absent } };
        (await jury.LireAsync(d => new MarquerPresence(d).ExecuteAsync(absente, jury.President, Ct))).Valeur!.Presents.Should().Be(1);
        (await jury.LireAsync(d => new MarquerPresence(d).ExecuteAsync(absente, jury.President, Ct))).Refus.Should().ContainSingle().Which.Code.Should().Be("MODIFIE_ENTRE_TEMPS");
        (await jury.LireAsync(d => new MarquerPresence(d).ExecuteAsync(absente, jury.Membre, Ct))).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Interdit);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_sous_jurys_prennent_des_etablissements_entiers_et_le_jury_n_a_plus_de_candidat(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await using var donnees = lot.Base.Ouvrir();
        donnees.Add(LotGestion.UneCandidature("Autre Exemple", 88, lot.JuryId, uai: "0130002B"));
        donnees.Add(new MembreJury { JuryId = lot.JuryId, Nom = "Professeure Exemple", Fonction = FonctionJury.President });
        await donnees.SaveChangesAsync(Ct);
        var cas = new CreerSousJurys(donnees);

        (await cas.ExecuteAsync(new(lot.JuryId, 0, [[LotGestion.Uai], []]), LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("REPARTITION_INCOMPLETE");
        (await cas.ExecuteAsync(new(lot.JuryId, 0, [[LotGestion.Uai], [LotGestion.Uai, "0130002B"]]), LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("REPARTITION_INCOMPLETE");
        (await cas.ExecuteAsync(new(lot.JuryId, 0, [[LotGestion.Uai], ["0130002B"]]), LotGestion.Gestionnaire(), Ct)).Valeur!.Codes.Should().Equal("PRO-013-GA-1-1", "PRO-013-GA-1-2");

        var parJury = await donnees.Set<Candidature>().GroupBy(c => c.JuryId).Select(g => g.Count()).ToListAsync(Ct);
        parJury.Should().BeEquivalentTo([5, 1]);
        (await donnees.Set<Candidature>().AnyAsync(c => c.JuryId == lot.JuryId, Ct)).Should().BeFalse();
        (await cas.ExecuteAsync(new(lot.JuryId, 1, [[LotGestion.Uai], ["0130002B"]]), LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEJA_REPARTI");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_code_trop_long_ou_deja_porte_par_un_autre_jury_se_dit_sans_rien_repartir(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await using var donnees = lot.Base.Ouvrir();
        donnees.Add(LotGestion.UneCandidature("Autre Exemple", 88, lot.JuryId, uai: "0130002B"));
        donnees.Add(new Jury { Session = LotGestion.Session, Code = "PRO-013-GA-1-2", Libelle = "Jury à part", Examen = TypeExamen.BacPro, Departement = "013" });
        await donnees.SaveChangesAsync(Ct);

        (await new CreerSousJurys(donnees).ExecuteAsync(new(lot.JuryId, 0, [[LotGestion.Uai], ["0130002B"]]), LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_PRIS");
        (await donnees.Set<Candidature>().CountAsync(c => c.JuryId == lot.JuryId, Ct)).Should().Be(6);

        // A sous-jury adds its rank to the code: the column holds 40.
        (await new ConstituerJury(donnees).ExecuteAsync(Demande($"PRO-013-{new string('A', 29)}", Presidente), LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_INVALIDE");
        (await new ConstituerJury(donnees).ExecuteAsync(Demande("PRO-013-X\n", Presidente), LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_INVALIDE");
    }

    [Fact]
    public async Task Le_president_d_un_jury_atteint_ses_sous_jurys_un_membre_non()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        var sousJury = new Jury { Session = LotGestion.Session, Code = "PRO-013-GA-1-1", Libelle = "Sous-jury", Examen = TypeExamen.BacPro, Departement = "013", JuryParentId = jury.Id };
        await jury.EcrireAsync(d => { d.Add(sousJury); return Task.CompletedTask; });

        (await jury.LireAsync(d => new ListerJurys(d).ExecuteAsync(new(), jury.President, Ct))).Valeur!.Jurys.Should().HaveCount(2);
        (await jury.LireAsync(d => new ListerJurys(d).ExecuteAsync(new(), jury.Membre, Ct))).Valeur!.Jurys.Should().ContainSingle();
        (await jury.LireAsync(d => new ListerJurys(d).ExecuteAsync(new(), LotGestion.Gestionnaire(TypePerimetre.Departement, "084"), Ct))).Valeur!.Jurys.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_composition_dit_les_personnes_les_etablissements_et_s_il_se_rouvre(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);

        var vue = (await jury.LireAsync(d => new ConsulterComposition(d).ExecuteAsync(jury.Id, jury.Membre, Ct))).Valeur!;

        vue.Membres.Select(m => m.Nom).Should().Equal("Professeure Exemple", "Artisan Modèle");
        vue.Etablissements.Should().Equal(new ConsulterComposition.Lieu(LotGestion.Uai, "Lycée professionnel Émile-Fictif, Marseille", 5));
        (vue.Rouvrable, vue.ManqueDeProfession).Should().Be((false, false));
        await jury.Lot.CloreJuryAsync();
        (await jury.LireAsync(d => new ConsulterComposition(d).ExecuteAsync(jury.Id, LotGestion.Gestionnaire(), Ct))).Valeur!.Rouvrable.Should().BeTrue();
        (await jury.LireAsync(d => new ConsulterComposition(d).ExecuteAsync(jury.Id, JuryEnDeliberation.AutrePresident, Ct))).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
    }

    private static ConstituerJury.Demande Demande(string code, params MembreDemande[] membres) =>
        new(LotGestion.Session, code, "Gestion-administration, Bouches-du-Rhône", TypeExamen.BacPro, "013", LotGestion.Specialite, membres);
}
