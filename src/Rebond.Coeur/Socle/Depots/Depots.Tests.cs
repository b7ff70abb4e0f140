using System.Security.Cryptography;
using AwesomeAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Xunit;
using Depot = Rebond.Coeur.Socle.Depots.Depot;

namespace Rebond.Coeur.Tests.Socle.Depots;

/// <summary>From the file handed in to its purge, on a real folder.</summary>
public sealed class DepotsTests : IDisposable
{
    private static readonly Acteur Candidat = new(Guid.CreateVersion7(), "Zoé", Role.Candidat, []);
    private static readonly Acteur Administrateur = new(Guid.CreateVersion7(), "Sacha", Role.Administrateur, [new Perimetre(TypePerimetre.Academie, "02")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _horloge = new(new DateTimeOffset(2026, 5, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly string _dossier = Directory.CreateTempSubdirectory("rebond-depots-").FullName;
    private readonly EphemeralDataProtectionProvider _protection = new();

    public void Dispose() => Directory.Delete(_dossier, recursive: true);

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_fichier_depose_se_relit_octet_pour_octet_et_rien_de_clair_n_est_sur_le_disque(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        var contenu = FichiersDEssai.Pdf("% UN-SECRET-MEDICAL\n", 200_000);
        var depot = await DeposerAsync(donnees, contenu, "C:\\Mes documents\\Certificat d’œuvre.PDF");

        (depot.Nom, depot.Type, depot.Taille, depot.Analyse, depot.CompteId).Should().Be(("Certificat d’œuvre.pdf", TypeDepot.Pdf, contenu.Length, AnalyseDepot.NonAnalyse, Candidat.CompteId));
        depot.Empreinte.Should().Be(Convert.ToHexStringLower(SHA256.HashData(contenu)));
        var disque = await File.ReadAllBytesAsync(Fichiers().Single(), Ct);
        disque.AsSpan().IndexOf("UN-SECRET-MEDICAL"u8).Should().Be(-1);
        disque.AsSpan().IndexOf("%PDF"u8).Should().Be(-1);
        disque.AsSpan().IndexOf("%%%%%%%%"u8).Should().Be(-1);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Fichiers().Single()).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var lu = (await LireAsync(donnees, depot.Id)).Valeur!;
        var relu = new MemoryStream();
        await using (lu.Contenu)
            await lu.Contenu.CopyToAsync(relu, Ct);
        relu.ToArray().Should().Equal(contenu);
        (await donnees.Set<LigneJournal>().Select(l => l.Acte).ToListAsync(Ct)).Should().Equal("DEPOT_LU");
        (await LireAsync(donnees, depot.Id, peutLire: false)).Refus[0].Should().BeOfType<Introuvable>();
    }

    [Theory]
    [InlineData(300)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(131_072)]
    public async Task Le_chiffrement_rend_toute_taille_et_attrape_toute_alteration(int taille)
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        var contenu = FichiersDEssai.Pdf(remplissage: taille - FichiersDEssai.Pdf().Length);
        contenu.Should().HaveCount(taille);
        var depot = await DeposerAsync(donnees, contenu);
        (await ToutLireAsync(donnees, depot.Id)).Should().Equal(contenu);

        var chemin = Fichiers().Single();
        var scelle = await File.ReadAllBytesAsync(chemin, Ct);
        const int bloc = 65_536 + 16;
        List<byte[]> alteres = [[.. scelle[..^1], (byte)(scelle[^1] ^ 1)], scelle[..^1], [.. scelle, 0], [.. scelle[..4], (byte)(scelle[4] ^ 1), .. scelle[5..]], scelle[..10], []];
        if (scelle.Length > 4 + bloc)
            // Cut between two blocks: the one left at the end is not sealed as the last.
            alteres.Add(scelle[..(4 + bloc)]);
        foreach (var altere in alteres)
        {
            await File.WriteAllBytesAsync(chemin, altere, Ct);
            (await ToutLireAsync(donnees, depot.Id)).Should().BeNull();
        }
    }

    [Theory]
    [InlineData("vide", "a.pdf", "FICHIER_MANQUANT")]
    [InlineData("zip", "a.docx", "TYPE_DE_FICHIER_REFUSE")]
    [InlineData("texte", "a.pdf", "TYPE_DE_FICHIER_REFUSE")]
    [InlineData("jpeg", "a.pdf", "EXTENSION_TROMPEUSE")]
    [InlineData("pdf", "a.pdf.exe", "EXTENSION_TROMPEUSE")]
    [InlineData("pdf+zip", "a.pdf", "FICHIER_DOUBLE")]
    [InlineData("png+zip", "a.png", "FICHIER_DOUBLE")]
    [InlineData("jpeg+pdf", "a.jpg", "FICHIER_DOUBLE")]
    [InlineData("pdf html", "a.pdf", "FICHIER_DOUBLE")]
    [InlineData("pdf coupé", "a.pdf", "FICHIER_INCOMPLET")]
    [InlineData("jpeg coupé", "a.jpg", "FICHIER_INCOMPLET")]
    [InlineData("png coupé", "a.png", "FICHIER_INCOMPLET")]
    [InlineData("gros", "a.pdf", "FICHIER_TROP_VOLUMINEUX")]
    public async Task Ce_qui_n_est_pas_un_document_entier_et_sincere_est_refuse_et_rien_ne_reste(string quoi, string nom, string code)
    {
        byte[] contenu = quoi switch
        {
            "vide" => [],
            "zip" => FichiersDEssai.Zip(),
            "texte" => "Bonjour, voici mon certificat."u8.ToArray(),
            "jpeg" => FichiersDEssai.Jpeg(),
            "pdf" => FichiersDEssai.Pdf(),
            "pdf+zip" => [.. FichiersDEssai.Pdf(), .. FichiersDEssai.Zip()],
            "png+zip" => [.. FichiersDEssai.Png(), .. FichiersDEssai.Zip()],
            "jpeg+pdf" => [.. FichiersDEssai.Jpeg(), .. FichiersDEssai.Pdf()],
            "pdf html" => FichiersDEssai.Pdf("<ScRiPt>alert(1)</ScRiPt>\n"),
            "pdf coupé" => FichiersDEssai.Pdf()[..^12],
            "jpeg coupé" => FichiersDEssai.Jpeg()[..^2],
            "png coupé" => FichiersDEssai.Png()[..^3],
            _ => FichiersDEssai.Pdf(remplissage: 300_000),
        };
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        var issue = await Coffre(tailleMax: 250_000).RecevoirAsync(Demande(contenu, nom), Candidat, Ct);

        issue.Refus.Should().ContainSingle().Which.Code.Should().Be(code);
        Fichiers().Should().BeEmpty();
        (await donnees.Set<Depot>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Une_photo_HEIC_est_refusee_avec_la_marche_a_suivre()
    {
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0];
        (await Coffre().RecevoirAsync(Demande(heic, "IMG_1.HEIC"), Candidat, Ct)).Refus[0].Phrase.Should().Contain("HEIC").And.Contain("JPEG");
    }

    [Fact]
    public async Task La_limite_arrete_la_lecture_sans_attendre_la_fin()
    {
        var flux = new FluxSansFin(FichiersDEssai.Pdf());
        (await Coffre(tailleMax: 200_000).RecevoirAsync(new DepotARecevoir(flux, "a.pdf", null, "piece:1", "ESSAI", null), Candidat, Ct)).Refus[0].Code.Should().Be("FICHIER_TROP_VOLUMINEUX");
        flux.Lus.Should().BeLessThan(400_000);
        Fichiers().Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Un_envoi_interrompu_ne_laisse_rien(bool coupure)
    {
        var contenu = FichiersDEssai.Pdf(remplissage: 100_000);
        Stream flux = coupure ? new FluxCoupe(contenu[..50_000]) : new MemoryStream(contenu);
        (await Coffre().RecevoirAsync(new DepotARecevoir(flux, "a.pdf", contenu.Length + 1, "piece:1", "ESSAI", null), Candidat, Ct)).Refus[0].Code.Should().Be("ENVOI_INTERROMPU");
        Fichiers().Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    public async Task Un_disque_plein_refuse_avec_une_phrase_et_ne_laisse_ni_fichier_ni_ligne(int apres)
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        var coffre = new CoffrePlein(new ReglagesDepots(_dossier), _protection, _horloge, apres);
        (await coffre.RecevoirAsync(Demande(FichiersDEssai.Pdf(remplissage: 200_000)), Candidat, Ct)).Refus[0].Code.Should().Be("STOCKAGE_INDISPONIBLE");
        Fichiers().Should().BeEmpty();
        (await donnees.Set<Depot>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Un_dossier_inaccessible_refuse_avec_une_phrase()
    {
        var fichier = Path.Combine(_dossier, "pas-un-dossier");
        await File.WriteAllTextAsync(fichier, "", Ct);
        (await Coffre(dossier: Path.Combine(fichier, "depots")).RecevoirAsync(Demande(FichiersDEssai.Pdf()), Candidat, Ct)).Refus[0].Code.Should().Be("STOCKAGE_INDISPONIBLE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Si_la_ligne_ne_s_enregistre_pas_le_fichier_ne_reste_pas(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        var recu = (await Coffre().RecevoirAsync(Demande(FichiersDEssai.Pdf()), Candidat, Ct)).Valeur!;
        Fichiers().Should().ContainSingle();
        donnees.Add(new Depot { Id = recu.Depot.Id, Proprietaire = "x", Nom = "x", Type = TypeDepot.Pdf, Taille = 1, Empreinte = "", Signalements = "", DeposeLe = DateTime.UtcNow, CleEnveloppee = "", Conservation = "x" });
        await donnees.SaveChangesAsync(Ct);
        donnees.ChangeTracker.Clear();
        await FluentActions.Awaiting(async () =>
        {
            await using (recu)
                await recu.EnregistrerAsync(donnees, Ct);
        }).Should().ThrowAsync<DbUpdateException>();
        Fichiers().Should().BeEmpty();
    }

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert) >>", "PDF_JAVA_SCRIPT")]
    [InlineData("<< /S /J#61vaScript >>", "PDF_JAVA_SCRIPT")]
    [InlineData("<< /Names << /EmbeddedFiles 7 0 R >> >>", "PDF_FICHIER_JOINT")]
    [InlineData("<< /S /Launch /F (cmd.exe) >>", "PDF_LANCEMENT")]
    [InlineData("<< /Encrypt 3 0 R >>", "PDF_CHIFFRE")]
    [InlineData("<< /Title (/JSON) >>", "")]
    public async Task Un_pdf_qui_agit_ou_transporte_est_signale_meme_comprime(string objet, string signalement)
    {
        foreach (var pdf in new[] { FichiersDEssai.Pdf(objet + "\n"), FichiersDEssai.PdfObjetsComprimes(objet) })
            (await Coffre().RecevoirAsync(Demande(pdf), Candidat, Ct)).Valeur!.Depot.Signalements.Should().Be(signalement);
    }

    [Fact]
    public async Task Une_bombe_dans_un_pdf_est_bornee_et_dite_non_examinee() =>
        (await Coffre().RecevoirAsync(Demande(FichiersDEssai.PdfObjetsComprimes(new string(' ', 50_000_000))), Candidat, Ct)).Valeur!.Depot.ListeSignalements().Should().Equal(SignalementDepot.PdfNonExamine);

    [Fact]
    public async Task Ce_qu_un_telephone_ajoute_apres_sa_photo_est_signale_sans_refus()
    {
        byte[] photo = [.. FichiersDEssai.Jpeg(), 0, 0, 0, 24, .. "ftypmp42"u8, 1, 2, 3];
        (await Coffre().RecevoirAsync(Demande(photo, "20260502.jpg"), Candidat, Ct)).Valeur!.Depot.ListeSignalements().Should().Equal(SignalementDepot.DonneesApresLaFin);
        (await Coffre().RecevoirAsync(Demande(FichiersDEssai.Jpeg(), "20260502.jpg"), Candidat, Ct)).Valeur!.Depot.Signalements.Should().BeEmpty();
        (await Coffre().RecevoirAsync(Demande(FichiersDEssai.Png(), "sans extension"), Candidat, Ct)).Valeur!.Depot.Nom.Should().Be("sans extension.png");
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("fac\u202Efdp.exe.pdf", "facfdp.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("\u200B.pdf", "document.pdf")]
    [InlineData(null, "document.pdf")]
    public async Task Le_nom_donne_ne_porte_ni_dossier_ni_caractere_de_controle(string? nom, string propre) =>
        (await Coffre().RecevoirAsync(Demande(FichiersDEssai.Pdf(), nom), Candidat, Ct)).Valeur!.Depot.Nom.Should().Be(propre);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task L_antivirus_recoit_le_clair_dit_sain_et_fait_refuser_un_virus(bool locale)
    {
        await using var clamd = new FauxClamd(prise: locale ? Path.Combine(_dossier, "clamd.ctl") : null);
        var sain = FichiersDEssai.Pdf(remplissage: 100_000);
        var depot = (await Coffre(clamd: clamd.Adresse).RecevoirAsync(Demande(sain), Candidat, Ct)).Valeur!;
        (depot.Depot.Analyse, depot.Depot.AnalyseLe).Should().Be((AnalyseDepot.Sain, _horloge.GetUtcNow().UtcDateTime));
        clamd.Recus.Should().ContainSingle().Which.Should().Equal(sain);
        await depot.DisposeAsync();

        (await Coffre(clamd: clamd.Adresse).RecevoirAsync(Demande(FichiersDEssai.Pdf("% EICAR\n")), Candidat, Ct)).Refus[0].Code.Should().Be("FICHIER_INFECTE");
        Fichiers().Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Recu_sans_antivirus_un_fichier_est_analyse_plus_tard_et_ferme_s_il_est_infecte(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        var muet = Coffre(clamd: "tcp://127.0.0.1:1");
        var sain = await DeposerAsync(donnees, FichiersDEssai.Pdf(), coffre: muet);
        var infecte = await DeposerAsync(donnees, FichiersDEssai.Pdf("% EICAR\n"), coffre: muet);
        (sain.Analyse, infecte.Analyse).Should().Be((AnalyseDepot.NonAnalyse, AnalyseDepot.NonAnalyse), "un antivirus muet ne dit rien de sain");
        donnees.ChangeTracker.Clear();

        await using var clamd = new FauxClamd();
        var reglages = new ReglagesDepots(_dossier, Clamd: clamd.Adresse);
        (await new AnalyserDepots(donnees, Coffre(clamd: clamd.Adresse), new AnalyseVirale(reglages)).ExecuteAsync(Acteur.Automate, Ct)).Valeur!.Should().Be(new AnalyserDepots.Reponse(1, 1));

        (await LireAsync(donnees, infecte.Id)).Refus[0].Should().BeOfType<LireDepot.Infecte>();
        await (await LireAsync(donnees, sain.Id)).Valeur!.Contenu.DisposeAsync();
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "DEPOT_INFECTE", Ct)).Apres.Should().Be("Eicar-Test-Signature");
        var comptes = (await new CompterDepots(donnees, new AnalyseVirale(reglages)).ExecuteAsync(Administrateur, Ct)).Valeur!;
        comptes.Comptes.Select(c => (c.Analyse, c.Nombre)).Should().Equal((AnalyseDepot.Sain, 1), (AnalyseDepot.Infecte, 1));
    }

    [Fact]
    public async Task Un_fichier_que_l_antivirus_ne_sait_pas_lire_ne_bloque_pas_les_autres()
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        await DeposerAsync(donnees, FichiersDEssai.Pdf());
        await using var clamd = new FauxClamd("INSTREAM size limit exceeded. ERROR");
        var reglages = new ReglagesDepots(_dossier, Clamd: clamd.Adresse);
        donnees.ChangeTracker.Clear();
        await new AnalyserDepots(donnees, Coffre(), new AnalyseVirale(reglages)).ExecuteAsync(Acteur.Automate, Ct);
        var depot = await donnees.Set<Depot>().AsNoTracking().SingleAsync(Ct);
        (depot.Analyse, depot.AnalyseLe).Should().Be((AnalyseDepot.NonAnalyse, _horloge.GetUtcNow().UtcDateTime));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_purge_montre_sa_liste_puis_efface_celle_la_et_garde_la_trace(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        var echu = await DeposerAsync(donnees, FichiersDEssai.Pdf(), jusqua: new DateOnly(2026, 5, 2));
        var garde = await DeposerAsync(donnees, FichiersDEssai.Pdf(), jusqua: new DateOnly(2026, 5, 3));
        var sansDate = await DeposerAsync(donnees, FichiersDEssai.Pdf());
        donnees.ChangeTracker.Clear();
        var purger = new PurgerDepots(donnees, Coffre());

        var liste = (await purger.ExecuteAsync(new(), Administrateur, Ct)).Valeur!;
        liste.Lignes.Should().ContainSingle().Which.Id.Should().Be(echu.Id);
        Fichiers().Should().HaveCount(3, "une liste n'efface rien");
        (await purger.ExecuteAsync(new("une autre liste"), Administrateur, Ct)).Refus[0].Should().BeOfType<PurgerDepots.ListeChangee>();
        (await purger.ExecuteAsync(new(liste.Empreinte), Candidat, Ct)).Refus[0].Should().BeOfType<Interdit>();
        var faite = (await purger.ExecuteAsync(new(liste.Empreinte), Administrateur, Ct)).Valeur!;

        faite.Fait.Should().BeTrue();
        Fichiers().Should().HaveCount(2);
        await using var relue = @base.Ouvrir();
        var trace = await relue.Set<Depot>().SingleAsync(d => d.Id == echu.Id, Ct);
        (trace.Nom, trace.CleEnveloppee, trace.SupprimeLe, trace.Empreinte).Should().Be(("", "", _horloge.GetUtcNow().UtcDateTime, echu.Empreinte));
        (await LireAsync(relue, echu.Id)).Refus[0].Should().BeOfType<LireDepot.Supprime>().Which.Phrase.Should().Contain("02/05/2026");
        foreach (var reste in new[] { garde, sansDate })
            await (await LireAsync(relue, reste.Id)).Valeur!.Contenu.DisposeAsync();
        (await relue.Set<LigneJournal>().SingleAsync(l => l.Acte == "DEPOTS_PURGES", Ct)).Apres.Should().StartWith("depots:1 empreinte:");
    }

    [Fact]
    public async Task La_purge_balaie_les_fichiers_qu_une_panne_a_laisses_sans_ligne()
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        var garde = await DeposerAsync(donnees, FichiersDEssai.Pdf());
        // Received, and the machine stops before the row.
        (await Coffre().RecevoirAsync(Demande(FichiersDEssai.Pdf()), Candidat, Ct)).EstReussi.Should().BeTrue();
        var efface = await DeposerAsync(donnees, FichiersDEssai.Pdf());
        efface.Effacer(_horloge.GetUtcNow().UtcDateTime);
        await donnees.SaveChangesAsync(Ct);
        var vide = (await new PurgerDepots(donnees, Coffre()).ExecuteAsync(new(), Administrateur, Ct)).Valeur!.Empreinte;

        _horloge.SetUtcNow(DateTimeOffset.UtcNow);
        (await new PurgerDepots(donnees, Coffre()).ExecuteAsync(new(vide), Administrateur, Ct)).Valeur!.Orphelins.Should().Be(0, "un fichier récent est peut-être en cours de réception");
        _horloge.Advance(TimeSpan.FromDays(2));
        (await new PurgerDepots(donnees, Coffre()).ExecuteAsync(new(vide), Administrateur, Ct)).Valeur!.Orphelins.Should().Be(2);
        Fichiers().Should().ContainSingle().Which.Should().Contain(garde.Id.ToString("N"));
    }

    [Fact]
    public async Task Un_fichier_perdu_altere_ou_d_une_autre_ligne_ne_s_ouvre_pas()
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        var un = await DeposerAsync(donnees, FichiersDEssai.Pdf());
        var deux = await DeposerAsync(donnees, FichiersDEssai.Pdf());
        var chemins = Fichiers().ToDictionary(f => Guid.ParseExact(Path.GetFileNameWithoutExtension(f), "N"));
        // The key of one row serves no other: a row edited by hand opens nothing.
        await donnees.Database.ExecuteSqlAsync($"update socle_depot set cle_enveloppee = {un.CleEnveloppee} where empreinte = {deux.Empreinte}", Ct);
        donnees.ChangeTracker.Clear();
        (await LireAsync(donnees, deux.Id)).Refus[0].Should().BeOfType<LireDepot.Illisible>();

        await using (var lu = (await LireAsync(donnees, un.Id)).Valeur!.Contenu)
            (await lu.ReadAsync(new byte[10], Ct)).Should().Be(10);
        File.Copy(chemins[deux.Id], chemins[un.Id], overwrite: true);
        await FluentActions.Awaiting(async () =>
        {
            await using var lu = (await LireAsync(donnees, un.Id)).Valeur!.Contenu;
            await lu.CopyToAsync(Stream.Null, Ct);
        }).Should().ThrowAsync<CryptographicException>();
        File.Delete(chemins[un.Id]);
        (await LireAsync(donnees, un.Id)).Refus[0].Should().BeOfType<LireDepot.Illisible>();
    }

    private string[] Fichiers() => Directory.GetFiles(_dossier, "*.chiffre", SearchOption.AllDirectories);

    private static DepotARecevoir Demande(byte[] contenu, string? nom = "certificat.pdf", DateOnly? jusqua = null) => new(new MemoryStream(contenu), nom, contenu.Length, "piece:1", "ESSAI", jusqua);

    private CoffreDepots Coffre(long tailleMax = 10 * 1_048_576, string? clamd = null, string? dossier = null)
    {
        var reglages = new ReglagesDepots(dossier ?? _dossier, tailleMax, clamd);
        return new CoffreDepots(reglages, _protection, new AnalyseVirale(reglages), _horloge, NullLogger<CoffreDepots>.Instance);
    }

    private async Task<Depot> DeposerAsync(BaseRebond donnees, byte[] contenu, string nom = "certificat.pdf", DateOnly? jusqua = null, CoffreDepots? coffre = null)
    {
        await using var recu = (await (coffre ?? Coffre()).RecevoirAsync(Demande(contenu, nom, jusqua), Candidat, Ct)).Valeur!;
        await recu.EnregistrerAsync(donnees, Ct);
        return recu.Depot;
    }

    private Task<Outcome<LireDepot.Reponse>> LireAsync(BaseRebond donnees, Guid id, bool peutLire = true) =>
        new LireDepot(donnees, Coffre()).ExecuteAsync(new(id, (_, _) => Task.FromResult(peutLire)), Administrateur, Ct);

    /// <summary>Null when it does not open, or stops on an altered block.</summary>
    private async Task<byte[]?> ToutLireAsync(BaseRebond donnees, Guid id)
    {
        var issue = await LireAsync(donnees, id);
        if (!issue.EstReussi)
            return issue.Refus[0] is LireDepot.Illisible ? null : throw new InvalidOperationException(issue.Refus[0].Code);
        var clair = new MemoryStream();
        try
        {
            await using (issue.Valeur.Contenu)
                await issue.Valeur.Contenu.CopyToAsync(clair, Ct);
        }
        catch (CryptographicException)
        {
            return null;
        }
        return clair.ToArray();
    }

    /// <summary>Sends without end after its beginning.</summary>
    private sealed class FluxSansFin(byte[] debut) : MemoryStream
    {
        public int Lus { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var n = Math.Min(buffer.Length, 50_000);
            for (var i = 0; i < n; i++)
                buffer.Span[i] = Lus + i < debut.Length ? debut[Lus + i] : (byte)'%';
            Lus += n;
            return ValueTask.FromResult(n);
        }
    }

    /// <summary>The sender hangs up.</summary>
    private sealed class FluxCoupe(byte[] debut) : MemoryStream(debut)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var n and > 0 ? n : throw new IOException("connexion fermée par le pair");
    }

    /// <summary>A disk that fills up.</summary>
    private sealed class CoffrePlein(ReglagesDepots reglages, IDataProtectionProvider protection, TimeProvider horloge, int apres)
        : CoffreDepots(reglages, protection, new AnalyseVirale(reglages), horloge, NullLogger<CoffreDepots>.Instance)
    {
        protected override Stream Creer(string chemin) => apres == 0 ? throw new IOException("No space left on device") : new Plein(base.Creer(chemin), apres);

        private sealed class Plein(Stream dessous, int apres) : MemoryStream
        {
            private int _ecrits;

            public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            {
                _ecrits += buffer.Length;
                if (_ecrits > apres)
                    throw new IOException("No space left on device");
                await dessous.WriteAsync(buffer, cancellationToken);
            }

            protected override void Dispose(bool disposing)
            {
                dessous.Dispose();
                base.Dispose(disposing);
            }
        }
    }
}
