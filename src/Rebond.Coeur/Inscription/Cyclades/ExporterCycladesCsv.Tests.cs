using System.Globalization;
using System.Text;
using AwesomeAssertions;
using CsCheck;
using Rebond.Coeur.Inscription.Cyclades;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Cyclades;

public sealed class ExporterCycladesCsvTests
{
    private static readonly CandidatCyclades Zoe = new()
    {
        Reference = "1",
        Civilite = "F",
        NomFamille = "SYNTHÉTIQUE-ŒUVRE",
        Prenoms = "Zoé Anne",
        Ine = "123456789AB",
        PaysNaissance = "100",
        DateNaissance = new(2008, 3, 28),
        DepartementNaissance = "013",
        CommuneNaissance = "13055",
        Nationalite = "100",
        Pays = "100",
        Adresse = ["1 rue de l'Été", "Bâtiment B"],
        CodePostal = "13001",
        Localite = "MARSEILLE",
        TelephoneMobile = "0600000000",
        AdresseMail = "z@exemple.invalid",
        Etablissement = "0130040Y",
        Division = "T 3",
        Serie = "BCG",
        Categorie = "520",
        Specialites = ["MATH", "PHYCHI"],
        LangueA = "0002",
        LangueB = "0007",
    };

    private static async Task<(string[] Lignes, ExporterCycladesCsv.Reponse Reponse)> EcrireAsync(FormatCyclades format, params CandidatCyclades[] candidats)
    {
        var flux = new MemoryStream();
        var reponse = await ExporterCycladesCsv.EcrireAsync(flux, format, candidats, CancellationToken.None);
        var texte = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(flux.ToArray());
        texte.Should().EndWith("\n");
        return (texte[..^1].Split('\n'), reponse);
    }

    [Fact]
    public async Task Les_trente_quatre_colonnes_sont_ecrites_dans_l_ordre_sans_guillemets()
    {
        var (lignes, reponse) = await EcrireAsync(FormatCyclades.General, Zoe);
        reponse.Should().BeEquivalentTo(new ExporterCycladesCsv.Reponse(1, []));
        lignes[0].Should().Be("civilite;nom_famille;prenoms;ine;pays_naissance;date_naissance;depCOM_naissance;commune_naissance;nationalite;pays;adresse_1;adresse_2;adresse_3;adresse_4;code_postal;localite;telephone;telephone_mobile;adresse_mail;categ_socio_pro;etablissement;division_classe;serie;enseignement;categorie;langue_section_inter;langue_section_euro;specialite1;specialite2;specialite3;LVA;LVB;zone_geo_souhaitee;dnl");
        lignes[0].Split(';').Should().HaveCount(34);
        lignes[1].Should().Be("F;SYNTHÉTIQUE-ŒUVRE;Zoé Anne;123456789AB;100;28/03/2008;013;13055;100;100;1 rue de l'Été;Bâtiment B;;;13001;MARSEILLE;;0600000000;z@exemple.invalid;;0130040Y;T 3;BCG;;520;;;MATH;PHYCHI;;0002;0007;;");
        FormatCyclades.General.Verification.Should().Be(Verification.AVerifier, "la description officielle n'a pas été lue");
    }

    [Fact]
    public void Ce_qui_est_ecrit_se_relit_a_l_identique()
    {
        // Neither separator, quote nor line break: the layout has no way to write them.
        var texte = Gen.String[Gen.Char["aéŒ '-.,=+@0"], 0, 8];
        Gen.Select(texte, texte, texte.Array[0, 4], texte.Array[0, 3], Gen.Date, (nom, ine, adresse, specialites, jour) => Zoe with { NomFamille = nom, Ine = ine, Adresse = adresse, Specialites = specialites, DateNaissance = DateOnly.FromDateTime(jour) })
            .Sample(candidat =>
            {
                var (lignes, _) = EcrireAsync(FormatCyclades.General, candidat).GetAwaiter().GetResult();
                var lu = Relire(lignes[0], lignes[1]);
                return lu.NomFamille == candidat.NomFamille && lu.Ine == candidat.Ine && lu.DateNaissance == candidat.DateNaissance
                    && lu.Adresse.SequenceEqual(Completer(candidat.Adresse, 4)) && lu.Specialites.SequenceEqual(Completer(candidat.Specialites, 3));
            });

        static IEnumerable<string> Completer(IReadOnlyList<string> liste, int nombre) => liste.Concat(Enumerable.Repeat("", nombre - liste.Count));
    }

