using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class EpreuvesFacultativesTests
{
    private static Constat? Constat(Campagne campagne, params string[]? choisies) => EpreuvesFacultatives.Constater(UnScolaire with { EpreuvesFacultatives = choisies }, campagne);

    [Theory]
    [InlineData(2014, 1)]
    [InlineData(2015, 2)]
    [InlineData(2024, 2)]
    public void Une_seule_jusqu_a_la_session_2014_deux_ensuite(int annee, int maximum)
    {
        EpreuvesFacultatives.Maximum(TypeExamen.BacPro, SessionExamen.Juin(annee)).Should().Be(maximum);
        var campagne = NancyMetz with { Session = SessionExamen.Juin(annee), Facultatives = null };
        Constat(campagne, [.. Enumerable.Range(1, maximum).Select(n => $"UF{n}")])!.Valeur.Should().Be("ADMISES");
        Constat(campagne, [.. Enumerable.Range(1, maximum + 1).Select(n => $"UF{n}")])!.Valeur.Should().Be("TROP_NOMBREUSES");
    }

    [Fact]
    public void Une_campagne_peut_en_admettre_moins() =>
        Constat(NancyMetz with { Facultatives = NancyMetz.Facultatives! with { Maximum = 1 } }, "UF1", "UF2")!.Phrase.Should().Contain("retirez-en 1");

    [Fact]
    public void La_meme_epreuve_ne_se_choisit_pas_deux_fois() => Constat(NancyMetz, "UF1", "UF1")!.Valeur.Should().Be("EN_DOUBLE");

    [Fact]
    public void Aucune_ou_pas_de_reponse_ne_gene_rien()
    {
        Constat(NancyMetz)!.Valeur.Should().Be("ADMISES");
        Constat(NancyMetz, null).Should().BeNull();
    }

    [Fact]
    public void Une_campagne_qui_donne_sa_liste_dit_ce_qui_n_en_est_pas_et_ce_qui_est_ferme()
    {
        Constat(NancyMetz, "LANGUE:italien", "MOBILITE")!.Valeur.Should().Be("ADMISES");
        Constat(NancyMetz, "UF1")!.Valeur.Should().Be("ADMISES", "ce qui fut enregistré avant la liste se lit encore");
        Constat(NancyMetz, "EQUITATION")!.Should().Match<Constat>(c => c.Valeur == "A_EXAMINER" && c.Effet == Verite.Inconnu && c.Phrase.Contains("EQUITATION"));
        Constat(NancyMetz, "LANGUE:italien", "LANGUE:russe")!.Valeur.Should().Be("EN_DOUBLE");
        EpreuvesFacultatives.Constater(UnScolaire with { Categorie = Categorie.Experience3Ans, EpreuvesFacultatives = ["MOBILITE"] }, NancyMetz)!
            .Should().Match<Constat>(c => c.Valeur == "NON_OUVERTE" && c.Effet == Verite.Faux && c.Phrase.Contains("« Mobilité »"));
    }

    [Fact]
    public void Ne_sont_proposees_que_celles_qui_ne_sont_pas_fermees_pour_sur()
    {
        string[] Codes(Profil profil, Campagne campagne) => [.. EpreuvesFacultatives.Proposees(profil, campagne).Select(e => e.Code)];
        Codes(new Profil(), NancyMetz).Should().Equal("LANGUE", "MOBILITE", "EPS", "SECTEUR_SPORTIF");
        Codes(UnScolaire with { Eps = new AptitudeEps(true) }, NancyMetz).Should().NotContain("EPS");
        Codes(UnScolaire with { Categorie = Categorie.ExCandidat }, NancyMetz).Should().Contain("LANGUE").And.NotContain("MOBILITE");
        Codes(UnScolaire, NancyMetz with { Facultatives = null }).Should().BeEmpty();
        NancyMetz.Facultatives!.Nommer("LANGUE:italien").Should().Be("Langue vivante ou langue des signes (italien)");
    }

    [Fact]
    public void Au_general_deux_au_plus_jusqu_en_2020()
    {
        EpreuvesFacultatives.Maximum(TypeExamen.BacGeneral, SessionExamen.Juin(2020)).Should().Be(2);
        EpreuvesFacultatives.Maximum(TypeExamen.BacTechnologique, SessionExamen.Juin(2021)).Should().BeNull();
        Constat(AixMarseille, "A", "B", "C")!.Should().Match<Constat>(c => c.Valeur == "TROP_NOMBREUSES" && c.Fondement == EpreuvesFacultatives.Gt);
    }

    [Theory]
    [InlineData(0, "0 épreuve facultative, 2 au plus.")]
    [InlineData(1, "1 épreuve facultative, 2 au plus.")]
    [InlineData(2, "2 épreuves facultatives, 2 au plus.")]
    public void Le_nombre_choisi_s_accorde(int nombre, string phrase) => Constat(NancyMetz, [.. Enumerable.Range(1, nombre).Select(n => $"UF{n}")])!.Phrase.Should().Be(phrase);

    [Fact]
    public void Une_campagne_ne_peut_pas_en_admettre_plus_que_le_droit()
    {
        EpreuvesFacultatives.Maximum(NancyMetz with { Facultatives = NancyMetz.Facultatives! with { Maximum = 5 } }).Should().Be(2);
        EpreuvesFacultatives.Maximum(AixMarseille with { Session = SessionExamen.Juin(2021), Facultatives = AixMarseille.Facultatives! with { Maximum = 5 } }).Should().Be(5, "le droit ne les borne plus");
    }
}
