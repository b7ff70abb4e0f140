using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Web.Tests.Inscription;

/// <summary>The registration pages open to everyone, read and filled as a person does.</summary>
public sealed class PiecesAFournirTests
{
    private const string NancyMetz = "nancy-metz-bac-pro-2024";

    /// <summary>Sixteen days and eight hours before the closing of 6 December at 22 h.</summary>
    private static readonly FakeTimeProvider s_vingtNovembre2023 = new(new HeureParis(new DateOnly(2023, 11, 20), new TimeOnly(14, 0)).EnUtc());

    private static readonly Dictionary<string, string> s_ordinaire = new()
    {
        ["specialite"] = "40025214",
        ["nationaliteFrancaise"] = "true",
        ["scolariseMemeSession"] = "false",
        ["sessionsAnterieures"] = "false",
        ["notesAConserver"] = "false",
        ["dispensesDemandees"] = "false",
        ["travailEnHauteur"] = "false",
        ["epsInapte"] = "false",
        ["epreuvesFacultatives"] = "false",
        ["amenagementDemande"] = "false",
    };

    private static Dictionary<string, string> Avec(params (string Code, string Valeur)[] reponses)
    {
        var toutes = new Dictionary<string, string>(s_ordinaire);
        foreach (var (code, valeur) in reponses)
            toutes[code] = valeur;
        return toutes;
    }

    private static async Task<QuestionnairePieces> RemplirAsync(Hote hote, string campagne, Dictionary<string, string> reponses)
    {
        var questionnaire = await QuestionnairePieces.CommencerAsync(hote, campagne);
        await questionnaire.RemplirAsync(reponses);
        questionnaire.Page.Texte.Should().Contain("Vérifiez vos réponses");
        await questionnaire.AppuyerAsync("voir");
        questionnaire.Page.Titre.Should().StartWith("Vos pièces à fournir");
        return questionnaire;
    }

    [Fact]
    public async Task Un_eleve_de_dix_sept_ans_voit_ses_pieces_la_jdc_et_la_signature_de_son_responsable()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var q = await RemplirAsync(hote, NancyMetz, Avec(("categorie", "SCOLAIRE"), ("naissance", "2006-07-14")));

