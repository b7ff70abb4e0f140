using System.Security.Cryptography;
using AwesomeAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Journal;
using Rebond.Tests.Commun.Depots;
using Xunit;
using Depot = Rebond.Coeur.Socle.Depots.Depot;

namespace Rebond.Coeur.Tests.Socle.Depots;

/// <summary>What is received and what is refused, on a real folder.</summary>
public sealed class DepotsTests : IDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _horloge = new(new DateTimeOffset(2026, 5, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly CoffreDeTest _coffre;

    public DepotsTests() => _coffre = new CoffreDeTest(_horloge);

    public void Dispose() => _coffre.Dispose();

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_fichier_depose_se_relit_octet_pour_octet_et_rien_de_clair_n_est_sur_le_disque(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        var contenu = FichiersDEssai.Pdf("% UN-SECRET-MEDICAL\n", 200_000);
        var depot = await _coffre.DeposerAsync(donnees, contenu, "C:\\Mes documents\\Certificat d’œuvre.PDF");

        (depot.Nom, depot.Type, depot.Taille, depot.Analyse, depot.CompteId).Should().Be(("Certificat d’œuvre.pdf", TypeDepot.Pdf, contenu.Length, AnalyseDepot.NonAnalyse, CoffreDeTest.Candidat.CompteId));
        depot.Empreinte.Should().Be(Convert.ToHexStringLower(SHA256.HashData(contenu)));
        var disque = await File.ReadAllBytesAsync(_coffre.Fichiers().Single(), Ct);
        disque.AsSpan().IndexOf("UN-SECRET-MEDICAL"u8).Should().Be(-1);
        disque.AsSpan().IndexOf("%PDF"u8).Should().Be(-1);
        disque.AsSpan().IndexOf("%%%%%%%%"u8).Should().Be(-1);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(_coffre.Fichiers().Single()).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var lu = (await _coffre.LireAsync(donnees, depot.Id)).Valeur!;
        var relu = new MemoryStream();
        await using (lu.Contenu)
            await lu.Contenu.CopyToAsync(relu, Ct);
        relu.ToArray().Should().Equal(contenu);
        (await donnees.Set<LigneJournal>().Select(l => l.Acte).ToListAsync(Ct)).Should().Equal("DEPOT_LU");
        (await _coffre.LireAsync(donnees, depot.Id, peutLire: false)).Refus[0].Should().BeOfType<Introuvable>();
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
        var depot = await _coffre.DeposerAsync(donnees, contenu);
        (await _coffre.ToutLireAsync(donnees, depot.Id)).Should().Equal(contenu);

        var chemin = _coffre.Fichiers().Single();
        var scelle = await File.ReadAllBytesAsync(chemin, Ct);
        const int bloc = 65_536 + 16;
        List<byte[]> alteres = [[.. scelle[..^1], (byte)(scelle[^1] ^ 1)], scelle[..^1], [.. scelle, 0], [.. scelle[..4], (byte)(scelle[4] ^ 1), .. scelle[5..]], scelle[..10], []];
        if (scelle.Length > 4 + bloc)
            // Cut between two blocks: the one left at the end is not sealed as the last.
            alteres.Add(scelle[..(4 + bloc)]);
        foreach (var altere in alteres)
        {
            await File.WriteAllBytesAsync(chemin, altere, Ct);
            (await _coffre.ToutLireAsync(donnees, depot.Id)).Should().BeNull();
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
        var issue = await _coffre.Coffre(tailleMax: 250_000).RecevoirAsync(CoffreDeTest.Demande(contenu, nom), CoffreDeTest.Candidat, Ct);

        issue.Refus.Should().ContainSingle().Which.Code.Should().Be(code);
        _coffre.Fichiers().Should().BeEmpty();
        (await donnees.Set<Depot>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Une_photo_HEIC_est_refusee_avec_la_marche_a_suivre()
    {
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0];
        (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(heic, "IMG_1.HEIC"), CoffreDeTest.Candidat, Ct)).Refus[0].Phrase.Should().Contain("HEIC").And.Contain("JPEG");
    }

    [Fact]
    public async Task La_limite_arrete_la_lecture_sans_attendre_la_fin()
    {
        var flux = new FluxSansFin(FichiersDEssai.Pdf());
        (await _coffre.Coffre(tailleMax: 200_000).RecevoirAsync(new DepotARecevoir(flux, "a.pdf", null, "piece:1", "ESSAI", null), CoffreDeTest.Candidat, Ct)).Refus[0].Code.Should().Be("FICHIER_TROP_VOLUMINEUX");
        flux.Lus.Should().BeLessThan(400_000);
        _coffre.Fichiers().Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Un_envoi_interrompu_ne_laisse_rien(bool coupure)
    {
        var contenu = FichiersDEssai.Pdf(remplissage: 100_000);
        Stream flux = coupure ? new FluxCoupe(contenu[..50_000]) : new MemoryStream(contenu);
        (await _coffre.Coffre().RecevoirAsync(new DepotARecevoir(flux, "a.pdf", contenu.Length + 1, "piece:1", "ESSAI", null), CoffreDeTest.Candidat, Ct)).Refus[0].Code.Should().Be("ENVOI_INTERROMPU");
        _coffre.Fichiers().Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    public async Task Un_disque_plein_refuse_avec_une_phrase_et_ne_laisse_ni_fichier_ni_ligne(int apres)
    {
        await using var @base = await BaseDeTest.CreerAsync(horloge: _horloge);
        await using var donnees = @base.Ouvrir();
        var coffre = new CoffrePlein(new ReglagesDepots(_coffre.Dossier), _coffre.Protection, _horloge, apres);
        (await coffre.RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.Pdf(remplissage: 200_000)), CoffreDeTest.Candidat, Ct)).Refus[0].Code.Should().Be("STOCKAGE_INDISPONIBLE");
        _coffre.Fichiers().Should().BeEmpty();
        (await donnees.Set<Depot>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Un_dossier_inaccessible_refuse_avec_une_phrase()
    {
        var fichier = Path.Combine(_coffre.Dossier, "pas-un-dossier");
        await File.WriteAllTextAsync(fichier, "", Ct);
        (await _coffre.Coffre(dossier: Path.Combine(fichier, "depots")).RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.Pdf()), CoffreDeTest.Candidat, Ct)).Refus[0].Code.Should().Be("STOCKAGE_INDISPONIBLE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Si_la_ligne_ne_s_enregistre_pas_le_fichier_ne_reste_pas(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, _horloge);
        await using var donnees = @base.Ouvrir();
        var recu = (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.Pdf()), CoffreDeTest.Candidat, Ct)).Valeur!;
        _coffre.Fichiers().Should().ContainSingle();
        donnees.Add(new Depot { Id = recu.Depot.Id, Proprietaire = "x", Nom = "x", Type = TypeDepot.Pdf, Taille = 1, Empreinte = "", Signalements = "", DeposeLe = DateTime.UtcNow, CleEnveloppee = "", Conservation = "x" });
        await donnees.SaveChangesAsync(Ct);
        donnees.ChangeTracker.Clear();
        await FluentActions.Awaiting(async () =>
        {
            await using (recu)
                await recu.EnregistrerAsync(donnees, Ct);
        }).Should().ThrowAsync<DbUpdateException>();
        _coffre.Fichiers().Should().BeEmpty();
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
            (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(pdf), CoffreDeTest.Candidat, Ct)).Valeur!.Depot.Signalements.Should().Be(signalement);
    }

    [Fact]
    public async Task Une_bombe_dans_un_pdf_est_bornee_et_dite_non_examinee() =>
        (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.PdfObjetsComprimes(new string(' ', 50_000_000))), CoffreDeTest.Candidat, Ct)).Valeur!.Depot.ListeSignalements().Should().Equal(SignalementDepot.PdfNonExamine);

    [Fact]
    public async Task Ce_qu_un_telephone_ajoute_apres_sa_photo_est_signale_sans_refus()
    {
        byte[] photo = [.. FichiersDEssai.Jpeg(), 0, 0, 0, 24, .. "ftypmp42"u8, 1, 2, 3];
        (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(photo, "20260502.jpg"), CoffreDeTest.Candidat, Ct)).Valeur!.Depot.ListeSignalements().Should().Equal(SignalementDepot.DonneesApresLaFin);
        (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.Jpeg(), "20260502.jpg"), CoffreDeTest.Candidat, Ct)).Valeur!.Depot.Signalements.Should().BeEmpty();
        (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.Png(), "sans extension"), CoffreDeTest.Candidat, Ct)).Valeur!.Depot.Nom.Should().Be("sans extension.png");
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("fac\u202Efdp.exe.pdf", "facfdp.exe.pdf")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData("\u200B.pdf", "document.pdf")]
    [InlineData(null, "document.pdf")]
    public async Task Le_nom_donne_ne_porte_ni_dossier_ni_caractere_de_controle(string? nom, string propre) =>
        (await _coffre.Coffre().RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.Pdf(), nom), CoffreDeTest.Candidat, Ct)).Valeur!.Depot.Nom.Should().Be(propre);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task L_antivirus_recoit_le_clair_dit_sain_et_fait_refuser_un_virus(bool locale)
    {
        await using var clamd = new FauxClamd(prise: locale ? Path.Combine(_coffre.Dossier, "clamd.ctl") : null);
        var sain = FichiersDEssai.Pdf(remplissage: 100_000);
        var depot = (await _coffre.Coffre(clamd: clamd.Adresse).RecevoirAsync(CoffreDeTest.Demande(sain), CoffreDeTest.Candidat, Ct)).Valeur!;
        (depot.Depot.Analyse, depot.Depot.AnalyseLe).Should().Be((AnalyseDepot.Sain, _horloge.GetUtcNow().UtcDateTime));
        clamd.Recus.Should().ContainSingle().Which.Should().Equal(sain);
        await depot.DisposeAsync();

        (await _coffre.Coffre(clamd: clamd.Adresse).RecevoirAsync(CoffreDeTest.Demande(FichiersDEssai.Pdf("% EICAR\n")), CoffreDeTest.Candidat, Ct)).Refus[0].Code.Should().Be("FICHIER_INFECTE");
        _coffre.Fichiers().Should().BeEmpty();
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
