using AwesomeAssertions;
using CsCheck;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Resultats.Bascules;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>Ce qui est vrai de tous les dossiers ; et, quand le droit y déroge, le test qui le dit.</summary>
public sealed class Proprietes
{
    private static readonly string[] s_tables = ["GA-2012", "ASSP-2011-DOM", "LOGISTIQUE-2010", "CUISINE-2011", "SIM-MELEC"];

    private static readonly Gen<DossierExamen> s_bacPro = Dossiers(Gen.Int[2009, 2026]);

    private static Gen<DossierExamen> Dossiers(Gen<int> annees, bool absences = true) =>
        from annee in annees
        from table in Gen.Int[0, s_tables.Length - 1].Select(rang => s_tables[rang])
        from centre in Gen.Int[12, 30]
        from notes in Gen.Int[-10, 10].Array[16]
        from etats in Gen.Int[0, 30].Array[16]
        from facultative in Gen.Int[0, 40]
        select Construire(annee, Reglements.Chercher(table)!, centre, notes, absences ? etats : new int[16], facultative);

    [Fact]
    public void Decider_et_Conclure_disent_la_meme_chose() => s_bacPro.Sample(dossier =>
    {
        var (rapide, complete) = (Resultat.Decider(dossier), Resultat.Conclure(dossier));
        return rapide.Decision == complete.Decision && rapide.Mention == complete.Mention && rapide.Provisoire == complete.Provisoire
            && (complete.Moyenne is null || complete.Moyenne == rapide.Moyenne);
    }, iter: 800, threads: 1);

    [Fact]
    public void La_bascule_annoncee_donne_la_decision_annoncee() => s_bacPro.Sample(dossier =>
    {
        var conclusion = Resultat.Conclure(dossier);
        if (conclusion.Bascule is not { } bascule)
            return;
        var change = bascule.Unites.Aggregate(dossier, (d, c) => d.Facultatives.ContainsKey(c.Key) ? d.Facultative(c.Key, c.Value.Points) : d.Avec(c.Key, EtatUnite.Notee(c.Value)));
        bascule.Decision.Should().NotBe(conclusion.Decision);
        Resultat.Decider(change).Decision.Should().Be(bascule.Decision);
    }, iter: 400, threads: 1);

    /// <summary>Un ou deux demi-points essayés partout, sur les vraies tables : rien de plus petit que la bascule, rien de plus léger à égalité.</summary>
    [Fact]
    public void Aucun_changement_d_un_point_ne_fait_mieux_que_la_bascule() => s_bacPro.Sample(dossier =>
    {
        var conclusion = Resultat.Conclure(dossier);
        if (ForceBrute.Chercher(dossier, conclusion.Decision, demiPoints: 2) is { } attendue)
            conclusion.Bascule!.Unites.Should().BeEquivalentTo(attendue);
        else if (conclusion.Bascule is { } plusGrande)
            new ForceBrute(dossier).Cle(plusGrande.Unites).DemiPoints.Should().BeGreaterThan(2);
    }, iter: 120, threads: 1);

    [Fact]
    public void Relever_une_note_n_abaisse_jamais_la_decision_hors_2021() =>
        Gen.Select(Dossiers(Gen.Int[2009, 2026].Where(annee => annee != 2021)), Gen.Int[0, 15], Gen.Int[1, 8]).Sample((dossier, rang, demis) =>
        {
            var code = dossier.Reglement.Unites[rang % dossier.Reglement.Unites.Count].Code;
            var etat = dossier.Unites.GetValueOrDefault(code);
            if (etat.Etat != Etat.Notee)
                return true;
            var releve = dossier.Avec(code, EtatUnite.Notee(Note.DeCentiemes(Math.Min(2000, etat.Note.Centiemes + (demis * 50)))));
            var (avant, apres) = (Resultat.Decider(dossier), Resultat.Decider(releve));
            return apres.Decision >= avant.Decision && (apres.Decision != Decision.Admis || apres.Mention >= avant.Mention);
        }, iter: 4000, threads: 1);

    [Fact]
    public void En_2021_relever_une_note_peut_abaisser_la_moyenne()
    {
        // PSE 18 et économie 10 sont les deux meilleures, à coefficient 1 chacune. Relevé de 9,5 à 10,5, le français (2,5) chasse l'économie.
        var avant = Donnees.UnBacPro(2021, 10, "GA-2012", ("U34", 18), ("U11", 10), ("U51", 9.5m), ("U52", 9));
        var apres = avant.Avec("U51", 10.5m);
        (Resultat.Decider(avant).Moyenne.Centiemes(Arrondi.AuPlusProche) > Resultat.Decider(apres).Moyenne.Centiemes(Arrondi.AuPlusProche)).Should().BeTrue();
    }

