using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Web.Tests.Inscription;

public sealed partial class CampagnesTests
{
    private const string Modifier = $"/inscription/campagnes/{CampagneDEssai.Code}/modifier";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Hote> DemarrerAsync(bool publiee = true)
    {
        var hote = await Hote.DemarrerAsync(horloge: new FakeTimeProvider(CampagneDEssai.Ouverte));
        if (publiee)
        {
            await using var donnees = hote.Ouvrir();
            await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        }
        return hote;
    }

    /// <summary>As the browser sends it back: what the field holds, with the line ends of forms.</summary>
    private static string Texte(Reponse page) => WebUtility.HtmlDecode(ChampTexte().Match(page.Html).Groups[1].Value).TrimStart('\r', '\n').ReplaceLineEndings("\r\n");

    [Fact]
    public async Task Une_campagne_se_cree_depuis_une_livree_se_corrige_et_se_publie_sans_script()
    {
        await using var hote = await DemarrerAsync(publiee: false);
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        var liste = await dec.LireAsync("/inscription/campagnes");
        liste.Texte.Should().Contain("Aucune campagne de votre académie n’est en vigueur").And.Contain("(livrée avec Rebond)");
        (await dec.EnvoyerAsync("/inscription/campagnes", ("Modele", CampagneDEssai.Code), ("Code", "Mon Code"))).Texte.Should().Contain("Le code s’écrit en minuscules");

        var editeur = await dec.SuivreAsync(await dec.EnvoyerAsync("/inscription/campagnes", ("Modele", CampagneDEssai.Code), ("Code", "aix-2024")));
        editeur.Texte.Should().Contain("Tout vient encore du modèle");
        var texte = Texte(editeur);
        texte.Should().Contain("\"code\": \"aix-2024\"");
        const string adresse = "/inscription/campagnes/nouvelle?modele=" + CampagneDEssai.Code + "&code=aix-2024&handler=";

        var ailleurs = await dec.EnvoyerAsync(adresse + "Publier", ("Texte", texte), ("Motif", "Ouverture"), ("NumeroLu", "0"));
        ailleurs.Texte.Should().Contain("Cette campagne est de l’académie de Nancy-Metz");
        Texte(ailleurs).Should().Be(texte, "ce qui est tapé reste");

        texte = texte.Replace("{ \"code\": \"12\", \"nom\": \"Nancy-Metz\"", "{ \"code\": \"02\", \"nom\": \"Aix-Marseille\"", StringComparison.Ordinal).Replace("[\"054\", \"055\", \"057\", \"088\"]", "[\"013\"]", StringComparison.Ordinal);
        var publiee = await dec.SuivreAsync(await dec.EnvoyerAsync(adresse + "Publier", ("Texte", texte), ("Motif", "Ouverture"), ("NumeroLu", "0")));
        publiee.Texte.Should().Contain("La révision 1 est en vigueur");
        (await hote.Visiter().LireAsync("/inscription/pieces-a-fournir/aix-2024")).Statut.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Les_fautes_sont_dites_a_leur_ligne_et_colonne_et_le_texte_est_garde()
    {
        await using var hote = await DemarrerAsync();
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        var fautif = Texte(await dec.LireAsync(Modifier)).Replace("\"limite\": \"2023-12-09\"", "\"limite\": \"2023-12-32\"", StringComparison.Ordinal);

        var page = await dec.EnvoyerAsync($"{Modifier}?handler=Verifier", ("Texte", fautif), ("NumeroLu", "1"), ("Motif", "Envoi repoussé"));

        var ligne = Array.FindIndex(fautif.Split("\r\n"), l => l.Contains("2023-12-32", StringComparison.Ordinal)) + 1;
        page.Titre.Should().StartWith("Erreur : ");
        page.Texte.Should().Contain("Ce texte a 1 faute").And.Contain($"Ligne {ligne}, colonne").And.Contain("\"limite\": \"2023-12-32\"");
        WebUtility.HtmlDecode(page.Html).Should().Contain("href=\"#Texte\"").And.Contain("value=\"Envoi repoussé\"");
        Texte(page).Should().Be(fautif);
        (await dec.EnvoyerAsync($"{Modifier}?handler=Publier", ("Texte", fautif), ("NumeroLu", "1"), ("Motif", "Envoi repoussé"))).Texte.Should().Contain("Ce texte a 1 faute");
        (await dec.EnvoyerAsync($"{Modifier}?handler=Apercu", ("Texte", "{"), ("NumeroLu", "1"))).Texte.Should().Contain("Ligne 1, colonne");
    }

    [Fact]
    public async Task L_apercu_montre_la_page_publique_les_pieces_et_ce_qui_change_sans_rien_publier()
    {
        await using var hote = await DemarrerAsync();
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        await dec.LireAsync(Modifier);

        var page = await dec.EnvoyerAsync($"{Modifier}?handler=Apercu", ("Texte", CampagneDEssai.Revisee), ("NumeroLu", "1"));

        page.Texte.Should().Contain("Ce qui change depuis la révision 1").And.Contain("Pièce AUTRE_PHOTO (rien) Photo d’identité – apprenti")
            .And.Contain("Apprenti de 20 ans : ").And.Contain("Élève de 17 ans : ").And.Contain("Quelles pièces fournir").And.Contain("Ajoutée, ligne");
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<RevisionCampagne>().CountAsync(Ct)).Should().Be(1);
    }

