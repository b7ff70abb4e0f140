using AwesomeAssertions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Acteurs;

/// <summary>Accounts and habilitations: who may open them, what the journal keeps.</summary>
public sealed class ComptesTests
{
    private static readonly Acteur Administrateur = new(Guid.CreateVersion7(), "administrateur", Role.Administrateur, [new Perimetre(TypePerimetre.Academie, "02")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_compte_se_cree_sans_mot_de_passe_et_le_journal_n_en_garde_que_l_identifiant(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var cree = await new CreerCompte(donnees).ExecuteAsync(new CreerCompte.Demande(" Agent@Exemple.fr ", "Dominique Martin"), Administrateur, Ct);
        var encore = await new CreerCompte(donnees).ExecuteAsync(new CreerCompte.Demande("agent@exemple.FR", "Autre"), Administrateur, Ct);

        cree.EstReussi.Should().BeTrue();
        encore.Refus.Should().ContainSingle().Which.Should().BeOfType<CreerCompte.CompteExistant>();
        var compte = await donnees.Users.SingleAsync(Ct);
        compte.PasswordHash.Should().BeNull();
        compte.LockoutEnabled.Should().BeTrue();
        var ligne = await donnees.Set<LigneJournal>().SingleAsync(Ct);
        (ligne.Acte, ligne.Objet, ligne.Apres).Should().Be(("COMPTE_CREE", $"compte:{compte.Id}", null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sans-arobase")]
    [InlineData("Nom <a@exemple.fr>")]
    public async Task Une_adresse_mal_ecrite_est_refusee(string courriel)
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        (await new CreerCompte(donnees).ExecuteAsync(new CreerCompte.Demande(courriel, "Dominique Martin"), Administrateur, Ct))
            .Refus.Should().ContainSingle().Which.Should().BeOfType<CreerCompte.CourrielInvalide>();
    }

    [Fact]
    public async Task Seuls_l_administrateur_et_la_ligne_de_commande_touchent_aux_comptes()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrateur))
        {
            var acteur = new Acteur(Guid.CreateVersion7(), "x", role, [new Perimetre(TypePerimetre.Academie, "02")]);
            (await new CreerCompte(donnees).ExecuteAsync(new CreerCompte.Demande("a@exemple.fr", "A"), acteur, Ct)).Refus[0].Should().BeOfType<Interdit>(role.ToString());
            (await new AccorderHabilitation(donnees).ExecuteAsync(new AccorderHabilitation.Demande(Guid.NewGuid(), Role.Pilotage, "02"), acteur, Ct)).Refus[0].Should().BeOfType<Interdit>();
            (await new RetirerHabilitation(donnees).ExecuteAsync(new RetirerHabilitation.Demande(Guid.NewGuid(), "m"), acteur, Ct)).Refus[0].Should().BeOfType<Interdit>();
            (await new ReinitialiserSecondFacteur(donnees).ExecuteAsync(new ReinitialiserSecondFacteur.Demande(Guid.NewGuid(), "m"), acteur, Ct)).Refus[0].Should().BeOfType<Interdit>();
            (await new ListerComptes(donnees).ExecuteAsync(new ListerComptes.Demande(), acteur, Ct)).Refus[0].Should().BeOfType<Interdit>();
            (await new CreerComptesDemonstration(donnees).ExecuteAsync(Demonstration(true), acteur, Ct)).Refus[0].Should().BeOfType<Interdit>();
        }
        (await new CreerCompte(donnees).ExecuteAsync(new CreerCompte.Demande("a@exemple.fr", "A"), Acteur.Visiteur, Ct)).Refus[0].Should().BeOfType<Interdit>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_habilitation_s_accorde_et_se_retire_au_journal(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var id = await CompteAsync(donnees);
        var accordee = await new AccorderHabilitation(donnees).ExecuteAsync(new AccorderHabilitation.Demande(id, Role.ChefEtablissement, " 0131234a "), Administrateur, Ct);
        var sansMotif = await new RetirerHabilitation(donnees).ExecuteAsync(new RetirerHabilitation.Demande(accordee.Valeur!.HabilitationId!.Value, " "), Administrateur, Ct);
        var retiree = await new RetirerHabilitation(donnees).ExecuteAsync(new RetirerHabilitation.Demande(accordee.Valeur.HabilitationId.Value, "mutation"), Administrateur, Ct);

        sansMotif.Refus[0].Should().BeOfType<RetirerHabilitation.MotifManquant>();
        retiree.EstReussi.Should().BeTrue();
        var lignes = await donnees.Set<LigneJournal>().OrderBy(l => l.Numero).ToListAsync(Ct);
        lignes.Select(l => (l.Acte, l.Avant, l.Apres, l.Motif)).Should().Equal(
            ("COMPTE_CREE", null, null, null),
            ("HABILITATION_ACCORDEE", null, "CHEF_ETABLISSEMENT ETABLISSEMENT:0131234A", null),
            ("HABILITATION_RETIREE", "CHEF_ETABLISSEMENT ETABLISSEMENT:0131234A", null, "mutation"));
    }

    [Theory]
    [InlineData(Role.Gestionnaire, "0131234A")]
    [InlineData(Role.Gestionnaire, "*")]
    [InlineData(Role.ChefEtablissement, "02")]
    [InlineData(Role.PresidentJury, "PRO-013-1")]
    public async Task Un_perimetre_d_un_autre_genre_est_refuse(Role role, string code)
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        (await new AccorderHabilitation(donnees).ExecuteAsync(new AccorderHabilitation.Demande(await CompteAsync(donnees), role, code), Administrateur, Ct))
            .Refus[0].Should().BeOfType<AccorderHabilitation.PerimetreIllisible>();
    }

    [Fact]
    public async Task Nul_ne_touche_a_ses_propres_habilitations()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        var id = await CompteAsync(donnees);
        var lui = Administrateur with { CompteId = id };
        var accordee = await new AccorderHabilitation(donnees).ExecuteAsync(new AccorderHabilitation.Demande(id, Role.Administrateur, "02"), Acteur.LigneDeCommande, Ct);
        (await new AccorderHabilitation(donnees).ExecuteAsync(new AccorderHabilitation.Demande(id, Role.Gestionnaire, "02"), lui, Ct)).Refus[0].Should().BeOfType<AccorderHabilitation.PourSoiMeme>();
        (await new RetirerHabilitation(donnees).ExecuteAsync(new RetirerHabilitation.Demande(accordee.Valeur!.HabilitationId!.Value, "m"), lui, Ct)).Refus[0].Should().BeOfType<AccorderHabilitation.PourSoiMeme>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Reinitialiser_efface_tout_second_facteur_et_ferme_les_sessions(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var id = await CompteAsync(donnees);
        var compte = await donnees.Users.SingleAsync(Ct);
        compte.TwoFactorEnabled = true;
        var marque = compte.SecurityStamp;
        donnees.Add(new IdentityUserToken<Guid> { UserId = id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "CLE" });
        donnees.Add(new IdentityUserPasskey<Guid> { UserId = id, CredentialId = [1, 2, 3], Data = new IdentityPasskeyData { PublicKey = [1], AttestationObject = [2], ClientDataJson = [3], Name = "mon téléphone" } });
        await donnees.SaveChangesAsync(Ct);

        (await new ReinitialiserSecondFacteur(donnees).ExecuteAsync(new ReinitialiserSecondFacteur.Demande(id, "téléphone perdu"), Administrateur, Ct)).EstReussi.Should().BeTrue();

        await using var relue = @base.Ouvrir();
        (await relue.UserTokens.AnyAsync(Ct)).Should().BeFalse();
        (await relue.Set<IdentityUserPasskey<Guid>>().AnyAsync(Ct)).Should().BeFalse();
        var apres = await relue.Users.SingleAsync(Ct);
        apres.TwoFactorEnabled.Should().BeFalse();
        apres.SecurityStamp.Should().NotBe(marque);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_demonstration_donne_un_compte_par_role_et_se_rejoue_sans_doublon(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = @base.Ouvrir();
        var demande = Demonstration(true);
        var comptes = (await new CreerComptesDemonstration(donnees).ExecuteAsync(demande, Acteur.LigneDeCommande, Ct)).Valeur!.Comptes;
        var ensuite = demande with { JuryId = Guid.CreateVersion7() };
        await using var autre = @base.Ouvrir();
        var rejoues = (await new CreerComptesDemonstration(autre).ExecuteAsync(ensuite, Acteur.LigneDeCommande, Ct)).Valeur!.Comptes;

        rejoues.Should().Equal(comptes);
        await using var relue = @base.Ouvrir();
        var lus = await relue.Users.Include(u => u.Habilitations).ToListAsync(Ct);
        lus.Should().HaveCount(comptes.Count).And.OnlyContain(u => u.PasswordHash == null && u.Habilitations.Count == 1);
        lus.SelectMany(u => u.Habilitations).Select(h => h.Role).Distinct().Should().BeEquivalentTo(Enum.GetValues<Role>().Where(r => r != Role.Visiteur));
        lus.Single(u => u.Id == comptes["president-jury"]).Habilitations[0].CodePerimetre.Should().Be(ensuite.JuryId.ToString());
    }

    [Fact]
    public async Task Hors_developpement_la_demonstration_est_refusee_et_rien_n_est_ecrit()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        (await new CreerComptesDemonstration(donnees).ExecuteAsync(Demonstration(false), Acteur.LigneDeCommande, Ct)).Refus[0].Should().BeOfType<CreerComptesDemonstration.HorsDeveloppement>();
        (await donnees.Users.AnyAsync(Ct)).Should().BeFalse();
    }

    private static CreerComptesDemonstration.Demande Demonstration(bool enDeveloppement) => new(enDeveloppement, "02", "013", "0131234A", Guid.CreateVersion7(), Guid.CreateVersion7());

    private static async Task<Guid> CompteAsync(BaseRebond donnees) =>
        (await new CreerCompte(donnees).ExecuteAsync(new CreerCompte.Demande("agent@exemple.fr", "Dominique Martin"), Acteur.LigneDeCommande, Ct)).Valeur!.CompteId;
}
