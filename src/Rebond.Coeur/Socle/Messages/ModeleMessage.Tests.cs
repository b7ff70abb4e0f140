using AwesomeAssertions;
using Rebond.Coeur.Socle.Messages;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Messages;

public sealed class ModeleMessageTests
{
    private static readonly ModeleMessage Modele = ModelesFournis.Lire("RELANCE", "Titre : Relance\nCanaux : COURRIEL, LETTRE\nTenu par : GESTIONNAIRE\nVersion : 1\nChamp prenom : prénom du candidat\nChamp lien* : lien du dossier\nSujet : Dossier de {prenom}\n\nBonjour {prenom},\n\n{lien}\n");

    [Fact]
    public void Les_champs_se_remplacent_dans_l_objet_et_le_texte()
    {
        var texte = Modele.Composer(new Dictionary<string, string> { ["prenom"] = " Zoé ", ["lien"] = "https://exemple.fr" }).Valeur!;
        texte.Should().Be(new TexteCompose("Dossier de Zoé", "Bonjour Zoé,\n\nhttps://exemple.fr"));
    }

    [Fact]
    public void Une_apostrophe_droite_d_une_regle_s_ecrit_comme_dans_le_reste_du_texte() =>
        Modele.Composer(new Dictionary<string, string> { ["prenom"] = "d'Arc 'Zoé'", ["lien"] = "x" }).Valeur!.Sujet.Should().Be("Dossier de d’Arc 'Zoé'");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\u202F\t\n")]
    [InlineData("\u200B\uFEFF")]
    public void Un_champ_que_le_lecteur_verrait_vide_bloque_l_envoi_et_est_nomme(string? prenom)
    {
        var valeurs = new Dictionary<string, string> { ["lien"] = "https://exemple.fr" };
        if (prenom is not null)
            valeurs["prenom"] = prenom;
        Modele.Composer(valeurs).Refus.Should().ContainSingle().Which.Phrase.Should().Be("Le message « Relance » ne peut pas partir : un champ est vide, « prenom » (prénom du candidat). Complétez le dossier, puis recommencez.");
    }

    [Fact]
    public void Tous_les_champs_vides_sont_nommes_ensemble() =>
        Modele.Composer(new Dictionary<string, string>()).Refus.Should().ContainSingle().Which.Phrase.Should().Contain("« prenom »").And.Contain("« lien »");

    [Theory]
    [InlineData("{prenom}")]
    [InlineData("Zoé {{nom.usage}}")]
    [InlineData("{ Prenom }")]
    public void Une_valeur_qui_contient_encore_un_champ_bloque_l_envoi(string prenom) =>
        Modele.Composer(new Dictionary<string, string> { ["prenom"] = prenom, ["lien"] = "x" }).Refus.Should().ContainSingle().Which.Code.Should().Be("CHAMPS_NON_RESOLUS");

    [Fact]
    public void Un_champ_que_le_texte_emploie_et_que_le_modele_ignore_bloque_l_envoi() =>
        (Modele with { Corps = "Bonjour {nom_usage}, {lien}" }).Composer(new Dictionary<string, string> { ["prenom"] = "Zoé", ["lien"] = "x" })
            .Refus.Should().ContainSingle().Which.Phrase.Should().Contain("« {nom_usage} »");

    [Fact]
    public void Un_champ_inemploye_peut_etre_vide() =>
        (Modele with { Sujet = "Dossier", Corps = "{lien}" }).Composer(new Dictionary<string, string> { ["prenom"] = "", ["lien"] = "x" }).EstReussi.Should().BeTrue();

    [Fact]
    public void Une_valeur_n_ouvre_pas_d_en_tete_et_n_est_pas_relue_comme_un_modele()
    {
        var texte = Modele.Composer(new Dictionary<string, string> { ["prenom"] = "Zoé\r\nBcc: tous@exemple.fr", ["lien"] = "f(x) = { 0 si x < 0 }" }).Valeur!;
        texte.Sujet.Should().Be("Dossier de Zoé Bcc: tous@exemple.fr");
        texte.Corps.Should().EndWith("f(x) = { 0 si x < 0 }");
    }

