using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Web.Tests.Examen;

/// <summary>One host and one lot for all: each test works on its own candidate.</summary>
public sealed class HoteGestion : IAsyncLifetime
{
    public Hote Hote { get; private set; } = null!;
    public IReadOnlyList<Guid> Ids { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Hote = await Hote.DemarrerAsync();
        await using var donnees = Hote.Ouvrir();
        Ids = await LotGestion.EcrireAsync(donnees, Guid.CreateVersion7());
    }

    public ValueTask DisposeAsync() => Hote.DisposeAsync();
}

public sealed partial class PagesGestionTests(HoteGestion hote) : IClassFixture<HoteGestion>
{
    private const string Grille = $"/examen/grille?session=2020-06&uai={LotGestion.Uai}&specialite={LotGestion.Specialite}";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Le_tableau_de_bord_dit_l_avancement_et_l_etablissement_en_retard()
    {
        using var dec = await hote.Hote.SeConnecterAsync(Role.Gestionnaire);

        var page = await dec.LireAsync("/examen/tableau-de-bord");

        page.Titre.Should().StartWith("Tableau de bord de la session");
        page.Texte.Should().Contain("5 candidats").And.Contain("Établissements dont des notes manquent").And.Contain("Lycée professionnel Émile-Fictif, Marseille").And.Contain("Aucune décision n’est arrêtée");
    }

    [Fact]
    public async Task Un_nom_cherche_ne_passe_jamais_dans_l_adresse_et_le_lien_se_partage()
    {
        using var dec = await hote.Hote.SeConnecterAsync("gestionnaire");
        await dec.LireAsync("/examen/candidats");

        var arrivee = await dec.EnvoyerAsync("/examen/candidats", ("Texte", "müller"), ("examen", "BAC_PRO"), ("etablissement", ""));

        arrivee.Vers.Should().Contain("examen=BAC_PRO").And.Contain("q=").And.NotContainEquivalentOf("ller");
        var resultat = await dec.SuivreAsync(arrivee);
        resultat.Texte.Should().Contain("1 candidat").And.Contain("MÜLLER-MODÈLE Inès").And.NotContain("Benoît-Exemple");
        using var collegue = await hote.Hote.SeConnecterAsync("gestionnaire-adjoint");
        (await collegue.LireAsync(arrivee.Vers!)).Texte.Should().Contain("MÜLLER-MODÈLE Inès");
        (await dec.LireAsync("/examen/candidats?q=falsifie")).Texte.Should().Contain("Ce lien de recherche a expiré");
    }

    [Fact]
    public async Task L_export_telecharge_toute_la_recherche_et_laisse_une_trace()
    {
        using var dec = await hote.Hote.SeConnecterAsync(Role.Gestionnaire);
        await dec.LireAsync("/examen/candidats");

        var fichier = await dec.EnvoyerAsync("/examen/candidats?handler=Exporter&tri=Numero&desc=true", ("format", "csv"));

        fichier.Entetes["Content-Disposition"].Should().Contain("candidats-2020-06.csv");
        fichier.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(6).And.Subject.ElementAt(1).Should().StartWith("0220000005;");
        await using var donnees = hote.Hote.Ouvrir();
        (await donnees.Set<LigneJournal>().AnyAsync(l => l.Acte == "CANDIDATS_EXPORTES" && l.Apres!.StartsWith("lignes:5 format:CSV"), Ct)).Should().BeTrue();
    }

    [Fact]
    public async Task Les_facultatives_choisies_a_l_inscription_se_lisent_la_ou_leurs_notes_s_ecrivent_et_ce_que_la_table_ne_nomme_pas_se_dit()
    {
        using var dec = await hote.Hote.SeConnecterAsync(Role.Gestionnaire);
        await using (var donnees = hote.Hote.Ouvrir())
            await donnees.Set<Coeur.Inscription.Candidature>().Where(c => c.Id == hote.Ids[3]).ExecuteUpdateAsync(c => c.SetProperty(x => x.FacultativesChoisies, "Langue vivante (italien) ; Mobilité"), Ct);

        (await dec.LireAsync($"/examen/candidats/{hote.Ids[3]}")).Texte.Should().Contain("Langue vivante (italien) ; Mobilité");
        (await dec.LireAsync($"/examen/candidats/{hote.Ids[3]}/modifier")).Texte.Should().Contain("Choisies à l’inscription : Langue vivante (italien) ; Mobilité.").And.Contain("ne nomme qu’une unité facultative").And.Contain("Signalez-le");
        (await dec.LireAsync($"/examen/candidats/{hote.Ids[4]}/modifier")).Texte.Should().NotContain("Choisies à l’inscription");
    }

