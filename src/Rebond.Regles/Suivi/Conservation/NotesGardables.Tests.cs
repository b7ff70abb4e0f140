using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>Ce que l'on peut faire d'une note : 9,99, 10 et 10,01 ; cinq ans, et un de plus ; chaque forme, chaque bac.</summary>
public sealed class NotesGardablesTests
{
    private static readonly Reglement Table = Reglements.Chercher("GA-2012")!;
    private static readonly UniteReglement Ponctuelle = Table.Unites[0];

    private static DossierExamen Dossier(TypeExamen examen = TypeExamen.BacPro, Forme forme = Forme.Globale, int annee = 2020) =>
        new() { Examen = examen, Session = SessionExamen.Juin(annee), Reglement = Table, Forme = forme, Unites = Table.Unites.ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.De(10m))) };

    private static PossibiliteNote Pour(DossierExamen dossier, EtatUnite etat, int prochaine = 2021, bool facultative = false, UniteReglement? unite = null) => NotesGardables.Pour(dossier, SessionExamen.Juin(prochaine), unite ?? Ponctuelle, etat, facultative);

    [Theory]
    [InlineData("9.99", Forme.Globale, PossibiliteNote.TropBasse)]
    [InlineData("9.99", Forme.Progressive, PossibiliteNote.Reportable)]
    [InlineData("10", Forme.Globale, PossibiliteNote.Gardable)]
    [InlineData("10", Forme.Progressive, PossibiliteNote.Gardable)]
    [InlineData("10.01", Forme.Globale, PossibiliteNote.Gardable)]
    public void Dix_se_garde_moins_de_dix_se_reporte_en_forme_progressive_seulement(string note, Forme forme, PossibiliteNote possibilite) =>
        Pour(Dossier(forme: forme), EtatUnite.Notee(Note.De(decimal.Parse(note, System.Globalization.CultureInfo.InvariantCulture)))).Should().Be(possibilite);

    [Theory]
    [InlineData("10", PossibiliteNote.TropBasse)]
    [InlineData("10.01", PossibiliteNote.Gardable)]
    public void Une_facultative_ne_se_garde_qu_au_dessus_de_dix(string note, PossibiliteNote possibilite) =>
        Pour(Dossier(), EtatUnite.Notee(Note.De(decimal.Parse(note, System.Globalization.CultureInfo.InvariantCulture))), facultative: true).Should().Be(possibilite);

    [Theory]
    [InlineData(TypeExamen.BacGeneral)]
    [InlineData(TypeExamen.BacTechnologique)]
    public void La_forme_progressive_n_existe_pas_aux_bacs_general_et_technologique(TypeExamen examen) =>
        Pour(Dossier(examen, Forme.Progressive), EtatUnite.Notee(Note.De(9m))).Should().Be(PossibiliteNote.TropBasse);

    [Theory]
    [InlineData(2025, PossibiliteNote.Gardable)]
    [InlineData(2026, PossibiliteNote.TropAncienne)]
    public void Une_note_de_2020_sert_cinq_ans(int prochaine, PossibiliteNote possibilite)
    {
        Pour(Dossier(), EtatUnite.Notee(Note.De(12m)), prochaine).Should().Be(possibilite);
        Pour(Dossier(annee: 2024), EtatUnite.Conservee(Note.De(12m), SessionExamen.Juin(2020)), prochaine).Should().Be(possibilite, "une note gardée garde sa date");
        NotesGardables.DerniereSession(SessionExamen.Juin(2020)).Should().Be(SessionExamen.Juin(2025));
    }

    [Fact]
    public void Sans_note_il_n_y_a_rien_a_garder_et_une_dispense_se_redemande()
    {
        Pour(Dossier(), EtatUnite.Absent).Should().Be(PossibiliteNote.SansNote);
        Pour(Dossier(), EtatUnite.Dispense).Should().Be(PossibiliteNote.Dispensee);
        Pour(Dossier(), EtatUnite.Dispense, prochaine: 2040).Should().Be(PossibiliteNote.Dispensee, "une dispense n'a pas d'âge");
    }

    [Theory]
    [InlineData(TypeExamen.BacGeneral, 2021, GroupeUnite.ControleContinu, PossibiliteNote.Gardable)]
    [InlineData(TypeExamen.BacGeneral, 2022, GroupeUnite.ControleContinu, PossibiliteNote.HorsTerminale)]
    [InlineData(TypeExamen.BacTechnologique, 2022, GroupeUnite.ControleContinu, PossibiliteNote.HorsTerminale)]
    [InlineData(TypeExamen.BacGeneral, 2022, GroupeUnite.Terminale, PossibiliteNote.Gardable)]
    [InlineData(TypeExamen.BacPro, 2022, GroupeUnite.ControleContinu, PossibiliteNote.Gardable)]
    public void Depuis_2022_seules_les_epreuves_terminales_des_bacs_general_et_technologique_se_gardent(TypeExamen examen, int annee, GroupeUnite groupe, PossibiliteNote possibilite) =>
        Pour(Dossier(examen, annee: annee), EtatUnite.Notee(Note.De(12m)), annee + 1, unite: Ponctuelle with { Groupe = groupe }).Should().Be(possibilite);

    [Theory]
    [InlineData(TypeExamen.BacPro, Forme.Globale, "D337-78")]
    [InlineData(TypeExamen.BacPro, Forme.Progressive, "D337-79")]
    [InlineData(TypeExamen.BacGeneral, Forme.Globale, "D334-13")]
    [InlineData(TypeExamen.BacTechnologique, Forme.Globale, "D336-13")]
    public void Chaque_bac_et_chaque_forme_a_son_article(TypeExamen examen, Forme forme, string article) => NotesGardables.Fondement(Dossier(examen, forme)).Article.Should().Be(article);

    [Fact]
    public void Chaque_possibilite_a_ses_deux_phrases_et_dit_la_note_quand_elle_compte()
    {
        var etat = EtatUnite.Notee(Note.De(12.5m));
        var garder = Enum.GetValues<PossibiliteNote>().ToDictionary(p => p, p => NotesGardables.PhraseGarder(p, etat));
        var repasser = Enum.GetValues<PossibiliteNote>().ToDictionary(p => p, p => NotesGardables.PhraseRepasser(p, etat));

        garder.Values.Should().OnlyHaveUniqueItems();
        foreach (var p in new[] { PossibiliteNote.Gardable, PossibiliteNote.Reportable, PossibiliteNote.TropBasse })
            garder[p].Should().Contain("12,5");
        repasser[PossibiliteNote.Gardable].Should().Contain("Vous perdez 12,5");
        repasser[PossibiliteNote.Reportable].Should().Contain("même plus basse que 12,5");
        repasser[PossibiliteNote.Dispensee].Should().Contain("rien à passer");
        repasser[PossibiliteNote.SansNote].Should().Be("Vous passez cette épreuve.");
        repasser[PossibiliteNote.TropBasse].Should().Be("Vous repassez cette épreuve.");
    }

    [Fact]
    public void Garder_une_note_ne_coute_la_mention_qu_aux_bacs_general_et_technologique()
    {
        var effets = new[] { TypeExamen.BacPro, TypeExamen.BacProAgricole, TypeExamen.BacGeneral, TypeExamen.BacTechnologique }.Select(MentionEtNotesGardees.Effet).ToList();

        effets.Select(e => e.Fondement).Should().Equal(MentionEtNotesGardees.BacPro, MentionEtNotesGardees.BacPro, MentionEtNotesGardees.General, MentionEtNotesGardees.Technologique);
        effets.Select(e => e.Phrase.Contains("ne vous fait pas perdre", StringComparison.Ordinal)).Should().Equal(true, true, false, false);
    }

    private static IReadOnlyList<string> Alertes(DossierExamen dossier, int prochaine) => [.. ConseilConservation.Etudier(new DemandeConservation { Dossier = dossier, ProchaineSession = SessionExamen.Juin(prochaine) }).Alertes.Select(a => a.Code)];

    private static DossierExamen Juge(int annee, Func<UniteReglement, EtatUnite> note, Forme forme = Forme.Globale) => new()
    {
        Examen = TypeExamen.BacPro,
        Session = SessionExamen.Juin(annee),
        Reglement = Table,
        Forme = forme,
        Categorie = forme == Forme.Progressive ? Categorie.FormationContinue : Categorie.Scolaire,
        Unites = Table.Unites.ToDictionary(u => u.Code, note),
        Pfmp = new Pfmp(22, true),
        LivretExamine = true,
    };

    [Fact]
    public void Chaque_alerte_est_dite_quand_il_le_faut_et_pas_autrement()
    {
        var rate = Juge(2019, u => EtatUnite.Notee(Note.De(u == Ponctuelle ? 12m : 6m)));
        Alertes(rate, 2020).Should().Contain("CHOIX_DEFINITIF").And.Contain("FORME_GLOBALE").And.NotContain("DEJA_ADMIS").And.NotContain("DERNIERE_FOIS").And.NotContain("SESSION_2021").And.NotContain("DISPENSE_A_REDEMANDER");
        Alertes(rate, 2021).Should().Contain("SESSION_2021");
        Alertes(rate, 2023).Should().NotContain("DERNIERE_FOIS");
        Alertes(rate, 2024).Should().Contain("DERNIERE_FOIS", "la note de 2019 ne sert plus en 2025");
        Alertes(Juge(2019, _ => EtatUnite.Notee(Note.De(12m))), 2020).Should().Contain("DEJA_ADMIS");
        Alertes(Juge(2019, u => EtatUnite.Notee(Note.De(u == Ponctuelle ? 12m : 6m)), Forme.Progressive), 2020).Should().NotContain("FORME_GLOBALE");
        Alertes(Juge(2019, u => u == Ponctuelle ? EtatUnite.Dispense : EtatUnite.Notee(Note.De(6m))), 2020).Should().Contain("DISPENSE_A_REDEMANDER");
    }
}
