using AwesomeAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Xunit;
using static Rebond.Tests.Commun.Inscription.InscriptionDEssai;

namespace Rebond.Coeur.Tests.Inscription.Dossiers;

public sealed class SignerDossierTests
{
    private static readonly EphemeralDataProtectionProvider s_protection = new();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(BaseDeTest Base, FakeTimeProvider Horloge, Acteur Candidat, string Numero)> EnregistreAsync(Moteur moteur, IReadOnlyDictionary<string, string> reponses)
    {
        var horloge = new FakeTimeProvider(A(11, 20, 14));
        var @base = await BaseDeTest.CreerAsync(moteur, horloge);
        await using var donnees = @base.Ouvrir();
        await PublierAsync(donnees);
        var candidat = await UnCandidatAsync(donnees);
        var numero = await OuvrirAsync(donnees, candidat);
        await RemplirAsync(@base.Ouvrir, candidat, numero, reponses);
        await using var autre = @base.Ouvrir();
        (await new EnregistrerDossier(autre).ExecuteAsync(new(numero, (await LireAsync(autre, numero)).Version), candidat, Ct)).EstReussi.Should().BeTrue();
        return (@base, horloge, candidat, numero);
    }

    private static async Task<(Outcome<SignerDossier.Reponse> Issue, string? Jeton)> SignerAsync(BaseDeTest @base, string numero, Acteur candidat, bool engagement = true)
    {
        string? jeton = null;
        await using var donnees = @base.Ouvrir();
        var issue = await new SignerDossier(donnees, s_protection).ExecuteAsync(new(numero, (await LireAsync(donnees, numero)).Version, engagement, j => $"https://essai/{jeton = j}"), candidat, Ct);
        return (issue, jeton);
    }