        q.Posees.Should().StartWith(["categorie", "specialite", "naissance", "nationaliteFrancaise"]).And.NotContain(["scolariseMemeSession", "anneesExperience", "anneesPreparation", "rqth", "inscritLe"]);
        q.Page.Texte.Should().Contain("Confirmation d’inscription, datée et signée À fournir Au plus tard le 09/12/2023.")
            .And.Contain("certificat de participation à la journée défense et citoyenneté (JDC) À fournir")
            .And.Contain("Le candidat est mineur au jour de l’inscription : il signe, et son responsable légal aussi.")
            .And.Contain("par la poste, au plus tard le 9 décembre 2023, le cachet de la poste faisant foi.")
            .And.Contain("Il reste 19 jours et 9 heures pour envoyer les pièces.").And.Contain("Il reste 16 jours et 8 heures pour s’inscrire.")
            .And.Contain("Source : Notice d’inscription au baccalauréat professionnel")
            .And.Contain("Pièces qui ne vous sont pas demandées (8)")
            .And.Contain("épreuves communes à toutes les spécialités (à vérifier) 9 rue des Brice");
    }

    [Fact]
    public async Task Une_adulte_de_trente_cinq_ans_avec_trois_ans_d_experience_fournit_ses_certificats_de_travail()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var q = await RemplirAsync(hote, NancyMetz, Avec(("categorie", "EXPERIENCE_3_ANS"), ("naissance", "12/03/1988"), ("anneesExperience", "3,5")));

        q.Posees.Should().Contain(["scolariseMemeSession", "anneesExperience"]).And.NotContain("anneesPreparation");
        q.Page.Texte.Should().Contain("Certificats de travail prouvant trois ans d’activité dans le domaine du diplôme À fournir")
            .And.Contain("3,5 ans d’activité déclarés, au moins trois : l’inspecteur de la spécialité décide")
            .And.NotContain("(JDC) À fournir").And.NotContain("responsable légal aussi.");
    }

    [Fact]
    public async Task Un_candidat_a_distance_fournit_ses_attestations_et_une_preparation_trop_courte_est_dite()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var q = await RemplirAsync(hote, NancyMetz, Avec(("categorie", "ENSEIGNEMENT_DISTANCE"), ("naissance", "1998-12-20"), ("anneesPreparation", "2")));
        q.Page.Texte.Should().Contain("Attestation d’inscription et d’assiduité de l’établissement d’enseignement à distance À fournir").And.Contain("Attestations de stage (périodes de formation en milieu professionnel) À fournir")
            .And.NotContain("Ceci s’oppose");
        // 25 on 20 December: under 25 the day he registers, 25 on the 31st.
        q.Page.Texte.Should().Contain("(JDC) À examiner").And.Contain("La notice compte l’âge au 31/12/2023 ; la loi (code du service national, L. 114-6) le compte au jour de l’inscription (inscription le 20/11/2023). Les 25 ans tombent le 20/12/2023");

        await q.AppuyerAsync("recapitulatif");
        await q.AppuyerAsync("ouvrir:anneesPreparation");
        await q.RepondreAsync("1");
        q.Page.Texte.Should().Contain("Vérifiez vos réponses", "d'où il venait");
        await q.AppuyerAsync("voir");
        q.Page.Texte.Should().Contain("Ceci s’oppose à l’inscription 1 année scolaire de préparation : il en faut deux");
    }

    [Fact]
    public async Task Un_ancien_candidat_garde_des_notes_et_sait_lesquelles_ne_le_peuvent_pas()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var q = await RemplirAsync(hote, NancyMetz, Avec(("categorie", "EX_CANDIDAT"), ("naissance", "1996-01-01"), ("notesAConserver", "true"), ("notesAConserver.liste", "2022|u31|12,5;2021|U32|8;2016|U33|15")));

        q.Posees.Should().NotContain("sessionsAnterieures", "un ancien candidat a déjà passé l'examen");
        q.Page.Texte.Should().Contain("Relevé de notes des sessions passées, notes à conserver entourées en rouge À fournir")
            .And.Contain("U31, session 2022-06 : 12,5, au moins 10, conservée")
            .And.Contain("U32, session 2021-06 : 8 est sous 10.")
            .And.Contain("U33, session 2016-06 : la note a plus de cinq ans");
    }

    [Fact]
    public async Task Une_campagne_sans_question_pose_celles_dont_les_regles_ont_besoin()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var reims = await RemplirAsync(hote, "reims-bac-pro-2015", Avec(("inscritLe", "2014-11-19"), ("categorie", "EXPERIENCE_3_ANS"), ("naissance", "1980-05-05"), ("anneesExperience", "6")));
        reims.Posees[0].Should().Be("categorie");
        reims.Posees.Should().BeEquivalentTo(["categorie", "inscritLe", "naissance", "anneesExperience", "scolariseMemeSession"]);
        reims.Page.Texte.Should().Contain("Justificatifs de trois ans d’expérience professionnelle À fournir").And.Contain("Liste incomplète").And.Contain("La date d’envoi est passée : c’était le 10/12/2014.").And.Contain("Période close.")
            .And.Contain("la notice ne dit pas si le cachet de la poste ou la réception fait foi").And.NotContain("Ceci s’oppose");

        using var aix = await RemplirAsync(hote, "aix-marseille-bac-gt-2017", Avec(("inscritLe", "2016-11-17"), ("categorie", "EX_CANDIDAT"), ("naissance", "1997-05-05"), ("nationaliteFrancaise", "true")));
        aix.Page.Texte.Should().Contain("Document d’inscription définitive À fournir").And.Contain("(JDC) À fournir").And.Contain("L. 113-1 et L. 114-6 (à vérifier)").And.Contain("Ceci s’oppose à l’inscription").And.Contain("après la clôture du 16/11/2016");
    }

    [Fact]
    public async Task Je_ne_sais_pas_a_tout_donne_une_liste_a_preciser_avec_les_questions()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var q = await RemplirAsync(hote, NancyMetz, []);
        q.Page.Texte.Should().Contain("(JDC) À préciser").And.Contain("À préciser : Quelle est votre date de naissance ?").And.Contain("Certificats de travail prouvant trois ans d’activité dans le domaine du diplôme À préciser")
            .And.Contain("Copie d’une pièce d’identité en cours de validité À fournir", "elle est à tous");
    }

    [Fact]
    public async Task Le_chemin_revient_en_arriere_corrige_et_oublie_ce_qui_ne_se_demande_plus()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var q = await QuestionnairePieces.CommencerAsync(hote, NancyMetz);
        await q.AppuyerAsync("suivant");
        q.Page.Titre.Should().StartWith("Erreur : Question 1");
        q.Page.Texte.Should().Contain("Choisissez une réponse, ou le bouton « Je ne sais pas ».");
        await q.RepondreAsync("EXPERIENCE_3_ANS");
        await q.AppuyerAsync("chercher", ("Specialite.Recherche", "cuisine"));
        q.Page.Html.Should().Contain("name=\"Specialite.Code\"");
        q.Question.Should().Be("specialite", "chercher n'est pas répondre");
        await q.AppuyerAsync("suivant", ("Specialite.Recherche", "cuisine"));
        q.Page.Texte.Should().Contain("Cherchez votre spécialité, puis choisissez-la");
        await q.AppuyerAsync("inconnu");
        await q.RepondreAsync("31/02/1990");
        q.Page.Texte.Should().Contain("Écrivez une date qui existe");
        await q.RepondreAsync("01/02/2031");
        q.Page.Texte.Should().Contain("Le 01/02/2031 est après l’inscription du 20/11/2023.");
        await q.RepondreAsync("01/02/1990");
        q.Question.Should().Be("nationaliteFrancaise");

        await q.AppuyerAsync("ouvrir:naissance");
        q.Page.Html.Should().Contain("value=\"1990-02-01\"", "la réponse est restée");
        await q.RemplirAsync(Avec(("naissance", "1990-02-01"), ("anneesExperience", "4")));
        q.Page.Texte.Should().Contain("Combien d’années avez-vous travaillé dans le domaine du diplôme ? 4").And.Contain("Quelle spécialité présentez-vous ? Je ne sais pas");

        await q.AppuyerAsync("ouvrir:categorie");
        await q.RepondreAsync("SCOLAIRE");
        q.Page.Texte.Should().Contain("Vérifiez vos réponses").And.NotContain("avez-vous travaillé").And.NotContain("Un lycée vous inscrit-il aussi");
        q.Page.Html.Should().NotContain("r.anneesExperience");
    }

    [Fact]
    public async Task Une_reponse_qui_appelle_une_precision_la_demande_puis_la_juge()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var q = await RemplirAsync(hote, NancyMetz, Avec(("categorie", "SCOLAIRE"), ("naissance", "2006-07-14"), ("epsInapte", "true"), ("certificatAu", "2024-02-01"), ("travailEnHauteur", "true"), ("rqth", "true"),
            ("amenagementDemande", "true"), ("dispositif", "PAP"), ("tempsMajorePourcent", "40"), ("epreuvesFacultatives", "true"), ("epreuvesFacultatives.nombre", "3"), ("sessionsAnterieures", "true"), ("sessionsAnterieures.liste", "2022, 2023")));

        q.Posees.Should().Contain(["certificatAu", "rqth", "epreuvesFacultatives.nombre", "sessionsAnterieures.liste"]);
        q.Page.Texte.Should().Contain("Le certificat d’inaptitude s’arrête le 01/02/2024, avant le 31/05/2024")
            .And.Contain("Justificatif de la qualité de travailleur handicapé").And.Contain("3 épreuves facultatives choisies, 2 au plus : retirez-en 1.")
            .And.Contain("Procédure");
    }

    [Fact]
    public async Task Rien_n_est_garde_ni_dans_l_adresse_ni_dans_un_cookie_ni_dans_la_base()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        await using var avant = hote.Ouvrir();
        var lignes = await avant.Set<LigneJournal>().CountAsync(TestContext.Current.CancellationToken);
        using var q = await RemplirAsync(hote, NancyMetz, Avec(("categorie", "SCOLAIRE"), ("naissance", "2006-07-14")));

        q.Page.Statut.Should().Be(HttpStatusCode.OK);
        q.Page.Entetes["Cache-Control"].Should().Contain("no-store");
        q.Navigateur.Cookies.GetAllCookies().Select(c => c.Name).Should().Equal("rebond.formulaire");
        q.Page.Html.Should().NotContain("2006-07-14\"&").And.NotContain("?naissance").And.Contain($"action=\"{q.Adresse}\"").And.Contain("name=\"r.naissance\" value=\"2006-07-14\"");
        (await avant.Set<LigneJournal>().CountAsync(TestContext.Current.CancellationToken)).Should().Be(lignes);
        (await q.Navigateur.LireAsync(q.Adresse)).Html.Should().NotContain("2006-07-14", "la page rouverte a tout oublié");
    }

    [Fact]
    public async Task Des_champs_caches_inventes_ne_font_pas_tomber_la_page()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var visiteur = hote.Visiter();
        await visiteur.LireAsync($"/inscription/pieces-a-fournir/{NancyMetz}");
        var page = await visiteur.EnvoyerAsync($"/inscription/pieces-a-fournir/{NancyMetz}", ("r.categorie", "ROI"), ("r.naissance", "2006-07-14"), ("r.inconnue", "x"), ("r.notesAConserver.liste", "|||;;"), ("r.specialite", "<script>"), ("Question", "lune"), ("faire", "voir"));
        page.Statut.Should().Be(HttpStatusCode.OK);
        page.Titre.Should().StartWith("Question 1", "une réponse impossible n'est pas une réponse");
        page.Html.Should().NotContain("ROI").And.NotContain("r.inconnue").And.NotContain("value=\"<script>");
        (await visiteur.LireAsync("/inscription/pieces-a-fournir/lune-2030")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task La_page_des_campagnes_dit_les_dates_a_l_heure_pres_et_ce_qui_reste_a_verifier()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        using var visiteur = hote.Visiter();
        (await visiteur.LireAsync("/")).Html.Should().Contain("href=\"/inscription\"");
        var page = await visiteur.LireAsync("/inscription");
        page.Texte.Should().Contain("Aucune campagne n’est en vigueur sur ce site").And.Contain("Inscriptions ouvertes Baccalauréat professionnel, session 2024, académie de Nancy-Metz")
            .And.Contain("Du 06/11/2023 à 10 h au 06/12/2023 à 22 h. Il reste 16 jours et 8 heures pour s’inscrire.")
            .And.Contain("Inscriptions closes").And.Contain("Passé le 19 novembre 2014 à 17 h, toute inscription est refusée.")
            .And.Contain("au 16/11/2016 (heure non précisée)").And.Contain("Ce que nous n’avons pas pu vérifier").And.Contain("Heures de Paris. Durées calculées le 20/11/2023 à 14 h");
        page.Texte.Should().NotContain("Inscriptions à venir");
        page.Html.Should().Contain($"href=\"/inscription/pieces-a-fournir/{NancyMetz}\"");
    }

    [Fact]
    public async Task Une_campagne_mise_en_vigueur_remplace_les_campagnes_livrees()
    {
        await using var hote = await Hote.DemarrerAsync(horloge: s_vingtNovembre2023);
        await using (var donnees = hote.Ouvrir())
        {
            var texte = CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == "reims-bac-pro-2015").Texte.Replace("reims-bac-pro-2015", "reims-bac-pro-essai", StringComparison.Ordinal).Replace("2014-10-15", "2023-12-01", StringComparison.Ordinal).Replace("2014-11-19T17:00", "2023-12-20T17:00", StringComparison.Ordinal)
                .Replace("\"2015-06\"", "\"2024-06\"", StringComparison.Ordinal).Replace("2014-12-10", "2024-01-10", StringComparison.Ordinal);
            (await new PublierRevision(donnees).ExecuteAsync(new(texte, "Ouverture de la campagne", 0), Acteur.LigneDeCommande, TestContext.Current.CancellationToken)).EstReussi.Should().BeTrue();
        }
        using var visiteur = hote.Visiter();
        var page = await visiteur.LireAsync("/inscription");
        page.Texte.Should().Contain("Aucune inscription n’est ouverte en ce moment.").And.Contain("Inscriptions à venir").And.Contain("Ouvre dans 10 jours et 10 heures.").And.NotContain("Nancy-Metz").And.NotContain("livrées avec le logiciel");
        (await visiteur.LireAsync("/inscription/pieces-a-fournir/reims-bac-pro-essai")).Statut.Should().Be(HttpStatusCode.OK);
        (await visiteur.LireAsync($"/inscription/pieces-a-fournir/{NancyMetz}")).Statut.Should().Be(HttpStatusCode.NotFound);
    }
}
