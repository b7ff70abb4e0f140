using AwesomeAssertions;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Examen.Sentinelles;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ConsulterCandidatTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_dossier_montre_la_conclusion_ses_motifs_et_l_historique_de_la_candidature(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await using var donnees = lot.Base.Ouvrir();
        await new EnregistrerNotes(donnees).ExecuteAsync(new([new(lot.Ids[0], 1, "U12", "12", ""), new(lot.Ids[1], 2, "U12", "9", "")]), LotGestion.Gestionnaire(), Ct);

        var dossier = (await new ConsulterCandidat(donnees).ExecuteAsync(lot.Ids[0], LotGestion.Gestionnaire(), Ct)).Valeur!;

        dossier.Conclusion.Decision.Should().Be(Decision.EnAttente);
        dossier.Conclusion.Manques.Should().Contain("U11");
        dossier.Historique.Should().ContainSingle("l’autre candidat n’est pas dans cet historique").Which.Apres.Should().Be("U12:12");
        dossier.JuryCode.Should().Be("PRO-013-GA-1");
    }

    [Fact]
    public async Task Hors_perimetre_le_dossier_est_introuvable()
    {
        await using var lot = await LotGestion.CreerAsync();
        await using var donnees = lot.Base.Ouvrir();
        (await new ConsulterCandidat(donnees).ExecuteAsync(lot.Ids[0], LotGestion.Gestionnaire(TypePerimetre.Departement, "084"), Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_PFMP_et_les_facultatives_se_modifient_et_se_journalisent(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await using var donnees = lot.Base.Ouvrir();
        var demande = new ModifierDossier.Demande(lot.Ids[0], 0, "22", true, new Dictionary<string, string> { ["UF1"] = "13" }, null);

        (await new ModifierDossier(donnees).ExecuteAsync(demande, LotGestion.Gestionnaire(), Ct)).Valeur!.Changements.Should().Be(2);

        (await lot.FeuilleAsync(0)).Should().BeEquivalentTo(new { PfmpSemaines = (short)22, PfmpValidee = true, Facultatives = "UF1:13" });
        var historique = (await new ConsulterCandidat(donnees).ExecuteAsync(lot.Ids[0], LotGestion.Gestionnaire(), Ct)).Valeur!.Historique;
        historique.Select(l => (l.Acte, l.Avant, l.Apres)).Should().BeEquivalentTo([("PFMP_MODIFIEE", "semaines: validee:", "semaines:22 validee:OUI"), ("FACULTATIVES_MODIFIEES", "", "UF1:13")]);
    }

    [Fact]
    public async Task Une_saisie_impossible_une_version_ancienne_et_un_jury_clos_sont_refuses_ensemble()
    {
        await using var lot = await LotGestion.CreerAsync();
        await lot.CloreJuryAsync();
        await using var donnees = lot.Base.Ouvrir();
        var demande = new ModifierDossier.Demande(lot.Ids[0], 7, "-1", null, new Dictionary<string, string> { ["UF1"] = "30", ["UF9"] = "12" }, null);

        var refus = (await new ModifierDossier(donnees).ExecuteAsync(demande, LotGestion.Gestionnaire(), Ct)).Refus;

        refus.Select(r => r.Code).Should().Equal("SAISIE_INVALIDE", "SAISIE_INVALIDE", "SAISIE_INVALIDE", "JURY_CLOS", "MODIFIE_ENTRE_TEMPS");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_avancement_compte_les_dossiers_complets_et_met_en_tete_l_etablissement_le_plus_en_retard(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(0, "U12:8");
        await using var donnees = lot.Base.Ouvrir();

        var avancement = (await new ConsulterAvancement(donnees).ExecuteAsync(null, LotGestion.Gestionnaire(), Ct)).Valeur!;

        avancement.Cellules.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Candidats = 5, Complets = 1 }, "la feuille écrite par le test n’a pas de note manquante");
        avancement.Retards.Should().ContainSingle().Which.Incomplets.Should().Be(4);
        (await new ConsulterAvancement(donnees).ExecuteAsync(null, LotGestion.Gestionnaire(TypePerimetre.Academie, "12"), Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await new ConsulterAvancementJurys(donnees).ExecuteAsync(LotGestion.Session, LotGestion.Gestionnaire(), Ct)).Valeur!.Jurys.Should().ContainSingle().Which.Nombre.Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_grille_liste_les_candidats_dans_l_ordre_des_listes_avec_toutes_les_unites(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(2, "U12:ABSENT");
        await using var donnees = lot.Base.Ouvrir();

        var grille = (await new ConsulterGrille(donnees, new ProfilsRecents(TimeProvider.System)).ExecuteAsync(new(LotGestion.Session, LotGestion.Uai, LotGestion.Specialite), LotGestion.Gestionnaire(), Ct)).Valeur!;

        grille.Lignes.Select(l => l.Nom).Should().Equal("Álvarez-Fictif", "Benoît-Exemple", "D’Essai", "Garcia-Démo", "Müller-Modèle");
        grille.Colonnes.Select(c => c.Code).Should().Contain(["U11", "U12", "U2"]);
        grille.Anomalies.Should().ContainSingle().Which.Phrase.Should().StartWith("1 absence sur 1 sans bordereau");
        (await new SignalerAnomalies(donnees).ExecuteAsync(LotGestion.Session, LotGestion.Gestionnaire(), Ct)).Valeur!.Lots.Should().ContainSingle();
        (await new ConsulterGrille(donnees, new ProfilsRecents(TimeProvider.System)).ExecuteAsync(new(LotGestion.Session, LotGestion.Uai, LotGestion.Specialite), LotGestion.Gestionnaire(TypePerimetre.Departement, "004"), Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }
}
