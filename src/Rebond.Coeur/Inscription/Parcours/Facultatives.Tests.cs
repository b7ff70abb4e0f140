using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Tests.Commun.Inscription.InscriptionDEssai;

namespace Rebond.Coeur.Tests.Inscription.Parcours;

/// <summary>Which optional tests: asked by name where the campaign names them, by number elsewhere.</summary>
public sealed class FacultativesTests
{
    private static readonly Campagne s_nancy = CampagnesLivrees.Chercher(CodeCampagne)!;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ParcoursInscription Preparer(Campagne campagne, bool inscription, params (string Code, string Valeur)[] reponses) =>
        ParcoursInscription.Preparer(campagne, reponses.ToDictionary(r => r.Code, r => r.Valeur), A(11, 20, 14), inscription);

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_epreuves_choisies_se_gardent_se_relisent_et_se_voient_au_guichet(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, new FakeTimeProvider(A(11, 20, 14)));
        Acteur candidat;
        string numero;
        await using (var donnees = @base.Ouvrir())
        {
            await PublierAsync(donnees);
            candidat = await UnCandidatAsync(donnees);
            numero = await OuvrirAsync(donnees, candidat);
        }
        (await RemplirAsync(@base.Ouvrir, candidat, numero, new Dictionary<string, string>(Eleve) { ["epreuvesFacultatives"] = "true", [QuestionPosee.ListeFacultatives] = "MOBILITE;LANGUE:italien" })).Should().Contain(QuestionPosee.ListeFacultatives).And.NotContain(QuestionPosee.NombreFacultatives);
        await using (var donnees = @base.Ouvrir())
            (await new EnregistrerDossier(donnees).ExecuteAsync(new(numero, (await LireAsync(donnees, numero)).Version), candidat, Ct)).EstReussi.Should().BeTrue();

        await using var apres = @base.Ouvrir();
        var dossier = await LireAsync(apres, numero);
        ProfilDuDossier.Lire(dossier).EpreuvesFacultatives.Should().Equal("LANGUE:italien", "MOBILITE");
        var formulaire = FormulaireInscription.Preparer(dossier, s_nancy, A(11, 20, 14));
        formulaire.Suivante.Should().BeNull();
        var etape = formulaire.Chercher(QuestionPosee.ListeFacultatives)!;
        ReponseDonnee.EnMots(etape.Question!, formulaire.Parcours.Reponses[etape.Code]).Should().Be("Langue vivante ou langue des signes (italien) ; Mobilité");
        var dec = new Acteur(Guid.CreateVersion7(), "DEC", Role.Gestionnaire, [new(TypePerimetre.Academie, "12")]);
        (await new ConsulterGuichet(apres).ExecuteAsync(dossier.Id, dec, Ct)).Valeur!.Reponses.Should().Contain(("Épreuves facultatives choisies", "Langue vivante ou langue des signes (italien) ; Mobilité"));
    }

    [Theory]
    [InlineData("", "Cochez une épreuve au moins")]
    [InlineData("EQUITATION", "de cette liste")]
    [InlineData("MOBILITE;MOBILITE", "chacune une fois")]
    [InlineData("LANGUE", "quelle langue ?")]
    [InlineData("LANGUE:123", "en lettres")]
    [InlineData("LANGUE:italien;MOBILITE;EPS", "2 épreuves facultatives au plus : décochez-en 1")]
    public void Un_choix_impossible_dit_quoi_faire(string saisie, string dit)
    {
        var question = QuestionPosee.De(QuestionPosee.ListeFacultatives, s_nancy);
        ReponseDonnee.Lire(question, saisie, s_nancy).Should().Match<(string? Valeur, string? Faute)>(r => r.Valeur == null && r.Faute!.Contains(dit));
    }

    [Fact]
    public void Une_epreuve_fermee_a_cette_categorie_n_est_pas_proposee_et_celle_qui_le_devient_est_redemandee()
    {
        (string, string)[] choisie = [("categorie", "SCOLAIRE"), ("epreuvesFacultatives", "true"), (QuestionPosee.ListeFacultatives, "MOBILITE")];
        Preparer(s_nancy, true, choisie).Reponses[QuestionPosee.ListeFacultatives].Should().Be("MOBILITE");

        var devenu = Preparer(s_nancy, true, [("categorie", "EXPERIENCE_3_ANS"), .. choisie[1..]]);
        devenu.Questions.Single(q => q.Code == QuestionPosee.ListeFacultatives).Choix.Select(c => c.Code).Should().Equal("LANGUE", "EPS");
        devenu.Reponses.Should().NotContainKey(QuestionPosee.ListeFacultatives);
    }

    [Fact]
    public void Sans_liste_ou_avant_de_s_inscrire_on_ne_demande_que_leur_nombre()
    {
        var sans = s_nancy with { Facultatives = s_nancy.Facultatives! with { Liste = [] } };
        var compte = Preparer(sans, true, ("epreuvesFacultatives", "true"), (QuestionPosee.NombreFacultatives, "2"));
        compte.Profil.EpreuvesFacultatives.Should().Equal("UF1", "UF2");
        Preparer(s_nancy, false, ("epreuvesFacultatives", "true")).Questions.Select(q => q.Code).Should().Contain(QuestionPosee.NombreFacultatives).And.NotContain(QuestionPosee.ListeFacultatives);
    }

    [Fact]
    public void Un_dossier_enregistre_par_nombre_se_lit_encore_et_l_on_redemande_lesquelles()
    {
        var dossier = Rebond.Tests.Inscription.CampagneDEssai.UnDossier();
        dossier.Reponses = dossier.Reponses.Replace("{", """{"epreuvesFacultatives":["UF1"],""", StringComparison.Ordinal).Replace("""{"epreuvesFacultatives":["UF1"],"inapte""", """{"inapte""", StringComparison.Ordinal);

        ProfilDuDossier.Lire(dossier).EpreuvesFacultatives.Should().Equal("UF1");
        var formulaire = FormulaireInscription.Preparer(dossier, s_nancy, A(11, 20, 14));
        formulaire.Parcours.Reponses["epreuvesFacultatives"].Should().Be("true");
        formulaire.Chercher(QuestionPosee.ListeFacultatives)!.Faite.Should().BeFalse();
        var sans = s_nancy with { Facultatives = null };
        FormulaireInscription.Preparer(dossier, sans, A(11, 20, 14)).Parcours.Reponses[QuestionPosee.NombreFacultatives].Should().Be("1");
    }
}
