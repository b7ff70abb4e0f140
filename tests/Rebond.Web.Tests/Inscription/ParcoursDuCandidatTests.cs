using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Resultats;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Confirmations;
using Xunit;
using static Rebond.Tests.Commun.Inscription.InscriptionDEssai;

namespace Rebond.Web.Tests.Inscription;

/// <summary>Whole journeys, from « Mes inscriptions » to the signature, by pages only.</summary>
public sealed class ParcoursDuCandidatTests
{
    private readonly FakeTimeProvider _horloge = new(A(11, 20, 14));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(Hote Hote, FormulaireDEssai Formulaire)> OuvrirAsync(Moteur moteur = Moteur.Sqlite)
    {
        var hote = await Hote.DemarrerAsync(horloge: _horloge, moteur: moteur);
        await using (var donnees = hote.Ouvrir())
            await PublierAsync(donnees);
        return (hote, await FormulaireDEssai.OuvrirAsync(await hote.SeConnecterAsync(CreerComptesDemonstration.CandidatEnInscription), CodeCampagne));
    }

    [Fact]
    public async Task Une_eleve_de_17_ans_s_inscrit_signe_et_sa_mere_signe_par_son_lien()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        await formulaire.RemplirAsync(Eleve);
        formulaire.Vues.Should().StartWith(["identite", "naissance", "ine", "contact", "adresse", "responsable", "categorie", "etablissement", "specialite"]).And.NotContain(["forme", "anneesexperience", "inscritle"]);
        formulaire.Page.Titre.Should().StartWith("Vérifiez vos réponses");
        formulaire.Page.Texte.Should().Contain("Lycée professionnel Darche").And.Contain("02/05/2006").And.Contain("Enregistrer mon inscription");

        (await formulaire.EnregistrerAsync()).Texte.Should().Contain("La version 1 de votre inscription est enregistrée").And.Contain("Ce qui se passe ensuite").And.Contain("Il reste 19 jours").And.Contain("Je ne peux pas la fournir parce que");

        await formulaire.AllerAsync($"{formulaire.Dossier}/signer");
        formulaire.Page.Texte.Should().Contain("Signer rend vos choix définitifs").And.Contain("parent@exemple.fr");
        await formulaire.AppuyerAsync("signer");
        formulaire.Page.Texte.Should().Contain("Cochez la case pour signer");
        await formulaire.AppuyerAsync("signer", ("Engagement", "true"));
        formulaire.Page.Texte.Should().Contain("Un courriel est parti à votre responsable légal");

        string lien;
        await using (var donnees = hote.Ouvrir())
            lien = (await donnees.Set<Message>().SingleAsync(m => m.Modele == "SIGNATURE_RESPONSABLE", Ct)).Corps.Split('\n').Single(l => l.StartsWith("http", StringComparison.Ordinal));
        using var mere = hote.Visiter();
        var page = await mere.LireAsync(new Uri(lien).AbsolutePath);
        page.Texte.Should().Contain("Léa Essai a moins de 18 ans").And.Contain("Élève d'un établissement".Replace('\'', '’'));
        (await mere.EnvoyerAsync(new Uri(lien).AbsolutePath)).Texte.Should().Contain("Cochez la case pour signer");
        var signe = await mere.SuivreAsync(await mere.EnvoyerAsync(new Uri(lien).AbsolutePath, ("Engagement", "true")));
        signe.Texte.Should().Contain("Vous avez signé");
        (await mere.LireAsync("/inscription/signature/nimporte")).Statut.Should().Be(HttpStatusCode.NotFound);

