using AwesomeAssertions;
using CsCheck;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Inscription.Campagnes;

public sealed class LectureCampagneTests
{
    /// <summary>La plus petite campagne sans faute.</summary>
    private const string Minimale = """
        {
          "code": "essai-2024", "nom": "Essai", "academie": { "code": "12", "nom": "Nancy-Metz", "departements": ["054"] },
          "examens": ["BAC_PRO"], "session": "2024-06",
          "textes": { "notice": { "titre": "Notice", "verification": "VERIFIE", "lecture": "Lue." } },
          "fenetres": [ { "code": "I", "libelle": "Inscription", "ouverture": "2023-11-06T10:00", "cloture": "2023-12-06T22:00", "source": "notice" } ],
          "portail": { "nom": "Cyclades", "adresse": null, "courrielObligatoire": null, "source": "notice" },
          "reception": { "regle": "CACHET_POSTE", "limite": "2023-12-09", "canaux": ["POSTE"], "incomplet": "ANNULATION", "source": "notice" },
          "categories": [ { "categorie": "SCOLAIRE", "inscritPar": "ETABLISSEMENT", "source": "notice" } ],
          "signature": { "rendDefinitif": true, "responsableLegalSiMineur": true, "engagement": "Je m'engage.", "source": "notice" },
          "amenagement": { "source": "notice" },
          "lieux": { "autreDepartementPossible": null, "autreAcademiePossible": null, "source": "notice" },
          "questions": [ { "code": "permis", "libelle": "Avez-vous le permis ?", "type": "OUI_NON" } ],
          "piecesToutesConnues": true,
          "pieces": [ { "code": "PIECE_IDENTITE", "libelle": "Pièce d'identité", "motif": "Identité.", "si": { "toujours": true }, "source": "notice" } ]
        }
        """;

    [Fact]
    public void La_campagne_minimale_se_lit()
    {
        var lue = LectureCampagne.Lire(Minimale);
        lue.Erreurs.Should().BeEmpty();
        lue.Campagne!.Fenetres[0].OuvreUtc.Should().Be(new DateTimeOffset(2023, 11, 6, 9, 0, 0, TimeSpan.Zero));
        lue.Campagne.AnneeInscription.Should().Be(2023);
        lue.Campagne.Pieces[0].Si.Should().BeOfType<Condition.Toujours>();
    }

    [Fact]
    public void Commentaires_virgules_finales_et_marque_d_ordre_sont_admis() =>
        LectureCampagne.Lire("\uFEFF// une campagne\n" + Minimale.Replace("\"notice\" }\n        }", "\"notice\", }, /* fin */\n}", StringComparison.Ordinal)).Erreurs.Should().BeEmpty();

