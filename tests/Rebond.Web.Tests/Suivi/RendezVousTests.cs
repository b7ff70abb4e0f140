using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>The morning of the results: the deputy head opens hours, the young person chooses from a link on a phone, without an account and without a script.</summary>
public sealed partial class RendezVousTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Le_lycee_ouvre_des_heures_et_la_personne_choisit_change_puis_annule_sans_compte()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        using var lui = hote.Visiter();
        var lien = await hote.LienAsync();

        (await lui.LireAsync(lien)).Texte.Should().Contain("Bonjour Tom").And.Contain("Aucune heure n’est libre").And.NotContain("AJOURNE-FICTIF");
        await proviseure.LireAsync("/suivi/creneaux");
        (await proviseure.EnvoyerAsync("/suivi/creneaux?handler=Ouvrir", ("Du", ""), ("De", "9 h"), ("A", "12:00"), ("Duree", "30"))).Texte.Should().Contain("Donnez le premier jour").And.Contain("Donnez une heure");
        (await proviseure.SuivreAsync(await OuvrirAsync(proviseure))).Texte.Should().Contain("6 horaires ouverts").And.Contain("6 libres").And.Contain("1 personne sans solution n’a pas de rendez-vous");

        var page = await lui.LireAsync(lien);
        page.Entetes["Cache-Control"].Should().Contain("no-store");
        page.Texte.Should().Contain("vendredi 10 juillet").And.Contain("9 h 30");
        var heure = WebUtility.HtmlDecode(Heures().Matches(page.Html)[1].Groups[1].Value);
        (await lui.LireAsync(heure)).Texte.Should().Contain("Vous prenez cette heure ?").And.Contain("Bureau 12").And.Contain("Mme Exemple, proviseure adjointe").And.Contain("à 9 h 30");
        var creneau = heure.Split("creneau=")[1];
        var pris = await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}?handler=Reserver", ("creneau", creneau)));
        pris.Texte.Should().Contain("C’est noté : vendredi 10 juillet à 9 h 30").And.Contain("nous n’avons pas votre adresse").And.Contain("Changer d’heure");

        (await proviseure.LireAsync("/suivi/creneaux")).Texte.Should().Contain("1 pris, 5 libres").And.Contain("AJOURNE-FICTIF Tom");
        var agenda = await lui.LireAsync($"{lien}/rendez-vous.ics");
        agenda.Entetes["Content-Type"].Should().Be("text/calendar; charset=utf-8");
        agenda.Html.Should().Contain("DTSTART:20200710T073000Z").And.NotContain("FICTIF");

        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}?handler=Annuler"))).Texte.Should().Contain("Votre rendez-vous est annulé");
        (await proviseure.LireAsync("/suivi/creneaux")).Texte.Should().Contain("0 pris, 6 libres");
        (await lui.LireAsync($"{lien}/rendez-vous.ics")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Une_heure_prise_entre_temps_se_dit_et_la_liste_revient()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        using var lui = hote.Visiter();
        await proviseure.LireAsync("/suivi/creneaux");
        await OuvrirAsync(proviseure);
        var lien = await hote.LienAsync();
        await lui.LireAsync(lien);
        Guid creneau;
        await using (var donnees = hote.Ouvrir())
        {
            creneau = await donnees.Set<CreneauEntretien>().OrderBy(c => c.Debut).Select(c => c.Id).FirstAsync(Ct);
            await donnees.Set<CreneauEntretien>().Where(c => c.Id == creneau).ExecuteUpdateAsync(c => c.SetProperty(x => x.Etat, EtatCreneau.Annule), Ct);
        }

        (await lui.EnvoyerAsync($"{lien}?handler=Reserver", ("creneau", creneau.ToString()))).Texte.Should().Contain("Cet horaire vient d’être pris").And.Contain("10 h");
    }

    [Fact]
    public async Task Dire_non_ou_demander_un_appel_se_voit_au_lycee()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var cpe = await hote.SeConnecterAsync(Role.VieScolaire);
        using var lui = hote.Visiter();
        var lien = await hote.LienAsync();
        await lui.LireAsync(lien);

        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}?handler=Rappel"))).Texte.Should().Contain("quelqu’un va vous appeler");
        (await cpe.LireAsync("/suivi")).Texte.Should().Contain("À rappeler");
        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}?handler=Refuser"))).Texte.Should().Contain("personne ne vous relance");
        (await cpe.LireAsync("/suivi?vue=REFUS_DU_SUIVI")).Texte.Should().Contain("ne pas relancer");
        (await lui.LireAsync(lien)).Texte.Should().Contain("Vous avez dit non").And.NotContain("Je ne veux pas être suivi");
    }

    [Fact]
    public async Task Un_lien_faux_le_dit_sans_rien_dire_de_plus()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var lui = hote.Visiter();
        var lien = await hote.LienAsync();

        foreach (var faux in (string[])["/suivi/lien/rien", lien[..^2] + (lien.EndsWith("aa", StringComparison.Ordinal) ? "bb" : "aa"), "/suivi/lien/rien/reinscription", "/suivi/lien/rien/classement?uai=x"])
        {
            var page = await lui.LireAsync(faux);
            page.Statut.Should().Be(HttpStatusCode.NotFound);
            page.Texte.Should().Contain("Ce lien ne marche plus").And.NotContain("Tom");
        }
    }

    [Fact]
    public async Task Le_lycee_invite_recoit_et_remplit_la_grille()
    {
        var horloge = new HorlogeReglable(DonneesResultats.EmbargoPro.AddHours(1));
        await using var hote = await HotePublie.DemarrerAsync(horloge);
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        var id = await hote.DossierAsync();
        await proviseure.LireAsync($"/suivi/{id}");
        await proviseure.EnvoyerAsync($"/suivi/{id}?handler=Completer", ("Version", "0"), ("Courriel", "tom@exemple.fr"));
        await OuvrirAsync(proviseure);

        (await proviseure.SuivreAsync(await proviseure.EnvoyerAsync("/suivi/creneaux?handler=Inviter"))).Texte.Should().Contain("1 message en file d’envoi");
        await using (var donnees = hote.Ouvrir())
        {
            var message = await donnees.Set<Message>().SingleAsync(Ct);
            var adresse = Liens().Match(message.Corps).Value;
            using var lui = hote.Visiter();
            (await lui.LireAsync(new Uri(adresse).PathAndQuery)).Texte.Should().Contain("Bonjour Tom");
        }
        var fiche = await proviseure.LireAsync($"/suivi/{id}/rendez-vous");
        fiche.Html.Should().Contain("/suivi/lien/");
        (await proviseure.EnvoyerAsync($"/suivi/{id}/rendez-vous?handler=Reserver")).Texte.Should().Contain("Choisissez un horaire");
        Guid creneau;
        await using (var donnees = hote.Ouvrir())
            creneau = await donnees.Set<CreneauEntretien>().OrderBy(c => c.Debut).Select(c => c.Id).FirstAsync(Ct);
        (await proviseure.SuivreAsync(await proviseure.EnvoyerAsync($"/suivi/{id}/rendez-vous?handler=Reserver", ("creneau", creneau.ToString())))).Texte.Should().Contain("Rendez-vous pris : vendredi 10 juillet à 9 h. Un message le confirme.");

        // Three days later she signs in again.
        horloge.Maintenant = new DateTimeOffset(2020, 7, 10, 8, 0, 0, TimeSpan.Zero);
        using var revenue = await hote.SeConnecterAsync(Role.ChefEtablissement);
        (await revenue.LireAsync("/suivi/creneaux")).Texte.Should().Contain("Qui est venu ?").And.Contain("Remplir l’entretien");
        var grille = $"/suivi/{id}/entretien?creneau={creneau}";
        (await revenue.EnvoyerAsync(grille)).Texte.Should().Contain("Écrivez ce que la personne veut faire").And.Contain("Écrivez ce qui est convenu");
        var tenu = await revenue.SuivreAsync(await revenue.EnvoyerAsync($"/suivi/{id}/entretien", ("Creneau", creneau.ToString()), ("Projet", "Repasser\nl’examen"), ("Besoins", "TRANSPORT"), ("PlanConvenu", "Appeler le CFA"), ("ProchainPoint", "2020-07-24")));
        tenu.Texte.Should().Contain("Faites-le relire et signer").And.Contain("Transport").And.Contain("Je signe");
        Guid entretien;
        await using (var donnees = hote.Ouvrir())
            entretien = await donnees.Set<EntretienSituation>().Select(e => e.Id).SingleAsync(Ct);
        (await revenue.EnvoyerAsync($"/suivi/entretiens/{entretien}?handler=Signer", ("Version", "0"), ("Qui", "JEUNE"))).Texte.Should().Contain("Dites si la signature est faite à l’écran");
        (await revenue.SuivreAsync(await revenue.EnvoyerAsync($"/suivi/entretiens/{entretien}?handler=Signer", ("Version", "0"), ("Qui", "JEUNE"), ("Mode", "EN_LIGNE")))).Texte.Should().Contain("L’entretien est signé").And.NotContain("Corriger");
        (await revenue.LireAsync($"/suivi/{id}")).Texte.Should().Contain("Reçu en entretien");
    }

    [Fact]
    public async Task Il_demande_a_revenir_et_la_proviseure_lit_le_droit_avant_de_refuser()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        using var cpe = await hote.SeConnecterAsync(Role.VieScolaire);
        using var lui = hote.Visiter();
        var (lien, id) = ($"{await hote.LienAsync()}/reinscription", await hote.DossierAsync());

        (await lui.LireAsync(lien)).Texte.Should().Contain("Votre lycée doit vous reprendre à la rentrée").And.Contain("à vérifier").And.Contain("Est-ce la première fois");
        (await lui.EnvoyerAsync($"{lien}?handler=Demander")).Texte.Should().Contain("Dites où vous voulez revenir");
        (await lui.EnvoyerAsync($"{lien}?handler=Demander", ("Ou", "AUTRE"), ("Autre1.Recherche", "zola aix"), ("chercher", "Autre1"))).Texte.Should().Contain("Lycée Émile Zola");
        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}?handler=Demander", ("PremierEchec", "OUI"), ("Ou", "SIEN")))).Texte.Should().Contain("Votre demande est faite. C’est votre droit.").And.Contain("avant la rentrée du 01/09/2020");

        (await cpe.LireAsync($"/suivi/{id}/reinscription")).Texte.Should().Contain("Le chef d’établissement répond à cette demande").And.NotContain("Signer cette réponse");
        (await proviseure.LireAsync("/suivi/reinscriptions")).Texte.Should().Contain("1 demande sans réponse").And.Contain("Premier échec : place due").And.Contain("AJOURNE-FICTIF Tom");
        var page = $"/suivi/{id}/reinscription";
        (await proviseure.LireAsync(page)).Texte.Should().Contain("Ce que disent les textes").And.Contain("Le manque de place n’est pas une raison").And.Contain("Sa place est due ici");
        (await proviseure.EnvoyerAsync($"{page}?handler=Decider", ("Version", "0"), ("Decision", "REFUSER"), ("Fondement", "CAPACITE"), ("Motif", "La classe de terminale est pleine cette année."), ("DroitLu", "true"))).Texte.Should().Contain("Accordez la place, ou dites un autre fondement").And.Contain("La classe de terminale est pleine");
        (await proviseure.EnvoyerAsync($"{page}?handler=Decider", ("Version", "0"), ("Decision", "REFUSER"), ("Motif", "non"))).Texte.Should().Contain("3 erreurs à corriger").And.Contain("puis cochez la case");
        (await proviseure.SuivreAsync(await proviseure.EnvoyerAsync($"{page}?handler=Decider", ("Version", "0"), ("Decision", "ACCORDER")))).Texte.Should().Contain("Réponse signée. Aucune adresse n’est connue").And.Contain("Place accordée");
        (await lui.LireAsync(lien)).Texte.Should().Contain("C’est oui. Votre place : Lycée professionnel Exemple, Marseille");
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<DemandeReinscription>().SingleAsync(Ct)).Etat.Should().Be(EtatReinscription.Accordee);
    }

    [Fact]
    public async Task Sans_droit_il_lit_son_numero_et_l_ordre_qu_il_peut_refaire()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        using var lui = hote.Visiter();
        var lien = await hote.LienAsync();
        await lui.LireAsync($"{lien}/reinscription");
        await lui.EnvoyerAsync($"{lien}/reinscription?handler=Demander", ("PremierEchec", "NON"), ("Ou", "SIEN"));

        var ordre = $"{lien}/classement?uai={DonneesResultats.Uai}";
        (await lui.LireAsync($"{lien}/reinscription")).Html.Should().Contain($"uai={DonneesResultats.Uai}");
        (await lui.LireAsync(ordre)).Texte.Should().Contain("La règle.").And.Contain("Ancien élève de la classe").And.Contain("SHA-256").And.NotContain("FICTIF");
        var csv = await lui.EnvoyerAsync(ordre);
        csv.Entetes["Content-Type"].Should().StartWith("text/csv");
        csv.Html.Should().Contain("rang;numero;palier").And.Contain("1;").And.NotContain("FICTIF");
        (await lui.LireAsync($"{lien}/classement?uai=0130001F")).Statut.Should().Be(HttpStatusCode.NotFound, "une place qu’il n’a pas demandée");
        var registre = await dec.LireAsync("/suivi/reinscriptions");
        registre.Texte.Should().Contain("Quand il n’y a pas de place pour tous");
        (await dec.LireAsync(WebUtility.HtmlDecode(Ordres().Match(registre.Html).Groups[1].Value))).Texte.Should().Contain("Du premier servi au dernier");
    }

    [Fact]
    public async Task Le_candidat_connecte_va_a_sa_page_sans_chercher_le_lien()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        await using (var donnees = hote.Ouvrir())
            await hote.HabiliterAsync(Hote.PerimetresParDefaut with { Uai = DonneesResultats.Uai, CandidatureId = await donnees.Set<DossierSuivi>().Select(d => d.CandidatureId!.Value).SingleAsync(Ct) });
        using var lui = await hote.SeConnecterAsync(Role.Candidat);

        var vers = await lui.LireAsync("/mon-suivi");

        vers.Vers.Should().StartWith("/suivi/lien/");
        (await lui.LireAsync(vers.Vers!)).Texte.Should().Contain("Bonjour Tom");
    }

    [Fact]
    public async Task Le_lycee_ecrit_l_emploi_du_temps_et_le_parcours_se_propose_puis_se_change()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var cpe = await hote.SeConnecterAsync(Role.VieScolaire);
        var id = await hote.DossierAsync();
        string classe;
        await using (var donnees = hote.Ouvrir())
            classe = $"/suivi/emploi-du-temps?uai={DonneesResultats.Uai}&specialite={await donnees.Set<DossierSuivi>().Select(d => d.Specialite).SingleAsync(Ct)}";

        (await cpe.LireAsync($"/suivi/{id}/parcours")).Texte.Should().Contain("n’est pas encore écrit").And.Contain("Ce qu’il faut repasser");
        (await cpe.LireAsync(classe)).Texte.Should().Contain("Les unités de cet examen").And.Contain("U11");
        (await cpe.EnvoyerAsync(classe, ("Lu", "0"), ("Texte", "lundi;08:00;10:00;Français;U999"))).Texte.Should().Contain("Ligne 1 : « U999 » n’est pas une unité de cet examen").And.Contain("lundi;08:00;10:00;Français;U999");
        (await cpe.SuivreAsync(await cpe.EnvoyerAsync(classe, ("Lu", "0"), ("Texte", "lundi;08:00;10:00;Français;U51\nmardi;08:00;09:30;Vie de classe;")))).Texte.Should().Contain("Emploi du temps enregistré : 2 cours");

        var propose = await cpe.LireAsync($"/suivi/{id}/parcours");
        propose.Texte.Should().Contain("Proposition").And.Contain("8 h à 10 h : Français (U51)").And.Contain("La semaine de la classe compte 3 h 30");
        Coches().Matches(propose.Html).Should().ContainSingle("seul le français prépare ce qu’il repasse");
        (await cpe.EnvoyerAsync($"/suivi/{id}/parcours?handler=Enregistrer", ("Version", "0"))).Texte.Should().Contain("Gardez au moins un cours");
        var enregistre = await cpe.SuivreAsync(await cpe.EnvoyerAsync($"/suivi/{id}/parcours?handler=Enregistrer", ("Version", "0"), ("Cours", Coches().Match(propose.Html).Groups[1].Value), ("AvecPfmp", "true"), ("Objectifs", "Avoir 10")));
        enregistre.Texte.Should().Contain("Parcours enregistré : 2 h par semaine").And.Contain("Demi-journées libres : lundi après-midi, mardi matin").And.Contain("Le contrat pédagogique (PDF)");
    }

    [Fact]
    public async Task Un_lien_rappele_le_dit_en_clair_et_le_nouveau_marche()
    {
        var horloge = new HorlogeReglable(DonneesResultats.EmbargoPro.AddHours(1));
        await using var hote = await HotePublie.DemarrerAsync(horloge);
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        using var lui = hote.Visiter();
        var (lien, page) = (await hote.LienAsync(), $"/suivi/{await hote.DossierAsync()}/rendez-vous");
        (await lui.LireAsync(lien)).Texte.Should().Contain("Bonjour Tom");
        horloge.Maintenant = horloge.Maintenant.AddMinutes(1);

        (await proviseure.LireAsync(page)).Texte.Should().Contain("Rappeler ce lien et en donner un autre");
        (await proviseure.EnvoyerAsync($"{page}?handler=Rappeler", ("Titulaire", "JEUNE"), ("motif-JEUNE", "non"))).Texte.Should().Contain("Écrivez pourquoi ce lien ne doit plus servir");
        (await proviseure.SuivreAsync(await proviseure.EnvoyerAsync($"{page}?handler=Rappeler", ("Titulaire", "JEUNE"), ("motif-JEUNE", "Téléphone volé hier soir.")))).Texte.Should().Contain("L’ancien lien ne marche plus").And.Contain("À remettre ou à poster");

        foreach (var mort in (string[])[lien, $"{lien}/reinscription", $"{lien}/entretien", $"{lien}/rendez-vous.ics"])
            (await lui.LireAsync(mort)).Statut.Should().Be(HttpStatusCode.NotFound);
        (await lui.LireAsync(lien)).Texte.Should().Contain("Ce lien a été remplacé").And.Contain("Ouvrez le dernier message").And.NotContain("Tom");
        (await lui.LireAsync(await hote.LienAsync())).Texte.Should().Contain("Bonjour Tom");
        (await proviseure.LireAsync("/suivi/courriers")).Texte.Should().Contain("2 papiers attendent").And.Contain("lien personnel").And.Contain("pack de rebond");
        (await proviseure.EnvoyerAsync("/suivi/courriers?handler=Remettre", ("Mode", "POSTE"))).Texte.Should().Contain("Cochez les papiers qui sont partis");
        (await proviseure.EnvoyerAsync("/suivi/courriers?handler=Remettre", ("tout", "oui"))).Texte.Should().Contain("remis en main propre ou postés");
        (await proviseure.SuivreAsync(await proviseure.EnvoyerAsync("/suivi/courriers?handler=Remettre", ("tout", "oui"), ("Mode", "EN_MAIN")))).Texte.Should().Contain("2 papiers comptent comme envoyés").And.Contain("Rien n’attend").And.Contain("en main propre");
    }

    [Fact]
    public async Task Il_lit_chez_lui_ce_qui_est_convenu_refuse_puis_signe_et_sa_mere_signe_de_son_cote()
    {
        var horloge = new HorlogeReglable(DonneesResultats.EmbargoPro.AddHours(1));
        await using var hote = await HotePublie.DemarrerAsync(horloge);
        var id = await hote.DossierAsync();
        await using (var donnees = hote.Ouvrir())
            await donnees.Set<DossierSuivi>().ExecuteUpdateAsync(d => d.SetProperty(x => x.Naissance, new DateOnly(2003, 3, 1)), Ct);
        using var cpe = await hote.SeConnecterAsync(Role.VieScolaire);
        using var lui = hote.Visiter();
        using var mere = hote.Visiter();
        var (lien, parent) = (await hote.LienAsync(), hote.Services.GetRequiredService<LienDeRendezVous>().Chemin(id, TitulaireLien.Responsable));
        await cpe.LireAsync($"/suivi/{id}/entretien");
        await cpe.EnvoyerAsync($"/suivi/{id}/entretien", ("Projet", "Repasser l’examen"), ("PlanConvenu", "Appeler le CFA"), ("ProchainPoint", "2020-07-24"));
        Guid entretien;
        await using (var donnees = hote.Ouvrir())
            entretien = await donnees.Set<EntretienSituation>().Select(e => e.Id).SingleAsync(Ct);

        (await mere.LireAsync(parent)).Texte.Should().Contain("Le suivi de Tom").And.Contain("Votre page de parent").And.NotContain("Appelez-moi").And.NotContain("Je ne veux pas être suivi");
        (await mere.LireAsync($"{parent}/entretien")).Texte.Should().Contain("Tom n’a pas encore répondu").And.NotContain("Appeler le CFA");
        (await lui.LireAsync(lien)).Texte.Should().Contain("À lire et à signer");
        (await lui.LireAsync($"{lien}/entretien")).Texte.Should().Contain("Appeler le CFA").And.Contain("J’ai lu et je signe").And.Contain("Je ne signe pas");
        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}/entretien?handler=Refuser", ("entretien", entretien.ToString()), ("version", "0"), ($"raison-{entretien:N}", "Ce n’est pas mon projet.")))).Texte.Should().Contain("vous ne signez pas").And.Contain("Tom : ne signe pas");
        (await cpe.LireAsync($"/suivi/entretiens/{entretien}")).Texte.Should().Contain("Tom ne signe pas").And.Contain("Ce n’est pas mon projet").And.Contain("Corriger");
        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}/entretien?handler=Signer", ("entretien", entretien.ToString()), ("version", "1")))).Texte.Should().Contain("C’est signé").And.NotContain("J’ai lu et je signe");

        (await mere.LireAsync($"{parent}/entretien")).Texte.Should().Contain("Appeler le CFA").And.Contain("J’ai lu et je signe");
        (await mere.SuivreAsync(await mere.EnvoyerAsync($"{parent}/entretien?handler=Signer", ("entretien", entretien.ToString()), ("version", "2")))).Texte.Should().Contain("Responsable légal : signé");
        (await mere.EnvoyerAsync($"{parent}?handler=Refuser")).Texte.Should().Contain("C’est à la personne elle-même de choisir");
        horloge.Maintenant = new DateTimeOffset(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);
        (await mere.LireAsync(hote.Services.GetRequiredService<LienDeRendezVous>().Chemin(id, TitulaireLien.Responsable))).Texte.Should().Contain("Votre enfant a 18 ans");
    }

    [Fact]
    public async Task Il_demande_une_autre_specialite_apres_avoir_lu_ce_que_cela_change()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        using var lui = hote.Visiter();
        var (lien, id) = ($"{await hote.LienAsync()}/reinscription", await hote.DossierAsync());
        await lui.LireAsync(lien);

        (await lui.EnvoyerAsync($"{lien}?handler=Demander", ("PremierEchec", "OUI"), ("Ou", "SIEN"), ("Autre.Quoi", "AUTRE"))).Texte.Should().Contain("cherchez, puis choisissez une réponse dans la liste");
        (await lui.EnvoyerAsync($"{lien}?handler=Demander", ("Ou", "SIEN"), ("Autre.Quoi", "AUTRE"), ("Autre.Specialite.Recherche", "cuisine"), ("chercher", "Autre.Specialite"))).Texte.Should().Contain("Cuisine");
        (await lui.EnvoyerAsync($"{lien}?handler=Demander", ("Ou", "SIEN"), ("Autre.Quoi", "MEME"), ("Autre.Specialite.Code", "40022106"), ("chercher", "cout"))).Texte.Should().Contain("Ce que change : Cuisine").And.Contain("il faut qu’une place reste libre");
        (await lui.EnvoyerAsync($"{lien}?handler=Demander", ("PremierEchec", "OUI"), ("Ou", "AUTRE"), ("Autre1.Uai", "0130001F"), ("Autre.Quoi", "MEME"))).Texte.Should().Contain("Dites pourquoi vous voulez un autre lycée");
        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}?handler=Demander", ("PremierEchec", "OUI"), ("Ou", "SIEN"), ("Autre.Quoi", "AUTRE"), ("Autre.Specialite.Code", "40022106")))).Texte.Should().Contain("Votre demande est faite.").And.Contain("en Cuisine").And.NotContain("C’est votre droit de revenir");

        (await proviseure.LireAsync($"/suivi/{id}/reinscription")).Texte.Should().Contain("Elle demande une autre spécialité").And.NotContain("Sa place est due ici");
    }

    [Fact]
    public async Task Qui_veut_autre_chose_est_rappele()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var lui = hote.Visiter();
        var lien = $"{await hote.LienAsync()}/reinscription";
        await lui.LireAsync(lien);

        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{lien}?handler=Demander", ("Ou", "AUTRE_CHOSE")))).Texte.Should().Contain("quelqu’un va vous appeler");

        await using var donnees = hote.Ouvrir();
        (await donnees.Set<DossierSuivi>().SingleAsync(Ct)).DemandeRappel.Should().BeTrue();
    }

    private static Task<Reponse> OuvrirAsync(Navigateur navigateur) => navigateur.EnvoyerAsync("/suivi/creneaux?handler=Ouvrir",
        ("Du", "2020-07-10"), ("Au", "2020-07-10"), ("De", "09:00"), ("A", "12:00"), ("Duree", "30"), ("Lieu", "Bureau 12"), ("Interlocuteur", "Mme Exemple, proviseure adjointe"));

    [GeneratedRegex("href=\"([^\"]*creneau=[^\"]+)\"")]
    private static partial Regex Heures();

    [GeneratedRegex("name=\"Cours\" value=\"([^\"]+)\" checked=\"checked\"")]
    private static partial Regex Coches();

    [GeneratedRegex("href=\"(/suivi/reinscriptions/ordre[^\"]+)\"")]
    private static partial Regex Ordres();

    [GeneratedRegex("http[^\\s]+/suivi/lien/[^\\s]+")]
    private static partial Regex Liens();
}
