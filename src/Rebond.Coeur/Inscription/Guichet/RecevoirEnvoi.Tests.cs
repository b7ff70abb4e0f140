using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Profils;
using Rebond.Tests.Commun.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Guichet;

/// <summary>What comes by post, and the signature on paper.</summary>
public sealed class RecevoirEnvoiTests
{
    private static readonly DateOnly s_aTemps = new(2023, 12, 5);
    private static readonly DateOnly s_tard = new(2023, 12, 10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_envoi_a_temps_et_complet_attend_d_etre_controle(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Signe);

        var recu = (await guichet.RecevoirAsync(id, s_aTemps, GuichetDEssai.PiecesDeTous)).Valeur!;

        (recu.Reception.Valeur, recu.VersionAncienne, recu.Etat).Should().Be(("ACCEPTE", false, EtatDossier.Recu));
        recu.Manquantes.Should().BeEmpty();
        (await guichet.PieceAsync(id, "PIECE_IDENTITE")).Should().Be(EtatPiece.Deposee);
        await using var donnees = guichet.Base.Ouvrir();
        (await donnees.Set<EnvoiDossier>().SingleAsync(Ct)).Should().Match<EnvoiDossier>(e => e.Accepte && e.Cachet == s_aTemps && e.RecuPar == GuichetDEssai.Gestionnaire.CompteId && e.NumeroVersionLu == 2);
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "DOSSIER_ENVOI_RECU", Ct)).Should().Match<LigneJournal>(l => l.Objet == $"dossier:{id}" && l.Avant == "SIGNE" && l.Apres!.StartsWith("RECU ACCEPTE"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_envoi_tardif_est_garde_et_dit_tardif(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        guichet.Horloge.Maintenant = InscriptionDEssai.A(12, 14, 9).UtcDateTime;
        var id = await guichet.AjouterAsync(EtatDossier.Signe);

        var recu = (await guichet.RecevoirAsync(id, s_tard, ["PIECE_IDENTITE"])).Valeur!;

        recu.Reception.Valeur.Should().Be("REFUSE");
        recu.Reception.Phrase.Should().Contain("10/12/2023").And.Contain("09/12/2023");
        recu.Etat.Should().Be(EtatDossier.Incomplet);
        recu.Manquantes.Select(p => p.Code).Should().BeEquivalentTo("CONFIRMATION_SIGNEE", "RECENSEMENT_OU_JDC");
        (await guichet.AvecAsync(d => d.Set<EnvoiDossier>().SingleAsync(Ct))).Accepte.Should().BeFalse();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_cachet_illisible_apres_la_date_est_a_examiner_et_non_refuse(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        guichet.Horloge.Maintenant = InscriptionDEssai.A(12, 14, 9).UtcDateTime;
        var id = await guichet.AjouterAsync(EtatDossier.Signe);

        (await guichet.RecevoirAsync(id, null, GuichetDEssai.PiecesDeTous)).Valeur!.Reception.Valeur.Should().Be("A_EXAMINER");

        (await guichet.AvecAsync(d => d.Set<EnvoiDossier>().SingleAsync(Ct))).Accepte.Should().BeTrue("inconnu n'est pas tardif");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_version_ancienne_est_signalee_et_une_version_inconnue_refusee(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Signe);

        (await guichet.RecevoirAsync(id, s_aTemps, [], version: 1)).Valeur!.VersionAncienne.Should().BeTrue();
        (await guichet.RecevoirAsync(id, s_aTemps, [], version: 3)).Refus.Should().ContainSingle().Which.Should().Be(new RecevoirEnvoi.VersionInconnue(3, 2));
        (await guichet.RecevoirAsync(id, new(2023, 12, 9), [], version: 0)).Refus.Select(r => r.Code).Should().Equal("VERSION_INCONNUE", "DATE_IMPOSSIBLE");
        (await guichet.RecevoirAsync(id, s_aTemps, ["PASSEPORT_DE_CHIEN"])).Refus.Should().ContainSingle().Which.Should().BeOfType<RecevoirEnvoi.PieceInconnue>();
        (await guichet.RecevoirAsync(await guichet.AjouterAsync(EtatDossier.Brouillon, d => d.NumeroVersion = 0), s_aTemps, [])).Refus.Should().ContainSingle().Which.Should().BeOfType<RecevoirEnvoi.PasEnregistre>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_piece_deja_acceptee_ne_redevient_pas_a_controler_et_un_dossier_sorti_ne_bouge_pas(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.CompletAsync();
        await guichet.RecevoirAsync(id, s_aTemps, ["PIECE_IDENTITE"]);
        (await guichet.PieceAsync(id, "PIECE_IDENTITE")).Should().Be(EtatPiece.Acceptee);

        var annule = await guichet.AjouterAsync(EtatDossier.Annule);
        (await guichet.RecevoirAsync(annule, s_aTemps, ["PIECE_IDENTITE"])).Valeur!.Etat.Should().Be(EtatDossier.Annule);
        (await guichet.PieceAsync(annule, "PIECE_IDENTITE")).Should().Be(EtatPiece.Deposee, "rien de reçu n'est perdu");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_confirmation_signee_recue_dans_l_envoi_rend_les_choix_definitifs(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Enregistre);

        (await guichet.RecevoirAsync(id, s_aTemps, GuichetDEssai.PiecesDeTous, version: 1, signe: true)).Refus.Should().ContainSingle().Which.Should().Be(new EnregistrerSignaturePapier.VersionPerimee(1, 2));
        (await guichet.RecevoirAsync(id, s_aTemps, GuichetDEssai.PiecesDeTous, signe: true)).Valeur!.Etat.Should().Be(EtatDossier.Recu);

        (await guichet.LireAsync(id)).Should().Match<DossierInscription>(d => d.SigneLe != null && d.ModeSignature == ModeSignature.Papier);
        (await guichet.PieceAsync(id, "CONFIRMATION_SIGNEE")).Should().Be(EtatPiece.Acceptee);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_mineur_n_est_signe_que_lorsque_son_responsable_a_signe_aussi(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Enregistre, d => d.Naissance = new DateOnly(2006, 5, 2));
        Task<Outcome<EnregistrerSignaturePapier.Reponse>> Signer(int version, bool candidat, bool responsable) =>
            guichet.AvecAsync(d => new EnregistrerSignaturePapier(d).ExecuteAsync(new(id, version, 2, candidat, responsable), GuichetDEssai.Gestionnaire, Ct));

        (await Signer(0, false, false)).Refus.Should().ContainSingle().Which.Should().BeOfType<EnregistrerSignaturePapier.RienDeSigne>();
        (await Signer(0, true, false)).Valeur.Should().Be(new EnregistrerSignaturePapier.Reponse(EtatDossier.Enregistre, AttendResponsable: true));
        (await Signer(0, false, true)).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>();
        (await Signer(1, false, true)).Valeur.Should().Be(new EnregistrerSignaturePapier.Reponse(EtatDossier.Signe, AttendResponsable: false));
        (await Signer(2, true, true)).Refus.Should().ContainSingle().Which.Should().BeOfType<EtatInadapte>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Hors_de_l_academie_le_dossier_n_existe_pas_et_un_candidat_n_a_pas_de_guichet(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.AjouterAsync(EtatDossier.Signe);
        Task<Outcome<RecevoirEnvoi.Reponse>> Recevoir(Acteur acteur) => guichet.AvecAsync(d => new RecevoirEnvoi(d).ExecuteAsync(new(id, 2, Canal.Poste, s_aTemps, []), acteur, Ct));

        (await Recevoir(GuichetDEssai.Ailleurs)).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await Recevoir(new Acteur(Guid.NewGuid(), "candidat", Role.Candidat, []))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await Recevoir(new Acteur(Guid.NewGuid(), "département", Role.Gestionnaire, [new(TypePerimetre.Departement, "054")]))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }
}