    /// <summary>Chaque faute : ce qu'on écrit à la place de quoi, le code, un morceau de la phrase.</summary>
    public static TheoryData<string, string, string, string> Fautes => new()
    {
        { "\"portail\"", "\"portial\"", "PROPRIETE_INCONNUE", "Vouliez-vous écrire « portail » ?" },
        { "\"lieux\"", "\"lieu\"", "PROPRIETE_INCONNUE", "Vouliez-vous écrire « lieux » ?" },
        { "\"nom\": \"Essai\"", "\"nom\": \"Essai\", \"horaires\": 1", "PROPRIETE_INCONNUE", "propriété inconnue « horaires ». Propriétés connues" },
        { "\"2023-12-09\"", "true", "DATE_INVALIDE", "cette valeur n'est pas une date" },
        { "\"nom\": \"Essai\",", "", "PROPRIETE_MANQUANTE", "« nom »" },
        { "\"nom\": \"Essai\"", "\"nom\": \"Essai\", \"nom\": \"Autre\"", "PROPRIETE_EN_DOUBLE", "deux fois" },
        { "\"nom\": \"Essai\"", "\"nom\": 12", "TYPE_INATTENDU", "un texte" },
        { "\"nom\": \"Essai\"", "\"nom\": \" \"", "TEXTE_VIDE", "vide" },
        { "\"essai-2024\"", "\"Essai 2024\"", "CODE_INVALIDE", "minuscules" },
        { "\"code\": \"12\"", "\"code\": \"douze\"", "CODE_INVALIDE", "deux chiffres" },
        { "[\"054\"]", "[\"54\"]", "DEPARTEMENT_INVALIDE", "trois caractères" },
        { "\"BAC_PRO\"", "\"BACPRO\"", "CODE_INCONNU", "BAC_PRO" },
        { "\"session\": \"2024-06\"", "\"session\": \"juin\"", "SESSION_INVALIDE", "2024-06" },
        { "\"session\": \"2024-06\",", "\"session\": \"2024-06\", \"fuseau\": \"Indian/Mayotte\",", "FUSEAU_INCONNU", "Europe/Paris" },
        { "\"2023-12-06T22:00\"", "\"2023-11-06T09:59\"", "FENETRE_INVERSEE", "avant de commencer" },
        { "\"2023-12-06T22:00\"", "\"2023-11-06T10:00\"", "FENETRE_INVERSEE", "avant de commencer" },
        { "\"2023-11-06T10:00\"", "\"2021-11-06T10:00\"", "FENETRE_HORS_SESSION", "2023 et 2024" },
        { "\"2023-11-06T10:00\"", "\"2023-10-29T02:30\"", "HEURE_AMBIGUE", "deux fois" },
        { "\"2023-12-06T22:00\"", "\"2024-03-31T02:30\"", "HEURE_INEXISTANTE", "n'existe pas" },
        { "\"2023-12-06T22:00\"", "\"6 décembre 22 h\"", "HEURE_INVALIDE", "2023-12-06T22:00" },
        { "\"2023-12-06T22:00\"", "\"2023-12-06T22:00Z\"", "HEURE_INVALIDE", "heure de Paris" },
        { "\"2023-12-09\"", "\"2023-02-30\"", "DATE_INVALIDE", "2023-02-30" },
        { "\"2023-12-09\"", "\"2023-11-05\"", "LIMITE_AVANT_OUVERTURE", "avant l'ouverture" },
        { "\"limite\": \"2023-12-09\", ", "", "PROPRIETE_MANQUANTE", "écrivez null" },
        { "[\"POSTE\"]", "[\"GUICHET\"]", "CANAL_MANQUANT", "POSTE" },
        { "\"ANNULATION\"", "\"ANULATION\"", "CODE_INCONNU", "Vouliez-vous écrire « ANNULATION » ?" },
        { "\"source\": \"notice\" } ],\n  \"signature\"", "\"source\": \"notise\" } ],\n  \"signature\"", "TEXTE_INCONNU", "notice" },
        { "[ { \"categorie\": \"SCOLAIRE\", \"inscritPar\": \"ETABLISSEMENT\", \"source\": \"notice\" } ]", "[]", "LISTE_VIDE", "catégorie" },
        { "\"inscritPar\": \"ETABLISSEMENT\", \"source\": \"notice\" } ]", "\"inscritPar\": \"ETABLISSEMENT\", \"source\": \"notice\" }, { \"categorie\": \"SCOLAIRE\", \"inscritPar\": \"CANDIDAT\", \"source\": \"notice\" } ]", "DOUBLON", "déjà" },
        { "\"amenagement\": { ", "\"epreuvesFacultatives\": { \"maximum\": 3, \"source\": \"notice\" }, \"amenagement\": { ", "MAXIMUM_CONTRAIRE_AU_DROIT", "2 épreuve" },
        { "\"amenagement\": { ", "\"epreuvesFacultatives\": { \"maximum\": 2, \"liste\": [ { \"code\": \"UF1\", \"libelle\": \"Langue\", \"source\": \"notice\" } ], \"source\": \"notice\" }, \"amenagement\": { ", "CODE_INVALIDE", "LANGUE" },
        { "\"amenagement\": { ", "\"epreuvesFacultatives\": { \"maximum\": 2, \"liste\": [ { \"code\": \"A\", \"libelle\": \"x\", \"source\": \"notice\" }, { \"code\": \"A\", \"libelle\": \"y\", \"source\": \"notice\" } ], \"source\": \"notice\" }, \"amenagement\": { ", "DOUBLON", "déjà" },
        { "\"adresse\": null", "\"adresse\": \"javascript:alert(1)\"", "ADRESSE_INVALIDE", "https://" },
        { "\"PIECE_IDENTITE\"", "\"CARTE_IDENTITE\"", "PIECE_INCONNUE", "AUTRE_" },
        { "\"motif\": \"Identité.\"", "\"motif\": \"Identité.\", \"remplace\": \"CERTIFICAT_EPS\"", "PIECE_INCONNUE", "n'est pas une pièce de cette campagne" },
        { "{ \"toujours\": true }", "{ \"toujours\": false }", "CONDITION_INVALIDE", "retirez-la" },
        { "{ \"toujours\": true }", "{}", "CONDITION_INVALIDE", "une sorte et une seule" },
        { "{ \"toujours\": true }", "{ \"categorie\": \"APPRENTI\", \"specialite\": \"40025214\" }", "CONDITION_INVALIDE", "« tous »" },
        { "{ \"toujours\": true }", "{ \"tous\": [] }", "LISTE_VIDE", "conditions" },
        { "{ \"toujours\": true }", "{ \"specialite\": \"25214\" }", "SPECIALITE_INVALIDE", "huit chiffres" },
        { "{ \"toujours\": true }", "{ \"age\": { \"au\": \"NOEL\", \"moinsDe\": 25 } }", "CODE_INCONNU", "FIN_ANNEE_INSCRIPTION" },
        { "{ \"toujours\": true }", "{ \"age\": { \"au\": \"INSCRIPTION\" } }", "CONDITION_INVALIDE", "moinsDe" },
        { "{ \"toujours\": true }", "{ \"age\": { \"au\": \"INSCRIPTION\", \"auMoins\": 25, \"moinsDe\": 25 } }", "CONDITION_INVALIDE", "personne" },
        { "{ \"toujours\": true }", "{ \"reponse\": \"permi\", \"vaut\": true }", "QUESTION_INCONNUE", "« permi »" },
        { "{ \"toujours\": true }", "{ \"reponse\": \"permis\", \"auMoins\": 2 }", "COMPARAISON_INADAPTEE", "OUI_NON" },
        { "{ \"toujours\": true }", "{ \"reponse\": \"permis\" }", "CONDITION_INVALIDE", "vaut" },
        { "{ \"toujours\": true }", "{ \"reponse\": \"forme\", \"parmi\": [\"GLOBAL\"] }", "CHOIX_INCONNU", "GLOBALE" },
        { "\"type\": \"OUI_NON\"", "\"type\": \"CHOIX\"", "CHOIX_MANQUANTS", "deux choix" },
        { ", \"type\": \"OUI_NON\"", "", "PROPRIETE_MANQUANTE", "son type" },
        { "\"permis\", \"libelle\": \"Avez-vous le permis ?\", \"type\": \"OUI_NON\"", "\"rqth\", \"libelle\": \"RQTH ?\", \"type\": \"NOMBRE\"", "TYPE_DE_QUESTION", "n'en change pas la nature" },
        { "\"type\": \"OUI_NON\" }", "\"type\": \"OUI_NON\", \"si\": { \"reponse\": \"permis\", \"vaut\": true } }", "QUESTION_EN_ROND", "pas posée avant" },
        { "\"piecesToutesConnues\": true", "\"piecesToutesConnues\": \"oui\"", "TYPE_INATTENDU", "true ou false" },
        { "\"pieces\": [ {", "\"phrases\": { \"APRES_CLOTUR\": \"x\" }, \"pieces\": [ {", "PROPRIETE_INCONNUE", "APRES_CLOTURE" },
        { "\"pieces\": [ {", "\"conservation\": [ { \"document\": \"x\", \"mois\": 0, \"source\": \"notice\" } ], \"pieces\": [ {", "NOMBRE_HORS_BORNES", "1 à 1200" },
        { "\"pieces\": [ {", Contact("dec"), "COURRIEL_INVALIDE", "courriel" },
        { "\"pieces\": [ {", Contact("@ac.fr"), "COURRIEL_INVALIDE", "courriel" },
        { "\"pieces\": [ {", Contact("dec@academie"), "COURRIEL_INVALIDE", "courriel" },
        { "\"pieces\": [ {", Contact("dec@ac.fr, chef@ac.fr"), "COURRIEL_INVALIDE", "courriel" },
        { "\"pieces\": [ {", Contact("division des examens@ac.fr"), "COURRIEL_INVALIDE", "courriel" },
        { "\"nom\": \"Essai\"", $"\"nom\": \"{new string('x', 4001)}\"", "TEXTE_INVALIDE", "4000 caractères" },
        { "\"nom\": \"Essai\"", "\"nom\": \"Essai\\u0007\"", "TEXTE_INVALIDE", "caractère de contrôle" },
        { "\"essai-2024\"", "\"-essai\"", "CODE_INVALIDE", "tirets" },
        { "\"essai-2024\"", "\"essai-\"", "CODE_INVALIDE", "tirets" },
        { "\"essai-2024\"", "\"essai--2024\"", "CODE_INVALIDE", "tirets" },
        { "\"essai-2024\"", $"\"{new string('x', 61)}\"", "CODE_INVALIDE", "tirets" },
        { "\"code\": \"12\"", "\"code\": \"1a\"", "CODE_INVALIDE", "deux chiffres" },
        { "\"code\": \"12\"", "\"code\": \"012\"", "CODE_INVALIDE", "deux chiffres" },
        { "[\"054\"]", "[\"05A\"]", "DEPARTEMENT_INVALIDE", "trois caractères" },
        { "[\"BAC_PRO\"]", "[]", "LISTE_VIDE", "cette liste est vide" },
        { "{ \"notice\": { \"titre\": \"Notice\", \"verification\": \"VERIFIE\", \"lecture\": \"Lue.\" } }", "[]", "TYPE_INATTENDU", "un objet" },
        { "\"session\": \"2024-06\",", "\"session\": \"2024-06\", \"anneeInscription\": 2022,", "NOMBRE_HORS_BORNES", "2023 à 2024" },
        { "\"session\": \"2024-06\",", "\"session\": \"2024-06\", \"anneeInscription\": 2025,", "NOMBRE_HORS_BORNES", "2023 à 2024" },
        { "\"session\": \"2024-06\",", "\"session\": \"2024-06\", \"anneeInscription\": 2023.5,", "TYPE_INATTENDU", "un nombre entier" },
        { "\"2023-12-06T22:00\"", "\"2025-01-06T22:00\"", "FENETRE_HORS_SESSION", "2023 et 2024" },
        { "\"cloture\": \"2023-12-06T22:00\", \"source\": \"notice\" }", "\"cloture\": \"2023-12-06T22:00\", \"source\": \"notice\" }, { \"code\": \"I\", \"libelle\": \"Suite\", \"ouverture\": \"2024-01-06\", \"cloture\": \"2024-01-07\", \"source\": \"notice\" }", "DOUBLON", "période « I »" },
        { "\"pieces\": [ { \"code\": \"PIECE_IDENTITE\", \"libelle\": \"Pièce d'identité\", \"motif\": \"Identité.\", \"si\": { \"toujours\": true }, \"source\": \"notice\" } ]", "\"pieces\": []", "LISTE_VIDE", "piecesToutesConnues" },
        { "\"pieces\": [ {", "\"pieces\": [ { \"code\": \"PIECE_IDENTITE\", \"libelle\": \"Passeport\", \"motif\": \"Identité.\", \"si\": { \"toujours\": true }, \"source\": \"notice\" }, {", "DOUBLON", "pièce « PIECE_IDENTITE »" },
        { "\"PIECE_IDENTITE\"", "\"AUTRE_\"", "PIECE_INCONNUE", "AUTRE_" },
        { "\"ANNULATION\"", "\"ANULATIO\"", "CODE_INCONNU", "Vouliez-vous écrire « ANNULATION » ?" },
        { "\"type\": \"OUI_NON\"", "\"type\": \"CHOIX\", \"choix\": [ { \"code\": \"A\", \"libelle\": \"a\" }, { \"code\": \"A\", \"libelle\": \"b\" } ]", "DOUBLON", "choix « A »" },
        { "{ \"toujours\": true }", "{ \"categorie\": \"APPRENTI\", \"vaut\": true }", "CONDITION_INVALIDE", "« vaut » accompagne « reponse »" },
        { "{ \"toujours\": true }", "{ \"sessionAnterieure\": \"oui\" }", "TYPE_INATTENDU", "depuis" },
        { "{ \"toujours\": true }", "{ \"tous\": { \"toujours\": true } }", "TYPE_INATTENDU", "une liste" },
        { "{ \"toujours\": true }", "{ \"specialite\": \"4002521X\" }", "SPECIALITE_INVALIDE", "huit chiffres" },
        { "{ \"toujours\": true }", "{ \"reponse\": \"anneesExperience\", \"auMoins\": \"trois\" }", "TYPE_INATTENDU", "un nombre est attendu" },
        { "\"amenagement\": { ", "\"epreuvesFacultatives\": { \"maximum\": 3, \"source\": \"notice\" }, \"amenagement\": { ", "MAXIMUM_CONTRAIRE_AU_DROIT", "que 2 épreuves facultatives" },
        { "\"amenagement\": { ", Facultative("langue"), "CODE_INVALIDE", "capitales" },
        { "\"amenagement\": { ", Facultative("Langue"), "CODE_INVALIDE", "capitales" },
        { "\"amenagement\": { ", Facultative("2LANGUES"), "CODE_INVALIDE", "capitales" },
        { "\"amenagement\": { ", Facultative("LANGUE RARE"), "CODE_INVALIDE", "capitales" },
        { "\"amenagement\": { ", Facultative(new string('L', 41)), "CODE_INVALIDE", "capitales" },
    };