    [Fact]
    public async Task Sans_script_la_grille_enregistre_refuse_par_case_et_garde_ce_qui_est_tape()
    {
        using var dec = await hote.Hote.SeConnecterAsync(Role.Gestionnaire);
        var champs = Champs(await dec.LireAsync(Grille));

        var reponse = await dec.EnvoyerAsync(Grille, Avec(champs, (Case(0, "U12"), "12.5"), (Case(0, "U2"), "21")));

        reponse.Statut.Should().Be(HttpStatusCode.OK);
        reponse.Texte.Should().Contain("1 note enregistrée, 1 refusée").And.Contain("Ligne 1, colonne U2 : « 21 » n’est pas une note de 0 à 20");
        Champs(reponse)[Case(0, "U2")].Should().Be("21");
        Champs(reponse)[Case(0, "U12")].Should().Be("12,5");
        var corrigee = await dec.SuivreAsync(await dec.EnvoyerAsync(Grille, Avec(Champs(reponse), (Case(0, "U2"), "11"))));
        corrigee.Texte.Should().Contain("1 note enregistrée.");
        (await NotesAsync(0)).Should().Be("U12:12.5 U2:11");
    }

    [Fact]
    public async Task Deux_personnes_sur_la_meme_note_la_seconde_est_prevenue_et_confirme()
    {
        using var premier = await hote.Hote.SeConnecterAsync("gestionnaire");
        using var second = await hote.Hote.SeConnecterAsync("gestionnaire-adjoint");
        var lusParPremier = Champs(await premier.LireAsync(Grille));
        var lusParSecond = Champs(await second.LireAsync(Grille));
        await premier.EnvoyerAsync(Grille, Avec(lusParPremier, (Case(1, "U12"), "13")));

        // U2 is not the mark in dispute: it merges.
        var conflit = await second.EnvoyerAsync(Grille, Avec(lusParSecond, (Case(1, "U12"), "8"), (Case(1, "U2"), "15")));

        conflit.Texte.Should().Contain("1 note enregistrée, 1 à confirmer").And.Contain("Elle vaut maintenant « 13 »").And.Contain("rôle « gestionnaire »");
        (await NotesAsync(1)).Should().Be("U12:13 U2:15");
        Champs(conflit)[Case(1, "U12")].Should().Be("8", "sa saisie reste à l’écran");
        await second.EnvoyerAsync(Grille, Avec(Champs(conflit)));
        (await NotesAsync(1)).Should().Be("U12:8 U2:15");
    }

    [Fact]
    public async Task Incident_de_2013_le_bordereau_montre_l_ecart_sans_montrer_les_notes()
    {
        using var dec = await hote.Hote.SeConnecterAsync(Role.Gestionnaire);
        var grille = Champs(await dec.LireAsync(Grille));
        await dec.EnvoyerAsync(Grille, Avec(grille, (Case(2, "U51"), "8")));
        var adresse = $"/examen/bordereaux?uai={LotGestion.Uai}&specialite={LotGestion.Specialite}&unite=U51";
        var bordereau = Champs(await dec.LireAsync(adresse));
        bordereau["L[2].Valeur"].Should().BeEmpty("qui saisit le bordereau ne doit pas recopier la note");

        var apres = await dec.SuivreAsync(await dec.EnvoyerAsync(adresse, Avec(bordereau, ("L[2].Valeur", "13"))));

        apres.Texte.Should().Contain("1 écart avec les notes bloque la délibération").And.Contain("note « 8 », bordereau « 13 »");
        (await dec.LireAsync("/examen/bordereaux")).Texte.Should().Contain("1 écart").And.Contain("D’ESSAI Anaïs");
        (await dec.LireAsync($"/examen/candidats/{hote.Ids[2]}")).Texte.Should().Contain("Écart avec le bordereau en U51");
    }

