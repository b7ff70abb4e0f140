using System.Text.RegularExpressions;
using AwesomeAssertions;
using AwesomeAssertions.Execution;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Parcours.Tests.Documents;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Resultats;
using Rebond.Web.Socle;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>
/// Every page of the site in every role that the table of <see cref="Acces"/> admits, found by the routes and not by a list: it opens, axe-core
/// finds nothing, it does not scroll sideways. A page whose address needs a value must say it in <see cref="Adresses"/>, or the test fails.
/// </summary>
[Collection(Navigation.Une)]
public sealed partial class PagesParRoleTests(SiteHabite site) : IClassFixture<SiteHabite>
{
    /// <summary>Pages that by themselves show nothing: they lead elsewhere, answer a file, or only take a form.</summary>
    private static readonly string[] SansContenu =
    [
        "/Compte/CleAcces", "/Compte/CodeSecondFacteur", "/Compte/CodeSecours", "/Compte/Demonstration", "/Resultats/Publics/Recherche", // redirects, or form only
        "/Resultats/MonResultat/Releve", "/Resultats/Jurys/ProcesVerbal", "/Inscription/Dossier/Confirmation", "/Suivi/Dossiers/Pack", "/Suivi/MesFeuilles/Pack", // PDF
        "/Suivi/Lien/Agenda", "/Inscription/Depot/Fichier", // a file
        "/Suivi/Lien/Mien", // leads to the personal page
    ];

    private readonly HashSet<string> _examinees = new(StringComparer.Ordinal);

