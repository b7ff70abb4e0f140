using AwesomeAssertions;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription.Campagnes;

public sealed class ChangementsDeCampagneTests
{
    private static Campagne Revue(params (string Ecrit, string Nouveau)[] lignes)
    {
        var texte = CampagnesLivrees.Fichiers.Single(f => f.Fichier.StartsWith("nancy", StringComparison.Ordinal)).Texte;
        foreach (var (ecrit, nouveau) in lignes)
        {
            texte.Should().Contain(ecrit);
            texte = texte.Replace(ecrit, nouveau, StringComparison.Ordinal);
        }
        var lue = LectureCampagne.Lire(texte);
        lue.Erreurs.Should().BeEmpty();
        return lue.Campagne!;
    }

    [Fact]
    public void La_meme_campagne_n_a_aucun_changement()
    {
        ChangementsDeCampagne.Comparer(NancyMetz, Revue()).Should().BeEmpty();
        ChangementsDeCampagne.PourUnDossier(UnScolaire, NancyMetz, Revue()).Should().BeEquivalentTo(new EffetRevision(true, false, []));
    }

    [Fact]
    public void Une_prolongation_se_lit_et_ne_nuit_a_personne()
    {
        var prolongee = Revue(("\"2023-12-06T22:00\"", "\"2023-12-08T22:00\""), ("\"limite\": \"2023-12-09\"", "\"limite\": \"2023-12-12\""));
        ChangementsDeCampagne.Comparer(NancyMetz, prolongee).Should().BeEquivalentTo(
        [
            new Changement("Clôture, Inscription sur Cyclades", "06/12/2023 à 22 h", "08/12/2023 à 22 h"),
            new Changement("Envoi, date limite", "09/12/2023", "12/12/2023"),
        ]);
        var tardif = UnScolaire with { InscritLe = Heure("2023-12-07T09:00") };
        var effet = ChangementsDeCampagne.PourUnDossier(tardif, NancyMetz, prolongee);
        (effet.PeutSuivre, effet.MoinsFavorable).Should().Be((true, false));
        effet.Changements.Should().Contain(c => c.Sujet == "INSCRIPTION" && c.Avant.Contains("refusé") && c.Apres.Contains("dans la période"));
    }

    [Fact]
    public void Une_piece_de_plus_est_moins_favorable_a_ceux_qu_elle_touche_et_a_eux_seuls()
    {
        var revue = Revue(("\"pieces\": [", "\"pieces\": [ { \"code\": \"AUTRE_PHOTO\", \"libelle\": \"Photo\", \"motif\": \"Convocation.\", \"si\": { \"categorie\": \"APPRENTI\" }, \"source\": \"notice\" },"));
        ChangementsDeCampagne.Comparer(NancyMetz, revue).Should().ContainSingle().Which.Should().Be(new Changement("Pièce AUTRE_PHOTO", "(rien)", "Photo – apprenti"));
        ChangementsDeCampagne.PourUnDossier(UnCandidat(Categorie.Apprenti), NancyMetz, revue).Should().Match<EffetRevision>(e => e.PeutSuivre && e.MoinsFavorable);
        ChangementsDeCampagne.PourUnDossier(UnScolaire, NancyMetz, revue).Should().Match<EffetRevision>(e => e.PeutSuivre && !e.MoinsFavorable && e.Changements.Count == 0);
        ChangementsDeCampagne.PourUnDossier(new Profil(), NancyMetz, revue).MoinsFavorable.Should().BeTrue("à préciser, donc peut-être due");
    }

    [Fact]
    public void Une_date_avancee_qui_rend_un_envoi_tardif_est_moins_favorable()
    {
        var effet = ChangementsDeCampagne.PourUnDossier(UnScolaire, NancyMetz, Revue(("\"limite\": \"2023-12-09\"", "\"limite\": \"2023-12-08\"")));
        effet.MoinsFavorable.Should().BeTrue();
        effet.Changements.Should().Contain(c => c.Sujet == "ENVOI");
    }

    [Fact]
    public void Une_autre_campagne_ou_une_categorie_retiree_ne_se_suit_pas()
    {
        ChangementsDeCampagne.PourUnDossier(UnScolaire, NancyMetz, Reims).PeutSuivre.Should().BeFalse();
        var sansApprenti = NancyMetz with { Categories = [.. NancyMetz.Categories.Where(c => c.Categorie != Categorie.Apprenti)] };
        ChangementsDeCampagne.PourUnDossier(UnCandidat(Categorie.Apprenti), NancyMetz, sansApprenti).PeutSuivre.Should().BeFalse();
        ChangementsDeCampagne.PourUnDossier(UnScolaire, NancyMetz, sansApprenti).PeutSuivre.Should().BeTrue();
    }

