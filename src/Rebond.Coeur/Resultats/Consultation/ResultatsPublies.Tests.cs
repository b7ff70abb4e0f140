using AwesomeAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Coeur.Resultats.Statistiques;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats.Consultation;

/// <summary>What leaves the jury, on both engines: nothing before two signatures and the hour, nothing of who does not consent, nothing that is only proposed.</summary>
public sealed class ResultatsPubliesTests
{
    private static readonly EphemeralDataProtectionProvider Protection = new();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_liste_publique_ne_tient_que_les_admis_publies_qui_y_consentent(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        (await ChercherAsync(jury)).Total.Should().Be(0, "rien n'est publié");
        await jury.PublierAsync();

        var liste = await ChercherAsync(jury);

        liste.Lignes.Select(l => l.Nom).Should().Equal(["D’Essai", "Garcia-Démo"], "l'ajourné, celui du contrôle et celle qui refuse de paraître n'y sont pas");
        (await ChercherAsync(jury, nom: "garcia-demo")).Lignes.Should().ContainSingle();
        (await ChercherAsync(jury, nom: "Müller")).Total.Should().Be(0, "elle est admise et refuse de paraître");
        (await jury.LireAsync(d => new RechercherResultatsPublics(d, TimeProvider.System).ExecuteAsync(new(LotGestion.Session, "G"), Ct))).Refus.Should().ContainSingle().Which.Code.Should().Be("NOM_TROP_COURT");
        (await jury.LireAsync(d => new RechercherResultatsPublics(d, TimeProvider.System).CompterParDepartementAsync(LotGestion.Session, Ct))).Should().Equal(new Dictionary<string, int> { ["013"] = 2 });
        (await jury.LireAsync(d => new RechercherResultatsPublics(d, TimeProvider.System).ListerEtablissementsAsync(LotGestion.Session, "013", Ct))).Should().ContainSingle().Which.Admis.Should().Be(2);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_proposition_ne_parait_nulle_part_meme_publication_signee(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();
        await jury.LireAsync(d => d.Set<Candidature>().ExecuteUpdateAsync(c => c.SetProperty(x => x.ConsentementPublication, true), Ct));
        await jury.DelibererSessionAsync();
        await jury.PublierAsync();

        (await ChercherAsync(jury)).Total.Should().Be(0);
        (await MonResultatAsync(jury, 2)).Valeur!.Publies.Should().BeEmpty();
        (await jury.LireAsync(d => new LireStatistiquesPubliques(d, TimeProvider.System).ExecuteAsync(new(LotGestion.Session), Ct))).Valeur!.Reussites.Should().BeEmpty();
        (await jury.LireAsync(d => new LireDecisionsAImprimer(d).ExecuteAsync(new(LotGestion.Session, TypeExamen.BacPro, GroupeEpreuves.Premier), LotGestion.Gestionnaire(), Ct))).Refus.Should().ContainSingle().Which.Code.Should().Be("AUCUNE_DECISION");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_candidat_lit_son_resultat_apres_la_publication_et_jamais_celui_d_un_autre(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        (await MonResultatAsync(jury, 2)).Valeur!.Publies.Should().BeEmpty();
        await jury.PublierAsync();

        var sien = (await MonResultatAsync(jury, 2)).Valeur!;

        sien.Actuel!.Decision.Decision.Should().Be(Decision.Admis);
        sien.Actuel.Conclusion.Motifs.Should().NotBeEmpty();
        (await MonResultatAsync(jury, 2, demande: jury.Lot.Ids[3])).Refus.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        (await jury.LireAsync(d => new ConsulterMonResultat(d, TimeProvider.System).ExecuteAsync(new(jury.Lot.Ids[2]), LotGestion.Gestionnaire(), Ct))).Refus.Should().ContainSingle().Which.Code.Should().Be("INTERDIT");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_calendrier_dit_ce_qui_est_publie_et_change_d_etat_a_chaque_publication(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        var avant = (await CalendrierAsync(jury, null)).Valeur!;
        avant.Etapes.Should().Equal(new LireCalendrierResultats.Etape(TypeExamen.BacPro, GroupeEpreuves.Premier, null, false, 5), new LireCalendrierResultats.Etape(TypeExamen.BacPro, GroupeEpreuves.Second, null, false, 5));
        await jury.PublierAsync();

        var apres = (await CalendrierAsync(jury, LotGestion.Session)).Valeur!;

        apres.Etapes[0].Publiee.Should().BeTrue();
        (avant.Etat, apres.Etat).Should().Be(("2020-06:00", "2020-06:10"));
        (await CalendrierAsync(jury, SessionExamen.Juin(2019))).Refus.Should().ContainSingle().Which.Code.Should().Be("AUCUNE_SESSION");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_releves_s_impriment_apres_la_seconde_signature_et_le_tirage_est_au_journal(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        var demande = new LireDecisionsAImprimer.Demande(LotGestion.Session, TypeExamen.BacPro, GroupeEpreuves.Premier);
        (await ImprimerAsync(jury, demande)).Refus.Should().ContainSingle().Which.Code.Should().Be("PUBLICATION_NON_SIGNEE");
        await jury.PublierAsync();

        (await ImprimerAsync(jury, demande)).Valeur!.Etablissements.Should().Equal((LotGestion.Uai, 5));

        (await jury.LireAsync(d => new LireDecisionsAImprimer(d).LireAsync(demande, LotGestion.Uai, 1, 2, Ct))).Select(r => r.Candidature.Nom).Should().Equal("Benoît-Exemple", "D’Essai");
        (await jury.JournalAsync("RELEVES_IMPRIMES")).Should().ContainSingle().Which.Apres.Should().Be("releves:5");
        (await ImprimerAsync(jury, demande with { Session = SessionExamen.Juin(2019) })).Refus.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        (await ImprimerAsync(jury, demande, LotGestion.Gestionnaire(TypePerimetre.Academie, "12"))).Refus.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        (await ImprimerAsync(jury, demande, LotGestion.Gestionnaire(TypePerimetre.Departement, "013"))).Refus.Should().ContainSingle().Which.Code.Should().Be("INTERDIT");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_taux_de_moins_de_cinq_candidats_ne_se_lit_pas(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        await jury.PublierAsync();
        (await StatistiquesAsync(jury)).Reussites.Should().ContainSingle().Which.Should().Be(new LireStatistiquesPubliques.Reussite(TypeExamen.BacPro, LotGestion.Specialite, "Gestion administration", 5, 3));

        await jury.LireAsync(d => d.Set<Candidature>().Where(c => c.Id == jury.Lot.Ids[0]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Specialite, "40030099"), Ct));

        (await StatistiquesAsync(jury)).Reussites.Should().BeEmpty("quatre et un : chaque taux serait presque le résultat de quelqu'un");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_releve_scelle_se_verifie_apres_publication_et_plus_apres_une_correction(Moteur moteur)
    {
        await using var jury = await DelibereAsync(moteur);
        var code = await ScellerAsync(jury, 2);
        (await ScellerAsync(jury, 2)).Should().Be(code, "la même décision a le même sceau");
        (await VerifierAsync(jury, code)).Refus.Should().ContainSingle().Which.Code.Should().Be("RELEVE_NON_PUBLIE");
        await jury.PublierAsync();

        (await VerifierAsync(jury, code.ToLowerInvariant().Replace('-', ' '))).Valeur!.Should().BeEquivalentTo(new { Nom = "D’Essai", Decision = Decision.Admis });
        (await VerifierAsync(jury, "trop court")).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_MAL_FORME");
        (await VerifierAsync(jury, "0000-0000-0000-0000")).Refus.Should().ContainSingle().Which.Code.Should().Be("CODE_INCONNU");

        await jury.LireAsync(d => d.Set<DecisionCandidat>().Where(x => x.CandidatureId == jury.Lot.Ids[2]).ExecuteUpdateAsync(x => x.SetProperty(y => y.Mention, Mention.TresBien), Ct));
        (await VerifierAsync(jury, code)).Refus.Should().ContainSingle().Which.Code.Should().Be("RELEVE_REMPLACE");
    }

    /// <summary>Everyone consents but the last, who is admitted.</summary>
    private static async Task<JuryEnDeliberation> DelibereAsync(Moteur moteur)
    {
        var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.LireAsync(d => d.Set<Candidature>().Where(c => c.Id != jury.Lot.Ids[4]).ExecuteUpdateAsync(c => c.SetProperty(x => x.ConsentementPublication, true), Ct));
        (await jury.DelibererSessionAsync()).EstReussi.Should().BeTrue();
        return jury;
    }

    private static async Task<RechercherResultatsPublics.Reponse> ChercherAsync(JuryEnDeliberation jury, string? nom = null) =>
        (await jury.LireAsync(d => new RechercherResultatsPublics(d, TimeProvider.System).ExecuteAsync(new(LotGestion.Session, nom), Ct))).Valeur!;

    private static Task<Rebond.Coeur.Socle.Outcome<ConsulterMonResultat.Reponse>> MonResultatAsync(JuryEnDeliberation jury, int rang, Guid? demande = null) =>
        jury.LireAsync(d => new ConsulterMonResultat(d, TimeProvider.System).ExecuteAsync(new(demande), new Acteur(Guid.NewGuid(), "candidat", Role.Candidat, [new(TypePerimetre.Candidature, jury.Lot.Ids[rang].ToString())]), Ct));

    private static Task<Rebond.Coeur.Socle.Outcome<LireCalendrierResultats.Reponse>> CalendrierAsync(JuryEnDeliberation jury, SessionExamen? session) =>
        jury.LireAsync(d => new LireCalendrierResultats(d, TimeProvider.System).ExecuteAsync(session, Ct));

    private static Task<Rebond.Coeur.Socle.Outcome<LireDecisionsAImprimer.Reponse>> ImprimerAsync(JuryEnDeliberation jury, LireDecisionsAImprimer.Demande demande, Acteur? acteur = null) =>
        jury.LireAsync(d => new LireDecisionsAImprimer(d).ExecuteAsync(demande, acteur ?? LotGestion.Gestionnaire(), Ct));

    private static async Task<LireStatistiquesPubliques.Reponse> StatistiquesAsync(JuryEnDeliberation jury) =>
        (await jury.LireAsync(d => new LireStatistiquesPubliques(d, TimeProvider.System).ExecuteAsync(new(LotGestion.Session), Ct))).Valeur!;

    private static async Task<string> ScellerAsync(JuryEnDeliberation jury, int rang)
    {
        var decision = (await jury.DecisionsAsync())[rang];
        var candidature = await jury.LireAsync(d => d.Set<Candidature>().AsNoTracking().SingleAsync(c => c.Id == decision.CandidatureId, Ct));
        return (await jury.LireAsync(d => new ScellerReleves(d, Protection, TimeProvider.System).ExecuteAsync([(candidature, decision)], Ct)))[0];
    }

    private static Task<Rebond.Coeur.Socle.Outcome<VerifierReleve.Reponse>> VerifierAsync(JuryEnDeliberation jury, string code) =>
        jury.LireAsync((BaseRebond d) => new VerifierReleve(d, new ScellerReleves(d, Protection, TimeProvider.System), TimeProvider.System).ExecuteAsync(code, Ct));
}
