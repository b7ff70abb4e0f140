using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Guichet;

/// <summary>What a person of the DEC decides: pieces, the file, its ways out and back; and what the candidate is told.</summary>
public sealed class DeciderEtJugerTests
{
    private const string Motif = "La copie est coupée en bas.";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<Outcome<DeciderPiece.Reponse>> DeciderAsync(GuichetDEssai guichet, Guid id, int version, params DeciderPiece.Decision[] decisions) =>
        guichet.AvecAsync(d => new DeciderPiece(d).ExecuteAsync(new(id, version, decisions), GuichetDEssai.Gestionnaire, Ct));

    private static Task<Outcome<JugerDossier.Reponse>> JugerAsync(GuichetDEssai guichet, Guid id, int version, bool recevable, string? motif = null) =>
        guichet.AvecAsync(d => new JugerDossier(d).ExecuteAsync(new(id, version, recevable, motif), GuichetDEssai.Gestionnaire, Ct));

    private static Task<List<Message>> MessagesAsync(GuichetDEssai guichet) => guichet.AvecAsync(d => d.Set<Message>().AsNoTracking().OrderBy(m => m.Id).ToListAsync(Ct));

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_piece_refusee_rend_le_dossier_incomplet_et_le_candidat_lit_pourquoi(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Signe);
        await guichet.RecevoirAsync(id, new(2023, 12, 5), GuichetDEssai.PiecesDeTous);

        (await DeciderAsync(guichet, id, 1, new DeciderPiece.Decision("PIECE_IDENTITE", EtatPiece.Refusee, " "))).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderPiece.MotifDePiece>();
        var reponse = (await DeciderAsync(guichet, id, 1, new("PIECE_IDENTITE", EtatPiece.Refusee, Motif), new("CONFIRMATION_SIGNEE", EtatPiece.Acceptee, null))).Valeur!;

        reponse.Should().Be(new DeciderPiece.Reponse(EtatDossier.Incomplet, MessageEcrit: true));
        var message = (await MessagesAsync(guichet)).Should().ContainSingle().Which;
        message.Corps.Should().Contain("Copie d’une pièce d’identité").And.Contain("refusée, à renvoyer").And.Contain(Motif).And.Contain("au plus tard le 09/12/2023").And.NotContain("Confirmation d’inscription, datée");
        (message.Objet, message.Academie, message.Coordonnees).Should().Be(($"dossier:{id}", "12", "guichet0@exemple.fr"));
        (await guichet.AvecAsync(d => d.Set<LigneJournal>().Where(l => l.Acte == "DOSSIER_PIECE_DECIDEE").OrderBy(l => l.Numero).Select(l => l.Apres).ToListAsync(Ct))).Should().Equal("PIECE_IDENTITE REFUSEE", "CONFIRMATION_SIGNEE ACCEPTEE");