    [Fact]
    public void Ce_que_la_signature_engage_les_limites_et_l_age_se_comparent_aussi()
    {
        var revue = NancyMetz with
        {
            Signature = NancyMetz.Signature with { RendDefinitif = false, ResponsableLegalSiMineur = false },
            Amenagement = NancyMetz.Amenagement with { Limite = Jour("2024-01-31") },
            Facultatives = NancyMetz.Facultatives! with { Maximum = 1 },
            Pieces = [NancyMetz.Pieces[0] with { Si = new Condition.CategorieParmi([Categorie.Apprenti]) }, .. NancyMetz.Pieces.Skip(1)],
        };
        ChangementsDeCampagne.Comparer(NancyMetz, revue).Should().Equal(
            new Changement("Choix définitifs à la signature", "oui", "non"),
            new Changement("Signature du responsable légal d'un mineur", "oui", "non"),
            new Changement("Demande d'aménagement, date limite", "(rien)", "31/01/2024"),
            new Changement("Épreuves facultatives, au plus", "2", "1"),
            new Changement("Pièce CONFIRMATION_SIGNEE", "Confirmation d'inscription, datée et signée – tous les candidats", "Confirmation d'inscription, datée et signée – apprenti"));
        ChangementsDeCampagne.Comparer(NancyMetz, NancyMetz with { Facultatives = null }).Select(c => c.Apres).Should().Equal("(rien)", "(rien)");
        ChangementsDeCampagne.Comparer(NancyMetz, NancyMetz with { AnneeInscription = 2024 }).Select(c => c.Sujet).Should().Equal("Année d'inscription", "Pièce RECENSEMENT_OU_JDC");
    }

    [Fact]
    public void Un_dossier_de_specialite_ne_change_rien_a_qui_presente_une_autre_specialite()
    {
        var avant = NancyMetz with { DossiersSpecialite = [UnDossier("2024-02-15")] };
        var apres = NancyMetz with { DossiersSpecialite = [UnDossier("2024-02-01") with { Adresse = "9 rue des Brice, Nancy" }] };
        ChangementsDeCampagne.Comparer(avant, apres).Should().Equal(new Changement("Dossier de spécialité DOSSIERS",
            "Book, au plus tard le 15/02/2024, la poste. Dix pages. – 40025214", "Book, au plus tard le 01/02/2024, la poste, 9 rue des Brice, Nancy. Dix pages. – 40025214"));
        var effet = ChangementsDeCampagne.PourUnDossier(UnScolaire, avant, apres);
        effet.Changements.Should().Equal(new Changement("Dossier de spécialité DOSSIERS", "Book, au plus tard le 15/02/2024, la poste. Dix pages.", "Book, au plus tard le 01/02/2024, la poste, 9 rue des Brice, Nancy. Dix pages."));
        effet.MoinsFavorable.Should().BeTrue("il est attendu plus tôt");
        ChangementsDeCampagne.PourUnDossier(UnScolaire with { Specialite = "40031217" }, avant, apres).Should().BeEquivalentTo(new EffetRevision(true, false, []));
        ChangementsDeCampagne.PourUnDossier(UnScolaire with { Specialite = null }, avant, apres).Changements.Should().ContainSingle("sa spécialité n'est pas connue : elle peut en être");
    }

    [Fact]
    public void Un_dossier_de_specialite_de_plus_ou_plus_tot_est_moins_favorable_plus_tard_ou_en_moins_non()
    {
        bool MoinsFavorable(DossierSpecialite[] avant, params DossierSpecialite[] apres) =>
            ChangementsDeCampagne.PourUnDossier(UnScolaire, NancyMetz with { DossiersSpecialite = avant }, NancyMetz with { DossiersSpecialite = apres }).MoinsFavorable;
        MoinsFavorable([], UnDossier("2024-02-15")).Should().BeTrue();
        MoinsFavorable([UnDossier("2024-02-15")], UnDossier("2024-02-15"), UnDossier("2024-02-15") with { Code = "MAQUETTE" }).Should().BeTrue();
        MoinsFavorable([UnDossier("2024-02-15")], UnDossier("2024-02-14")).Should().BeTrue();
        MoinsFavorable([UnDossier("2024-02-15")], UnDossier("2024-02-15") with { Phrase = "Douze pages." }).Should().BeFalse();
        MoinsFavorable([UnDossier("2024-02-15")], UnDossier("2024-02-16")).Should().BeFalse();
        MoinsFavorable([UnDossier("2024-02-15")]).Should().BeFalse();
        MoinsFavorable([UnDossier(null)], UnDossier("2024-02-15")).Should().BeFalse("la date était à consulter ailleurs");
    }

