using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class DelaiInscriptionTests
{
    [Theory]
    [InlineData("2023-11-06T09:59:59", "PAS_OUVERTE", Recevable.Non)]
    [InlineData("2023-11-06T10:00", "A_L_HEURE", Recevable.Oui)]
    [InlineData("2023-12-06T22:00", "A_L_HEURE", Recevable.Oui)]
    [InlineData("2023-12-06T22:00:01", "HORS_DELAI", Recevable.Non)]
    public void L_enregistrement_est_juge_a_la_seconde(string moment, string valeur, Recevable recevable)
    {
        var profil = UnScolaire with { InscritLe = Heure(moment) };
        DelaiInscription.Periode(profil, NancyMetz).Valeur.Should().Be(valeur);
        Recevabilite.Juger(profil, NancyMetz).Recevable.Should().Be(recevable);
    }

    [Theory]
    [InlineData("2023-12-10T12:00", "PROLONGEE", Recevable.Oui)]
    [InlineData("2023-12-10T12:00:01", "HORS_DELAI", Recevable.Non)]
    public void Une_prolongation_vaut_jusqu_a_son_dernier_instant(string moment, string valeur, Recevable recevable)
    {
        var profil = UnScolaire with { InscritLe = Heure(moment), ProlongeJusquau = Heure("2023-12-10T12:00") };
        DelaiInscription.Periode(profil, NancyMetz).Valeur.Should().Be(valeur);
        Recevabilite.Juger(profil, NancyMetz).Recevable.Should().Be(recevable);
    }

    [Fact]
    public void Un_refus_dit_l_heure_de_l_enregistrement_et_celle_de_la_cloture() =>
        DelaiInscription.Periode(UnScolaire with { InscritLe = Heure("2023-12-06T22:00:01") }, NancyMetz).Phrase.Should().Contain("22 h 00 min 01 s").And.Contain("06/12/2023 à 22 h");

    [Fact]
    public void Sans_date_la_periode_est_dite_et_rien_n_est_conclu() =>
        DelaiInscription.Periode(UnScolaire with { InscritLe = null }, NancyMetz).Should().Match<Constat>(c => c.Valeur == "A_PRECISER" && c.Phrase.Contains("06/11/2023 à 10 h"));

    [Fact]
    public void Une_categorie_que_la_campagne_n_admet_pas_est_refusee()
    {
        DelaiInscription.CategorieAdmise(UnCandidat(Categorie.Apprenti), AixMarseille).Should().Match<Constat>(c => c.Valeur == "NON_ADMISE" && c.Phrase.Contains("apprenti"));
        DelaiInscription.CategorieAdmise(UnScolaire, AixMarseille).Valeur.Should().Be("ADMISE");
        DelaiInscription.CategorieAdmise(UnScolaire with { Categorie = null }, AixMarseille).Questions.Should().Equal("categorie");
    }

    /// <summary>La phrase de la notice l'emporte ; sans elle, on dit au moins qui saisit.</summary>
    [Theory]
    [InlineData(Categorie.Scolaire, "Inscription saisie par l'établissement.")]
    [InlineData(Categorie.EnseignementDistance, "Inscription saisie par le candidat.")]
    [InlineData(Categorie.FormationContinue, "Le GRETA inscrit ses stagiaires.")]
    public void Une_categorie_admise_dit_qui_saisit_l_inscription(Categorie categorie, string phrase) => DelaiInscription.CategorieAdmise(UnCandidat(categorie), Reims).Phrase.Should().Be(phrase);
}
