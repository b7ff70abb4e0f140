using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Campagnes;

public sealed class PublierRevisionTests
{
    private const string Code = "nancy-metz-bac-pro-2024";
    private const string Motif = "Ouverture de la campagne";

    private static readonly string s_notice = CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == Code).Texte;
    private static readonly string s_correction = s_notice.Replace("\"2023-12-06T22:00\"", "\"2023-12-07T22:00\"", StringComparison.Ordinal);
    private static readonly Acteur s_gestionnaire = new(Guid.NewGuid(), "gestionnaire", Role.Gestionnaire, [new(TypePerimetre.Academie, "12")]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Outcome<PublierRevision.Reponse>> PublierAsync(BaseDeTest @base, string texte, int lu, string motif = Motif, Acteur? acteur = null)
    {
        await using var donnees = @base.Ouvrir();
        return await new PublierRevision(donnees).ExecuteAsync(new(texte, motif, lu), acteur ?? s_gestionnaire, Ct);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_campagne_entre_en_vigueur_et_le_journal_dit_par_qui_et_pourquoi(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);

        var issue = await PublierAsync(@base, s_notice, 0, $"  {Motif} ");

        issue.Valeur.Should().Match<PublierRevision.Reponse>(r => r.Code == Code && r.Numero == 1);
        await using var donnees = @base.Ouvrir();
        var lue = await donnees.CampagneEnVigueurAsync(Code, Ct);
        (lue!.Numero, lue.Campagne.Pieces.Count, lue.RevisionId).Should().Be((1, 11, issue.Valeur!.RevisionId));
        (await donnees.Set<RevisionCampagne>().SingleAsync(Ct)).Should().Match<RevisionCampagne>(r => r.Motif == Motif && r.Academie == "12" && r.Examens == "BAC_PRO" && r.PublieeLe != null);
        (await donnees.Set<LigneJournal>().SingleAsync(Ct)).Should().Match<LigneJournal>(l =>
            l.Acte == "CAMPAGNE_PUBLIEE" && l.Objet == $"campagne:{Code}" && l.CompteId == s_gestionnaire.CompteId && l.Avant == null && l.Apres == "1" && l.Motif == Motif);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_correction_remplace_la_precedente_sans_l_effacer(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await PublierAsync(@base, s_notice, 0);

        (await PublierAsync(@base, s_correction, 1, "Clôture repoussée d'un jour")).Valeur!.Numero.Should().Be(2);

        await using var donnees = @base.Ouvrir();
        (await donnees.CampagneEnVigueurAsync(Code, Ct))!.Campagne.Fenetres[0].Cloture.EnFrancais().Should().Be("07/12/2023 à 22 h");
        (await donnees.CampagnesEnVigueurAsync(Ct)).Should().ContainSingle();
        var toutes = await donnees.Set<RevisionCampagne>().OrderBy(r => r.Numero).ToListAsync(Ct);
        toutes.Select(r => (r.Numero, r.Etat, r.Texte)).Should().Equal((1, EtatRevision.Remplacee, s_notice), (2, EtatRevision.EnVigueur, s_correction));
        (await donnees.Set<LigneJournal>().OrderBy(l => l.Numero).LastAsync(Ct)).Should().Match<LigneJournal>(l => l.Avant == "1" && l.Apres == "2");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_fichier_fautif_est_refuse_avec_la_ligne_et_la_colonne_de_chaque_faute(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);

        var issue = await PublierAsync(@base, s_notice.Replace("\"2023-12-09\"", "\"2023-12-32\"", StringComparison.Ordinal).Replace("\"CACHET_POSTE\"", "\"PIGEON\"", StringComparison.Ordinal), 0);

        var refus = issue.Refus.Should().ContainSingle().Which.Should().BeOfType<PublierRevision.TexteInvalide>().Which;
        refus.Erreurs.Should().HaveCount(2).And.OnlyContain(e => e.Ligne > 1 && e.Colonne > 1);
        refus.Phrase.Should().Contain($"ligne {refus.Erreurs[0].Ligne}, colonne {refus.Erreurs[0].Colonne}");
        await RienNAChangeAsync(@base);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_campagnes_d_une_academie_ne_portent_pas_le_meme_nom(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await PublierAsync(@base, s_notice, 0);

        var issue = await PublierAsync(@base, s_notice.Replace(Code, "copie-2024", StringComparison.Ordinal), 0);

        issue.Refus.Should().ContainSingle().Which.Should().Match<PublierRevision.NomPris>(r => r.Campagne == Code && r.Phrase.Contains("Changez la ligne « nom »", StringComparison.Ordinal));
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<RevisionCampagne>().CountAsync(Ct)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Sans_motif_ou_sans_changement_rien_n_est_publie(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        (await PublierAsync(@base, s_notice, 0, " abc  ")).Refus.Should().ContainSingle().Which.Code.Should().Be("MOTIF_ABSENT");
        await RienNAChangeAsync(@base);

        await PublierAsync(@base, s_notice, 0);
        (await PublierAsync(@base, s_notice, 1)).Refus.Should().ContainSingle().Which.Should().Be(new PublierRevision.TexteInchange(1));
    }

    [Theory]
    [InlineData(Role.Gestionnaire, TypePerimetre.Departement, "054")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Academie, "02")]
    [InlineData(Role.Administrateur, TypePerimetre.Academie, "12")]
    [InlineData(Role.Candidat, TypePerimetre.Academie, "12")]
    public async Task Seul_un_gestionnaire_de_l_academie_de_la_campagne_publie(Role role, TypePerimetre type, string code)
    {
        await using var @base = await BaseDeTest.CreerAsync();

        (await PublierAsync(@base, s_notice, 0, acteur: new Acteur(Guid.NewGuid(), "autre", role, [new(type, code)]))).Refus.Should().ContainSingle().Which.Code.Should().Be("INTERDIT");

        await RienNAChangeAsync(@base);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Qui_n_a_pas_lu_la_derniere_revision_ne_l_ecrase_pas(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await PublierAsync(@base, s_notice, 0);

        (await PublierAsync(@base, s_correction, 0)).Refus.Should().ContainSingle().Which.Code.Should().Be("MODIFIE_ENTRE_TEMPS");

        await using var donnees = @base.Ouvrir();
        (await donnees.CampagneEnVigueurAsync(Code, Ct))!.Numero.Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task De_publications_simultanees_une_seule_passe(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        await PublierAsync(@base, s_notice, 0);

        var ensemble = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => PublierAsync(@base, $"{s_correction}// {i}\n", 1), Ct)));

        ensemble.Count(r => r.EstReussi).Should().Be(1);
        ensemble.Where(r => !r.EstReussi).SelectMany(r => r.Refus).Should().OnlyContain(r => r.Code == "MODIFIE_ENTRE_TEMPS").And.HaveCount(2);
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<RevisionCampagne>().OrderBy(r => r.Numero).Select(r => r.Etat).ToListAsync(Ct)).Should().Equal(EtatRevision.Remplacee, EtatRevision.EnVigueur);
        (await donnees.Set<LigneJournal>().CountAsync(Ct)).Should().Be(2, "ce qui est refusé n'entre pas au journal");
    }

    private static async Task RienNAChangeAsync(BaseDeTest @base)
    {
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<RevisionCampagne>().AnyAsync(Ct)).Should().BeFalse();
        (await donnees.Set<LigneJournal>().AnyAsync(Ct)).Should().BeFalse();
    }
}
