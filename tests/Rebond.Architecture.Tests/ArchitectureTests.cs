using AwesomeAssertions;
using Xunit;

namespace Rebond.Architecture.Tests;

public class ArchitectureTests
{
    [Fact]
    public void Une_aire_regarde_a_gauche_jamais_a_droite() => Aucune(Regles.RegardsADroite(Programme.Types));

    [Fact]
    public void Le_regard_a_droite_attrape_une_faute_plantee() =>
        Regles.RegardsADroite(Programme.Fautes).Should().HaveCount(2)
            .And.Contain(f => f.StartsWith("Rebond.Fautes.Inscription.RegardeADroite "))
            .And.Contain(f => f.StartsWith("Rebond.Fautes.Inscription.RegardeADroiteEnCachette"));

    [Fact]
    public void Le_socle_ne_connait_aucune_aire() => Aucune(Regles.SocleQuiConnaitUneAire(Programme.Types));

    [Fact]
    public void Le_socle_indiscret_est_attrape() => Regles.SocleQuiConnaitUneAire(Programme.Fautes).Should().ContainSingle().Which.Should().Contain("SocleIndiscret");

    /// <summary>A new top folder is an area to place in the order, or shared ground to name: never neither.</summary>
    [Fact]
    public void Tout_dossier_de_premier_rang_est_une_aire_ou_un_terrain_commun() => Aucune(Regles.DossiersInconnus(Programme.Types));

    [Fact]
    public void Un_dossier_inconnu_est_attrape() => Regles.DossiersInconnus(Programme.Fautes).Should().Contain("Divers");

    [Fact]
    public void Les_aires_sont_bien_trouvees_dans_chaque_assemblage() =>
        Programme.Types.Select(t => (t.Assembly.Name.Split(',')[0], Aires.De(t.Namespace?.FullName ?? ""))).Distinct()
            .Should().Contain([("Rebond.Regles", "Resultats"), ("Rebond.Coeur", "Examen"), ("Rebond.Web", "Resultats"), ("rebond", "Inscription")]);

    [Fact]
    public void Le_droit_ne_depend_que_de_la_bibliotheque_de_base() => Aucune(Regles.ReferencesHorsBcl(Programme.Regles));

    [Fact]
    public void L_optimisation_ne_depend_que_de_la_bibliotheque_de_base() => Aucune(Regles.ReferencesHorsBcl(Programme.Optimisation));

    [Fact]
    public void Un_verificateur_ne_connait_pas_le_solveur() => Aucune(Regles.VerificateursQuiConnaissentLeSolveur(Programme.Types));

    [Fact]
    public void Les_verificateurs_sont_bien_trouves() => Programme.Types.Count(Regles.EstVerificateur).Should().BePositive();

    [Fact]
    public void Un_verificateur_complaisant_est_attrape() =>
        Regles.VerificateursQuiConnaissentLeSolveur(Programme.Fautes).Should().HaveCount(2)
            .And.Contain(f => f.EndsWith("Complaisance.Solveur")).And.Contain(f => f.EndsWith("Complaisance.Resolution.Matrice"));

    [Fact]
    public void Une_reference_de_trop_est_attrapee() => Regles.ReferencesHorsBcl(Programme.Ici).Should().Contain("Rebond.Coeur");

    [Fact]
    public void Aucun_type_ne_porte_le_nom_de_son_aire() => Aucune(Regles.NomsDAire(Programme.Types));

    [Fact]
    public void Un_type_au_nom_de_son_aire_est_attrape() => Regles.NomsDAire(Programme.Fautes).Should().Equal("Rebond.Fautes.Inscription.Inscription");

    [Fact]
    public void Aucun_dossier_fourre_tout() => Aucune(Regles.DossiersFourreTout(Programme.Types));

    [Fact]
    public void Un_dossier_fourre_tout_est_attrape() => Regles.DossiersFourreTout(Programme.Fautes).Should().Equal("Rebond.Fautes.Divers.Helpers");

    [Fact]
    public void Aucune_interface_pour_une_seule_realisation() => Aucune(Regles.InterfacesSansChoix(Programme.TypesDe(Programme.Tous)));

    [Fact]
    public void Une_interface_sans_choix_est_attrapee() =>
        Regles.InterfacesSansChoix(Programme.TypesDe([Programme.Ici]).Where(t => t.Namespace == "Rebond.Fautes.Interfaces"))
            .Should().Equal("Rebond.Fautes.Interfaces.IUneSeule : 1 réalisation");

    [Fact]
    public void Aucun_fichier_de_plus_de_quatre_cents_lignes() => Aucune(Regles.FichiersTropLongs(Path.Combine(Depot.Racine, "src")));

    [Fact]
    public void Un_fichier_trop_long_est_attrape()
    {
        var dossier = Directory.CreateTempSubdirectory("rebond-architecture-");
        try
        {
            File.WriteAllLines(Path.Combine(dossier.FullName, "Long.cs"), Enumerable.Repeat("//", 401));
            File.WriteAllLines(Path.Combine(dossier.FullName, "Juste.cs"), Enumerable.Repeat("//", 400));
            Directory.CreateDirectory(Path.Combine(dossier.FullName, "Migrations"));
            File.WriteAllLines(Path.Combine(dossier.FullName, "Migrations", "Genere.cs"), Enumerable.Repeat("//", 900));
            Regles.FichiersTropLongs(dossier.FullName).Should().Equal("Long.cs : 401 lignes");
        }
        finally
        {
            dossier.Delete(recursive: true);
        }
    }

    [Fact]
    public void Aucun_nombre_flottant_dans_le_droit() => Aucune(NombresFlottants.Dans(Programme.Regles.DefinedTypes));

    [Fact]
    public void Aucun_nombre_flottant_dans_l_affectation() => Aucune(NombresFlottants.Dans(Programme.Optimisation.DefinedTypes));

    [Fact]
    public void Un_nombre_flottant_est_attrape_dans_un_champ_un_corps_et_un_appel()
    {
        var trouves = NombresFlottants.Dans(Programme.TypesDe([Programme.Ici]).Where(t => t.Namespace == "Rebond.Fautes.Flottants"));
        trouves.Should().Contain(f => f.Contains("ChampFlottant")).And.Contain(f => f.Contains("CorpsFlottant.Arrondir")).And.Contain(f => f.Contains("AppelFlottant.Lire"));
        trouves.Should().NotContain(f => f.Contains(".Entier."));
    }

    /// <summary>All the offenders in the message, not the first alone.</summary>
    private static void Aucune(IReadOnlyList<string> fautes) => string.Join('\n', fautes).Should().BeEmpty();
}
