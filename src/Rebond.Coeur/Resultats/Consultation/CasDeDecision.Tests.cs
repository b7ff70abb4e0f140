using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Resultats.Consultation;

public sealed class CasDeDecisionTests
{
    [Fact]
    public void Un_cas_ecrit_se_relit_le_meme_et_se_decide_pareil()
    {
        var reglement = Reglements.Chercher("GA-2012")!;
        var unites = reglement.Unites.ToDictionary(u => u.Code, _ => EtatUnite.Notee(Note.De(9.5m)));
        unites["U12"] = EtatUnite.Conservee(Note.De(12), SessionExamen.Juin(2018));
        unites["U6"] = EtatUnite.Dispense;
        unites["U41"] = EtatUnite.AbsentJustifie;
        var dossier = new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = SessionExamen.Juin(2020),
            Reglement = reglement,
            Unites = unites,
            Facultatives = new Dictionary<string, EtatUnite> { ["UF1"] = EtatUnite.Notee(Note.De(14)) },
            Pfmp = new Pfmp(22, true),
            LivretExamine = true,
            Controle = new EpreuveControle(Note.De(5.5m), Note.De(6), null),
        };

        var relu = CasDeDecision.Lire(CasDeDecision.Ecrire("cas-1", dossier));

        relu.Unites.Should().BeEquivalentTo(dossier.Unites);
        relu.Facultatives.Should().BeEquivalentTo(dossier.Facultatives);
        Resultat.Decider(relu).Should().Be(Resultat.Decider(dossier));
    }

    [Fact]
    public void Toutes_les_durees_de_formation_en_milieu_professionnel_sont_gardees()
    {
        var reglement = Reglements.Chercher("GA-2012")!;
        foreach (var pfmp in new[] { new Pfmp(7, true, 2), new Pfmp(12, null, 3, SemainesExigees: 16), new Pfmp(null, true, 3, MoisActivite: 30) })
        {
            var dossier = new DossierExamen { Examen = TypeExamen.BacPro, Session = SessionExamen.Juin(2021), Reglement = reglement, Unites = new Dictionary<string, EtatUnite>(), Pfmp = pfmp };
            CasDeDecision.Lire(CasDeDecision.Ecrire("cas-1", dossier)).Pfmp.Should().Be(pfmp);
        }
    }

    [Fact]
    public void Un_cas_illisible_est_une_panne_et_pas_une_decision()
    {
        var lire = () => CasDeDecision.Lire("""{ "examen": "BAC_PRO" }""");

        lire.Should().Throw<FormatException>();
    }
}
