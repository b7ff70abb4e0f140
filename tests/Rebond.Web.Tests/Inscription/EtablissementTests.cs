using System.Globalization;
using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Web.Tests.Inscription;

/// <summary>The head of an establishment, from the file of SIECLE to the class that is right, without a script.</summary>
public sealed class EtablissementTests
{
    private const string Uai = "0540001H";
    private const string Classe = $"/inscription/etablissement/classe?uai={Uai}&session=2024-06&division=T%20MV%201";
    private static readonly FichiersSiecle s_fichiers = new(Uai, 2023, Eleves: 4);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Un_chef_importe_verifie_une_classe_et_rien_ne_s_ecrit_avant_la_confirmation()
    {
        await using var hote = await DemarrerAsync();
        using var chef = await hote.SeConnecterAsync(Role.ChefEtablissement);
        (await chef.LireAsync("/inscription/etablissement")).Texte.Should().Contain("Aucun élève n’est encore inscrit").And.Contain("session 2024");
        await chef.LireAsync("/inscription/etablissement/importer");
        (await EnvoyerAsync(chef, [], "")).Texte.Should().Contain("Choisissez un fichier");
        var envoye = await EnvoyerAsync(chef, s_fichiers.AvecAdresses(), "ElevesAvecAdresses.xml");
        envoye.Vers.Should().StartWith("/inscription/etablissement/importer/");
        var apercu = await chef.SuivreAsync(envoye);
        apercu.Texte.Should().Contain("Rien n’est encore enregistré").And.Contain("À inscrire : 2").And.Contain("SYNTHÉTIQUE-ŒUVRE 2");
        (await DossiersAsync(hote)).Should().BeEmpty();

        var fait = await chef.SuivreAsync(await chef.EnvoyerAsync($"{envoye.Vers}?handler=Importer", ("Ajoutes", "2"), ("Modifies", "0"), ("Rejets", "0")));
        fait.Texte.Should().Contain("2 élèves inscrits").And.Contain("T MV 1");
        await ChangerAsync(hote, d => d.Specialite = "40025214");
        (await chef.LireAsync(Classe)).Texte.Should().Contain("SYNTHÉTIQUE-ŒUVRE 2").And.Contain("Il est mineur et son responsable légal n’est pas connu").And.Contain("Dire que ces dossiers sont justes (2)");
        var valide = await chef.SuivreAsync(await chef.EnvoyerAsync($"{Classe}&handler=Valider"));
        valide.Texte.Should().Contain("2 dossiers sont vérifiés").And.Contain("à signer");
        (await DossiersAsync(hote)).Should().OnlyContain(d => d.Etat == EtatDossier.Enregistre && d.ValideEtablissementLe != null);

        var change = await chef.SuivreAsync(await EnvoyerAsync(chef, s_fichiers.Modifier(s_fichiers.AvecAdresses(), "eleve2@exemple.invalid", "nouveau@exemple.invalid"), "e.xml"));
        change.Texte.Should().Contain("courriel").And.Contain("eleve2@exemple.invalid").And.Contain("nouveau@exemple.invalid");
        (await chef.SuivreAsync(await EnvoyerAsync(chef, s_fichiers.Responsables(), "r.xml"))).Texte.Should().Contain("le fichier des responsables");
    }

    [Fact]
    public async Task Un_tableau_demande_ses_colonnes_puis_montre_ce_qui_changerait()
    {
        await using var hote = await DemarrerAsync();
        using var chef = await hote.SeConnecterAsync(Role.ChefEtablissement);
        await chef.LireAsync("/inscription/etablissement/importer");
        var envoye = await EnvoyerAsync(chef, "Nom;Prénom;Né le;Classe;Code MEF;Statut\nZÉRO;Élise;28/03/2006;T1;24725214331;ST\n"u8.ToArray(), "eleves.csv");
        var colonnes = await chef.SuivreAsync(envoye);
        colonnes.Texte.Should().Contain("Quelle colonne donne quoi").And.Contain("Exemples : ZÉRO");
        (string, string)[] choix = [("Colonnes[NOM_DE_FAMILLE]", Colonne(colonnes, "Nom")), ("Colonnes[PRENOM]", Colonne(colonnes, "Prénom")), ("Colonnes[DIVISION]", Colonne(colonnes, "Classe")), ("Colonnes[MEF]", Colonne(colonnes, "Code MEF")), ("Colonnes[STATUT]", Colonne(colonnes, "Statut"))];
        (await chef.EnvoyerAsync($"{envoye.Vers}?handler=Colonnes", choix)).Texte.Should().Contain("Dites quelle colonne donne : date de naissance");
        var apercu = await chef.SuivreAsync(await chef.EnvoyerAsync($"{envoye.Vers}?handler=Colonnes", [.. choix, ("Colonnes[NAISSANCE]", Colonne(colonnes, "Né le"))]));
        apercu.Texte.Should().Contain("À inscrire : 1").And.Contain("ZÉRO Élise");
    }

