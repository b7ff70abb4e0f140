using AwesomeAssertions;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Campagnes;

public sealed class EcrireUneCampagneTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Outcome<PreparerCampagne.Reponse>> PreparerAsync(BaseDeTest @base, string modele, string code)
    {
        await using var donnees = @base.Ouvrir();
        return await new PreparerCampagne(donnees).ExecuteAsync(new(modele, code), CampagneDEssai.Gestionnaire, Ct);
    }

    private static async Task<PrevisualiserCampagne.Reponse> PrevisualiserAsync(BaseDeTest @base, string texte)
    {
        await using var donnees = @base.Ouvrir();
        return (await new PrevisualiserCampagne(donnees).ExecuteAsync(new(texte), CampagneDEssai.Gestionnaire, Ct)).Valeur!;
    }

    [Fact]
    public async Task Toute_campagne_livree_se_copie_sous_un_nouveau_code_et_garde_tout_le_reste()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        foreach (var livree in CampagnesLivrees.Fichiers)
        {
            var code = livree.Lecture.Campagne!.Code;
            var texte = (await PreparerAsync(@base, code, "ma-campagne-2027")).Valeur!.Texte;
            DifferencesDeTexte.Comparer(livree.Texte, texte).Should().HaveCount(2, "une seule ligne change");
            LectureCampagne.Lire(texte).Campagne!.Code.Should().Be("ma-campagne-2027");
        }
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_copie_d_une_campagne_en_vigueur_se_publie_sans_toucher_l_autre(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using (var donnees = @base.Ouvrir())
            await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        var copie = (await PreparerAsync(@base, CampagneDEssai.Code, "aix-marseille-bac-pro-2024")).Valeur!.Texte;
        await using (var donnees = @base.Ouvrir())
            await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Changer(copie, ("académie de Nancy-Metz\",", "académie d’Aix-Marseille\",")));

        await using var lecture = @base.Ouvrir();
        var liste = (await new ListerCampagnes(lecture).ExecuteAsync(CampagneDEssai.Gestionnaire, Ct)).Valeur!;
        liste.Campagnes.Select(c => (c.Campagne.Code, c.Numero)).Should().Equal(("aix-marseille-bac-pro-2024", 1), (CampagneDEssai.Code, 1));
        liste.Modeles.Where(m => !m.EnVigueur).Select(m => m.Code).Should().NotContain(CampagneDEssai.Code).And.NotBeEmpty();
    }

    [Theory]
    [InlineData("Reims 2027"), InlineData("reims--2027"), InlineData("-reims"), InlineData(""), InlineData("été-2027")]
    public async Task Un_code_mal_ecrit_est_refuse(string code)
    {
        await using var @base = await BaseDeTest.CreerAsync();
        (await PreparerAsync(@base, CampagneDEssai.Code, code)).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_INVALIDE");
    }

    [Fact]
    public async Task Un_code_deja_pris_ou_un_modele_inconnu_est_refuse()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using (var donnees = @base.Ouvrir())
            await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        (await PreparerAsync(@base, CampagneDEssai.Code, CampagneDEssai.Code)).Refus[0].Code.Should().Be("CODE_PRIS");
        (await PreparerAsync(@base, "inconnue", "nouvelle")).Refus[0].Code.Should().Be("INTROUVABLE");
    }

    [Fact]
    public async Task Un_texte_fautif_montre_chaque_ligne_fautive()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        var lue = await PrevisualiserAsync(@base, CampagneDEssai.Texte.Replace("\"limite\": \"2023-12-09\"", "\"limite\": \"2023-12-32\"", StringComparison.Ordinal));

        lue.Campagne.Should().BeNull();
        var faute = lue.Fautes.Should().ContainSingle().Which;
        faute.Extrait.Should().Contain("\"limite\": \"2023-12-32\"");
        CampagneDEssai.Texte.Split('\n')[faute.Erreur.Ligne - 1].Should().Contain("\"limite\"");
        (await PrevisualiserAsync(@base, "")).Fautes.Should().NotBeEmpty("un texte vide ne fait pas tomber la page");
        (await PrevisualiserAsync(@base, "{ \"code\": ")).Fautes.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Un_texte_juste_montre_les_pieces_de_candidats_d_essai_et_ce_qui_change()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using (var donnees = @base.Ouvrir())
            await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);

        var lue = await PrevisualiserAsync(@base, CampagneDEssai.Revisee);

        lue.Numero.Should().Be(1);
        lue.Changements.Should().ContainSingle(c => c.Sujet == "Pièce AUTRE_PHOTO");
        lue.Lignes.Should().NotBeEmpty();
        lue.Profils.Should().HaveCount(6);
        bool Photo(string debut) => lue.Profils.Single(p => p.Nom.StartsWith(debut, StringComparison.Ordinal)).Verdict.Pieces.Any(p => p is { Code: "AUTRE_PHOTO", Etat: Rebond.Regles.Inscription.EtatPiece.Requise });
        (Photo("Apprenti"), Photo("Élève")).Should().Be((true, false));
        lue.Profils.Should().OnlyContain(p => p.Verdict.Decisions.All(d => d.Code != "INSCRIPTION" || d.Valeur == "A_L_HEURE"), "les candidats d'essai s'inscrivent dans la période");
    }

    [Fact]
    public async Task Les_candidats_d_essai_conviennent_a_chaque_campagne_livree()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        foreach (var livree in CampagnesLivrees.Fichiers)
            (await PrevisualiserAsync(@base, livree.Texte)).Profils.Should().NotBeEmpty(livree.Fichier).And.OnlyContain(p => p.Verdict.Decisions.Any(d => d.Code == "CATEGORIE" && d.Valeur == "ADMISE"), livree.Fichier);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_historique_dit_ce_que_chaque_revision_change(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Revisee, 1, "Photo des apprentis");

        var lue = (await new ConsulterRevisions(donnees).ExecuteAsync(CampagneDEssai.Code, CampagneDEssai.Gestionnaire, Ct)).Valeur!;

        lue.EnVigueur.Should().Be(2);
        lue.Revisions.Select(r => (r.Numero, r.Etat, r.Motif)).Should().Equal((2, EtatRevision.EnVigueur, "Photo des apprentis"), (1, EtatRevision.Remplacee, "Ouverture de la campagne"));
        lue.Revisions[0].Changements.Should().ContainSingle(c => c.Sujet == "Pièce AUTRE_PHOTO");
        lue.Revisions[0].Lignes.Should().Contain(l => l.Genre == GenreLigne.Ajoutee && l.Texte.Contains("AUTRE_PHOTO"));
        lue.Revisions[1].Changements.Should().BeNull();
        lue.Texte.Should().Be(CampagneDEssai.Revisee);
        (await new ConsulterRevisions(donnees).ExecuteAsync(CampagneDEssai.Code, CampagneDEssai.GestionnaireDAilleurs, Ct)).Refus[0].Code.Should().Be("INTROUVABLE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_liste_compte_les_dossiers_en_cours_et_ceux_restes_sous_une_ancienne(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Revisee, 1);
        donnees.AddRange(CampagneDEssai.UnDossier(), CampagneDEssai.UnDossier(revision: 2), CampagneDEssai.UnDossier(etat: EtatDossier.Desiste));
        await donnees.SaveChangesAsync(Ct);

        (await new ListerCampagnes(donnees).ExecuteAsync(CampagneDEssai.Gestionnaire, Ct)).Valeur!.Campagnes.Should().ContainSingle().Which.Should().Match<ListerCampagnes.Ligne>(l => l.Numero == 2 && l.DossiersEnCours == 2 && l.SousAncienne == 1);
        (await new ListerCampagnes(donnees).ExecuteAsync(CampagneDEssai.GestionnaireDAilleurs, Ct)).Valeur!.Campagnes.Should().BeEmpty();
        (await new ListerCampagnes(donnees).ExecuteAsync(CampagneDEssai.Gestionnaire with { Role = Role.Inspecteur }, Ct)).Refus[0].Code.Should().Be("INTERDIT");
    }
}
