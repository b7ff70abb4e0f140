using AwesomeAssertions;
using Rebond.Coeur.Examen.Sentinelles;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Examen.Sentinelles;

public sealed class VeilleTests
{
    private static readonly string[] Unites = ["U11", "U12", "U2", "U31", "U32", "U4", "U51", "U52", "U6", "U7"];

    // Means as far apart as in a real session: sport is marked high, mathematics low.
    private static readonly Dictionary<string, double> Moyennes = new() { ["U11"] = 10, ["U12"] = 8.5, ["U2"] = 11, ["U31"] = 12, ["U32"] = 12.5, ["U4"] = 10, ["U51"] = 9.5, ["U52"] = 9, ["U6"] = 11, ["U7"] = 14.5 };

    [Fact]
    public void Incident_de_2009_huit_cents_notes_decalees_d_une_ligne_sont_signalees()
    {
        var lignes = Tirer(800, graine: 2009);
        var decalees = Decaler(lignes, "U12", depuis: 0);

        var anomalies = Veille.Examiner(new LotNotes(decalees, Unites));

        anomalies.Should().ContainSingle(a => a.Type == TypeAnomalie.Decalage).Which.Should().Match<Anomalie>(a => a.Unite == "U12" && a.Phrase.Contains("ligne précédente"));
        Veille.Examiner(new LotNotes(lignes, Unites)).Should().NotContain(a => a.Type == TypeAnomalie.Decalage);
    }

    [Fact]
    public void Un_decalage_qui_commence_au_milieu_de_la_liste_est_situe()
    {
        var decalees = Decaler(Tirer(120, graine: 7), "U51", depuis: 50);

        var decalage = Veille.Examiner(new LotNotes(decalees, Unites)).Should().ContainSingle(a => a.Type == TypeAnomalie.Decalage).Subject;

        decalage.Unite.Should().Be("U51");
        decalage.PremiereLigne.Should().BeInRange(42, 58);
        decalage.DerniereLigne.Should().BeGreaterThan(110);
    }

    [Fact]
    public void Une_classe_de_32_decalee_est_le_plus_souvent_signalee_et_une_classe_saine_presque_jamais()
    {
        var trouvees = Enumerable.Range(0, 100).Count(g => DecalageUneLigne.Chercher(new LotNotes(Decaler(Tirer(32, g), "U31", 0), Unites), "U31") is not null);
        var fausses = Enumerable.Range(0, 100).Sum(g => { var lot = new LotNotes(Tirer(32, 1000 + g), Unites); return Unites.Count(u => DecalageUneLigne.Chercher(lot, u) is not null); });

        trouvees.Should().BeGreaterThanOrEqualTo(60);
        fausses.Should().BeLessThanOrEqualTo(3, "1 000 colonnes saines sont examinées");
    }

    [Fact]
    public void Deux_colonnes_echangees_sont_signalees_ensemble()
    {
        var profil = ProfilUnites.Calculer(Tirer(2000, graine: 1));
        var lignes = Tirer(25, graine: 3).Select(l => l.ToDictionary(u => u.Key switch { "U12" => "U7", "U7" => "U12", var u2 => u2 }, u => u.Value)).ToList();

        var anomalies = Veille.Examiner(new LotNotes(lignes, Unites, profil));

        anomalies.Should().ContainSingle(a => a.Type == TypeAnomalie.ColonnesEchangees).Which.Phrase.Should().Contain("U12 et U7");
        Veille.Examiner(new LotNotes(Tirer(25, graine: 3), Unites, profil)).Should().BeEmpty();
    }

    [Fact]
    public void Une_moyenne_de_lot_loin_des_autres_notes_est_signalee_avec_ses_chiffres()
    {
        var lignes = Tirer(30, graine: 5).Select(l => Remplacer(l, "U2", e => EtatUnite.Notee(Note.DeCentiemes(Math.Max(0, e.Note.Centiemes - 550))))).ToList();

        var anomalie = Veille.Examiner(new LotNotes(lignes, Unites, ProfilUnites.Calculer(Tirer(2000, graine: 1)))).Should().ContainSingle().Subject;

        anomalie.Type.Should().Be(TypeAnomalie.MoyenneEloignee);
        anomalie.Unite.Should().Be("U2");
        anomalie.Phrase.Should().Contain("30 candidats");
    }

    [Fact]
    public void Incident_de_2017_une_absence_sans_bordereau_est_signalee_et_le_bordereau_la_leve()
    {
        var lignes = Tirer(10, graine: 6);
        lignes[3] = Remplacer(lignes[3], "U4", _ => EtatUnite.Absent);

        Veille.Examiner(new LotNotes(lignes, Unites)).Should().ContainSingle(a => a.Type == TypeAnomalie.AbsentsSansBordereau).Which.PremiereLigne.Should().Be(3);
        Veille.Examiner(new LotNotes(lignes, Unites, absencesConfirmees: new HashSet<(int, string)> { (3, "U4") })).Should().NotContain(a => a.Type == TypeAnomalie.AbsentsSansBordereau);
    }

    [Fact]
    public void Une_colonne_ou_tous_ont_la_meme_note_est_signalee_mais_pas_pour_quatre_candidats()
    {
        var lignes = Tirer(5, graine: 8).Select(l => Remplacer(l, "U6", _ => EtatUnite.Notee(Note.De(12)))).ToList();

        Veille.Examiner(new LotNotes(lignes, Unites)).Should().ContainSingle(a => a.Type == TypeAnomalie.ColonneUniforme);
        Veille.Examiner(new LotNotes(lignes.Take(4).ToList(), Unites)).Should().NotContain(a => a.Type == TypeAnomalie.ColonneUniforme);
    }

    [Fact]
    public void Un_lot_vide_ou_sans_note_ne_dit_rien()
    {
        Veille.Examiner(new LotNotes([], Unites)).Should().BeEmpty();
        Veille.Examiner(new LotNotes([.. Enumerable.Repeat(new Dictionary<string, EtatUnite>(), 30)], Unites)).Should().BeEmpty();
    }

    private static List<IReadOnlyDictionary<string, EtatUnite>> Decaler(List<IReadOnlyDictionary<string, EtatUnite>> lignes, string unite, int depuis) =>
        [.. lignes.Select((l, i) => i <= depuis ? l : Remplacer(l, unite, _ => lignes[i - 1][unite]))];

    private static Dictionary<string, EtatUnite> Remplacer(IReadOnlyDictionary<string, EtatUnite> ligne, string unite, Func<EtatUnite, EtatUnite> par) =>
        ligne.ToDictionary(u => u.Key, u => u.Key == unite ? par(u.Value) : u.Value);

    /// <summary>A candidate has a level; each mark is around it, on half points.</summary>
    private static List<IReadOnlyDictionary<string, EtatUnite>> Tirer(int n, int graine)
    {
        var alea = new Random(graine);
        double Normale() => Math.Sqrt(-2 * Math.Log(1 - alea.NextDouble())) * Math.Cos(2 * Math.PI * alea.NextDouble());
        return [.. Enumerable.Range(0, n).Select(_ =>
        {
            var niveau = 2.3 * Normale();
            return (IReadOnlyDictionary<string, EtatUnite>)Unites.ToDictionary(u => u, u => EtatUnite.Notee(Note.DeDemis((int)Math.Clamp(Math.Round(2 * (Moyennes[u] + niveau + (1.8 * Normale()))), 0, 40))));
        })];
    }
}