    [Fact]
    public async Task Un_classeur_s_envoie_par_la_page_se_confirme_et_ses_colonnes_sont_retenues()
    {
        await using var hote = await DemarrerAsync();
        using var chef = await hote.SeConnecterAsync(Role.ChefEtablissement);
        await chef.LireAsync("/inscription/etablissement/importer");
        async Task<byte[]> ClasseurAsync(string courriel)
        {
            var classeur = new MemoryStream();
            await EcritureTableau.EcrireAsync(classeur, FormatTableau.Xlsx, ["Nom", "Prénom", "Date de naissance", "Classe", "Code MEF", "Statut", "INE", "Courriel"],
                [["ZÉRO", "Élise", "28/03/2006", "T1", "24725214331", "ST", "990000001AB", courriel], ["UN", "Œdipe", "01/12/2005", "T1", "24725214331", "ST", "990000002AB", ""], ["DEUX", "Zoé", "31/02/2006", "T1", "24725214331", "ST", "", ""]], Ct);
            return classeur.ToArray();
        }

        var envoye = await EnvoyerAsync(chef, await ClasseurAsync("elise@exemple.invalid"), "Élèves terminale.xlsx");
        var colonnes = await chef.SuivreAsync(envoye);
        colonnes.Texte.Should().Contain("Quelle colonne donne quoi").And.Contain("Exemples : ZÉRO ; UN");
        (string, string)[] choix = [.. new[] { ("NOM_DE_FAMILLE", "Nom"), ("PRENOM", "Prénom"), ("NAISSANCE", "Date de naissance"), ("DIVISION", "Classe"), ("MEF", "Code MEF"), ("STATUT", "Statut"), ("INE", "INE"), ("MEL", "Courriel") }.Select(c => ($"Colonnes[{c.Item1}]", Colonne(colonnes, c.Item2)))];
        var apercu = await chef.SuivreAsync(await chef.EnvoyerAsync($"{envoye.Vers}?handler=Colonnes", choix));
        apercu.Texte.Should().Contain("À inscrire : 2").And.Contain("Refusés : 1").And.Contain("Ligne 4, colonne Date de naissance : « 31/02/2006 » n’est pas une date").And.Contain("Importer les bonnes lignes");
        var fait = await chef.SuivreAsync(await chef.EnvoyerAsync($"{envoye.Vers}?handler=Importer", ("Ajoutes", "2"), ("Modifies", "0"), ("Rejets", "1"), ("LignesValides", "true")));
        fait.Texte.Should().Contain("2 élèves inscrits");
        (await DossiersAsync(hote)).Select(d => (d.Nom, d.Prenoms, d.Naissance, d.Courriel)).Should().BeEquivalentTo([("ZÉRO", "Élise", (DateOnly?)new DateOnly(2006, 3, 28), "elise@exemple.invalid"), ("UN", "Œdipe", new DateOnly(2005, 12, 1), null)]);

        // The same headings again: nothing is asked, only what changes is shown.
        await chef.LireAsync("/inscription/etablissement/importer");
        var encore = await chef.SuivreAsync(await EnvoyerAsync(chef, await ClasseurAsync("zero@exemple.invalid"), "eleves.xlsx"));
        encore.Texte.Should().Contain("À modifier : 1").And.Contain("elise@exemple.invalid").And.Contain("zero@exemple.invalid").And.Contain("Revoir quelle colonne donne quoi");
        (await chef.SuivreAsync(await EnvoyerAsync(chef, (byte[])[.. "PK"u8, 3, 4, .. "ce n'est pas un classeur"u8], "faux.xlsx"))).Texte.Should().Contain("Ce fichier ne se lit pas");
    }