    private static string Contact(string courriel) => $"\"contacts\": [ {{ \"pole\": \"TERTIAIRE\", \"libelle\": \"x\", \"courriel\": \"{courriel}\", \"source\": \"notice\" }} ], \"pieces\": [ {{";

    private static string Facultative(string code) =>
        $"\"epreuvesFacultatives\": {{ \"maximum\": 2, \"liste\": [ {{ \"code\": \"{code}\", \"libelle\": \"x\", \"source\": \"notice\" }} ], \"source\": \"notice\" }}, \"amenagement\": {{ ";

    /// <summary>Ce qu'on peut écrire sans faute, jusqu'à la limite.</summary>
    public static TheoryData<string, string> Admis => new()
    {
        { "\"pieces\": [ {", Contact("dec.tertiaire@ac-nancy-metz.fr") },
        { "\"nom\": \"Essai\"", $"\"nom\": \"{new string('x', 4000)}\"" },
        { "\"nom\": \"Essai\"", "\"nom\": \"Essai\\nsur deux lignes\"" },
        { "\"essai-2024\"", $"\"{new string('x', 60)}\"" },
        { "[\"054\"]", "[\"02A\", \"971\"]" },
        { "\"session\": \"2024-06\",", "\"session\": \"2024-06\", \"fuseau\": \"Europe/Paris\", \"anneeInscription\": 2024," },
        { "\"2023-12-06T22:00\"", "\"2024-01-15T22:00\"" },
        { "\"limite\": \"2023-12-09\", \"canaux\": [\"POSTE\"]", "\"limite\": \"2023-11-06\", \"canaux\": null" },
        { "\"piecesToutesConnues\": true,\n  \"pieces\": [ { \"code\": \"PIECE_IDENTITE\", \"libelle\": \"Pièce d'identité\", \"motif\": \"Identité.\", \"si\": { \"toujours\": true }, \"source\": \"notice\" } ]", "\"piecesToutesConnues\": false, \"pieces\": []" },
        { "\"PIECE_IDENTITE\"", "\"AUTRE_P\"" },
        { "\"pieces\": [ {", "\"conservation\": [ { \"document\": \"x\", \"mois\": 1, \"source\": \"notice\" }, { \"document\": \"y\", \"mois\": 1200, \"source\": \"notice\" } ], \"pieces\": [ {" },
        { "\"amenagement\": { ", Facultative(new string('L', 40)) },
        { "\"amenagement\": { ", Facultative("LANGUE_2") },
        { "\"type\": \"OUI_NON\" }", "\"type\": \"OUI_NON\" }, { \"code\": \"lieu\", \"libelle\": \"Où ?\", \"type\": \"CHOIX\", \"choix\": [ { \"code\": \"A\", \"libelle\": \"a\" }, { \"code\": \"B\", \"libelle\": \"b\" } ], \"si\": { \"reponse\": \"permis\", \"vaut\": true } }" },
        { "\"permis\", \"libelle\": \"Avez-vous le permis ?\", \"type\": \"OUI_NON\"", "\"rqth\", \"libelle\": \"RQTH ?\", \"type\": \"OUI_NON\"" },
    };

