using AwesomeAssertions;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle.Fichiers;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Etablissements;

public sealed class RechercherEtablissementsTests
{
    private static RechercherEtablissements.Reponse Chercher(string? texte) => RechercherEtablissements.Executer(texte);

    [Fact]
    public void L_annuaire_se_lit_en_entier()
    {
        var tous = AnnuaireEtablissements.Tous;
        tous.Should().HaveCount(3_503).And.OnlyContain(e => Identifiants.EstUai(e.Uai) && e.Nom.Length > 2 && e.Ville.Length > 0 && e.Departement.Length == 3 && (e.VoieGenerale || e.VoiePro));
        tous.Count(e => e.VoiePro).Should().Be(2_014);
        tous.Count(e => e.VoieGenerale).Should().Be(2_346);
        AnnuaireEtablissements.Chercher("0130040Y")!.Libelle.Should().Be("Lycée Thiers, Marseille (13)");
        AnnuaireEtablissements.Chercher("9740001A").Should().BeNull();
    }

    [Theory]
    [InlineData("thiers", "0130040Y"), InlineData("THIERS marseille", "0130040Y"), InlineData("lycée thiers 13", "0130040Y"), InlineData("0130040y", "0130040Y")]
    [InlineData("perier", "0130036U"), InlineData("périer marseille", "0130036U"), InlineData("beau de rochas digne", "0040007L"), InlineData("lp beau de rochas digne", "0040007L")]
    [InlineData("charpak chatillon", "0010020S"), InlineData("châtillon-sur-chalaronne", "0010020S"), InlineData("ferney voltaire", "0010072Y")]
    [InlineData("thieers marseille", "0130040Y"), InlineData("ferney volatire", "0010072Y"), InlineData("vauvenargue", "0130003H"), InlineData("st exupery marseille", "0130048G")]
    public void Nom_ville_code_debut_et_faute_trouvent_le_lycee_en_tete(string texte, string uai) => Chercher(texte).Etablissements[0].Uai.Should().Be(uai);

    [Fact]
    public void Une_ville_donne_ses_lycees()
    {
        var marseille = Chercher("marseille");
        marseille.Total.Should().BeGreaterThan(50);
        marseille.Etablissements.Should().HaveCount(20);
        Chercher("gap").Etablissements.Take(4).Should().OnlyContain(e => e.Ville == "Gap");
    }

    [Theory, InlineData(null), InlineData(""), InlineData("a"), InlineData("  - '"), InlineData("zzzzzzzzzz"), InlineData("lycée introuvable de nulle part")]
    public void Une_demande_vide_ou_vaine_ne_donne_rien(string? texte) => Chercher(texte).Should().BeEquivalentTo(new RechercherEtablissements.Reponse([], 0));

    [Fact]
    public void Une_demande_demesuree_est_bornee() => Chercher(string.Join(' ', Enumerable.Repeat("lycée " + new string('a', 10_000), 100))).Total.Should().Be(0);

    [Fact]
    public void Les_lycees_de_la_demonstration_sont_dans_l_annuaire() =>
        File.ReadLines(Depot.Jeux("demonstration", "etablissements.csv")).Skip(1).Select(l => l.Split(';')).Should().OnlyContain(c => AnnuaireEtablissements.Chercher(c[0])!.Nom == c[1] && AnnuaireEtablissements.Chercher(c[0])!.Ville == c[2]);
}
