using AwesomeAssertions;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Examen;

/// <summary>The readings a gestionnaire works from: lots, progress, slips, differences, sentinels.</summary>
public sealed class SaisieDesLotsTests
{
    private static readonly int Attendues = Reglements.Chercher(LotGestion.Reglement)!.Unites.Count(u => u.Obligatoire);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_lot_dont_rien_n_est_saisi_manque_de_toutes_ses_notes(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(0, "U12:8");

        var lots = (await LireAsync(lot, d => new ListerLots(d).ExecuteAsync(LotGestion.Session, LotGestion.Uai, LotGestion.Gestionnaire(), Ct))).Valeur!;
        var avancement = (await LireAsync(lot, d => new ConsulterAvancement(d).ExecuteAsync(LotGestion.Session, LotGestion.Gestionnaire(), Ct))).Valeur!;

        lots.Lieux.Should().Equal(new ListerLots.Lieu(LotGestion.Uai, "Lycée professionnel Émile-Fictif", "Marseille", "013"));
        lots.Lots.Should().ContainSingle().Which.Should().BeEquivalentTo(new { LotGestion.Specialite, Candidats = 5, NotesManquantes = 4 * Attendues }, "la feuille écrite par le test n'a pas de note manquante");
        avancement.Cellules.Should().ContainSingle().Which.NotesManquantes.Should().Be(4 * Attendues);
        avancement.Retards.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Incomplets = 4, NotesManquantes = 4 * Attendues });
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_bordereau_ne_montre_jamais_la_note_et_l_ecart_seulement_quand_les_deux_sont_saisis(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(0, "U12:8");
        await EcrireAsync(lot, new BordereauNote { CandidatureId = lot.Ids[0], Unite = "U12", Session = LotGestion.Session, Valeur = "13" });

        var bordereau = (await LireAsync(lot, d => new ConsulterBordereau(d).ExecuteAsync(new(LotGestion.Session, LotGestion.Uai, LotGestion.Specialite, "U12"), LotGestion.Gestionnaire(), Ct))).Valeur!;

        bordereau.Unite.Should().Be("U12");
        bordereau.Lignes.Select(l => l.Valeur).Should().Equal("13", "", "", "", "");
        bordereau.Ecarts.Should().ContainSingle().Which.Should().Match<ConsulterBordereau.Ecart>(e => e.Rang == 1 && e.Unite == "U12" && e.Note.Note == Note.De(8) && e.Bordereau.Note == Note.De(13));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_bordereau_d_une_unite_inconnue_s_ouvre_sur_la_premiere_et_un_lot_inconnu_est_introuvable(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        (await LireAsync(lot, d => new ConsulterBordereau(d).ExecuteAsync(new(LotGestion.Session, LotGestion.Uai, LotGestion.Specialite, "ZZ"), LotGestion.Gestionnaire(), Ct))).Valeur!.Unite.Should().Be("U11");
        (await LireAsync(lot, d => new ConsulterBordereau(d).ExecuteAsync(new(LotGestion.Session, "0130009Z", LotGestion.Specialite, null), LotGestion.Gestionnaire(), Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_ecarts_de_la_session_disent_de_qui_et_restent_dans_le_perimetre(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(2, "U12:8 U2:11");
        await EcrireAsync(lot, new BordereauNote { CandidatureId = lot.Ids[2], Unite = "U12", Session = LotGestion.Session, Valeur = "ABSENT" });
        await EcrireAsync(lot, new BordereauNote { CandidatureId = lot.Ids[2], Unite = "U2", Session = LotGestion.Session, Valeur = "11" });
        await EcrireAsync(lot, new BordereauNote { CandidatureId = lot.Ids[3], Unite = "U2", Session = LotGestion.Session, Valeur = "9" });

        var ecarts = (await LireAsync(lot, d => new ListerEcarts(d).ExecuteAsync(LotGestion.Session, LotGestion.Gestionnaire(), Ct))).Valeur!;

        ecarts.Select(e => (e.CandidatureId, e.Unite, e.Note.Etat, e.Bordereau.Etat)).Should().Equal((lot.Ids[2], "U12", Etat.Notee, Etat.Absent), (lot.Ids[3], "U2", Etat.NonNotee, Etat.Notee));
        (await LireAsync(lot, d => new ListerEcarts(d).ExecuteAsync(LotGestion.Session, LotGestion.Gestionnaire(TypePerimetre.Departement, "084"), Ct))).Valeur!.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_sentinelles_signalent_une_absence_sans_bordereau_et_se_taisent_quand_il_la_confirme(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(0, "U12:ABSENT");
        (await LireAsync(lot, d => new SignalerAnomalies(d).ExecuteAsync(LotGestion.Session, LotGestion.Gestionnaire(), Ct))).Valeur!.Should().BeEquivalentTo(new { LotsExamines = 1, Lots = new[] { new { LotGestion.Uai, Candidats = 1 } } });

        await EcrireAsync(lot, new BordereauNote { CandidatureId = lot.Ids[0], Unite = "U12", Session = LotGestion.Session, Valeur = "ABSENT" });

        (await LireAsync(lot, d => new SignalerAnomalies(d).ExecuteAsync(LotGestion.Session, LotGestion.Gestionnaire(), Ct))).Valeur!.Lots.Should().BeEmpty();
        (await LireAsync(lot, d => new SignalerAnomalies(d).ExecuteAsync(LotGestion.Session, LotGestion.Gestionnaire(TypePerimetre.Academie, "12"), Ct))).Valeur!.LotsExamines.Should().Be(0);
    }

    [Fact]
    public async Task Aucun_autre_role_ne_lit_les_lots_les_bordereaux_les_ecarts_ou_les_sentinelles()
    {
        await using var lot = await LotGestion.CreerAsync();
        foreach (var acteur in Enum.GetValues<Role>().Where(r => r != Role.Gestionnaire).Select(r => new Acteur(Guid.NewGuid(), "autre", r, [new(TypePerimetre.Academie, "*")])))
        {
            (await LireAsync(lot, d => new ListerLots(d).ExecuteAsync(LotGestion.Session, null, acteur, Ct))).Refus.Should().ContainSingle(acteur.Role.ToString()).Which.Should().BeOfType<Interdit>();
            (await LireAsync(lot, d => new ConsulterAvancement(d).ExecuteAsync(LotGestion.Session, acteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
            (await LireAsync(lot, d => new ConsulterBordereau(d).ExecuteAsync(new(LotGestion.Session, LotGestion.Uai, LotGestion.Specialite, null), acteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
            (await LireAsync(lot, d => new ListerEcarts(d).ExecuteAsync(LotGestion.Session, acteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
            (await LireAsync(lot, d => new SignalerAnomalies(d).ExecuteAsync(LotGestion.Session, acteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        }
    }

    private static async Task EcrireAsync(LotGestion lot, object entite)
    {
        await using var donnees = lot.Base.Ouvrir();
        donnees.Add(entite);
        await donnees.SaveChangesAsync(Ct);
    }

    private static async Task<T> LireAsync<T>(LotGestion lot, Func<BaseRebond, Task<T>> lire)
    {
        await using var donnees = lot.Base.Ouvrir();
        return await lire(donnees);
    }
}
