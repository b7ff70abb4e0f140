using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>De la gestion-administration à l'accompagnement : ce que devient chaque note, et la phrase qui le dit.</summary>
public sealed class ChangementSpecialiteTests
{
    private static readonly Reglement Ga = Reglements.Chercher("GA-2012")!;
    private static readonly Reglement Assp = Reglements.Chercher("ASSP-2011-DOM")!;

    private static DemandeConservation Demande(decimal note, decimal? facultative = null, Forme forme = Forme.Globale, int session = 2020, int? prochaine = null) => new()
    {
        Dossier = new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = SessionExamen.Juin(session),
            Reglement = Ga,
            Forme = forme,
            Categorie = forme == Forme.Progressive ? Categorie.FormationContinue : Categorie.Scolaire,
            Unites = Ga.Unites.ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.De(note))),
            Facultatives = facultative is { } points ? new Dictionary<string, EtatUnite> { ["UF1"] = EtatUnite.Notee(Note.De(points)) } : new Dictionary<string, EtatUnite>(),
            Pfmp = new Pfmp(22, true),
            LivretExamine = true,
        },
        ProchaineSession = SessionExamen.Juin(prochaine ?? session + 1),
        NouveauReglement = Assp,
    };

    private static void Dit(DemandeConservation demande, string unite, EtatReprise etat, string phrase) =>
        ConseilConservation.Etudier(demande).Reprises!.Where(r => r.Ancienne.Code == unite).Select(r => (r.Reprise, r.Phrase)).Should().Equal((etat, phrase));

    [Fact]
    public void Une_note_qui_suit_dit_ce_qu_elle_comptera()
    {
        Dit(Demande(12), "U51", EtatReprise.Reprise, "12 suit, avec le même coefficient.");
        Dit(Demande(12), "U12", EtatReprise.Reprise, "12 suit. Elle comptait 1, elle comptera 1,5.");
        Dit(Demande(12), "U41", EtatReprise.AExaminer, "12 suit si c'est la même langue. Dites-le à l'inscription.");
        Dit(Demande(12), "U2", EtatReprise.NonReprise, "Cette matière est propre à l'ancienne spécialité. La note ne suit pas.");
        Dit(Demande(12), "U11", EtatReprise.NonReprise, "La nouvelle spécialité n'a pas cette matière.");
    }

    [Fact]
    public void Sous_dix_rien_ne_suit_meme_en_forme_progressive()
    {
        Dit(Demande(9), "U51", EtatReprise.NonReprise, "9 : on ne garde que 10 ou plus.");
        Dit(Demande(9, forme: Forme.Progressive), "U51", EtatReprise.NonReprise, "9 : pour changer de spécialité, il faut 10 ou plus.");
    }

    [Theory]
    [InlineData(2016, EtatReprise.NonReprise, "Avant la session 2017, les notes ne suivaient pas.")]
    [InlineData(2017, EtatReprise.Reprise, "12 suit, avec le même coefficient.")]
    public void Les_notes_suivent_depuis_2017(int prochaine, EtatReprise etat, string phrase)
    {
        Dit(Demande(12, 14, session: 2015, prochaine: prochaine), "U51", etat, phrase);
        Dit(Demande(12, 14, session: 2015, prochaine: prochaine), "UF1", etat, prochaine == 2016 ? phrase : "14 suit : les points au-dessus de 10 comptent.");
    }

    [Fact]
    public void Une_facultative_suit_par_ses_points_au_dessus_de_dix()
    {
        Dit(Demande(9, 14), "UF1", EtatReprise.Reprise, "14 suit : les points au-dessus de 10 comptent.");
        Dit(Demande(9, 10), "UF1", EtatReprise.NonReprise, "Sans points au-dessus de 10, il n'y a rien à garder.");
        Dit(Demande(9, 14, prochaine: 2026), "UF1", EtatReprise.NonReprise, "Cette note a plus de cinq ans. Elle ne sert plus.");
        Dit(Demande(9, 14) with { NouveauReglement = Assp with { Facultatives = [] } }, "UF1", EtatReprise.NonReprise, "La nouvelle spécialité n'a pas cette option.");
        Dit(Demande(9, 14) with { NouveauReglement = Assp with { Facultatives = [Assp.Facultatives[0] with { Libelle = "Mobilité" }] } }, "UF1", EtatReprise.NonReprise, "La nouvelle spécialité n'a pas cette option.");
    }

    /// <summary>Dix partout, et 4 points de facultative gardés sur trente coefficients.</summary>
    [Fact]
    public void Les_points_facultatifs_gardes_comptent_dans_la_nouvelle_specialite()
    {
        var demande = Demande(9, 14);
        ConseilConservation.Etudier(demande with { Hypotheses = Assp.Unites.ToDictionary(u => u.Code, _ => Note.De(10)) }).Hypotheses!
            .Phrase.Should().StartWith("Avec ces notes, vous auriez 10,13 de moyenne.");
    }
}
