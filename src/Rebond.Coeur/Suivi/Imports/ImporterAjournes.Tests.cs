using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Imports;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Imports;

public sealed class ImporterAjournesTests
{
    internal const string EnTete = "nom;prenoms;naissance;examen;specialite;libelle;statut;resultat;uai;departement;ine;moyenne;echecs_anterieurs;telephone;courriel;responsable;telephone_responsable\n";
    internal const string Cap = "Fictive;Léa;03/09/2003;CAP;50022133;Cuisine;LYCEEN;AJOURNE;0130001F;013;;8,25;0;06 00 00 00 02;lea@exemple.invalid;Mère Fictive;0600000003\n";
    private const string Bts = "Exemple;Ali;1999-01-02;BTS;32031009;Comptabilité;ETUDIANT_BTS;AJOURNE;0130001F;013;;;;;;;\n";
    private const string Libre = "Modèle;Eva;1990-01-02;CAP;50022133;Cuisine;CANDIDAT_LIBRE;ABSENT;;013;;;;;;;\n";
    private static readonly Acteur Cheffe = DossiersDEssai.Etablissement(Role.ChefEtablissement, "0130001F");
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Qui_echoue_au_cap_ou_au_bts_est_suivi_comme_les_autres_avec_ses_regles(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        (await ImporterAsync(essai, DossiersDEssai.Dec, EnTete + Cap + Bts + Libre, apercu: true)).Valeur.Should().Match<BilanImport>(b => b.Ajoutes == 3 && !b.Enregistre);
        (await LusAsync(essai)).Should().BeEmpty("un aperçu n’écrit rien");

        (await ImporterAsync(essai, DossiersDEssai.Dec, EnTete + Cap + Bts + Libre)).Valeur.Should().Match<BilanImport>(b => b.Ajoutes == 3 && b.Enregistre);
        (await ImporterAsync(essai, DossiersDEssai.Dec, EnTete + Cap)).Valeur.Should().Match<BilanImport>(b => b.Ajoutes == 0 && b.Inchanges == 1 && b.Absents == 2, "deux fois le même fichier ne fait rien la seconde fois");

        var lus = await LusAsync(essai);
        var lea = lus.Single(d => d.Nom == "Fictive");
        lea.Should().Match<DossierSuivi>(d => d.Proprietaire == TypeProprietaire.Etablissement && d.Telephone == "0600000002" && d.ResponsableNom == "Mère Fictive" && d.EchecsAnterieurs == 0 && d.MoyenneCentiemes == 825);
        lea.Should().Match<DossierSuivi>(d => d.ProchaineAction == ActionsDeSuivi.PremierContact && d.ProchaineDate == new DateOnly(2020, 7, 10));
        lus.Single(d => d.Nom == "Modèle").Should().Match<DossierSuivi>(d => d.Proprietaire == TypeProprietaire.Dec && d.ProprietaireCode == "02");
        (await essai.LireAsync(d => new ListerDossiers(d).ExecuteAsync(new(), 1, Cheffe, Ct))).Valeur!.Personnes[0].Dossier.Nom.Should().Be("Fictive", "elle est mineure");
        (await OptionsAsync(essai, lus.Single(d => d.Nom == "Exemple").Id))[CodeOption.Pae].Etat.Should().Be(EtatOption.AucunDroitTrouve, "le PAE n’est pas pour le BTS");
        (await OptionsAsync(essai, lea.Id))[CodeOption.RepreparationOrigine].Etat.Should().Be(EtatOption.Droit);
        (await essai.JournalAsync()).Should().ContainSingle(l => l.Acte == "SUIVI_IMPORTE").Which.Apres.Should().Be("dossiers:3");
    }

