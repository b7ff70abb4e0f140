using AwesomeAssertions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>Marks to keep, asked by form and without a script. The figures are those of jeux/cas-suivi, computed by hand.</summary>
public sealed class NotesAConserverTests
{
    private const string Adresse = "/suivi/notes-a-conserver";

    private static readonly (string, string)[] s_notes =
    [
        ("reglement", "GA-2012"), ("session", "2019-06"), ("prochaine", "2020-06"), ("forme", "GLOBALE"), ("stages", "OUI"),
        ("n.U11", "12"), ("n.U12", "9,5"), ("n.U2", "8"), ("n.U31", "11"), ("n.U32", "9"), ("n.U33", "7"), ("n.U34", "10"), ("n.U41", "6"), ("n.U42", "10"), ("n.U51", "8.5"), ("n.U52", "10"), ("n.U6", "13"), ("n.U7", "14"),
    ];

    private static async Task<Reponse> DemanderAsync(Navigateur navigateur, string aller, params (string, string)[] champs)
    {
        await navigateur.LireAsync(Adresse);
        return await navigateur.EnvoyerAsync(Adresse, [.. champs, ("aller", aller)]);
    }

    [Fact]
    public async Task On_choisit_son_examen_puis_on_ecrit_ses_notes()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var elle = hote.Visiter();

        var page = await DemanderAsync(elle, "notes", [.. s_notes.Take(3)]);

