using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Rebond.Web.Documents;
using Rebond.Web.Documents.ProcesVerbaux;
using Rebond.Web.Pages.Resultats.Jurys;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;

namespace Rebond.Web.Tests.Resultats.Jurys;

/// <summary>A whole deliberation by its pages, and the promise of anonymity on everything the jury receives.</summary>
public sealed partial class PagesJuryTests : IAsyncLifetime
{
    private static readonly string[] Noms = ["ÁLVAREZ-FICTIF Zoélie", "BENOÎT-EXEMPLE Lucien", "ESSAI-SECRET Anaïsse", "GARCIA-DÉMO Théodule", "MÜLLER-MODÈLE Inessa"];

    private Hote _hote = null!;
    private readonly Jury _jury = new() { Session = LotGestion.Session, Code = "PRO-013-GA", Libelle = "Gestion-administration, Bouches-du-Rhône", Examen = TypeExamen.BacPro, Departement = "013" };
    private readonly List<Candidature> _candidats = [.. Noms.Select((nom, i) => LotGestion.UneCandidature(nom, i + 1))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private string Racine => $"/resultats/jurys/{_jury.Id}";

    public async ValueTask InitializeAsync()
    {
        _hote = await Hote.DemarrerAsync();
        await using var donnees = _hote.Ouvrir();
        donnees.Add(new SessionAcademique { Session = LotGestion.Session, Academie = "02", Libelle = "Session 2020", EstDemonstration = true });
        donnees.Add(new Etablissement { Uai = LotGestion.Uai, Nom = "Lycée professionnel du Test", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC" });
        _jury.Membres.Add(new MembreJury { JuryId = _jury.Id, Nom = "Professeure Exemple", Fonction = FonctionJury.President });
        _jury.Membres.Add(new MembreJury { JuryId = _jury.Id, Nom = "Artisan Modèle", Fonction = FonctionJury.MembreProfession });
        donnees.Add(_jury);
        foreach (var (candidat, note) in _candidats.Zip(JuryEnDeliberation.Moyennes))
        {
            candidat.JuryId = _jury.Id;
            donnees.Add(candidat);
            donnees.Add(JuryEnDeliberation.Feuille(candidat.Id, note));
        }
        for (var annee = 2017; annee < 2020; annee++)
            donnees.Add(new BilanEtablissement { Uai = LotGestion.Uai, Session = SessionExamen.Juin(annee), Examen = TypeExamen.BacPro, Specialite = LotGestion.Specialite, Presents = 20, Admis = 16, AvecMention = 8 });
        await donnees.SaveChangesAsync(Ct);
        await _hote.HabiliterAsync(Hote.PerimetresParDefaut with { JuryId = _jury.Id });
    }

    public ValueTask DisposeAsync() => _hote.DisposeAsync();

    [Fact]
    public async Task Une_deliberation_entiere_par_les_pages_et_personne_n_y_est_nomme()
    {
        using var president = await _hote.SeConnecterAsync(Role.PresidentJury);
        List<Reponse> recues = [];
        async Task<Reponse> Lire(string chemin) { var r = await president.LireAsync(chemin); recues.Add(r); return r; }
        async Task<Reponse> Envoyer(string chemin, params (string, string)[] champs) { var r = await president.EnvoyerAsync(chemin, champs); recues.Add(r); return r; }

        (await Lire("/resultats/jurys")).Texte.Should().Contain("Gestion-administration, Bouches-du-Rhône").And.Contain("5 candidats");
        var composition = await Lire($"{Racine}/composition");
        composition.Texte.Should().Contain("Ouvrir la délibération");
        var version = Version(composition);
        (await Envoyer($"{Racine}/composition?handler=Presence", ("version", version), ($"presence.{_jury.Membres[0].Id}", "ADistance"))).Texte.Should().Contain("ne participe pas à distance");
        (await Envoyer($"{Racine}/composition?handler=Presence", ("version", version), ($"presence.{_jury.Membres[0].Id}", "SurPlace"), ($"presence.{_jury.Membres[1].Id}", "ADistance"))).Statut.Should().Be(HttpStatusCode.Redirect);
        (await Envoyer($"{Racine}/composition?handler=Ouvrir", ("version", Version(await Lire($"{Racine}/composition"))))).Vers.Should().Be(Racine);

        var lot = await Lire(Racine);
        lot.Texte.Should().Contain("13,5 points pour 10").And.Contain("livret à ouvrir").And.Contain("5 candidats du plus proche");
        lot.Texte.IndexOf("ANON0002", StringComparison.Ordinal).Should().BeLessThan(lot.Texte.IndexOf("ANON0003", StringComparison.Ordinal));
        (await Lire($"{Racine}?decision=AJOURNE")).Texte.Should().Contain("1 candidat").And.NotContain("ANON0003");

        var cloture = await Lire($"{Racine}/cloture");
        cloture.Texte.Should().Contain("sans que le livret ait été examiné").And.NotContain("Clore la délibération La");
        var ajourne = $"{Racine}/candidats/anon0001";
        (await Lire(ajourne)).Texte.Should().Contain("Constater que le jury examine le livret");
        (await Envoyer($"{ajourne}?handler=Livret")).Vers.Should().Be(ajourne);
        (await Lire(ajourne)).Texte.Should().Contain("Examiné par le jury le");

        var proche = $"{Racine}/candidats/anon0002";
        (await Lire(proche)).Texte.Should().Contain("16 (80,0 %)").And.Contain("D337-78");
        (await Lire($"{proche}?note.U31=14,5")).Texte.Should().Contain("Avec ces notes").And.Contain("Admis");
        (await Lire($"{proche}?note.U31=9")).Texte.Should().Contain("il ne la baisse jamais");
        var refusee = await Envoyer($"{proche}?handler=Relever", ("unite", "U31:10"), ("note", "14,5"), ("motif", "court"));
        refusee.Texte.Should().Contain("Écrivez le motif");
        refusee.Html.Should().Contain("value=\"14,5\"", "ce qui est tapé reste");
        (await Envoyer($"{proche}?handler=Relever", ("unite", "U31:10"), ("note", "14,5"), ("motif", "Progrès constants attestés par le livret"))).Vers.Should().Be(proche);
        var relevee = await Lire(proche);
        relevee.Texte.Should().Contain("10 → 14,5").And.Contain("Présidente de jury de démonstration").And.Contain("moyenne 10,00");

        (await Lire($"{Racine}/discordances")).Texte.Should().Contain("4 sur 5 (80,0 %), contre 80,0 % en moyenne");
        (await Envoyer($"{Racine}/cloture", ("version", Version(await Lire($"{Racine}/cloture"))))).Vers.Should().Be($"{Racine}/cloture");
        (await Lire($"{Racine}/cloture")).Texte.Should().Contain("5 décisions arrêtées").And.Contain("La délibération est close");

        await using (var donnees = _hote.Ouvrir())
            (await donnees.Set<DecisionCandidat>().CountAsync(d => d.Etat == EtatDecision.Arretee, Ct)).Should().Be(5);
        recues.Add(await ProcesVerbalAsync(Role.PresidentJury));
        recues[^1].Html.Should().Contain("ANON0002").And.Contain("Progrès constants");
        foreach (var reponse in recues)
            NePasNommer(WebUtility.UrlDecode($"{reponse.Vers} {WebUtility.HtmlDecode(reponse.Html)} {string.Join(' ', reponse.Entetes.Where(e => e.Key != "Set-Cookie").Select(e => e.Value))}"));
    }

    [Fact]
    public async Task Le_proces_verbal_en_pdf_designe_par_numero_d_anonymat()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "Chromium n'est pas installé : ce test est sauté.");
        using var membre = await _hote.SeConnecterAsync(Role.MembreJury);
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = membre.Cookies }) { BaseAddress = _hote.Adresse };
        var reponse = await client.GetAsync($"{Racine}/proces-verbal", Ct);
        reponse.Content.Headers.ContentType!.MediaType.Should().Be("application/pdf");
        reponse.Content.Headers.ContentDisposition!.FileName.Should().Be("proces-verbal-pro-013-ga-2020-06.pdf");
        using var document = PdfDocument.Open(await reponse.Content.ReadAsByteArrayAsync(Ct));
        var texte = string.Join('\n', document.GetPages().Select(p => ContentOrderTextExtractor.GetText(p)));