    [Theory]
    [MemberData(nameof(Admis))]
    public void Ce_qui_est_juste_a_la_limite_se_lit(string ecrit, string nouveau)
    {
        Minimale.Should().Contain(ecrit);
        LectureCampagne.Lire(Minimale.Replace(ecrit, nouveau, StringComparison.Ordinal)).Erreurs.Should().BeEmpty();
    }

    [Fact]
    public void Un_choix_propre_a_la_campagne_se_compare_a_ses_choix_et_un_choix_connu_a_ceux_de_tous()
    {
        CampagneLue Avec(string question, string parmi) => LectureCampagne.Lire(Minimale
            .Replace("\"type\": \"OUI_NON\" }", $"\"type\": \"OUI_NON\" }}, {question}", StringComparison.Ordinal).Replace("{ \"toujours\": true }", parmi, StringComparison.Ordinal));
        const string lieu = "{ \"code\": \"lieu\", \"libelle\": \"Où ?\", \"type\": \"CHOIX\", \"choix\": [ { \"code\": \"NANCY\", \"libelle\": \"Nancy\" }, { \"code\": \"METZ\", \"libelle\": \"Metz\" } ] }";
        Avec(lieu, "{ \"reponse\": \"lieu\", \"parmi\": \"METZ\" }").Erreurs.Should().BeEmpty();
        Avec(lieu, "{ \"reponse\": \"lieu\", \"parmi\": \"TOUL\" }").Erreurs.Should().ContainSingle().Which.Phrase.Should().Contain("NANCY, METZ");
        const string forme = "{ \"code\": \"forme\", \"libelle\": \"Quelle forme ?\" }";
        Avec(forme, "{ \"reponse\": \"forme\", \"parmi\": \"PROGRESSIVE\" }").Erreurs.Should().BeEmpty();
        Avec(forme, "{ \"reponse\": \"forme\", \"parmi\": \"METZ\" }").Erreurs.Should().ContainSingle().Which.Phrase.Should().Contain("GLOBALE, PROGRESSIVE");
    }