    private static async Task<Outcome<SignerPourResponsable.Reponse>> ResponsableAsync(BaseDeTest @base, string? jeton, bool engagement = true)
    {
        await using var donnees = @base.Ouvrir();
        return await new SignerPourResponsable(donnees, s_protection).ExecuteAsync(new(jeton, engagement), Ct);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_majeur_signe_et_ses_choix_sont_definitifs(Moteur moteur)
    {
        var (@base, _, candidat, numero) = await EnregistreAsync(moteur, Experience);
        await using var _ = @base;
        (await SignerAsync(@base, numero, candidat, engagement: false)).Issue.Refus.Should().ContainSingle(r => r.Code == "ENGAGEMENT_ABSENT");

        (await SignerAsync(@base, numero, candidat)).Issue.Valeur!.Suite.Should().Be(SignerDossier.Suite.Signe);

        await using var donnees = @base.Ouvrir();
        var dossier = await LireAsync(donnees, numero);
        dossier.Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Signe && d.ModeSignature == ModeSignature.EnLigne && d.SigneLe == A(11, 20, 14).UtcDateTime);
        (await donnees.Set<PieceDossier>().SingleAsync(p => p.Code == "CONFIRMATION_SIGNEE", Ct)).Etat.Should().Be(EtatPiece.Deposee, "signée en ligne, elle n'est pas à poster");
        (await new GarderReponse(donnees).ExecuteAsync(new(numero, dossier.Version, "contact", new Dictionary<string, string?>()), candidat, Ct)).Refus.Should().ContainSingle(r => r.Code == "CHOIX_DEFINITIFS");
        (await SignerAsync(@base, numero, candidat)).Issue.Refus.Should().ContainSingle(r => r.Code == "DEJA_SIGNE");
        (await donnees.Set<Message>().CountAsync(m => m.Modele == "INSCRIPTION_SIGNEE", Ct)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_responsable_d_un_mineur_signe_par_le_lien_envoye_a_son_adresse(Moteur moteur)
    {
        var (@base, _, candidat, numero) = await EnregistreAsync(moteur, Eleve);
        await using var _ = @base;
        var (issue, jeton) = await SignerAsync(@base, numero, candidat);
        issue.Valeur!.Suite.Should().Be(SignerDossier.Suite.AttendResponsableEnLigne);
        await using (var donnees = @base.Ouvrir())
        {
            (await LireAsync(donnees, numero)).Etat.Should().Be(EtatDossier.Enregistre, "rien n'est définitif avant le responsable");
            (await donnees.Set<Message>().SingleAsync(m => m.Modele == "SIGNATURE_RESPONSABLE", Ct)).Should().Match<Message>(m => m.Coordonnees == "parent@exemple.fr" && m.Confidentiel && m.Corps.Contains($"https://essai/{jeton}"));
        }
        (await SignerAsync(@base, numero, candidat)).Issue.Refus.Should().ContainSingle(r => r.Code == "LIEN_DEJA_ENVOYE");
        (await ResponsableAsync(@base, jeton, engagement: false)).Refus.Should().ContainSingle(r => r.Code == "ENGAGEMENT_ABSENT");
        (await ResponsableAsync(@base, jeton![..^3] + "abc")).Refus.Should().ContainSingle(r => r.Code == "LIEN_INVALIDE");

        (await ResponsableAsync(@base, jeton)).Valeur!.Signe.Should().BeTrue();
        (await ResponsableAsync(@base, jeton)).Valeur!.Signe.Should().BeTrue("le même lien, rouvert, dit que c'est fait");

        await using var apres = @base.Ouvrir();
        (await LireAsync(apres, numero)).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Signe && d.SigneResponsableLe != null);
        (await apres.Set<LigneJournal>().CountAsync(l => l.Acte == "DOSSIER_SIGNE_RESPONSABLE" && l.Role == "VISITEUR", Ct)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_lien_expire_ou_d_une_version_ancienne_ne_signe_rien(Moteur moteur)
    {
        var (@base, horloge, candidat, numero) = await EnregistreAsync(moteur, Eleve);
        await using var _ = @base;
        var (_, premier) = await SignerAsync(@base, numero, candidat);
        await using (var donnees = @base.Ouvrir())
        {
            await new GarderReponse(donnees).ExecuteAsync(new(numero, (await LireAsync(donnees, numero)).Version, "dispensesDemandees", new Dictionary<string, string?> { ["valeur"] = "true" }), candidat, Ct);
            (await ResponsableAsync(@base, premier)).Refus.Should().ContainSingle(r => r.Code == "LIEN_EXPIRE", "un changement est en cours");
            await new EnregistrerDossier(donnees).ExecuteAsync(new(numero, (await LireAsync(donnees, numero)).Version), candidat, Ct);
        }
        (await ResponsableAsync(@base, premier)).Refus.Should().ContainSingle(r => r.Code == "LIEN_EXPIRE", "il signait d'autres choix");

        var (_, second) = await SignerAsync(@base, numero, candidat);
        horloge.Advance(LienResponsable.Duree + TimeSpan.FromSeconds(1));
        (await ResponsableAsync(@base, second)).Refus.Should().ContainSingle(r => r.Code == "LIEN_EXPIRE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Sans_adresse_du_responsable_il_signe_sur_papier(Moteur moteur)
    {
        var (@base, horloge, candidat, numero) = await EnregistreAsync(moteur, new Dictionary<string, string>(Eleve) { ["responsableCourriel"] = "" });
        await using var _ = @base;
        (await SignerAsync(@base, numero, candidat)).Issue.Valeur!.Suite.Should().Be(SignerDossier.Suite.AttendResponsablePapier);
        horloge.SetUtcNow(A(12, 10, 0, 1));
        (await SignerAsync(@base, numero, candidat)).Issue.Refus.Should().ContainSingle(r => r.Code == "SIGNATURE_HORS_DELAI").Which.Phrase.Should().Contain("09/12/2023");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Apres_la_signature_l_adresse_change_la_reouverture_se_demande_et_l_on_peut_se_desister(Moteur moteur)
    {
        var (@base, _, candidat, numero) = await EnregistreAsync(moteur, Experience);
        await using var _ = @base;
        await SignerAsync(@base, numero, candidat);
        await using var donnees = @base.Ouvrir();
        async Task<int> VersionAsync() => (await LireAsync(donnees, numero)).Version;

        var adresse = new Dictionary<string, string?> { ["courriel"] = "neuf@exemple.fr", ["adresse1"] = "3 rue Neuve", ["codePostal"] = "57000", ["ville"] = "Metz" };
        (await new ChangerAdresse(donnees).ExecuteAsync(new(numero, await VersionAsync(), adresse), candidat, Ct)).Valeur!.Changes.Should().Equal("Adresse électronique", "Numéro et voie", "Code postal", "Ville");
        (await LireAsync(donnees, numero)).Should().Match<DossierInscription>(d => d.Ville == "Metz" && d.NumeroVersion == 1 && d.Etat == EtatDossier.Signe);

        (await new DemanderReouverture(donnees).ExecuteAsync(new(numero, await VersionAsync(), "non"), candidat, Ct)).Refus.Should().ContainSingle(r => r.Code == "MOTIF_INVALIDE");
        (await new DemanderReouverture(donnees).ExecuteAsync(new(numero, await VersionAsync(), "Je me suis trompé de spécialité."), candidat, Ct)).EstReussi.Should().BeTrue();
        (await new DemanderReouverture(donnees).ExecuteAsync(new(numero, await VersionAsync(), "Je me suis trompé de spécialité."), candidat, Ct)).Refus.Should().ContainSingle(r => r.Code == "DEJA_DEMANDEE");

        (await new DireEmpechement(donnees).ExecuteAsync(new(numero, "CERTIFICATS_TRAVAIL", "Mon employeur a fermé l'an dernier."), candidat, Ct)).Valeur!.Dit.Should().BeTrue();
        (await donnees.Set<PieceDossier>().AsNoTracking().SingleAsync(p => p.Code == "CERTIFICATS_TRAVAIL", Ct)).Should().Match<PieceDossier>(p => p.Empechement!.StartsWith("Mon employeur") && p.Etat == EtatPiece.Absente, "seule la DEC décide");

        (await new Desister(donnees).ExecuteAsync(new(numero, await VersionAsync(), false), candidat, Ct)).Refus.Should().ContainSingle(r => r.Code == "DESISTEMENT_NON_CONFIRME");
        (await new Desister(donnees).ExecuteAsync(new(numero, await VersionAsync(), true), candidat, Ct)).EstReussi.Should().BeTrue();
        (await LireAsync(donnees, numero)).Etat.Should().Be(EtatDossier.Desiste);
        (await new Desister(donnees).ExecuteAsync(new(numero, await VersionAsync(), true), candidat, Ct)).Refus.Should().ContainSingle(r => r.Code == "DOSSIER_SORTI");
        (await OuvrirAsync(donnees, candidat)).Should().NotBe(numero, "la campagne est ouverte : un autre dossier se commence");
    }
}
