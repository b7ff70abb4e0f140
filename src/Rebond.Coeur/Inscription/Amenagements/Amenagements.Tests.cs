using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Inscription;
using Xunit;
using static Rebond.Coeur.Inscription.Amenagements.MesureAmenagement;
using DemandeAmenagement = Rebond.Coeur.Inscription.Amenagements.DemandeAmenagement;

namespace Rebond.Coeur.Tests.Inscription.Amenagements;

public sealed class AmenagementsTests
{
    private static readonly Acteur s_candidat = new(Guid.CreateVersion7(), "Zoé", Role.Candidat, []);
    private readonly FakeTimeProvider _horloge = new(CampagneDEssai.Ouverte);
    private string _numero = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<BaseDeTest> CreerAsync(Moteur moteur = Moteur.Sqlite, Categorie categorie = Categorie.Scolaire, EtatDossier etat = EtatDossier.Enregistre, string? courriel = "zoe@exemple.fr")
    {
        var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        var dossier = CampagneDEssai.UnDossier(categorie, s_candidat.CompteId, etat: etat, courriel: courriel);
        donnees.Add(dossier);
        await donnees.SaveChangesAsync(Ct);
        _numero = dossier.Numero;
        return @base;
    }

    private async Task<Outcome<DemanderAmenagement.Reponse>> DemanderAsync(BaseDeTest @base, MesureAmenagement[]? mesures = null, int? temps = 33, Dispositif? dispositif = Dispositif.Pap, CirconstanceTardive? circonstance = null, Acteur? acteur = null)
    {
        await using var donnees = @base.Ouvrir();
        return await new DemanderAmenagement(donnees).ExecuteAsync(new(_numero, dispositif, mesures ?? [TempsMajore, Ordinateur], temps, true, true, false, circonstance), acteur ?? s_candidat, Ct);
    }

