using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Parcours;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Parcours;

public sealed class ParcoursTests
{
    private const string Semaine = """
        lundi;08:00;10:00;Français;U51
        lundi;10:00;12:00;Gestion administrative;U2
        mardi;13:30;15:30;Mathématiques;U11 U12
        mercredi;8h30;10h;Vie de classe;
        jeudi	08:00	10:00	EPS	U6
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_semaine_proposee_est_celle_des_unites_a_repasser_puis_celle_que_l_on_choisit(Moteur moteur)
    {
        await using var essai = await PublierAsync(moteur);
        (await EcrireAsync(essai, Semaine)).Valeur.Should().Be(new EnregistrerEmploiDuTemps.Reponse(5));

        var propose = await LireAsync(essai);
        propose.ARepasser.Select(u => u.Code).Should().Contain("U51").And.NotContain("U11", "12 se garde").And.NotContain("U2", "10,5 se garde");
        propose.Lecons.Where(l => l.Gardee).Select(l => l.Cours.Matiere).Should().Equal("Français", "Mathématiques", "EPS");
        propose.MinutesDeClasse.Should().Be(120 + 120 + 120 + 90 + 120);

        var choisis = propose.Lecons.Where(l => l.Cours.Matiere is "Français" or "Vie de classe").Select(l => l.Cours.Id).ToList();
        (await EnregistrerAsync(essai, choisis)).Valeur.Should().Be(new EnregistrerParcours.Reponse(2, 210));
        var lu = await LireAsync(essai);
        lu.Lecons.Where(l => l.Gardee).Select(l => l.Cours.Matiere).Should().Equal("Français", "Vie de classe");
        lu.Parcours.Should().Match<ParcoursPersonnalise>(p => p.AvecPfmp && p.MinutesHebdomadaires == 210 && p.Objectifs == "Avoir 10 en français" && p.Version == 1);
        DemiJournees.Libres(lu.Lecons.Where(l => l.Gardee).Select(l => l.Cours)).Should().HaveCount(8).And.NotContain((JourDeCours.Lundi, true)).And.NotContain((JourDeCours.Mercredi, true));

        (await EnregistrerAsync(essai, choisis)).Refus.Should().ContainSingle("quelqu’un l’a enregistré entre-temps").Which.Should().BeOfType<ModifieEntreTemps>();
        (await EnregistrerAsync(essai, [choisis[0]], 1)).EstReussi.Should().BeTrue();
        (await LireAsync(essai)).Parcours!.Cours.Should().ContainSingle();
        (await essai.JournalAsync()).Select(l => l.Acte).Should().ContainInOrder("EMPLOI_DU_TEMPS_ECRIT", "PARCOURS_ENREGISTRE", "PARCOURS_ENREGISTRE");
    }

    [Fact]
    public async Task Ce_qui_est_impossible_se_dit()
    {
        await using var essai = await PublierAsync();
        await EcrireAsync(essai, "lundi;08:00;10:00;Français;U51\nlundi;09:00;11:00;Anglais;");
        var cours = (await LireAsync(essai)).Lecons.Select(l => l.Cours.Id).ToList();

        (await EnregistrerAsync(essai, [])).Refus.Should().ContainSingle().Which.Should().BeOfType<EnregistrerParcours.AucunCours>();
        (await EnregistrerAsync(essai, cours)).Refus.Should().ContainSingle().Which.Should().Be(new EnregistrerParcours.CoursQuiSeChevauchent("Français", "Anglais"));
        (await EnregistrerAsync(essai, [Guid.NewGuid()])).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>();
    }

    [Fact]
    public async Task Un_emploi_du_temps_change_ne_change_pas_ce_qui_est_convenu_et_le_dit()
    {
        await using var essai = await PublierAsync();
        await EcrireAsync(essai, Semaine);
        var francais = (await LireAsync(essai)).Lecons.First(l => l.Cours.Matiere == "Français").Cours.Id;
        await EnregistrerAsync(essai, [francais]);

        (await EcrireAsync(essai, "mardi;08:00;10:00;Français;U51", lu: 4)).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>();
        (await EcrireAsync(essai, "mardi;08:00;10:00;Français;U51", lu: 5)).EstReussi.Should().BeTrue();

        var apres = await LireAsync(essai);
        apres.Change.Should().BeTrue();
        apres.Parcours!.Cours.Should().ContainSingle().Which.Jour.Should().Be(JourDeCours.Lundi);
    }

    [Theory]
    [InlineData("lundi;08:00;10:00", "Ligne 1 : il faut jour;début;fin;matière;unités")]
    [InlineData("dimanche;08:00;10:00;Français;", "« dimanche » n’est pas un jour")]
    [InlineData("lundi;10:00;08:00;Français;", "la fin après le début")]
    [InlineData("lundi;08:00;huit;Français;", "les heures s’écrivent 08:00")]
    [InlineData("lundi;08:00;10:00;;", "dites la matière")]
    [InlineData("\nlundi;08:00;10:00;Français;U99", "Ligne 2 : « U99 » n’est pas une unité de cet examen (U11, ")]
    public async Task Une_ligne_fausse_dit_laquelle_et_pourquoi(string texte, string phrase)
    {
        await using var essai = await PublierAsync();

        (await EcrireAsync(essai, texte)).Refus.Should().ContainSingle().Which.Phrase.Should().Contain(phrase);
        (await LireAsync(essai)).Lecons.Should().BeEmpty();
    }

    [Fact]
    public async Task Nul_autre_etablissement_n_ecrit_ni_ne_lit()
    {
        await using var essai = await PublierAsync();
        var ailleurs = DossiersDEssai.Etablissement(Role.ChefEtablissement, "0840001V");

        (await EcrireAsync(essai, Semaine, acteur: ailleurs)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await EcrireAsync(essai, Semaine, acteur: DossiersDEssai.Dec)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await EcrireAsync(essai, "", acteur: essai.Proviseure)).Refus.Should().ContainSingle().Which.Should().BeOfType<EnregistrerEmploiDuTemps.EmploiVide>();
        (await essai.LireAsync(d => new ConsulterEmploiDuTemps(d).ExecuteAsync(new(LotGestion.Uai, "99999999"), essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        var id = (await essai.DossierAsync(0)).Id;
        (await essai.LireAsync(d => new ConsulterParcours(d).ExecuteAsync(id, ailleurs, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    private static Task<Outcome<EnregistrerEmploiDuTemps.Reponse>> EcrireAsync(DossiersDEssai essai, string texte, int lu = 0, Acteur? acteur = null) =>
        essai.LireAsync(d => new EnregistrerEmploiDuTemps(d).ExecuteAsync(new(LotGestion.Uai, LotGestion.Specialite, texte, lu), acteur ?? essai.Proviseure, Ct));

    private static async Task<Outcome<EnregistrerParcours.Reponse>> EnregistrerAsync(DossiersDEssai essai, IReadOnlyCollection<Guid> cours, int version = 0)
    {
        var id = (await essai.DossierAsync(0)).Id;
        return await essai.LireAsync(d => new EnregistrerParcours(d).ExecuteAsync(new(id, version, cours, true, "Avoir 10 en français"), essai.Proviseure, Ct));
    }

    private static async Task<ConsulterParcours.Reponse> LireAsync(DossiersDEssai essai)
    {
        var id = (await essai.DossierAsync(0)).Id;
        return (await essai.LireAsync(d => new ConsulterParcours(d).ExecuteAsync(id, essai.Proviseure, Ct))).Valeur!;
    }

    /// <summary>12 in U11 and 10.5 in U2, 6 elsewhere.</summary>
    private static async Task<DossiersDEssai> PublierAsync(Moteur moteur = Moteur.Sqlite)
    {
        var essai = await DossiersDEssai.PublieAsync(moteur);
        var reglement = Reglements.Chercher(LotGestion.Reglement)!;
        var cas = CasDeDecision.Ecrire("1", new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = LotGestion.Session,
            Reglement = reglement,
            Unites = reglement.Unites.Where(u => u.Obligatoire).ToDictionary(u => u.Code, u => EtatUnite.Notee(Note.De(u.Code switch { "U11" => 12m, "U2" => 10.5m, _ => 6m }))),
        });
        await essai.LireAsync(d => d.Set<DecisionCandidat>().Where(x => x.CandidatureId == essai.Candidatures[0]).ExecuteUpdateAsync(x => x.SetProperty(y => y.Cas, cas), Ct));
        return essai;
    }
}
