using AwesomeAssertions;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Inscription.Specialites;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Specialites;

public sealed class RechercherSpecialitesTests
{
    private static readonly SessionExamen Session = SessionExamen.Juin(2026);

    private static IReadOnlyList<SituationSpecialite> Chercher(string? texte, TypeExamen? examen = null) => RechercherSpecialites.Executer(texte, Session, examen).Specialites;

    [Theory]
    [InlineData("40025214"), InlineData("40025214R"), InlineData("400-25214 R"), InlineData("25214"), InlineData("2472521433"), InlineData("24725214331"), InlineData(" 25214 ")]
    public void Un_code_se_trouve_sous_toutes_ses_ecritures(string texte) => Chercher(texte).Should().ContainSingle().Which.Specialite.Code.Should().Be("40025214");

    [Theory]
    [InlineData("assp", "40033007"), InlineData("accompagnement soins", "40033007"), InlineData("métiers de l’électricité", "40025520"), InlineData("electricite", "40025520"), InlineData("cuisine", "40022106")]
    [InlineData("STMG gestion", "43031017"), InlineData("st2s", "43033104"), InlineData("chaudronerie", "40025411"), InlineData("bac général", "47010019")]
    public void Mots_initiales_et_fautes_trouvent_la_specialite_ouverte_en_tete(string texte, string code) => Chercher(texte)[0].Specialite.Code.Should().Be(code);

    [Fact]
    public void Une_specialite_fermee_est_expliquee_et_suivie_de_ce_qui_la_remplace()
    {
        var trouvees = Chercher("systèmes numériques option c");
        trouvees[0].Should().Match<SituationSpecialite>(s => s.Specialite.Code == "40025515" && !s.EstOuverte && s.Phrase.StartsWith("Fermée : la dernière session était 2025. Remplacée par "));
        trouvees[1].Should().Match<SituationSpecialite>(s => s.Specialite.Code == "40025519" && s.EstOuverte);
    }

    [Fact]
    public void L_examen_restreint_et_le_bac_pro_agricole_va_avec_le_bac_pro()
    {
        Chercher("agricole", TypeExamen.BacPro).Should().Contain(s => s.Specialite.Examen == TypeExamen.BacProAgricole);
        Chercher("gestion", TypeExamen.BacTechnologique).Should().OnlyContain(s => s.Specialite.Examen == TypeExamen.BacTechnologique);
    }

    [Theory, InlineData(null), InlineData(""), InlineData("x"), InlineData("99999"), InlineData("spécialité qui n'existe pas")]
    public void Une_demande_vide_ou_vaine_ne_donne_rien(string? texte) => Chercher(texte).Should().BeEmpty();

    [Fact]
    public void Les_specialites_de_la_demonstration_sont_au_catalogue_et_avaient_une_session_en_2020() =>
        DonneesAcademie.Effectifs.Where(e => e.Examen == TypeExamen.BacPro).Select(e => CatalogueSpecialites.Chercher(e.Code)!).Should()
            .HaveCount(61).And.OnlyContain(s => CatalogueSpecialites.Situer(s, SessionExamen.Juin(2020)).EstOuverte);
}
