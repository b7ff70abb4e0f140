using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Socle.Messages.Lettres;
using Rebond.Tests.Commun.Examen;
using Rebond.Web.Messages;
using Xunit;

namespace Rebond.Web.Tests.Messages;

public sealed partial class PagesMessagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sans_serveur_les_courriels_se_disent_en_attente_et_ne_passent_jamais_pour_envoyes()
    {
        await using var hote = await Hote.DemarrerAsync();
        var id = await EnFileAsync(hote);
        using var gestionnaire = await hote.SeConnecterAsync(Role.Gestionnaire);
        var page = await gestionnaire.LireAsync("/messages");
        page.Texte.Should().Contain("En attente, aucun serveur configuré").And.Contain("Zoé Álvarez").And.Contain("Votre dossier");
        (await gestionnaire.LireAsync($"/messages/{id}")).Texte.Should().Contain("en attente, aucun serveur configuré").And.Contain("Il est complet.").And.Contain("zoe@exemple.fr");
        (await hote.Services.GetRequiredService<ExpedierCourriels>().PasserAsync(Ct)).Should().Be(0);
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<Message>().SingleAsync(Ct)).Etat.Should().Be(EtatMessage.AEnvoyer);
    }

    [Fact]
    public async Task L_administrateur_suit_la_file_sans_lire_ni_nom_ni_texte()
    {
        await using var hote = await Hote.DemarrerAsync();
        var id = await EnFileAsync(hote);
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);
        foreach (var adresse in new[] { "/messages", $"/messages/{id}" })
            (await admin.LireAsync(adresse)).Texte.Should().Contain("à votre rôle").And.NotContain("Zoé").And.NotContain("Il est complet").And.NotContain("zoe@exemple.fr");
        (await admin.LireAsync("/messages/lettres")).Statut.Should().Be(HttpStatusCode.Forbidden);
        (await admin.LireAsync("/messages/modeles/courrier_candidat")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Un_message_s_annule_depuis_sa_page_avec_un_motif()
    {
        await using var hote = await Hote.DemarrerAsync();
        var id = await EnFileAsync(hote);
        using var gestionnaire = await hote.SeConnecterAsync(Role.Gestionnaire);
        await gestionnaire.LireAsync($"/messages/{id}");
        (await gestionnaire.EnvoyerAsync($"/messages/{id}?handler=Annuler", ("Version", "0"), ("MotifAnnulation", ""))).Texte.Should().Contain("Écrivez pourquoi");
        var fait = await gestionnaire.SuivreAsync(await gestionnaire.EnvoyerAsync($"/messages/{id}?handler=Annuler", ("Version", "0"), ("MotifAnnulation", "le candidat a téléphoné")));
        fait.Texte.Should().Contain("Le message est annulé").And.Contain("Annulés");
        fait.Html.Should().NotContain("id=\"annuler\"");
    }

    [Fact]
    public async Task Un_echec_se_relance_et_une_remise_incertaine_se_juge()
    {
        await using var smtp = new FauxSmtp { Repondre = c => c == "." ? "" : null };
        await using var hote = await Hote.DemarrerAsync(reglages: smtp.Reglages());
        var incertain = await EnFileAsync(hote);
        await hote.Services.GetRequiredService<ExpedierCourriels>().PasserAsync(Ct);
        smtp.Repondre = c => c.StartsWith("RCPT", StringComparison.Ordinal) ? "550 boîte inconnue" : null;
        var refuse = await EnFileAsync(hote);
        await hote.Services.GetRequiredService<ExpedierCourriels>().PasserAsync(Ct);

        using var gestionnaire = await hote.SeConnecterAsync(Role.Gestionnaire);
        var file = await gestionnaire.LireAsync("/messages?file=A_TRAITER");
        file.Texte.Should().Contain("Peut-être arrivé").And.Contain("Refusé (550)").And.Contain("Relancer les échecs maintenant");
        (await gestionnaire.SuivreAsync(await gestionnaire.EnvoyerAsync("/messages?handler=Relancer&file=A_TRAITER"))).Texte.Should().Contain("1 courriel relancé");
        await using (var donnees = hote.Ouvrir())
            (await donnees.Set<Message>().SingleAsync(m => m.Id == refuse, Ct)).Etat.Should().Be(EtatMessage.AEnvoyer);

        var detail = await gestionnaire.LireAsync($"/messages/{incertain}");
        detail.Texte.Should().Contain("le message est peut-être arrivé").And.Contain("Ce qu’il est devenu");
        var version = Version().Match(detail.Html).Groups[1].Value;
        (await gestionnaire.EnvoyerAsync($"/messages/{incertain}?handler=Reprendre", ("Version", version), ("MotifReprise", "le candidat l’a reçu"))).Texte.Should().Contain("Dites ce que ce message est devenu");
        (await gestionnaire.EnvoyerAsync($"/messages/{incertain}?handler=Reprendre", ("Version", version), ("Arrive", "true"), ("MotifReprise", ""))).Texte.Should().Contain("écrivez ce que vous avez vérifié");
        (await gestionnaire.SuivreAsync(await gestionnaire.EnvoyerAsync($"/messages/{incertain}?handler=Reprendre", ("Version", version), ("Arrive", "true"), ("MotifReprise", "le candidat l’a reçu")))).Texte.Should().Contain("considéré comme envoyé").And.Contain("Envoyés");
    }

    [Fact]
    public async Task L_administrateur_recoit_l_essai_qu_il_demande()
    {
        await using var smtp = new FauxSmtp();
        await using var hote = await Hote.DemarrerAsync(reglages: smtp.Reglages());
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);
        await admin.LireAsync("/messages");
        (await admin.SuivreAsync(await admin.EnvoyerAsync("/messages?handler=Essai"))).Texte.Should().Contain("L’essai est en file");
        await hote.Services.GetRequiredService<ExpedierCourriels>().PasserAsync(Ct);
        smtp.Recus.Should().ContainSingle().Which.Destinataire.Should().Be("administrateur@demonstration.invalid");
    }

    [Fact]
    public async Task Le_lien_d_activation_envoye_marche_n_est_montre_a_personne_et_s_efface()
    {
        await using var smtp = new FauxSmtp();
        await using var hote = await Hote.DemarrerAsync(reglages: smtp.Reglages());
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);
        Guid compte;
        await using (var donnees = hote.Ouvrir())
        {
            compte = (await new CreerCompte(donnees).ExecuteAsync(new("nouvelle@exemple.fr", "Nouvelle Personne"), Acteur.LigneDeCommande, Ct)).Valeur!.CompteId;
        }
        await admin.LireAsync($"/compte/administration/compte/{compte}");
        (await admin.SuivreAsync(await admin.EnvoyerAsync($"/compte/administration/compte/{compte}?handler=EnvoyerLien"))).Texte.Should().Contain("partira à l’adresse de ce compte");
        Guid message;
        await using (var donnees = hote.Ouvrir())
            message = (await donnees.Set<Message>().SingleAsync(Ct)).Id;
        (await admin.LireAsync($"/messages/{message}")).Texte.Should().Contain("n’est montré à personne").And.NotContain("jeton=");

        await hote.Services.GetRequiredService<ExpedierCourriels>().PasserAsync(Ct);
        var recu = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(smtp.Recus.Single().Octets), Ct);
        var lien = new Uri(Lien().Match(recu.TextBody!).Value);
        using var personne = hote.Visiter();
        (await personne.LireAsync(lien.PathAndQuery)).Texte.Should().Contain("mot de passe");
        await using var relue = hote.Ouvrir();
        (await relue.Set<Message>().SingleAsync(Ct)).Corps.Should().BeEmpty();
        (await relue.Set<LigneJournal>().CountAsync(l => l.Acte == "LIEN_ACTIVATION_ENVOYE", Ct)).Should().Be(1);
    }

    [Fact]
    public async Task Un_second_facteur_efface_se_dit_a_son_titulaire()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);
        Guid compte;
        await using (var donnees = hote.Ouvrir())
            compte = (await donnees.Users.SingleAsync(u => u.Email == "gestionnaire@demonstration.invalid", Ct)).Id;
        await admin.LireAsync($"/compte/administration/compte/{compte}");
        await admin.EnvoyerAsync($"/compte/administration/compte/{compte}?handler=Reinitialiser", ("MotifReinitialisation", "téléphone perdu"));
        await using var relue = hote.Ouvrir();
        var message = await relue.Set<Message>().SingleAsync(Ct);
        (message.Modele, message.Coordonnees).Should().Be(("SECOND_FACTEUR_REINITIALISE", "gestionnaire@demonstration.invalid"));
        message.Corps.Should().NotContain("téléphone perdu", "le motif est pour le journal");
    }

    [Fact]
    public async Task Une_lettre_s_apercoit_se_met_en_file_s_imprime_et_se_dit_postee()
    {
        await using var hote = await Hote.DemarrerAsync();
        await using (var donnees = hote.Ouvrir())
            await LotGestion.EcrireAsync(donnees, Guid.CreateVersion7());
        using var gestionnaire = await hote.SeConnecterAsync(Role.Gestionnaire);
        await gestionnaire.LireAsync("/messages/ecrire");
        (string, string)[] saisie = [("Session", "2020-06"), ("Numero", "0220000001"), ("Canal", "LETTRE"), ("Adresse", "1 rue de l’Œuvre\r\n13001 MARSEILLE"), ("Sujet", "Pièce manquante"), ("Texte", "Il manque une pièce.")];
        (await gestionnaire.EnvoyerAsync("/messages/ecrire?handler=Envoyer", [.. saisie[..5], ("Texte", " ")])).Texte.Should().Contain("un champ est vide, « texte »");
        (await gestionnaire.EnvoyerAsync("/messages/ecrire?handler=Apercu", saisie)).Texte.Should().Contain("Ce qui partira").And.Contain("Bonjour Zoé Álvarez-Fictif");
        await using (var donnees = hote.Ouvrir())
            (await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse();
        var file = await gestionnaire.EnvoyerAsync("/messages/ecrire?handler=Envoyer", saisie);
        file.Vers.Should().MatchRegex("^/messages/[0-9a-f-]{36}$", "rien de personnel dans une adresse");

        (await gestionnaire.LireAsync("/messages/lettres")).Texte.Should().Contain("Courrier à un candidat 1");
        (await gestionnaire.SuivreAsync(await gestionnaire.EnvoyerAsync("/messages/lettres?handler=Preparer"))).Texte.Should().Contain("Un lot de 1 lettre").And.Contain("À imprimer et à poster");
        LotLettres lot;
        await using (var donnees = hote.Ouvrir())
            lot = await donnees.Set<LotLettres>().SingleAsync(Ct);
        (await gestionnaire.EnvoyerAsync($"/messages/lettres?handler=Clore&lot={lot.Id}", ("version", "0"), ("imprime", "false"))).Texte.Should().Contain("Écrivez pourquoi");
        (await gestionnaire.SuivreAsync(await gestionnaire.EnvoyerAsync($"/messages/lettres?handler=Clore&lot={lot.Id}", ("version", "0"), ("imprime", "true")))).Texte.Should().Contain("1 lettre compte comme envoyée").And.Contain("Imprimé et posté");
        (await gestionnaire.LireAsync("/messages?file=ENVOYES")).Texte.Should().Contain("Zoé Álvarez-Fictif");
    }

    [Fact]
    public async Task Un_modele_s_apercoit_sur_un_vrai_dossier_se_recrit_et_se_retablit()
    {
        await using var hote = await Hote.DemarrerAsync();
        await using (var donnees = hote.Ouvrir())
            await LotGestion.EcrireAsync(donnees, Guid.CreateVersion7());
        using var gestionnaire = await hote.SeConnecterAsync(Role.Gestionnaire);
        (await gestionnaire.LireAsync("/messages/modeles")).Texte.Should().Contain("Courrier à un candidat").And.NotContain("Second facteur");
        const string page = "/messages/modeles/courrier_candidat";
        (await gestionnaire.LireAsync(page)).Texte.Should().Contain("{specialite} spécialité ou série").And.Contain("n’a jamais été récrit");
        (string, string)[] texte = [("VersionLue", "1"), ("Sujet", "{sujet}"), ("Corps", "Cher candidat {nom},\r\n\r\n{texte}")];
        (await gestionnaire.EnvoyerAsync(page + "?handler=Apercu", [.. texte, ("Reference", "0220000001")])).Texte.Should().Contain("Cher candidat Zoé Álvarez-Fictif, (texte saisi par l’agent)");
        (await gestionnaire.EnvoyerAsync(page + "?handler=Apercu", [.. texte, ("Reference", "0000000000")])).Texte.Should().Contain("introuvable");
        (await gestionnaire.EnvoyerAsync(page + "?handler=Enregistrer", [.. texte[..2], ("Corps", "{texte} {prenon}"), ("Motif", "ton")])).Texte.Should().Contain("Ce modèle n’a pas de champ « {prenon} »");
        (await gestionnaire.EnvoyerAsync(page + "?handler=Enregistrer", texte)).Texte.Should().Contain("Indiquez pourquoi le texte change");
        (await gestionnaire.SuivreAsync(await gestionnaire.EnvoyerAsync(page + "?handler=Enregistrer", [.. texte, ("Motif", "ton de l’académie")]))).Texte.Should().Contain("Version 02-1").And.Contain("Révision 1").And.Contain("ton de l’académie");
        (await gestionnaire.SuivreAsync(await gestionnaire.EnvoyerAsync(page + "?handler=Retablir", ("VersionLue", "02-1"), ("Motif", "essai fini")))).Texte.Should().Contain("Version 1").And.Contain("Retour au texte fourni");
    }

    /// <summary>A template nobody can try would leave blind: each has its way to be filled from a real file.</summary>
    [Fact]
    public async Task Chaque_modele_a_son_apercu_sur_dossier()
    {
        await using var hote = await Hote.DemarrerAsync();
        hote.Services.GetServices<ApercuSurDossier>().Select(a => a.Modele).Should().BeEquivalentTo(ModelesFournis.Tous.Keys);
        using var admin = await hote.SeConnecterAsync(Role.Administrateur);
        foreach (var modele in ModelesFournis.Tous.Values.Where(m => m.TenuPar == Role.Administrateur))
        {
            var page = $"/messages/modeles/{modele.Code.ToLowerInvariant()}";
            await admin.LireAsync(page);
            (await admin.EnvoyerAsync(page + "?handler=Apercu", ("Sujet", modele.Sujet), ("Corps", modele.Corps), ("Reference", "gestionnaire@demonstration.invalid"))).Texte.Should().Contain("Bonjour Gestionnaire de démonstration,");
        }
    }

    [Fact]
    public async Task Aucune_donnee_personnelle_ne_passe_dans_les_journaux()
    {
        await using var smtp = new FauxSmtp { Repondre = c => c.StartsWith("RCPT", StringComparison.Ordinal) ? "550 zoe@exemple.fr inconnue" : null };
        var journaux = new Rebond.Tests.Resultats.JournalEnMemoire();
        await using var hote = await Hote.DemarrerAsync(reglages: smtp.Reglages());
        hote.Services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>().AddProvider(journaux);
        await EnFileAsync(hote);
        await hote.Services.GetRequiredService<ExpedierCourriels>().PasserAsync(Ct);
        journaux.Texte.Should().Contain("SMTP_550").And.NotContain("zoe").And.NotContain("Álvarez").And.NotContain("complet");
    }

    private static async Task<Guid> EnFileAsync(Hote hote)
    {
        await using var donnees = hote.Ouvrir();
        var message = (await donnees.EnvoyerAsync(EnvoiCourrielTests.UnCourrier(), Ct)).Valeur!;
        await donnees.SaveChangesAsync(Ct);
        return message.Id;
    }

    [GeneratedRegex("name=\"Version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("http://[^\\s]+/compte/activer[^\\s]+")]
    private static partial Regex Lien();
}
