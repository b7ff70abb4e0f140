using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Suivi;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>A sitting held by its secretary, without a script; what the rectorat, the school and the young person read of it.</summary>
public sealed class CommissionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task La_secretaire_tient_sa_seance_de_bout_en_bout()
    {
        await using var hote = await Hote.DemarrerAsync();
        var commission = await EcrireAsync(hote);
        using var elle = await hote.SeConnecterAsync(Role.Commission);
        var seance = $"/suivi/commission/{commission.Ouverte}";

        (await elle.LireAsync("/accueil")).Texte.Should().Contain("Tenez la séance").And.Contain("Commission d’affectation");
        (await elle.LireAsync("/suivi/commission")).Texte.Should().Contain("Proposition calculée").And.Contain("Arrêtée").And.NotContain("Ouvrir une séance");
        (await elle.LireAsync(seance)).Texte.Should().Contain("3 dossiers").And.Contain("Décider à la main le dossier dont aucun vœu ne se calcule").And.Contain("La règle");
        (await elle.LireAsync($"{seance}/dossiers?vue=A_DECIDER")).Texte.Should().Contain("MAIN-FICTIF Camille").And.Contain("1 dossier, sur 3").And.NotContain("PROPOSÉ-FICTIF");

        var dossier = $"{seance}/dossiers/{commission.LigneADecider}";
        var page = await elle.LireAsync(dossier);
        page.Texte.Should().Contain("autre spécialité : à la main").And.Contain("Avis favorable du chef").And.Contain("7,50").And.Contain("Les notes par unité ne sont pas tenues dans Rebond");
        (await elle.EnvoyerAsync($"{dossier}?handler=Decider", ("Version", "0"))).Texte.Should().Contain("Choisissez une décision").And.Contain("Écrivez pourquoi");
        var version = await VersionAsync(hote, commission.LigneADecider);
        (await elle.SuivreAsync(await elle.EnvoyerAsync($"{dossier}?handler=Decider", ("Version", version), ("Genre", "IMPOSER"), ("Place", $"{CommissionHabitee.Ici}-{CommissionHabitee.Accueil}"), ("Motif", "Projet de réorientation confirmé en entretien avec la famille.")))).Texte.Should().Contain("Décision écrite").And.Contain("Retirer cette décision");

        (await elle.LireAsync($"{seance}/arreter")).Texte.Should().Contain("n’est plus à jour");
        await elle.LireAsync(seance);
        (await elle.SuivreAsync(await elle.EnvoyerAsync($"{seance}?handler=Proposer", ("Version", await VersionDeSeanceAsync(hote, commission.Ouverte))))).Texte.Should().Contain("Proposition calculée et vérifiée").And.Contain("Rien n’est décidé");
        await elle.LireAsync($"{seance}/arreter");
        (await elle.EnvoyerAsync($"{seance}/arreter", ("Version", await VersionDeSeanceAsync(hote, commission.Ouverte)))).Texte.Should().Contain("Cochez la case");
        (await elle.SuivreAsync(await elle.EnvoyerAsync($"{seance}/arreter", ("Version", await VersionDeSeanceAsync(hote, commission.Ouverte)), ("Confirme", "true")))).Texte.Should().Contain("Séance arrêtée : 3 places données").And.Contain("remettez-leur leur lettre");
        (await elle.EnvoyerAsync($"{seance}?handler=Json")).Html.Should().StartWith("{").And.NotContain("FICTIF").And.Contain("\"droitOpposable\": true");
    }

    [Fact]
    public async Task Les_places_se_tapent_ou_se_deposent_et_les_fautes_menent_a_leur_champ()
    {
        await using var hote = await Hote.DemarrerAsync();
        var commission = await EcrireAsync(hote);
        using var rectorat = await hote.SeConnecterAsync(Role.Gestionnaire);
        var places = $"/suivi/commission/{commission.Ouverte}/places";
        var champ = $"Capacite[{CommissionHabitee.Ailleurs}-{CommissionHabitee.Vente}]";

        (await rectorat.LireAsync(places)).Html.Should().Contain($"name=\"{champ}\"");
        var faute = await rectorat.EnvoyerAsync(places, (champ, "dix"));
        faute.Texte.Should().Contain("« dix » n’est pas un nombre de places");
        faute.Html.Should().Contain("aria-invalid=\"true\"").And.Contain("value=\"dix\"");
        (await rectorat.SuivreAsync(await rectorat.EnvoyerAsync(places, (champ, "4")))).Texte.Should().Contain("Places enregistrées");

        await rectorat.LireAsync($"{places}/importer");
        (await rectorat.DeposerAsync($"{places}/importer", "Fichier", "places.csv", "uai;specialite;capacite\n0000000X;1;1\n", ("Mode", "ENREGISTRER"))).Texte.Should().Contain("Ligne 2, colonne uai").And.Contain("Rien n’est enregistré");
        (await rectorat.DeposerAsync($"{places}/importer", "Fichier", "places.csv", $"uai;specialite;capacite\n{CommissionHabitee.Ailleurs};{CommissionHabitee.Vente};2\n", ("Mode", "ENREGISTRER"))).Texte.Should().Contain("Enregistré");
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<PlaceCommission>().SingleAsync(p => p.SeanceId == commission.Ouverte && p.Uai == CommissionHabitee.Ailleurs && p.Specialite == CommissionHabitee.Vente, Ct)).Capacite.Should().Be(2);
    }

    [Fact]
    public async Task Le_rectorat_lit_la_seance_et_n_y_decide_rien()
    {
        await using var hote = await Hote.DemarrerAsync();
        var commission = await EcrireAsync(hote);
        using var rectorat = await hote.SeConnecterAsync(Role.Gestionnaire);

        (await rectorat.LireAsync($"/suivi/commission/{commission.Ouverte}")).Texte.Should().Contain("Vous lisez cette séance").And.NotContain("Calculer de nouveau");
        (await rectorat.LireAsync($"/suivi/commission/{commission.Ouverte}/dossiers/{commission.LigneProposee}")).Texte.Should().Contain("PROPOSÉ-FICTIF").And.NotContain("Écrire cette décision");
        (await rectorat.EnvoyerAsync($"/suivi/commission/{commission.Ouverte}?handler=Proposer", ("Version", "0"))).Statut.Should().Be(HttpStatusCode.Forbidden);
        (await rectorat.LireAsync($"/suivi/commission/{commission.Ouverte}/arreter")).Statut.Should().Be(HttpStatusCode.Forbidden);
        using var voisine = await hote.SeConnecterAsync(Role.VieScolaire);
        (await voisine.LireAsync("/suivi/commission")).Statut.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Un_autre_departement_n_existe_pas()
    {
        await using var hote = await Hote.DemarrerAsync();
        var commission = await EcrireAsync(hote);
        await hote.HabiliterAsync(Hote.PerimetresParDefaut with { Departement = "084" });
        using var voisine = await hote.SeConnecterAsync(Role.Commission);

        foreach (var adresse in (string[])["", "/places", "/places/importer", "/dossiers", $"/dossiers/{commission.LigneProposee}", "/arreter", "/attente"])
            (await voisine.LireAsync($"/suivi/commission/{commission.Ouverte}{adresse}")).Statut.Should().Be(HttpStatusCode.NotFound, adresse);
        (await voisine.LireAsync("/suivi/commission")).Texte.Should().NotContain("Proposition calculée").And.Contain("Ouvrir une séance");
    }

    [Fact]
    public async Task La_personne_lit_sa_decision_laisse_sa_place_et_le_suivant_la_recoit()
    {
        await using var hote = await Hote.DemarrerAsync();
        var commission = await EcrireAsync(hote);
        var liens = hote.Services.GetRequiredService<LienDeRendezVous>();
        var (placee, attend) = ($"{liens.Chemin(commission.Placee)}/reinscription", $"{liens.Chemin(commission.EnAttente)}/reinscription");
        using var lui = hote.Visiter();
        using var elle = hote.Visiter();
        using var secretaire = await hote.SeConnecterAsync(Role.Commission);

        (await elle.LireAsync(attend)).Texte.Should().Contain("La commission n’a pas trouvé de place").And.Contain("le prochain sur la liste").And.Contain("tribunal administratif").And.Contain("Nous n’avons pas vérifié ces délais").And.NotContain("Placé-Fictif").And.NotContain("6,10");
        (await lui.LireAsync(placee)).Texte.Should().Contain("C’est oui. Votre place : Lycée Ailleurs-Fictif").And.Contain("Je ne prends pas cette place");
        (await lui.SuivreAsync(await lui.EnvoyerAsync($"{placee}?handler=Laisser"))).Texte.Should().Contain("vous laissez cette place");

        var attente = $"/suivi/commission/{commission.Arretee}/attente";
        (await secretaire.LireAsync(attente)).Texte.Should().Contain("1 place est libre").And.Contain("ATTENTE-FICTIF Camille");
        Guid ligne;
        await using (var donnees = hote.Ouvrir())
            ligne = await donnees.Set<LigneCommission>().Where(l => l.DossierId == commission.EnAttente).Select(l => l.Id).SingleAsync(Ct);
        (await secretaire.SuivreAsync(await secretaire.EnvoyerAsync($"{attente}?handler=Servir", ("Ligne", ligne.ToString()), ("Uai", CommissionHabitee.Ailleurs), ("Specialite", CommissionHabitee.Vente)))).Texte.Should().Contain("Place donnée au n°");
        (await elle.LireAsync(attend)).Texte.Should().Contain("C’est oui").And.Contain("Une place s’est libérée");
    }

    private static async Task<CommissionHabitee> EcrireAsync(Hote hote)
    {
        await using var donnees = hote.Ouvrir();
        donnees.Add(new SessionAcademique { Session = SessionExamen.Juin(2020), Academie = "02", Libelle = "Session 2020", EstDemonstration = true });
        await donnees.SaveChangesAsync(Ct);
        return await CommissionHabitee.EcrireAsync(donnees, SessionExamen.Juin(2020));
    }

    private static async Task<string> VersionAsync(Hote hote, Guid ligne)
    {
        await using var donnees = hote.Ouvrir();
        return (await donnees.Set<LigneCommission>().Where(l => l.Id == ligne).Select(l => l.Version).SingleAsync(Ct)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> VersionDeSeanceAsync(Hote hote, Guid seance)
    {
        await using var donnees = hote.Ouvrir();
        return (await donnees.Set<SeanceCommission>().Where(s => s.Id == seance).Select(s => s.Version).SingleAsync(Ct)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