        await formulaire.AllerAsync(formulaire.Dossier);
        formulaire.Page.Texte.Should().Contain("Votre inscription est signée").And.Contain("Demander à rouvrir mes choix signés").And.NotContain("Relire et signer");
        (await formulaire.Navigateur.LireAsync($"{formulaire.Dossier}/formulaire/contact")).Vers.Should().EndWith(formulaire.Numero.ToLowerInvariant());
    }

    [Fact]
    public async Task Un_homme_de_35_ans_s_inscrit_par_son_experience_et_l_inspecteur_decidera()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        await formulaire.RemplirAsync(Experience);
        formulaire.Vues.Should().Contain(["forme", "anneesexperience"]).And.NotContain(["responsable", "etablissement"]);
        (await formulaire.EnregistrerAsync()).Texte.Should().Contain("Certificats de travail").And.Contain("L’inspecteur de la spécialité").And.NotContain("journée défense");

        await formulaire.AllerAsync($"{formulaire.Dossier}/signer");
        await formulaire.AppuyerAsync("signer", ("Engagement", "true"));
        formulaire.Page.Texte.Should().Contain("Votre inscription est signée. Vos choix sont définitifs.");

        await formulaire.AllerAsync($"{formulaire.Dossier}/empechement/CERTIFICATS_TRAVAIL");
        await formulaire.AppuyerAsync("", ("Texte", "Mon ancien employeur a disparu."));
        formulaire.Page.Texte.Should().Contain("La division des examens et concours vous répondra").And.Contain("Mon ancien employeur a disparu.");

        await formulaire.AllerAsync($"{formulaire.Dossier}/coordonnees");
        formulaire.Page.Html.Should().Contain("value=\"12 rue de l&#x27;Essai\"");
        await formulaire.AppuyerAsync("", ("courriel", "neuf@exemple.fr"), ("adresse1", "3 rue Neuve"), ("codePostal", "570"), ("ville", "Metz"));
        formulaire.Page.Titre.Should().StartWith("Erreur");
        await formulaire.AppuyerAsync("", ("courriel", "neuf@exemple.fr"), ("adresse1", "3 rue Neuve"), ("codePostal", "57000"), ("ville", "Metz"));
        formulaire.Page.Texte.Should().Contain("C’est changé");

        await formulaire.AllerAsync($"{formulaire.Dossier}/reouvrir");
        await formulaire.AppuyerAsync("", ("Motif", "Je me suis trompé de spécialité."));
        formulaire.Page.Texte.Should().Contain("Votre demande est partie");
    }

    [Fact]
    public async Task Les_epreuves_facultatives_se_choisissent_dans_une_liste_et_se_lisent_jusque_sur_la_confirmation()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        var reponses = new Dictionary<string, string>(Eleve) { ["epreuvesFacultatives"] = "true" };
        while (formulaire.Etape is { } etape && !etape.StartsWith("epreuvesfacultatives.", StringComparison.OrdinalIgnoreCase))
            await formulaire.RepondreAsync(reponses);
        formulaire.Page.Texte.Should().Contain("Quelles épreuves facultatives présentez-vous").And.Contain("2 au plus").And.Contain("Mobilité").And.Contain("(à vérifier)");

        await formulaire.AppuyerAsync("suivant");
        formulaire.Page.Texte.Should().Contain("Cochez une épreuve au moins");
        await formulaire.AppuyerAsync("suivant", ("Facultatives", "LANGUE"), ("Precisions[LANGUE]", ""));
        formulaire.Page.Texte.Should().Contain("quelle langue ?");
        formulaire.Page.Html.Should().MatchRegex("<input[^>]*checked[^>]*value=\"LANGUE\"", "ce qui est coché le reste").And.Contain("href=\"#Precisions_LANGUE_\"");
        await formulaire.AppuyerAsync("suivant", ("Facultatives", "LANGUE"), ("Facultatives", "MOBILITE"), ("Facultatives", "EPS"), ("Precisions[LANGUE]", "italien"));
        formulaire.Page.Texte.Should().Contain("décochez-en 1");
        await formulaire.AppuyerAsync("suivant", ("Facultatives", "LANGUE"), ("Facultatives", "MOBILITE"), ("Precisions[LANGUE]", "italien"));
        await formulaire.RemplirAsync(reponses);

        formulaire.Page.Texte.Should().Contain("Langue vivante ou langue des signes (italien) ; Mobilité");
        await formulaire.EnregistrerAsync();
        await formulaire.AllerAsync($"{formulaire.Dossier}/formulaire/epreuvesFacultatives.liste");
        formulaire.Page.Html.Should().MatchRegex("<input[^>]*checked[^>]*value=\"MOBILITE\"").And.Contain("value=\"italien\"");
        await using var donnees = hote.Ouvrir();
        var dossier = await donnees.Set<DossierInscription>().SingleAsync(Ct);
        var lu = (await new ConsulterMonDossier(donnees).ExecuteAsync(dossier.Numero, new Acteur(dossier.CompteId, "Candidat", Role.Candidat, []), Ct)).Valeur!;
        var html = await hote.Services.GetRequiredService<Gabarits>().ComposerAsync<IReadOnlyList<ConfirmationInscription>>(ConfirmationInscription.Gabarit, [ConfirmationInscription.De(lu)!]);
        new Reponse(HttpStatusCode.OK, html, null, new Dictionary<string, string>()).Texte.Should().Contain("Quelles épreuves facultatives présentez-vous ? Langue vivante ou langue des signes (italien) ; Mobilité");
    }

    [Fact]
    public async Task Un_candidat_a_distance_dit_sa_preparation_et_doit_ses_attestations()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        await formulaire.RemplirAsync(new Dictionary<string, string>(Personne("Loin", "Ana", "1999-07-07")) { ["categorie"] = "ENSEIGNEMENT_DISTANCE", ["anneesPreparation"] = "2" });
        formulaire.Vues.Should().Contain(["anneespreparation", "forme"]);
        (await formulaire.EnregistrerAsync()).Texte.Should().Contain("enseignement à distance").And.Contain("Attestations de stage");
    }

    [Fact]
    public async Task Un_apprenti_dont_le_centre_n_est_pas_dans_l_annuaire_s_inscrit_quand_meme()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        await formulaire.RemplirAsync(new Dictionary<string, string>(Personne("Mains", "Noé", "2004-01-30")) { ["categorie"] = "APPRENTI" });
        formulaire.Vues.Should().Contain("etablissement");
        (await formulaire.EnregistrerAsync()).Texte.Should().Contain("La version 1");
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<DossierInscription>().SingleAsync(Ct)).Should().Match<DossierInscription>(d => d.Categorie == Categorie.Apprenti && d.Uai == null && d.Forme == Forme.Globale);
    }

    [Fact]
    public async Task Une_ancienne_candidate_garde_des_notes_et_une_note_trop_basse_est_dite()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        await formulaire.RemplirAsync(new Dictionary<string, string>(Personne("Encore", "Zoé", "2001-03-03")) { ["categorie"] = "EX_CANDIDAT", ["notesAConserver"] = "true", ["notesAConserver.liste"] = "2022|U31|12,5;2022|U32|8" });
        formulaire.Page.Texte.Should().Contain("U31, session 2022 : 12,5").And.Contain("8 est sous 10");
        (await formulaire.EnregistrerAsync()).Texte.Should().Contain("Relevé de notes");
        await using var donnees = hote.Ouvrir();
        ProfilDuDossier.Lire(await donnees.Set<DossierInscription>().SingleAsync(Ct)).NotesAConserver.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("2002-05-01", true)]
    [InlineData("2002-05-02", false)]
    public async Task Ses_notes_publiees_lui_sont_proposees_s_il_est_bien_la_personne_de_l_ine(string naissance, bool proposees)
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        await using (var donnees = hote.Ouvrir())
        {
            (await DonneesResultats.EcrireAsync(donnees)).Admise.Ine = "123456789AB";
            await donnees.SaveChangesAsync(Ct);
        }
        var reponses = new Dictionary<string, string>(Personne("Admise-Fictive", "Léa", naissance)) { ["ine"] = "123456789AB", ["categorie"] = "EX_CANDIDAT", ["notesAConserver"] = "true" };
        while (!string.Equals(formulaire.Etape, "notesAConserver.liste", StringComparison.OrdinalIgnoreCase))
            await formulaire.RepondreAsync(reponses);
        if (proposees)
            formulaire.Page.Texte.Should().Contain("Vos notes retrouvées");
        else
            formulaire.Page.Texte.Should().NotContain("Vos notes retrouvées");
        formulaire.Page.Html.Contains("value=\"14\"", StringComparison.Ordinal).Should().Be(proposees);
    }

    [Fact]
    public async Task La_confirmation_porte_le_numero_la_version_le_code_carre_et_les_pieces()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        (await formulaire.Navigateur.LireAsync($"{formulaire.Dossier}/confirmation")).Vers.Should().NotBeNull("rien n'est enregistré : rien à confirmer");
        await formulaire.RemplirAsync(Eleve);
        await formulaire.EnregistrerAsync();
        await using var donnees = hote.Ouvrir();
        var dossier = await donnees.Set<DossierInscription>().SingleAsync(Ct);
        var lu = (await new ConsulterMonDossier(donnees).ExecuteAsync(dossier.Numero, new Acteur(dossier.CompteId, "", Role.Candidat, []), Ct)).Valeur!;

        var confirmation = ConfirmationInscription.De(lu)!;
        var html = await hote.Services.GetRequiredService<Gabarits>().ComposerAsync<IReadOnlyList<ConfirmationInscription>>(ConfirmationInscription.Gabarit, [confirmation]);

        confirmation.Code.Should().Be($"{dossier.Numero}/1");
        var texte = new Reponse(HttpStatusCode.OK, html, null, new Dictionary<string, string>()).Texte;
        texte.Should().Contain(dossier.Numero).And.Contain("Version 1").And.Contain("Léa").And.Contain("Lycée professionnel Darche").And.Contain("Copie d’une pièce d’identité").And.Contain("rend définitif le choix des épreuves")
            .And.Contain("Le responsable légal : Essai Claude").And.Contain("Forme de l’examen Globale").And.Contain("Spécimen", "un compte de démonstration n'inscrit personne de réel");
        html.Should().Contain("<svg").And.Contain("Code carré");
    }

    [Fact]
    public async Task On_revient_en_arriere_on_se_trompe_et_rien_ne_se_perd()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        await formulaire.AppuyerAsync("suivant", ("nom", "Essai"), ("prenoms", ""), ("sexe", "F"));
        formulaire.Page.Titre.Should().StartWith("Erreur");
        formulaire.Page.Html.Should().Contain("href=\"#prenoms\"").And.Contain("value=\"Essai\"");
        await formulaire.AppuyerAsync("suivant", ("nom", "Essai"), ("prenoms", "Léa"), ("sexe", "F"));
        formulaire.Etape.Should().Be("naissance");
        formulaire.Page.Html.Should().Contain("Question précédente");

        // Another device, the same account.
        using var telephone = await hote.SeConnecterAsync(CreerComptesDemonstration.CandidatEnInscription);
        (await telephone.LireAsync("/inscription/mes-inscriptions")).Texte.Should().Contain("Reprendre le formulaire");
        (await telephone.LireAsync($"{formulaire.Dossier}/formulaire")).Vers.Should().EndWith("/formulaire/naissance");
        (await telephone.LireAsync($"{formulaire.Dossier}/formulaire/identite")).Html.Should().Contain("value=\"L&#xE9;a\"");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Apres_22_heures_l_envoi_est_refuse_et_l_heure_est_dite(Moteur moteur)
    {
        _horloge.SetUtcNow(Cloture.AddMinutes(-5));
        var (hote, formulaire) = await OuvrirAsync(moteur);
        await using var _ = hote;
        await formulaire.RemplirAsync(Experience);
        await formulaire.AllerAsync($"{formulaire.Dossier}/recapitulatif");
        formulaire.Page.Texte.Should().Contain("Il reste moins d’une heure");
        _horloge.SetUtcNow(Cloture.AddMilliseconds(1));
        await formulaire.AppuyerAsync("enregistrer");
        formulaire.Page.Texte.Should().Contain("22 h 00 min 00,001 s").And.Contain("adressez-vous sans attendre").And.NotContain("Enregistrer mon inscription");
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<DossierInscription>().SingleAsync(Ct)).NumeroVersion.Should().Be(0);
    }

    [Fact]
    public async Task Le_dossier_d_un_autre_repond_404_sur_chaque_page()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        using var autre = await hote.SeConnecterAsync(Role.Candidat);
        foreach (var page in (string[])["", "/formulaire", "/formulaire/identite", "/recapitulatif", "/signer", "/coordonnees", "/desister", "/reouvrir", "/confirmation", "/empechement/PIECE_IDENTITE"])
            (await autre.LireAsync(formulaire.Dossier + page)).Statut.Should().Be(HttpStatusCode.NotFound, page);
        (await autre.LireAsync("/inscription/mes-inscriptions")).Texte.Should().Contain("Vous n’avez pas encore d’inscription");
    }

    [Fact]
    public async Task On_se_desiste_apres_avoir_confirme()
    {
        var (hote, formulaire) = await OuvrirAsync();
        await using var _ = hote;
        await formulaire.AllerAsync($"{formulaire.Dossier}/desister");
        await formulaire.AppuyerAsync("");
        formulaire.Page.Texte.Should().Contain("Cochez la case pour confirmer");
        await formulaire.AppuyerAsync("", ("Confirme", "true"));
        formulaire.Page.Texte.Should().Contain("cette inscription est retirée");
    }
}
