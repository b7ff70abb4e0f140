using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>« Et si j'avais 11 en maths ? » et « et si je gardais tout ? » : ce que la personne lit, au centième.</summary>
public sealed class HypothesesTests
{
    private static readonly Reglement Ga = Reglements.Chercher("GA-2012")!;

    /// <summary>La même note partout, sauf dire contraire. Les coefficients du règlement font 27, deux et demi en français.</summary>
    private static DemandeConservation Demande(decimal note, Forme forme = Forme.Globale, params (string Unite, EtatUnite Etat)[] sauf) => new()
    {
        Dossier = new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = SessionExamen.Juin(2020),
            Reglement = Ga,
            Forme = forme,
            Categorie = forme == Forme.Progressive ? Categorie.FormationContinue : Categorie.Scolaire,
            Unites = Ga.Unites.Select(u => u.Code).ToDictionary(code => code, code => sauf.FirstOrDefault(s => s.Unite == code) is { Unite: not null } dite ? dite.Etat : EtatUnite.Notee(Note.De(note))),
            Facultatives = sauf.Where(s => s.Unite == "UF1").ToDictionary(s => s.Unite, s => s.Etat),
            Pfmp = new Pfmp(22, true),
            LivretExamine = true,
        },
        ProchaineSession = SessionExamen.Juin(2021),
    };

    private static Dictionary<string, Note> Partout(decimal note, params string[] sauf) => Ga.Unites.Where(u => !sauf.Contains(u.Code)).ToDictionary(u => u.Code, _ => Note.De(note));

    private static EffetHypotheses Si(DemandeConservation demande, IReadOnlyDictionary<string, Note> hypotheses) => ConseilConservation.Etudier(demande with { Hypotheses = hypotheses }).Hypotheses!;

    [Fact]
    public void Une_seule_note_supposee_dit_ce_qu_il_faut_encore_ailleurs()
    {
        // 20 en français : 50 points sur 270 ; il en faut 220 sur 24,5.
        var effet = Si(Demande(9), new Dictionary<string, Note> { ["U51"] = Note.De(20) });
        effet.Phrase.Should().Be("Avec ces notes, il faut encore 8,98 de moyenne aux autres épreuves.");
        effet.Moyenne!.Value.Afficher().Should().Be("20,00");
        effet.SansNote.Should().HaveCount(Ga.Unites.Count - 1).And.NotContain("U51");
        // Zéro aux deux tiers : 20 partout ailleurs n'y suffit pas.
        Si(Demande(9), Partout(0, "U51", "U52")).Phrase.Should().Be("Avec ces notes, 20 partout ailleurs ne suffit pas.");
    }

    [Theory]
    [InlineData(9, "Avec ces notes, vous auriez 9,00 de moyenne. Ce ne serait pas assez.")]
    [InlineData(10, "Avec ces notes, vous auriez 10,00 de moyenne. Vous seriez reçu.")]
    [InlineData(12, "Avec ces notes, vous auriez 12,00 de moyenne. Vous seriez reçu, avec la mention assez bien.")]
    public void Toutes_les_notes_supposees_disent_la_decision(double note, string phrase) => Si(Demande(9), Partout((decimal)note)).Phrase.Should().Be(phrase);

    /// <summary>Entre 8 et 10 de moyenne, l'oral demande 10 à la pratique professionnelle.</summary>
    [Fact]
    public void Dix_en_pratique_professionnelle_ouvre_l_oral() =>
        Si(Demande(9), Ga.Unites.ToDictionary(u => u.Code, u => Note.De(u.PratiqueProfessionnelle ? 10 : 9))).Phrase.Should().EndWith("Vous iriez à l'oral.");

    /// <summary>L'hypothèse sur une note qu'on pourrait garder vaut le choix de la repasser : 12 ne compte plus.</summary>
    [Fact]
    public void Supposer_une_note_c_est_ne_plus_garder_l_ancienne()
    {
        var effet = Si(Demande(12), new Dictionary<string, Note> { ["U2"] = Note.De(5) });
        effet.Moyenne!.Value.Exacte.Should().Be("296/27"); // 12 × 23 + 5 × 4
        ConseilConservation.Etudier(Demande(12) with { Hypotheses = new Dictionary<string, Note> { ["U2"] = Note.De(5) } }).Scenarios[2].Gardees.Should().NotContain("U2");
    }

    [Fact]
    public void Les_points_d_une_facultative_gardee_ou_supposee_s_ajoutent()
    {
        Si(Demande(9, Forme.Globale, ("UF1", EtatUnite.Notee(Note.De(14)))), Partout(10)).Phrase.Should().StartWith("Avec ces notes, vous auriez 10,15 de moyenne."); // 274 sur 27
        Si(Demande(9, Forme.Globale, ("UF1", EtatUnite.Notee(Note.De(14)))), new Dictionary<string, Note>(Partout(10)) { ["UF1"] = Note.De(16) }).Phrase.Should().StartWith("Avec ces notes, vous auriez 10,22 de moyenne.");
        // La facultative seule ne fait pas de moyenne.
        Si(Demande(9, Forme.Globale, ("UF1", EtatUnite.Notee(Note.De(9)))), new Dictionary<string, Note> { ["UF1"] = Note.De(12) }).Moyenne.Should().BeNull();
    }

    [Fact]
    public void Une_dispense_reste_une_dispense()
    {
        var demande = Demande(9, Forme.Globale, ("U7", EtatUnite.Dispense));
        Si(demande, Partout(10, "U7")).Phrase.Should().Be("Avec ces notes, vous auriez 10,00 de moyenne. Vous seriez reçu.");
        ConseilConservation.Anomalies(demande with { Hypotheses = new Dictionary<string, Note> { ["U7"] = Note.De(12) } }).Should().Equal("hypotheses.U7 : vous étiez dispensé, il n'y a rien à passer.");
        ConseilConservation.Etudier(demande).Alertes.Should().Contain(a => a.Code == "DISPENSE_A_REDEMANDER");
    }

    /// <summary>Reporter des zéros sur la moitié des coefficients (13,5 sur 27) : il faut 20 tout juste ailleurs ; un de plus, et ce n'est plus possible.</summary>
    [Fact]
    public void Vingt_partout_ailleurs_est_encore_possible_plus_de_vingt_non()
    {
        Scenario Choisir(params string[] reportees) => ConseilConservation.Etudier(Demande(0, Forme.Progressive) with { Choix = reportees.ToDictionary(code => code, _ => ChoixUnite.Garder) }).Scenarios[2];
        var juste = Choisir("U2", "U32", "U31", "U51");
        juste.Phrase.Should().Be("Ce que vous pensez faire. Il faut 20,00 de moyenne aux épreuves repassées.");
        juste.MoyenneRequise!.Atteignable.Should().BeTrue();
        Choisir("U2", "U32", "U31", "U51", "U11").Phrase.Should().Be("Ce que vous pensez faire. Il faudrait 21,60 de moyenne : c'est plus que 20. Il faut repasser d'autres épreuves.");
    }

    [Fact]
    public void Les_alertes_disent_ce_que_le_calcul_ne_sait_pas()
    {
        IEnumerable<string> Codes(DemandeConservation demande) => ConseilConservation.Etudier(demande).Alertes.Select(a => a.Code);
        var demande = Demande(9);
        Codes(demande).Should().NotContain("CHEF_D_OEUVRE_NON_COMPTE").And.NotContain("TABLE_DE_SIMULATION").And.NotContain("TABLE_D_UNE_AUTRE_SESSION");
        Codes(demande with { Dossier = demande.Dossier with { ChefDoeuvre = Note.De(15) } }).Should().Contain("CHEF_D_OEUVRE_NON_COMPTE");
        Codes(demande with { Dossier = demande.Dossier with { Reglement = Ga with { Simulation = true } } }).Should().Contain("TABLE_DE_SIMULATION");
    }

    /// <summary>La table de la gestion-administration vaut de 2015 à 2022.</summary>
    [Theory]
    [InlineData(2014, true)]
    [InlineData(2015, false)]
    [InlineData(2022, false)]
    [InlineData(2023, true)]
    public void Une_table_d_une_autre_session_est_annoncee(int prochaine, bool autre)
    {
        var demande = Demande(9) with { ProchaineSession = SessionExamen.Juin(prochaine) };
        ConseilConservation.Etudier(demande with { Dossier = demande.Dossier with { Session = SessionExamen.Juin(prochaine - 1) } }).Alertes.Any(a => a.Code == "TABLE_D_UNE_AUTRE_SESSION").Should().Be(autre);
    }

    [Fact]
    public void Au_general_le_droit_n_a_pas_de_derniere_session_connue()
    {
        var table = Reglements.Chercher("BG-2022")!;
        var demande = new DemandeConservation
        {
            Dossier = new DossierExamen { Examen = TypeExamen.BacGeneral, Session = SessionExamen.Juin(2026), Reglement = table, Unites = table.Unites.ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.De(9))) },
            ProchaineSession = SessionExamen.Juin(2027),
        };
        ConseilConservation.Etudier(demande).Alertes.Should().NotContain(a => a.Code == "DROIT_PAS_ENCORE_CONNU");
        ConseilConservation.Anomalies(demande with { NouveauReglement = Ga }).Should().Equal(
            "nouveauReglement : le changement de spécialité n'est prévu qu'au bac professionnel ; aux bacs général et technologique, les notes se gardent dans la même série.");
    }
}
