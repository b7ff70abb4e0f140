using AwesomeAssertions;
using CsCheck;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Conservation;

public sealed class ConseilConservationTests
{
    private static readonly string[] s_tables = ["GA-2012", "ASSP-2011-DOM", "COMMERCE-2013", "LOGISTIQUE-2010"];

    private static DossierExamen Dossier(string table, IReadOnlyList<int> demis, Forme forme = Forme.Globale, int annee = 2023)
    {
        var reglement = Reglements.Chercher(table)!;
        return new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = SessionExamen.Juin(annee),
            Reglement = reglement,
            Forme = forme,
            Categorie = forme == Forme.Progressive ? Categorie.FormationContinue : Categorie.Scolaire,
            Unites = reglement.Unites.Select((unite, rang) => (unite.Code, Note: Note.DeDemis(demis[rang % demis.Count]))).ToDictionary(u => u.Code, u => EtatUnite.Notee(u.Note)),
            Pfmp = new Pfmp(22, true),
            LivretExamine = true,
        };
    }

    private static readonly Gen<DossierExamen> s_dossiers =
        from table in Gen.Int[0, s_tables.Length - 1]
        from centre in Gen.Int[10, 26]
        from ecarts in Gen.Int[-10, 10].Array[14]
        from progressive in Gen.Bool
        select Dossier(s_tables[table], [.. ecarts.Select(ecart => Math.Clamp(centre + ecart, 0, 40))], progressive ? Forme.Progressive : Forme.Globale);

    private static DemandeConservation Demande(DossierExamen dossier) => new() { Dossier = dossier, ProchaineSession = new SessionExamen(dossier.Session.Annee + 1, 6) };

    private static (decimal Points, decimal Coefficients) Lire(MoyenneRequise requise)
    {
        var parties = requise.Exacte.Split('/');
        return (decimal.Parse(parties[0], System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(parties[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Refait l'addition autrement : points gardés + points requis = 10 × tous les coefficients.</summary>
    [Fact]
    public void La_moyenne_requise_donne_exactement_dix() => s_dossiers.Sample(dossier =>
    {
        var avis = ConseilConservation.Etudier(Demande(dossier));
        var gardees = dossier.Reglement.Unites.Where(unite => dossier.Unites[unite.Code].Note >= Note.Dix).ToList();
        var repasses = dossier.Reglement.Unites.Except(gardees).Sum(unite => unite.Coefficient.Valeur);
        if (repasses == 0)
        {
            avis.MoyenneRequise.Should().BeNull();
            return;
        }
        var (points, coefficients) = Lire(avis.MoyenneRequise!);
        coefficients.Should().Be(repasses);
        (gardees.Sum(unite => unite.Coefficient.Valeur * dossier.Unites[unite.Code].Note.Points) + points).Should().Be(10 * dossier.Reglement.Unites.Sum(unite => unite.Coefficient.Valeur));
        avis.MoyenneRequise!.Atteignable.Should().BeTrue("garder 10 ou plus ne demande jamais plus de 10 ailleurs");
        (points / coefficients).Should().BeLessThanOrEqualTo(10);
    }, iter: 400, threads: 1);

    /// <summary>Avoir partout la moyenne affichée, poussée au demi-point, fait recevoir par les règles mêmes des résultats ; un demi-point dessous, non, sauf à l'oral.</summary>
    [Fact]
    public void Obtenir_la_moyenne_requise_suffit() => s_dossiers.Sample(dossier =>
    {
        var demande = Demande(dossier);
        var avis = ConseilConservation.Etudier(demande);
        if (avis.MoyenneRequise is not { } requise)
            return;
        var (points, coefficients) = Lire(requise);
        var demis = Math.Max(0, (int)Math.Ceiling(points * 2 / coefficients));
        var repassees = avis.Scenarios[0].Repassees;
        EffetHypotheses Essayer(int note) => ConseilConservation.Etudier(demande with { Hypotheses = repassees.ToDictionary(code => code, _ => Note.DeDemis(note)) }).Hypotheses!;
        Essayer(demis).Decision.Should().Be(Decision.Admis);
        if (demis > 0)
            Essayer(demis - 1).Decision.Should().NotBe(Decision.Admis);
    }, iter: 300, threads: 1);

    [Fact]
    public void Repasser_une_note_gardee_demande_plus_ailleurs_si_elle_depasse_la_moyenne_requise() => s_dossiers.Sample(dossier =>
    {
        var avis = ConseilConservation.Etudier(Demande(dossier));
        foreach (var unite in avis.Unites.Where(unite => unite.Garder.Possible && unite.Etat.Note >= Note.Dix && avis.MoyenneRequise is not null))
        {
            var (points, coefficients) = Lire(avis.MoyenneRequise!);
            var (avecPoints, avecCoefficients) = Lire(unite.Repasser.MoyenneRequise!);
            (avecPoints / avecCoefficients).Should().BeGreaterThanOrEqualTo(points / coefficients);
            unite.Garder.MoyenneRequise.Should().Be(avis.MoyenneRequise);
        }
    }, iter: 300, threads: 1);

    [Fact]
    public void En_forme_globale_seules_les_notes_de_dix_se_gardent_en_progressive_les_autres_se_reportent() => s_dossiers.Sample(dossier =>
    {
        foreach (var unite in ConseilConservation.Etudier(Demande(dossier)).Unites)
        {
            unite.Garder.Possible.Should().Be(unite.Etat.Note >= Note.Dix || dossier.Forme == Forme.Progressive);
            unite.Repasser.Possible.Should().BeTrue();
        }
    }, iter: 200, threads: 1);

    [Theory]
    [InlineData(2018, 2022, true)]
    [InlineData(2018, 2023, true)]
    [InlineData(2018, 2024, false)]
    public void Une_note_se_garde_cinq_ans(int origine, int prochaine, bool gardable)
    {
        var dossier = Dossier("GA-2012", [18], annee: 2019);
        var unites = new Dictionary<string, EtatUnite>(dossier.Unites) { ["U11"] = EtatUnite.Conservee(Note.De(12), SessionExamen.Juin(origine)) };
        var avis = ConseilConservation.Etudier(new DemandeConservation { Dossier = dossier with { Unites = unites }, ProchaineSession = SessionExamen.Juin(prochaine) });
        var u11 = avis.Unites.Single(unite => unite.Code == "U11");
        u11.Garder.Possible.Should().Be(gardable);
        u11.DerniereSession.Should().Be(gardable ? SessionExamen.Juin(2023) : null);
        avis.Alertes.Select(a => a.Code).Contains("DERNIERE_FOIS").Should().Be(prochaine == 2023);
    }

    [Theory]
    [InlineData(19, false)] // 9,5
    [InlineData(20, true)] // 10
    [InlineData(21, true)] // 10,5
    public void Dix_se_garde_neuf_et_demi_non(int demis, bool gardable) =>
        ConseilConservation.Etudier(Demande(Dossier("GA-2012", [demis]))).Unites.Should().OnlyContain(unite => unite.Garder.Possible == gardable);

    [Fact]
    public void La_mention_du_bac_pro_demeure_avec_une_mise_en_garde()
    {
        var mention = ConseilConservation.Etudier(Demande(Dossier("GA-2012", [18]))).Mention;
        mention.Possible.Should().BeTrue();
        mention.Prudence.Should().Contain("2018");
        var effet = ConseilConservation.Etudier(Demande(Dossier("GA-2012", [24, 18])) with { Hypotheses = Reglements.Chercher("GA-2012")!.Unites.ToDictionary(u => u.Code, _ => Note.De(14)) }).Hypotheses!;
        effet.Mention.Should().Be(Mention.Bien);
        effet.Phrase.Should().Contain("mention bien");
    }

    [Fact]
    public void Changer_de_specialite_prend_les_coefficients_du_nouveau_reglement()
    {
        var demande = Demande(Dossier("GA-2012", [24])) with { NouveauReglement = Reglements.Chercher("ASSP-2011-DOM") };
        var avis = ConseilConservation.Etudier(demande);
        avis.Reprises!.Where(r => r.Reprise == EtatReprise.Reprise).Select(r => (r.Ancienne.Code, r.Nouvelle!.Code)).Should()
            .Equal(("U12", "U11"), ("U34", "U35"), ("U51", "U51"), ("U52", "U52"), ("U6", "U6"), ("U7", "U7"));
        avis.Reprises!.Where(r => r.Reprise == EtatReprise.AExaminer).Select(r => (r.Ancienne.Code, r.Nouvelle!.Code)).Should().Equal(("U41", "U4"));
        avis.Scenarios[0].PointsGardes.Should().Be("114"); // 12 × (1,5 + 1 + 2,5 + 2,5 + 1 + 1)
        avis.Scenarios[0].CoefficientsRepasses.Should().Be("20.5");
    }

    [Fact]
    public void Chaque_table_du_bac_pro_reconnait_les_matieres_de_la_liste()
    {
        foreach (var table in Reglements.Tous.Where(table => table.Examen == TypeExamen.BacPro))
        {
            var reconnues = table.Unites.Select(ChangementSpecialite.Reconnaitre).OfType<MatiereReprise>().ToList();
            reconnues.Should().Contain([MatiereReprise.Francais, MatiereReprise.HistoireGeographie, MatiereReprise.Mathematiques, MatiereReprise.Eps, MatiereReprise.ArtsAppliques], table.Id);
            reconnues.Should().OnlyHaveUniqueItems(table.Id);
            table.Unites.Where(unite => unite.Domaine == Domaine.Professionnel).Select(ChangementSpecialite.Reconnaitre).Should().OnlyContain(matiere => matiere == null);
        }
    }

    [Fact]
    public void Une_demande_impossible_dit_pourquoi()
    {
        var demande = Demande(Dossier("GA-2012", [18]));
        ConseilConservation.Anomalies(demande).Should().BeEmpty();
        ConseilConservation.Anomalies(demande with { ProchaineSession = demande.Dossier.Session }).Should().ContainSingle().Which.Should().Contain("n'est pas après");
        ConseilConservation.Anomalies(demande with { NouveauReglement = Reglements.Chercher("S") }).Should().ContainSingle().Which.Should().Contain("bac");
        ConseilConservation.Anomalies(demande with { Choix = new Dictionary<string, ChoixUnite> { ["U11"] = ChoixUnite.Garder } }).Should().ContainSingle().Which.Should().Contain("10 ou plus");
        ConseilConservation.Anomalies(demande with { Choix = new Dictionary<string, ChoixUnite> { ["U99"] = ChoixUnite.Garder } }).Should().ContainSingle().Which.Should().Contain("U99");
        ConseilConservation.Anomalies(demande with { Hypotheses = new Dictionary<string, Note> { ["U99"] = Note.Dix } }).Should().ContainSingle().Which.Should().Contain("U99");
        ConseilConservation.Anomalies(demande with { Hypotheses = new Dictionary<string, Note> { ["U11"] = Note.DeCentiemes(1025) } }).Should().ContainSingle().Which.Should().Contain("pas de l'examen");
        var bonne = Demande(Dossier("GA-2012", [24]));
        ConseilConservation.Anomalies(bonne with { Choix = new Dictionary<string, ChoixUnite> { ["U11"] = ChoixUnite.Garder }, Hypotheses = new Dictionary<string, Note> { ["U11"] = Note.Dix } })
            .Should().ContainSingle().Which.Should().Contain("hypothèse");
    }

    [Fact]
    public void Le_droit_d_une_session_pas_encore_parue_est_annonce()
    {
        var avis = ConseilConservation.Etudier(Demande(Dossier("LOGISTIQUE-2010", [18], annee: VersionDroit.DerniereSessionBacPro)));
        avis.Alertes.Select(alerte => alerte.Code).Should().Contain("DROIT_PAS_ENCORE_CONNU");
    }
}