    [Fact]
    public void Un_dossier_de_specialite_dont_ni_la_date_ni_la_liste_ne_sont_connues_le_dit() =>
        ChangementsDeCampagne.Comparer(NancyMetz, NancyMetz with { DossiersSpecialite = [UnDossier(null) with { Specialites = [], Canaux = [], Phrase = null }] })
            .Should().ContainSingle().Which.Apres.Should().Be("Book, date à consulter sur la page de l'académie – liste des spécialités non connue");

    [Fact]
    public void Le_contact_qui_change_est_celui_du_bureau_qui_suit_le_candidat()
    {
        var source = NancyMetz.Contacts[0].Source;
        Contact industriel = new(Pole.Industriel, "Bureau industriel", ["40025214"], null, null, null, source), commun = new(Pole.Transversal, "Bureau commun", [], null, null, null, source);
        var avant = NancyMetz with { Contacts = [industriel, commun] };
        var apres = NancyMetz with { Contacts = [industriel with { Courriel = "dec.industriel@exemple.fr", Telephone = "03 00 00 00 00", Adresse = "9 rue des Brice" }, commun] };
        ChangementsDeCampagne.Comparer(avant, apres).Should().Equal(new Changement("Contact INDUSTRIEL", "Bureau industriel – 40025214", "Bureau industriel, dec.industriel@exemple.fr, 03 00 00 00 00, 9 rue des Brice – 40025214"));
        ChangementsDeCampagne.PourUnDossier(UnScolaire, avant, apres).Should().BeEquivalentTo(new EffetRevision(true, false,
            [new Changement("Contact", "Bureau industriel", "Bureau industriel, dec.industriel@exemple.fr, 03 00 00 00 00, 9 rue des Brice")]));
        ChangementsDeCampagne.PourUnDossier(UnScolaire with { Specialite = "40031217" }, avant, apres).Changements.Should().BeEmpty("le bureau commun suit cette spécialité");
        ChangementsDeCampagne.PourUnDossier(UnScolaire, apres, NancyMetz with { Contacts = [] }).Changements.Should().ContainSingle().Which.Apres.Should().Be("(rien)");
        ChangementsDeCampagne.PourUnDossier(UnScolaire, NancyMetz with { Contacts = [] }, avant).Changements.Should().Equal(new Changement("Contact", "(rien)", "Bureau industriel"));
    }

    [Fact]
    public void Portail_lieux_adresses_et_consignes_changent_pour_tous()
    {
        var revue = NancyMetz with
        {
            Portail = NancyMetz.Portail with { Adresse = null, CourrielObligatoire = true },
            Lieux = NancyMetz.Lieux with { AutreAcademiePossible = false, Phrase = null },
            Liens = [NancyMetz.Liens[0] with { Adresse = "https://exemple.fr" }, NancyMetz.Liens[0] with { Libelle = "Annales" }],
            Phrases = new Dictionary<string, string>(NancyMetz.Phrases) { ["ENVOI"] = "Postez tout avant Noël.", ["AVANT_OUVERTURE"] = "Bientôt." },
        };
        Changement[] pourTous =
        [
            new("Portail", "inscription sur Cyclades, https://candidat.examens-concours.gouv.fr ; courriel obligatoire : la notice ne le dit pas", "inscription sur Cyclades ; courriel obligatoire : oui"),
            new("Lieux des épreuves", "épreuves dans un autre département : oui ; dans une autre académie : la notice ne le dit pas ; Les épreuves peuvent avoir lieu dans l'un des quatre départements de l'académie.",
                "épreuves dans un autre département : oui ; dans une autre académie : non"),
            new("Lien Espace du candidat Cyclades", "Espace du candidat Cyclades, https://candidat.examens-concours.gouv.fr", "Espace du candidat Cyclades, https://exemple.fr"),
            new("Lien Annales", "(rien)", "Annales, https://candidat.examens-concours.gouv.fr"),
            new("Consigne ENVOI", NancyMetz.Phrases["ENVOI"], "Postez tout avant Noël."),
        ];
        ChangementsDeCampagne.PourUnDossier(UnScolaire, NancyMetz, revue).Should().BeEquivalentTo(new EffetRevision(true, false, pourTous));
        ChangementsDeCampagne.Comparer(NancyMetz, revue).Should().BeEquivalentTo([.. pourTous, new Changement("Consigne AVANT_OUVERTURE", NancyMetz.Phrases["AVANT_OUVERTURE"], "Bientôt.")]);
    }