        (await DeciderAsync(guichet, id, 1, new DeciderPiece.Decision("PIECE_IDENTITE", EtatPiece.Acceptee, null))).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>();
        (await DeciderAsync(guichet, id, 2)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderPiece.RienADecider>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_responsable_d_un_mineur_recoit_la_copie_de_ce_qu_on_ecrit_et_celui_d_un_majeur_non(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        static void Responsable(DossierInscription d) => (d.ResponsableNom, d.ResponsableCourriel, d.SigneResponsableLe) = ("Claude Essai", "parent@exemple.fr", d.SigneLe);
        var mineur = await guichet.AjouterAsync(EtatDossier.Signe, d => { Responsable(d); d.Naissance = new DateOnly(2006, 5, 2); });
        var majeur = await guichet.AjouterAsync(EtatDossier.Signe, Responsable);
        foreach (var id in new[] { mineur, majeur })
        {
            await guichet.RecevoirAsync(id, new(2023, 12, 5), GuichetDEssai.PiecesDeTous);
            (await DeciderAsync(guichet, id, 1, new DeciderPiece.Decision("PIECE_IDENTITE", EtatPiece.Refusee, Motif))).EstReussi.Should().BeTrue();
        }

        var messages = await MessagesAsync(guichet);
        messages.Should().HaveCount(3);
        var auCandidat = messages.Single(m => m.Coordonnees == "guichet0@exemple.fr");
        var copie = messages.Single(m => m.Modele == CopieAuResponsable.Modele);
        copie.Should().Match<Message>(m => m.Coordonnees == "parent@exemple.fr" && m.Nom == "Claude Essai" && m.Objet == $"dossier:{mineur}" && m.Canal == CanalMessage.Courriel);
        copie.Corps.Should().Contain("responsable légal de Zoé Guichet-FictifA, qui n’a pas 18 ans").And.Contain(auCandidat.Corps);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_piece_pas_recue_ne_s_accepte_pas_mais_un_empechement_recoit_sa_reponse(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Signe);
        await guichet.AvecAsync(async d =>
        {
            d.Add(new PieceDossier { DossierId = id, Code = "RECENSEMENT_OU_JDC", Empechement = "Mon pays de naissance ne répond pas." });
            return await d.SaveChangesAsync(Ct);
        });

        (await DeciderAsync(guichet, id, 0, new DeciderPiece.Decision("PIECE_IDENTITE", EtatPiece.Acceptee, null))).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderPiece.PieceAbsente>();
        (await DeciderAsync(guichet, id, 0, new DeciderPiece.Decision("RECENSEMENT_OU_JDC", EtatPiece.Acceptee, null))).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderPiece.PieceAbsente>("on n'accepte pas ce qu'on n'a pas");
        (await DeciderAsync(guichet, id, 0, new DeciderPiece.Decision("RECENSEMENT_OU_JDC", EtatPiece.Dispensee, "Empêchement reconnu."))).Valeur!.MessageEcrit.Should().BeTrue();

        (await MessagesAsync(guichet)).Should().ContainSingle().Which.Corps.Should().Contain("vous en êtes dispensé. Empêchement reconnu.");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_dossier_complet_est_dit_recevable_par_une_personne_et_sans_adresse_rien_n_est_fait(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.CompletAsync();

        (await JugerAsync(guichet, id, 0, recevable: true)).Valeur!.Etat.Should().Be(EtatDossier.Recevable);
        (await MessagesAsync(guichet)).Should().ContainSingle().Which.Corps.Should().Contain("Votre dossier d’inscription est recevable.");
        (await JugerAsync(guichet, id, 1, recevable: true)).Refus.Should().ContainSingle().Which.Should().BeOfType<EtatInadapte>();

        var muet = await guichet.CompletAsync(d => d.Courriel = null);
        (await JugerAsync(guichet, muet, 0, recevable: true)).Refus.Should().ContainSingle().Which.Should().BeOfType<Destinataire.AdresseIncomplete>();
        (await guichet.LireAsync(muet)).Etat.Should().Be(EtatDossier.Recu, "l'acte n'a pas lieu sans être annoncé");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Passer_outre_la_regle_se_motive_et_un_refus_donne_les_voies_de_recours(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Signe);
        await guichet.RecevoirAsync(id, new(2023, 12, 5), ["CONFIRMATION_SIGNEE", "PIECE_IDENTITE"]);
        (await JugerAsync(guichet, id, 1, recevable: true, Motif)).Refus.Should().ContainSingle().Which.Should().BeOfType<JugerDossier.PiecesAControler>();
        await DeciderAsync(guichet, id, 1, new("CONFIRMATION_SIGNEE", EtatPiece.Acceptee, null), new("PIECE_IDENTITE", EtatPiece.Acceptee, null));

        var version = (await guichet.LireAsync(id)).Version;
        (await JugerAsync(guichet, id, version, recevable: true)).Refus.Should().ContainSingle().Which.Should().BeOfType<JugerDossier.ReservesSansMotif>().Which.Phrase.Should().Contain("Attestation de recensement");
        (await JugerAsync(guichet, id, version, recevable: false)).Refus.Should().ContainSingle().Which.Should().BeOfType<MotifInsuffisant>();
        (await JugerAsync(guichet, id, version, recevable: false, "Pièce de recensement jamais reçue.")).Valeur!.Etat.Should().Be(EtatDossier.Irrecevable);

        (await MessagesAsync(guichet)).Last().Corps.Should().Contain("n’est pas recevable").And.Contain("Pièce de recensement jamais reçue.").And.Contain("R. 421-1");
        (await guichet.AvecAsync(d => d.Set<LigneJournal>().SingleAsync(l => l.Acte == "DOSSIER_IRRECEVABLE", Ct))).Apres.Should().Contain("reserves:DOSSIER=INCOMPLET");
        (await JugerAsync(guichet, await guichet.AjouterAsync(EtatDossier.Enregistre), 0, recevable: true, Motif)).Refus.Should().ContainSingle().Which.Should().BeOfType<JugerDossier.NonSigne>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_experience_est_decidee_par_le_seul_inspecteur_designe(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.CompletAsync(d => (d.Categorie, d.Uai, d.Naissance, d.Reponses) = (Categorie.Experience3Ans, null, new DateOnly(1988, 2, 11), GuichetDEssai.ReponsesSimples.Replace("{\"nationalite", "{\"anneesExperience\":4,\"nationalite", StringComparison.Ordinal)));
        (await JugerAsync(guichet, id, 0, recevable: true, Motif)).Refus.Should().ContainSingle().Which.Should().BeOfType<JugerDossier.ExperienceNonDecidee>();

        (await guichet.AvecAsync(d => new EnvoyerExperience(d).ExecuteAsync(new(id, 0, Guid.NewGuid()), GuichetDEssai.Gestionnaire, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<EnvoyerExperience.InspecteurInconnu>();
        var avis = (await guichet.AvecAsync(d => new EnvoyerExperience(d).ExecuteAsync(new(id, 0, GuichetDEssai.Inspecteur.CompteId!.Value), GuichetDEssai.Gestionnaire, Ct))).Valeur!.AvisId;
        Task<Outcome<DeciderExperience.Reponse>> Decider(Acteur acteur, string? motif) => guichet.AvecAsync(d => new DeciderExperience(d).ExecuteAsync(new(avis, 0, true, motif), acteur, Ct));

        (await guichet.AvecAsync(d => new ConsulterExperiences(d).ExecuteAsync(GuichetDEssai.AutreInspecteur, Ct))).Valeur.Should().BeEmpty();
        (await Decider(GuichetDEssai.AutreInspecteur, Motif)).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await Decider(GuichetDEssai.Gestionnaire, Motif)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await Decider(GuichetDEssai.Inspecteur, null)).Refus.Should().ContainSingle().Which.Should().BeOfType<MotifInsuffisant>();
        (await Decider(GuichetDEssai.Inspecteur, "Quatre ans de cuisine attestés.")).Valeur!.Etat.Should().Be(EtatAvisExperience.Valide);
        (await Decider(GuichetDEssai.Inspecteur, Motif)).Refus.Should().ContainSingle().Which.Should().BeOfType<DeciderExperience.ReponseDonnee>();

        (await MessagesAsync(guichet)).Should().ContainSingle().Which.Corps.Should().Contain("a reconnu vos trois ans").And.Contain("Quatre ans de cuisine attestés.");
        (await JugerAsync(guichet, id, 0, recevable: true)).Refus.Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Rouvrir_des_choix_signes_demande_un_motif_et_un_terme_et_fait_signer_de_nouveau(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.CompletAsync(d => (d.ReouvertureDemandeeLe, d.ReouvertureMotif) = (InscriptionDEssai.A(12, 6, 9).UtcDateTime, "Je me suis trompée de langue."));
        Task<Outcome<RouvrirSignature.Reponse>> Rouvrir(string? motif, DateTime? jusquau) => guichet.AvecAsync(d => new RouvrirSignature(d).ExecuteAsync(new(id, 0, motif, jusquau), GuichetDEssai.Gestionnaire, Ct));

        (await Rouvrir("non", InscriptionDEssai.A(12, 12, 18).UtcDateTime)).Refus.Should().ContainSingle().Which.Should().BeOfType<MotifInsuffisant>();
        (await Rouvrir(Motif, InscriptionDEssai.A(12, 7, 18).UtcDateTime)).Refus.Should().ContainSingle().Which.Should().BeOfType<Prolonger.InstantInvalide>();
        (await Rouvrir(Motif, InscriptionDEssai.A(12, 12, 18).UtcDateTime)).EstReussi.Should().BeTrue();

        (await guichet.LireAsync(id)).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Enregistre && d.SigneLe == null && d.ReouvertureDemandeeLe == null && d.ProlongeJusquau == InscriptionDEssai.A(12, 12, 18).UtcDateTime);
        (await guichet.PieceAsync(id, "CONFIRMATION_SIGNEE")).Should().Be(EtatPiece.Perimee);
        (await MessagesAsync(guichet)).Should().ContainSingle().Which.Corps.Should().Contain("12/12/2023 à 18").And.Contain(Motif);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_demande_de_reouverture_se_refuse_avec_sa_raison_et_une_prolongation_ne_va_qu_a_un_dossier_modifiable(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.CompletAsync(d => (d.ReouvertureDemandeeLe, d.ReouvertureMotif) = (InscriptionDEssai.A(12, 6, 9).UtcDateTime, "Je me suis trompée de langue."));

        (await guichet.AvecAsync(d => new RefuserReouverture(d).ExecuteAsync(new(id, 0, "Les sujets sont commandés."), GuichetDEssai.Gestionnaire, Ct))).EstReussi.Should().BeTrue();
        (await guichet.LireAsync(id)).Should().Match<DossierInscription>(d => d.ReouvertureDemandeeLe == null && d.SigneLe != null);
        (await guichet.AvecAsync(d => new RefuserReouverture(d).ExecuteAsync(new(id, 1, Motif), GuichetDEssai.Gestionnaire, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<RefuserReouverture.RienDemande>();

        var fin = InscriptionDEssai.A(12, 15, 12).UtcDateTime;
        (await guichet.AvecAsync(d => new Prolonger(d).ExecuteAsync(new(id, 1, Motif, fin), GuichetDEssai.Gestionnaire, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<EtatInadapte>();
        var ouvert = await guichet.AjouterAsync(EtatDossier.Enregistre);
        (await guichet.AvecAsync(d => new Prolonger(d).ExecuteAsync(new(ouvert, 0, Motif, fin), GuichetDEssai.Gestionnaire, Ct))).Valeur!.Jusquau.Should().Be(fin);
        (await guichet.LireAsync(ouvert)).ProlongeJusquau.Should().Be(fin);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_doublon_se_voit_s_ecarte_et_se_reprend_jusqu_a_la_convocation(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var garde = await guichet.CompletAsync();
        var double_ = await guichet.AjouterAsync(EtatDossier.Enregistre, d => d.Ine = "990000000AZ");
        await guichet.AjouterAsync(EtatDossier.Signe);
        Task<Outcome<EcarterDossier.Reponse>> Ecarter(int version) => guichet.AvecAsync(d => new EcarterDossier(d).ExecuteAsync(new(double_, version, "Second dossier de la même personne."), GuichetDEssai.Gestionnaire, Ct));
        Task<Outcome<EcarterDossier.Reponse>> Retablir(int version) => guichet.AvecAsync(d => new RetablirDossier(d).ExecuteAsync(new(double_, version, "Ce sont deux personnes."), GuichetDEssai.Gestionnaire, Ct));

        var groupe = (await guichet.AvecAsync(d => new ListerDoublons(d).ExecuteAsync(GuichetDEssai.Gestionnaire, Ct))).Valeur.Should().ContainSingle().Which;
        (groupe.MemeIne, groupe.Dossiers[0].Id, groupe.Dossiers.Count).Should().Be((true, garde, 2));
        (await Ecarter(0)).Valeur!.Etat.Should().Be(EtatDossier.Ecarte);
        (await guichet.AvecAsync(d => new ListerDoublons(d).ExecuteAsync(GuichetDEssai.Gestionnaire, Ct))).Valeur.Should().BeEmpty();
        (await Retablir(1)).Valeur!.Etat.Should().Be(EtatDossier.Enregistre);
        await Ecarter(2);
        await guichet.AvecAsync(d => d.Set<DossierInscription>().Where(x => x.Id == double_).ExecuteUpdateAsync(x => x.SetProperty(y => y.ConvoqueLe, InscriptionDEssai.A(12, 8, 9).UtcDateTime), Ct));
        (await Retablir(3)).Refus.Should().ContainSingle().Which.Should().BeOfType<RetablirDossier.DejaConvoque>();
        (await MessagesAsync(guichet)).Should().HaveCount(3);
    }
}
