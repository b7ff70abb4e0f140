using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class OuvrirSessionTests
{
    private static readonly OuvrirSession.Demande Demande = new(SessionExamen.Juin(2026), "02", null, JuryAnonyme: false);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_session_reelle_s_ouvre_vide_avec_ses_choix_et_le_journal_le_dit(Moteur moteur)
    {
        await using var socle = await BaseDeTest.CreerAsync(moteur);

        var reponse = (await OuvrirAsync(socle, Demande)).Valeur!;

        (reponse.Libelle, reponse.JuryAnonyme).Should().Be(("Session 2026", false));
        reponse.Examens.Should().BeEquivalentTo(Enum.GetValues<TypeExamen>());
        await using var donnees = socle.Ouvrir();
        (await donnees.Set<SessionAcademique>().SingleAsync(Ct)).Should().BeEquivalentTo(new { Session = SessionExamen.Juin(2026), Academie = "02", JuryAnonyme = false, EstDemonstration = false });
        (await donnees.Set<LigneJournal>().SingleAsync(Ct)).Should().BeEquivalentTo(new { Acte = "SESSION_OUVERTE", Objet = "session:2026-06", Apres = "academie=02 anonymat=NON" });
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Ouvrir_deux_fois_meme_ensemble_n_en_ouvre_qu_une(Moteur moteur)
    {
        await using var socle = await BaseDeTest.CreerAsync(moteur);

        var deux = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => OuvrirAsync(socle, Demande))));

        deux.Count(o => o.EstReussi).Should().Be(1);
        deux.Single(o => !o.EstReussi).Refus.Should().ContainSingle().Which.Code.Should().Be("SESSION_DEJA_OUVERTE");
        await using var donnees = socle.Ouvrir();
        (await donnees.Set<LigneJournal>().CountAsync(Ct)).Should().Be(1);
    }

    [Fact]
    public async Task Une_base_de_personnes_fictives_n_ouvre_pas_de_session_reelle()
    {
        await using var lot = await LotGestion.CreerAsync();
        (await OuvrirAsync(lot.Base, Demande)).Refus.Should().ContainSingle().Which.Should().BeOfType<OuvrirSession.BaseDeDemonstration>().Which.Fictifs.Should().Be(5);
        (await OuvrirAsync(lot.Base, Demande with { Session = LotGestion.Session })).Refus.Select(r => r.Code).Should().Equal("SESSION_DEJA_OUVERTE", "BASE_DE_DEMONSTRATION");
    }

    [Fact]
    public async Task Une_annee_sans_droit_une_academie_illisible_et_un_libelle_sans_fin_sont_refuses()
    {
        await using var socle = await BaseDeTest.CreerAsync();
        (await OuvrirAsync(socle, Demande with { Session = SessionExamen.Juin(2008), Libelle = new string('x', 201) })).Refus.Select(r => r.Code).Should().Equal("LIBELLE_TROP_LONG", "SESSION_SANS_DROIT");
        (await OuvrirAsync(socle, Demande with { Academie = "Aix" })).Refus.Should().ContainSingle().Which.Code.Should().Be("ACADEMIE_ILLISIBLE");
        await using var donnees = socle.Ouvrir();
        (await donnees.Set<SessionAcademique>().AnyAsync(Ct)).Should().BeFalse();
        (await donnees.Set<LigneJournal>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Fact]
    public async Task Une_session_que_seul_le_general_connait_dit_lesquels()
    {
        await using var socle = await BaseDeTest.CreerAsync();
        (await OuvrirAsync(socle, Demande with { Session = SessionExamen.Juin(2040) })).Valeur!.Examens.Should().BeEquivalentTo([TypeExamen.BacGeneral, TypeExamen.BacTechnologique]);
    }

    [Theory]
    [InlineData(Role.Gestionnaire, TypePerimetre.Academie, "12")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Departement, "013")]
    [InlineData(Role.Administrateur, TypePerimetre.Academie, "02")]
    public async Task Seul_un_gestionnaire_de_toute_cette_academie_ouvre_sa_session(Role role, TypePerimetre type, string code)
    {
        await using var socle = await BaseDeTest.CreerAsync();
        (await OuvrirAsync(socle, Demande, new Acteur(Guid.NewGuid(), "autre", role, [new(type, code)]))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }

    private static async Task<Outcome<OuvrirSession.Reponse>> OuvrirAsync(BaseDeTest socle, OuvrirSession.Demande demande, Acteur? acteur = null)
    {
        await using var donnees = socle.Ouvrir();
        return await new OuvrirSession(donnees).ExecuteAsync(demande, acteur ?? Acteur.LigneDeCommande, Ct);
    }
}
