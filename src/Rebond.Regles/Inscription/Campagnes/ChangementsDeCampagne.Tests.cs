using AwesomeAssertions;
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
