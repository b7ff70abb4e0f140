using AwesomeAssertions;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class ConsulterAvancementJurysTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_jurys_se_comptent_par_etat_et_seules_les_decisions_arretees_comptent(Moteur moteur)
    {
        await using var jury = await JuryEnDeliberation.CreerAsync(moteur);
        await jury.RendreReelleAsync();
        await jury.DelibererSessionAsync();
        var propose = (await ConsulterAsync(jury, LotGestion.Gestionnaire())).Valeur!;
        propose.Jurys.Should().Equal(new ConsulterAvancementJurys.JurysParEtat(TypeExamen.BacPro, EtatJury.EnDeliberation, 1));
        propose.Decisions.Should().BeEmpty("une proposition n'est pas une décision");

        await jury.OuvrirLivretAsync(0);
        await jury.CloreAsync();

        var clos = (await ConsulterAsync(jury, LotGestion.Gestionnaire())).Valeur!;
        clos.Jurys.Should().Equal(new ConsulterAvancementJurys.JurysParEtat(TypeExamen.BacPro, EtatJury.Clos, 1));
        clos.Decisions.Should().BeEquivalentTo([
            new ConsulterAvancementJurys.DecisionsParType(TypeExamen.BacPro, GroupeEpreuves.Premier, Decision.Admis, false, 3),
            new ConsulterAvancementJurys.DecisionsParType(TypeExamen.BacPro, GroupeEpreuves.Premier, Decision.Controle, false, 1),
            new ConsulterAvancementJurys.DecisionsParType(TypeExamen.BacPro, GroupeEpreuves.Premier, Decision.Ajourne, false, 1)]);
    }

    [Fact]
    public async Task Un_departement_ne_voit_que_ses_jurys_et_un_autre_role_rien()
    {
        await using var jury = await JuryEnDeliberation.CreerAsync();
        await jury.DelibererSessionAsync();
        (await ConsulterAsync(jury, LotGestion.Gestionnaire(TypePerimetre.Departement, "013"))).Valeur!.Jurys.Should().ContainSingle();
        (await ConsulterAsync(jury, LotGestion.Gestionnaire(TypePerimetre.Departement, "084"))).Valeur!.Should().BeEquivalentTo(new { Jurys = Array.Empty<object>(), Decisions = Array.Empty<object>() });
        (await ConsulterAsync(jury, jury.President)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }

    private static Task<Outcome<ConsulterAvancementJurys.Reponse>> ConsulterAsync(JuryEnDeliberation jury, Acteur acteur) =>
        jury.LireAsync(d => new ConsulterAvancementJurys(d).ExecuteAsync(LotGestion.Session, acteur, Ct));
}
