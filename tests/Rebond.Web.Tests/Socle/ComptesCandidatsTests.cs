using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Socle.Personnelles;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Web.Tests.Socle;

/// <summary>A candidate's account through its pages: opened, forgotten, moved, read, erased.</summary>
public sealed partial class ComptesCandidatsTests
{
    private const string MotDePasse = "une phrase longue et sue";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_candidat_ouvre_son_compte_par_le_lien_de_son_courriel_et_se_connecte()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var candidat = hote.Visiter();
        await candidat.LireAsync("/compte/creer");
        var vide = await candidat.EnvoyerAsync("/compte/creer", ("Nom", ""), ("Courriel", ""), ("MotDePasse", ""));
        vide.Texte.Should().Contain("3 erreurs à corriger");
        var demande = await DemanderAsync(candidat, "zoe@exemple.fr");
        demande.Texte.Should().Contain("Consultez votre messagerie").And.Contain("zoe@exemple.fr");

        var lien = await LienAsync(hote, "COMPTE_A_CONFIRMER");
        lien.Should().StartWith(hote.Adresse.ToString());
        var chemin = new Uri(lien).PathAndQuery;
        chemin.Should().NotContain("zoe");
        (await candidat.LireAsync(chemin)).Texte.Should().Contain("tapez le mot de passe que vous avez choisi");
        (await candidat.EnvoyerAsync(chemin, ("MotDePasse", "faux"))).Texte.Should().Contain("Ce n’est pas le mot de passe choisi");
        var ouvert = await candidat.EnvoyerAsync(chemin, ("MotDePasse", MotDePasse));
        (await candidat.SuivreAsync(ouvert)).Texte.Should().Contain("Votre compte est ouvert");
        (await SeConnecterAsync(candidat, "zoe@exemple.fr", MotDePasse)).Vers.Should().Be("/accueil");
        (await candidat.LireAsync("/accueil")).Texte.Should().Contain("Candidat").And.Contain("Mes inscriptions").And.NotContain("aucun rôle");
        (await candidat.LireAsync("/mon-resultat")).Texte.Should().Contain("Aucune candidature n’est rattachée");
        (await candidat.LireAsync("/compte/cles")).Statut.Should().Be(HttpStatusCode.OK);
        (await candidat.LireAsync("/messages")).Statut.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task La_page_est_la_meme_pour_une_adresse_connue_et_pour_une_inconnue()
    {
        await using var hote = await Hote.DemarrerAsync();
        await OuvrirAsync(hote, "zoe@exemple.fr");
        using var visiteur = hote.Visiter();
        var connue = await DemanderAsync(visiteur, "zoe@exemple.fr");
        var inconnue = await DemanderAsync(visiteur, "adresse-inconnue@exemple.fr");
        connue.Texte.Replace("zoe@exemple.fr", "X", StringComparison.Ordinal).Should().Be(inconnue.Texte.Replace("adresse-inconnue@exemple.fr", "X", StringComparison.Ordinal));
        connue.Statut.Should().Be(inconnue.Statut);

        await visiteur.LireAsync("/compte/oubli");
        var sue = await visiteur.EnvoyerAsync("/compte/oubli", ("Courriel", "zoe@exemple.fr"));
        await visiteur.LireAsync("/compte/oubli");
        var insue = await visiteur.EnvoyerAsync("/compte/oubli", ("Courriel", "encore-inconnue@exemple.fr"));
        sue.Texte.Replace("zoe@exemple.fr", "X", StringComparison.Ordinal).Should().Be(insue.Texte.Replace("encore-inconnue@exemple.fr", "X", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_mot_de_passe_oublie_se_remplace_par_le_lien()
    {
        await using var hote = await Hote.DemarrerAsync();
        await OuvrirAsync(hote, "zoe@exemple.fr");
        using var candidat = hote.Visiter();
        (await candidat.LireAsync("/compte/connexion")).Html.Should().Contain("href=\"/compte/oubli\"");
        await candidat.LireAsync("/compte/oubli");
        await candidat.EnvoyerAsync("/compte/oubli", ("Courriel", "zoe@exemple.fr"));
        var chemin = new Uri(await LienAsync(hote, "MOT_DE_PASSE_OUBLIE")).PathAndQuery;
        await candidat.LireAsync(chemin);
        (await candidat.EnvoyerAsync(chemin, ("Nouveau", "court"))).Texte.Should().Contain("au moins 12 caractères");
        (await candidat.SuivreAsync(await candidat.EnvoyerAsync(chemin, ("Nouveau", "une autre phrase longue")))).Texte.Should().Contain("Votre mot de passe est changé");
        (await candidat.EnvoyerAsync(chemin, ("Nouveau", "encore une autre phrase"))).Texte.Should().Contain("Ce lien n’est plus valable");
        (await SeConnecterAsync(candidat, "zoe@exemple.fr", "une autre phrase longue")).Vers.Should().Be("/accueil");
    }

    [Fact]
    public async Task L_adresse_change_apres_confirmation_et_l_ancienne_ne_connecte_plus()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var candidat = await OuvrirAsync(hote, "zoe@exemple.fr");
        await candidat.LireAsync("/compte/courriel");
        (await candidat.EnvoyerAsync("/compte/courriel", ("Nouveau", "nouvelle@exemple.fr"), ("MotDePasse", "faux"))).Texte.Should().Contain("Le mot de passe est faux");
        (await candidat.SuivreAsync(await candidat.EnvoyerAsync("/compte/courriel", ("Nouveau", "nouvelle@exemple.fr"), ("MotDePasse", MotDePasse)))).Texte.Should().Contain("Un message part pour nouvelle@exemple.fr");
        var chemin = new Uri(await LienAsync(hote, "COURRIEL_A_CONFIRMER")).PathAndQuery;
        chemin.Should().NotContain("nouvelle");
        await candidat.LireAsync(chemin);
        (await candidat.SuivreAsync(await candidat.EnvoyerAsync(chemin))).Texte.Should().Contain("L’adresse de votre compte est changée");
        (await SeConnecterAsync(candidat, "zoe@exemple.fr", MotDePasse)).Vers.Should().BeNull();
        (await SeConnecterAsync(candidat, "nouvelle@exemple.fr", MotDePasse)).Vers.Should().Be("/accueil");
    }

    [Fact]
    public async Task Les_formulaires_de_compte_sont_limites_par_adresse_et_muets_sans_adresse_publique()
    {
        await using (var hote = await Hote.DemarrerAsync(reglages: ("Rebond:ConnexionsParMinute", "2")))
        {
            using var visiteur = hote.Visiter();
            await DemanderAsync(visiteur, "a@exemple.fr");
            await DemanderAsync(visiteur, "b@exemple.fr");
            (await DemanderAsync(visiteur, "c@exemple.fr")).Statut.Should().Be(HttpStatusCode.TooManyRequests);
        }
        // The host of a request is whatever its sender wrote: without a declared address, no link leaves.
        await using (var hote = await Hote.DemarrerAsync("Production"))
        {
            using var visiteur = hote.Visiter();
            (await DemanderAsync(visiteur, "a@exemple.fr")).Texte.Should().Contain("régler l’adresse publique");
            await using var donnees = hote.Ouvrir();
            (await donnees.Set<Message>().CountAsync(Ct)).Should().Be(0);
        }
        await using (var hote = await Hote.DemarrerAsync("Production", reglages: ("Rebond:Adresse", "https://rebond.exemple.fr")))
        {
            using var visiteur = hote.Visiter();
            await DemanderAsync(visiteur, "a@exemple.fr");
            (await LienAsync(hote, "COMPTE_A_CONFIRMER")).Should().StartWith("https://rebond.exemple.fr/compte/confirmer?jeton=");
        }
    }

    [Fact]
    public async Task Un_candidat_lit_et_emporte_ses_donnees_demande_leur_effacement_et_la_dec_repond()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var candidat = await OuvrirAsync(hote, "zoe@exemple.fr");
        (await candidat.LireAsync("/compte/mesdonnees")).Texte.Should().Contain("Votre compte").And.Contain("zoe@exemple.fr").And.Contain("Vos inscriptions");
        var fichier = await candidat.EnvoyerAsync("/compte/mesdonnees?handler=Fichier");
        fichier.Entetes["Content-Disposition"].Should().Contain("mes-donnees-rebond-");
        JsonNode.Parse(fichier.Html)!["rubriques"]![0]!["fiches"]![0]!["champs"]!.AsArray().Should().Contain(c => c!["valeur"]!.GetValue<string>() == "zoe@exemple.fr");

        (await candidat.EnvoyerAsync("/compte/mesdonnees?handler=Effacer", ("Precisions", "Je renonce"))).Texte.Should().Contain("Cochez la case");
        (await candidat.SuivreAsync(await candidat.EnvoyerAsync("/compte/mesdonnees?handler=Effacer", ("Precisions", "Je renonce"), ("Compris", "true")))).Texte.Should().Contain("Votre demande est en cours");

        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        var page = await dec.LireAsync("/compte/effacements");
        page.Texte.Should().Contain("Zoé Martin").And.Contain("Je renonce").And.Contain("le compte se ferme");
        var action = WebUtility.HtmlDecode(Action().Match(page.Html).Groups[1].Value);
        (await dec.EnvoyerAsync(action, ("motif", "court"), ("decision", "accepter"))).Texte.Should().Contain("Écrivez votre motif");
        (await dec.SuivreAsync(await dec.EnvoyerAsync(action, ("motif", "La demande est fondée."), ("decision", "accepter")))).Texte.Should().Contain("L’effacement est fait").And.NotContain("Zoé Martin");
        (await SeConnecterAsync(candidat, "zoe@exemple.fr", MotDePasse)).Vers.Should().BeNull("le compte est fermé");
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<DemandeEffacement>().SingleAsync(Ct)).Etat.Should().Be(EtatEffacement.Acceptee);
    }

