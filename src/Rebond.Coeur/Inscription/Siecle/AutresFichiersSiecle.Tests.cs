using AwesomeAssertions;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Inscription.Siecle;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Siecle;

public sealed class AutresFichiersSiecleTests
{
    private static readonly FichiersSiecle Fichiers = new();

    private static FichierSiecle<ResponsableSiecle> Responsables(byte[] octets) => LectureResponsables.Lire(new MemoryStream(octets), new(Fichiers.Uai, Fichiers.Annee), null, TestContext.Current.CancellationToken);

    private static FichierSiecle<ResponsableSiecle> ResponsablesModifies(string avant, string apres) => Responsables(Fichiers.Modifier(Fichiers.Responsables(), avant, apres));

    [Fact]
    public void Un_responsable_est_lu_en_entier()
    {
        var fichier = Responsables(Fichiers.Responsables());
        fichier.Rejets.Should().BeEmpty();
        fichier.Lignes.Should().HaveCount(12);
        fichier.Lignes[1].Should().BeEquivalentTo(new ResponsableSiecle
        {
            Ligne = fichier.Lignes[1].Ligne,
            EleveId = "1001",
            PersonneId = "9001",
            Niveau = NiveauResponsabilite.Legal,
            Lien = LienParente.Mere,
            Civilite = "MME",
            NomDeFamille = "PARENT-SYNTHÉTIQUE 1",
            Prenom = "Zoé",
            Contact = new ContactLu("parent1@exemple.invalid", null, "0000000000", null),
            Adresse = new AdresseLue(["1 rue de l'Été à 2 €", "Bâtiment B"], "13001", "MARSEILLE", "13201", "100"),
            AccepteCommunicationAdresse = true,
            PaieFrais = true,
            HebergeEleve = true,
            Profession = "37",
        });
    }

    [Theory]
    [InlineData("1", LienParente.Pere), InlineData("2", LienParente.Mere), InlineData("3", LienParente.Tuteur), InlineData("4", LienParente.AutreFamille)]
    [InlineData("5", LienParente.AideSocialeEnfance), InlineData("6", LienParente.Autre), InlineData("7", LienParente.Eleve)]
    [InlineData("10", LienParente.Mere), InlineData("20", LienParente.Pere), InlineData("37", LienParente.Fratrie), InlineData("38", LienParente.Ascendant)]
    [InlineData("39", LienParente.AutreFamille), InlineData("41", LienParente.Educateur), InlineData("42", LienParente.AssistantFamilial), InlineData("50", LienParente.Tuteur)]
    [InlineData("51", LienParente.AideSocialeEnfance), InlineData("70", LienParente.Eleve), InlineData("90", LienParente.Autre), InlineData("", LienParente.Inconnu)]
    public void Les_anciens_et_les_nouveaux_liens_de_parente_se_lisent(string code, LienParente lien) =>
        ResponsablesModifies("<CODE_PARENTE>10</CODE_PARENTE>", $"<CODE_PARENTE>{code}</CODE_PARENTE>").Lignes.Should().HaveCount(12).And.OnlyContain(r => r.Lien == lien);

    [Theory]
    [InlineData("<NIVEAU_RESPONSABILITE>2</NIVEAU_RESPONSABILITE>", NiveauResponsabilite.EnCharge)]
    [InlineData("<NIVEAU_RESPONSABILITE>3</NIVEAU_RESPONSABILITE>", NiveauResponsabilite.Contact)]
    [InlineData("<RESP_LEGAL>1</RESP_LEGAL>", NiveauResponsabilite.Legal)]
    [InlineData("<RESP_LEGAL>2</RESP_LEGAL>", NiveauResponsabilite.Legal)]
    [InlineData("<RESP_LEGAL>0</RESP_LEGAL>", NiveauResponsabilite.Contact)]
    public void L_ancienne_et_la_nouvelle_responsabilite_se_lisent(string element, NiveauResponsabilite niveau) =>
        ResponsablesModifies("<NIVEAU_RESPONSABILITE>1</NIVEAU_RESPONSABILITE>", element).Lignes.Should().HaveCount(12).And.OnlyContain(r => r.Niveau == niveau);