        texte.Should().Contain("ANON0001").And.Contain("Projet");
        NePasNommer(texte);
    }

    [Fact]
    public async Task Le_jury_d_un_autre_est_introuvable_et_un_membre_ne_clot_pas()
    {
        await _hote.HabiliterAsync(Hote.PerimetresParDefaut);
        using var autre = await _hote.SeConnecterAsync(Role.PresidentJury);
        foreach (var page in new[] { "", "/candidats/ANON0001", "/discordances", "/composition", "/cloture", "/proces-verbal" })
            (await autre.LireAsync(Racine + page)).Statut.Should().Be(HttpStatusCode.NotFound, page);

        await _hote.HabiliterAsync(Hote.PerimetresParDefaut with { JuryId = _jury.Id });
        using var membre = await _hote.SeConnecterAsync(Role.MembreJury);
        var composition = await membre.LireAsync($"{Racine}/composition");
        composition.Texte.Should().NotContain("Enregistrer les présences").And.NotContain("Ouvrir la délibération");
        (await membre.EnvoyerAsync($"{Racine}/cloture", ("version", "0"))).Statut.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Le_gestionnaire_constitue_modifie_et_rouvre()
    {
        using var gestionnaire = await _hote.SeConnecterAsync(Role.Gestionnaire);
        (await gestionnaire.LireAsync("/resultats/compositionjurys")).Texte.Should().Contain("PRO-013-GA").And.Contain("Professeure Exemple");
        await gestionnaire.LireAsync("/resultats/compositionjurys/nouveau");
        (string, string)[] champs = [("Session", "2020-06"), ("Examen", "BAC_PRO"), ("Departement", "013"), ("Code", "PRO-013-X"), ("Libelle", "Autre jury"), ("nom.0", "Maître Exemple")];
        var refuse = await gestionnaire.EnvoyerAsync("/resultats/compositionjurys/nouveau", [.. champs, ("fonction.0", "MEMBRE")]);
        refuse.Texte.Should().Contain("Un jury a un président, et un seul");
        refuse.Html.Should().Contain("value=\"PRO-013-X\"");
        var cree = await gestionnaire.EnvoyerAsync("/resultats/compositionjurys/nouveau", [.. champs, ("fonction.0", "PRESIDENT")]);
        cree.Vers.Should().StartWith("/resultats/compositionjurys/");
        (await gestionnaire.SuivreAsync(cree)).Texte.Should().Contain("Moins d’un tiers");

        var page = await gestionnaire.LireAsync($"/resultats/compositionjurys/{_jury.Id}");
        (string, string)[] membres = [("libelle", "Gestion-administration"), ("nom.0", "Professeure Exemple"), ("id.0", $"{_jury.Membres[0].Id}"), ("fonction.0", "PRESIDENT")];
        (await gestionnaire.EnvoyerAsync($"/resultats/compositionjurys/{_jury.Id}", [("version", Version(page)), .. membres])).Statut.Should().Be(HttpStatusCode.Redirect);
        (await gestionnaire.EnvoyerAsync($"/resultats/compositionjurys/{_jury.Id}", [("version", Version(page)), .. membres])).Texte.Should().Contain("quelqu’un d’autre l’a modifié", "deux personnes sur le même jury");

        await using (var donnees = _hote.Ouvrir())
            await donnees.Set<Jury>().Where(j => j.Id == _jury.Id).ExecuteUpdateAsync(j => j.SetProperty(x => x.Etat, EtatJury.Clos), Ct);
        var clos = await gestionnaire.LireAsync($"/resultats/compositionjurys/{_jury.Id}");
        (await gestionnaire.EnvoyerAsync($"/resultats/compositionjurys/{_jury.Id}?handler=Rouvrir", ("version", Version(clos)), ("motif", "non"))).Texte.Should().Contain("Écrivez pourquoi");
        (await gestionnaire.EnvoyerAsync($"/resultats/compositionjurys/{_jury.Id}?handler=Rouvrir", ("version", Version(clos)), ("motif", "Note mal recopiée d’un candidat"))).Statut.Should().Be(HttpStatusCode.Redirect);
        (await gestionnaire.LireAsync($"/resultats/compositionjurys/{_jury.Id}")).Texte.Should().Contain("En délibération");
    }

    /// <summary>What is printed, before Chromium: the same template and the same data.</summary>
    private async Task<Reponse> ProcesVerbalAsync(Role role)
    {
        await using var donnees = _hote.Ouvrir();
        var pv = await new LireProcesVerbal(donnees).ExecuteAsync(_jury.Id, new Acteur(null, "présidente", role, [new(TypePerimetre.Jury, _jury.Id.ToString())]), Ct);
        var html = await _hote.Services.GetRequiredService<Gabarits>().ComposerAsync(ProcesVerbal.Gabarit, ProcesVerbalModel.Composer(pv.Valeur!));
        return new Reponse(HttpStatusCode.OK, WebUtility.HtmlDecode(html), null, new Dictionary<string, string>());
    }

    private void NePasNommer(string recu)
    {
        foreach (var c in _candidats)
            recu.Should().NotContainAny([c.Nom, c.Prenoms, c.CleRecherche, c.CleRecherche.Split(' ')[0], c.Numero, c.Ine!, c.Id.ToString(), "01/03/2002", "2002-03-01"]);
    }

    private static string Version(Reponse page) => Versions().Match(page.Html) is { Success: true } trouvee ? trouvee.Groups[1].Value : throw new InvalidOperationException("La page n'a pas de version.");

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex Versions();
}