    [Theory(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Chaque_page_s_ouvre_sans_defaut_dans_chaque_role_admis(int largeur)
    {
        var (pages, ouvertes) = (Pages(), 0);
        using var _ = new AssertionScope();
        foreach (var role in Enum.GetValues<Role>())
        {
            site.PlacerAvantLaPublication(role is Role.PresidentJury or Role.MembreJury);
            var page = await site.OuvrirAsync(role == Role.Visiteur ? null : CreerComptesDemonstration.Tous.First(t => t.Role == role).Code, largeur);
            foreach (var (nom, regle) in pages.Where(p => p.Regle.Admet(role)))
            {
                foreach (var adresse in Adresses(nom, role))
                {
                    (await ExaminerAsync(page, adresse, $"{largeur}{nom.Replace('/', '-')}-{role}")).Should().BeEmpty($"{role} sur {adresse} à {largeur} px");
                    ouvertes++;
                }
            }
            await page.Context.CloseAsync();
        }
        ouvertes.Should().BeGreaterThan(300);
    }

    [Theory(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Les_pages_qui_repondent_a_un_formulaire_sont_sans_defaut_aussi(int largeur)
    {
        site.PlacerAvantLaPublication(false);
        var visiteur = await site.OuvrirAsync(null, largeur);
        await visiteur.GotoAsync(Vers("/compte/connexion"));
        await visiteur.ClickAsync("main button[type=submit]");
        (await DefautsAsync(visiteur)).Should().BeEmpty("connexion refusée");
        await visiteur.GotoAsync(Vers("/resultats"));
        await visiteur.FillAsync("#nom", "admis");
        await visiteur.Keyboard.PressAsync("Enter");
        await visiteur.WaitForSelectorAsync("text=noms trouvés");
        (await DefautsAsync(visiteur)).Should().BeEmpty("recherche d’un admis");

        var dec = await site.OuvrirAsync("gestionnaire", largeur);
        await dec.GotoAsync(Vers($"/inscription/campagnes/{CampagneHabitee.Campagne}/modifier"));
        await dec.ClickAsync("button[formaction*=Apercu]");
        await dec.WaitForSelectorAsync("#apercu");
        await NavigateurDeTest.CapturerAsync(dec, $"{largeur}-campagne-apercu");
        (await DefautsAsync(dec)).Should().BeEmpty("aperçu d’une campagne");
        await dec.FillAsync("#Texte", "{ \"code\": 1 }");
        await dec.ClickAsync("button[formaction*=Verifier]");
        await dec.WaitForSelectorAsync("#fautes");
        await NavigateurDeTest.CapturerAsync(dec, $"{largeur}-campagne-fautive");
        (await DefautsAsync(dec)).Should().BeEmpty("campagne fautive");
        // What was typed is kept for its author, who would find it at the other width.
        await dec.ClickAsync("text=Abandonner ce brouillon");
        await dec.WaitForSelectorAsync("text=brouillon est abandonné");

        var attend = await site.OuvrirAsync(CreerComptesDemonstration.CandidatPublie, largeur);
        await attend.GotoAsync(Vers("/mon-resultat"));
        (await attend.InnerTextAsync("main")).Should().Contain("pas encore publié");
        (await DefautsAsync(attend)).Should().BeEmpty("résultat attendu");
    }

    private List<(string Nom, Acces.Regle Regle)> Pages() =>
    [
        .. site.Hote.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Select(p => p.ViewEnginePath).Distinct().Except(SansContenu).Order(StringComparer.Ordinal)
            .Select(p => (p, Acces.Pour(p) ?? throw new InvalidOperationException($"{p} n'est pas déclarée dans Acces.")))
    ];

    /// <summary>Where a page is looked at: its own address, or each of its states when it has several.</summary>
    private string[] Adresses(string page, Role role) => page switch
    {
        "/Erreur/Index" => ["/erreur/404"],
        "/Compte/Administration/Compte" => [$"/compte/administration/compte/{site.Comptes["pilotage"]}"],
        "/Compte/Confirmer" or "/Compte/ConfirmerCourriel" => [$"{page.ToLowerInvariant()}", $"{page.ToLowerInvariant()}?jeton=essai"],
        "/Compte/NouveauMotDePasse" => ["/compte/nouveaumotdepasse", $"/compte/nouveaumotdepasse?compte={site.Comptes["candidat"]}&jeton=essai"],
        "/Inscription/Etablissement/Classe" => [site.Eleves.Classe],
        "/Inscription/Etablissement/Apercu" => [$"/inscription/etablissement/importer/{site.Eleves.Import}"],
        "/Resultats/Publics/Departement" => ["/resultats/departement/013"],
        "/Resultats/Publics/Liste" => ["/resultats/liste?departement=013", $"/resultats/liste?etablissement={DonneesResultats.Uai}&examen=BAC_PRO"],
        "/Resultats/Publics/Verifier" => ["/verifier", "/verifier/ABCD-EFGH-JKMN-PQRS"],
        "/Resultats/Publics/Statistiques" => ["/resultats/statistiques"],
        "/Resultats/MonResultat/Index" => ["/mon-resultat"],
        "/Resultats/MonResultat/Pourquoi" => [$"/mon-resultat/{site.Donnees.AuControle.Id}/pourquoi"],
        "/Suivi/MesOptions/Index" => ["/mes-options"],
        "/Suivi/MesFeuilles/Index" => ["/mes-feuilles", $"/mes-feuilles/{site.DossierDeSuivi}"],
        "/Resultats/Publication/Detail" => ["/resultats/publication/bac_pro/premier", "/resultats/publication/bac_pro/second", "/resultats/publication/bac_general/premier"],
        "/Resultats/CompositionJurys/Modifier" => [$"/resultats/compositionjurys/{site.JuryOuvert}", $"/resultats/compositionjurys/{site.JuryClos}"],
        "/Resultats/Jurys/Lot" => [$"/resultats/jurys/{site.JuryOuvert}"],
        "/Resultats/Jurys/Candidat" => [.. site.Ouverts.Take(3).Select(c => $"/resultats/jurys/{site.JuryOuvert}/candidats/{c.NumeroAnonymat.ToLowerInvariant()}")],
        "/Resultats/Jurys/Cloture" or "/Resultats/Jurys/Composition" or "/Resultats/Jurys/Discordances" => [$"/resultats/jurys/{site.JuryOuvert}/{page.Split('/')[^1].ToLowerInvariant()}"],
        "/Resultats/Gestion/Candidats/Index" => ["/examen/candidats", "/examen/candidats?examen=BAC_TECHNOLOGIQUE", "/examen/candidats?manquantes=true"],
        "/Resultats/Gestion/Candidats/Dossier" => [$"/examen/candidats/{site.Ouverts[2].Id}", $"/examen/candidats/{site.Donnees.Ajourne.Id}"],
        "/Resultats/Gestion/Candidats/Modifier" => [$"/examen/candidats/{site.Ouverts[2].Id}/modifier"],
        "/Resultats/Gestion/Notes/Grille" => ["/examen/grille", $"/examen/grille?uai={SiteHabite.UaiOuvert}", $"/examen/grille?uai={SiteHabite.UaiOuvert}&specialite=40030001", $"/examen/grille?uai={DonneesResultats.Uai}&specialite=40030001&unite=U11"],
        "/Resultats/Gestion/Notes/Bordereaux" => ["/examen/bordereaux", $"/examen/bordereaux?uai={SiteHabite.UaiOuvert}&specialite=40030001&unite=U11"],
        "/Inscription/PiecesAFournir/Index" => ["/inscription/pieces-a-fournir/nancy-metz-bac-pro-2024"],
        "/Inscription/Campagnes/Modifier" or "/Inscription/Campagnes/Historique" or "/Inscription/Campagnes/Dossiers" => [$"/inscription/campagnes/{CampagneHabitee.Campagne}/{page.Split('/')[^1].ToLowerInvariant()}"],
        "/Inscription/Campagnes/Nouvelle" => [$"/inscription/campagnes/nouvelle?modele={CampagneHabitee.Campagne}&code=essai-2027"],
        "/Inscription/Depot/Index" => [$"/inscription/dossier/{site.NumeroDeDossier}/piece/piece_identite"],
        "/Inscription/Amenagements/Index" => [$"/inscription/dossier/{site.NumeroDeDossier}/amenagement"],
        "/Inscription/Amenagements/Gestion/Index" => ["/inscription/amenagements", "/inscription/amenagements?vue=ATTENDENT_AVIS", "/inscription/amenagements?vue=DECIDEES"],
        "/Inscription/Amenagements/Gestion/Demande" => [$"/inscription/amenagements/{site.DemandeDAmenagement}"],
        "/Inscription/MesInscriptions/Index" => ["/inscription/mes-inscriptions"],
        "/Inscription/Dossier/Index" => [$"/inscription/dossier/{site.Inscriptions.Enregistre}", $"/inscription/dossier/{site.Inscriptions.Signe}", $"/inscription/dossier/{site.Inscriptions.Brouillon}"],
        "/Inscription/Dossier/Formulaire" => [.. site.Inscriptions.Etapes.Select(e => $"/inscription/dossier/{site.Inscriptions.Enregistre}/formulaire/{e}"), $"/inscription/dossier/{site.Inscriptions.Brouillon}/formulaire/specialite"],
        "/Inscription/Dossier/Recapitulatif" => [$"/inscription/dossier/{site.Inscriptions.Enregistre}/recapitulatif", $"/inscription/dossier/{site.Inscriptions.Brouillon}/recapitulatif"],
        "/Inscription/Dossier/Signer" or "/Inscription/Dossier/Coordonnees" or "/Inscription/Dossier/Desister" => [$"/inscription/dossier/{site.Inscriptions.Enregistre}/{page.Split('/')[^1].ToLowerInvariant()}"],
        "/Inscription/Dossier/Reouvrir" => [$"/inscription/dossier/{site.Inscriptions.Signe}/reouvrir"],
        "/Inscription/Dossier/Empechement" => [$"/inscription/dossier/{site.Inscriptions.Enregistre}/empechement/CERTIFICATS_TRAVAIL"],
        "/Inscription/Signature/Index" => [$"/inscription/signature/{site.Inscriptions.JetonResponsable}"],
        "/Inscription/Guichet/Index" => ["/inscription/guichet", "/inscription/guichet?etat=RECU", "/inscription/guichet?travail=PIECES_A_CONTROLER"],
        "/Inscription/Guichet/Reception" => ["/inscription/guichet/reception", $"/inscription/guichet/reception?recu={site.Guichet.Envoi}"],
        "/Inscription/Guichet/Envoi" => [$"/inscription/guichet/reception/{site.Guichet.ASigner}?version=1", $"/inscription/guichet/reception/{site.Guichet.AControler}"],
        "/Inscription/Guichet/Dossier" => [.. site.Guichet.Tous.Select(id => $"/inscription/guichet/{id}")],
        "/Inscription/Guichet/Relances" => ["/inscription/guichet/relances", $"/inscription/guichet/relances?campagne={site.Guichet.Campagne}"],
        "/Examen/Inscrire/Dossier" => [$"/inscription/guichet/{site.Guichet.ARecevoir}/inscrire", $"/inscription/guichet/{site.Guichet.ASigner}/inscrire"],
        "/Examen/Inscrire/Index" => ["/inscription/guichet/inscriptions", $"/inscription/guichet/inscriptions?campagne={site.Guichet.Campagne}"],
        "/Inscription/Guichet/Annulation" => [$"/inscription/guichet/annulations/{site.Guichet.Lot}"],
        "/Inscription/Experience/Avis" => [$"/inscription/experience/{site.Guichet.Avis}"],
        "/Messages/Index" => ["/messages", "/messages?file=A_TRAITER"],
        "/Messages/Detail" => [$"/messages/{site.MessageEnEchec}"],
        "/Messages/Modeles/Modele" => [role == Role.Administrateur ? "/messages/modeles/essai_envoi" : "/messages/modeles/courrier_candidat"],
        "/Suivi/Dossiers/Index" => ["/suivi", "/suivi?vue=CLOS"],
        "/Suivi/Dossiers/Dossier" => [$"/suivi/{site.DossierDeSuivi}"],
        "/Suivi/Entretiens/RendezVous" => [$"/suivi/{site.DossierDeSuivi}/rendez-vous"],
        "/Suivi/Entretiens/Grille" => [$"/suivi/{site.DossierDeSuivi}/entretien"],
        "/Suivi/Entretiens/Entretien" => [$"/suivi/entretiens/{site.Entretien}"],
        "/Suivi/Reinscriptions/Demande" => [$"/suivi/{site.DossierDeSuivi}/reinscription"],
        "/Suivi/Reinscriptions/Classement" => [$"/suivi/reinscriptions/ordre?uai={SiteHabite.UaiOuvert}&specialite={LotGestion.Specialite}&rentree=2020-09-01"],
        "/Suivi/Commission/Seance" => [$"/suivi/commission/{site.Commission.Ouverte}", $"/suivi/commission/{site.Commission.Arretee}"],
        "/Suivi/Commission/Dossiers" => [$"/suivi/commission/{site.Commission.Ouverte}/dossiers", $"/suivi/commission/{site.Commission.Ouverte}/dossiers?vue=A_DECIDER"],
        "/Suivi/Commission/Dossier" => [$"/suivi/commission/{site.Commission.Ouverte}/dossiers/{site.Commission.LigneADecider}", $"/suivi/commission/{site.Commission.Arretee}/dossiers/{site.Commission.LignePlacee}"],
        "/Suivi/Commission/Places" or "/Suivi/Commission/Arreter" => [$"/suivi/commission/{site.Commission.Ouverte}/{page.Split('/')[^1].ToLowerInvariant()}"],
        "/Suivi/Commission/Importer" => [$"/suivi/commission/{site.Commission.Ouverte}/places/importer"],
        "/Suivi/Commission/Attente" => [$"/suivi/commission/{site.Commission.Arretee}/attente"],
        "/Suivi/Parcours/Index" => [$"/suivi/{site.DossierDeSuivi}/parcours"],
        "/Suivi/Parcours/EmploiDuTemps" => [$"/suivi/emploi-du-temps?uai={SiteHabite.UaiOuvert}&specialite={LotGestion.Specialite}"],
        // The link says nothing before the publication, where juries stand.
        "/Suivi/Lien/Index" or "/Suivi/Lien/Reinscription" or "/Suivi/Lien/Classement" or "/Suivi/Lien/Entretien" or "/Suivi/Lien/Donnees" when role is Role.PresidentJury or Role.MembreJury => [],
        "/Suivi/Lien/Index" => [site.Lien, $"{site.Lien}?creneau={site.CreneauLibre}", site.LienResponsable],
        "/Suivi/Lien/Reinscription" => [$"{site.Lien}/reinscription", $"{site.LienSansDemande}/reinscription", $"{site.LienResponsable}/reinscription"],
        "/Suivi/Lien/Entretien" => [$"{site.Lien}/entretien", $"{site.LienResponsable}/entretien"],
        "/Suivi/Lien/Donnees" => [$"{site.Lien}/donnees", $"{site.LienResponsable}/donnees"],
        "/Suivi/Lien/Classement" => [$"{site.Lien}/classement?uai={SiteHabite.UaiOuvert}"],
        "/Catalogue/Choix" => ["/catalogue/choix", "/catalogue/choix?Etablissement.Recherche=marseille&Specialite.Recherche=systemes%20numeriques&valider=1"],
        _ => [SansParametre(page)],
    };

    private string SansParametre(string page)
    {
        var route = site.Hote.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
            .Where(p => p.ViewEnginePath == page).Select(p => p.AttributeRouteInfo?.Template ?? page.TrimStart('/')).OrderBy(t => t.Length).First();
        return route.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"{page} demande des valeurs : dites-les dans Adresses.") : "/" + route.ToLowerInvariant();
    }

    private async Task<List<string>> ExaminerAsync(IPage page, string adresse, string capture)
    {
        var reponse = await page.GotoAsync(Vers(adresse), new() { WaitUntil = WaitUntilState.Load });
        if (reponse!.Status != 200)
            return [$"réponse {reponse.Status}"];
        var arrivee = new Uri(page.Url).AbsolutePath;
        if (arrivee != adresse.Split('?')[0])
            return [$"mène à {arrivee}"];
        await NavigateurDeTest.CapturerAsync(page, capture);
        return await DefautsAsync(page);
    }

    /// <summary>The same page, save for who reads it, is examined by axe once a width; its width is measured each time.</summary>
    private async Task<List<string>> DefautsAsync(IPage page)
    {
        foreach (var deplie in await page.QuerySelectorAllAsync("details:not([open]) > summary"))
            await deplie.ClickAsync();
        List<string> defauts = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth") ? ["la page défile de côté"] : [];
        if (await page.EvaluateAsync<bool>(LegendeCachee))
            defauts.Add("la légende d’un tableau est cachée");
        if (_examinees.Add($"{page.ViewportSize!.Width} {Personnel().Replace(await page.ContentAsync(), "")}"))
            defauts.AddRange((await page.RunAxe()).Violations.Select(v => $"{v.Id} : {v.Help} ({string.Join(" ; ", v.Nodes.Take(3).Select(n => n.Html))})"));
        return defauts;
    }

    /// <summary>A caption that takes room and that the eye does not meet: something lies over it, or a frame cuts it off.</summary>
    private const string LegendeCachee = """
        () => [...document.querySelectorAll('caption')].some(c => {
            c.scrollIntoView({ block: 'center' });
            const r = c.getBoundingClientRect(), vu = document.elementFromPoint(r.left + Math.min(12, r.width / 2), r.top + r.height / 2);
            return r.height > 8 && r.width > 8 && !c.contains(vu);
        })
        """;

    private string Vers(string adresse) => new Uri(site.Hote.Adresse, adresse).ToString();

    /// <summary>Name, role and tokens of the person who reads.</summary>
    [GeneratedRegex("""<span class="rebond-identite__nom">[^<]*</span>|<p class="fr-badge[^>]*>[^<]*</p>|<input name="__RequestVerificationToken"[^>]*>""")]
    private static partial Regex Personnel();
}