    private static async Task<Outcome<RendreAvis.Reponse>> AvisAsync(BaseDeTest @base, Guid id, bool? favorable = true, DateOnly? le = null, Acteur? acteur = null)
    {
        await using var donnees = @base.Ouvrir();
        var version = await donnees.Set<DemandeAmenagement>().Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Ct);
        return await new RendreAvis(donnees).ExecuteAsync(new(id, version, favorable, le ?? new DateOnly(2023, 11, 20)), acteur ?? CampagneDEssai.Gestionnaire, Ct);
    }

    private static async Task<Outcome<DeciderAmenagement.Reponse>> DeciderAsync(BaseDeTest @base, Guid id, EtatAmenagement? decision, MotifAmenagement? motif = null, MesureAmenagement[]? mesures = null, int? temps = null, Acteur? acteur = null, int? version = null)
    {
        await using var donnees = @base.Ouvrir();
        version ??= await donnees.Set<DemandeAmenagement>().Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Ct);
        return await new DeciderAmenagement(donnees).ExecuteAsync(new(id, version.Value, decision, mesures ?? [], temps, motif), acteur ?? CampagneDEssai.Gestionnaire, Ct);
    }

    private static async Task<DemandeAmenagement> LaDemandeAsync(BaseDeTest @base)
    {
        await using var donnees = @base.Ouvrir();
        return await donnees.Set<DemandeAmenagement>().SingleAsync(Ct);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_demande_suit_la_procedure_que_dit_la_regle_et_le_candidat_en_recoit_l_accuse(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);

        var issue = await DemanderAsync(@base);

        issue.Valeur.Should().Match<DemanderAmenagement.Reponse>(r => r.Procedure == ProcedureSuivie.Simplifiee && r.ReponseDueLe == new DateOnly(2024, 1, 20));
        (await LaDemandeAsync(@base)).Should().Match<DemandeAmenagement>(a => a.MesuresDemandees == "TEMPS_MAJORE ORDINATEUR" && a.TempsMajoreDemande == 33 && a.Etat == EtatAmenagement.Demande);
        await using var donnees = @base.Ouvrir();
        var message = await donnees.Set<Message>().SingleAsync(Ct);
        message.Corps.Should().Contain("Temps majoré de 33 %, ordinateur").And.Contain("Procédure simplifiée").And.Contain("20/01/2024");
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "AMENAGEMENT_DEMANDE", Ct)).Objet.Should().Be($"amenagement:{issue.Valeur!.Id}");
    }

    [Theory]
    [InlineData(Categorie.EnseignementDistance, Dispositif.Pap, 33, ProcedureSuivie.Complete)]
    [InlineData(Categorie.Scolaire, Dispositif.Pap, 50, ProcedureSuivie.Complete)]
    [InlineData(Categorie.Scolaire, Dispositif.Aucun, 33, ProcedureSuivie.Complete)]
    [InlineData(Categorie.Scolaire, Dispositif.Pps, 33, ProcedureSuivie.Simplifiee)]
    public async Task La_procedure_depend_de_la_categorie_du_dispositif_et_du_temps(Categorie categorie, Dispositif dispositif, int temps, ProcedureSuivie attendue)
    {
        await using var @base = await CreerAsync(categorie: categorie);
        (await DemanderAsync(@base, dispositif: dispositif, temps: temps)).Valeur!.Procedure.Should().Be(attendue);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Avant_tout_avis_une_nouvelle_demande_remplace_la_premiere_puis_elle_ne_change_plus(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        var id = (await DemanderAsync(@base)).Valeur!.Id;
        (await DemanderAsync(@base, [SalleAPart])).Valeur!.Id.Should().Be(id);
        (await LaDemandeAsync(@base)).Should().Match<DemandeAmenagement>(a => a.MesuresDemandees == "SALLE_A_PART" && a.TempsMajoreDemande == 0);

        await AvisAsync(@base, id);

        (await DemanderAsync(@base)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEMANDE_DEJA_INSTRUITE");
    }

    [Fact]
    public async Task Une_demande_incomplete_ou_d_un_autre_est_refusee_champ_par_champ()
    {
        await using var @base = await CreerAsync();
        (await DemanderAsync(@base, [], dispositif: null)).Refus.Select(r => r.Code).Should().Equal("DISPOSITIF_ABSENT", "MESURE_ABSENTE");
        foreach (var temps in new int?[] { null, 0, 301 })
            (await DemanderAsync(@base, temps: temps)).Refus.Should().ContainSingle().Which.Code.Should().Be("TEMPS_INVALIDE");
        (await DemanderAsync(@base, acteur: s_candidat with { CompteId = Guid.CreateVersion7() })).Refus[0].Code.Should().Be("INTROUVABLE");
        (await DemanderAsync(@base, acteur: CampagneDEssai.Gestionnaire)).Refus[0].Code.Should().Be("INTERDIT");
        await using var donnees = @base.Ouvrir();
        ((await donnees.Set<DemandeAmenagement>().AnyAsync(Ct)) || await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Theory]
    [InlineData(EtatDossier.Brouillon, "DOSSIER_PAS_ENREGISTRE")]
    [InlineData(EtatDossier.Annule, "DOSSIER_FERME")]
    [InlineData(EtatDossier.Irrecevable, "DOSSIER_FERME")]
    public async Task Un_dossier_qui_n_est_pas_en_cours_ne_demande_rien(EtatDossier etat, string code)
    {
        await using var @base = await CreerAsync(etat: etat);
        (await DemanderAsync(@base)).Refus.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task Apres_la_date_la_demande_dit_ce_qui_l_explique_et_reste_a_decider()
    {
        await using var @base = await CreerAsync();
        _horloge.SetUtcNow(new DateTimeOffset(2024, 2, 1, 9, 0, 0, TimeSpan.Zero));
        (await DemanderAsync(@base)).Refus.Should().ContainSingle().Which.Should().Match<Refus>(r => r.Code == "CIRCONSTANCE_ABSENTE" && r.Phrase.Contains("06/12/2023"));
        (await DemanderAsync(@base, circonstance: CirconstanceTardive.Aucune)).EstReussi.Should().BeTrue("tardive, le recteur décide");
        (await DemanderAsync(@base, circonstance: CirconstanceTardive.Temporaire)).Valeur!.ReponseDueLe.Should().Be(new DateOnly(2024, 4, 1));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_avis_puis_la_decision_sont_dits_au_candidat_avec_le_motif_et_les_recours(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur, Categorie.EnseignementDistance);
        var id = (await DemanderAsync(@base)).Valeur!.Id;
        (await DeciderAsync(@base, id, EtatAmenagement.Accorde)).Refus[0].Code.Should().Be("AVIS_MANQUANT");
        (await AvisAsync(@base, id, false)).EstReussi.Should().BeTrue();

        (await DeciderAsync(@base, id, EtatAmenagement.AccordePartiellement, MotifAmenagement.AvisDefavorable, [Ordinateur])).EstReussi.Should().BeTrue();

        (await LaDemandeAsync(@base)).Should().Match<DemandeAmenagement>(a => a.Etat == EtatAmenagement.AccordePartiellement && a.MesuresAccordees == "ORDINATEUR" && a.TempsMajoreAccorde == 0 && a.AvisFavorable == false && a.DecidePar == CampagneDEssai.Gestionnaire.CompteId);
        await using var donnees = @base.Ouvrir();
        var message = await donnees.Set<Message>().SingleAsync(m => m.Modele == MessagesAmenagement.Decision, Ct);
        message.Corps.Should().Contain("accordée en partie").And.Contain("Accordé : Ordinateur").And.Contain("n’a pas donné d’avis favorable").And.Contain("tribunal administratif").And.Contain("à vérifier");
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "AMENAGEMENT_AVIS", Ct)).Apres.Should().Be("DEFAVORABLE 2023-11-20");
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "AMENAGEMENT_DECIDE", Ct)).Should().Match<LigneJournal>(l => l.Avant == "AVIS_RENDU" && l.Apres == "ACCORDE_PARTIELLEMENT ORDINATEUR 0" && l.Motif == "AVIS_DEFAVORABLE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_decision_se_reprend_apres_un_recours_et_l_ancienne_reste_au_journal(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        var id = (await DemanderAsync(@base)).Valeur!.Id;
        (await DeciderAsync(@base, id, EtatAmenagement.Refuse, MotifAmenagement.PasCeluiDeLaScolarite)).EstReussi.Should().BeTrue("la procédure simplifiée repose sur l'avis déjà donné");
        (await DeciderAsync(@base, id, EtatAmenagement.Accorde)).EstReussi.Should().BeTrue();

        (await LaDemandeAsync(@base)).Should().Match<DemandeAmenagement>(a => a.MesuresAccordees == "TEMPS_MAJORE ORDINATEUR" && a.TempsMajoreAccorde == 33 && a.MotifDecision == null);
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<LigneJournal>().Where(l => l.Acte == "AMENAGEMENT_DECIDE").OrderBy(l => l.Numero).Select(l => l.Avant).ToListAsync(Ct)).Should().Equal("DEMANDE", "REFUSE 0");
        (await donnees.Set<Message>().CountAsync(m => m.Modele == MessagesAmenagement.Decision, Ct)).Should().Be(2);
    }

    [Fact]
    public async Task Une_decision_incomplete_perimee_ou_hors_perimetre_est_refusee()
    {
        await using var @base = await CreerAsync();
        var id = (await DemanderAsync(@base)).Valeur!.Id;
        (await DeciderAsync(@base, id, null)).Refus[0].Code.Should().Be("DECISION_ABSENTE");
        (await DeciderAsync(@base, id, EtatAmenagement.Refuse)).Refus.Should().ContainSingle().Which.Code.Should().Be("MOTIF_ABSENT");
        (await DeciderAsync(@base, id, EtatAmenagement.AccordePartiellement, MotifAmenagement.AutreMesureSuffit)).Refus.Should().ContainSingle().Which.Code.Should().Be("MESURES_INVALIDES");
        (await DeciderAsync(@base, id, EtatAmenagement.AccordePartiellement, MotifAmenagement.AutreMesureSuffit, [TempsMajore, Ordinateur], 33)).Refus[0].Code.Should().Be("MESURES_INVALIDES", "c'est toute la demande");
        (await DeciderAsync(@base, id, EtatAmenagement.AccordePartiellement, MotifAmenagement.AutreMesureSuffit, [TempsMajore])).Refus.Should().ContainSingle().Which.Code.Should().Be("TEMPS_INVALIDE");
        (await DeciderAsync(@base, id, EtatAmenagement.Accorde, version: 7)).Refus[0].Code.Should().Be("MODIFIE_ENTRE_TEMPS");
        (await DeciderAsync(@base, id, EtatAmenagement.Accorde, acteur: CampagneDEssai.GestionnaireDAilleurs)).Refus[0].Code.Should().Be("INTROUVABLE");
        (await AvisAsync(@base, id, null)).Refus[0].Code.Should().Be("AVIS_ABSENT");
        (await AvisAsync(@base, id, le: new DateOnly(2023, 11, 21))).Refus[0].Code.Should().Be("JOUR_INVALIDE");
        (await AvisAsync(@base, id, acteur: CampagneDEssai.Gestionnaire with { Role = Role.Inspecteur })).Refus[0].Code.Should().Be("INTROUVABLE");
        (await LaDemandeAsync(@base)).Etat.Should().Be(EtatAmenagement.Demande);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_demande_retiree_ne_se_decide_pas_et_laisse_en_faire_une_autre(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        var id = (await DemanderAsync(@base)).Valeur!.Id;
        await using (var donnees = @base.Ouvrir())
        {
            (await new RetirerDemande(donnees).ExecuteAsync(new(_numero, id), s_candidat with { CompteId = Guid.CreateVersion7() }, Ct)).Refus[0].Code.Should().Be("INTROUVABLE");
            (await new RetirerDemande(donnees).ExecuteAsync(new(_numero, id), s_candidat, Ct)).EstReussi.Should().BeTrue();
        }
        (await DeciderAsync(@base, id, EtatAmenagement.Accorde)).Refus[0].Code.Should().Be("DEMANDE_RETIREE");
        (await DemanderAsync(@base)).Valeur!.Id.Should().NotBe(id);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Apres_une_decision_seul_un_besoin_nouveau_ouvre_une_autre_demande(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        var id = (await DemanderAsync(@base)).Valeur!.Id;
        await DeciderAsync(@base, id, EtatAmenagement.Accorde);
        (await DemanderAsync(@base)).Refus.Should().ContainSingle().Which.Code.Should().Be("DEMANDE_DEJA_DECIDEE");
        (await DemanderAsync(@base, [Secretaire], circonstance: CirconstanceTardive.Temporaire)).Valeur!.Id.Should().NotBe(id);
        await using var donnees = @base.Ouvrir();
        (await new ListerEffets(donnees).ExecuteAsync(CampagneDEssai.Gestionnaire, Ct)).Valeur.Should().Match<ListerEffets.Reponse>(r => r.Candidats == 1 && r.SansReponse == 1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_demandes_au_meme_instant_n_en_font_qu_une(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);

        var issues = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => DemanderAsync(@base), Ct)));

        issues.Should().Contain(i => i.EstReussi);
        issues.SelectMany(i => i.Refus).Should().OnlyContain(r => r.Code == "MODIFIE_ENTRE_TEMPS");
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<DemandeAmenagement>().CountAsync(Ct)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_reponse_en_retard_passe_en_tete_de_la_liste_qui_monte(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        await DemanderAsync(@base);
        async Task<ListerAmenagements.Reponse> ListerAsync(ListerAmenagements.Vue vue)
        {
            await using var donnees = @base.Ouvrir();
            return (await new ListerAmenagements(donnees).ExecuteAsync(vue, 1, CampagneDEssai.Gestionnaire, Ct)).Valeur!;
        }

        (await ListerAsync(ListerAmenagements.Vue.AttendentAvis)).Comptes.Should().Contain(ListerAmenagements.Vue.EnRetard, 0).And.Contain(ListerAmenagements.Vue.Pressantes, 0).And.Contain(ListerAmenagements.Vue.AttendentDecision, 1, "procédure simplifiée");
        _horloge.SetUtcNow(new DateTimeOffset(2024, 1, 20, 9, 0, 0, TimeSpan.Zero));
        (await ListerAsync(ListerAmenagements.Vue.Pressantes)).Total.Should().Be(1, "le jour même il est encore temps");
        _horloge.SetUtcNow(new DateTimeOffset(2024, 1, 22, 9, 0, 0, TimeSpan.Zero));
        (await ListerAsync(ListerAmenagements.Vue.EnRetard)).Lignes.Should().ContainSingle().Which.Should().Match<ListerAmenagements.Ligne>(l => l.JoursDeRetard == 2 && l.Numero == _numero);

        await using var ailleurs = @base.Ouvrir();
        (await new ListerAmenagements(ailleurs).ExecuteAsync(ListerAmenagements.Vue.EnRetard, 1, CampagneDEssai.GestionnaireDAilleurs, Ct)).Valeur!.Total.Should().Be(0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Ce_que_les_etablissements_prevoient_s_exporte_sans_motif_ni_dispositif(Moteur moteur)
    {
        await using var @base = await CreerAsync(moteur);
        await DeciderAsync(@base, (await DemanderAsync(@base)).Valeur!.Id, EtatAmenagement.Accorde);
        await using var donnees = @base.Ouvrir();
        var lue = (await new ListerEffets(donnees).ExecuteAsync(CampagneDEssai.Gestionnaire, Ct)).Valeur!;
        lue.Etablissements.Should().ContainSingle().Which.Should().Match<ListerEffets.ParEtablissement>(e => e.Uai == "0130001A" && e.Nombre(TempsMajore) == 1 && e.Nombre(Lecteur) == 0);

        using var sortie = new MemoryStream();
        (await new ListerEffets(donnees).ExporterAsync(sortie, FormatTableau.Csv, CampagneDEssai.Gestionnaire, Ct)).Valeur.Should().Be(1);

        var lignes = Encoding.UTF8.GetString(sortie.ToArray()).TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
        lignes[0].Should().StartWith("campagne;uai;etablissement;dossier;nom;prenoms;specialite;temps_majore_pourcent;temps_majore;").And.NotContain("dispositif");
        lignes[1].Should().StartWith($"{CampagneDEssai.Code};0130001A;;{_numero};Essai-Fictif;Zoé;40025214;33;OUI;").And.NotContain("PAP");
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "AMENAGEMENTS_EXPORTES", Ct)).Apres.Should().Be("candidats:1");
    }

    [Fact]
    public void Rien_de_libre_ne_se_garde_d_une_demande()
    {
        // Every text of the row is a list of codes: a diagnosis has nowhere to be written.
        var textes = typeof(DemandeAmenagement).GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.Name);
        textes.Should().Equal(nameof(DemandeAmenagement.MesuresDemandees), nameof(DemandeAmenagement.MesuresAccordees));
        typeof(DemanderAmenagement.Demande).GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.Name).Should().Equal(nameof(DemanderAmenagement.Demande.Numero));
        typeof(DeciderAmenagement.Demande).GetProperties().Should().NotContain(p => p.PropertyType == typeof(string));
    }

    [Fact]
    public async Task Qui_ne_peut_etre_prevenu_n_est_pas_decide_en_silence()
    {
        await using var @base = await CreerAsync(courriel: null);
        (await DemanderAsync(@base)).Refus.Should().ContainSingle().Which.Code.Should().Be("ADRESSE_INCOMPLETE");
    }
}
