using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Inscription;
using Xunit;

namespace Rebond.Web.Tests.Inscription;

/// <summary>A day at the desk of the DEC, without a script: envelopes, pieces, decisions, batches.</summary>
public sealed partial class PagesGuichetTests
{
    private const string Guichet = "/inscription/guichet";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(Hote Hote, HorlogeDuGuichet Horloge)> DemarrerAsync(string academie = "12")
    {
        var horloge = new HorlogeDuGuichet(InscriptionDEssai.A(12, 8, 10).UtcDateTime);
        var hote = await Hote.DemarrerAsync(horloge: horloge);
        await hote.HabiliterAsync(Hote.PerimetresParDefaut with { Academie = academie });
        await using var donnees = hote.Ouvrir();
        await InscriptionDEssai.PublierAsync(donnees);
        return (hote, horloge);
    }

    private static async Task<DossierInscription> AjouterAsync(Hote hote, int rang, EtatDossier etat, Action<DossierInscription>? changer = null)
    {
        await using var donnees = hote.Ouvrir();
        var dossier = GuichetDEssai.UnDossier(rang, etat, changer);
        donnees.Add(dossier);
        await donnees.SaveChangesAsync(Ct);
        return dossier;
    }

    [Fact]
    public async Task Une_secretaire_recoit_une_enveloppe_apres_l_autre()
    {
        var (hote, _) = await DemarrerAsync();
        await using var __ = hote;
        var a = await AjouterAsync(hote, 0, EtatDossier.Signe);
        var b = await AjouterAsync(hote, 1, EtatDossier.Enregistre);
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);

        var accueil = await dec.LireAsync($"{Guichet}/reception");
        accueil.Html.Should().MatchRegex("<input[^>]*name=\"Saisie\"[^>]*autofocus|<input[^>]*autofocus[^>]*name=\"Saisie\"");
        (await dec.EnvoyerAsync($"{Guichet}/reception", ("Saisie", "12345678-Z"))).Texte.Should().Contain("huit chiffres et une lettre");

        var ouvert = await dec.EnvoyerAsync($"{Guichet}/reception", ("Saisie", $"{a.Numero}/2"));
        ouvert.Vers.Should().StartWith($"{Guichet}/reception/{a.Id}?version=2");
        var enveloppe = await dec.SuivreAsync(ouvert);
        enveloppe.Texte.Should().Contain("GUICHET-FICTIFA Zoé").And.Contain("1. Confirmation d").And.Contain("cachet de la poste faisant foi");
        (await dec.EnvoyerAsync($"{Guichet}/reception/{a.Id}", ("Cachet", "31/02"), ("version", "2"), ("canal", "POSTE"))).Texte.Should().Contain("Cette date n’existe pas");
        var recu = await dec.EnvoyerAsync($"{Guichet}/reception/{a.Id}", ("Cachet", "0512"), ("version", "1"), ("canal", "POSTE"), ("Pieces", "CONFIRMATION_SIGNEE"), ("Pieces", "PIECE_IDENTITE"));

        recu.Vers.Should().StartWith($"{Guichet}/reception?recu=").And.EndWith("canal=POSTE").And.NotContain("FICTIF");
        (await dec.SuivreAsync(recu)).Texte.Should().Contain("GUICHET-FICTIFA Zoé : reçu").And.Contain("Reçu le 08/12/2023, au plus tard le 09/12/2023").And.Contain("Confirmation ancienne : version 1").And.Contain("Il manque : Attestation de recensement");

