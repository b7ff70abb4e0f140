using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Cyclades;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Cyclades;

/// <summary>What is exported can be imported again unchanged; and what somebody changed in between is seen.</summary>
public sealed class ImporterCycladesTests
{
    private static readonly SessionExamen s_session = SessionExamen.Juin(2024);
    private static readonly FormatCyclades s_bacPro = FormatCyclades.Lire("""
        {"niveau":"bacpro","version":"2.1","verification":"A_VERIFIER","colonnes":[{"nom":"dossier","champ":"autre:numeroDossier"},{"nom":"nom","champ":"nomFamille"},{"nom":"prenoms","champ":"prenoms"},{"nom":"date_naissance","champ":"dateNaissance"},
         {"nom":"specialite","champ":"autre:specialite"},{"nom":"facultative1","champ":"autre:facultative1"},{"nom":"langue1","champ":"autre:facultative1Precision"},{"nom":"facultative2","champ":"autre:facultative2"},{"nom":"mail","champ":"adresseMail"},{"nom":"categorie","constante":"132"}]}
        """).Valeur!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<string> ExporterAsync(GuichetDEssai guichet, FormatCyclades? format = null)
    {
        var sortie = new MemoryStream();
        (await guichet.AvecAsync(d => new ExporterInscritsCyclades(d).ExecuteAsync(new(s_session, null, sortie, format), GuichetDEssai.Gestionnaire, Ct))).EstReussi.Should().BeTrue();
        return Encoding.UTF8.GetString(sortie.ToArray());
    }

    private static Task<Outcome<BilanImport>> ImporterAsync(GuichetDEssai guichet, string texte, FormatCyclades? format = null, ModeImport? mode = null, Acteur? acteur = null) =>
        guichet.AvecAsync(d => new ImporterCyclades(d).ExecuteAsync(new(s_session, new MemoryStream(Encoding.UTF8.GetBytes(texte)), "cyclades.csv", mode ?? new()) { Format = format }, acteur ?? GuichetDEssai.Gestionnaire, Ct));

    private static string Comptes(BilanImport b) => $"{b.Lus} {b.Ajoutes} {b.Modifies} {b.Inchanges} {b.Absents} {b.Rejets.Count}";

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Ce_qui_est_exporte_se_relit_sans_rien_changer(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        await guichet.AjouterAsync(EtatDossier.Enregistre, d => (d.AdresseLigne1, d.CodePostal, d.Ville, d.Telephone, d.LieuNaissance) = ("1 rue de l'Été", "54000", "Nancy", "06 12 34 56 78", "commune 54395 (code INSEE)"));
        await guichet.AjouterAsync(EtatDossier.Signe, d => (d.Ine, d.Pays, d.Prenoms) = (null, "Belgique", "Zoé, Anne"));
        await guichet.AjouterAsync(EtatDossier.Recevable, d => d.Reponses = d.Reponses.Replace("\"epreuvesFacultatives\":[]", "\"epreuvesFacultatives\":[\"LANGUE:italien\",\"MOBILITE\"]", StringComparison.Ordinal));

        foreach (var format in new[] { null, s_bacPro })
        {
            var texte = await ExporterAsync(guichet, format);
            Comptes((await ImporterAsync(guichet, texte, format)).Valeur!).Should().Be("3 0 0 3 0 0");
            (await ExporterAsync(guichet, format)).Should().Be(texte);
        }
        (await ExporterAsync(guichet, s_bacPro)).Should().Contain(";LANGUE;italien;MOBILITE;");
        (await guichet.AvecAsync(d => d.Set<LigneJournal>().CountAsync(l => l.Acte == "DOSSIER_MODIFIE" || l.Acte == "CYCLADES_IMPORTES", Ct))).Should().Be(0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_valeur_corrigee_est_reprise_et_un_blanc_n_efface_rien(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Enregistre);
        var texte = (await ExporterAsync(guichet)).Replace("guichet0@exemple.fr", "", StringComparison.Ordinal).Replace("03/03/2005", "04/03/2005", StringComparison.Ordinal);

        Comptes((await ImporterAsync(guichet, texte, mode: new(Apercu: true))).Valeur!).Should().Be("1 0 1 0 0 0");
        (await guichet.LireAsync(id)).Naissance.Should().Be(new DateOnly(2005, 3, 3), "un aperçu n'écrit rien");
        Comptes((await ImporterAsync(guichet, texte)).Valeur!).Should().Be("1 0 1 0 0 0");
        (await guichet.LireAsync(id)).Should().Match<DossierInscription>(d => d.Naissance == new DateOnly(2005, 3, 4) && d.Courriel == "guichet0@exemple.fr" && d.NumeroVersion == 3);
        Comptes((await ImporterAsync(guichet, texte)).Valeur!).Should().Be("1 0 0 1 0 0", "deux fois le même fichier, rien la seconde fois");
        (await guichet.AvecAsync(d => d.Set<LigneJournal>().SingleAsync(l => l.Acte == "DOSSIER_MODIFIE", Ct))).Motif.Should().Contain("date_naissance");
    }

    [Fact]
    public async Task Ce_qui_ne_se_relit_pas_est_dit_ligne_et_colonne()
    {
        await using var guichet = await GuichetDEssai.CreerAsync();
        await guichet.AjouterAsync(EtatDossier.Enregistre);
        await guichet.AjouterAsync(EtatDossier.Signe);
        var texte = await ExporterAsync(guichet, s_bacPro);
        async Task<Rejet> Rejete(string ecrit, string change) => (await ImporterAsync(guichet, texte.Replace(ecrit, change, StringComparison.Ordinal), s_bacPro)).Valeur!.Rejets.Should().ContainSingle().Which;

        (await Rejete("FictifB;", "FictifZ;")).Should().Match<Rejet>(r => r.Code == "DOSSIER_SIGNE" && r.Colonne == "nom" && r.Ligne == 3);
        (await Rejete($"{GuichetDEssai.Specialite};;;;guichet0", "40025214;;;;guichet0")).Should().Match<Rejet>(r => r.Code == "COLONNE_NON_RELUE" && r.Colonne == "specialite");
        (await Rejete("guichet0@exemple.fr", "guichet0")).Code.Should().Be("VALEUR_INVALIDE");
        (await ImporterAsync(guichet, texte + "12345678-Z;X;Y;01/01/2000;;;;;;132\n", s_bacPro)).Valeur!.Rejets.Should().ContainSingle().Which.Phrase.Should().Contain("inscrivez d'abord la personne");
        (await ImporterAsync(guichet, texte + texte.Split('\n')[1] + "\n", s_bacPro)).Valeur!.Rejets.Should().ContainSingle().Which.Code.Should().Be("DOSSIER_EN_DOUBLE");
        (await ImporterAsync(guichet, texte)).Valeur!.Rejets.Should().ContainSingle().Which.Code.Should().Be("COLONNES_MANQUANTES", "un autre format que celui de l'export");
        (await ImporterAsync(guichet, texte, s_bacPro, acteur: GuichetDEssai.Ailleurs)).Valeur!.Rejets.Should().OnlyContain(r => r.Code == "DOSSIER_INCONNU");
        (await ImporterAsync(guichet, texte, s_bacPro, acteur: GuichetDEssai.Inspecteur)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }
}
