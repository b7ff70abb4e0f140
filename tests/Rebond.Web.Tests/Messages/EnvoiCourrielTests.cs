using System.Diagnostics;
using System.Text;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Rebond.Coeur.Socle.Messages;
using Rebond.Web.Messages;
using Xunit;

namespace Rebond.Web.Tests.Messages;

/// <summary>From the outbox to a real SMTP conversation, failures and crashes included.</summary>
public sealed class EnvoiCourrielTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_message_arrive_de_lui_meme_avec_ses_accents(Moteur moteur)
    {
        await using var smtp = new FauxSmtp();
        await using var hote = await Hote.DemarrerAsync(moteur: moteur, reglages: smtp.Reglages(cadence: 1));
        var id = await EnFileAsync(hote, sujet: "Pièce refusée – cœur d’œuvre", texte: "Il manque 12,50 € « à régler ».\n.Une ligne qui commence par un point.\nÀ bientôt, Œdipe.");
        var message = await AttendreAsync(hote, id, m => m.Etat == EtatMessage.Envoye);

        var (destinataire, octets) = smtp.Recus.Should().ContainSingle().Subject;
        destinataire.Should().Be("zoe@exemple.fr");
        var entete = Encoding.ASCII.GetString(octets).Split("\r\n\r\n")[0];
        entete.Should().Contain("Subject: =?utf-8?").And.NotContain("œ", "un en-tête est en ASCII (RFC 2047)");
        entete.All(c => c < 128).Should().BeTrue();
        var recu = await MimeMessage.LoadAsync(new MemoryStream(octets), Ct);
        recu.Subject.Should().Be("Pièce refusée – cœur d’œuvre");
        recu.From.ToString().Should().Contain("DEC d’essai – œuvre");
        recu.To.Mailboxes.Single().Name.Should().Be("Zoé Álvarez");
        recu.TextBody!.ReplaceLineEndings("\n").Should().Be(message.Corps + "\n").And.Contain("12,50 € « à régler ».\n.Une ligne").And.Contain("Œdipe");
        recu.Body!.ContentType.Charset.Should().Be("utf-8");
        (recu.MessageId, recu.Headers[HeaderId.AutoSubmitted]).Should().Be(($"{id:N}@ac-exemple.fr", "auto-generated"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_refus_provisoire_se_rejoue_avec_le_meme_identifiant(Moteur moteur)
    {
        var horloge = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var smtp = new FauxSmtp { Repondre = c => c.StartsWith("RCPT", StringComparison.Ordinal) ? "451 liste grise" : null };
        await using var hote = await Hote.DemarrerAsync(moteur: moteur, horloge: horloge, reglages: smtp.Reglages());
        var id = await EnFileAsync(hote);
        await PasserAsync(hote);
        var ajourne = await LireAsync(hote, id);
        (ajourne.Etat, ajourne.Erreur, ajourne.ErreurDetail).Should().Be((EtatMessage.EnEchec, "SMTP_451", "liste grise"));
        ajourne.ProchainEssai.Should().NotBeNull();

        smtp.Repondre = c => c == "." ? "452 disque plein" : null;
        horloge.Advance(TimeSpan.FromMinutes(1));
        await PasserAsync(hote);
        (await LireAsync(hote, id)).Erreur.Should().Be("SMTP_452");
        smtp.Repondre = _ => null;
        await PasserAsync(hote);
        smtp.Recus.Should().BeEmpty("son heure n'est pas venue");
        horloge.Advance(TimeSpan.FromMinutes(5));
        await PasserAsync(hote);

        (await LireAsync(hote, id)).Etat.Should().Be(EtatMessage.Envoye);
        (await MimeMessage.LoadAsync(new MemoryStream(smtp.Recus.Single().Octets), Ct)).MessageId.Should().StartWith(id.ToString("N"));
    }

    [Fact]
    public async Task Un_refus_definitif_attend_une_personne_et_ne_retient_pas_les_autres()
    {
        await using var smtp = new FauxSmtp { Repondre = c => c.StartsWith("RCPT TO:<inconnu", StringComparison.Ordinal) ? "550 boîte inconnue" : null };
        await using var hote = await Hote.DemarrerAsync(reglages: smtp.Reglages());
        var inconnu = await EnFileAsync(hote, adresse: "inconnu@exemple.fr");
        // Accents before the @ ask for SMTPUTF8, which this server does not offer.
        var intransportable = await EnFileAsync(hote, adresse: "zoé@exemple.fr");
        var suivant = await EnFileAsync(hote);
        await PasserAsync(hote);

        (await LireAsync(hote, inconnu)).Should().BeEquivalentTo(new { Etat = EtatMessage.EnEchec, Erreur = "SMTP_550", ProchainEssai = (DateTime?)null });
        (await LireAsync(hote, intransportable)).Should().BeEquivalentTo(new { Etat = EtatMessage.EnEchec, Erreur = "ADRESSE_NON_ACHEMINABLE", ProchainEssai = (DateTime?)null });
        (await LireAsync(hote, suivant)).Etat.Should().Be(EtatMessage.Envoye);
        smtp.Recus.Select(r => r.Destinataire).Should().Equal("zoe@exemple.fr");
    }

    [Theory]
    [InlineData("RCPT", "CONNEXION_ROMPUE", true)]
    [InlineData("DATA", "CONNEXION_ROMPUE", true)]
    [InlineData(".", "REMISE_INCERTAINE", false)]
    public async Task Une_connexion_rompue_se_rejoue_seulement_si_le_texte_n_etait_pas_parti(string ou, string code, bool rejoue)
    {
        await using var smtp = new FauxSmtp { Repondre = c => c.StartsWith(ou, StringComparison.Ordinal) ? "" : null };
        await using var hote = await Hote.DemarrerAsync(reglages: smtp.Reglages());
        var id = await EnFileAsync(hote);
        await PasserAsync(hote);
        var message = await LireAsync(hote, id);
        (message.Etat, message.Erreur, message.ProchainEssai is not null).Should().Be((EtatMessage.EnEchec, code, rejoue));
    }

    [Fact]
    public async Task Un_serveur_injoignable_ne_coute_aucun_essai_et_la_page_le_dit()
    {
        var smtp = new FauxSmtp();
        var reglages = smtp.Reglages();
        await smtp.DisposeAsync();
        await using var hote = await Hote.DemarrerAsync(reglages: reglages);
        var id = await EnFileAsync(hote);
        await PasserAsync(hote);
        (await LireAsync(hote, id)).Should().BeEquivalentTo(new { Etat = EtatMessage.AEnvoyer, Essais = 0 });
        using var gestionnaire = await hote.SeConnecterAsync(Coeur.Socle.Acteurs.Role.Gestionnaire);
        (await gestionnaire.LireAsync("/messages")).Texte.Should().Contain("Le serveur d’envoi ne répond pas").And.NotContain("aucun serveur configuré");
    }

    [Theory]
    [InlineData("STARTTLS", "250 essai", "", false)]
    [InlineData("AUCUNE", "250-essai\r\n250 AUTH PLAIN", "535 compte refusé", false)]
    [InlineData("AUCUNE", "250-essai\r\n250 AUTH PLAIN", "235 bienvenue", true)]
    public async Task Sans_le_chiffrement_ou_le_compte_demandes_rien_ne_part(string securite, string ehlo, string auth, bool part)
    {
        await using var smtp = new FauxSmtp { Repondre = c => c.StartsWith("EHLO", StringComparison.Ordinal) ? ehlo : c.StartsWith("AUTH", StringComparison.Ordinal) ? auth : null };
        await using var hote = await Hote.DemarrerAsync(reglages: [.. smtp.Reglages(), ("Rebond:Courriel:Securite", securite), ("Rebond:Courriel:Utilisateur", "rebond"), ("Rebond:Courriel:MotDePasse", "secret")]);
        var id = await EnFileAsync(hote);
        await PasserAsync(hote);
        (await LireAsync(hote, id)).Should().BeEquivalentTo(new { Etat = part ? EtatMessage.Envoye : EtatMessage.AEnvoyer, Essais = part ? 1 : 0 });
        smtp.Recus.Should().HaveCount(part ? 1 : 0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Plusieurs_noeuds_n_envoient_pas_le_meme_message(Moteur moteur)
    {
        await using var smtp = new FauxSmtp();
        await using var hote = await Hote.DemarrerAsync(moteur: moteur, reglages: smtp.Reglages());
        for (var i = 0; i < 30; i++)
            await EnFileAsync(hote);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ActivatorUtilities.CreateInstance<ExpedierCourriels>(hote.Services).PasserAsync(Ct), Ct)));

        var identifiants = new List<string>();
        foreach (var (_, octets) in smtp.Recus)
            identifiants.Add((await MimeMessage.LoadAsync(new MemoryStream(octets), Ct)).MessageId!);
        identifiants.Should().HaveCount(30).And.OnlyHaveUniqueItems();
    }

    /// <summary>The real program in a process of its own, killed at the instant the server has the whole text and has not answered.</summary>
    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Tue_entre_le_texte_et_la_reponse_le_site_n_envoie_pas_deux_fois(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        Guid id;
        await using (var donnees = @base.Ouvrir())
        {
            id = (await donnees.EnvoyerAsync(UnCourrier(), Ct)).Valeur!.Id;
            await donnees.SaveChangesAsync(Ct);
        }
        await using var smtp = new FauxSmtp();
        using var site = Lancer(@base.Chaine, smtp.Reglages());
        var textes = 0;
        smtp.Repondre = c =>
        {
            if (c != ".")
                return null;
            Interlocked.Increment(ref textes);
            site.Kill();
            return null;
        };
        await site.WaitForExitAsync(Ct);
        textes.Should().Be(1);
        smtp.Recus.Should().ContainSingle("le serveur, lui, l'a pris en charge");
        await using (var donnees = @base.Ouvrir())
            (await donnees.Set<Message>().SingleAsync(m => m.Id == id, Ct)).RemiseCommenceeLe.Should().NotBeNull();

        // Started again, later than the lease of the dead.
        smtp.Repondre = _ => null;
        var apres = new FakeTimeProvider(DateTimeOffset.UtcNow + FileDEnvoi.Bail + TimeSpan.FromMinutes(1));
        await using (var donnees = Rebond.Coeur.Socle.Donnees.OptionsBase.Ouvrir(@base.Chaine, apres))
            (await new FileDEnvoi(donnees).PrendreAsync(Ct)).Should().BeNull();
        await using var relue = @base.Ouvrir();
        (await relue.Set<Message>().SingleAsync(m => m.Id == id, Ct)).Should().BeEquivalentTo(new { Etat = EtatMessage.EnEchec, Erreur = "REMISE_INCERTAINE", ProchainEssai = (DateTime?)null });
        smtp.Recus.Should().ContainSingle();
    }

    [Theory]
    [InlineData("Rebond:Courriel:Expediteur", "personne", "Expediteur")]
    [InlineData("Rebond:Courriel:Securite", "BOF", "Securite")]
    public async Task Un_reglage_faux_est_dit_au_demarrage(string cle, string valeur, string mot)
    {
        await using var smtp = new FauxSmtp();
        (string, string)[] reglages = [.. smtp.Reglages(), (cle, valeur)];
        (await FluentActions.Awaiting(() => Hote.DemarrerAsync(reglages: reglages)).Should().ThrowAsync<Exception>()).Which.ToString().Should().Contain(mot);
    }

    private static Process Lancer(string chaine, (string Cle, string Valeur)[] reglages)
    {
        var demarrage = new ProcessStartInfo(Environment.ProcessPath is { } dotnet && Path.GetFileNameWithoutExtension(dotnet) == "dotnet" ? dotnet : "dotnet")
        {
            WorkingDirectory = Path.Combine(Rebond.Tests.Commun.Depot.Racine, "src", "Rebond.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Rebond.Web.dll"), "--urls", "http://127.0.0.1:0"])
            demarrage.ArgumentList.Add(argument);
        demarrage.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (cle, valeur) in reglages.Append(("Rebond:Base", chaine)))
            demarrage.Environment[cle.Replace(":", "__", StringComparison.Ordinal)] = valeur;
        var processus = Process.Start(demarrage)!;
        processus.OutputDataReceived += (_, _) => { };
        processus.ErrorDataReceived += (_, _) => { };
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
        return processus;
    }

    private static Task<int> PasserAsync(Hote hote) => hote.Services.GetRequiredService<ExpedierCourriels>().PasserAsync(Ct);

    private static async Task<Guid> EnFileAsync(Hote hote, string adresse = "zoe@exemple.fr", string sujet = "Votre dossier", string texte = "Il est complet.")
    {
        await using var portee = hote.Services.CreateAsyncScope();
        var donnees = portee.ServiceProvider.GetRequiredService<Coeur.Socle.Donnees.BaseRebond>();
        var message = (await donnees.EnvoyerAsync(UnCourrier(adresse, sujet, texte), Ct)).Valeur!;
        await donnees.SaveChangesAsync(Ct);
        return message.Id;
    }

    internal static MessageAEnvoyer UnCourrier(string adresse = "zoe@exemple.fr", string sujet = "Votre dossier", string texte = "Il est complet.") =>
        new("COURRIER_CANDIDAT", Destinataire.ParCourriel("Zoé Álvarez", adresse).Valeur!, "candidature:1", new PorteeMessage("02", "013", "0130001A"), Champs(sujet, texte));

    internal static Dictionary<string, string> Champs(string sujet, string texte) => new()
    {
        ["nom"] = "Zoé Álvarez",
        ["numero"] = "0220000001",
        ["specialite"] = "Cuisine",
        ["session"] = "session 2020",
        ["sujet"] = sujet,
        ["texte"] = texte,
        ["signataire"] = "Dominique Martin",
    };

    private static async Task<Message> LireAsync(Hote hote, Guid id)
    {
        await using var donnees = hote.Ouvrir();
        return await donnees.Set<Message>().AsNoTracking().SingleAsync(m => m.Id == id, Ct);
    }

    private static async Task<Message> AttendreAsync(Hote hote, Guid id, Func<Message, bool> etat)
    {
        using var limite = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limite.CancelAfter(TimeSpan.FromMinutes(2));
        while (true)
        {
            if (await LireAsync(hote, id) is var message && etat(message))
                return message;
            await Task.Delay(100, limite.Token);
        }
    }
}
