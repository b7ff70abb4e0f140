using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class SignerPublicationTests
{
    private const string Objet = "publication:2020-06/BAC_PRO/PREMIER";
    private static readonly Acteur Une = LotGestion.Gestionnaire() with { CompteId = Guid.NewGuid() };
    private static readonly Acteur Autre = LotGestion.Gestionnaire() with { CompteId = Guid.NewGuid() };
    private static readonly DateTime Demain = DateTime.UtcNow.Date.AddDays(1).AddHours(8);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_personnes_signent_et_rien_ne_se_voit_avant_l_embargo(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);

        (await SignerAsync(jury, Une)).Valeur!.Signatures.Should().Be(1);
        (await SignerAsync(jury, Autre)).Valeur!.Signatures.Should().Be(2);

        var publication = await LireAsync(jury);
        (publication!.PremierSignataire, publication.SecondSignataire, publication.Embargo).Should().Be((Une.CompteId, Autre.CompteId, Demain));
        (publication.EstPublieeA(Demain.AddSeconds(-1)), publication.EstPublieeA(Demain)).Should().Be((false, true));
        var lignes = await JournalAsync(jury);
        lignes.Select(l => (l.Acte, l.Objet, l.CompteId)).Should().Equal(("PUBLICATION_PREMIERE_SIGNATURE", Objet, Une.CompteId), ("PUBLICATION_SECONDE_SIGNATURE", Objet, Autre.CompteId));
        lignes.Should().OnlyContain(l => l.Apres!.StartsWith("embargo=") && l.Apres.EndsWith(" incomplets=0") && l.Motif == null);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_meme_personne_ne_signe_pas_deux_fois_meme_en_meme_temps(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);

        var ensemble = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SignerAsync(jury, Une))));

        ensemble.Count(s => s.EstReussi).Should().Be(1);
        ensemble.Where(s => !s.EstReussi).SelectMany(s => s.Refus).Should().OnlyContain(r => r is SignerPublication.DejaSignee || r is ModifieEntreTemps);
        (await LireAsync(jury))!.SecondeSignature.Should().BeNull();
        (await JournalAsync(jury)).Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_troisieme_signature_est_refusee(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);
        await SignerAsync(jury, Une);
        await SignerAsync(jury, Autre);

        (await SignerAsync(jury, LotGestion.Gestionnaire() with { CompteId = Guid.NewGuid() })).Refus.Should().ContainSingle().Which.Code.Should().Be("DEJA_PUBLIEE");
        (await JournalAsync(jury)).Should().HaveCount(2);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_seconde_signature_nomme_la_meme_heure(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);
        await SignerAsync(jury, Une);

        (await SignerAsync(jury, Autre, embargo: Demain.AddHours(-1))).Refus.Should().ContainSingle().Which.Code.Should().Be("EMBARGO_DIFFERENT");

        (await LireAsync(jury)).Should().Match<Publication>(p => p.SecondeSignature == null && p.Embargo == Demain);
        (await JournalAsync(jury)).Should().ContainSingle();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Des_dossiers_incomplets_arretent_la_signature_sauf_motif_ecrit_au_journal(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);

        (await SignerAsync(jury, Une)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerPublication.DossiersIncomplets>()
            .Which.Completude.Should().BeEquivalentTo(new { SansDecision = 5 });
        (await SignerAsync(jury, Une, motif: "  court   ")).Refus.Should().ContainSingle().Which.Code.Should().Be("DOSSIERS_INCOMPLETS");
        (await LireAsync(jury)).Should().BeNull();

        const string motif = "Le recteur a décidé de publier sans ces dossiers";
        (await SignerAsync(jury, Une, motif: motif)).EstReussi.Should().BeTrue();
        (await JournalAsync(jury)).Should().ContainSingle().Which.Should().Match<LigneJournal>(l => l.Motif == motif && l.Apres!.EndsWith(" incomplets=5"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_table_de_simulation_ne_se_publie_pas_hors_demonstration(Moteur moteur)
    {
        await using var jury = await ClosAsync(moteur);
        await jury.LireAsync(d => d.Set<DecisionCandidat>().Where(x => x.CandidatureId == jury.Lot.Ids[2]).ExecuteUpdateAsync(x => x.SetProperty(y => y.Simulation, true), Ct));
        await jury.RendreReelleAsync();

        (await SignerAsync(jury, Une)).Refus.Should().ContainSingle().Which.Should().BeOfType<SignerPublication.SimulationHorsDemonstration>().Which.Decisions.Should().Be(1);
        (await LireAsync(jury)).Should().BeNull();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_publication_sans_candidat_ne_se_signe_pas_d_avance(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);

        (await SignerAsync(jury, Une, groupe: GroupeEpreuves.Second, motif: "Signée d'avance pour juillet")).Refus.Should().ContainSingle().Which.Code.Should().Be("RIEN_A_PUBLIER");
        (await SignerAsync(jury, Une, examen: TypeExamen.BacGeneral)).Refus.Should().ContainSingle().Which.Code.Should().Be("RIEN_A_PUBLIER");

        (await jury.LireAsync(d => d.Set<Publication>().CountAsync(Ct))).Should().Be(0);
    }

    [Fact]
    public async Task Il_faut_un_compte_une_session_et_toute_l_academie()
    {
        await using var jury = await ClosAsync(Moteur.Sqlite);
        (await SignerAsync(jury, Une with { CompteId = null })).Refus.Should().ContainSingle().Which.Code.Should().Be("COMPTE_NECESSAIRE");
        (await SignerAsync(jury, Une with { Perimetres = [new(TypePerimetre.Departement, "013")] })).Refus.Should().ContainSingle().Which.Code.Should().Be("INTERDIT");
        (await SignerAsync(jury, Une with { Role = Role.Administrateur })).Refus.Should().ContainSingle().Which.Code.Should().Be("INTERDIT");
        (await SignerAsync(jury, Une with { Perimetres = [new(TypePerimetre.Academie, "12")] })).Refus.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        (await jury.LireAsync(d => new SignerPublication(d).ExecuteAsync(new(SessionExamen.Juin(2019), TypeExamen.BacPro, GroupeEpreuves.Premier, Demain), Une, Ct))).Refus.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        (await LireAsync(jury)).Should().BeNull();
        (await JournalAsync(jury)).Should().BeEmpty();
    }

    private static async Task<JuryEnDeliberation> ClosAsync(Moteur moteur)
    {
        var jury = await JuryEnDeliberation.CreerAsync(moteur);
        (await jury.DelibererSessionAsync()).EstReussi.Should().BeTrue();
        return jury;
    }

    private static Task<Outcome<SignerPublication.Reponse>> SignerAsync(JuryEnDeliberation jury, Acteur acteur, string? motif = null, DateTime? embargo = null,
        GroupeEpreuves groupe = GroupeEpreuves.Premier, TypeExamen examen = TypeExamen.BacPro) =>
        jury.LireAsync(d => new SignerPublication(d).ExecuteAsync(new(LotGestion.Session, examen, groupe, embargo ?? Demain, motif), acteur, Ct));

    private static Task<Publication?> LireAsync(JuryEnDeliberation jury) => jury.LireAsync(d => d.Set<Publication>().AsNoTracking().SingleOrDefaultAsync(Ct));

    private static Task<List<LigneJournal>> JournalAsync(JuryEnDeliberation jury) => jury.LireAsync(d => d.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet.StartsWith("publication:")).OrderBy(l => l.Numero).ToListAsync(Ct));
}
