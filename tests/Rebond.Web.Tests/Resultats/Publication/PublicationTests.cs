using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Web.Tests.Resultats.Publication;

public sealed class PublicationTests
{
    private const string Detail = "/resultats/publication/bac_pro/premier?session=2020-06";
    private const string Signer = "/resultats/publication/BAC_PRO/PREMIER?session=2020-06&handler=Signer";
    private const string Reporter = "/resultats/publication/BAC_PRO/PREMIER?session=2020-06&handler=Reporter";
    private const string Motif = "Les cinq dossiers restent en attente";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static DateTime Jour => DateTime.UtcNow.Date.AddDays(3);
    private static string JourLu => Jour.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
    private static string JourSaisi => Jour.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task La_liste_dit_ce_qui_manque_et_mene_a_l_etablissement_et_au_jury()
    {
        await using var hote = await AvecLotAsync();
        using var dec = await hote.SeConnecterAsync("gestionnaire");

        var liste = await dec.LireAsync("/resultats/publication");
        liste.Texte.Should().Contain("Baccalauréat professionnel").And.Contain("Premier groupe").And.Contain("À signer").And.Contain("Pas encore fixé").And.NotContain("Second groupe ,");
        liste.Html.Should().Contain("/resultats/publication/bac_pro/premier");

        var detail = await dec.LireAsync(Detail);
        detail.Texte.Should().Contain("5 candidats sans décision arrêtée, sur 5").And.Contain("Lycée professionnel Émile-Fictif, Marseille").And.Contain("PRO-013-GA-1").And.Contain("Je signe la publication");
    }

    [Fact]
    public async Task Sans_case_sans_date_ou_sans_motif_rien_n_est_signe()
    {
        await using var hote = await AvecLotAsync();
        using var dec = await hote.SeConnecterAsync("gestionnaire");
        await dec.LireAsync(Detail);

        (await dec.EnvoyerAsync(Signer, ("Motif", Motif))).Texte.Should().Contain("3 erreurs à corriger").And.Contain("Donnez la date").And.Contain("Donnez l’heure de Paris").And.Contain("Cochez « Je signe la publication »");
        (await dec.EnvoyerAsync(Signer, ("DateEmbargo", JourSaisi), ("HeureEmbargo", "10:00"), ("Motif", "court"), ("Confirme", "true"))).Texte.Should().Contain("Une erreur à corriger").And.Contain("5 candidats sans décision").And.Contain("1 jury non clos");

        await using var donnees = hote.Ouvrir();
        (await donnees.Set<Coeur.Resultats.Publication>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Deux_personnes_signent_la_meme_heure_puis_l_embargo_tient_et_se_reporte()
    {
        var horloge = new HorlogeReglable(DateTimeOffset.UtcNow);
        await using var hote = await AvecLotAsync(horloge);
        using var dec = await hote.SeConnecterAsync("gestionnaire");
        await dec.LireAsync(Detail);
        var premiere = await dec.SuivreAsync(await dec.EnvoyerAsync(Signer, ("DateEmbargo", JourSaisi), ("HeureEmbargo", "10:00"), ("Motif", Motif), ("Confirme", "true")));
        premiere.Texte.Should().Contain("Première signature enregistrée").And.Contain($"{JourLu} à 10 h").And.Contain("Votre signature est enregistrée").And.NotContain("Je signe la publication");

        var embargo = await EmbargoAsync(hote);
        (await dec.EnvoyerAsync(Signer, ("EmbargoLu", embargo), ("Motif", Motif), ("Confirme", "true"))).Texte.Should().Contain("la seconde signature est celle d’une autre personne");

        using var adjointe = await hote.SeConnecterAsync("gestionnaire-adjoint");
        (await adjointe.LireAsync(Detail)).Texte.Should().Contain($"La première signature fixe la levée de l’embargo au {JourLu} à 10 h").And.Contain("Gestionnaire de démonstration").And.NotContain("Date de levée de l’embargo");
        var seconde = await adjointe.SuivreAsync(await adjointe.EnvoyerAsync(Signer, ("EmbargoLu", embargo), ("Motif", Motif), ("Confirme", "true")));
        seconde.Texte.Should().Contain("Seconde signature enregistrée").And.Contain($"Sous embargo jusqu’au {JourLu} à 10 h").And.Contain("Gestionnaire adjointe de démonstration");

        (await adjointe.EnvoyerAsync(Reporter, ("DateReport", JourSaisi), ("HeureReport", "09:00"), ("MotifReport", "court"))).Texte.Should().Contain("2 erreurs à corriger").And.Contain("Un report est plus tard").And.Contain("Écrivez pourquoi vous reportez");
        var report = await adjointe.SuivreAsync(await adjointe.EnvoyerAsync(Reporter, ("DateReport", JourSaisi), ("HeureReport", "14:30"), ("MotifReport", "Un centre rend ses notes plus tard")));
        report.Texte.Should().Contain($"Sous embargo jusqu’au {JourLu} à 14 h 30");

        horloge.Maintenant = new DateTimeOffset(Jour.AddDays(1), TimeSpan.Zero);
        using var apres = await hote.SeConnecterAsync("gestionnaire");
        (await apres.LireAsync(Detail)).Texte.Should().Contain($"Publiée le {JourLu} à 14 h 30").And.NotContain("Reporter l’embargo");
    }

    [Fact]
    public async Task Une_adresse_inconnue_n_existe_pas()
    {
        await using var hote = await AvecLotAsync();
        using var dec = await hote.SeConnecterAsync("gestionnaire");
        foreach (var adresse in new[] { "BAC_PRO/TROISIEME", "CAP/PREMIER", "BAC_GENERAL/PREMIER", "BAC_PRO/SECOND" })
            (await dec.LireAsync("/resultats/publication/" + adresse)).Statut.Should().Be(System.Net.HttpStatusCode.NotFound, adresse);
    }

    private static async Task<Hote> AvecLotAsync(TimeProvider? horloge = null)
    {
        var hote = await Hote.DemarrerAsync(horloge: horloge);
        await using var donnees = hote.Ouvrir();
        var ids = await LotGestion.EcrireAsync(donnees, Guid.CreateVersion7());
        donnees.AddRange(ids.Select(id => new FeuilleNotes { CandidatureId = id, Session = LotGestion.Session, Notes = "", NotesManquantes = 9 }));
        var jury = await donnees.Set<Coeur.Resultats.Jury>().SingleAsync(Ct);
        foreach (var candidature in await donnees.Set<Candidature>().ToListAsync(Ct))
            candidature.JuryId = jury.Id;
        await donnees.SaveChangesAsync(Ct);
        return hote;
    }

    private static async Task<string> EmbargoAsync(Hote hote)
    {
        await using var donnees = hote.Ouvrir();
        return (await donnees.Set<Coeur.Resultats.Publication>().SingleAsync(Ct)).Embargo.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }
}