    private static CandidatCyclades Relire(string entete, string ligne)
    {
        var cellules = entete.Split(';').Zip(ligne.Split(';')).ToDictionary(c => c.First, c => c.Second);
        return new CandidatCyclades
        {
            Reference = "1",
            NomFamille = cellules["nom_famille"],
            Prenoms = cellules["prenoms"],
            Ine = cellules["ine"],
            DateNaissance = DateOnly.ParseExact(cellules["date_naissance"], "dd/MM/yyyy", CultureInfo.InvariantCulture),
            Etablissement = cellules["etablissement"],
            Adresse = [cellules["adresse_1"], cellules["adresse_2"], cellules["adresse_3"], cellules["adresse_4"]],
            Specialites = [cellules["specialite1"], cellules["specialite2"], cellules["specialite3"]],
        };
    }

    [Theory, InlineData("1 rue ; bis"), InlineData("1 rue \"bis\""), InlineData("1 rue\nbis"), InlineData("1 rue\rbis")]
    public async Task Une_valeur_que_le_format_ne_sait_pas_ecrire_ecarte_le_candidat_et_le_dit(string adresse)
    {
        var (lignes, reponse) = await EcrireAsync(FormatCyclades.General, Zoe with { Adresse = [adresse] }, Zoe with { Reference = "2" });
        lignes.Should().HaveCount(2);
        reponse.Ecrits.Should().Be(1);
        reponse.Ecartes.Should().ContainSingle().Which.Should().Match<ValeurImpossible>(v => v.Reference == "1" && v.Colonne == "adresse_1");
    }

    [Fact]
    public async Task Une_adresse_de_cinq_lignes_n_est_pas_coupee_en_silence()
    {
        var (_, reponse) = await EcrireAsync(FormatCyclades.General, Zoe with { Adresse = ["1", "2", "3", "4", "5"] });
        reponse.Ecrits.Should().Be(0);
        reponse.Ecartes.Should().ContainSingle().Which.Phrase.Should().Contain("5 lignes");
    }

    [Theory, InlineData("2025-12-03T10:30:00Z", "terminales_2.1_2026_031220251130.csv"), InlineData("2026-07-03T22:30:00Z", "terminales_2.1_2026_040720260030.csv")]
    public void Le_nom_du_fichier_dit_le_niveau_la_session_et_l_heure_de_paris(string instant, string nom) =>
        FormatCyclades.General.NomFichier(SessionExamen.Juin(2026), DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).Should().Be(nom);

    [Fact]
    public async Task Un_autre_format_s_ecrit_sans_toucher_au_code()
    {
        var lu = FormatCyclades.Lire("""{"niveau":"bacpro","version":"2.1","verification":"A_VERIFIER","colonnes":[{"nom":"nom","champ":"nomFamille"},{"nom":"specialite","champ":"autre:specialite"},{"nom":"categorie","champ":"categorie","constante":"132"},{"nom":"vide"}]}""");
        lu.EstReussi.Should().BeTrue();
        var (lignes, _) = await EcrireAsync(lu.Valeur!, Zoe with { Categorie = null, Autres = new Dictionary<string, string> { ["specialite"] = "25214" } });
        lignes.Should().Equal("nom;specialite;categorie;vide", "SYNTHÉTIQUE-ŒUVRE;25214;132;");
        lu.Valeur!.NomFichier(SessionExamen.Juin(2026), DateTimeOffset.UnixEpoch).Should().StartWith("bacpro_2.1_2026_");
    }

    [Theory]
    [InlineData("{", "JSON illisible à la ligne 1")]
    [InlineData("""{"niveau":"x"}""", "il faut")]
    [InlineData("""{"niveau":"x","version":"1","verification":"VERIFIE","colonnes":[{"nom":"a","champ":"inconnu"}]}""", "« inconnu » de la colonne « a » n'existe pas")]
    [InlineData("""{"niveau":"x","version":"1","verification":"VERIFIE","colonnes":[{"nom":"a"},{"nom":"a"}]}""", "deux fois")]
    [InlineData("""{"niveau":"x","version":"1","verification":"VERIFIE","colonnes":[{"nom":"a;b"}]}""", "point-virgule")]
    [InlineData("""{"niveau":"../x","version":"1","verification":"VERIFIE","colonnes":[{"nom":"a"}]}""", "nom du fichier")]
    [InlineData("""{"niveau":"x","version":"1","verification":"VERIFIE","colonnes":[{"nom":"a","chmap":"ine"}]}""", "$.colonnes[0].chmap")]
    public void Un_format_faux_dit_ce_qui_ne_va_pas(string json, string raison) =>
        FormatCyclades.Lire(json).Refus.Should().ContainSingle().Which.Phrase.Should().Contain(raison);
}
