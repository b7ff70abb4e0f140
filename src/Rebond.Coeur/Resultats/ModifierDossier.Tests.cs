using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Parametres;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ModifierDossierTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_premier_dossier_se_cree_avec_toutes_ses_notes_manquantes_et_un_second_enregistrement_sans_changement_n_ecrit_rien(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);

        (await ModifierAsync(lot, 0, "10")).Valeur!.Changements.Should().Be(1);
        (await ModifierAsync(lot, 0, "10")).Valeur!.Changements.Should().Be(0);

        var feuille = await lot.FeuilleAsync(0);
        (feuille.PfmpSemaines, feuille.NotesManquantes).Should().Be(((short)10, Reglements.Chercher(LotGestion.Reglement)!.Unites.Count(u => u.Obligatoire)));
        await using var donnees = lot.Base.Ouvrir();
        (await donnees.Set<LigneJournal>().CountAsync(l => l.Acte == "PFMP_MODIFIEE", Ct)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_second_de_deux_enregistrements_simultanes_est_prevenu_et_le_premier_reste(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await ModifierAsync(lot, 0, "10");

        var lue = (await lot.FeuilleAsync(0)).Version;

        var deux = await Task.WhenAll(new[] { "12", "14" }.Select(s => Task.Run(() => ModifierAsync(lot, 0, s, version: lue))));

        deux.Count(r => r.EstReussi).Should().Be(1);
        deux.Single(r => !r.EstReussi).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifieEntreTemps>();
        await using var donnees = lot.Base.Ouvrir();
        var derniere = await donnees.Set<LigneJournal>().Where(l => l.Acte == "PFMP_MODIFIEE").OrderByDescending(l => l.Numero).FirstAsync(Ct);
        derniere.Apres.Should().Be($"semaines:{(await lot.FeuilleAsync(0)).PfmpSemaines} validee:");
    }

    [Fact]
    public async Task Une_facultative_hors_du_pas_ou_trop_de_semaines_sont_refusees_et_rien_n_est_ecrit()
    {
        await using var lot = await LotGestion.CreerAsync();

        (await ModifierAsync(lot, 0, null, new Dictionary<string, string> { ["UF1"] = "12,3" })).Refus.Should().ContainSingle().Which.Phrase.Should().Contain("« 12,3 »");
        (await ModifierAsync(lot, 0, "61")).Refus.Should().ContainSingle().Which.Should().BeOfType<ModifierDossier.SaisieInvalide>().Which.Champ.Should().Be("PfmpSemaines");
        (await lot.FeuilleAsync(0)).Facultatives.Should().BeEmpty();
    }

    [Fact]
    public async Task Hors_perimetre_le_candidat_est_introuvable_et_un_autre_role_n_entre_pas()
    {
        await using var lot = await LotGestion.CreerAsync();
        (await ModifierAsync(lot, 0, "10", acteur: LotGestion.Gestionnaire(TypePerimetre.Departement, "084"))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await ModifierAsync(lot, 0, "10", acteur: LotGestion.Gestionnaire() with { Role = Role.Administrateur })).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        await using var donnees = lot.Base.Ouvrir();
        (await donnees.Set<LigneJournal>().AnyAsync(Ct)).Should().BeFalse();
    }

    private static async Task<Outcome<ModifierDossier.Reponse>> ModifierAsync(LotGestion lot, int rang, string? semaines, Dictionary<string, string>? facultatives = null, Acteur? acteur = null, int? version = null)
    {
        var lue = version ?? (await lot.FeuilleAsync(rang)).Version;
        await using var donnees = lot.Base.Ouvrir();
        return await new ModifierDossier(donnees).ExecuteAsync(new(lot.Ids[rang], lue, semaines, null, facultatives ?? [], null), acteur ?? LotGestion.Gestionnaire(), Ct);
    }
}