        page.Texte.Should().Contain("passé en juin 2019, à repasser en juin 2020").And.NotContain("erreur à corriger");
        page.Html.Should().Contain("name=\"n.U11\"").And.Contain("name=\"stages\"").And.NotContain("type=\"range\"");
    }

    [Theory]
    [InlineData(2026, 11, "2026", "2027")]
    [InlineData(2027, 5, "2026", "2027")]
    public async Task La_derniere_session_connue_et_la_suivante_sont_proposees_d_abord(int annee, int mois, string passee, string prochaine)
    {
        await using var hote = await Hote.DemarrerAsync(horloge: new FakeTimeProvider(new DateTimeOffset(annee, mois, 25, 9, 0, 0, TimeSpan.Zero)));
        using var elle = hote.Visiter();

        var page = await elle.LireAsync(Adresse);

        page.Texte.Should().MatchRegex($"Vous l’avez passé en\\s+Juin {passee}").And.MatchRegex($"Vous le repasserez en\\s+Juin {prochaine}");
    }

    [Fact]
    public async Task Les_notes_disent_les_points_qui_manquent_la_moyenne_a_obtenir_et_jusqu_a_quand_elles_servent()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var elle = hote.Visiter();

        var page = await DemanderAsync(elle, "calculer", s_notes);

        page.Texte.Should().Contain("Votre moyenne : 9,32 . Il vous manque 18,25 points pour avoir 10.").And.Contain("Il faut 9,23 de moyenne aux épreuves repassées.").And.Contain("Il faut alors 9,52 aux épreuves repassées.")
            .And.Contain("Sert jusqu’en juin 2024").And.Contain("Garder des notes ne vous fait pas perdre la mention").And.Contain("Code de l'éducation, D337-86").And.Contain("Après la signature, on ne peut plus changer.");
        page.Vers.Should().BeNull();
        elle.Cookies.GetCookies(hote.Adresse).Select(c => c.Name).Should().Equal("rebond.formulaire");
    }

    [Fact]
    public async Task Choisir_de_repasser_une_note_de_douze_change_ce_qu_il_faut_obtenir()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var elle = hote.Visiter();

        var page = await DemanderAsync(elle, "calculer", [.. s_notes, ("c.U31", "REPASSER")]);

        page.Texte.Should().Contain("Ce que vous pensez faire. Il faut 9,52 de moyenne aux épreuves repassées.");
    }

    [Fact]
    public async Task Les_curseurs_partent_de_la_moyenne_a_obtenir_et_repondent_sans_script()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var elle = hote.Visiter();

        var depart = await DemanderAsync(elle, "essayer", s_notes);
        depart.Html.Should().Contain("type=\"range\" id=\"h-U12\" name=\"h.U12\" min=\"0\" max=\"20\" step=\"0.5\" value=\"9.5\"").And.NotContain("name=\"h.U11\"", "une note gardée ne se suppose pas");
        depart.Texte.Should().Contain("Vous seriez reçu.");

        // Case 64, by hand: 270.5 / 27.
        var deplaces = await DemanderAsync(elle, "essayer", [.. s_notes, ("h.U12", "11"), ("h.U2", "10"), ("h.U32", "10"), ("h.U33", "8"), ("h.U41", "7"), ("h.U51", "9")]);
        deplaces.Texte.Should().Contain("Avec ces notes, vous auriez 10,02 de moyenne. Vous seriez reçu.");

        var bas = await DemanderAsync(elle, "essayer", [.. s_notes, ("h.U12", "0"), ("h.U2", "0"), ("h.U32", "0"), ("h.U33", "0"), ("h.U41", "0"), ("h.U51", "0")]);
        bas.Texte.Should().Contain("Ce ne serait pas assez.");
    }

    [Fact]
    public async Task En_changeant_de_specialite_la_langue_se_confirme_et_la_note_suit()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var elle = hote.Visiter();
        (string, string)[] notes = [.. s_notes.Select(n => n.Item1 == "n.U41" ? ("n.U41", "12") : n), ("nouveau", "ASSP-2011-DOM")];

        var avant = await DemanderAsync(elle, "calculer", notes);
        avant.Texte.Should().Contain("Les notes qui vous suivent").And.Contain("12 suit si c'est la même langue.").And.Contain("Garder : c’est la même langue").And.Contain("Cette matière est propre à l'ancienne spécialité.");
        var apres = await DemanderAsync(elle, "calculer", [.. notes, ("c.U4", "GARDER")]);
        apres.Texte.Should().Contain("Vous gardez 12. Rien à repasser ici");
    }

    [Fact]
    public async Task Au_bac_general_garder_fait_perdre_la_mention_et_la_page_le_dit()
    {
        await using var hote = await Hote.DemarrerAsync();
        using var lui = hote.Visiter();

        var page = await DemanderAsync(lui, "calculer", ("reglement", "S"), ("session", "2020-06"), ("prochaine", "2021-06"), ("n.HISTOIRE_GEOGRAPHIE", "11"), ("n.MATHEMATIQUES", "6"), ("n.PHILOSOPHIE", "5"));

        page.Texte.Should().Contain("Si vous gardez une note, vous n’aurez pas de mention.".Replace('’', '\'')).And.Contain("D334-13").And.Contain("Sert jusqu’en juin 2025");
    }

    [Theory]
    [InlineData("n.U11", "douze", "Écrivez une note de 0 à 20")]
    [InlineData("n.U11", "21", "Écrivez une note de 0 à 20")]
    [InlineData("n.U11", "12,3", "U11")]
    public async Task Une_note_qui_ne_va_pas_se_dit_et_rien_n_est_perdu(string champ, string valeur, string phrase)
    {
        await using var hote = await Hote.DemarrerAsync();
        using var elle = hote.Visiter();

        var page = await DemanderAsync(elle, "calculer", [.. s_notes.Where(n => n.Item1 != champ), (champ, valeur)]);

        page.Texte.Should().Contain("à corriger").And.Contain(phrase).And.NotContain("Matière par matière");
        page.Html.Should().Contain("value=\"9,5\"");
    }

    [Fact]
    public async Task Une_table_inventee_ne_sert_que_dans_la_demonstration()
    {
        (string, string)[] simulation = [("reglement", "SIM-MELEC"), ("session", "2024-06"), ("prochaine", "2025-06")];
        await using (var demonstration = await Hote.DemarrerAsync())
        {
            using var elle = demonstration.Visiter();
            (await DemanderAsync(elle, "notes", simulation)).Texte.Should().Contain("passé en juin 2024");
            (await elle.LireAsync(Adresse)).Html.Should().Contain("value=\"SIM-MELEC\"");
        }
        await using var vraie = await Hote.DemarrerAsync(reglages: ("Rebond:Demonstration", "false"));
        using var lui = vraie.Visiter();
        (await DemanderAsync(lui, "notes", simulation)).Texte.Should().Contain("Choisissez votre examen dans la liste.");
        (await lui.LireAsync(Adresse)).Html.Should().NotContain("SIM-MELEC");
    }
}
