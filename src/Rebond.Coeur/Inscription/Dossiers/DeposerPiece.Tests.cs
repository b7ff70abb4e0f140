using AwesomeAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Tests.Commun.Depots;
using Rebond.Tests.Inscription;
using Xunit;
using Depot = Rebond.Coeur.Socle.Depots.Depot;

namespace Rebond.Coeur.Tests.Inscription.Dossiers;

public sealed class DeposerPieceTests : IDisposable
{
    private static readonly Acteur s_candidat = new(Guid.CreateVersion7(), "Zoé", Role.Candidat, []);
    private readonly FakeTimeProvider _horloge = new(CampagneDEssai.Ouverte);
    private readonly CoffreDeTest _coffre;

    public DeposerPieceTests() => _coffre = new(_horloge);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<(BaseDeTest Base, DossierInscription Dossier)> CreerAsync(Moteur moteur = Moteur.Sqlite, string? texte = null, EtatDossier etat = EtatDossier.Signe)
    {
        var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        await CampagneDEssai.PublierAsync(donnees, texte ?? CampagneDEssai.EnLigne);
        var dossier = CampagneDEssai.UnDossier(compte: s_candidat.CompteId, etat: etat);
        donnees.Add(dossier);
        await donnees.SaveChangesAsync(Ct);
        return (@base, dossier);
    }

    private async Task<Outcome<DeposerPiece.Reponse>> DeposerAsync(BaseDeTest @base, string numero, string code = CodesPieces.PieceIdentite, byte[]? contenu = null, Acteur? acteur = null, string nom = "piece.pdf")
    {
        await using var donnees = @base.Ouvrir();
        return await new DeposerPiece(donnees, _coffre.Coffre()).ExecuteAsync(new(numero, code, new MemoryStream(contenu ?? FichiersDEssai.Pdf()), nom), acteur ?? s_candidat, Ct);
    }

