using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Parametres;

public sealed class MatieresTests
{
    [Theory]
    [InlineData("Français", Matiere.Francais)]
    [InlineData("Histoire-géographie et éducation civique", Matiere.HistoireGeographie)]
    [InlineData("Prévention-santé-environnement", Matiere.PreventionSanteEnvironnement)]
    [InlineData("Économie-droit", Matiere.EconomieDroit)]
    [InlineData("Économie et droit", Matiere.EconomieDroit)]
    [InlineData("Économie-gestion", Matiere.EconomieGestion)]
    [InlineData("Mathématiques", Matiere.Mathematiques)]
    [InlineData("Sciences physiques et chimiques", Matiere.PhysiqueChimie)]
    [InlineData("Physique-chimie", Matiere.PhysiqueChimie)]
    [InlineData("Travaux pratiques scientifiques", Matiere.PhysiqueChimie)]
    [InlineData("Éducation physique et sportive", Matiere.Eps)]
    [InlineData("EPS", Matiere.Eps)]
    [InlineData("Arts appliqués et cultures artistiques", Matiere.Autre)]
    public void Une_matiere_se_reconnait_au_debut_de_son_intitule(string titre, Matiere attendue) => Matieres.Reconnaitre(titre, Domaine.General).Should().Be(attendue);

    [Fact]
    public void Une_unite_professionnelle_n_est_que_la_gestion_appliquee()
    {
        Matieres.Reconnaitre("Mathématiques", Domaine.Professionnel).Should().Be(Matiere.Autre);
        Matieres.Reconnaitre("Gestion appliquée", Domaine.Professionnel).Should().Be(Matiere.GestionAppliquee);
        Matieres.Reconnaitre("Mercatique et gestion appliquée", Domaine.Professionnel).Should().Be(Matiere.GestionAppliquee);
        Matieres.Reconnaitre("Gestion administrative", Domaine.Professionnel).Should().Be(Matiere.Autre);
    }

    [Theory]
    [InlineData("Économie-droit", "ECONOMIE_DROIT")]
    [InlineData("  Œuvre : l'Été (2) ! ", "OEUVRE_L_ETE_2")]
    [InlineData("manœuvre", "MANOEUVRE")]
    [InlineData("", "")]
    public void Un_libelle_donne_un_code_sans_accent(string libelle, string code) => Matieres.Code(libelle).Should().Be(code);
}