    [Fact]
    public async Task Ce_que_son_inscription_est_devenue_est_a_lui_sans_que_personne_l_accorde()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var candidat = await OuvrirAsync(hote, "zoe@exemple.fr");
        (await candidat.LireAsync("/mon-resultat")).Texte.Should().Contain("Aucune candidature n’est rattachée");
        await using (var donnees = hote.Ouvrir())
        {
            var siennes = await LotGestion.EcrireAsync(donnees, Guid.CreateVersion7());
            var compte = await donnees.Users.SingleAsync(u => u.Email == "zoe@exemple.fr", Ct);
            donnees.Add(new DossierInscription { Numero = NumeroDossier.Tirer(), CampagneCode = "campagne", CampagneRevision = 1, Session = LotGestion.Session, Examen = TypeExamen.BacPro, CompteId = compte.Id, Etat = EtatDossier.Inscrit, CandidatureId = siennes[0], CreeLe = DateTime.UtcNow });
            await donnees.SaveChangesAsync(Ct);
        }
        (await SeConnecterAsync(candidat, "zoe@exemple.fr", MotDePasse)).Vers.Should().Be("/accueil");
        (await candidat.LireAsync("/mon-resultat")).Texte.Should().NotContain("Aucune candidature n’est rattachée").And.Contain("Gestion administration");
    }

    private static async Task<Navigateur> OuvrirAsync(Hote hote, string courriel)
    {
        var navigateur = hote.Visiter();
        await DemanderAsync(navigateur, courriel);
        var chemin = new Uri(await LienAsync(hote, "COMPTE_A_CONFIRMER")).PathAndQuery;
        await navigateur.LireAsync(chemin);
        await navigateur.EnvoyerAsync(chemin, ("MotDePasse", MotDePasse));
        (await SeConnecterAsync(navigateur, courriel, MotDePasse)).Vers.Should().Be("/accueil");
        return navigateur;
    }

    private static async Task<Reponse> DemanderAsync(Navigateur navigateur, string courriel)
    {
        await navigateur.LireAsync("/compte/creer");
        return await navigateur.EnvoyerAsync("/compte/creer", ("Nom", "Zoé Martin"), ("Courriel", courriel), ("MotDePasse", MotDePasse));
    }

    private static async Task<Reponse> SeConnecterAsync(Navigateur navigateur, string courriel, string motDePasse)
    {
        await navigateur.LireAsync("/compte/connexion");
        return await navigateur.EnvoyerAsync("/compte/connexion", ("Courriel", courriel), ("MotDePasse", motDePasse));
    }

    private static async Task<string> LienAsync(Hote hote, string modele)
    {
        await using var donnees = hote.Ouvrir();
        var corps = await donnees.Set<Message>().Where(m => m.Modele == modele).OrderByDescending(m => m.Id).Select(m => m.Corps).FirstAsync(Ct);
        return Adresse().Match(corps).Value;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Adresse();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*demande=[^\"]*)\"")]
    private static partial Regex Action();
}