    [Theory]
    [InlineData("<CODE_PARENTE>10</CODE_PARENTE>", "<CODE_PARENTE>77</CODE_PARENTE>", "CODE_INCONNU")]
    [InlineData("<NIVEAU_RESPONSABILITE>1</NIVEAU_RESPONSABILITE>", "<NIVEAU_RESPONSABILITE>9</NIVEAU_RESPONSABILITE>", "CODE_INCONNU")]
    [InlineData("<HEBERGE_ELEVE>1</HEBERGE_ELEVE>", "<HEBERGE_ELEVE>peut-être</HEBERGE_ELEVE>", "CODE_INCONNU")]
    public void Un_code_inconnu_est_refuse_a_sa_place(string avant, string apres, string code)
    {
        var fichier = ResponsablesModifies(avant, apres);
        fichier.Rejets.Should().HaveCount(12).And.OnlyContain(r => r.Code == code && r.Caractere > 1 && r.Phrase.StartsWith("Ligne "));
        fichier.Lignes.Should().BeEmpty();
    }

    [Fact]
    public void Une_personne_qui_manque_est_dite()
    {
        var fichier = ResponsablesModifies("<PERSONNE_ID>9003</PERSONNE_ID>", "<PERSONNE_ID>7777</PERSONNE_ID>");
        fichier.Rejets.Should().ContainSingle().Which.Should().Match<Rejet>(r => r.Code == "PERSONNE_INCONNUE" && r.Phrase.Contains("7777") && r.Phrase.Contains("1003"));
        fichier.Lignes.Should().HaveCount(11);
    }

    [Fact]
    public void Les_mef_et_les_matieres_se_lisent()
    {
        var (mefs, matieres) = LectureNomenclature.Lire(new MemoryStream(Fichiers.Nomenclature()), new(Fichiers.Uai, Fichiers.Annee), null, TestContext.Current.CancellationToken);
        mefs.Rejets.Should().BeEmpty();
        mefs.Lignes.Should().HaveCount(4);
        mefs.Lignes[2].Should().Match<MefSiecle>(m => m.Code == "24725214331" && m.Mef!.Value.National == "2472521433" && m.Specialite == "25214" && m.Libelle == "Maintenance des véhicules, année 3" && m.Fermeture == null && m.Ouverture == new DateOnly(2014, 9, 1));
        matieres.Should().ContainSingle().Which.Should().Match<MatiereSiecle>(m => m.Code == "061300" && m.CodeGestion == "MATHS" && m.Libelle == "MATHEMATIQUES");
    }

    [Fact]
    public void Les_divisions_et_les_groupes_se_lisent()
    {
        var fichier = LectureStructures.Lire(new MemoryStream(Fichiers.Structures()), new(Fichiers.Uai, Fichiers.Annee), null, TestContext.Current.CancellationToken);
        fichier.Rejets.Should().BeEmpty();
        fichier.Lignes.Should().BeEquivalentTo(
        [
            new DivisionSiecle(fichier.Lignes[0].Ligne, "T MV 1", true, "Terminale véhicules", ["24725214331", "24730004331"], []),
            new DivisionSiecle(fichier.Lignes[1].Ligne, "ANGL1", false, "Anglais 1", ["24725214331"], ["T MV 1"]),
        ]);
    }

    [Theory]
    [InlineData("2472521433", true, "25214", true), InlineData("24725214331", true, "25214", true), InlineData("24725214311", true, "25214", false)]
    [InlineData("247252143", false, "", false), InlineData("2472521433AB", false, "", false), InlineData("24725214X31", false, "", false), InlineData("", false, "", false)]
    public void Un_mef_dit_sa_specialite_et_si_l_annee_est_la_derniere(string texte, bool lu, string specialite, bool derniere)
    {
        CodeMef.TryLire(texte, out var mef).Should().Be(lu);
        (mef?.Specialite ?? "", mef?.EstDerniereAnnee ?? false).Should().Be((specialite, derniere));
    }
}