    /// <summary>Huit chiffres au bac pro, un code de série ailleurs ; tant que l'examen n'est pas lisible, ni l'un ni l'autre n'est reproché.</summary>
    [Theory]
    [InlineData("[\"BAC_GENERAL\"]", "S", 0)]
    [InlineData("[\"BAC_PRO\"]", "S", 1)]
    [InlineData("[\"BAC_GENERAL\", \"BAC_PRO\"]", "S", 1)]
    [InlineData("[\"BAC_PRO\"]", "40025214", 0)]
    [InlineData("[\"BAC\", \"BAC_PRO\"]", "S", 1)]
    public void Le_code_d_une_specialite_suit_l_examen(string examens, string specialite, int fautes) =>
        LectureCampagne.Lire(Minimale.Replace("[\"BAC_PRO\"]", examens, StringComparison.Ordinal).Replace("{ \"toujours\": true }", $"{{ \"specialite\": \"{specialite}\" }}", StringComparison.Ordinal)).Erreurs.Should().HaveCount(fautes);

    [Fact]
    public void Une_question_est_obligatoire_sauf_si_le_fichier_dit_le_contraire()
    {
        bool Obligatoire(string suite) => LectureCampagne.Lire(Minimale.Replace("\"type\": \"OUI_NON\" }", $"\"type\": \"OUI_NON\"{suite} }}", StringComparison.Ordinal)).Campagne!.Questions[0].Obligatoire;
        Obligatoire("").Should().BeTrue();
        Obligatoire(", \"obligatoire\": false").Should().BeFalse();
    }

    [Fact]
    public void Une_periode_dont_la_notice_ne_donne_que_les_jours_va_de_minuit_a_minuit()
    {
        var fenetre = LectureCampagne.Lire(Minimale.Replace("2023-11-06T10:00", "2023-11-06", StringComparison.Ordinal).Replace("2023-12-06T22:00", "2023-12-06", StringComparison.Ordinal)).Campagne!.Fenetres[0];
        (fenetre.Ouverture.HeureConnue, fenetre.Cloture.HeureConnue).Should().Be((false, false));
        fenetre.OuvreUtc.Should().Be(new DateTimeOffset(2023, 11, 5, 23, 0, 0, TimeSpan.Zero));
        fenetre.Etat(new DateTimeOffset(2023, 12, 6, 22, 59, 59, TimeSpan.Zero)).Should().Be(EtatFenetre.Ouverte);
        fenetre.Etat(new DateTimeOffset(2023, 12, 6, 23, 0, 0, TimeSpan.Zero)).Should().Be(EtatFenetre.Close);
    }

