using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Messages;

public sealed class EnvoisTests
{
    internal static readonly Acteur Gestionnaire = new(Guid.CreateVersion7(), "Dominique Martin", Role.Gestionnaire, [new Perimetre(TypePerimetre.Academie, "02")]);
    internal static readonly Acteur Administrateur = new(Guid.CreateVersion7(), "Sacha Durand", Role.Administrateur, [new Perimetre(TypePerimetre.Academie, "02")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_message_part_avec_l_acte_ou_ne_part_pas(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using (var abandonne = @base.Ouvrir())
            (await abandonne.EnvoyerAsync(UnCourrier(), Ct)).EstReussi.Should().BeTrue();
        await using (var donnees = @base.Ouvrir())
        {
            (await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse("l'acte n'a pas été enregistré");
            await donnees.EnvoyerAsync(UnCourrier(), Ct);
            donnees.Journaliser(new ActeAJournaliser(Gestionnaire, "ESSAI", "essai:1"));
            await donnees.SaveChangesAsync(Ct);
        }
        await using var relue = @base.Ouvrir();
        var message = await relue.Set<Message>().SingleAsync(Ct);
        (message.Etat, message.Sujet, message.Nom, message.Coordonnees, message.VersionModele).Should().Be((EtatMessage.AEnvoyer, "Votre dossier", "Zoé Álvarez", "zoe@exemple.fr", "1"));
        message.Corps.Should().StartWith("Bonjour Zoé Álvarez,").And.Contain("Un cœur d’œuvre").And.NotContain("{");
        message.ProchainEssai.Should().NotBeNull();
    }

    /// <summary>The incident of 2024: 7,000 blank messages.</summary>
    [Fact]
    public async Task Sept_mille_messages_au_champ_vide_ne_partent_pas_et_le_champ_est_nomme()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        var messages = Enumerable.Range(0, 7_000).Select(i => UnCourrier(texte: i == 41 ? "Bonne nouvelle." : " \u200B", objet: $"candidature:{i}")).ToList();

        var bilan = await donnees.EnvoyerTousAsync(messages, apercu: false, Ct);
        await donnees.SaveChangesAsync(Ct);

        bilan.Refuses.Should().HaveCount(6_999).And.OnlyContain(r => r.Refus[0].Code == "CHAMPS_VIDES" && r.Refus[0].Phrase.Contains("« texte »"));
        (await donnees.Set<Message>().Select(m => m.Objet).ToListAsync(Ct)).Should().Equal("candidature:41");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_apercu_de_lot_dit_tout_et_n_ecrit_rien_et_une_cle_ne_sert_qu_une_fois(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var messages = new[] { UnCourrier() with { Cle = "RELANCE:1" }, UnCourrier() with { Cle = "RELANCE:2" }, UnCourrier() with { Cle = "RELANCE:1" } };

        var apercu = await donnees.EnvoyerTousAsync(messages, apercu: true, Ct);
        await donnees.SaveChangesAsync(Ct);
        (await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse();
        var envoi = await donnees.EnvoyerTousAsync(messages, apercu: false, Ct);
        await donnees.SaveChangesAsync(Ct);
        await using var ensuite = @base.Ouvrir();
        var rejoue = await ensuite.EnvoyerTousAsync(messages, apercu: false, Ct);
        var seul = (await ensuite.EnvoyerAsync(messages[0], Ct)).Valeur!;
        await ensuite.SaveChangesAsync(Ct);

        (apercu.Prets.Count, apercu.DejaEnFile).Should().Be((2, 1));
        (envoi.Prets.Count, envoi.DejaEnFile).Should().Be((2, 1));
        (rejoue.Prets.Count, rejoue.DejaEnFile).Should().Be((0, 3));
        seul.Id.Should().Be(envoi.Prets[0].Id);
        (await ensuite.Set<Message>().CountAsync(Ct)).Should().Be(2);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_texte_recrit_vaut_pour_son_academie_et_les_messages_deja_en_file_gardent_le_leur(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        await donnees.EnvoyerAsync(UnCourrier(), Ct);
        await donnees.SaveChangesAsync(Ct);
        var revision = await new ReviserModele(donnees).ExecuteAsync(new("COURRIER_CANDIDAT", "1", "{sujet} – académie", "{nom} : {texte}", "ton plus bref"), Gestionnaire, Ct);
        await donnees.EnvoyerAsync(UnCourrier(), Ct);
        await donnees.EnvoyerAsync(UnCourrier() with { Portee = new PorteeMessage("12") }, Ct);
        await donnees.SaveChangesAsync(Ct);

        revision.Valeur!.Version.Should().Be("02-1");
        var messages = await donnees.Set<Message>().AsNoTracking().ToListAsync(Ct);
        messages.Select(m => (m.Academie, m.VersionModele)).Should().BeEquivalentTo([("02", "1"), ("02", "02-1"), ("12", "1")]);
        messages.Should().OnlyContain(m => m.VersionModele == "02-1" ? m.Corps == "Zoé Álvarez : Un cœur d’œuvre." : m.Corps.StartsWith("Bonjour"));
    }

    [Fact]
    public async Task Une_revision_qui_emploie_un_champ_disparu_bloque_l_envoi()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        donnees.Add(new RevisionModele { Academie = "02", Code = "COURRIER_CANDIDAT", Numero = 1, Sujet = "{sujet}", Corps = "{texte} {ancien_champ}", Motif = "avant", CreeeLe = DateTime.UtcNow });
        await donnees.SaveChangesAsync(Ct);
        (await donnees.EnvoyerAsync(UnCourrier(), Ct)).Refus.Should().ContainSingle().Which.Phrase.Should().Contain("« {ancien_champ} »");
    }

    internal static MessageAEnvoyer UnCourrier(string texte = "Un cœur d’œuvre.", string objet = "candidature:1", bool lettre = false) => new("COURRIER_CANDIDAT",
        (lettre ? Destinataire.ParLettre("Zoé Álvarez", ["1 rue de l’Œuvre", "13001 MARSEILLE"]) : Destinataire.ParCourriel("Zoé Álvarez", "zoe@exemple.fr")).Valeur!, objet, new PorteeMessage("02", "013", "0130001A"),
        new Dictionary<string, string> { ["nom"] = "Zoé Álvarez", ["numero"] = "0220000001", ["specialite"] = "Cuisine", ["session"] = "session 2020", ["sujet"] = "Votre dossier", ["texte"] = texte, ["signataire"] = "Dominique Martin" });
}
