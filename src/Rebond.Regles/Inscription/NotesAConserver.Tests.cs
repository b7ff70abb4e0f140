using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class NotesAConserverTests
{
    private static Constat Une(NoteAConserver note, Categorie categorie = Categorie.Experience3Ans, Forme? forme = null, Campagne? campagne = null) =>
        NotesAConserver.Constater(UnCandidat(categorie) with { NotesAConserver = [note], Forme = forme }, campagne ?? NancyMetz).Single();

    private static NoteAConserver Note(decimal valeur, string session = "2021-06", string unite = "U31", string? origine = null, Discipline? discipline = null) =>
        new(Session(session), unite, Vocabulaire.Note.De(valeur), origine, discipline);

    [Theory]
    [InlineData("2019-05", "REFUSEE")]
    [InlineData("2019-06", "CONSERVEE")]
    [InlineData("2023-06", "CONSERVEE")]
    [InlineData("2023-09", "CONSERVEE")]
    [InlineData("2024-06", "REFUSEE")]
    [InlineData("2025-06", "REFUSEE")]
    public void Cinq_ans_pour_chaque_note_juste_dessous_et_dessus(string session, string valeur) => Une(Note(12, session)).Valeur.Should().Be(valeur);

    [Theory]
    [InlineData(9.5, null, "REFUSEE")]
    [InlineData(10, null, "CONSERVEE")]
    [InlineData(9.5, Forme.Globale, "REFUSEE")]
    [InlineData(9.5, Forme.Progressive, "REPORTEE")]
    [InlineData(10, Forme.Progressive, "CONSERVEE")]
    public void Sous_dix_seule_la_forme_progressive_reporte(double note, Forme? forme, string valeur)
    {
        var constat = Une(Note((decimal)note), forme: forme);
        constat.Valeur.Should().Be(valeur);
        constat.Objet.Should().Be("U31");
    }

    [Fact]
    public void Sous_dix_avec_une_forme_encore_incertaine_reste_a_preciser() => Une(Note(8), Categorie.Apprenti, Forme.Progressive).Should().Match<Constat>(c => c.Valeur == "A_PRECISER" && c.Questions.Contains("forme"));

    [Theory]
    [InlineData(10, "REFUSEE")]
    [InlineData(10.5, "CONSERVEE")]
    public void Une_facultative_ne_garde_que_ses_points_au_dessus_de_dix(double note, string valeur) => Une(Note((decimal)note, unite: "UF1")).Valeur.Should().Be(valeur);

    [Theory]
    [InlineData(12, Discipline.Francais, "CONSERVEE")]
    [InlineData(12, Discipline.LangueVivante, "CONSERVEE")]
    [InlineData(12, Discipline.Autre, "REFUSEE")]
    [InlineData(10, Discipline.Francais, "CONSERVEE")]
    [InlineData(9.5, Discipline.Francais, "REFUSEE")]
    [InlineData(12, null, "A_PRECISER")]
    public void En_changeant_de_specialite_seuls_les_enseignements_communs_suivent(double note, Discipline? discipline, string valeur)
    {
        Une(Note((decimal)note, origine: "40031217", discipline: discipline)).Should().Match<Constat>(c => c.Valeur == valeur && c.Fondement == NotesAConserver.AutreSpecialite);
        Une(Note(12, origine: "40025214")).Valeur.Should().Be("CONSERVEE", "la même spécialité n'est pas un changement");
    }

    [Fact]
    public void En_changeant_de_specialite_la_forme_progressive_ne_reporte_pas_une_note_sous_dix() =>
        Une(Note(8, origine: "40031217", discipline: Discipline.Mathematiques), forme: Forme.Progressive).Valeur.Should().Be("REFUSEE");

    [Fact]
    public void Une_note_inconnue_reste_a_preciser() => Une(new NoteAConserver(Session("2021-06"), "U31", null)).Valeur.Should().Be("A_PRECISER");

    [Theory]
    [InlineData(9, "REFUSEE")]
    [InlineData(10, "CONSERVEE")]
    public void En_general_il_faut_dix_et_la_mention_se_perd(double note, string valeur)
    {
        var constat = Une(Note((decimal)note, "2016-06", "PHILOSOPHIE"), Categorie.ExCandidat, campagne: AixMarseille);
        constat.Valeur.Should().Be(valeur);
        constat.Fondement.Should().Be(NotesAConserver.General);
        if (valeur == "CONSERVEE")
            constat.Phrase.Should().Contain("mention");
    }

    [Fact]
    public void Une_note_refusee_ne_ferme_pas_l_inscription_mais_alerte()
    {
        var verdict = Recevabilite.Juger(UnScolaire with { NotesAConserver = [Note(8)] }, NancyMetz);
        verdict.Recevable.Should().Be(Recevable.Oui);
        verdict.Alertes.Should().ContainSingle(a => a.Code == "NOTE_NON_CONSERVEE");
    }

    [Theory]
    [InlineData("2024-06", "U31, session 2024-06 : une note à conserver vient d'une session antérieure à 2024-06.")]
    [InlineData("2019-05", "U31, session 2019-05 : la note a plus de cinq ans à la session 2024-06 ; elle ne servait que jusqu'à la session 2024-05. L'unité se repasse.")]
    [InlineData("2021-06", "U31, session 2021-06 : 12, au moins 10, conservée à la demande du candidat, jusqu'à la session 2026-06.")]
    public void La_phrase_dit_jusqu_ou_la_note_sert(string session, string phrase) => Une(Note(12, session)).Phrase.Should().Be(phrase);

    [Theory]
    [InlineData(10.5, "0,5 point au-dessus de 10")]
    [InlineData(11.5, "1,5 point au-dessus de 10")]
    [InlineData(12, "2 points au-dessus de 10")]
    [InlineData(16, "6 points au-dessus de 10")]
    public void Les_points_d_une_facultative_s_accordent(double note, string points) => Une(Note((decimal)note, unite: "UF1")).Phrase.Should().Contain($" : {points} conservés");

    [Fact]
    public void Au_technologique_le_fondement_est_celui_de_sa_voie() =>
        Une(Note(12, "2016-06", "PHILOSOPHIE"), Categorie.ExCandidat, campagne: AixMarseille with { Examens = [TypeExamen.BacTechnologique] }).Fondement.Should().Be(NotesAConserver.Technologique);

    [Theory]
    [InlineData("2015-06", "A_EXAMINER")]
    [InlineData("2016-06", "CONSERVEE")]
    public void En_general_la_conservation_s_ouvre_a_tous_a_la_session_2016(string session, string valeur) =>
        Une(Note(12, "2014-06", "PHILOSOPHIE"), Categorie.ExCandidat, campagne: AixMarseille with { Session = Session(session) }).Valeur.Should().Be(valeur);
}
