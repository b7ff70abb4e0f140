using AwesomeAssertions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription.Campagnes;

public sealed class CampagnesLivreesTests
{
    public static TheoryData<string> Fichiers => [.. CampagnesLivrees.Fichiers.Select(f => f.Fichier)];

    [Theory]
    [MemberData(nameof(Fichiers))]
    public void Chaque_fichier_se_lit_sans_faute_et_porte_le_nom_de_sa_campagne(string fichier)
    {
        var livree = CampagnesLivrees.Fichiers.Single(f => f.Fichier == fichier);
        livree.Lecture.Erreurs.Should().BeEmpty();
        $"{livree.Lecture.Campagne!.Code}.json".Should().Be(fichier);
        livree.Lecture.Campagne.Textes.Values.Should().OnlyContain(t => t.Lecture.Length > 5);
    }

    [Fact]
    public void Trois_campagnes_sont_livrees() => CampagnesLivrees.Toutes.Select(c => c.Code).Should().Contain(["nancy-metz-bac-pro-2024", "reims-bac-pro-2015", "aix-marseille-bac-gt-2017"]);

    [Fact]
    public void Une_campagne_inconnue_n_existe_pas() => CampagnesLivrees.Chercher("paris-bac-pro-2024").Should().BeNull();

    /// <summary>La notice de Nancy-Metz, session 2024, ligne par ligne.</summary>
    [Fact]
    public void La_notice_de_Nancy_Metz_est_entiere()
    {
        NancyMetz.Fenetres.Should().ContainSingle();
        NancyMetz.Fenetres[0].Ouverture.EnFrancais().Should().Be("06/11/2023 à 10 h");
        NancyMetz.Fenetres[0].Cloture.EnFrancais().Should().Be("06/12/2023 à 22 h");
        (NancyMetz.Reception.Regle, NancyMetz.Reception.Limite, NancyMetz.Reception.Incomplet).Should().Be((RegleReception.CachetPoste, new DateOnly(2023, 12, 9), EffetIncomplet.Annulation));
        NancyMetz.Reception.Canaux.Should().Equal(Canal.Poste);
        NancyMetz.Pieces.Select(p => p.Code).Should().BeEquivalentTo(CodesPieces.Connus);
        NancyMetz.PiecesToutesConnues.Should().BeTrue();
        NancyMetz.Academie.Departements.Should().HaveCount(4);
        NancyMetz.Lieux.AutreDepartementPossible.Should().BeTrue();
        NancyMetz.Contacts.Select(c => c.Pole).Should().BeEquivalentTo(Enum.GetValues<Pole>());
        NancyMetz.Signature.RendDefinitif.Should().BeTrue();
        NancyMetz.Amenagement.Portail.Should().Be("Incluscol");
        NancyMetz.Categories.Should().HaveCount(Enum.GetValues<Categorie>().Length);
        NancyMetz.DossiersSpecialite.Should().NotBeEmpty();
        NancyMetz.AnneeInscription.Should().Be(2023);
    }

    [Fact]
    public void Ce_que_les_notices_ne_disent_pas_reste_inconnu()
    {
        Reims.Reception.Should().Match<ReceptionPieces>(r => r.Regle == null && r.Incomplet == null && r.Canaux.Count == 0);
        Reims.Fenetres[0].Ouverture.HeureConnue.Should().BeFalse();
        Reims.PiecesToutesConnues.Should().BeFalse();
        AixMarseille.Reception.Should().Match<ReceptionPieces>(r => r.Regle == null && r.Limite == null && r.Incomplet == null);
        AixMarseille.AVerifier.Should().NotBeEmpty();
        AixMarseille.Lieux.AutreDepartementPossible.Should().BeNull();
        NancyMetz.Conservation.Should().OnlyContain(c => c.Mois == null && c.Source.Verification == Verification.AVerifier);
        NancyMetz.Contacts.Should().OnlyContain(c => c.Courriel == null && c.Source.Verification == Verification.AVerifier, "aucune coordonnée inventée");
    }

    [Theory]
    [InlineData("2023-11-06T09:59", EtatFenetre.PasOuverte)]
    [InlineData("2023-11-06T10:00", EtatFenetre.Ouverte)]
    [InlineData("2023-12-06T22:00", EtatFenetre.Ouverte)]
    [InlineData("2023-12-06T22:00:01", EtatFenetre.Close)]
    public void La_periode_de_Nancy_Metz_s_ouvre_et_se_ferme_a_la_seconde(string moment, EtatFenetre etat)
    {
        NancyMetz.Fenetres[0].Etat(Heure(moment)).Should().Be(etat);
        NancyMetz.Fenetres[0].Etat(Heure(moment).EnUtc()).Should().Be(etat);
    }

    [Theory]
    [InlineData("2016-10-17T07:59", EtatFenetre.PasOuverte)]
    [InlineData("2016-11-16T23:59:59", EtatFenetre.Ouverte)]
    [InlineData("2016-11-17T00:00", EtatFenetre.Close)]
    public void Une_cloture_sans_heure_vaut_le_jour_entier(string moment, EtatFenetre etat) => AixMarseille.Fenetres[0].Etat(Heure(moment)).Should().Be(etat);

    [Fact]
    public void La_fraction_de_seconde_compte()
    {
        NancyMetz.Fenetres[0].Etat(NancyMetz.Fenetres[0].ClotUtc.AddMilliseconds(1)).Should().Be(EtatFenetre.Close);
        AixMarseille.Fenetres[0].Etat(Heure("2016-11-16T23:59:59").EnUtc().AddMilliseconds(900)).Should().Be(EtatFenetre.Ouverte, "le jour entier");
    }

