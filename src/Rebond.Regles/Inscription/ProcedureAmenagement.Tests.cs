using AwesomeAssertions;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Regles.Tests.DonneesInscription;

namespace Rebond.Regles.Inscription;

public sealed class ProcedureAmenagementTests
{
    private static readonly DemandeAmenagement s_demande = new(true, Dispositif.Pap, 33, new DateOnly(2023, 11, 20));

    private static Dictionary<string, Constat> Constats(DemandeAmenagement demande, Categorie? categorie = Categorie.Scolaire, Campagne? campagne = null) =>
        ProcedureAmenagement.Constater(UnScolaire with { Categorie = categorie, Amenagement = demande }, campagne ?? NancyMetz).ToDictionary(c => c.Code);

    private static Constat Procedure(DemandeAmenagement demande, Categorie? categorie = Categorie.Scolaire) => Constats(demande, categorie)["AMENAGEMENT"];

    [Theory]
    [InlineData(Dispositif.Pap, "SIMPLIFIEE")]
    [InlineData(Dispositif.Pai, "SIMPLIFIEE")]
    [InlineData(Dispositif.Pps, "SIMPLIFIEE")]
    [InlineData(Dispositif.Ppre, "COMPLETE")]
    [InlineData(Dispositif.Aucun, "COMPLETE")]
    public void Un_scolaire_selon_son_dispositif(Dispositif dispositif, string valeur) => Procedure(s_demande with { Dispositif = dispositif }).Valeur.Should().Be(valeur);

    [Theory]
    [InlineData(0, "SIMPLIFIEE")]
    [InlineData(33, "SIMPLIFIEE")]
    [InlineData(33.33, "SIMPLIFIEE")]
    [InlineData(34, "COMPLETE")]
    [InlineData(50, "COMPLETE")]
    public void Plus_d_un_tiers_de_temps_demande_la_procedure_complete(double pourcent, string valeur) => Procedure(s_demande with { TempsMajorePourcent = (decimal)pourcent }).Valeur.Should().Be(valeur);

    [Theory]
    [InlineData(Categorie.EnseignementDistance)]
    [InlineData(Categorie.Experience3Ans)]
    [InlineData(Categorie.ExCandidat)]
    public void A_distance_ou_a_titre_individuel_c_est_toujours_la_procedure_complete(Categorie categorie)
    {
        foreach (var dispositif in new Dispositif?[] { null, Dispositif.Pap, Dispositif.Pai, Dispositif.Pps })
            Procedure(new DemandeAmenagement(true, dispositif, null), categorie).Should().Match<Constat>(c => c.Valeur == "COMPLETE" && c.Fondement.Verification == Verification.Verifie);
    }

    [Fact]
    public void Les_publics_que_la_circulaire_ne_nomme_pas_sont_a_verifier()
    {
        Procedure(s_demande, Categorie.FormationContinue).Should().Match<Constat>(c => c.Valeur == "COMPLETE" && c.Fondement.Verification == Verification.AVerifier);
        Procedure(s_demande, Categorie.Apprenti).Should().Match<Constat>(c => c.Valeur == "SIMPLIFIEE" && c.Fondement.Verification == Verification.AVerifier);
    }

    [Fact]
    public void Hors_contrat_sans_avis_ou_pour_d_autres_amenagements_c_est_la_procedure_complete()
    {
        Procedure(s_demande with { HorsContrat = true }).Valeur.Should().Be("COMPLETE");
        Procedure(s_demande with { AvisMedecin = false }).Valeur.Should().Be("COMPLETE");
        Procedure(s_demande with { MemesAmenagements = false }).Valeur.Should().Be("COMPLETE");
        var sansReserve = Procedure(s_demande with { HorsContrat = false, AvisMedecin = true, MemesAmenagements = true });
        (sansReserve.Valeur, sansReserve.Phrase.Contains("réserve", StringComparison.Ordinal)).Should().Be(("SIMPLIFIEE", false));
        Procedure(s_demande).Phrase.Should().Contain("réserve");
    }

