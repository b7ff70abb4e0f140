using System.Net;
using AwesomeAssertions;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>Results day, at the lycée: one ajourné of the bac pro, published; the bac général still under embargo.</summary>
public sealed class PagesSuiviTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sans_resultat_publie_la_liste_dit_quand_elle_se_remplira()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);

        (await proviseure.LireAsync("/suivi")).Texte.Should().Contain("Aucun dossier pour l’instant").And.Contain("dans votre établissement");
        (await proviseure.LireAsync("/accueil")).Texte.Should().Contain("Suivi des ajournés");
    }

    [Fact]
    public async Task La_proviseure_appelle_note_le_rendez_vous_et_retrouve_la_suite()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var proviseure = await hote.SeConnecterAsync(Role.ChefEtablissement);

        var liste = await proviseure.LireAsync("/suivi");
        liste.Texte.Should().Contain("AJOURNE-FICTIF Tom").And.Contain("À contacter").And.Contain("Premier contact").And.Contain("pas de numéro").And.NotContain("CONTROLE-FICTIF");
        var page = Dossier(await hote.DossierAsync());
        liste.Html.Should().Contain($"href=\"{page}\"");
        (await proviseure.LireAsync(page)).Texte.Should().Contain("Repréparer dans son établissement").And.Contain("Premier échec ?").And.Contain("Rien encore.");

        var complete = await proviseure.SuivreAsync(await proviseure.EnvoyerAsync($"{page}?handler=Completer", ("Version", "0"), ("Telephone", "06 00 00 00 01"), ("EchecsAnterieurs", "0")));
        complete.Html.Should().Contain("href=\"tel:0600000001\"");
        complete.Texte.Should().NotContain("Premier échec ?");

        (await proviseure.EnvoyerAsync($"{page}?handler=Contact", ("Version", "1"), ("Canal", "TELEPHONE"), ("Resultat", "RENDEZ_VOUS_PRIS"))).Texte.Should().Contain("Une erreur à corriger").And.Contain("Donnez le jour du rendez-vous");
        var note = await proviseure.SuivreAsync(await proviseure.EnvoyerAsync($"{page}?handler=Contact", ("Version", "1"), ("Canal", "TELEPHONE"), ("Resultat", "RENDEZ_VOUS_PRIS"), ("RendezVous", "2020-07-09"), ("Observation", "Sera avec sa mère")));
        note.Texte.Should().Contain("Contact noté").And.Contain("avant le 09/07/2020").And.Contain("Tenir l’entretien de situation").And.Contain("Sera avec sa mère").And.Contain("par Proviseure de démonstration");
    }

    [Fact]
    public async Task Une_solution_choisie_puis_verifiee_sort_de_la_liste_des_sans_solution()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var cpe = await hote.SeConnecterAsync(Role.VieScolaire);
        var page = Dossier(await hote.DossierAsync());
        await cpe.LireAsync(page);

        (await cpe.EnvoyerAsync($"{page}?handler=Solution", ("Version", "0"))).Texte.Should().Contain("Choisissez une solution dans la liste");
        (await cpe.SuivreAsync(await cpe.EnvoyerAsync($"{page}?handler=Solution", ("Version", "0"), ("Solution", "REPREPARATION_ORIGINE")))).Texte.Should().Contain("Solution choisie : Repréparer dans son établissement");
        (await cpe.SuivreAsync(await cpe.EnvoyerAsync($"{page}?handler=EnPlace", ("Version", "1")))).Texte.Should().Contain("La solution est en place").And.Contain("Relever la situation à 6 mois");

        (await cpe.LireAsync("/suivi")).Texte.Should().Contain("Sans solution : personne");
        (await cpe.LireAsync("/suivi?vue=EN_PLACE")).Texte.Should().Contain("AJOURNE-FICTIF Tom");
        (await cpe.EnvoyerAsync($"{page}?handler=Clore", ("Version", "2"))).Texte.Should().Contain("Choisissez pourquoi le dossier se ferme");
        (await cpe.SuivreAsync(await cpe.EnvoyerAsync($"{page}?handler=Clore", ("Version", "2"), ("Motif", "DEMENAGEMENT")))).Texte.Should().Contain("A déménagé, suivi ailleurs").And.NotContain("Noter ce contact");
    }

    [Fact]
    public async Task Le_dossier_d_un_autre_etablissement_n_existe_pas()
    {
        await using var hote = await HotePublie.DemarrerAsync(uai: "0840001V");
        using var ailleurs = await hote.SeConnecterAsync(Role.ChefEtablissement);
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        var page = Dossier(await hote.DossierAsync());

        (await ailleurs.LireAsync(page)).Statut.Should().Be(HttpStatusCode.NotFound);
        (await ailleurs.LireAsync("/suivi")).Texte.Should().NotContain("AJOURNE-FICTIF");
        (await dec.LireAsync(page)).Statut.Should().Be(HttpStatusCode.OK);
        (await dec.LireAsync($"/suivi?etablissement={DonneesResultats.Uai}")).Texte.Should().Contain("AJOURNE-FICTIF Tom").And.Contain("Lycée professionnel Exemple");
    }

    [Fact]
    public async Task Le_tableau_mene_a_la_liste_et_ne_dit_au_pilotage_ni_nom_ni_petit_nombre()
    {
        await using var hote = await HotePublie.DemarrerAsync();
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        using var pilotage = await hote.SeConnecterAsync(Role.Pilotage);

        var vrai = await dec.LireAsync("/suivi/tableau");
        vrai.Texte.Should().Contain("1 sans le diplôme").And.Contain("Lycée professionnel Exemple, Marseille").And.Contain("100 % sans solution (1)").And.Contain("À vérifier : lu dans un article");
        vrai.Html.Should().Contain($"/suivi?etablissement={DonneesResultats.Uai}");

        var secret = await pilotage.LireAsync("/suivi/tableau");
        secret.Texte.Should().Contain("secret sans le diplôme").And.Contain("jamais des noms").And.NotContain("1 sans le diplôme").And.NotContain("AJOURNE-FICTIF");
        secret.Html.Should().NotContain("href=\"/suivi?").And.NotContain("href=\"/suivi\"");
        (await pilotage.LireAsync("/suivi")).Statut.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Sans_dossier_le_tableau_le_dit()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var pilotage = await hote.SeConnecterAsync(Role.Pilotage);

        (await pilotage.LireAsync("/suivi/tableau")).Texte.Should().Contain("Aucun dossier de suivi pour l’instant");
        (await pilotage.LireAsync("/suivi/tableau?session=2019-06")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    private static string Dossier(Guid id) => $"/suivi/{id}";
}