    [Fact]
    public void Une_ouverture_sans_heure_vaut_des_minuit() => Reims.Fenetres[0].Etat(Heure("2014-10-15T00:00")).Should().Be(EtatFenetre.Ouverte);

    [Fact]
    public void Une_periode_propre_a_une_categorie_l_emporte()
    {
        var commune = NancyMetz.Fenetres[0];
        var tardive = commune with { Code = "INDIVIDUELS", Categories = [Categorie.Experience3Ans] };
        var campagne = NancyMetz with { Fenetres = [commune, tardive] };
        campagne.FenetrePour(Categorie.Experience3Ans).Code.Should().Be("INDIVIDUELS");
        campagne.FenetrePour(Categorie.Scolaire).Code.Should().Be(commune.Code);
        campagne.FenetrePour(null).Code.Should().Be(commune.Code);
        (NancyMetz with { Fenetres = [tardive, commune] }).FenetrePour(Categorie.Scolaire).Code.Should().Be(commune.Code, "l'ordre des périodes n'y fait rien");
        (NancyMetz with { Fenetres = [tardive] }).FenetrePour(Categorie.Scolaire).Code.Should().Be("INDIVIDUELS", "il n'y en a pas d'autre à dire");
    }

    [Fact]
    public void Une_campagne_est_ouverte_si_une_de_ses_periodes_l_est_a_venir_s_il_en_reste_une_close_sinon()
    {
        var commune = NancyMetz.Fenetres[0];
        var rattrapage = commune with { Code = "RATTRAPAGE", Ouverture = new Borne(Heure("2024-01-08T10:00"), true), Cloture = new Borne(Heure("2024-01-12T22:00"), true) };
        var campagne = NancyMetz with { Fenetres = [commune, rattrapage] };
        EtatFenetre Etat(string moment) => campagne.Etat(Heure(moment).EnUtc());
        Etat("2023-11-01T10:00").Should().Be(EtatFenetre.PasOuverte);
        Etat("2023-11-20T10:00").Should().Be(EtatFenetre.Ouverte);
        Etat("2023-12-20T10:00").Should().Be(EtatFenetre.PasOuverte);
        Etat("2024-01-10T10:00").Should().Be(EtatFenetre.Ouverte);
        Etat("2024-01-13T10:00").Should().Be(EtatFenetre.Close);
    }

    [Fact]
    public void Le_bureau_qui_suit_une_specialite_l_emporte_sur_celui_de_tous()
    {
        var source = NancyMetz.Contacts[0].Source;
        Contact Bureau(Pole pole, params string[] specialites) => new(pole, pole.Code(), specialites, null, null, null, source);
        var campagne = NancyMetz with { Contacts = [Bureau(Pole.Industriel, "40025214"), Bureau(Pole.Tertiaire, "40031217"), Bureau(Pole.Transversal)] };
        campagne.ContactPour("40025214")!.Pole.Should().Be(Pole.Industriel);
        campagne.ContactPour("40031217")!.Pole.Should().Be(Pole.Tertiaire);
        campagne.ContactPour("40099999")!.Pole.Should().Be(Pole.Transversal);
        campagne.ContactPour(null)!.Pole.Should().Be(Pole.Transversal);
        (NancyMetz with { Contacts = [Bureau(Pole.Industriel, "40025214")] }).ContactPour("40031217").Should().BeNull("aucun bureau n'est donné pour tous");
    }

    [Theory]
    [InlineData("Nancy-Metz", "académie de Nancy-Metz")]
    [InlineData("Aix-Marseille", "académie d'Aix-Marseille")]
    [InlineData("Orléans-Tours", "académie d'Orléans-Tours")]
    public void Le_nom_de_l_academie_s_elide(string nom, string complet) => new Academie("12", nom, []).NomComplet.Should().Be(complet);

    [Fact]
    public void Une_source_dit_sa_place_et_ce_qui_reste_a_verifier()
    {
        var texte = new TexteCampagne("notice", "Notice", null, null, Verification.Verifie, "Lue.");
        new SourceCampagne(texte, null, Verification.Verifie).EnFrancais().Should().Be("Notice");
        new SourceCampagne(texte, "page 2", Verification.Verifie).EnFrancais().Should().Be("Notice, page 2");
        new SourceCampagne(texte, null, Verification.AVerifier).EnFrancais().Should().Be("Notice (à vérifier)");
    }

    [Fact]
    public void Un_choix_facultatif_hors_de_la_liste_se_dit_tel_qu_il_est_ecrit()
    {
        NancyMetz.Facultatives!.Nommer("UF1").Should().Be("UF1");
        NancyMetz.Facultatives.Nommer("MOBILITE").Should().Be("Mobilité");
    }

    /// <summary>Une campagne peut réunir plusieurs examens ; dès qu'un bac pro en est, ce sont ses règles qui sont dites.</summary>
    [Fact]
    public void Une_campagne_qui_compte_un_bac_professionnel_en_suit_les_regles()
    {
        NancyMetz.EstProfessionnelle.Should().BeTrue();
        AixMarseille.EstProfessionnelle.Should().BeFalse();
        (AixMarseille with { Examens = [TypeExamen.BacGeneral, TypeExamen.BacProAgricole] }).EstProfessionnelle.Should().BeTrue();
    }
}