    [Fact]
    public async Task Le_dossier_explique_la_conclusion_et_montre_l_historique()
    {
        using var dec = await hote.Hote.SeConnecterAsync(Role.Gestionnaire);
        var adresse = $"/examen/candidats/{hote.Ids[3]}";
        await dec.LireAsync(adresse + "/modifier");

        var refusee = await dec.EnvoyerAsync(adresse + "/modifier", ("Version", "0"), ("PfmpSemaines", "beaucoup"), ("PfmpValidee", "oui"));
        refusee.Texte.Should().Contain("Une erreur à corriger").And.Contain("Le nombre de semaines de PFMP est un entier");
        var page = await dec.SuivreAsync(await dec.EnvoyerAsync(adresse + "/modifier", ("Version", "0"), ("PfmpSemaines", "22"), ("PfmpValidee", "oui")));

        page.Texte.Should().Contain("GARCIA-DÉMO Théo").And.Contain("En attente").And.Contain("Pourquoi ?").And.Contain("code de l’éducation").And.Contain("PFMP : 22 semaines effectuées, validées").And.Contain("PFMP modifiée");
    }

    [Fact]
    public async Task Un_candidat_inconnu_et_une_session_inconnue_repondent_404()
    {
        using var dec = await hote.Hote.SeConnecterAsync(Role.Gestionnaire);
        foreach (var adresse in (string[])[$"/examen/candidats/{Guid.NewGuid()}", "/examen/tableau-de-bord?session=2019-06", $"/examen/grille?uai={LotGestion.Uai}&specialite=ZZ"])
            (await dec.LireAsync(adresse)).Statut.Should().Be(HttpStatusCode.NotFound, adresse);
    }

    [Fact]
    public async Task Une_autre_academie_n_a_pas_de_session_et_ne_voit_aucun_dossier()
    {
        await using var ailleurs = await Hote.DemarrerAsync();
        await ailleurs.HabiliterAsync(Hote.PerimetresParDefaut with { Academie = "12" });
        await using var donnees = ailleurs.Ouvrir();
        var ids = await LotGestion.EcrireAsync(donnees, Guid.CreateVersion7());
        using var dec = await ailleurs.SeConnecterAsync(Role.Gestionnaire);

        (await dec.SuivreAsync(await dec.LireAsync("/examen/candidats"))).Texte.Should().Contain("Aucune session d’examen n’existe dans votre périmètre");
        (await dec.LireAsync($"/examen/candidats/{ids[0]}")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<string> NotesAsync(int rang)
    {
        await using var donnees = hote.Hote.Ouvrir();
        return await donnees.Set<FeuilleNotes>().Where(f => f.CandidatureId == hote.Ids[rang]).Select(f => f.Notes).SingleAsync(Ct);
    }

    private static string Case(int ligne, string unite) => $"L[{ligne}].N[{unite}]";

    private static (string, string)[] Avec(Dictionary<string, string> champs, params (string Nom, string Valeur)[] saisies)
    {
        foreach (var (nom, valeur) in saisies)
            champs[nom] = champs.ContainsKey(nom) ? valeur : throw new InvalidOperationException($"Le formulaire n'a pas de case {nom}.");
        return [.. champs.Select(c => (c.Key, c.Value))];
    }

    /// <summary>The fields of the grid as a browser would send them back.</summary>
    private static Dictionary<string, string> Champs(Reponse page) => Entrees().Matches(page.Html).Select(m => m.Value)
        .Where(e => Attribut(e, "name").StartsWith("L[", StringComparison.Ordinal)).ToDictionary(e => Attribut(e, "name"), e => WebUtility.HtmlDecode(Attribut(e, "value")));

    private static string Attribut(string entree, string nom) => Regex.Match(entree, $"\\s{nom}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input[^>]+>")]
    private static partial Regex Entrees();
}
