using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class ControleDossierTests
{
    private static void Refuse(DossierExamen dossier, string fragment) => ControleDossier.Anomalies(dossier).Should().ContainSingle().Which.Should().Contain(fragment);

    [Fact]
    public void Un_dossier_ordinaire_peut_etre_juge()
    {
        foreach (var table in Reglements.Tous)
            ControleDossier.Anomalies(table.Examen == TypeExamen.BacPro ? Donnees.UnBacPro(2020, 12, table.Id) : Donnees.UnGt(2022, 12, table.Id)).Should().BeEmpty(table.Id);
    }

    [Fact]
    public void Une_unite_inconnue_nomme_les_unites_connues() => Refuse(Donnees.UnBacPro().Avec("U99", 12), "Unités connues : U11, U12, U2");

    [Fact]
    public void Le_pas_des_notes()
    {
        Refuse(Donnees.UnBacPro().Avec("U11", 12.25m), "U11");
        Refuse(Donnees.UnGt().Avec("PHILOSOPHIE", 12.5m), "PHILOSOPHIE");
        ControleDossier.Anomalies(Donnees.UnGt(2023, 12, "BG-2022").Avec("HISTOIRE_GEOGRAPHIE", 12.34m)).Should().BeEmpty();
    }

    [Fact]
    public void La_forme_du_controle_suit_la_session()
    {
        Refuse(Donnees.UnBacPro(2021, 9).Repasse(("U12", 12)), "interrogation1");
        Refuse(Donnees.UnBacPro(2022, 9).Interroge(5, 5), "notes");
        Refuse(Donnees.UnBacPro(2019, 9).Interroge(11, 5), "interrogation1");
    }

    [Fact]
    public void Le_controle_de_2022_a_deux_listes()
    {
        Refuse(Donnees.UnBacPro(2022, 9).Repasse(("U2", 12)), "U2");
        Refuse(Donnees.UnBacPro(2022, 9).Repasse(("U11", 12), ("U12", 12)), "deux sous-épreuves");
        Refuse(Donnees.UnBacPro(2022, 9).Repasse(("U51", 12), ("U52", 12)), "deux sous-épreuves");
        ControleDossier.Anomalies(Donnees.UnBacPro(2022, 9).Repasse(("U34", 12), ("U52", 12))).Should().BeEmpty();
    }

    [Fact]
    public void Le_second_groupe_a_deux_disciplines_au_plus()
    {
        Refuse(Donnees.UnGt(2020, 9).Repasse(("PHILOSOPHIE", 12), ("MATHEMATIQUES", 12), ("LANGUE_VIVANTE_1", 12)), "deux disciplines");
        Refuse(Donnees.UnGt(2020, 9).Repasse(("EDUCATION_PHYSIQUE_ET_SPORTIVE", 12)), "second groupe");
    }

    [Fact]
    public void Le_remplacement_ne_touche_que_ce_que_sa_session_permet()
    {
        Refuse(Donnees.UnBacPro(2019, 9).Septembre(("U12", 12)), "absence justifiée");
        Refuse(Donnees.UnBacPro(2020, 9).Avec("U12", 10).Septembre(("U12", 12)), "moins de 10");
        Refuse(Donnees.UnBacPro(2020, 9).Septembre(("U7", 12)), "EPS");
        ControleDossier.Anomalies(Donnees.UnBacPro(2020, 9).Septembre(("U12", 12))).Should().BeEmpty();
        ControleDossier.Anomalies(Donnees.UnGt(2022, 9, "BG-2022").Avec("PHILOSOPHIE", EtatUnite.AbsentJustifie).Septembre(("PHILOSOPHIE", 12), ("ENSEIGNEMENT_DE_SPECIALITE_1", 12))).Should().BeEmpty();
    }

    [Fact]
    public void Une_table_n_est_pas_de_tous_les_examens()
    {
        Refuse(Donnees.UnBacPro() with { Examen = TypeExamen.BacGeneral, Session = SessionExamen.Juin(2020) }, "GA-2012");
        ControleDossier.Anomalies(Donnees.UnBacPro() with { Examen = TypeExamen.BacProAgricole }).Should().BeEmpty();
        Resultat.Conclure(Donnees.UnBacPro() with { Examen = TypeExamen.BacProAgricole }).Provisoire.Should().BeTrue();
    }

    [Theory]
    [InlineData("2018-06", "2023-06", true)]
    [InlineData("2018-06", "2023-07", false)]
    [InlineData("2018-05", "2023-06", false)]
    [InlineData("2019-06", "2023-06", true)]
    [InlineData("2023-06", "2023-06", false)]
    public void Une_note_se_conserve_cinq_ans(string origine, string session, bool attendu) =>
        NotesConservees.EstEncoreValable(Lire(origine), Lire(session)).Should().Be(attendu);

    private static SessionExamen Lire(string texte) => SessionExamen.TryLire(texte, out var session) ? session : throw new FormatException(texte);
}