    [Fact]
    public void Ce_qui_manque_est_demande_et_ne_change_pas_la_recevabilite()
    {
        Procedure(new DemandeAmenagement(true)).Should().Match<Constat>(c => c.Valeur == "A_PRECISER" && c.Effet == Verite.Vrai).And.Match<Constat>(c => c.Questions.Count == 2);
        Procedure(s_demande, null).Questions.Should().Equal("categorie");
        Procedure(s_demande with { TempsMajorePourcent = 50 }, null).Valeur.Should().Be("COMPLETE", "le temps seul décide");
    }

    [Theory]
    [InlineData("2023-12-06", null, "A_L_HEURE")]
    [InlineData("2023-12-07", null, "A_EXAMINER")]
    [InlineData("2023-12-07", CirconstanceTardive.Aucune, "TARDIVE")]
    [InlineData("2024-02-01", CirconstanceTardive.Temporaire, "TARDIVE_ADMISE")]
    [InlineData("2024-02-01", CirconstanceTardive.Aggravation, "TARDIVE_ADMISE")]
    public void La_demande_se_fait_avant_la_cloture_sauf_besoin_nouveau(string jour, CirconstanceTardive? circonstance, string valeur) =>
        Constats(s_demande with { DemandeLe = Jour(jour), Circonstance = circonstance })["DELAI_AMENAGEMENT"].Valeur.Should().Be(valeur);

    [Fact]
    public void La_campagne_peut_fixer_sa_propre_date() =>
        Constats(s_demande with { DemandeLe = Jour("2023-12-20"), Circonstance = CirconstanceTardive.Aucune }, campagne: NancyMetz with { Amenagement = NancyMetz.Amenagement with { Limite = Jour("2024-01-31") } })["DELAI_AMENAGEMENT"].Valeur.Should().Be("A_L_HEURE");

    [Theory]
    [InlineData("2023-11-20", "2024-01-20")]
    [InlineData("2023-12-31", "2024-02-29")]
    public void La_reponse_est_due_deux_mois_apres(string demande, string due)
    {
        var constat = Constats(s_demande with { DemandeLe = Jour(demande) })["ECHEANCE_AMENAGEMENT"];
        (constat.Valeur, constat.Fondement.Verification).Should().Be((due, Verification.AVerifier));
    }

    [Fact]
    public void Avant_2021_il_n_y_a_qu_une_procedure() => Constats(s_demande, campagne: Reims)["AMENAGEMENT"].Should().Match<Constat>(c => c.Valeur == "AVIS_DU_MEDECIN" && c.Fondement.Verification == Verification.AVerifier);

    [Fact]
    public void Sans_demande_il_n_y_a_rien_a_dire()
    {
        ProcedureAmenagement.Constater(UnScolaire, NancyMetz).Should().BeEmpty();
        ProcedureAmenagement.Constater(UnScolaire with { Amenagement = null }, NancyMetz).Should().BeEmpty();
        Constats(new DemandeAmenagement(null))["AMENAGEMENT"].Questions.Should().Equal("amenagementDemande");
    }

    /// <summary>Ce qui n'est pas répondu est une réserve, et cela seul.</summary>
    [Theory]
    [InlineData(null, true, false, "sous réserve que le médecin désigné ait rendu un avis.")]
    [InlineData(true, null, false, "sous réserve que les aménagements soient ceux de la scolarité.")]
    [InlineData(true, true, null, "sous réserve que l'établissement soit public ou sous contrat.")]
    [InlineData(null, null, null, "sous réserve que le médecin désigné ait rendu un avis, que les aménagements soient ceux de la scolarité, que l'établissement soit public ou sous contrat.")]
    [InlineData(true, true, false, "Procédure simplifiée : PAP, pas plus d'un tiers de temps en plus.")]
    public void La_procedure_simplifiee_dit_ses_reserves(bool? avis, bool? memes, bool? horsContrat, string fin) =>
        Procedure(s_demande with { AvisMedecin = avis, MemesAmenagements = memes, HorsContrat = horsContrat }).Phrase.Should().EndWith(fin);

    [Fact]
    public void La_procedure_simplifiee_vaut_aussi_au_general_a_compter_de_2021()
    {
        string Valeur(int annee) => Constats(s_demande, campagne: AixMarseille with { Session = SessionExamen.Juin(annee) })["AMENAGEMENT"].Valeur;
        (Valeur(2020), Valeur(2021)).Should().Be(("AVIS_DU_MEDECIN", "SIMPLIFIEE"));
    }
}
