using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Messages;
using Rebond.Tests.Commun.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Guichet;

/// <summary>What the desk does to many files at once: queues, relances, cancellations by two people.</summary>
public sealed class LotsDuGuichetTests
{
    private const string Campagne = InscriptionDEssai.CodeCampagne;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<Outcome<RelancerDossiers.Reponse>> RelancerAsync(GuichetDEssai guichet, bool apercu, CanalMessage? canal = null) =>
        guichet.AvecAsync(d => new RelancerDossiers(d).ExecuteAsync(new(Campagne, [], canal, apercu), GuichetDEssai.Gestionnaire, Ct));

    private static Task<Outcome<ConfirmerAnnulation.Reponse>> ConfirmerAsync(GuichetDEssai guichet, Guid lot, Acteur acteur, int version = 0) =>
        guichet.AvecAsync(d => new ConfirmerAnnulation(d).ExecuteAsync(new(lot, version), acteur, Ct));

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_files_comptent_trient_et_filtrent(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        await guichet.AjouterAsync(EtatDossier.Enregistre);
        var signe = await guichet.AjouterAsync(EtatDossier.Signe, d => d.Pole = "TERTIAIRE");
        await guichet.CompletAsync();
        await guichet.RecevoirAsync(signe, new(2023, 12, 5), ["PIECE_IDENTITE"]);
        Task<Outcome<ListerGuichet.Reponse>> Lister(ListerGuichet.Criteres criteres, Acteur? acteur = null) => guichet.AvecAsync(d => new ListerGuichet(d).ExecuteAsync(criteres, 1, acteur ?? GuichetDEssai.Gestionnaire, Ct));

        var tout = (await Lister(new())).Valeur!;
        tout.ParEtat.Should().BeEquivalentTo(new Dictionary<EtatDossier, int> { [EtatDossier.Enregistre] = 1, [EtatDossier.Incomplet] = 1, [EtatDossier.Recu] = 1 });
        tout.Poles.Should().Equal("INDUSTRIEL", "TERTIAIRE");
        tout.ParTravail[ListerGuichet.Travail.PiecesAControler].Should().Be(1);
        tout.Lignes.Select(l => l.Dossier.Etat).Should().Equal(EtatDossier.Enregistre, EtatDossier.Recu, EtatDossier.Incomplet);
        (await Lister(new(Pole: "TERTIAIRE", Travail: ListerGuichet.Travail.PiecesAControler))).Valeur!.Lignes.Should().ContainSingle().Which.Should().Match<ListerGuichet.Ligne>(l => l.Dossier.Id == signe && l.AControler == 1);
        (await Lister(new(Age: ListerGuichet.Age.DeSeptATrenteJours))).Valeur!.Total.Should().Be(1, "le seul sans mouvement depuis le 20 novembre");
        (await Lister(new(), GuichetDEssai.Ailleurs)).Valeur!.Total.Should().Be(0);

        using var sortie = new MemoryStream();
        (await guichet.AvecAsync(d => new ExporterGuichet(d).ExecuteAsync(new(new(Etat: EtatDossier.Incomplet), sortie, FormatTableau.Csv), GuichetDEssai.Gestionnaire, Ct))).Valeur!.Lignes.Should().Be(1);
        Encoding.UTF8.GetString(sortie.ToArray()).Should().Contain("INCOMPLET;Guichet-FictifB").And.Contain("CONFIRMATION_SIGNEE RECENSEMENT_OU_JDC");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task On_trouve_par_numero_ou_par_nom_et_la_courbe_cumule_par_jour(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var id = await guichet.CompletAsync(d => d.Nom = "D’Étang-Fictif");
        await guichet.AjouterAsync(EtatDossier.Enregistre);
        var numero = (await guichet.LireAsync(id)).Numero;
        Task<Outcome<TrouverDossier.Reponse>> Trouver(string? texte, bool seul = false) => guichet.AvecAsync(d => new TrouverDossier(d).ExecuteAsync(texte, seul, GuichetDEssai.Gestionnaire, Ct));

        (await Trouver($"{numero}/2", seul: true)).Valeur.Should().Match<TrouverDossier.Reponse>(r => r.Version == 2 && r.Dossiers.Single().Id == id);
        (await Trouver("zoe etang")).Valeur!.Dossiers.Should().ContainSingle().Which.Id.Should().Be(id);
        (await Trouver("fictif")).Valeur!.EnTout.Should().Be(2);
        (await Trouver("z")).Refus.Should().ContainSingle().Which.Should().BeOfType<TrouverDossier.RechercheVide>();
        (await Trouver("zoe etang", seul: true)).Refus.Should().ContainSingle().Which.Should().BeOfType<TrouverDossier.NumeroIllisible>();

        var jours = (await guichet.AvecAsync(d => new CompterInscriptions(d).ExecuteAsync(Campagne, GuichetDEssai.Gestionnaire, Ct))).Valeur!.Jours;
        (jours[0].Date, jours[^1].Date).Should().Be((new DateOnly(2023, 11, 18), new DateOnly(2023, 12, 8)));
        jours[0].Should().Be(new CompterInscriptions.Jour(new(2023, 11, 18), 2, 0, 0, 0));
        jours[^1].Should().Be(new CompterInscriptions.Jour(new(2023, 12, 8), 2, 2, 1, 1));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_relance_se_lit_avant_de_partir_et_ne_part_pas_deux_fois(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var parCourriel = await guichet.AjouterAsync(EtatDossier.Signe);
        await guichet.AjouterAsync(EtatDossier.Enregistre, d => (d.Courriel, d.AdresseLigne1, d.CodePostal, d.Ville) = (null, "1 rue Fictive", "54000", "NANCY"));
        await guichet.AjouterAsync(EtatDossier.Signe, d => d.Courriel = null);
        await guichet.CompletAsync();

        var apercu = (await RelancerAsync(guichet, apercu: true)).Valeur!;
        apercu.Prets.Should().HaveCount(2);
        apercu.Refuses.Should().ContainSingle().Which.Refus.Should().ContainSingle().Which.Should().BeOfType<Destinataire.AdresseIncomplete>();
        (await guichet.AvecAsync(d => d.Set<Message>().CountAsync(Ct))).Should().Be(0);
        apercu.Prets.Single(p => p.Dossier.Id == parCourriel).Message!.Corps.Should().Contain("- Copie d’une pièce d’identité").And.Contain("au plus tard le 09/12/2023").And.Contain("l’annulation de l’inscription").And.NotContain("votre signature");
        apercu.Prets.Single(p => p.Dossier.Id != parCourriel).Message!.Should().Match<Message>(m => m.Canal == CanalMessage.Lettre && m.Corps.Contains("votre signature"));

        (await RelancerAsync(guichet, apercu: false)).Valeur!.Prets.Should().HaveCount(2);
        (await guichet.AvecAsync(d => d.Set<Message>().CountAsync(Ct))).Should().Be(2);
        (await guichet.LireAsync(parCourriel)).Should().Match<DossierInscription>(d => d.Relances == 1 && d.DerniereRelanceLe != null);
        (await RelancerAsync(guichet, apercu: false)).Valeur!.Prets.Should().BeEmpty("déjà relancés");
        guichet.Horloge.Maintenant = guichet.Horloge.Maintenant.AddDays(8);
        (await RelancerAsync(guichet, apercu: true)).Valeur!.Prets.Should().HaveCount(2);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Relance_et_annulation_d_un_mineur_vont_aussi_a_son_responsable(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var mineur = await guichet.AjouterAsync(EtatDossier.Signe, d => (d.Naissance, d.ResponsableNom, d.ResponsableCourriel, d.SigneResponsableLe) = (new DateOnly(2006, 5, 2), "Claude Essai", "parent@exemple.fr", d.SigneLe));
        await guichet.AjouterAsync(EtatDossier.Signe, d => (d.Naissance, d.ResponsableNom, d.ResponsableCourriel) = (new DateOnly(2006, 5, 2), "Dominique Essai", "pas une adresse"));
        Task<List<Message>> CopiesAsync() => guichet.AvecAsync(d => d.Set<Message>().AsNoTracking().Where(m => m.Modele == CopieAuResponsable.Modele).OrderBy(m => m.Id).ToListAsync(Ct));

        var apercu = (await RelancerAsync(guichet, apercu: true)).Valeur!;
        apercu.Prets.Select(p => (p.Dossier.Id == mineur, p.Copie)).Should().BeEquivalentTo([(true, "parent@exemple.fr"), (false, (string?)null)]);
        (await CopiesAsync()).Should().BeEmpty();
        (await RelancerAsync(guichet, apercu: false)).Valeur!.Prets.Should().HaveCount(2);
        var copie = (await CopiesAsync()).Should().ContainSingle().Which;
        copie.Cle.Should().Be($"RELANCE:{mineur}:2023-12-08:RESPONSABLE");
        copie.Corps.Should().Contain("- Copie d’une pièce d’identité");

        guichet.Horloge.Maintenant = InscriptionDEssai.A(12, 18, 9).UtcDateTime;
        var lot = (await guichet.AvecAsync(d => new PreparerAnnulation(d).ExecuteAsync(new(Campagne, "Date passée."), GuichetDEssai.Gestionnaire, Ct))).Valeur!;
        (await guichet.AvecAsync(d => new ConsulterAnnulations(d).UnLotAsync(lot.LotId, 1, GuichetDEssai.Adjointe, Ct))).Valeur!.Lignes.Count(l => l.Copie == "parent@exemple.fr").Should().Be(1);
        (await ConfirmerAsync(guichet, lot.LotId, GuichetDEssai.Adjointe)).Valeur!.Annules.Should().Be(2);
        (await CopiesAsync()).Should().HaveCount(2).And.Contain(m => m.Objet == $"dossier:{mineur}" && m.Corps.Contains("est annulée, pour ces raisons"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_annulation_se_prepare_a_un_se_confirme_a_un_autre_et_se_reprend(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var incomplet = await guichet.AjouterAsync(EtatDossier.Signe);
        var rattrape = await guichet.AjouterAsync(EtatDossier.Signe);
        var complet = await guichet.CompletAsync();
        Task<Outcome<PreparerAnnulation.Reponse>> Preparer(string? motif = "Date passée, dossiers incomplets.") => guichet.AvecAsync(d => new PreparerAnnulation(d).ExecuteAsync(new(Campagne, motif), GuichetDEssai.Gestionnaire, Ct));

        (await Preparer()).Refus.Should().ContainSingle().Which.Should().BeOfType<PreparerAnnulation.AucunDossier>("la date n'est pas passée");
        guichet.Horloge.Maintenant = InscriptionDEssai.A(12, 18, 9).UtcDateTime;
        (await Preparer("")).Refus.Should().ContainSingle().Which.Should().BeOfType<MotifInsuffisant>();
        var lot = (await Preparer()).Valeur!;
        lot.Dossiers.Should().Be(2);
        (await Preparer()).Refus.Should().ContainSingle().Which.Should().BeOfType<PreparerAnnulation.LotDejaPrepare>();
        (await guichet.LireAsync(incomplet)).Etat.Should().Be(EtatDossier.Signe, "rien ne change avant la seconde personne");

        var lecture = (await guichet.AvecAsync(d => new ConsulterAnnulations(d).UnLotAsync(lot.LotId, 1, GuichetDEssai.Adjointe, Ct))).Valeur!;
        lecture.Lignes.Should().HaveCount(2).And.OnlyContain(l => l.Texte!.Corps.Contains("est annulée, pour ces raisons") && l.Texte.Corps.Contains("Il manque à votre dossier :\n") && l.Texte.Corps.Contains("Copie d’une pièce d’identité"));
        (await ConfirmerAsync(guichet, lot.LotId, GuichetDEssai.Gestionnaire)).Refus.Should().ContainSingle().Which.Should().BeOfType<ConfirmerAnnulation.SecondePersonne>();
        (await ConfirmerAsync(guichet, lot.LotId, GuichetDEssai.Ailleurs)).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();

        await guichet.RecevoirAsync(rattrape, new(2023, 12, 8), GuichetDEssai.PiecesDeTous);
        (await ConfirmerAsync(guichet, lot.LotId, GuichetDEssai.Adjointe)).Valeur.Should().Be(new ConfirmerAnnulation.Reponse(1, 1));
        (await ConfirmerAsync(guichet, lot.LotId, GuichetDEssai.Adjointe, 1)).Refus.Should().ContainSingle().Which.Should().BeOfType<ConfirmerAnnulation.LotClos>();

        (await guichet.LireAsync(incomplet)).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Annule && d.EtatAvantSortie == EtatDossier.Signe);
        (await guichet.LireAsync(rattrape)).Etat.Should().Be(EtatDossier.Recu, "l'envoi posté à temps l'épargne");
        (await guichet.LireAsync(complet)).Etat.Should().Be(EtatDossier.Recu);
        (await guichet.AvecAsync(d => d.Set<Message>().SingleAsync(Ct))).Corps.Should().Be(lecture.Lignes.Single(l => l.Dossier.Id == incomplet).Texte!.Corps.Replace(GuichetDEssai.Gestionnaire.Nom, GuichetDEssai.Adjointe.Nom, StringComparison.Ordinal), "chacun lit ce qui a été relu");

        (await guichet.AvecAsync(d => new RetablirDossier(d).ExecuteAsync(new(incomplet, 1, "Envoi retrouvé au rectorat."), GuichetDEssai.Gestionnaire, Ct))).Valeur!.Etat.Should().Be(EtatDossier.Signe);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_lot_s_abandonne_et_un_dossier_s_en_retire_avec_un_motif(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        guichet.Horloge.Maintenant = InscriptionDEssai.A(12, 18, 9).UtcDateTime;
        var (a, b) = (await guichet.AjouterAsync(EtatDossier.Signe), await guichet.AjouterAsync(EtatDossier.Signe));
        var lot = (await guichet.AvecAsync(d => new PreparerAnnulation(d).ExecuteAsync(new(Campagne, "Date passée."), GuichetDEssai.Gestionnaire, Ct))).Valeur!.LotId;
        Task<Outcome<RetirerAnnulation.Reponse>> Retirer(int version, Guid? dossier, string? motif = "Téléphoné ce matin.") => guichet.AvecAsync(d => new RetirerAnnulation(d).ExecuteAsync(new(lot, version, motif, dossier), GuichetDEssai.Adjointe, Ct));

        (await Retirer(0, a, "")).Refus.Should().ContainSingle().Which.Should().BeOfType<MotifInsuffisant>();
        (await Retirer(0, a)).Valeur!.Etat.Should().Be(EtatLotAnnulation.Prepare);
        (await ConfirmerAsync(guichet, lot, GuichetDEssai.Adjointe)).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>("le lot lu n'est plus celui-là");
        (await Retirer(1, null)).Valeur!.Etat.Should().Be(EtatLotAnnulation.Abandonne);
        (await guichet.LireAsync(a)).Etat.Should().Be(EtatDossier.Signe);
        (await guichet.LireAsync(b)).Etat.Should().Be(EtatDossier.Signe);
    }
}
