using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Inscription.Specialites;

public sealed class CatalogueSpecialitesTests
{
    private static SituationSpecialite Situer(string code, int annee) => CatalogueSpecialites.Situer(CatalogueSpecialites.Chercher(code)!, SessionExamen.Juin(annee));

    [Fact]
    public void Chaque_ligne_de_la_nomenclature_se_lit()
    {
        var toutes = CatalogueSpecialites.Toutes;
        toutes.GroupBy(s => s.Examen).ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(new Dictionary<TypeExamen, int> { [TypeExamen.BacPro] = 242, [TypeExamen.BacProAgricole] = 42, [TypeExamen.BacTechnologique] = 81, [TypeExamen.BacGeneral] = 35 });
        toutes.Select(s => s.Code).Should().OnlyHaveUniqueItems().And.OnlyContain(c => c.Length == 8 && c.All(char.IsAsciiDigit));
        toutes.Should().OnlyContain(s => s.Libelle.Trim() == s.Libelle && s.Libelle.Length > 3 && char.IsUpper(s.Libelle[0]));
        toutes.Should().OnlyContain(s => s.PremiereSession == null || s.DerniereSession == null || s.PremiereSession <= s.DerniereSession);
        toutes.Should().OnlyContain(s => s.SessionSupplementaire == null || s.SessionSupplementaire == s.DerniereSession + 1);
    }

    [Fact]
    public void Un_remplacement_mene_a_une_specialite_connue_et_jamais_en_rond()
    {
        foreach (var specialite in CatalogueSpecialites.Toutes)
        {
            specialite.Remplacement.Codes.Should().NotContain(specialite.Code);
            foreach (var code in specialite.Remplacement.Codes.Where(c => c != "40125101")) // horlogerie : un brevet des métiers d'art
                CatalogueSpecialites.Chercher(code).Should().NotBeNull($"{code} remplace {specialite.Code}");
            var (vues, aVoir) = (new HashSet<string>(), new Stack<string>(specialite.Remplacement.Codes));
            while (aVoir.TryPop(out var code))
            {
                code.Should().NotBe(specialite.Code, $"{specialite.Code} ne se remplace pas elle-même");
                if (vues.Add(code) && CatalogueSpecialites.Chercher(code) is { } suite)
                    foreach (var autre in suite.Remplacement.Codes)
                        aVoir.Push(autre);
            }
        }
    }

    [Fact]
    public void Chaque_specialite_a_un_etat_et_une_phrase_a_chaque_session()
    {
        for (var annee = 1990; annee <= 2035; annee++)
        {
            foreach (var specialite in CatalogueSpecialites.Toutes)
                CatalogueSpecialites.Situer(specialite, SessionExamen.Juin(annee)).Phrase.Should().EndWith(".").And.NotContain("  ");
        }
    }

    [Fact]
    public void Les_reglements_d_examen_parlent_de_specialites_connues() =>
        Reglements.Tous.SelectMany(r => r.FormationsDiplome).Where(c => CatalogueSpecialites.Chercher(c) is null).Should().BeEmpty();

    [Fact]
    public void Une_specialite_ouverte_le_dit_a_la_premiere_et_a_la_derniere_session()
    {
        Situer("40025412", 2025).Etat.Should().Be(EtatSpecialite.PasEncoreOuverte);
        Situer("40025412", 2025).Phrase.Should().Be("Pas encore d'épreuves à la session 2025 : la première session est 2026.");
        Situer("40025412", 2026).Phrase.Should().Be("Ouverte à la session 2026.");
        Situer("40025408", 2024).Phrase.Should().Be("Ouverte à la session 2024. Dernière session : 2025.");
        Situer("40025408", 2025).Should().Match<SituationSpecialite>(s => s.Etat == EtatSpecialite.DerniereSession && s.EstOuverte);
    }

    [Fact]
    public void Une_specialite_fermee_dit_sa_derniere_session_et_ce_qui_la_remplace()
    {
        var situation = Situer("40025408", 2027);
        (situation.Etat, situation.EstOuverte, situation.Verification).Should().Be((EtatSpecialite.Fermee, false, Verification.Verifie));
        situation.Phrase.Should().Be("Fermée : la dernière session était 2025. Remplacée par « Carrossier peintre automobile » (40025412, première session 2026).");
        situation.Suites.Should().ContainSingle(s => s.Code == "40025412");
    }

    [Fact]
    public void La_session_supplementaire_est_pour_les_ajournes()
    {
        var situation = Situer("40025408", 2026);
        (situation.Etat, situation.EstOuverte).Should().Be((EtatSpecialite.SessionSupplementaire, false));
        (situation.EstOuverteA(dejaAjourne: true), situation.EstOuverteA(dejaAjourne: false)).Should().Be((true, false));
        Situer("40025408", 2027).EstOuverteA(dejaAjourne: true).Should().BeFalse();
        situation.Phrase.Should().Contain("session supplémentaire, pour les candidats ajournés");
    }