    [Fact]
    public async Task La_cheffe_n_importe_que_les_siens_et_la_vie_scolaire_personne()
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        (await ImporterAsync(essai, Cheffe, EnTete + Cap + Libre)).Valeur!.Rejets.Should().ContainSingle().Which.Code.Should().Be("AUTRE_ETABLISSEMENT");
        (await LusAsync(essai)).Should().BeEmpty();
        (await ImporterAsync(essai, Cheffe, EnTete + Cap)).Valeur!.Ajoutes.Should().Be(1);
        (await ImporterAsync(essai, DossiersDEssai.Etablissement(Role.VieScolaire, "0130001F"), EnTete + Bts)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await ImporterAsync(essai, LotGestion.Gestionnaire(code: "03"), EnTete + Bts)).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    [Theory]
    [InlineData("Fictive;Léa;hier;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;;;;;;", "DATE_INVALIDE")]
    [InlineData("Fictive;Léa;2003-09-03;BAC_PRO;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;;;;;;", "EXAMEN_PUBLIE_ICI")]
    [InlineData("Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;ADMIS;0130001F;013;;;;;;;", "CODE_INCONNU")]
    [InlineData("Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;;013;;;;;;;", "UAI_INVALIDE")]
    [InlineData("Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001B;013;;;;;;;", "UAI_INVALIDE")]
    [InlineData(";Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;;;;;;", "VALEUR_ABSENTE")]
    [InlineData("Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;25;;;;;", "MOYENNE_INVALIDE")]
    [InlineData("Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;9,995;;;;;", "MOYENNE_TROP_PRECISE")]
    [InlineData("Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;20,01;;;;;", "MOYENNE_INVALIDE")]
    [InlineData("Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;;;06;;;", "TELEPHONE_INVALIDE")]
    [InlineData("Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;123;;;;;;", "INE_INVALIDE")]
    public async Task Une_ligne_fausse_dit_pourquoi(string ligne, string code)
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        var bilan = (await ImporterAsync(essai, DossiersDEssai.Dec, EnTete + ligne + "\n")).Valeur!;

        bilan.Rejets.Should().ContainSingle().Which.Code.Should().Be(code);
        bilan.Enregistre.Should().BeFalse();
    }

    [Theory, InlineData("9,99", 999), InlineData("9.5", 950), InlineData("20", 2000), InlineData("9,990", 999)]
    public async Task Une_moyenne_garde_ses_deux_decimales(string ecrite, int centiemes)
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        await ImporterAsync(essai, DossiersDEssai.Dec, $"{EnTete}Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;{ecrite};;;;;\n");

        (await LusAsync(essai)).Should().ContainSingle().Which.MoyenneCentiemes.Should().Be(centiemes);
    }

    [Fact]
    public async Task Une_moyenne_trop_precise_est_refusee_avec_sa_ligne_sa_colonne_et_quoi_ecrire()
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        var rejet = (await ImporterAsync(essai, DossiersDEssai.Dec, EnTete + Bts + "Fictive;Léa;2003-09-03;CAP;1;Cuisine;LYCEEN;AJOURNE;0130001F;013;;9,995;;;;;\n")).Valeur!.Rejets.Should().ContainSingle().Subject;

        (rejet.Ligne, rejet.Colonne).Should().Be((3, "moyenne"));
        rejet.Phrase.Should().Contain("Ligne 3").And.Contain("deux décimales au plus");
    }

    [Fact]
    public async Task Deux_lignes_pour_une_personne_sont_refusees_toutes_les_deux()
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        (await ImporterAsync(essai, DossiersDEssai.Dec, EnTete + Cap + Cap)).Valeur!.Rejets.Select(r => (r.Ligne, r.Code)).Should().BeEquivalentTo([(2, "PERSONNE_EN_DOUBLE"), (3, "PERSONNE_EN_DOUBLE")]);
    }

    internal static async Task<Outcome<BilanImport>> ImporterAsync(DossiersDEssai essai, Acteur acteur, string contenu, bool apercu = false, SessionExamen? session = null)
    {
        using var fichier = new MemoryStream(Encoding.UTF8.GetBytes(contenu));
        return await essai.LireAsync(d => new ImporterAjournes(d).ExecuteAsync(new(session ?? LotGestion.Session, fichier, "ajournes.csv", new ModeImport(apercu)), acteur, Ct));
    }

    private static Task<List<DossierSuivi>> LusAsync(DossiersDEssai essai) => essai.LireAsync(d => d.Set<DossierSuivi>().AsNoTracking().Where(s => s.CandidatureId == null).ToListAsync(Ct));

    private static async Task<ReponseOptions> OptionsAsync(DossiersDEssai essai, Guid id) => (await essai.LireAsync(d => new ConsulterDossier(d).ExecuteAsync(id, DossiersDEssai.Dec, Ct))).Valeur!.Options;
}
