using AwesomeAssertions;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ConsulterPublicationsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Chaque_publication_dit_ses_candidats_ce_qui_manque_et_qui_a_signe(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        (await ConsulterAsync(jury)).Valeur!.Should().ContainSingle("le second groupe n'a encore personne").Which.Should().Match<ConsulterPublications.Etat>(e =>
            e.Groupe == GroupeEpreuves.Premier && e.Candidats == 5 && e.Completude.SansDecision == 5 && e.Embargo == null && e.Premiere == null && !e.Publiee && !e.Reportable);

        await jury.DelibererSessionAsync();
        await jury.PublierAsync();

        var etats = (await ConsulterAsync(jury)).Valeur!;
        etats.Select(e => (e.Examen, e.Groupe, e.Candidats)).Should().Equal((TypeExamen.BacPro, GroupeEpreuves.Premier, 5), (TypeExamen.BacPro, GroupeEpreuves.Second, 1));
        etats[0].Should().Match<ConsulterPublications.Etat>(e => e.Publiee && !e.Reportable && e.PublieeLe == e.Embargo && e.Premiere!.Nom == null, "le compte du test n'existe pas");
        (await ConsulterAsync(jury, groupe: GroupeEpreuves.Second, examen: TypeExamen.BacPro)).Valeur!.Should().ContainSingle().Which.Completude.SansDecision.Should().Be(1);
    }

    [Theory]
    [InlineData(Role.Gestionnaire, TypePerimetre.Departement, "013", "INTERDIT")]
    [InlineData(Role.Pilotage, TypePerimetre.Academie, "02", "INTERDIT")]
    [InlineData(Role.Gestionnaire, TypePerimetre.Academie, "12", "INTROUVABLE")]
    public async Task Seul_un_gestionnaire_de_cette_academie_les_lit(Role role, TypePerimetre type, string code, string attendu)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        (await ConsulterAsync(jury, new Acteur(null, "autre", role, [new(type, code)]))).Refus.Should().ContainSingle().Which.Code.Should().Be(attendu);
    }

    private static Task<Outcome<IReadOnlyList<ConsulterPublications.Etat>>> ConsulterAsync(JuryEnDeliberation jury, Acteur? acteur = null, TypeExamen? examen = null, GroupeEpreuves? groupe = null) =>
        jury.LireAsync(d => new ConsulterPublications(d).ExecuteAsync(new(LotGestion.Session, examen, groupe), acteur ?? LotGestion.Gestionnaire(), Ct));
}