    [Fact]
    public async Task Publier_sans_motif_sans_changement_ou_apres_un_autre_garde_le_texte()
    {
        await using var hote = await DemarrerAsync();
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        var inchange = Texte(await dec.LireAsync(Modifier));

        (await dec.EnvoyerAsync($"{Modifier}?handler=Publier", ("Texte", CampagneDEssai.Revisee), ("NumeroLu", "1"), ("Motif", ""))).Html.Should().Contain("href=\"#Motif\"");
        (await dec.EnvoyerAsync($"{Modifier}?handler=Publier", ("Texte", inchange), ("NumeroLu", "1"), ("Motif", "Rien du tout"))).Texte.Should().Contain("Ce texte est déjà celui de la révision 1");
        await using (var donnees = hote.Ouvrir())
            await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.EnLigne, 1, "Dépôt en ligne");
        var depasse = await dec.EnvoyerAsync($"{Modifier}?handler=Publier", ("Texte", CampagneDEssai.Revisee), ("NumeroLu", "1"), ("Motif", "Photo"));
        depasse.Texte.Should().Contain("Une autre révision de cette campagne a été publiée");
        Texte(depasse).ReplaceLineEndings("\n").Should().Be(CampagneDEssai.Revisee);
    }

    [Fact]
    public async Task Le_brouillon_se_garde_sans_script_se_retrouve_ailleurs_et_s_abandonne()
    {
        await using var hote = await DemarrerAsync();
        using var dec = await hote.SeConnecterAsync("gestionnaire");
        var editeur = await dec.LireAsync(Modifier);
        editeur.Texte.Should().Contain("Pas encore de brouillon gardé").And.Contain("Enregistrer le brouillon").And.NotContain("Abandonner ce brouillon");

        var garde = await dec.EnvoyerAsync($"{Modifier}?handler=Brouillon", ("Texte", "{ \"code\": "), ("NumeroLu", "1"), ("Motif", "Envoi repoussé"), ("VersionBrouillon", ""));
        garde.Vers.Should().Be(Modifier);
        var montre = await dec.SuivreAsync(garde);
        montre.Html[..montre.Html.IndexOf("handler=Brouillon\"", StringComparison.Ordinal)].Should().NotContain("formaction", "Entrée dans un champ garde le brouillon, et rien d'autre");
        montre.Texte.Should().Contain("Votre brouillon est gardé : vous le retrouverez ici").And.Contain("gardé depuis le 20/11/2023 à 10 h").And.Contain("Abandonner ce brouillon");

        // Another machine, the same person; and a colleague.
        using var ailleurs = await hote.SeConnecterAsync("gestionnaire");
        (await ailleurs.LireAsync("/inscription/campagnes")).Texte.Should().Contain("Vos brouillons").And.Contain("à partir de la révision 1");
        var repris = await ailleurs.LireAsync(Modifier);
        Texte(repris).Should().Be("{ \"code\": ");
        WebUtility.HtmlDecode(repris.Html).Should().Contain("value=\"Envoi repoussé\"");
        using var collegue = await hote.SeConnecterAsync("gestionnaire-adjoint");
        (await collegue.LireAsync("/inscription/campagnes")).Texte.Should().NotContain("Vos brouillons");

        var version = VersionDuBrouillon().Match(repris.Html).Groups[1].Value;
        var verifie = await ailleurs.EnvoyerAsync($"{Modifier}?handler=Verifier", ("Texte", "{"), ("NumeroLu", "1"), ("Motif", ""), ("VersionBrouillon", version));
        verifie.Texte.Should().Contain("Ce texte a 1 faute").And.Contain("Votre brouillon est gardé");
        var depasse = await dec.EnvoyerAsync($"{Modifier}?handler=Brouillon", ("Texte", "mon autre fenêtre"), ("NumeroLu", "1"), ("Motif", ""), ("VersionBrouillon", version));
        depasse.Texte.Should().Contain("Un autre brouillon de cette campagne a été gardé");
        Texte(depasse).Should().Be("mon autre fenêtre");

        var abandonne = await ailleurs.SuivreAsync(await ailleurs.EnvoyerAsync($"{Modifier}?handler=Abandonner", ("Texte", "{"), ("NumeroLu", "1"), ("VersionBrouillon", VersionDuBrouillon().Match(verifie.Html).Groups[1].Value)));
        abandonne.Texte.Should().Contain("Votre brouillon est abandonné").And.NotContain("Vos brouillons");
        Texte(await ailleurs.LireAsync(Modifier)).Should().Contain("\"code\": \"nancy-metz-bac-pro-2024\"", "on repart de la révision en vigueur");
    }

    [Fact]
    public async Task Le_brouillon_d_une_campagne_nouvelle_se_reprend_de_la_liste_et_part_avec_la_publication()
    {
        await using var hote = await DemarrerAsync(publiee: false);
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        const string page = "/inscription/campagnes/nouvelle?modele=" + CampagneDEssai.Code + "&code=aix-2024";
        await dec.LireAsync(page);
        await dec.EnvoyerAsync(page + "&handler=Apercu", ("Texte", "{}"), ("NumeroLu", "0"));
        (await dec.LireAsync("/inscription/campagnes")).Texte.Should().Contain("nouvelle campagne, à partir de nancy-metz-bac-pro-2024");
        var repris = await dec.LireAsync(page);
        Texte(repris).Should().Be("{}");
        var publiee = await dec.EnvoyerAsync(page + "&handler=Publier", ("Texte", CampagneDEssai.Texte), ("NumeroLu", "0"), ("Motif", "Ouverture"), ("VersionBrouillon", VersionDuBrouillon().Match(repris.Html).Groups[1].Value));
        publiee.Vers.Should().NotBeNull();
        (await dec.LireAsync("/inscription/campagnes")).Texte.Should().NotContain("Vos brouillons");
    }

    [Fact]
    public async Task L_historique_se_lit_et_une_campagne_d_ailleurs_n_existe_pas()
    {
        await using var hote = await DemarrerAsync();
        await using (var donnees = hote.Ouvrir())
            await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Revisee, 1, "Photo des apprentis");
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        var page = await dec.LireAsync($"/inscription/campagnes/{CampagneDEssai.Code}/historique");
        page.Texte.Should().Contain("Révision 2 En vigueur").And.Contain("« Photo des apprentis »").And.Contain("Pièce AUTRE_PHOTO").And.Contain("Première révision.");
        foreach (var fin in new[] { "historique", "modifier", "dossiers" })
            (await dec.LireAsync($"/inscription/campagnes/inconnue/{fin}")).Statut.Should().Be(HttpStatusCode.NotFound);
        (await dec.LireAsync("/inscription/campagnes/nouvelle")).Vers.Should().StartWith("/inscription/campagnes");
    }

    [Fact]
    public async Task Les_dossiers_ouverts_suivent_par_groupe_apres_lecture()
    {
        await using var hote = await DemarrerAsync();
        await using (var donnees = hote.Ouvrir())
        {
            await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Revisee, 1, "Photo des apprentis");
            donnees.AddRange(CampagneDEssai.UnDossier(nom: "A-Fictif"), CampagneDEssai.UnDossier(Categorie.Apprenti, nom: "B-Fictif"));
            await donnees.SaveChangesAsync(Ct);
        }
        const string adresse = $"/inscription/campagnes/{CampagneDEssai.Code}/dossiers";
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        (await dec.LireAsync("/inscription/campagnes")).Texte.Should().Contain("2 sous une révision ancienne");
        var page = await dec.LireAsync(adresse);
        page.Texte.Should().Contain("Rien ne change").And.Contain("Moins favorable").And.Contain("Pièce ajoutée : Photo d’identité (à fournir)").And.Contain("Ce que le premier lira");
        var groupes = Groupes().Matches(page.Html).Select(m => ("Groupes", m.Groups[1].Value)).ToArray();
        groupes.Should().HaveCount(2);

        (await dec.EnvoyerAsync(adresse, ("Numero", "2"), ("Motif", "Photo"))).Texte.Should().Contain("Cochez au moins un groupe");
        var sansMotif = await dec.EnvoyerAsync(adresse, [("Numero", "2"), ("Motif", ""), groupes[0]]);
        sansMotif.Texte.Should().Contain("Écrivez en une phrase pourquoi");
        sansMotif.Html.Should().Contain($"value=\"{groupes[0].Value}\" checked", "ce qui est coché le reste");
        var fait = await dec.SuivreAsync(await dec.EnvoyerAsync(adresse, [("Numero", "2"), ("Motif", "Photo demandée"), .. groupes]));

        fait.Texte.Should().Contain("2 dossiers suivent la révision 2 ; 1 message en file").And.Contain("Tous les dossiers en cours sont sous la révision 2");
        await using var lecture = hote.Ouvrir();
        (await lecture.Set<Message>().SingleAsync(Ct)).Modele.Should().Be(MessageDeRevision.Modele);
    }

    [GeneratedRegex("name=\"VersionBrouillon\" value=\"([0-9]+)\"")]
    private static partial Regex VersionDuBrouillon();

    [GeneratedRegex("<textarea[^>]*name=\"Texte\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex ChampTexte();

    [GeneratedRegex("name=\"Groupes\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Groupes();
}
