using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Examen;

public sealed class EcrireAuCandidatTests
{
    private static readonly Acteur Gestionnaire = new(Guid.CreateVersion7(), "Dominique Martin", Role.Gestionnaire, [new Perimetre(TypePerimetre.Academie, "02")]);
    private static readonly EcrireAuCandidat.Demande UneLettre = new(LotGestion.Session, "0220000003", CanalMessage.Lettre, "2 rue de l’Œuvre\r\n13002 MARSEILLE", "Pièce manquante", "Il manque votre certificat.\r\nEnvoyez-le avant le 12/06/2020.");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_lettre_s_apercoit_puis_se_met_en_file_avec_l_acte(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await using var donnees = lot.Base.Ouvrir();
        var apercu = await new EcrireAuCandidat(donnees).ExecuteAsync(UneLettre with { Apercu = true }, Gestionnaire, Ct);
        (await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse();
        var ecrit = await new EcrireAuCandidat(donnees).ExecuteAsync(UneLettre, Gestionnaire, Ct);

        ecrit.Valeur!.Message.Corps.Should().Be(apercu.Valeur!.Message.Corps).And.StartWith("Bonjour Anaïs D’Essai,\n\nIl manque votre certificat.\nEnvoyez-le").And.Contain("n° 0220000003 : Gestion administration, Session 2020.").And.Contain("Dominique Martin");
        var message = await donnees.Set<Message>().SingleAsync(Ct);
        (message.Objet, message.Academie, message.Departement, message.Uai).Should().Be(($"candidature:{lot.Ids[2]}", "02", "013", LotGestion.Uai));
        (await donnees.Set<LigneJournal>().SingleAsync(Ct)).Apres.Should().Be($"LETTRE message:{message.Id}");
    }

    [Fact]
    public async Task Ce_qui_manque_est_dit_et_hors_perimetre_rien_n_existe()
    {
        await using var lot = await LotGestion.CreerAsync();
        await using var donnees = lot.Base.Ouvrir();
        var ecrire = new EcrireAuCandidat(donnees);
        (await ecrire.ExecuteAsync(UneLettre with { Texte = " " }, Gestionnaire, Ct)).Refus[0].Phrase.Should().Contain("« texte »");
        (await ecrire.ExecuteAsync(UneLettre with { Adresse = "Marseille" }, Gestionnaire, Ct)).Refus[0].Code.Should().Be("ADRESSE_INCOMPLETE");
        (await ecrire.ExecuteAsync(UneLettre with { Canal = CanalMessage.Courriel }, Gestionnaire, Ct)).Refus[0].Code.Should().Be("COURRIEL_INVALIDE");
        (await ecrire.ExecuteAsync(UneLettre, Gestionnaire with { Perimetres = [new Perimetre(TypePerimetre.Departement, "005")] }, Ct)).Refus[0].Should().BeOfType<Introuvable>();
        (await ecrire.ExecuteAsync(UneLettre, Gestionnaire with { Role = Role.Candidat }, Ct)).Refus[0].Should().BeOfType<Interdit>();
        (await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Le_modele_s_apercoit_sur_un_vrai_dossier()
    {
        await using var lot = await LotGestion.CreerAsync();
        await using var donnees = lot.Base.Ouvrir();
        var previsualiser = new PrevisualiserModele(donnees, [EcrireAuCandidat.SurDossier]);
        (await previsualiser.ExecuteAsync(new(EcrireAuCandidat.Modele, "0220000003"), Gestionnaire, Ct)).Valeur!.Texte.Corps.Should().Contain("Anaïs D’Essai");
        (await previsualiser.ExecuteAsync(new(EcrireAuCandidat.Modele, "0220000003", "{sujet}", "{texte} pour {nom}"), Gestionnaire, Ct)).Valeur!.Texte.Corps.Should().EndWith("pour Anaïs D’Essai");
        (await previsualiser.ExecuteAsync(new(EcrireAuCandidat.Modele, "0220000003", "{sujet}", "{texte} pour {nom"), Gestionnaire, Ct)).Refus[0].Code.Should().Be("ACCOLADE_ISOLEE");
        (await previsualiser.ExecuteAsync(new(EcrireAuCandidat.Modele, "0229999999"), Gestionnaire, Ct)).Refus[0].Should().BeOfType<Introuvable>();
    }
}
