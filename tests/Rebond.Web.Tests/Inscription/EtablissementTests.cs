using System.Globalization;
using System.Net;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle.Acteurs;
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