    [Theory]
    [InlineData("\"nom\": \"Essai\"", "\"nom\": \"Essai\", \"nom\": \"Autre\"", "\"nom\": \"Autre\"")]
    [InlineData("\"motif\": \"Identité.\"", "\"motif\": \"Identité.\", \"remplace\": \"CERTIFICAT_EPS\"", "\"CERTIFICAT_EPS\"")]
    [InlineData("\"amenagement\": { ", "\"epreuvesFacultatives\": { \"maximum\": 3, \"source\": \"notice\" }, \"amenagement\": { ", "3, \"source\"")]
    [InlineData("\"type\": \"OUI_NON\"", "\"type\": \"CHOIX\", \"choix\": [ { \"code\": \"A\", \"libelle\": \"a\" } ]", "[ { \"code\": \"A\"")]
    [InlineData("\"nom\": \"Essai\"", "\"nom\": \"Essai 😀\", \"clé\": 1", "\"clé\"")]
    [InlineData("\"nom\": \"Essai\"", "\"nom\": \"\\uD800\"", "\"\\uD800\"")]
    public void La_faute_est_montree_au_mot_pres(string ecrit, string fautif, string ici)
    {
        Minimale.Should().Contain(ecrit);
        var texte = Minimale.Replace(ecrit, fautif, StringComparison.Ordinal);
        var erreur = LectureCampagne.Lire(texte).Erreurs.Should().ContainSingle().Which;
        var lignes = texte.Split('\n');
        var ligne = Array.FindIndex(lignes, l => l.Contains(ici, StringComparison.Ordinal));
        (erreur.Ligne, erreur.Colonne).Should().Be((ligne + 1, lignes[ligne].IndexOf(ici, StringComparison.Ordinal) + 1));
    }

    [Fact]
    public void Jusqu_en_2014_le_droit_n_admet_qu_une_epreuve_facultative()
    {
        var phrase = LectureCampagne.Lire(Minimale.Replace("2023-", "2013-", StringComparison.Ordinal).Replace("\"session\": \"2024-06\"", "\"session\": \"2014-06\"", StringComparison.Ordinal).Replace("\"amenagement\": { ", "\"epreuvesFacultatives\": { \"maximum\": 2, \"source\": \"notice\" }, \"amenagement\": { ", StringComparison.Ordinal)).Erreurs.Should().ContainSingle().Which.Phrase;
        phrase.Should().Contain("que 1 épreuve facultative à").And.EndWith("pas 2.");
    }

    [Theory]
    [MemberData(nameof(Fautes))]
    public void Chaque_faute_est_dite_a_sa_place(string ecrit, string fautif, string code, string fragment)
    {
        Minimale.Should().Contain(ecrit);
        var texte = Minimale.Replace(ecrit, fautif, StringComparison.Ordinal);
        var erreur = LectureCampagne.Lire(texte).Erreurs.Should().ContainSingle(e => e.Code == code).Which;
        erreur.Phrase.Should().Contain(fragment).And.NotContain("\n");
        texte.Split('\n').Should().HaveCountGreaterThanOrEqualTo(erreur.Ligne);
        texte.Split('\n')[erreur.Ligne - 1].Length.Should().BeGreaterThanOrEqualTo(erreur.Colonne - 1);
    }

    [Fact]
    public void La_ligne_et_la_colonne_comptent_les_caracteres_accentues_pour_un()
    {
        var erreur = LectureCampagne.Lire(Minimale.Replace("\"libelle\": \"Pièce d'identité\"", "\"libelle\": \"Pièce d'identité\", \"clé\": 1", StringComparison.Ordinal)).Erreurs.Should().ContainSingle().Which;
        var ligne = Minimale.Split('\n').First(l => l.Contains("PIECE_IDENTITE", StringComparison.Ordinal));
        erreur.Chemin.Should().Be("$.pieces[0].clé");
        erreur.Colonne.Should().Be(ligne.IndexOf("\"motif\"", StringComparison.Ordinal) + 1);
        erreur.Ligne.Should().Be(Array.IndexOf(Minimale.Split('\n'), ligne) + 1);
    }

    [Fact]
    public void Toutes_les_fautes_sont_rendues_d_un_coup_dans_l_ordre_du_fichier()
    {
        var erreurs = LectureCampagne.Lire(Minimale
            .Replace("\"054\"", "\"54\"", StringComparison.Ordinal)
            .Replace("2023-12-06T22:00", "2023-11-01T22:00", StringComparison.Ordinal)
            .Replace("CACHET_POSTE", "CACHET", StringComparison.Ordinal)
            .Replace("PIECE_IDENTITE", "IDENTITE", StringComparison.Ordinal)).Erreurs;
        erreurs.Select(e => e.Code).Should().Equal("DEPARTEMENT_INVALIDE", "FENETRE_INVERSEE", "CODE_INCONNU", "PIECE_INCONNUE");
        erreurs.Should().BeInAscendingOrder(e => e.Ligne);
    }

