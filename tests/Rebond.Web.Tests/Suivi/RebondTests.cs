using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Tests.Resultats;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Packs;
using Rebond.Web.Documents.Releves;
using UglyToad.PdfPig;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>Results day: the pack in hand, the young person's own page, the relay and the other exams.</summary>
public sealed class RebondTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task L_accueil_de_la_proviseure_s_ouvre_sur_ceux_qui_n_ont_pas_de_solution()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);

        var accueil = await proviseure.LireAsync("/accueil");

        accueil.Texte.Should().Contain("1 personne sans solution").And.Contain("AJOURNE-FICTIF Tom").And.Contain("Packs de rebond");
    }

    [Fact]
    public async Task Le_pack_dit_tout_en_clair_et_la_demande_est_remplie()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        var html = await ComposerAsync(hote);

        html.Should().Contain("Et maintenant").And.Contain("Revenir dans votre lycée : c’est votre droit").And.Contain("Relevé de notes").And.Contain("Vos options après l’examen")
            .And.Contain("Demande d’affectation en terminale dans le cadre d’une re-préparation à l’examen").And.Contain("Je m’appelle Tom AJOURNE-FICTIF").And.Contain("Spécimen").And.Contain("Prenez rendez-vous")
            .And.Contain("Avis motivé du chef d’établissement").And.Contain("/verifier").And.NotContain("Attestation des unités acquises", "il n’a aucune note d’au moins 10");
        html.Should().NotContain("{nom}").And.NotContain("(à vérifier) (à vérifier)");
    }

    [Fact]
    public async Task La_demande_imprimee_reprend_celle_qu_il_a_faite_en_ligne()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        (await ComposerAsync(hote)).Should().Contain("Si vous demandez un autre établissement, vos vœux").And.NotContain("class=\"oui\"");
        var lien = $"{hote.Services.GetRequiredService<LienDeRendezVous>().Chemin(await hote.DossierAsync())}/reinscription";
        using var lui = hote.Visiter();
        await lui.LireAsync(lien);
        await lui.EnvoyerAsync($"{lien}?handler=Demander", ("PremierEchec", "OUI"), ("Ou", "SIEN_PUIS_AUTRE"), ("Autre1.Uai", "0130001F"), ("Raison", "Le trajet est trop long."), ("Autre.Quoi", "MEME"));

        (await ComposerAsync(hote)).Should().Contain("Demande déjà enregistrée le").And.Contain("pour la rentrée du 01/09/2020").And.Contain("<li class=\"oui\">Revenir dans mon établissement").And.Contain("Pourquoi : Le trajet est trop long.").And.Contain("<li>Lycée professionnel Exemple, Marseille</li>")
            .And.NotContain("Autre chose :").And.Contain("<strong>La demande est déjà remplie.</strong> Relisez-la, signez").And.NotContain("Signé le");
        await lui.LireAsync(lien);
        await lui.EnvoyerAsync($"{lien}?handler=Signer", ("version", "0"));
        (await ComposerAsync(hote)).Should().Contain("<strong>Signé le 07/07/2020").And.Contain("Relisez-la, elle est signée, et rendez-la");
    }

    [Fact]
    public async Task La_proviseure_imprime_les_packs_et_le_candidat_telecharge_le_sien()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        var id = await hote.DossierAsync();
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        (await proviseure.LireAsync("/suivi/packs")).Texte.Should().Contain("Lycée professionnel Exemple, Marseille : 1 pack");
        (await proviseure.EnvoyerAsync("/suivi/packs", ("Partie", "1"))).Texte.Should().Contain("Choisissez un établissement");
        (await proviseure.EnvoyerAsync("/suivi/packs", ("Etablissement", "0840001V"), ("Partie", "1"))).Texte.Should().Contain("Aucun dossier ouvert dans cet établissement");

        var pdf = await proviseure.EnvoyerAsync("/suivi/packs", ("Etablissement", DonneesResultats.Uai), ("Partie", "1"));
        pdf.Entetes["Content-Type"].Should().Be("application/pdf");
        (await proviseure.LireAsync($"/suivi/{id}/pack")).Entetes["Content-Type"].Should().Be("application/pdf");

        using var tom = await hote.SeConnecterAsync(Role.Candidat);
        (await tom.LireAsync($"/mes-feuilles/{id}/pack")).Entetes["Content-Type"].Should().Be("application/pdf");
        (await tom.LireAsync($"/mes-feuilles/{Guid.NewGuid()}/pack")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Un_pack_tient_en_quelques_pages_que_l_on_peut_lire()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        var pdf = await hote.Services.GetRequiredService<ImprimeurPdf>().ImprimerAsync(await ComposerAsync(hote), Ct);

        using var document = PdfDocument.Open(pdf.Valeur!);
        document.NumberOfPages.Should().BeInRange(4, 7);
        document.GetPage(1).Text.Should().Contain("AJOURNE-FICTIF");
    }

    [Fact]
    public async Task Le_candidat_lit_ce_qui_est_ecrit_sur_lui_et_dit_ce_qu_il_veut()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        var id = await hote.DossierAsync();
        using (var cpe = await hote.SeConnecterAsync(Role.VieScolaire))
        {
            await cpe.LireAsync($"/suivi/{id}");
            await cpe.EnvoyerAsync($"/suivi/{id}?handler=Contact", ("Version", "0"), ("Canal", "TELEPHONE"), ("Resultat", "AUTRE"), ("Observation", "Veut réfléchir une semaine"));
        }
        using var tom = await hote.SeConnecterAsync(Role.Candidat);

        var page = await tom.LireAsync("/mes-feuilles");
        page.Texte.Should().Contain("Votre lycée doit vous reprendre à la rentrée").And.Contain("Veut réfléchir une semaine").And.Contain("par CPE de démonstration").And.Contain("Lycée professionnel Exemple, à Marseille").And.Contain("Prendre rendez-vous");
        var lien = System.Text.RegularExpressions.Regex.Match(page.Html, "href=\"(/suivi/lien/[^\"]+)\"").Groups[1].Value;
        (await tom.LireAsync(lien)).Statut.Should().Be(HttpStatusCode.OK);
        await tom.LireAsync("/mes-feuilles");
        (await tom.EnvoyerAsync($"/mes-feuilles/{id}?handler=Choix")).Texte.Should().Contain("Choisissez une réponse");
        (await tom.SuivreAsync(await tom.EnvoyerAsync($"/mes-feuilles/{id}?handler=Choix", ("Choix", "JE_M_OPPOSE"), ("Raison", "Je me débrouille")))).Texte.Should().Contain("Votre opposition est enregistrée").And.Contain("D’ici là, personne ne vous appelle");

        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);
        (await proviseure.LireAsync($"/suivi/{id}")).Texte.Should().Contain("Cette personne s’oppose au suivi").And.Contain("« Je me débrouille »").And.NotContain("Appeler Tom");
        (await proviseure.SuivreAsync(await proviseure.EnvoyerAsync($"/suivi/{id}?handler=Opposition", ("Version", "2"), ("Acceptee", "OUI")))).Texte.Should().Contain("Opposition acceptée");
        (await tom.LireAsync("/mes-feuilles")).Texte.Should().Contain("Elle est acceptée : personne ne vous appelle plus");
    }

    [Fact]
    public async Task Sans_suivi_la_page_du_candidat_le_dit()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var candidat = await hote.SeConnecterAsync(Role.Candidat);

        (await candidat.LireAsync("/mes-feuilles")).Texte.Should().Contain("Il n’y a pas de suivi à votre nom");
        (await candidat.LireAsync($"/mes-feuilles/{Guid.NewGuid()}")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task On_transmet_a_la_mission_locale_et_sa_reponse_revient()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        var id = await hote.DossierAsync();
        using var cpe = await hote.SeConnecterAsync(Role.VieScolaire);
        (await cpe.LireAsync("/suivi/relais")).Texte.Should().Contain("AJOURNE-FICTIF Tom");
        (await cpe.EnvoyerAsync("/suivi/relais", ("Format", "CSV"))).Texte.Should().Contain("Écrivez à qui vous transmettez").And.Contain("Cochez au moins une personne");

        var fichier = await cpe.EnvoyerAsync("/suivi/relais", ("Organisme", "Mission locale"), ("Personnes", id.ToString()), ("Format", "CSV"));
        fichier.Entetes["Content-Type"].Should().StartWith("text/csv");
        fichier.Html.Should().Contain("AJOURNE-FICTIF;Tom");

        await cpe.LireAsync("/suivi/relais/retours");
        var rendu = fichier.Html.TrimEnd() + "CONNU\n";
        (await cpe.DeposerAsync("/suivi/relais/retours", "Fichier", "retour.csv", rendu, ("Mode", "VERIFIER"))).Texte.Should().Contain("rien n’est encore enregistré").And.Contain("changements : 1");
        (await cpe.DeposerAsync("/suivi/relais/retours", "Fichier", "retour.csv", rendu, ("Mode", "ENREGISTRER"))).Texte.Should().Contain("Enregistré");
        (await cpe.LireAsync("/suivi/relais")).Texte.Should().Contain("connu du partenaire");
        (await cpe.LireAsync($"/suivi/{id}")).Texte.Should().Contain("Transmis à Mission locale");
    }

    [Fact]
    public async Task La_dec_ouvre_le_suivi_d_un_ajourne_de_cap()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        const string liste = "nom;prenoms;naissance;examen;specialite;libelle;statut;resultat;uai;departement\nFictive;Léa;2003-09-03;CAP;50022133;Cuisine;LYCEEN;AJOURNE;0130040Y;013\n";
        await dec.LireAsync("/suivi/importer");

        (await dec.DeposerAsync("/suivi/importer", "Fichier", "cap.csv", liste, ("Session", "2020-06"), ("Mode", "VERIFIER"))).Texte.Should().Contain("Ajouts : 1").And.Contain("rien n’est encore enregistré");
        (await dec.DeposerAsync("/suivi/importer", "Fichier", "cap.csv", liste.Replace("CAP", "BAC_PRO", StringComparison.Ordinal), ("Session", "2020-06"), ("Mode", "OUVRIR"))).Texte.Should().Contain("Ce qu’il faut corriger").And.Contain("à la publication de ses résultats");
        (await dec.DeposerAsync("/suivi/importer", "Fichier", "cap.csv", liste, ("Session", "2020-06"), ("Mode", "OUVRIR"))).Texte.Should().Contain("Enregistré");

        (await dec.LireAsync("/suivi")).Texte.Should().Contain("FICTIVE Léa").And.Contain("CAP, Cuisine");
        using var cpe = await hote.SeConnecterAsync(Role.VieScolaire);
        (await cpe.LireAsync("/suivi/importer")).Statut.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task La_conservation_montre_avant_d_effacer()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        var id = await hote.DossierAsync();
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        (await dec.LireAsync("/suivi/conservation")).Texte.Should().Contain("Aucun dossier n’a atteint la fin");
        await using (var donnees = hote.Ouvrir())
            await donnees.Set<DossierSuivi>().Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Etape, EtapeSuivi.Clos).SetProperty(x => x.ClosLe, new DateTime(2018, 1, 1, 0, 0, 0, DateTimeKind.Utc)).SetProperty(x => x.MotifCloture, "ERREUR"), Ct);

        var page = await dec.LireAsync("/suivi/conservation");
        page.Texte.Should().Contain("1 dossier à effacer").And.NotContain("AJOURNE-FICTIF");
        var empreinte = page.Html.Split("name=\"Empreinte\" value=\"")[1].Split('"')[0];
        (await dec.EnvoyerAsync("/suivi/conservation", ("Empreinte", empreinte))).Texte.Should().Contain("Cochez la case");
        (await dec.SuivreAsync(await dec.EnvoyerAsync("/suivi/conservation", ("Empreinte", empreinte), ("Confirme", "true")))).Texte.Should().Contain("1 dossier effacé");
        (await dec.LireAsync($"/suivi/{id}")).Statut.Should().Be(HttpStatusCode.NotFound);
        (await dec.LireAsync("/donnees-personnelles")).Texte.Should().Contain("24 mois après la clôture");
    }

    private static async Task<string> ComposerAsync(Hote hote)
    {
        await using var donnees = hote.Ouvrir();
        var acteur = new Acteur(null, "essai", Role.ChefEtablissement, [new(TypePerimetre.Etablissement, DonneesResultats.Uai)]);
        await using var portee = hote.Services.CreateAsyncScope();
        var id = await hote.DossierAsync();
        var pack = (await portee.ServiceProvider.GetRequiredService<LirePack>().ExecuteAsync(id, acteur, Ct)).Valeur!;
        var html = await hote.Services.GetRequiredService<Gabarits>().ComposerAsync<IReadOnlyList<PackImprime>>(PackImprime.Gabarit,
            [ImprimerPacks.Composer(pack, new Sceau("ABCD-EFGH-JKMN-PQRS", "https://rebond.exemple.fr/verifier"), "https://rebond.exemple.fr", "/suivi/lien/exemple")]);
        return WebUtility.HtmlDecode(html).Replace('\u00a0', ' ');
    }
}