        await dec.SuivreAsync(await dec.EnvoyerAsync($"{Guichet}/reception", ("Saisie", b.Numero), ("canal", "POSTE")));
        var signe = await dec.EnvoyerAsync($"{Guichet}/reception/{b.Id}", ("version", "2"), ("canal", "POSTE"), ("Pieces", "CONFIRMATION_SIGNEE"), ("Pieces", "PIECE_IDENTITE"), ("Pieces", "RECENSEMENT_OU_JDC"), ("SigneCandidat", "true"));
        (await dec.SuivreAsync(signe)).Texte.Should().Contain("Rien ne manque.");
        (await dec.LireAsync($"{Guichet}?etat=RECU")).Texte.Should().Contain("GUICHET-FICTIFB Zoé").And.NotContain("GUICHET-FICTIFA");
    }

    [Fact]
    public async Task Sans_la_version_elle_est_demandee_la_premiere_et_le_curseur_va_au_champ_en_faute()
    {
        var (hote, _) = await DemarrerAsync();
        await using var __ = hote;
        var d = await AjouterAsync(hote, 0, EtatDossier.Signe);
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        static string Focus(string html) => Curseur().Matches(html).Select(m => Nom().Match(m.Value).Groups[1].Value).Single();

        var lue = await dec.LireAsync($"{Guichet}/reception/{d.Id}?version=2");
        Focus(lue.Html).Should().Be("Cachet");
        var tapee = await dec.SuivreAsync(await dec.EnvoyerAsync($"{Guichet}/reception", ("Saisie", d.Numero)));
        Focus(tapee.Html).Should().Be("version");
        tapee.Html.IndexOf("name=\"version\"", StringComparison.Ordinal).Should().BeLessThan(tapee.Html.IndexOf("name=\"Cachet\"", StringComparison.Ordinal));

        foreach (var fausse in new[] { "", "9" })
        {
            var refusee = await dec.EnvoyerAsync($"{Guichet}/reception/{d.Id}", ("Cachet", "0512"), ("version", fausse), ("canal", "POSTE"), ("Pieces", "PIECE_IDENTITE"));
            Focus(refusee.Html).Should().Be("version");
            refusee.Html.Should().MatchRegex("name=\"Cachet\"[^>]*value=\"0512\"", "ce qui est saisi reste");
        }
        Focus((await dec.EnvoyerAsync($"{Guichet}/reception/{d.Id}", ("Cachet", "0512"), ("version", "2"), ("canal", "POSTE"), ("Arrivee", "31/02"))).Html).Should().Be("Arrivee");
        (await dec.EnvoyerAsync($"{Guichet}/reception/{d.Id}", ("Cachet", "0512"), ("version", "2"), ("canal", "POSTE"), ("Pieces", "PIECE_IDENTITE"))).Vers.Should().StartWith($"{Guichet}/reception?recu=");
    }

    [Fact]
    public async Task Du_controle_des_pieces_a_la_decision_motivee()
    {
        var (hote, _) = await DemarrerAsync();
        await using var __ = hote;
        var d = await AjouterAsync(hote, 0, EtatDossier.Signe);
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        await dec.LireAsync($"{Guichet}/reception/{d.Id}");
        await dec.EnvoyerAsync($"{Guichet}/reception/{d.Id}", ("Cachet", "05/12"), ("version", "2"), ("canal", "POSTE"), ("Pieces", "CONFIRMATION_SIGNEE"), ("Pieces", "PIECE_IDENTITE"), ("Pieces", "RECENSEMENT_OU_JDC"));
        var page = $"{Guichet}/{d.Id}";

        var lue = await dec.LireAsync(page);
        lue.Texte.Should().Contain("Pièces reçues, à contrôler").And.Contain("Envoi reçu").And.Contain("par Gestionnaire de démonstration").And.Contain("Êtes-vous de nationalité française");
        var version = Version().Match(lue.Html).Groups[1].Value;
        (await dec.EnvoyerAsync($"{page}?handler=Pieces", ("Version", version), ("Decision[PIECE_IDENTITE]", "REFUSEE"), ("MotifPiece[PIECE_IDENTITE]", ""))).Texte.Should().Contain("écrivez pourquoi");
        (await dec.EnvoyerAsync($"{page}?handler=Juger", ("Version", version), ("recevable", "true"))).Texte.Should().Contain("Décidez d’abord ces pièces reçues");
        var decide = await dec.SuivreAsync(await dec.EnvoyerAsync($"{page}?handler=Pieces", ("Version", version), ("Decision[PIECE_IDENTITE]", "ACCEPTEE"), ("Decision[CONFIRMATION_SIGNEE]", "ACCEPTEE"), ("Decision[RECENSEMENT_OU_JDC]", "ACCEPTEE")));
        decide.Texte.Should().Contain("Décisions enregistrées").And.Contain("Recevable. C’est une proposition");
        (await dec.EnvoyerAsync($"{page}?handler=Juger", ("Version", version), ("recevable", "true"))).Texte.Should().Contain("quelqu’un d’autre l’a modifié");
        version = Version().Match(decide.Html).Groups[1].Value;
        var juge = await dec.SuivreAsync(await dec.EnvoyerAsync($"{page}?handler=Juger", ("Version", version), ("recevable", "true")));
        juge.Texte.Should().Contain("Le dossier est recevable").And.Contain("Inscrire à la session");
        await dec.LireAsync($"{page}/inscrire");
        (await dec.EnvoyerAsync($"{page}/inscrire", ("Version", Version().Match(juge.Html).Groups[1].Value))).Texte.Should().Contain("n’est pas encore ouverte dans Rebond");
        (await dec.LireAsync($"{Guichet}/inscriptions?campagne={InscriptionDEssai.CodeCampagne}")).Texte.Should().Contain("1 dossier recevable").And.Contain("n’est pas encore ouverte dans Rebond");
        (await dec.EnvoyerAsync($"{page}?handler=Acte", ("Version", "0"))).Texte.Should().Contain("Choisissez ce que vous faites de ce dossier");
    }

    [Fact]
    public async Task On_cherche_un_nom_sans_l_ecrire_dans_l_adresse_et_l_export_sort_en_deux_formats()
    {
        var (hote, _) = await DemarrerAsync();
        await using var __ = hote;
        var seul = await AjouterAsync(hote, 0, EtatDossier.Signe);
        await AjouterAsync(hote, 1, EtatDossier.Enregistre);
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);

        var files = await dec.LireAsync(Guichet);
        files.Texte.Should().Contain("Signé, pièces attendues : 1").And.Contain("2 dossiers");
        (await dec.EnvoyerAsync($"{Guichet}?handler=Chercher", ("Texte", "fictifa"))).Vers.Should().Be($"{Guichet}/{seul.Id}");
        (await dec.EnvoyerAsync($"{Guichet}?handler=Chercher", ("Texte", "guichet-fictif"))).Texte.Should().Contain("2 dossiers.").And.Contain("GUICHET-FICTIFB");
        (await dec.EnvoyerAsync($"{Guichet}?handler=Chercher", ("Texte", "personne"))).Texte.Should().Contain("Aucun dossier ne porte ces mots");
        (await dec.EnvoyerAsync($"{Guichet}?etat=SIGNE&handler=Exporter", ("format", "csv"))).Html.Should().Contain("numero;version;etat").And.Contain("SIGNE;Guichet-FictifA").And.NotContain("FictifB");
        (await dec.EnvoyerAsync($"{Guichet}?handler=Exporter", ("format", "xlsx"))).Entetes["Content-Type"].Should().Contain("spreadsheetml");
        (await dec.LireAsync($"{Guichet}/courbe")).Texte.Should().Contain("18/11/2023").And.Contain("Ouverts : 2");
        (await dec.LireAsync($"{Guichet}/doublons")).Texte.Should().Contain("Aucune personne ne semble avoir deux dossiers");
    }

    [Fact]
    public async Task Relances_et_annulations_se_lisent_avant_et_l_annulation_se_confirme_a_deux()
    {
        var (hote, horloge) = await DemarrerAsync();
        await using var __ = hote;
        var d = await AjouterAsync(hote, 0, EtatDossier.Signe);
        using var dec = await hote.SeConnecterAsync("gestionnaire");
        using var adjointe = await hote.SeConnecterAsync("gestionnaire-adjoint");

        var apercu = await dec.LireAsync($"{Guichet}/relances?campagne={InscriptionDEssai.CodeCampagne}");
        apercu.Texte.Should().Contain("1 relance à envoyer").And.Contain("Copie d’une pièce d’identité");
        (await dec.SuivreAsync(await dec.EnvoyerAsync($"{Guichet}/relances", ("campagne", InscriptionDEssai.CodeCampagne)))).Texte.Should().Contain("1 relance est en file");
        (await dec.LireAsync($"{Guichet}/relances?campagne={InscriptionDEssai.CodeCampagne}")).Texte.Should().Contain("Personne n’est à relancer");

        (await dec.LireAsync($"{Guichet}/annulations")).Texte.Should().Contain("n’expose aujourd’hui aucun dossier");
        horloge.Maintenant = InscriptionDEssai.A(12, 18, 9).UtcDateTime;
        using var decPlusTard = await hote.SeConnecterAsync("gestionnaire");
        using var adjointePlusTard = await hote.SeConnecterAsync("gestionnaire-adjoint");
        (await decPlusTard.LireAsync($"{Guichet}/annulations")).Texte.Should().Contain("(1)");
        var prepare = await decPlusTard.EnvoyerAsync($"{Guichet}/annulations", ("Campagne", InscriptionDEssai.CodeCampagne), ("Motif", "Date passée."));
        var lot = prepare.Vers!;
        (await decPlusTard.SuivreAsync(prepare)).Texte.Should().Contain("une autre personne du service le relit").And.Contain("Votre inscription").And.Contain("est annulée, pour ces raisons");
        (await decPlusTard.EnvoyerAsync($"{lot}?handler=Confirmer", ("Version", "0"))).Texte.Should().Contain("une autre personne du service le confirme");
        (await adjointePlusTard.LireAsync(lot)).Texte.Should().Contain("Confirmer les annulations");
        (await adjointePlusTard.SuivreAsync(await adjointePlusTard.EnvoyerAsync($"{lot}?handler=Confirmer", ("Version", "0")))).Texte.Should().Contain("1 inscription annulée, 0 dossier épargné");

        var page = $"{Guichet}/{d.Id}";
        var annule = await adjointePlusTard.LireAsync(page);
        annule.Texte.Should().Contain("Annulé").And.Contain("Reprendre ce dossier");
        (await adjointePlusTard.SuivreAsync(await adjointePlusTard.EnvoyerAsync($"{page}?handler=Acte", ("Version", Version().Match(annule.Html).Groups[1].Value), ("Acte", "retablir"), ("Motif", "Envoi retrouvé.")))).Texte.Should().Contain("Dossier repris");
    }

    [Fact]
    public async Task L_inspecteur_decide_de_l_experience_qu_on_lui_envoie()
    {
        var (hote, _) = await DemarrerAsync();
        await using var __ = hote;
        var d = await AjouterAsync(hote, 0, EtatDossier.Signe, x => (x.Categorie, x.Naissance, x.Reponses) = (Categorie.Experience3Ans, new DateOnly(1988, 2, 11), GuichetDEssai.ReponsesSimples.Replace("{\"nationalite", "{\"anneesExperience\":3.5,\"nationalite", StringComparison.Ordinal)));
        using var dec = await hote.SeConnecterAsync(Role.Gestionnaire);
        using var inspectrice = await hote.SeConnecterAsync(Role.Inspecteur);
        (await inspectrice.LireAsync("/inscription/experience")).Texte.Should().Contain("Aucun dossier ne vous a été envoyé");

        var fiche = await dec.LireAsync($"{Guichet}/{d.Id}");
        var choix = Choix().Match(fiche.Html).Groups[1].Value;
        (await dec.SuivreAsync(await dec.EnvoyerAsync($"{Guichet}/{d.Id}?handler=Experience", ("Version", "0"), ("Inspecteur", choix)))).Texte.Should().Contain("chez l’inspecteur");

        var liste = await inspectrice.LireAsync("/inscription/experience");
        liste.Texte.Should().Contain("GUICHET-FICTIFA Zoé").And.Contain("À décider");
        var avis = Avis().Match(liste.Html).Groups[1].Value;
        (await inspectrice.LireAsync(avis)).Texte.Should().Contain("3,5").And.Contain("D337-70").And.NotContain("guichet0@exemple.fr", "l’inspecteur n’a pas besoin des coordonnées");
        (await inspectrice.EnvoyerAsync(avis, ("Version", "0"), ("valide", "true"))).Texte.Should().Contain("Écrivez pourquoi");
        (await inspectrice.SuivreAsync(await inspectrice.EnvoyerAsync(avis, ("Version", "0"), ("valide", "true"), ("Motif", "Trois ans et demi en cuisine.")))).Texte.Should().Contain("Votre décision est enregistrée").And.Contain("Reconnue");
        (await dec.LireAsync($"{Guichet}/{d.Id}")).Texte.Should().Contain("reconnus par l’inspecteur. Trois ans et demi en cuisine.");
    }

    [Fact]
    public async Task Le_dossier_d_une_autre_academie_n_existe_pas()
    {
        var (hote, _) = await DemarrerAsync("02");
        await using var __ = hote;
        var d = await AjouterAsync(hote, 0, EtatDossier.Signe);
        using var ailleurs = await hote.SeConnecterAsync(Role.Gestionnaire);

        (await ailleurs.LireAsync(Guichet)).Texte.Should().Contain("Aucun dossier");
        foreach (var page in new[] { $"{Guichet}/{d.Id}", $"{Guichet}/reception/{d.Id}", $"{Guichet}/annulations/{Guid.NewGuid()}" })
            (await ailleurs.LireAsync(page)).Statut.Should().Be(HttpStatusCode.NotFound);
        (await ailleurs.EnvoyerAsync($"{Guichet}/reception", ("Saisie", d.Numero))).Texte.Should().Contain("introuvable");
    }

    [GeneratedRegex("<input[^>]*autofocus[^>]*>")]
    private static partial Regex Curseur();

    [GeneratedRegex(" name=\"([^\"]+)\"")]
    private static partial Regex Nom();

    [GeneratedRegex("name=\"Version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Choix();

    [GeneratedRegex("href=\"(/inscription/experience/[0-9a-f-]{36})\"")]
    private static partial Regex Avis();
}