    [Fact]
    public void Une_piece_dont_on_devient_dispense_n_est_pas_une_piece_non_demandee()
    {
        var sansDispense = NancyMetz with { Pieces = [.. NancyMetz.Pieces.Select(p => p with { DispenseSi = null })] };
        var effet = ChangementsDeCampagne.PourUnDossier(UnScolaire with { TravailEnHauteur = true, Rqth = true }, sansDispense, NancyMetz);
        effet.Changements.Should().Contain(new Changement("Pièce ATTESTATION_HAUTEUR", "À fournir", "Pas exigée"));
        effet.MoinsFavorable.Should().BeFalse();
    }

    [Fact]
    public void Un_constat_qui_apparait_ou_disparait_et_une_note_a_garder_se_nomment()
    {
        var profil = UnScolaire with { NotesAConserver = [new NoteAConserver(Session("2019-06"), "U31", Note.De(12)), new NoteAConserver(Session("2021-06"), "U32", Note.De(12))] };
        var effet = ChangementsDeCampagne.PourUnDossier(profil, NancyMetz, NancyMetz with { Session = Session("2025-06") });
        effet.PeutSuivre.Should().BeFalse("ce n'est plus la même session");
        effet.Changements.Select(c => c.Sujet).Should().Equal("NOTE_A_CONSERVER U31");
        var relance = NancyMetz with { Reception = NancyMetz.Reception with { Incomplet = EffetIncomplet.Relance } };
        var tardif = UnScolaire with { Envoi = UnScolaire.Envoi! with { Cachet = Jour("2023-12-20") } };
        ChangementsDeCampagne.PourUnDossier(tardif, NancyMetz, relance).Changements.Should().Contain(c => c.Sujet == "ANNULATION" && c.Apres == "(rien)").And.Contain(c => c.Sujet == "RELANCE" && c.Avant == "(rien)");
    }

    private static DossierSpecialite UnDossier(string? limite) =>
        NancyMetz.DossiersSpecialite[0] with { Libelle = "Book", Specialites = ["40025214"], Limite = limite is null ? null : Jour(limite), Phrase = "Dix pages." };

    /// <summary>Trois campagnes qui diffèrent en tout : chaque ligne comparée l'est, dans l'ordre du fichier, avec ce qu'elle disait et ce qu'elle dit.</summary>
    [Theory]
    [InlineData("nancy-metz-bac-pro-2024", "reims-bac-pro-2015")]
    [InlineData("reims-bac-pro-2015", "aix-marseille-bac-gt-2017")]
    [InlineData("aix-marseille-bac-gt-2017", "nancy-metz-bac-pro-2024")]
    public void Deux_campagnes_se_comparent_ligne_a_ligne(string avant, string apres) =>
        Squelettes.Comparer("campagnes", $"{avant}--{apres}", ChangementsDeCampagne.Comparer(CampagnesLivrees.Chercher(avant)!, CampagnesLivrees.Chercher(apres)!).Select(c => $"{c.Sujet} : {c.Avant} → {c.Apres}"));

    /// <summary>Une révision qui retire une pièce, en ajoute une, avance l'envoi et la demande d'aménagement : ce que lit chaque profil.</summary>
    [Theory]
    [InlineData(Categorie.Scolaire), InlineData(Categorie.Apprenti), InlineData(Categorie.EnseignementDistance), InlineData(Categorie.Experience3Ans), InlineData(Categorie.ExCandidat)]
    public void Une_revision_dit_a_chaque_profil_ce_qui_change_pour_lui(Categorie categorie)
    {
        var revue = Revue(("\"limite\": \"2023-12-09\"", "\"limite\": \"2023-12-01\""), ("\"2023-12-06T22:00\"", "\"2023-11-15T22:00\""),
            ("\"pieces\": [", "\"pieces\": [ { \"code\": \"AUTRE_PHOTO\", \"libelle\": \"Photo\", \"motif\": \"Convocation.\", \"si\": { \"categorie\": \"APPRENTI\" }, \"source\": \"notice\" },"));
        var sansIdentite = revue with { Pieces = [.. revue.Pieces.Where(p => p.Code != "PIECE_IDENTITE")] };
        var effet = ChangementsDeCampagne.PourUnDossier(UnCandidat(categorie), NancyMetz, sansIdentite);
        Squelettes.Comparer("campagnes", $"revision-{categorie.Code().ToLowerInvariant()}",
            [$"peut suivre : {effet.PeutSuivre} ; moins favorable : {effet.MoinsFavorable}", .. effet.Changements.Select(c => $"{c.Sujet} : {c.Avant} → {c.Apres}")]);
    }
}
