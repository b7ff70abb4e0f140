using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Messages;

/// <summary>What people do about messages, and who may.</summary>
public sealed class ActesMessagesTests
{
    private static readonly Acteur AutreAcademie = EnvoisTests.Gestionnaire with { Perimetres = [new Perimetre(TypePerimetre.Academie, "12")] };
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_message_s_annule_avec_un_motif_inscrit_au_journal(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var message = await EnFileAsync(donnees);

        (await AnnulerAsync(donnees, message, "court")).Refus[0].Should().BeOfType<AnnulerMessage.MotifInsuffisant>();
        (await AnnulerAsync(donnees, message, "le candidat a appelé", version: 9)).Refus[0].Should().BeOfType<ModifieEntreTemps>();
        (await AnnulerAsync(donnees, message, "le candidat a appelé", AutreAcademie)).Refus[0].Should().BeOfType<Introuvable>();
        (await AnnulerAsync(donnees, message, "le candidat a appelé", EnvoisTests.Administrateur)).Refus[0].Should().BeOfType<Introuvable>("l'administrateur ne juge pas ce que dit un message");
        (await AnnulerAsync(donnees, message, "le candidat a appelé")).EstReussi.Should().BeTrue();
        (await AnnulerAsync(donnees, message, "le candidat a appelé")).Refus[0].Should().BeOfType<AnnulerMessage.DejaFini>();

        (await new FileDEnvoi(donnees).AttendAsync(Ct)).Should().BeFalse();
        var ligne = await donnees.Set<LigneJournal>().SingleAsync(Ct);
        (ligne.Acte, ligne.Objet, ligne.Motif).Should().Be(("MESSAGE_ANNULE", $"message:{message.Id}", "le candidat a appelé"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Annuler_juste_avant_la_remise_arrete_l_envoi_et_pendant_est_refuse(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await using var noeud = @base.Ouvrir();
        var message = await EnFileAsync(donnees);
        var pris = (await new FileDEnvoi(noeud).PrendreAsync(Ct))!;
        donnees.ChangeTracker.Clear();
        (await AnnulerAsync(donnees, pris, "le candidat a appelé")).EstReussi.Should().BeTrue();
        (await new FileDEnvoi(noeud).AnnoncerAsync(pris, Ct)).Should().BeFalse();

        await EnFileAsync(donnees);
        var second = (await new FileDEnvoi(noeud).PrendreAsync(Ct))!;
        (await new FileDEnvoi(noeud).AnnoncerAsync(second, Ct)).Should().BeTrue();
        donnees.ChangeTracker.Clear();
        (await AnnulerAsync(donnees, second, "le candidat a appelé")).Refus[0].Should().BeOfType<AnnulerMessage.RemiseEnCours>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_remise_incertaine_se_juge_avec_un_motif(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var message = await EnEchecAsync(donnees, IssueRemise.Incertaine, null);
        var refuse = await EnEchecAsync(donnees, IssueRemise.Refusee, "SMTP_550");
        var reprendre = new ReprendreMessage(donnees);

        (await reprendre.ExecuteAsync(new(message.Id, message.Version), EnvoisTests.Gestionnaire, Ct)).Refus[0].Should().BeOfType<ReprendreMessage.MotifInsuffisant>();
        (await reprendre.ExecuteAsync(new(refuse.Id, refuse.Version, ConsidererEnvoye: true, "le candidat l’a reçu"), EnvoisTests.Gestionnaire, Ct)).Refus[0].Should().BeOfType<ReprendreMessage.PasIncertain>();
        (await reprendre.ExecuteAsync(new(message.Id, message.Version, ConsidererEnvoye: true, "le candidat l’a reçu"), EnvoisTests.Administrateur, Ct)).Refus[0].Should().BeOfType<Introuvable>();
        (await reprendre.ExecuteAsync(new(message.Id, message.Version, ConsidererEnvoye: true, "le candidat l’a reçu"), EnvoisTests.Gestionnaire, Ct)).Valeur!.Etat.Should().Be(EtatMessage.Envoye);
        (await reprendre.ExecuteAsync(new(message.Id, message.Version), EnvoisTests.Gestionnaire, Ct)).Refus[0].Should().BeOfType<ReprendreMessage.PasEnEchec>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Apres_une_panne_tout_se_relance_sauf_ce_qui_est_peut_etre_arrive(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await EnEchecAsync(donnees, IssueRemise.Incertaine, null);
        await EnEchecAsync(donnees, IssueRemise.Refusee, "SMTP_554");
        await EnEchecAsync(donnees, IssueRemise.Ajournee, "SMTP_451");

        (await new RelancerEchecs(donnees).ExecuteAsync(AutreAcademie, Ct)).Valeur!.Relances.Should().Be(0);
        (await new RelancerEchecs(donnees).ExecuteAsync(EnvoisTests.Administrateur, Ct)).Valeur!.Relances.Should().Be(2);
        (await donnees.Set<Message>().AsNoTracking().CountAsync(m => m.Etat == EtatMessage.AEnvoyer && m.Essais == 0, Ct)).Should().Be(2);
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "MESSAGES_RELANCES", Ct)).Apres.Should().Be("relances:2");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_files_se_comptent_et_l_administrateur_ne_lit_ni_le_nom_ni_le_texte(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await EnEchecAsync(donnees, IssueRemise.Incertaine, null);
        await EnEchecAsync(donnees, IssueRemise.Ajournee, "SMTP_451");
        var attend = await EnFileAsync(donnees);
        await donnees.EnvoyerAsync(EnvoisTests.UnCourrier(lettre: true), Ct);
        await donnees.SaveChangesAsync(Ct);

        var vu = (await new ListerMessages(donnees).ExecuteAsync(new(), EnvoisTests.Gestionnaire, Ct)).Valeur!;
        vu.Comptes.Should().BeEquivalentTo(new ListerMessages.Compte[]
        {
            new(FileDeMessages.EnAttente, CanalMessage.Courriel, 1), new(FileDeMessages.EnAttente, CanalMessage.Lettre, 1),
            new(FileDeMessages.ATraiter, CanalMessage.Courriel, 1), new(FileDeMessages.NouvelEssai, CanalMessage.Courriel, 1),
        });
        vu.Lignes.Should().HaveCount(2).And.OnlyContain(l => l.Nom == "Zoé Álvarez");
        var administre = (await new ListerMessages(donnees).ExecuteAsync(new(), EnvoisTests.Administrateur, Ct)).Valeur!;
        administre.Lignes.Should().HaveCount(2).And.OnlyContain(l => l.Nom == null && l.Sujet == null);
        (await new ListerMessages(donnees).ExecuteAsync(new(), EnvoisTests.Administrateur with { Perimetres = AutreAcademie.Perimetres }, Ct)).Valeur!.Total.Should().Be(0);
        (await new ListerMessages(donnees).ExecuteAsync(new(), AutreAcademie, Ct)).Valeur!.Total.Should().Be(0);
        (await new ListerMessages(donnees).ExecuteAsync(new(), new Acteur(null, "x", Role.Candidat, []), Ct)).Refus[0].Should().BeOfType<Interdit>();

        var lu = (await new ConsulterMessage(donnees).ExecuteAsync(new(attend.Id), EnvoisTests.Administrateur, Ct)).Valeur!;
        (lu.Lisible, lu.Message.Corps, lu.Message.Nom, lu.Message.Coordonnees).Should().Be((false, "", "", ""));
        (await new ConsulterMessage(donnees).ExecuteAsync(new(attend.Id), AutreAcademie, Ct)).Refus[0].Should().BeOfType<Introuvable>();
        (await new ConsulterMessage(donnees).ExecuteAsync(new(attend.Id), EnvoisTests.Gestionnaire with { Perimetres = [new Perimetre(TypePerimetre.Departement, "013")] }, Ct)).Valeur!.Lisible.Should().BeTrue();
    }

    private static async Task<Message> EnFileAsync(BaseRebond donnees)
    {
        var message = (await donnees.EnvoyerAsync(EnvoisTests.UnCourrier(), Ct)).Valeur!;
        await donnees.SaveChangesAsync(Ct);
        return message;
    }

    private static async Task<Message> EnEchecAsync(BaseRebond donnees, IssueRemise issue, string? code)
    {
        await EnFileAsync(donnees);
        donnees.ChangeTracker.Clear();
        var file = new FileDEnvoi(donnees);
        var message = (await file.PrendreAsync(Ct))!;
        await file.AnnoncerAsync(message, Ct);
        await file.ConclureAsync(message, new ResultatRemise(issue, code), Ct);
        return await donnees.Set<Message>().AsNoTracking().SingleAsync(m => m.Id == message.Id, Ct);
    }

    private static Task<Outcome<AnnulerMessage.Reponse>> AnnulerAsync(BaseRebond donnees, Message message, string motif, Acteur? acteur = null, int? version = null) =>
        new AnnulerMessage(donnees).ExecuteAsync(new(message.Id, version ?? message.Version, motif), acteur ?? EnvoisTests.Gestionnaire, Ct);
}
