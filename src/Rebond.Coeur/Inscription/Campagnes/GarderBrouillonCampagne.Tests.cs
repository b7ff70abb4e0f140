using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Campagnes;

public sealed class GarderBrouillonCampagneTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<(BaseDeTest Base, FakeTimeProvider Horloge, Acteur Auteur, Acteur Autre)> CreerAsync(Moteur moteur)
    {
        var horloge = new FakeTimeProvider(CampagneDEssai.Ouverte);
        var @base = await BaseDeTest.CreerAsync(moteur, horloge);
        await using var donnees = @base.Ouvrir();
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Texte);
        async Task<Acteur> CompteAsync(string courriel) => CampagneDEssai.Gestionnaire with { CompteId = (await new CreerCompte(donnees).ExecuteAsync(new(courriel, "Agent"), Acteur.LigneDeCommande, Ct)).Valeur!.CompteId };
        return (@base, horloge, await CompteAsync("a@exemple.fr"), await CompteAsync("b@exemple.fr"));
    }

    private static async Task<Outcome<GarderBrouillonCampagne.Reponse>> GarderAsync(BaseDeTest @base, Acteur acteur, string texte, int? lue, string code = CampagneDEssai.Code)
    {
        await using var donnees = @base.Ouvrir();
        return await new GarderBrouillonCampagne(donnees).ExecuteAsync(new(code, null, 1, texte, "Envoi repoussé", lue), acteur, Ct);
    }

    private static async Task<BrouillonCampagne?> LireAsync(BaseDeTest @base, Acteur acteur, string code = CampagneDEssai.Code)
    {
        await using var donnees = @base.Ouvrir();
        return await new GarderBrouillonCampagne(donnees).ConsulterAsync(code, acteur, Ct);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_texte_meme_fautif_se_garde_pour_son_auteur_seul_jusqu_a_sa_publication(Moteur moteur)
    {
        var (@base, horloge, auteur, autre) = await CreerAsync(moteur);
        await using var _ = @base;

        var premier = (await GarderAsync(@base, auteur, "{ pas fini", null)).Valeur!;
        horloge.Advance(TimeSpan.FromHours(2));
        (await GarderAsync(@base, auteur, CampagneDEssai.Revisee, premier.Version)).EstReussi.Should().BeTrue();

        (await LireAsync(@base, auteur)).Should().Match<BrouillonCampagne>(b => b.Texte == CampagneDEssai.Revisee && b.Motif == "Envoi repoussé" && b.NumeroLu == 1 && b.ModifieLe == CampagneDEssai.Ouverte.UtcDateTime.AddHours(2));
        (await LireAsync(@base, autre)).Should().BeNull("le brouillon d'un autre ne se voit pas");
        (await GarderAsync(@base, autre, "le sien", null)).EstReussi.Should().BeTrue();
        await using (var donnees = @base.Ouvrir())
            (await new PublierRevision(donnees).ExecuteAsync(new(CampagneDEssai.Revisee, "Photo des apprentis", 1), auteur, Ct)).Valeur!.Numero.Should().Be(2);
        (await LireAsync(@base, auteur)).Should().BeNull("publié, il n'attend plus");
        (await LireAsync(@base, autre))!.Texte.Should().Be("le sien");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_fenetres_ne_s_ecrasent_pas_et_l_abandon_est_voulu(Moteur moteur)
    {
        var (@base, _, auteur, _) = await CreerAsync(moteur);
        await using var _2 = @base;
        var lue = (await GarderAsync(@base, auteur, "un", null)).Valeur!.Version;
        (await GarderAsync(@base, auteur, "deux", lue)).EstReussi.Should().BeTrue();

        (await GarderAsync(@base, auteur, "perdu", lue)).Refus.Should().ContainSingle(r => r.Code == "BROUILLON_DEPASSE").Which.Phrase.Should().Contain("dans une autre fenêtre");
        (await GarderAsync(@base, auteur, "perdu", null)).Refus.Should().ContainSingle(r => r.Code == "BROUILLON_DEPASSE");
        await using var donnees = @base.Ouvrir();
        (await new GarderBrouillonCampagne(donnees).AbandonnerAsync(CampagneDEssai.Code, lue, auteur, Ct)).Refus.Should().ContainSingle(r => r.Code == "BROUILLON_DEPASSE");
        (await LireAsync(@base, auteur))!.Texte.Should().Be("deux");
        (await new GarderBrouillonCampagne(donnees).AbandonnerAsync(CampagneDEssai.Code, lue + 1, auteur, Ct)).EstReussi.Should().BeTrue();
        (await LireAsync(@base, auteur)).Should().BeNull();
        (await GarderAsync(@base, auteur, "après", lue + 1)).Refus.Should().ContainSingle(r => r.Code == "BROUILLON_DEPASSE").Which.Phrase.Should().Contain("publié ou abandonné");
    }

    [Fact]
    public async Task Ni_un_candidat_ni_un_texte_demesure_ne_laisse_de_brouillon()
    {
        var (@base, _, auteur, _) = await CreerAsync(Moteur.Sqlite);
        await using var _2 = @base;
        (await GarderAsync(@base, auteur, new string('x', 1_000_001), null)).Refus.Should().ContainSingle(r => r.Code == "TEXTE_TROP_LONG");
        (await GarderAsync(@base, new Acteur(auteur.CompteId, "Zoé", Role.Candidat, []), "x", null)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        await using var donnees = @base.Ouvrir();
        (await donnees.Set<BrouillonCampagne>().CountAsync(Ct)).Should().Be(0);
    }
}
