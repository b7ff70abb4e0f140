using AwesomeAssertions;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class EnregistrerBordereauTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Incident_de_2013_un_8_recopie_pour_13_est_trouve_par_le_bordereau_saisi_a_part(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(0, "U12:8");
        await lot.EcrireNotesAsync(1, "U12:11");

        (await SaisirAsync(lot, "U12", (0, "13"), (1, "11"))).Enregistrees.Should().Be(2);

        await using var donnees = lot.Base.Ouvrir();
        var ecarts = await donnees.EcartsBordereauxAsync(lot.JuryId, Ct);
        ecarts.Should().Equal(new EcartBordereau(lot.Ids[0], "U12", "8", "13"));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_note_corrigee_ou_le_bordereau_efface_leve_l_ecart(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.EcrireNotesAsync(0, "U12:8 U2:ABSENT");
        await SaisirAsync(lot, "U12", (0, "13"));
        await SaisirAsync(lot, "U2", (0, "10"));
        await using var donnees = lot.Base.Ouvrir();
        (await donnees.EcartsBordereauxAsync(lot.JuryId, Ct)).Should().HaveCount(2);

        await new EnregistrerNotes(donnees).ExecuteAsync(new([new(lot.Ids[0], 1, "U12", "13", "8")]), LotGestion.Gestionnaire(), Ct);
        await SaisirAsync(lot, "U2", (0, ""));

        (await donnees.EcartsBordereauxAsync(lot.JuryId, Ct)).Should().BeEmpty();
    }

    [Fact]
    public async Task Une_valeur_impossible_une_unite_inconnue_et_un_autre_departement_sont_refuses()
    {
        await using var lot = await LotGestion.CreerAsync();
        (await SaisirAsync(lot, "U12", (0, "21"))).Refusees.Should().ContainSingle().Which.Phrase.Should().StartWith("Ligne 1 : « 21 »");
        await using var donnees = lot.Base.Ouvrir();
        var cas = new EnregistrerBordereau(donnees);
        (await cas.ExecuteAsync(new("ZZ", [new(lot.Ids[0], 1, "12")]), LotGestion.Gestionnaire(), Ct)).Refus.Should().ContainSingle().Which.Code.Should().Be("UNITE_INCONNUE");
        (await cas.ExecuteAsync(new("U12", [new(lot.Ids[0], 1, "12")]), LotGestion.Gestionnaire(TypePerimetre.Departement, "004"), Ct)).Valeur!.Refusees.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        await lot.CloreJuryAsync();
        (await SaisirAsync(lot, "U12", (0, "12"))).Refusees.Should().ContainSingle().Which.Code.Should().Be("JURY_CLOS");
    }

    private static async Task<EnregistrerBordereau.Reponse> SaisirAsync(LotGestion lot, string unite, params (int Rang, string Valeur)[] saisies)
    {
        await using var donnees = lot.Base.Ouvrir();
        return (await new EnregistrerBordereau(donnees).ExecuteAsync(new(unite, [.. saisies.Select(s => new EnregistrerBordereau.Saisie(lot.Ids[s.Rang], s.Rang + 1, s.Valeur))]), LotGestion.Gestionnaire(), Ct)).Valeur!;
    }
}