    [Fact]
    public void Quand_ce_qui_remplace_est_ferme_a_son_tour_la_suite_est_donnee()
    {
        // Électrotechnique (2018) n'a pas de remplacement dit ; Bio-industries 1999 → 2012 → PIPAC 2026.
        var situation = Situer("40022103", 2026);
        situation.Suites.Should().ContainSingle(s => s.Code == "40022005");
        situation.Phrase.Should().Contain("(40022003, première session 2012) ; à la session 2026 : « Production en Industries Pharmaceutiques, Alimentaires et Cosmétiques » (40022005)");
    }

    [Fact]
    public void Ce_que_les_sources_ne_disent_pas_n_est_pas_invente()
    {
        var inconnue = Situer("40025506", 2026);
        inconnue.Suites.Should().BeEmpty();
        inconnue.Phrase.Should().Be("Fermée : la dernière session était 2018. Nos sources ne disent pas ce qui la remplace. Demandez à la division des examens.");
        var homonyme = Situer("40022303", 2028);
        homonyme.Homonymes.Should().ContainSingle(s => s.Code == "40022310");
        homonyme.Phrase.Should().Contain("Nos sources ne disent pas ce qui la remplace ; une spécialité du même intitulé existe : 40022310");
        Situer("40321108", 2020).Phrase.Should().StartWith("Fermée aux élèves depuis le 31/08/2018 ; nos sources ne disent pas sa dernière session. Remplacée par ");
        Situer("40025004", 2020).Phrase.Should().EndWith("Elle n'a pas été remplacée.");
        Situer("40025103", 2020).Phrase.Should().Contain("un diplôme qui n'est pas un baccalauréat (40125101)");
    }

    [Fact]
    public void Un_remplacement_lu_d_apres_l_intitule_reste_a_verifier()
    {
        var situation = Situer("40321103", 2026);
        situation.Verification.Should().Be(Verification.AVerifier);
        situation.Phrase.Should().EndWith("À vérifier : la source nomme l'intitulé, pas le code.");
    }

    [Fact]
    public void Une_serie_se_nomme_avec_son_sigle()
    {
        CatalogueSpecialites.Chercher("43031017")!.LibelleComplet.Should().Be("STMG, gestion et finance");
        CatalogueSpecialites.Chercher("47011010")!.LibelleComplet.Should().Be("Série S, sciences de la vie et de la Terre");
        CatalogueSpecialites.DeNumero("25214").Should().ContainSingle(s => s.Code == "40025214");
    }

    /// <summary>Seule la phrase qui nomme un remplacement peut être à vérifier : celle de la dernière session et des suivantes.</summary>
    [Theory]
    [InlineData(2011, Verification.Verifie)]
    [InlineData(2020, Verification.Verifie)]
    [InlineData(2021, Verification.AVerifier)]
    [InlineData(2022, Verification.AVerifier)]
    public void Une_situation_n_est_a_verifier_que_si_sa_phrase_l_est(int annee, Verification verification)
    {
        var situation = Situer("40321406", annee);
        situation.Verification.Should().Be(verification);
        situation.Phrase.EndsWith("À vérifier : la source nomme l'intitulé, pas le code.", StringComparison.Ordinal).Should().Be(verification == Verification.AVerifier);
        Situer("40025506", annee).Verification.Should().Be(Verification.Verifie, "que nos sources se taisent est certain");
    }

    [Fact]
    public void Une_specialite_ouverte_n_a_ni_suite_ni_homonyme()
    {
        var prolongee = CatalogueSpecialites.Chercher("40025408")! with { DerniereSession = 2030 };
        CatalogueSpecialites.Situer(prolongee, SessionExamen.Juin(2027)).Should().Match<SituationSpecialite>(s => s.EstOuverte && s.Suites.Count == 0 && s.Homonymes.Count == 0);
        Situer("40022303", 2024).Homonymes.Should().BeEmpty("celle du même intitulé n'ouvre qu'en 2028");
    }

    [Fact]
    public void Le_meme_intitule_dans_un_autre_examen_n_est_pas_un_homonyme() =>
        CatalogueSpecialites.Situer(CatalogueSpecialites.Chercher("40022303")! with { Examen = TypeExamen.BacProAgricole }, SessionExamen.Juin(2028)).Homonymes.Should().BeEmpty();

    [Fact]
    public void Sans_derniere_session_connue_l_annee_de_la_fermeture_est_encore_ouverte()
    {
        Situer("40321108", 2018).Etat.Should().Be(EtatSpecialite.Ouverte);
        Situer("40321108", 2019).Etat.Should().Be(EtatSpecialite.FermeeSansDerniereSession);
    }

    [Fact]
    public void La_suite_n_est_dite_que_si_rien_de_ce_qui_remplace_n_est_ouvert()
    {
        Situer("40025401", 2011).Suites.Select(s => s.Code).Should().Equal("40025403", "40025408");
        Situer("40025401", 2011).Phrase.Should().NotContain("à la session 2011");
        Situer("40025103", 2020).Phrase.Should().NotContain("à la session 2020", "aucun baccalauréat ne la remplace");
    }
}