    /// <summary>Thousands of pupils, as a large lycée sends them: streamed in, looked at, imported; zipped or not.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public async Task Un_gros_fichier_de_siecle_passe_par_la_page(bool zippe)
    {
        const int eleves = 3_000;
        var lycee = new FichiersSiecle(Uai, 2023, eleves);
        var xml = lycee.AvecAdresses();
        xml.Length.Should().BeGreaterThan(4_000_000);
        await using var hote = await DemarrerAsync();
        using var chef = await hote.SeConnecterAsync(Role.ChefEtablissement);
        await chef.LireAsync("/inscription/etablissement/importer");

        var montre = System.Diagnostics.Stopwatch.StartNew();
        var envoye = zippe ? await EnvoyerAsync(chef, FichiersSiecle.Zipper(("ElevesAvecAdresses.xml", xml)), "ElevesAvecAdresses.zip") : await EnvoyerAsync(chef, xml, "ElevesAvecAdresses.xml");
        var apercu = await chef.SuivreAsync(envoye);
        apercu.Texte.Should().Contain("À inscrire : 1 500").And.Contain("Refusés : 0");
        apercu.Html.Length.Should().BeLessThan(200_000, "la page ne montre pas quinze cents noms");
        var fait = await chef.SuivreAsync(await chef.EnvoyerAsync($"{envoye.Vers}?handler=Importer", ("Ajoutes", "1500"), ("Modifies", "0"), ("Rejets", "0")));
        TestContext.Current.TestOutputHelper?.WriteLine($"{xml.Length / 1_000_000.0:0.0} Mo, {montre.Elapsed.TotalSeconds:0.0} s");
        fait.Texte.Should().Contain("1 500 élèves inscrits");
        montre.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<DossierInscription>().CountAsync(Ct)).Should().Be(1_500);
    }

    [Fact]
    public async Task Un_eleve_rattache_le_dossier_de_son_papillon()
    {
        await using var hote = await DemarrerAsync();
        await ImporterAsync(hote);
        IReadOnlyList<InviterClasse.Papillon> papillons;
        await using (var donnees = hote.Ouvrir())
        {
            // The demonstration host runs on a clock of its own; the use case only needs the year.
            papillons = (await new InviterClasse(donnees).ExecuteAsync(new(Uai, SessionExamen.Juin(2024), "T MV 1"), Chef(), Ct)).Valeur!.Papillons;
        }
        var dossier = (await DossiersAsync(hote)).Single(d => d.Numero == papillons[0].Numero);
        using var eleve = await hote.SeConnecterAsync(Role.Candidat);
        await eleve.LireAsync("/inscription/rattacher");
        (await eleve.EnvoyerAsync("/inscription/rattacher", ("Code", "AAAAA-AAAAA"), ("Naissance", "2006-01-01"))).Texte.Should().Contain("ne vont pas ensemble");
        var fait = await eleve.EnvoyerAsync("/inscription/rattacher", ("Code", papillons[0].Code), ("Naissance", dossier.Naissance!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        fait.Vers.Should().Be("/inscription/mes-inscriptions");
        (await eleve.SuivreAsync(fait)).Texte.Should().Contain("Ce dossier est maintenant le vôtre").And.Contain(dossier.Numero);
    }

    [Fact]
    public async Task La_classe_d_un_autre_etablissement_n_existe_pas()
    {
        await using var hote = await DemarrerAsync();
        await ImporterAsync(hote);
        await hote.HabiliterAsync(Hote.PerimetresParDefaut with { Uai = "0540002J" });
        using var voisin = await hote.SeConnecterAsync(Role.ChefEtablissement);
        (await voisin.LireAsync(Classe)).Statut.Should().Be(HttpStatusCode.NotFound);
        (await voisin.LireAsync($"/inscription/etablissement?uai={Uai}")).Statut.Should().Be(HttpStatusCode.NotFound);
        await voisin.LireAsync("/inscription/etablissement/importer");
        (await EnvoyerAsync(voisin, s_fichiers.SansAdresses(), "e.xml")).Statut.Should().Be(HttpStatusCode.NotFound);
        (await voisin.LireAsync($"/inscription/etablissement/importer/{Guid.NewGuid()}")).Statut.Should().Be(HttpStatusCode.NotFound);
    }

    private static Acteur Chef() => new(null, "chef", Role.ChefEtablissement, [new(TypePerimetre.Etablissement, Uai)]);

    private static async Task<Hote> DemarrerAsync()
    {
        var hote = await Hote.DemarrerAsync(horloge: new FakeTimeProvider(new DateTimeOffset(2023, 11, 20, 12, 0, 0, TimeSpan.Zero)));
        await hote.HabiliterAsync(Hote.PerimetresParDefaut with { Uai = Uai });
        await using var donnees = hote.Ouvrir();
        (await new PublierRevision(donnees).ExecuteAsync(new(CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == "nancy-metz-bac-pro-2024").Texte, "Ouverture", 0), Acteur.LigneDeCommande, Ct)).EstReussi.Should().BeTrue();
        return hote;
    }

    private static async Task ImporterAsync(Hote hote)
    {
        await using var donnees = hote.Ouvrir();
        (await new ImporterEleves(donnees).ExecuteAsync(new(SessionExamen.Juin(2024), new MemoryStream(s_fichiers.AvecAdresses()), "e.xml", new()) { Uai = Uai }, Chef(), Ct)).EstReussi.Should().BeTrue();
    }

    private static Task<Reponse> EnvoyerAsync(Navigateur navigateur, byte[] fichier, string nom) =>
        navigateur.DeposerAsync("/inscription/etablissement/importer", "fichier", nom.Length == 0 ? "vide" : nom, fichier, ("uai", Uai), ("session", "2024-06"));

    /// <summary>The value under which the page offers a column of the file.</summary>
    private static string Colonne(Reponse page, string titre) =>
        System.Text.RegularExpressions.Regex.Match(WebUtility.HtmlDecode(page.Html), $"<option[^>]*value=\"([^\"]*)\"[^>]*>{titre}<").Groups[1].Value;

    private static async Task<List<DossierInscription>> DossiersAsync(Hote hote)
    {
        await using var donnees = hote.Ouvrir();
        return await donnees.Set<DossierInscription>().AsNoTracking().OrderBy(d => d.Nom).ToListAsync(Ct);
    }

    private static async Task ChangerAsync(Hote hote, Action<DossierInscription> changer)
    {
        await using var donnees = hote.Ouvrir();
        (await donnees.Set<DossierInscription>().ToListAsync(Ct)).ForEach(changer);
        await donnees.SaveChangesAsync(Ct);
    }
}
