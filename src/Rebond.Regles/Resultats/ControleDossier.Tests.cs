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
    public void Une_session_non_couverte_dit_lesquelles_le_sont()
    {
        Refuse(Donnees.UnBacPro(2008), "le bac pro est couvert de 2009 à 2026");
        Refuse(Donnees.UnGt(2019), "à partir de 2020");
    }

    [Fact]
    public void Une_unite_inconnue_n_est_jugee_que_comme_inconnue()
    {
        Refuse(Donnees.UnGt().Avec("ASTROLOGIE", 12.5m), "unites.ASTROLOGIE");
        Refuse(Donnees.UnBacPro().Avec("U99", EtatUnite.Conservee(Note.De(5), SessionExamen.Juin(2001))), "unites.U99");
        Refuse(Donnees.UnGt().Facultative("ASTROLOGIE", 12.5m), "facultatives.ASTROLOGIE");
        Refuse(Donnees.UnGt(2020, 12, "STMG").Facultative("OPTION", 12), "n'a aucune unité de cette nature");
        Refuse(Donnees.UnGt(2020, 9).Repasse(("ASTROLOGIE", 12.5m)), "controle.notes.ASTROLOGIE");
        Refuse(Donnees.UnBacPro(2022, 9).Repasse(("U99", 12)), "controle.notes.U99");
        Refuse(Donnees.UnBacPro(2020, 9).Septembre(("U99", 12)), "remplacement.notes.U99");
    }

    [Fact]
    public void Trop_de_facultatives_se_dit_avec_le_maximum_de_la_session()
    {
        static DossierExamen Avec(int annee, int nombre)
        {
            var table = Reglements.Chercher("GA-2012")!;
            var facultatives = Enumerable.Range(1, nombre).Select(n => table.Facultatives[0] with { Code = $"UF{n}" }).ToList();
            return Donnees.UnBacPro(annee) with { Reglement = table with { Facultatives = facultatives }, Facultatives = facultatives.ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.De(12))) };
        }
        Refuse(Avec(2014, 2), "une au plus jusqu'à la session 2014");
        Refuse(Avec(2015, 3), "3 épreuves facultatives : un candidat au bac pro en présente deux au plus");
        Refuse(Avec(2020, 3), "deux au plus");
        ControleDossier.Anomalies(Donnees.UnGt(2023, 12, "BG-2022").Facultative("OPTION_PREMIERE", 12).Facultative("OPTION_TERMINALE_1", 12).Facultative("LCA_PREMIERE", 12)).Should().BeEmpty();
    }

    [Fact]
    public void Les_durees_de_PFMP_ont_des_bornes()
    {
        static IReadOnlyList<string> Anomalies(Pfmp pfmp) => ControleDossier.Anomalies(Donnees.UnBacPro() with { Pfmp = pfmp });
        foreach (var (pfmp, fragment) in new[]
        {
            (new Pfmp(-1, null), "pfmp.semaines"), (new Pfmp(201, null), "pfmp.semaines"), (new Pfmp(22, null, 0), "pfmp.dureeCursusAnnees"), (new Pfmp(22, null, 4), "pfmp.dureeCursusAnnees"),
            (new Pfmp(22, null, SemainesExigees: -1), "pfmp.semainesExigees"), (new Pfmp(22, null, SemainesExigees: 27), "pfmp.semainesExigees"),
            (new Pfmp(22, null, MoisActivite: -1), "pfmp.moisActivite"), (new Pfmp(22, null, MoisActivite: 721), "pfmp.moisActivite"),
        })
            Anomalies(pfmp).Should().ContainSingle().Which.Should().StartWith(fragment);
        Anomalies(new Pfmp(0, null, 1, 0, 0)).Should().BeEmpty();
        Anomalies(new Pfmp(200, null, 3, 26, 720)).Should().BeEmpty();
        Anomalies(new Pfmp(null, null)).Should().BeEmpty();
    }

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
    public void Les_notes_de_controle_ont_leur_echelle_et_leur_pas()
    {
        ControleDossier.Anomalies(Donnees.UnBacPro(2019, 9).Interroge(10, 0)).Should().BeEmpty();
        Refuse(Donnees.UnBacPro(2019, 9).Interroge(5, 10.5m), "interrogation2 : 10,5");
        Refuse(Donnees.UnBacPro(2019, 9).Interroge(5.25m, 5), "interrogation1 : 5,25");
        ControleDossier.Anomalies(Donnees.UnBacPro(2019, 9) with { Controle = new EpreuveControle(Note.De(5), null, null) }).Should().BeEmpty();
        ControleDossier.Anomalies(Donnees.UnBacPro(2019, 9) with { Controle = new EpreuveControle(null, null, new Dictionary<string, Note>()) }).Should().BeEmpty();
        Refuse(Donnees.UnBacPro(2022, 9).Repasse(("U12", 12.25m)), "controle.notes.U12 : la note 12,25");
        Refuse(Donnees.UnGt(2020, 9).Repasse(("PHILOSOPHIE", 12.5m)), "points entiers");
        Refuse(Donnees.UnGt(2020, 9) with { Controle = new EpreuveControle(Note.De(5), null, null) }, "Le second groupe donne");
        Refuse(Donnees.UnBacPro(2022, 9) with { Controle = new EpreuveControle(null, Note.De(5), null) }, "Depuis la session 2022");
        Refuse(Donnees.UnBacPro(2022, 9).Avec("U12", EtatUnite.Dispense).Repasse(("U12", 12)), "dispensée");
        ControleDossier.Anomalies(Donnees.UnGt(2020, 9).Repasse(("PHILOSOPHIE", 12), ("MATHEMATIQUES", 12))).Should().BeEmpty();
        ControleDossier.Anomalies(Donnees.UnBacPro(2022, 9).Repasse(("U11", 12))).Should().BeEmpty("une seule sous-épreuve peut être notée avant l'autre");
    }

    [Fact]
    public void Les_notes_de_remplacement_ont_leur_pas_et_leurs_unites()
    {
        Refuse(Donnees.UnBacPro(2020, 9).Septembre(("U12", 12.25m)), "remplacement.notes.U12 : la note 12,25");
        ControleDossier.Anomalies(Donnees.UnBacPro(2019, 9).Avec("U12", EtatUnite.AbsentJustifie).Septembre(("U12", 12))).Should().BeEmpty();
        ControleDossier.Anomalies(Donnees.UnBacPro(2020, 9).Avec("U12", EtatUnite.AbsentJustifie).Septembre(("U12", 12))).Should().BeEmpty();
        Refuse(Donnees.UnBacPro(2020, 9).Avec("U12", EtatUnite.Absent).Septembre(("U12", 12)), "moins de 10");
        // En GT : qui a manqué une épreuve terminale les repasse toutes, sauf l'EPS, les dispenses et ce qui n'est pas terminal.
        var manquee = Donnees.UnGt(2022, 9, "BG-2022").Avec("PHILOSOPHIE", EtatUnite.AbsentJustifie);
        ControleDossier.Anomalies(manquee.Septembre(("ENSEIGNEMENT_DE_SPECIALITE_1", 12))).Should().BeEmpty();
        Refuse(manquee.Septembre(("FRANCAIS_ECRIT", 12)), "absence justifiée");
        Refuse(manquee.Avec("ENSEIGNEMENT_DE_SPECIALITE_1", EtatUnite.Dispense).Septembre(("ENSEIGNEMENT_DE_SPECIALITE_1", 12)), "absence justifiée");
        Refuse(Donnees.UnGt(2022, 9, "BG-2022").Septembre(("PHILOSOPHIE", 12)), "absence justifiée");
        Refuse(Donnees.UnGt(2022, 9, "BG-2022").Avec("FRANCAIS_ECRIT", EtatUnite.AbsentJustifie).Septembre(("PHILOSOPHIE", 12)), "absence justifiée");
    }

    [Fact]
    public void En_septembre_2020_le_second_groupe_a_pu_relever_une_note_a_dix()
    {
        var dossier = Donnees.UnGt(2020, 9, "S", ("PHILOSOPHIE", 8)).Repasse(("PHILOSOPHIE", 12));
        Refuse(dossier.Septembre(("PHILOSOPHIE", 14)), "moins de 10");
        ControleDossier.Anomalies(dossier.Repasse(("PHILOSOPHIE", 9)).Septembre(("PHILOSOPHIE", 14))).Should().BeEmpty();
        ControleDossier.Anomalies(dossier.Septembre(("MATHEMATIQUES", 14))).Should().BeEmpty();
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
