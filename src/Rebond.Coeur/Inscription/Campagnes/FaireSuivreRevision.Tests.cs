using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Campagnes;

public sealed class FaireSuivreRevisionTests
{
    private const string Motif = "La photo est demandée aux apprentis";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Two pupils, two apprentices (one nobody can write to), one registered file, under revision 1; revision 2 asks a photo of apprentices.</summary>
    private static async Task<BaseDeTest> CreerAsync(Moteur moteur, string? revisee = null)
    {
        var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        await CampagneDEssai.PublierAsync(donnees, revisee ?? CampagneDEssai.Revisee, 1, "Photo des apprentis");
        donnees.AddRange(CampagneDEssai.UnDossier(nom: "A-Fictif"), CampagneDEssai.UnDossier(nom: "B-Fictif", etat: EtatDossier.Signe),
            CampagneDEssai.UnDossier(Categorie.Apprenti, nom: "C-Fictif"), CampagneDEssai.UnDossier(Categorie.Apprenti, nom: "D-Fictif", courriel: null),
            CampagneDEssai.UnDossier(Categorie.Apprenti, nom: "E-Fictif", etat: EtatDossier.Inscrit));
        await donnees.SaveChangesAsync(Ct);
        return @base;
    }

    private static async Task<ListerDossiersASuivre.Reponse> ListerAsync(BaseDeTest @base)
    {
        await using var donnees = @base.Ouvrir();
        return (await new ListerDossiersASuivre(donnees).ExecuteAsync(CampagneDEssai.Code, CampagneDEssai.Gestionnaire, Ct)).Valeur!;
    }