    [Fact]
    public void Une_valeur_pour_un_champ_inconnu_est_un_defaut_du_programme() =>
        FluentActions.Invoking(() => Modele.Composer(new Dictionary<string, string> { ["prenon"] = "Zoé" })).Should().Throw<ArgumentException>();

    [Fact]
    public void Chaque_modele_fourni_se_lit_et_decrit_ses_champs()
    {
        ModelesFournis.Tous.Should().HaveCountGreaterThan(3);
        foreach (var modele in ModelesFournis.Tous.Values)
        {
            modele.Champs.Should().OnlyContain(c => c.Description.Length > 3, modele.Code).And.OnlyHaveUniqueItems(c => c.Nom, modele.Code);
            modele.Champs.Select(c => c.Nom).Should().BeSubsetOf(ModeleMessage.ChampsDe(modele.Sujet + modele.Corps), $"{modele.Code} : un champ décrit et jamais écrit trompe qui récrit le texte");
            (modele.Sujet + modele.Corps).Should().NotContain("'", $"{modele.Code} : l'apostrophe s'écrit ’");
        }
    }

    [Theory]
    [InlineData("Titre : A\nSujet : B")]
    [InlineData("Titre : A\nCanaux : COURRIEL\nTenu par : GESTIONNAIRE\nVersion : 1\nSujet : B {nom}\n\nC")]
    [InlineData("Titre : A\nCanaux : PIGEON\nTenu par : GESTIONNAIRE\nVersion : 1\nSujet : B\n\nC")]
    [InlineData("Titre : A\nTenu par : GESTIONNAIRE\nVersion : 1\nSujet : B\n\nC")]
    public void Un_fichier_de_modele_mal_ecrit_est_refuse(string fichier) => FluentActions.Invoking(() => ModelesFournis.Lire("X", fichier)).Should().Throw<FormatException>();

    [Theory]
    [InlineData("Camille Martin", "camille@exemple.fr", true)]
    [InlineData("Camille Martin", "camille@exemple", false)]
    [InlineData("Camille Martin", "Camille <camille@exemple.fr>", false)]
    [InlineData("Camille Martin", "camille@exemple.fr\r\nBcc: x@y.fr", false)]
    [InlineData("\u200B", "camille@exemple.fr", false)]
    public void Une_adresse_electronique_que_personne_ne_prendrait_est_refusee(string nom, string courriel, bool bonne) => Destinataire.ParCourriel(nom, courriel).EstReussi.Should().Be(bonne);

    [Theory]
    [InlineData("12 rue de l’Œuvre|13001 MARSEILLE", true)]
    [InlineData("Bât. B|12 rue X|13001 MARSEILLE|", true)]
    [InlineData("12 rue X|1000 BRUXELLES|BELGIQUE", true)]
    [InlineData("13001 MARSEILLE", false)]
    [InlineData("12 rue X|MARSEILLE 13001", false)]
    [InlineData("1|2 A|3 A|4 A|5 A|13001 MARSEILLE", false)]
    [InlineData("Une voie dont le nom dépasse la fenêtre de l’enveloppe|13001 MARSEILLE", false)]
    public void Une_adresse_postale_tient_dans_la_fenetre_et_finit_par_une_ville(string lignes, bool bonne) => Destinataire.ParLettre("Camille Martin", lignes.Split('|')).EstReussi.Should().Be(bonne);

    [Fact]
    public void Un_long_nom_prend_deux_lignes_de_la_fenetre()
    {
        const string nom = "Marie-Anne-Clémentine DE LA TOUR-D’AUVERGNE-MARTIN";
        Destinataire.ParLettre(nom, ["A", "B", "C", "13001 MARSEILLE"]).EstReussi.Should().BeTrue();
        Destinataire.ParLettre(nom, ["A", "B", "C", "D", "13001 MARSEILLE"]).EstReussi.Should().BeFalse();
    }
}
