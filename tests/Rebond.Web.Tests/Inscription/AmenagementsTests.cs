using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Tests.Inscription;
using Xunit;
using Depot = Rebond.Coeur.Socle.Depots.Depot;

namespace Rebond.Web.Tests.Inscription;

public sealed partial class AmenagementsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(Hote Hote, string Adresse)> DemarrerAsync(EtatDossier etat = EtatDossier.Enregistre)
    {
        var hote = await Hote.DemarrerAsync(horloge: new FakeTimeProvider(CampagneDEssai.Ouverte));
        var compte = (await hote.HabiliterAsync(Hote.PerimetresParDefaut))["candidat"];
        await using var donnees = hote.Ouvrir();
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        var dossier = CampagneDEssai.UnDossier(compte: compte, etat: etat);
        donnees.Add(dossier);
        await donnees.SaveChangesAsync(Ct);
        return (hote, $"/inscription/dossier/{dossier.Numero}/amenagement");
    }

    [Fact]
    public async Task Un_candidat_demande_la_dec_decide_et_il_lit_la_decision_et_ses_recours()
    {
        var (hote, adresse) = await DemarrerAsync();
        await using var _ = hote;
        using var candidat = await hote.SeConnecterAsync(Role.Candidat);
        var vide = await candidat.LireAsync(adresse);
        vide.Texte.Should().Contain("au plus tard le 06/12/2023").And.Contain("Temps majoré").And.NotContain("Pourquoi maintenant");
        vide.Html.Should().NotContain("type=\"file\"").And.NotContain("<textarea");

        (await candidat.EnvoyerAsync($"{adresse}?handler=Demander", ("Mesures", "TEMPS_MAJORE"), ("TempsMajore", "beaucoup"))).Html.Should().Contain("href=\"#Dispositif\"").And.Contain("href=\"#TempsMajore\"").And.Contain("value=\"beaucoup\"");
        var demandee = await candidat.SuivreAsync(await candidat.EnvoyerAsync($"{adresse}?handler=Demander", ("Dispositif", "AUCUN"), ("Mesures", "TEMPS_MAJORE"), ("Mesures", "ORDINATEUR"), ("TempsMajore", "33 %"), ("AvisMedecin", "")));
        demandee.Texte.Should().Contain("procédure complète").And.Contain("Réponse due au plus tard le 20/01/2024").And.Contain("ni PAP, ni PAI, ni PPS").And.Contain("Temps majoré de 33 %, ordinateur");

        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        var file = await dec.LireAsync("/inscription/amenagements?vue=ATTENDENT_AVIS");
        file.Texte.Should().Contain("Essai-Fictif Zoé").And.Contain("Complète");
        var demande = LienDemande().Match(file.Html).Value;
        var lue = await dec.LireAsync(demande);
        (await dec.EnvoyerAsync($"{demande}?handler=Decider", ("Version", "0"), ("Decision", "ACCORDE"))).Texte.Should().Contain("enregistrez-le d’abord");
        await dec.EnvoyerAsync($"{demande}?handler=Avis", ("Version", "0"), ("Favorable", "true"), ("AvisLe", "2023-11-20"));
        var decide = await dec.SuivreAsync(await dec.EnvoyerAsync($"{demande}?handler=Decider", ("Version", "1"), ("Decision", "ACCORDE_PARTIELLEMENT"), ("Mesures", "ORDINATEUR"), ("Motif", "AUTRE_MESURE_SUFFIT")));
        decide.Texte.Should().Contain("le candidat en est prévenu").And.Contain("Aménagement décidé, par Gestionnaire de démonstration");
        lue.Html.Should().NotContain("<textarea", "rien de libre, donc rien de médical");

        (await candidat.LireAsync(adresse)).Texte.Should().Contain("Votre demande est accordée en partie. Accordé : Ordinateur ou matériel adapté.").And.Contain("une autre mesure, accordée, répond au même besoin").And.Contain("tribunal administratif").And.Contain("à vérifier").And.Contain("Pourquoi maintenant");
        (await dec.LireAsync("/inscription/amenagements/effets")).Texte.Should().Contain("0130001A").And.Contain("ordinateur ou matériel adapté : 1");
        var export = await dec.EnvoyerAsync("/inscription/amenagements/effets?handler=Exporter", ("format", "csv"));
        export.Entetes["Content-Type"].Should().StartWith("text/csv");
        export.Html.Should().Contain("Essai-Fictif").And.NotContain("AUTRE_MESURE");
    }

    [Fact]
    public async Task Un_fichier_envoye_a_cette_etape_est_refuse_sans_etre_lu()
    {
        var (hote, adresse) = await DemarrerAsync();
        await using var _ = hote;
        using var candidat = await hote.SeConnecterAsync(Role.Candidat);
        await candidat.LireAsync(adresse);
        using var gestionnaire = new SocketsHttpHandler { CookieContainer = candidat.Cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(gestionnaire) { BaseAddress = hote.Adresse };
        using var formulaire = new MultipartFormDataContent { { new StringContent("PAP"), "Dispositif" }, { new ByteArrayContent(Encoding.UTF8.GetBytes("diagnostic")), "fichier", "certificat.pdf" } };

        using var reponse = await client.PostAsync(new Uri($"{adresse}?handler=Demander", UriKind.Relative), formulaire, Ct);

        reponse.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await candidat.LireAsync(reponse.Headers.Location!.OriginalString)).Texte.Should().Contain("Aucun fichier ne se dépose ici").And.Contain("sous pli cacheté");
        await using var donnees = hote.Ouvrir();
        ((await donnees.Set<DemandeAmenagement>().AnyAsync(Ct)) || await donnees.Set<Depot>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Le_dossier_d_un_autre_n_existe_pas_et_une_demande_d_ailleurs_non_plus()
    {
        var (hote, adresse) = await DemarrerAsync();
        await using var _ = hote;
        using var autre = await hote.SeConnecterAsync(CreerComptesDemonstration.CandidatPublie);
        (await autre.LireAsync(adresse)).Statut.Should().Be(HttpStatusCode.NotFound);
        await autre.LireAsync("/compte");
        (await autre.EnvoyerAsync($"{adresse}?handler=Demander", ("Dispositif", "PAP"), ("Mesures", "ORDINATEUR"))).Statut.Should().Be(HttpStatusCode.NotFound);
        (await autre.LireAsync("/inscription/dossier/rien/amenagement")).Statut.Should().Be(HttpStatusCode.NotFound);
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        (await dec.LireAsync($"/inscription/amenagements/{Guid.NewGuid()}")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Une_demande_se_retire_et_un_brouillon_s_enregistre_d_abord()
    {
        var (hote, adresse) = await DemarrerAsync();
        await using var _ = hote;
        using var candidat = await hote.SeConnecterAsync(Role.Candidat);
        await candidat.LireAsync(adresse);
        var page = await candidat.SuivreAsync(await candidat.EnvoyerAsync($"{adresse}?handler=Demander", ("Dispositif", "PAP"), ("Mesures", "SALLE_A_PART")));
        page.Html.Should().MatchRegex("checked=\"checked\"[^>]*value=\"SALLE_A_PART\"", "la demande en cours se change");
        var id = IdDemande().Match(page.Html).Groups[1].Value;
        (await candidat.SuivreAsync(await candidat.EnvoyerAsync($"{adresse}?handler=Retirer", ("Id", id)))).Texte.Should().Contain("Votre demande est retirée").And.Contain("Retiré");

        var (neuf, brouillon) = await DemarrerAsync(EtatDossier.Brouillon);
        await using var __ = neuf;
        using var zoe = await neuf.SeConnecterAsync(Role.Candidat);
        (await zoe.LireAsync(brouillon)).Texte.Should().Contain("Enregistrez d’abord votre inscription");
    }

    [GeneratedRegex("/inscription/amenagements/[0-9a-f-]{36}")]
    private static partial Regex LienDemande();

    [GeneratedRegex("name=\"Id\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex IdDemande();
}