    private static async Task<Outcome<FaireSuivreRevision.Reponse>> SuivreAsync(BaseDeTest @base, IEnumerable<string> groupes, string motif = Motif, Acteur? acteur = null, int numero = 2)
    {
        await using var donnees = @base.Ouvrir();
        return await new FaireSuivreRevision(donnees).ExecuteAsync(new(CampagneDEssai.Code, numero, [.. groupes], motif), acteur ?? CampagneDEssai.Gestionnaire, Ct);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_liste_groupe_les_dossiers_par_ce_qui_change_pour_eux(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);

        var lue = await ListerAsync(@base);

        (lue.Numero, lue.Dossiers).Should().Be((2, 4), "le dossier inscrit n'a plus à suivre");
        lue.Anciennes.Should().ContainSingle().Which.Changements.Should().ContainSingle(c => c.Sujet == "Pièce AUTRE_PHOTO");
        lue.Groupes.Should().HaveCount(2);
        lue.Groupes[0].Should().Match<ListerDossiersASuivre.Groupe>(g => g.PeutSuivre && !g.MoinsFavorable && g.EnMots.Count == 0 && g.Dossiers.Count == 2 && g.Exemple == null);
        var apprentis = lue.Groupes[1];
        (apprentis.MoinsFavorable, apprentis.EnMots).Should().BeEquivalentTo((true, new[] { "Pièce ajoutée : Photo d'identité (à fournir)" }));
        apprentis.Dossiers.Select(d => d.Injoignable is null).Should().Equal(true, false);
        apprentis.Exemple!.Corps.Should().Contain("Photo des apprentis").And.Contain("- Pièce ajoutée : Photo d’identité");
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse("lire n'envoie rien");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_groupes_choisis_suivent_ensemble_et_seul_qui_peut_etre_prevenu_change(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        var lue = await ListerAsync(@base);

        var issue = await SuivreAsync(@base, lue.Groupes.Select(g => g.Empreinte));

        var injoignable = lue.Groupes[1].Dossiers[1].Numero;
        issue.Valeur.Should().BeEquivalentTo(new FaireSuivreRevision.Reponse(3, 1, [injoignable]));
        await using var donnees = @base.Ouvrir();
        var dossiers = await donnees.Set<DossierInscription>().OrderBy(d => d.CleRecherche).ToListAsync(Ct);
        dossiers.Select(d => d.CampagneRevision).Should().Equal(2, 2, 2, 1, 1);
        (await donnees.Set<Message>().SingleAsync(Ct)).Should().Match<Message>(m => m.Modele == MessageDeRevision.Modele && m.Objet == $"dossier:{dossiers[2].Id}" && m.Etat == EtatMessage.AEnvoyer);
        (await donnees.Set<LigneJournal>().Where(l => l.Acte == "DOSSIER_REVISION_SUIVIE").ToListAsync(Ct)).Should().HaveCount(3).And.OnlyContain(l => l.Avant == "1" && l.Apres == "2" && l.Motif == Motif);
        (await donnees.Set<PieceDossier>().Where(p => p.Code == "AUTRE_PHOTO").Select(p => p.DossierId).ToListAsync(Ct)).Should().Equal(dossiers[2].Id);
        (await ListerAsync(@base)).Groupes.Should().ContainSingle().Which.Dossiers.Should().ContainSingle(d => d.Numero == injoignable);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_groupe_non_coche_reste_ou_il_est(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        var lue = await ListerAsync(@base);

        (await SuivreAsync(@base, [lue.Groupes[0].Empreinte])).Valeur!.Suivis.Should().Be(2);

        await using var donnees = @base.Ouvrir();
        (await donnees.Set<DossierInscription>().Where(d => d.Categorie == Categorie.Apprenti).Select(d => d.CampagneRevision).Distinct().ToListAsync(Ct)).Should().Equal(1);
        (await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse("rien ne change pour eux");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_liste_qui_a_change_depuis_la_lecture_ne_se_deplace_pas(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        var lue = await ListerAsync(@base);
        await using (var donnees = @base.Ouvrir())
        {
            (await donnees.Set<DossierInscription>().SingleAsync(d => d.Nom == "A-Fictif", Ct)).Ville = "Gap";
            await donnees.SaveChangesAsync(Ct);
        }

        (await SuivreAsync(@base, lue.Groupes.Select(g => g.Empreinte))).Refus.Should().ContainSingle().Which.Code.Should().Be("LISTE_CHANGEE");
        (await SuivreAsync(@base, [lue.Groupes[1].Empreinte], numero: 1)).Refus.Should().ContainSingle().Which.Code.Should().Be("LISTE_CHANGEE", "une autre révision est en vigueur");

        await using var apres = @base.Ouvrir();
        (await apres.Set<DossierInscription>().AllAsync(d => d.CampagneRevision == 1, Ct)).Should().BeTrue();
        (await apres.Set<LigneJournal>().AnyAsync(l => l.Acte == "DOSSIER_REVISION_SUIVIE", Ct)).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_categorie_qui_n_est_plus_admise_ne_suit_pas(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur, CampagneDEssai.Changer(CampagneDEssai.Texte, ("    { \"categorie\": \"APPRENTI\",", "    //{ \"categorie\": \"APPRENTI\",")));
        var lue = await ListerAsync(@base);
        var apprentis = lue.Groupes.Single(g => !g.PeutSuivre);
        apprentis.Dossiers.Should().HaveCount(2);

        (await SuivreAsync(@base, [apprentis.Empreinte])).Refus.Should().ContainSingle().Which.Code.Should().Be("NE_PEUT_SUIVRE");
    }

    [Fact]
    public async Task Sans_choix_sans_motif_ou_hors_perimetre_rien_ne_bouge()
    {
        await using var @base = await CreerAsync(Moteur.Sqlite);
        var groupes = (await ListerAsync(@base)).Groupes.Select(g => g.Empreinte).ToList();

        (await SuivreAsync(@base, [])).Refus[0].Code.Should().Be("AUCUN_GROUPE");
        (await SuivreAsync(@base, groupes, "  ab ")).Refus[0].Code.Should().Be("MOTIF_ABSENT");
        (await SuivreAsync(@base, groupes, acteur: CampagneDEssai.GestionnaireDAilleurs)).Refus[0].Code.Should().Be("INTROUVABLE");
        (await SuivreAsync(@base, groupes, acteur: CampagneDEssai.Gestionnaire with { Role = Role.Candidat })).Refus[0].Code.Should().Be("INTERDIT");

        await using var donnees = @base.Ouvrir();
        (await donnees.Set<DossierInscription>().AllAsync(d => d.CampagneRevision == 1, Ct)).Should().BeTrue();
    }
}
