using AwesomeAssertions;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ConsulterEtatSessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_etat_compte_candidats_notes_jurys_decisions_et_publications(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.DelibererSessionAsync();
        await jury.PublierAsync();

        var etat = (await ConsulterAsync(jury)).Valeur!;

        (etat.Session, etat.Demonstration).Should().Be(("2020-06", true));
        var pro = etat.Examens.Should().ContainSingle().Subject;
        (pro.Examen, pro.Candidats, pro.DossiersIncomplets, pro.NotesManquantes).Should().Be(("BAC_PRO", 5, 0, 0));
        pro.Jurys.Should().Equal(new Dictionary<string, int> { ["CLOS"] = 1 });
        pro.Decisions.Should().BeEquivalentTo(new Dictionary<string, int> { ["PREMIER/ARRETEE/ADMIS"] = 3, ["PREMIER/ARRETEE/CONTROLE"] = 1, ["PREMIER/ARRETEE/AJOURNE"] = 1 });
        etat.Publications.Should().ContainSingle().Which.Should().Match<ConsulterEtatSession.EtatPublication>(p => p.Groupe == "PREMIER" && p.Signatures == 2 && p.Publiee);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_candidat_dont_rien_n_est_saisi_est_un_dossier_incomplet(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.EcrireAsync(d => Task.FromResult(d.Add(LotGestion.UneCandidature("Oublié-Exemple Paul", 6, jury.Id))));

        (await ConsulterAsync(jury)).Valeur!.Examens.Should().ContainSingle().Which
            .Should().BeEquivalentTo(new { Candidats = 6, DossiersIncomplets = 1, NotesManquantes = Reglements.Chercher(LotGestion.Reglement)!.Unites.Count(u => u.Obligatoire) });
    }

    [Fact]
    public async Task Le_pilotage_lit_l_etat_sans_personne_dedans()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        (await ConsulterAsync(jury, new Acteur(Guid.NewGuid(), "pilotage", Role.Pilotage, [new(TypePerimetre.Academie, "02")]))).EstReussi.Should().BeTrue();
    }

    [Theory]
    [InlineData(Role.Gestionnaire, TypePerimetre.Departement, "013", "INTERDIT")]
    [InlineData(Role.Candidat, TypePerimetre.Candidature, "*", "INTERDIT")]
    [InlineData(Role.Pilotage, TypePerimetre.Academie, "12", "INTROUVABLE")]
    public async Task Les_autres_ne_le_lisent_pas(Role role, TypePerimetre type, string code, string attendu)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        (await ConsulterAsync(jury, new Acteur(Guid.NewGuid(), "autre", role, [new(type, code)]))).Refus.Should().ContainSingle().Which.Code.Should().Be(attendu);
        (await jury.LireAsync(d => new ConsulterEtatSession(d).ExecuteAsync(SessionExamen.Juin(2019), LotGestion.Gestionnaire(), Ct))).Refus.Should().ContainSingle().Which.Genre.Should().Be(GenreRefus.Introuvable);
    }

    private static Task<Outcome<ConsulterEtatSession.Reponse>> ConsulterAsync(JuryEnDeliberation jury, Acteur? acteur = null) =>
        jury.LireAsync(d => new ConsulterEtatSession(d).ExecuteAsync(LotGestion.Session, acteur ?? LotGestion.Gestionnaire(), Ct));
}
