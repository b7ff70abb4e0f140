using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats.Lots;

/// <summary>Décider une masse donne, candidat par candidat, ce que la règle donne à chacun.</summary>
public sealed class DecisionDeMasseTests
{
    public static TheoryData<string, int> Lots
    {
        get
        {
            var lots = new TheoryData<string, int>();
            foreach (var table in new[] { "GA-2012", "CUISINE-2011", "SEN-2005" })
                foreach (var annee in new[] { 2020, 2024, 2009, 2019, 2022 }.Take(Donnees.Tirages(10)))
                    lots.Add(table, annee);
            return lots;
        }
    }

    [Theory]
    [MemberData(nameof(Lots))]
    public void Une_masse_recoit_les_decisions_de_chacun(string table, int annee)
    {
        var alea = new Random(annee);
        var version = VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(annee));
        var reglement = Reglements.Chercher(table)!;
        var dossiers = Enumerable.Range(0, 300).Select(rang => Tirer(alea, reglement, annee, rang)).ToList();
        var notes = new NotesEnColonnes(reglement, dossiers.Count);
        var (hors, contextes) = (new short[dossiers.Count], new short[dossiers.Count]);
        for (var rang = 0; rang < dossiers.Count; rang++)
        {
            for (var unite = 0; unite < reglement.Unites.Count; unite++)
                notes.Colonne(unite)[rang] = NotesEnColonnes.Coder(dossiers[rang].Unites[reglement.Unites[unite].Code]);
            hors[rang] = (short)(dossiers[rang].Facultatives.Values.Sum(f => Math.Max(0, f.Note.Centiemes - 1000) / 25) + (version.PrendChefDoeuvre && dossiers[rang].ChefDoeuvre is { } oeuvre ? ChefDoeuvre.Points(oeuvre) / 50 : 0));
            var neutre = new Situation(0, NiveauPratique.Sous10, EtatPfmp.Acquises, false, false, false, false, false);
            contextes[rang] = (short)(neutre with { Pfmp = PfmpValidees.Etat(version, Categorie.Scolaire, dossiers[rang].Pfmp), LivretFerme = dossiers[rang].LivretExamine == false }).Index;
        }
        // Une longueur qui n'est pas un multiple de seize, et un début qui n'est pas zéro.
        const int Debut = 5;
        var verdicts = new byte[dossiers.Count - Debut];
        new DecisionDeMasse(version, reglement).Decider(notes, Debut, verdicts, hors.AsSpan(Debut), contextes.AsSpan(Debut));
        for (var rang = 0; rang < verdicts.Length; rang++)
        {
            var attendue = Resultat.Decider(dossiers[rang + Debut]);
            (VerdictCompact.Decision(verdicts[rang]), VerdictCompact.Mention(verdicts[rang]), VerdictCompact.EstProvisoire(verdicts[rang]))
                .Should().Be((attendue.Decision, attendue.Mention, attendue.Provisoire), $"candidat {rang + Debut}");
        }
    }

    [Fact]
    public void Sans_facultative_ni_contexte_les_PFMP_sont_acquises_et_le_livret_ouvert()
    {
        var reglement = Reglements.Chercher("GA-2012")!;
        var version = VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2019));
        foreach (var effectif in new[] { 1, 16, 17 })
        {
            var notes = new NotesEnColonnes(reglement, effectif);
            for (var unite = 0; unite < reglement.Unites.Count; unite++)
                for (var rang = 0; rang < effectif; rang++)
                    notes.Colonne(unite)[rang] = NotesEnColonnes.Coder(EtatUnite.Notee(Note.De(7 + (rang % 10))));
            var verdicts = new byte[effectif];
            new DecisionDeMasse(version, reglement).Decider(notes, 0, verdicts);
            for (var rang = 0; rang < effectif; rang++)
                VerdictCompact.Decision(verdicts[rang]).Should().Be(Resultat.Decider(Donnees.UnBacPro(2019, 7 + (rang % 10))).Decision);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    public void Les_points_hors_unites_et_le_contexte_comptent_jusqu_au_dernier(int effectif)
    {
        var reglement = Reglements.Chercher("GA-2012")!;
        var notes = new NotesEnColonnes(reglement, effectif);
        for (var unite = 0; unite < reglement.Unites.Count; unite++)
            notes.Colonne(unite).Fill(NotesEnColonnes.Coder(EtatUnite.Notee(Note.De(reglement.Unites[unite].Code == "U12" ? 9.5m : 10))));
        var (hors, contextes, verdicts) = (new short[effectif], new short[effectif], new byte[effectif]);
        var masse = new DecisionDeMasse(VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2019)), reglement);
        masse.Decider(notes, 0, verdicts, hors);
        VerdictCompact.Decision(verdicts[^1]).Should().Be(Decision.Controle);
        hors[^1] = 2;
        masse.Decider(notes, 0, verdicts, hors);
        VerdictCompact.Decision(verdicts[^1]).Should().Be(Decision.Admis, "un demi-point, en quarts de point");
        contextes[^1] = (short)new Situation(0, NiveauPratique.Sous10, EtatPfmp.NonValidees, false, false, false, false, false).Index;
        masse.Decider(notes, 0, verdicts, hors, contextes);
        VerdictCompact.Decision(verdicts[^1]).Should().Be(Decision.NonDelivrable);
    }

    [Fact]
    public void Ce_qui_ne_s_additionne_pas_en_demi_points_se_decide_un_par_un()
    {
        var reglement = Reglements.Chercher("GA-2012")!;
        static VersionDroit Version(TypeExamen examen, int annee) => VersionDroit.Pour(examen, SessionExamen.Juin(annee));
        DecisionDeMasse.Accepte(Version(TypeExamen.BacPro, 2020), reglement).Should().BeTrue();
        DecisionDeMasse.Accepte(Version(TypeExamen.BacPro, 2021), reglement).Should().BeFalse();
        DecisionDeMasse.Accepte(Version(TypeExamen.BacProAgricole, 2019), reglement).Should().BeFalse();
        DecisionDeMasse.Accepte(Version(TypeExamen.BacProAgricole, 2023), reglement).Should().BeFalse();
        DecisionDeMasse.Accepte(Version(TypeExamen.BacGeneral, 2020), Reglements.Chercher("S")!).Should().BeFalse();
        DecisionDeMasse.Accepte(Version(TypeExamen.BacPro, 2020), reglement with { Unites = [reglement.Unites[0] with { PointsAuDessusDe10 = true }, .. reglement.Unites.Skip(1)] }).Should().BeFalse();
        DecisionDeMasse.Accepte(Version(TypeExamen.BacPro, 2020), reglement with { Unites = [reglement.Unites[0] with { Obligatoire = false }, .. reglement.Unites.Skip(1)] }).Should().BeFalse();
        FluentActions.Invoking(() => new DecisionDeMasse(Version(TypeExamen.BacPro, 2021), reglement)).Should().Throw<NotSupportedException>().WithMessage("*GA-2012*2021*");
    }

    [Fact]
    public void Une_note_hors_des_demi_points_ne_se_range_pas_en_colonne()
    {
        FluentActions.Invoking(() => NotesEnColonnes.Coder(EtatUnite.Notee(Note.De(12.25m)))).Should().Throw<ArgumentException>();
        NotesEnColonnes.Coder(EtatUnite.Notee(Note.De(12.5m))).Should().Be(25);
        NotesEnColonnes.Coder(EtatUnite.Conservee(Note.De(12.5m), SessionExamen.Juin(2018))).Should().Be(25 | NotesEnColonnes.MarqueConservee);
        NotesEnColonnes.Coder(EtatUnite.NonNotee).Should().Be(NotesEnColonnes.NonNotee);
    }

    [Fact]
    public void Un_verdict_tient_sur_un_octet()
    {
        foreach (var decision in Enum.GetValues<Decision>())
            foreach (var mention in Enum.GetValues<Mention>())
                foreach (var provisoire in new[] { false, true })
                {
                    var octet = VerdictCompact.De(new Verdict(decision, mention, provisoire));
                    (VerdictCompact.Decision(octet), VerdictCompact.Mention(octet), VerdictCompact.EstProvisoire(octet)).Should().Be((decision, mention, provisoire));
                }
    }

    private static DossierExamen Tirer(Random alea, Reglement reglement, int annee, int rang)
    {
        var centre = alea.Next(14, 38);
        return Donnees.UnBacPro(annee, 10, reglement.Id) with
        {
            Unites = reglement.Unites.ToDictionary(u => u.Code, _ => (rang % 5, alea.Next(60)) switch
            {
                (_, 0) => EtatUnite.Dispense,
                (_, 1) => EtatUnite.Conservee(Note.DeDemis(alea.Next(20, 41)), SessionExamen.Juin(annee - 1)),
                (1, 2) => EtatUnite.Absent,
                (2, 2) => EtatUnite.AbsentJustifie,
                (3, 2) => EtatUnite.NonNotee,
                _ => EtatUnite.Notee(Note.DeDemis(Math.Clamp(centre + alea.Next(-6, 7), 0, 40))),
            }),
            Facultatives = annee == 2020 || rang % 3 != 0 ? new Dictionary<string, EtatUnite>() : reglement.Facultatives.Take(1).ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.DeDemis(alea.Next(41)))),
            ChefDoeuvre = annee >= 2022 && rang % 4 == 0 ? Note.DeDemis(alea.Next(41)) : null,
            Pfmp = (rang % 11) switch { 0 => null, 1 => new Pfmp(5, true), 2 => new Pfmp(22, false), _ => new Pfmp(22, true) },
            LivretExamine = rang % 7 != 0,
        };
    }
}