    [Fact]
    public void En_septembre_2020_se_presenter_peut_faire_perdre_des_points()
    {
        var juin = Donnees.UnBacPro(2020, 10, "GA-2012", ("U12", 9.5m));
        Resultat.Decider(juin).Decision.Should().Be(Decision.Controle);
        Resultat.Decider(juin.Septembre(("U12", 5))).Decision.Should().Be(Decision.Ajourne);
    }

    [Fact]
    public void En_GT_garder_une_note_fait_perdre_la_mention()
    {
        var presentee = Donnees.UnGt(note: 15);
        var conservee = presentee.Avec("PHILOSOPHIE", EtatUnite.Conservee(Note.De(15), SessionExamen.Juin(2019)));
        Resultat.Decider(presentee).Mention.Should().Be(Mention.Bien);
        Resultat.Decider(conservee).Should().Be(Resultat.Decider(presentee) with { Mention = Mention.Aucune });
    }

    [Fact]
    public void Une_absence_justifiee_ouvre_plus_de_droits_qu_un_zero()
    {
        var zero = Donnees.UnBacPro(2019, 9, "GA-2012", ("U2", 0));
        Resultat.Decider(zero).Decision.Should().Be(Decision.Ajourne);
        Resultat.Decider(zero.Avec("U2", EtatUnite.AbsentJustifie)).Decision.Should().Be(Decision.Remplacement);
    }

    [Fact]
    public void L_ordre_des_unites_ne_change_rien() => Gen.Select(s_bacPro, Gen.Int).Sample((dossier, graine) =>
    {
        var alea = new Random(graine);
        var melange = dossier with
        {
            Reglement = dossier.Reglement with { Unites = [.. dossier.Reglement.Unites.OrderBy(_ => alea.Next())] },
            Unites = dossier.Unites.OrderBy(_ => alea.Next()).ToDictionary(),
        };
        return Resultat.Decider(melange) == Resultat.Decider(dossier);
    }, iter: 2000, threads: 1);

    [Fact]
    public void En_bac_pro_une_note_conservee_vaut_une_note_presentee() => Gen.Select(s_bacPro, Gen.Int[0, 15]).Sample((dossier, rang) =>
    {
        var code = dossier.Reglement.Unites[rang % dossier.Reglement.Unites.Count].Code;
        var etat = dossier.Unites.GetValueOrDefault(code);
        return etat.Etat != Etat.Notee || etat.Note < Note.Dix
            || Resultat.Decider(dossier.Avec(code, EtatUnite.Conservee(etat.Note, SessionExamen.Juin(dossier.Session.Annee - 1)))) == Resultat.Decider(dossier);
    }, iter: 2000, threads: 1);

    [Fact]
    public void Une_simulation_n_est_jamais_definitive_et_le_dit_en_premier() => s_bacPro.Sample(dossier =>
    {
        var conclusion = Resultat.Conclure(dossier, avecBascule: false);
        if (!dossier.Reglement.Simulation)
            return !conclusion.Simulation;
        return conclusion.Simulation && conclusion.Provisoire && conclusion.Motifs[0].Code == "REGLEMENT_DE_SIMULATION";
    }, iter: 800, threads: 1);

    [Fact]
    public void Toute_decision_a_sa_raison() => s_bacPro.Sample(dossier =>
    {
        var conclusion = Resultat.Conclure(dossier, avecBascule: false);
        return conclusion.Motifs.Any(m => m.Fondement.Texte != Resultat.Demonstration.Texte) && conclusion.Etapes.Count > 0;
    }, iter: 500, threads: 1);

    private static DossierExamen Construire(int annee, Reglement table, int centre, int[] notes, int[] etats, int facultative)
    {
        var unites = new Dictionary<string, EtatUnite>();
        for (var i = 0; i < table.Unites.Count; i++)
            unites[table.Unites[i].Code] = etats[i] switch
            {
                30 => EtatUnite.Absent,
                29 => EtatUnite.AbsentJustifie,
                28 => EtatUnite.Dispense,
                27 => EtatUnite.NonNotee,
                _ => EtatUnite.Notee(Note.DeDemis(Math.Clamp(centre + notes[i], 0, 40))),
            };
        return new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = SessionExamen.Juin(annee),
            Reglement = table,
            Unites = unites,
            Pfmp = new Pfmp(22, true),
            LivretExamine = true,
            Facultatives = table.Facultatives.Take(1).ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.DeDemis(facultative))),
        };
    }
}