    /// <summary>Une seule chose mal écrite donne une seule faute, pas ses échos.</summary>
    [Theory]
    [InlineData("\"session\": \"2024-06\"", "\"session\": \"juin\"")]
    [InlineData("\"examens\": [\"BAC_PRO\"]", "\"examens\": [\"BAC\"]")]
    [InlineData("\"CACHET_POSTE\", \"limite\": \"2023-12-09\", \"canaux\": [\"POSTE\"]", "\"CACHET\", \"limite\": \"2023-12-09\", \"canaux\": [\"GUICHET\"]")]
    [InlineData("\"inscritPar\": \"ETABLISSEMENT\", \"source\": \"notice\" }", "\"inscritPar\": \"ETABLISSEMENT\", \"source\": \"notice\" }, { \"categorie\": \"LIBRE\", \"inscritPar\": \"CANDIDAT\", \"source\": \"notice\" }")]
    [InlineData("{ \"notice\": { \"titre\": \"Notice\", \"verification\": \"VERIFIE\", \"lecture\": \"Lue.\" } }", "{}")]
    [InlineData("\"2023-12-06T22:00\"", "\"6 décembre\"")]
    [InlineData("{ \"toujours\": true }", "{ \"toujours\": \"oui\" }")]
    [InlineData("{ \"toujours\": true }", "{ \"specialite\": \"\" }")]
    [InlineData("\"PIECE_IDENTITE\"", "\"\"")]
    [InlineData("\"amenagement\": { ", "\"epreuvesFacultatives\": { \"maximum\": 2, \"liste\": [ { \"code\": \"\", \"libelle\": \"x\", \"source\": \"notice\" } ], \"source\": \"notice\" }, \"amenagement\": { ")]
    [InlineData("[ { \"code\": \"I\", \"libelle\": \"Inscription\", \"ouverture\": \"2023-11-06T10:00\", \"cloture\": \"2023-12-06T22:00\", \"source\": \"notice\" } ]", "[]")]
    [InlineData("\"piecesToutesConnues\": true,\n  \"pieces\": [ { \"code\": \"PIECE_IDENTITE\", \"libelle\": \"Pièce d'identité\", \"motif\": \"Identité.\", \"si\": { \"toujours\": true }, \"source\": \"notice\" } ]", "\"pieces\": []")]
    [InlineData("\"session\": \"2024-06\",", "\"session\": \"juin\", \"anneeInscription\": 2024, \"epreuvesFacultatives\": { \"maximum\": 3, \"source\": \"notice\" },")]
    public void Une_faute_n_a_pas_d_echo(string ecrit, string fautif)
    {
        Minimale.Should().Contain(ecrit);
        LectureCampagne.Lire(Minimale.Replace(ecrit, fautif, StringComparison.Ordinal)).Erreurs.Should().ContainSingle();
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{", 1)]
    [InlineData("{\n  \"code\": \"a\"\n  \"nom\": \"b\"\n}", 3)]
    [InlineData("{ \"code\": \"\\uD800\" }", 1)]
    [InlineData("{} {}", 1)]
    public void Ce_qui_n_est_pas_du_JSON_dit_sa_ligne(string texte, int ligne)
    {
        var erreur = LectureCampagne.Lire(texte).Erreurs.Should().ContainSingle().Which;
        (erreur.Code, erreur.Ligne).Should().Be(("JSON_INVALIDE", ligne));
    }

    [Fact]
    public void La_colonne_d_une_faute_de_syntaxe_compte_les_accents_pour_un() =>
        LectureCampagne.Lire("{ \"é\": \"éé\" \"nom\": 1 }").Erreurs.Single().Colonne.Should().Be("{ \"é\": \"éé\" ".Length + 1);

    [Theory]
    [InlineData("42")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"campagne\"")]
    public void Autre_chose_qu_un_objet_est_refuse(string texte) => LectureCampagne.Lire(texte).Erreurs.Should().Contain(e => e.Code == "TYPE_INATTENDU" && e.Ligne == 1);

    [Fact]
    public void Un_fichier_trop_profond_ou_trop_grand_est_refuse()
    {
        LectureCampagne.Lire(new string('[', 100_000)).Erreurs.Should().ContainSingle(e => e.Code == "JSON_INVALIDE");
        LectureCampagne.Lire(new string(' ', LectureCampagne.TailleMaximale + 1)).Erreurs.Should().ContainSingle(e => e.Code == "FICHIER_TROP_GRAND").Which.Phrase.Should().Contain("dépasse 1000 milliers");
        LectureCampagne.Lire(Minimale.PadRight(LectureCampagne.TailleMaximale)).Erreurs.Should().BeEmpty("juste à la limite");
    }

    [Fact]
    public void Une_grande_liste_sur_une_seule_ligne_se_lit_en_une_passe()
    {
        var texte = Minimale.Replace("\"examens\": [\"BAC_PRO\"]", $"\"examens\": [{string.Join(",", Enumerable.Repeat("\"X\"", 200_000))}]", StringComparison.Ordinal);
        LectureCampagne.Lire(texte).Erreurs.Where(e => e.Code == "CODE_INCONNU").Should().HaveCount(LectureCampagne.FautesMaximales);
    }

    /// <summary>Un fichier abîmé au hasard donne des fautes ou une campagne, jamais une exception ; chaque faute est dans le fichier.</summary>
    [Fact]
    public void Un_fichier_abime_ne_leve_jamais_d_exception()
    {
        var textes = CampagnesLivrees.Fichiers.Select(f => f.Texte).Append(Minimale).ToArray();
        string[] bouts = ["", "null", "{", "}", "[", "]", ",", "\"", "0", "true", "\"x\"", "-1", "1e999", "é", "\\", "//", "2023-13-01", "\"\\uDC00\""];
        Gen.Select(Gen.Int[0, textes.Length - 1], Gen.Int[0, 100_000], Gen.Int[0, 60], Gen.Int[0, bouts.Length - 1]).Sample((rang, debut, longueur, bout) =>
        {
            var texte = textes[rang];
            debut %= texte.Length;
            var abime = texte[..debut] + bouts[bout] + texte[Math.Min(texte.Length, debut + longueur)..];
            var lue = LectureCampagne.Lire(abime);
            (lue.Campagne is null).Should().Be(lue.Erreurs.Count > 0);
            lue.Erreurs.Should().OnlyContain(e => e.Ligne >= 1 && e.Ligne <= abime.Split('\n', StringSplitOptions.None).Length && e.Colonne >= 1 && e.Phrase.Length > 10);
        }, iter: 2000, threads: 1);
    }

    [Theory]
    [InlineData("{ \"non\": { \"categorie\": [\"SCOLAIRE\", \"APPRENTI\"] } }", "sauf (élève d'un établissement ou apprenti)")]
    [InlineData("{ \"auMoinsUn\": [ { \"sessionAnterieure\": true }, { \"sessionAnterieure\": { \"depuis\": \"2019-06\" } } ] }", "avoir déjà passé une session ou avoir passé une session depuis 2019-06")]
    [InlineData("{ \"age\": { \"au\": \"2023-12-31\", \"auMoins\": 16, \"moinsDe\": 25 } }", "avoir de 16 à moins de 25 ans au 31/12/2023")]
    [InlineData("{ \"reponse\": \"permis\", \"vaut\": false }", "« Avez-vous le permis ? » : non")]
    [InlineData("{ \"reponse\": \"anneesExperience\", \"auMoins\": 3 }", "« Combien d'années avez-vous travaillé dans le domaine du diplôme ? » : au moins 3")]
    [InlineData("{ \"reponse\": \"finPreparation\", \"auPlusTard\": \"2024-06-30\" }", "« Quand se termine la préparation à distance que vous avez souscrite ? » : le 30/06/2024 ou avant")]
    [InlineData("{ \"specialite\": \"40025214\" }", "spécialité 40025214")]
    [InlineData("{ \"reponse\": \"anneesExperience\", \"auMoins\": 2.5 }", "« Combien d'années avez-vous travaillé dans le domaine du diplôme ? » : au moins 2,5")]
    public void Une_condition_se_lit_et_se_dit_en_francais(string si, string francais)
    {
        var lue = LectureCampagne.Lire(Minimale.Replace("{ \"toujours\": true }", si, StringComparison.Ordinal));
        lue.Erreurs.Should().BeEmpty();
        lue.Campagne!.Pieces[0].Si.EnFrancais(lue.Campagne).Should().Be(francais);
    }

    [Fact]
    public void Une_ligne_n_est_jamais_plus_sure_que_son_texte()
    {
        var douteux = LectureCampagne.Lire(Minimale.Replace("\"VERIFIE\"", "\"A_VERIFIER\"", StringComparison.Ordinal)
            .Replace("\"toujours\": true }, \"source\": \"notice\"", "\"toujours\": true }, \"source\": { \"texte\": \"notice\", \"place\": \"page 2\", \"verification\": \"VERIFIE\" }", StringComparison.Ordinal)).Campagne!;
        douteux.Pieces[0].Source.Verification.Should().Be(Verification.AVerifier);
        douteux.Pieces[0].Source.EnFrancais().Should().Be("Notice, page 2 (à vérifier)");
        string Source(string verification) => LectureCampagne.Lire(Minimale.Replace("\"toujours\": true }, \"source\": \"notice\"", $"\"toujours\": true }}, \"source\": {{ \"texte\": \"notice\", \"place\": \"page 2\"{verification} }}", StringComparison.Ordinal))
            .Campagne!.Pieces[0].Source.EnFrancais();
        Source("").Should().Be("Notice, page 2", "aussi sûre que son texte");
        Source(", \"verification\": \"A_VERIFIER\"").Should().Be("Notice, page 2 (à vérifier)");
    }
}