    private async Task<Outcome<LireDepot.Reponse>> LireAsync(BaseDeTest @base, string numero, Acteur acteur)
    {
        await using var donnees = @base.Ouvrir();
        var issue = await new LirePieceDeposee(donnees, new LireDepot(donnees, _coffre.Coffre())).ExecuteAsync(numero, CodesPieces.PieceIdentite, acteur, Ct);
        if (issue.EstReussi)
            await issue.Valeur.Contenu.DisposeAsync();
        return issue;
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_fichier_depose_attend_d_etre_lu_et_le_journal_le_dit(Moteur moteur)
    {
        var (@base, dossier) = await CreerAsync(moteur);
        await using var _ = @base;

        var issue = await DeposerAsync(@base, dossier.Numero);

        issue.Valeur!.ToutEstDepose.Should().BeFalse();
        await using var donnees = @base.Ouvrir();
        var piece = await donnees.Set<PieceDossier>().SingleAsync(p => p.Code == CodesPieces.PieceIdentite, Ct);
        piece.Should().Match<PieceDossier>(p => p.Code == CodesPieces.PieceIdentite && p.Etat == EtatPiece.Deposee && p.DepotId == issue.Valeur.DepotId && p.RecueLe == CampagneDEssai.Ouverte.UtcDateTime);
        (await donnees.Set<Depot>().SingleAsync(Ct)).Should().Match<Depot>(d => d.Proprietaire == $"piece:{piece.Id}" && d.CompteId == s_candidat.CompteId && d.ASupprimerLe == new DateOnly(2025, 7, 1), "douze mois après la fin du mois de la session");
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "PIECE_DEPOSEE", Ct)).Should().Match<LigneJournal>(l => l.Objet == $"piece:{piece.Id}" && l.Avant == null && l.Apres == $"depot:{piece.DepotId}");
        _coffre.Fichiers().Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_second_fichier_remplace_le_premier_qui_reste_dans_l_historique(Moteur moteur)
    {
        var (@base, dossier) = await CreerAsync(moteur);
        await using var _ = @base;
        var premier = (await DeposerAsync(@base, dossier.Numero, nom: "floue.pdf")).Valeur!;
        await using (var decide = @base.Ouvrir())
        {
            var piece = await decide.Set<PieceDossier>().SingleAsync(p => p.Code == CodesPieces.PieceIdentite, Ct);
            (piece.Etat, piece.Motif, piece.DecideeLe) = (EtatPiece.Illisible, "La photo est floue.", CampagneDEssai.Ouverte.UtcDateTime);
            await decide.SaveChangesAsync(Ct);
        }
        _horloge.Advance(TimeSpan.FromHours(1));

        var second = (await DeposerAsync(@base, dossier.Numero, nom: "nette.pdf")).Valeur!;

        second.PieceId.Should().Be(premier.PieceId);
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<PieceDossier>().SingleAsync(p => p.Code == CodesPieces.PieceIdentite, Ct)).Should().Match<PieceDossier>(p => p.DepotId == second.DepotId && p.Etat == EtatPiece.Deposee && p.Motif == null && p.DecideeLe == null);
        (await donnees.Set<Depot>().CountAsync(d => d.SupprimeLe == null, Ct)).Should().Be(2);
        var lue = (await new ConsulterPiece(donnees).ExecuteAsync(dossier.Numero, CodesPieces.PieceIdentite, s_candidat, Ct)).Valeur!;
        lue.Fichiers.Select(f => (f.Nom, f.EnUsage)).Should().Equal(("nette.pdf", true), ("floue.pdf", false));
        lue.Refus.Should().BeNull();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_derniere_piece_attendue_remet_le_dossier_au_service(Moteur moteur)
    {
        var (@base, dossier) = await CreerAsync(moteur);
        await using var _ = @base;
        await DeposerAsync(@base, dossier.Numero);

        // A French pupil of 17: identity and the census; the confirmation is signed on line.
        (await DeposerAsync(@base, dossier.Numero, CodesPieces.RecensementOuJdc)).Valeur!.ToutEstDepose.Should().BeTrue();

        await using var donnees = @base.Ouvrir();
        (await donnees.Set<DossierInscription>().SingleAsync(Ct)).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Recu && d.RecuLe == CampagneDEssai.Ouverte.UtcDateTime);
        (await donnees.Set<EnvoiDossier>().SingleAsync(Ct)).Should().Match<EnvoiDossier>(e => e.Canal == "EN_LIGNE" && e.Accepte && e.Motif == null && e.NumeroVersionLu == 1);
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "DOSSIER_DEPOSE", Ct)).Should().Match<LigneJournal>(l => l.Avant == "SIGNE" && l.Apres == "RECU");
    }

    [Fact]
    public async Task Sans_la_signature_de_tous_le_dossier_attend_meme_complet()
    {
        var (@base, dossier) = await CreerAsync(etat: EtatDossier.Enregistre);
        await using var _ = @base;
        await using (var signe = @base.Ouvrir())
        {
            // The minor has signed, his guardian has not: the confirmation is still due.
            (await signe.Set<DossierInscription>().SingleAsync(Ct)).SigneLe = CampagneDEssai.Ouverte.UtcDateTime;
            await signe.SaveChangesAsync(Ct);
        }
        await DeposerAsync(@base, dossier.Numero);
        (await DeposerAsync(@base, dossier.Numero, CodesPieces.RecensementOuJdc)).Valeur!.ToutEstDepose.Should().BeFalse();

        (await DeposerAsync(@base, dossier.Numero, CodesPieces.ConfirmationSignee)).Valeur!.ToutEstDepose.Should().BeTrue("la confirmation papier, signée des deux, est déposée");
    }

    /// <summary>An adult who hands in his files first, and signs on line last.</summary>
    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_signature_en_ligne_qui_vient_apres_les_pieces_remet_le_dossier_au_service(Moteur moteur)
    {
        var (@base, dossier) = await CreerAsync(moteur, etat: EtatDossier.Enregistre);
        await using var _ = @base;
        await using (var majeur = @base.Ouvrir())
        {
            (await majeur.Set<DossierInscription>().SingleAsync(Ct)).Naissance = new DateOnly(2005, 3, 3);
            await majeur.SaveChangesAsync(Ct);
        }
        await DeposerAsync(@base, dossier.Numero);
        (await DeposerAsync(@base, dossier.Numero, CodesPieces.RecensementOuJdc)).Valeur!.ToutEstDepose.Should().BeFalse("il n'a pas signé");
        _horloge.Advance(TimeSpan.FromHours(1));

        await using (var signe = @base.Ouvrir())
        {
            var version = (await signe.Set<DossierInscription>().AsNoTracking().SingleAsync(Ct)).Version;
            (await new SignerDossier(signe, new EphemeralDataProtectionProvider()).ExecuteAsync(new(dossier.Numero, version, true, j => j), s_candidat, Ct)).EstReussi.Should().BeTrue();
        }

        await using var donnees = @base.Ouvrir();
        var heure = CampagneDEssai.Ouverte.UtcDateTime.AddHours(1);
        (await donnees.Set<DossierInscription>().SingleAsync(Ct)).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Recu && d.RecuLe == heure && d.SigneLe == heure);
        (await donnees.Set<EnvoiDossier>().SingleAsync(Ct)).Should().Match<EnvoiDossier>(e => e.Canal == "EN_LIGNE" && e.Accepte && e.RecuLe == heure);
        (await donnees.Set<LigneJournal>().Where(l => l.Objet == $"dossier:{dossier.Id}").OrderBy(l => l.Numero).Select(l => l.Acte).ToListAsync(Ct)).Should().Equal("DOSSIER_SIGNE", "DOSSIER_DEPOSE");
        (await donnees.Set<Message>().SingleAsync(m => m.Modele == "INSCRIPTION_SIGNEE", Ct)).Corps.Should().Contain("Toutes les pièces demandées sont arrivées");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_signature_du_responsable_qui_vient_la_derniere_remet_le_dossier_au_service(Moteur moteur)
    {
        var (@base, dossier) = await CreerAsync(moteur, etat: EtatDossier.Enregistre);
        await using var _ = @base;
        var protection = new EphemeralDataProtectionProvider();
        string? jeton = null;
        await DeposerAsync(@base, dossier.Numero);
        await DeposerAsync(@base, dossier.Numero, CodesPieces.RecensementOuJdc);
        await using (var signe = @base.Ouvrir())
        {
            var mineur = await signe.Set<DossierInscription>().SingleAsync(Ct);
            (mineur.ResponsableNom, mineur.ResponsableCourriel) = ("Claude Essai-Fictif", "parent@exemple.fr");
            await signe.SaveChangesAsync(Ct);
            (await new SignerDossier(signe, protection).ExecuteAsync(new(dossier.Numero, mineur.Version, true, j => jeton = j), s_candidat, Ct)).Valeur!.Suite.Should().Be(SignerDossier.Suite.AttendResponsableEnLigne);
        }

        await using (var responsable = @base.Ouvrir())
            (await new SignerPourResponsable(responsable, protection).ExecuteAsync(new(jeton, true), Ct)).Valeur!.Signe.Should().BeTrue();

        await using var donnees = @base.Ouvrir();
        (await donnees.Set<DossierInscription>().SingleAsync(Ct)).Etat.Should().Be(EtatDossier.Recu);
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "DOSSIER_DEPOSE", Ct)).Role.Should().Be("VISITEUR");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_signature_sur_papier_lue_au_guichet_remet_aussi_le_dossier_au_service(Moteur moteur)
    {
        var (@base, dossier) = await CreerAsync(moteur, etat: EtatDossier.Enregistre);
        await using var _ = @base;
        foreach (var code in new[] { CodesPieces.PieceIdentite, CodesPieces.RecensementOuJdc, CodesPieces.ConfirmationSignee })
            await DeposerAsync(@base, dossier.Numero, code);
        await using (var avant = @base.Ouvrir())
            (await avant.Set<DossierInscription>().SingleAsync(Ct)).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Recu && d.SigneLe == null, "une personne lit encore la confirmation déposée");

        await using (var guichet = @base.Ouvrir())
        {
            var version = (await guichet.Set<DossierInscription>().AsNoTracking().SingleAsync(Ct)).Version;
            (await new EnregistrerSignaturePapier(guichet).ExecuteAsync(new(dossier.Id, version, 1, true, true), CampagneDEssai.Gestionnaire, Ct)).Valeur.Should().Be(new EnregistrerSignaturePapier.Reponse(EtatDossier.Recu, AttendResponsable: false));
        }
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<DossierInscription>().SingleAsync(Ct)).Should().Match<DossierInscription>(d => d.ModeSignature == ModeSignature.Papier && d.SigneResponsableLe != null);
        (await donnees.Set<EnvoiDossier>().CountAsync(Ct)).Should().Be(1);
    }

    [Fact]
    public async Task Apres_la_date_le_depot_est_garde_et_dit_en_retard()
    {
        var (@base, dossier) = await CreerAsync();
        await using var _ = @base;
        _horloge.SetUtcNow(new DateTimeOffset(2023, 12, 9, 23, 0, 1, TimeSpan.Zero)); // past midnight in Paris
        await DeposerAsync(@base, dossier.Numero);
        await DeposerAsync(@base, dossier.Numero, CodesPieces.RecensementOuJdc);

        await using var donnees = @base.Ouvrir();
        (await donnees.Set<EnvoiDossier>().SingleAsync(Ct)).Should().Match<EnvoiDossier>(e => !e.Accepte && e.Motif!.Contains("après le 09/12/2023"));
    }

    [Theory]
    [InlineData(EtatDossier.Brouillon, "DOSSIER_PAS_ENREGISTRE")]
    [InlineData(EtatDossier.Recevable, "DOSSIER_FERME")]
    [InlineData(EtatDossier.Inscrit, "DOSSIER_FERME")]
    [InlineData(EtatDossier.Annule, "DOSSIER_FERME")]
    public async Task Un_dossier_qui_n_attend_pas_de_piece_n_en_prend_pas(EtatDossier etat, string code)
    {
        var (@base, dossier) = await CreerAsync(etat: etat);
        await using var _ = @base;
        (await DeposerAsync(@base, dossier.Numero)).Refus.Should().ContainSingle().Which.Code.Should().Be(code);
        await RienNEstGardeAsync(@base);
    }

    [Fact]
    public async Task Une_campagne_par_la_poste_ne_prend_pas_de_fichier_et_dit_ou_envoyer()
    {
        var (@base, dossier) = await CreerAsync(texte: CampagneDEssai.Texte);
        await using var _ = @base;
        (await DeposerAsync(@base, dossier.Numero)).Refus.Should().ContainSingle().Which.Should().Match<Refus>(r => r.Code == "DEPOT_EN_LIGNE_FERME" && r.Phrase.Contains("la poste"));
        await RienNEstGardeAsync(@base);
    }

    [Fact]
    public async Task Ni_la_piece_d_un_autre_ni_une_piece_non_demandee_ni_un_mauvais_fichier()
    {
        var (@base, dossier) = await CreerAsync();
        await using var _ = @base;
        (await DeposerAsync(@base, dossier.Numero, acteur: s_candidat with { CompteId = Guid.CreateVersion7() })).Refus[0].Code.Should().Be("INTROUVABLE");
        (await DeposerAsync(@base, dossier.Numero, acteur: CampagneDEssai.Gestionnaire)).Refus[0].Code.Should().Be("INTERDIT");
        (await DeposerAsync(@base, dossier.Numero, CodesPieces.CertificatsTravail)).Refus[0].Code.Should().Be("INTROUVABLE", "l'expérience n'est pas son cas");
        (await DeposerAsync(@base, dossier.Numero, "INCONNUE")).Refus[0].Code.Should().Be("INTROUVABLE");
        (await DeposerAsync(@base, dossier.Numero, contenu: FichiersDEssai.Zip(), nom: "a.docx")).Refus[0].Code.Should().Be("TYPE_DE_FICHIER_REFUSE");
        (await DeposerAsync(@base, dossier.Numero, contenu: [])).Refus[0].Code.Should().Be("FICHIER_MANQUANT");
        await RienNEstGardeAsync(@base);
    }

    [Fact]
    public async Task Une_piece_acceptee_ne_se_remplace_plus()
    {
        var (@base, dossier) = await CreerAsync();
        await using var _ = @base;
        await DeposerAsync(@base, dossier.Numero);
        await using (var donnees = @base.Ouvrir())
        {
            (await donnees.Set<PieceDossier>().SingleAsync(p => p.Code == CodesPieces.PieceIdentite, Ct)).Etat = EtatPiece.Acceptee;
            await donnees.SaveChangesAsync(Ct);
        }
        (await DeposerAsync(@base, dossier.Numero)).Refus[0].Code.Should().Be("PIECE_DEJA_ACCEPTEE");
        _coffre.Fichiers().Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_fichier_s_ouvre_a_son_auteur_et_a_qui_decide_et_pour_les_autres_n_existe_pas(Moteur moteur)
    {
        var (@base, dossier) = await CreerAsync(moteur);
        await using var _ = @base;
        var depot = (await DeposerAsync(@base, dossier.Numero)).Valeur!.DepotId;

        foreach (var acteur in new[] { s_candidat, CampagneDEssai.Gestionnaire })
            (await LireAsync(@base, dossier.Numero, acteur)).Valeur!.Depot.Id.Should().Be(depot);
        foreach (var acteur in new[] { s_candidat with { CompteId = Guid.CreateVersion7() }, s_candidat with { CompteId = null }, CampagneDEssai.GestionnaireDAilleurs, CampagneDEssai.Gestionnaire with { Role = Role.ChefEtablissement }, CoffreDeTest.Administrateur })
            (await LireAsync(@base, dossier.Numero, acteur)).Refus[0].Code.Should().Be("INTROUVABLE");

        await using var donnees = @base.Ouvrir();
        (await donnees.Set<LigneJournal>().Where(l => l.Acte == "DEPOT_LU").Select(l => l.CompteId).ToListAsync(Ct)).Should().Equal(s_candidat.CompteId, CampagneDEssai.Gestionnaire.CompteId);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_fin_de_conservation_purge_le_fichier_en_usage_et_ceux_qu_il_a_remplaces(Moteur moteur)
    {
        var (@base, dossier) = await CreerAsync(moteur);
        await using var _ = @base;
        await DeposerAsync(@base, dossier.Numero);
        await DeposerAsync(@base, dossier.Numero);
        async Task<PurgerDepots.Reponse> PurgerAsync(string? liste)
        {
            await using var donnees = @base.Ouvrir();
            return (await new PurgerDepots(donnees, _coffre.Coffre()).ExecuteAsync(new(liste), CoffreDeTest.Administrateur, Ct)).Valeur!;
        }
        _horloge.SetUtcNow(new DateTimeOffset(2025, 6, 30, 12, 0, 0, TimeSpan.Zero));
        (await PurgerAsync(null)).Lignes.Should().BeEmpty("la veille");
        _horloge.SetUtcNow(new DateTimeOffset(2025, 7, 1, 12, 0, 0, TimeSpan.Zero));
        var liste = await PurgerAsync(null);
        liste.Lignes.Should().HaveCount(2).And.OnlyContain(l => l.Conservation == DeposerPiece.Conservation);

        (await PurgerAsync(liste.Empreinte)).Fait.Should().BeTrue();

        _coffre.Fichiers().Should().BeEmpty();
        (await LireAsync(@base, dossier.Numero, s_candidat)).Refus[0].Code.Should().Be("DEPOT_SUPPRIME");
        await using var donnees = @base.Ouvrir();
        (await new ConsulterPiece(donnees).ExecuteAsync(dossier.Numero, CodesPieces.PieceIdentite, s_candidat, Ct)).Valeur!.Fichiers.Should().HaveCount(2).And.OnlyContain(f => f.Supprime && f.Nom.Length == 0);
    }

    [Fact]
    public async Task Sans_duree_dans_la_campagne_rien_ne_se_purge_d_office()
    {
        var (@base, dossier) = await CreerAsync(texte: CampagneDEssai.Changer(CampagneDEssai.EnLigne, ("\"mois\": 12", "\"mois\": null")));
        await using var _ = @base;
        await DeposerAsync(@base, dossier.Numero);
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<Depot>().SingleAsync(Ct)).ASupprimerLe.Should().BeNull();
    }

    private async Task RienNEstGardeAsync(BaseDeTest @base)
    {
        await using var donnees = @base.Ouvrir();
        ((await donnees.Set<PieceDossier>().AnyAsync(p => p.DepotId != null, Ct)) || await donnees.Set<Depot>().AnyAsync(Ct)).Should().BeFalse();
        _coffre.Fichiers().Should().BeEmpty();
    }

    public void Dispose() => _coffre.Dispose();
}
