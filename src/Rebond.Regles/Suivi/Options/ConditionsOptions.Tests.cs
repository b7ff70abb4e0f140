using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Suivi.Options;

/// <summary>Chaque condition de chaque option : remplie, manquante, inconnue ou discutée, et ce qu'elle fait de la réponse.</summary>
public sealed class ConditionsOptionsTests
{
    private const EtatCondition Oui = EtatCondition.Remplie;
    private const EtatCondition Non = EtatCondition.Manquante;
    private const EtatCondition Inconnu = EtatCondition.Inconnue;

    private static DateOnly Jour(string iso) => DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<SessionPassee> Passees(params (string Session, ResultatSession Resultat, decimal? Moyenne)[] sessions) =>
        [.. sessions.Select(s => new SessionPassee(SessionExamen.TryLire(s.Session, out var lue) ? lue : default, s.Resultat, s.Moyenne, new Dictionary<string, Note>()))];

    private static IReadOnlyList<SessionPassee> En2026(ResultatSession resultat, decimal? moyenne = null) => Passees(("2026-06", resultat, moyenne));

    /// <summary>Dix-huit ans, bac pro manqué en juin 2026, le lendemain des résultats : rien d'autre n'est dit.</summary>
    private static readonly ProfilSuivi Lyceen = new() { Aujourdhui = Jour("2026-07-08"), Naissance = Jour("2008-03-03"), Statut = StatutSuivi.Lyceen, Examen = ExamenPrepare.BacPro, Sessions = En2026(ResultatSession.Ajourne) };
    private static readonly ProfilSuivi Apprenti = Lyceen with { Statut = StatutSuivi.Apprenti };
    private static readonly ProfilSuivi Rien = new() { Aujourdhui = Jour("2026-07-08") };
    private static readonly ProfilSuivi Sorti = Lyceen with { Statut = StatutSuivi.Sans, Sessions = [], Diplomes = [], EnFormation = false, EnEmploi = false, FinScolarite = Jour("2025-07-04") };

    private static ProfilSuivi Contrat(ContratApprentissage contrat) => Apprenti with { Apprentissage = contrat };

    /// <param name="Dit">Début de la phrase de la condition.</param>
    private sealed record Cas(ProfilSuivi Profil, CodeOption Code, EtatCondition Condition, string Dit, EtatOption? Etat = null, bool Discutee = false);

    private const string Siret = "73282932000074";
    private const string AutreDuMemeSiren = "73282932000082";
    private const string Ailleurs = "55208131766522";

    private static readonly Dictionary<string, Cas> s_cas = new()
    {
        // Revenir dans son lycée
        ["BTS manqué : l'examen est cité"] = new(Lyceen with { Statut = StatutSuivi.EtudiantBts, Examen = ExamenPrepare.Bts }, CodeOption.RepreparationOrigine, Oui, "Votre examen est dans la liste", EtatOption.Droit),
        ["BMA : l'examen n'est pas cité"] = new(Lyceen with { Examen = ExamenPrepare.Bma }, CodeOption.RepreparationOrigine, Non, "Le texte cite le bac", EtatOption.AucunDroitTrouve),
        ["DTMS : l'examen n'est pas cité"] = new(Lyceen with { Examen = ExamenPrepare.Dtms }, CodeOption.RepreparationOrigine, Non, "Le texte cite le bac"),
        ["examen inconnu : à savoir"] = new(Lyceen with { Examen = null }, CodeOption.RepreparationOrigine, Inconnu, "Nous ne savons pas quel examen", EtatOption.Possible),
        ["apprenti : pas ce droit"] = new(Apprenti, CodeOption.RepreparationOrigine, Non, "Ce droit est pour les élèves d'un lycée. Vous êtes apprenti", EtatOption.AucunDroitTrouve),
        ["candidat libre : pas ce droit"] = new(Lyceen with { Statut = StatutSuivi.CandidatLibre }, CodeOption.RepreparationOrigine, Non, "Ce droit est pour les élèves d'un lycée. Vous étiez candidat libre"),
        ["sans statut : à savoir"] = new(Lyceen with { Statut = StatutSuivi.Sans }, CodeOption.RepreparationOrigine, Inconnu, "Étiez-vous élève d'un lycée"),
        // Ailleurs, et sur une place
        ["autre lycée demandé"] = new(Lyceen with { AutreEtablissementDemande = true }, CodeOption.RepreparationAutre, Oui, "Vous demandez un autre lycée", EtatOption.Possible),
        ["autre lycée non demandé : à sa main"] = new(Lyceen with { AutreEtablissementDemande = false }, CodeOption.RepreparationAutre, Non, "Vous ne demandez pas un autre lycée", EtatOption.Possible),
        ["autre lycée, rien dit"] = new(Lyceen, CodeOption.RepreparationAutre, Inconnu, "Il faut que vous le demandiez vous-même", EtatOption.Possible),
        ["une place : mieux quand il y a un droit"] = new(Lyceen, CodeOption.RepreparationPlace, Non, "Vous avez mieux", EtatOption.AucunDroitTrouve),
        ["une place : sans droit après un second échec"] = new(Lyceen with { Sessions = Passees(("2025-06", ResultatSession.Ajourne, null), ("2026-06", ResultatSession.Ajourne, null)) }, CodeOption.RepreparationPlace, Oui, "Vous n'avez pas, ou plus", EtatOption.Possible),
        ["une place : peut-être mieux"] = new(Lyceen with { Examen = null }, CodeOption.RepreparationPlace, Inconnu, "Vous avez peut-être mieux"),
        ["une place : rien à refaire quand on est reçu"] = new(Lyceen with { Sessions = En2026(ResultatSession.Admis) }, CodeOption.RepreparationPlace, Non, "Vous avez eu votre examen", EtatOption.AucunDroitTrouve),
        ["une place : l'oral d'abord"] = new(Lyceen with { Sessions = En2026(ResultatSession.Controle) }, CodeOption.RepreparationPlace, Inconnu, "Vous avez encore un oral"),
        ["une place : septembre d'abord"] = new(Lyceen with { Sessions = En2026(ResultatSession.AbsentForceMajeure) }, CodeOption.RepreparationPlace, Inconnu, "Il y a d'abord les épreuves de septembre"),
        ["une place : jamais présenté"] = new(Lyceen with { Sessions = [] }, CodeOption.RepreparationPlace, Non, "Vous n'avez pas encore passé l'examen"),
        ["une place : absent compte"] = new(Lyceen with { Sessions = En2026(ResultatSession.Absent), ForceMajeure = false }, CodeOption.RepreparationPlace, Oui, "Vous n'avez pas eu l'examen"),
        ["une place : résultat inconnu"] = new(Lyceen with { Sessions = null }, CodeOption.RepreparationPlace, Inconnu, "Nous ne savons pas quel résultat"),
        // Prorogation
        ["prorogation : pas apprenti"] = new(Lyceen, CodeOption.ProrogationApprentissage, Non, "Cette voie est pour les apprentis", EtatOption.AucunDroitTrouve),
        ["prorogation : statut inconnu"] = new(Lyceen with { Statut = null }, CodeOption.ProrogationApprentissage, Inconnu, "Nous ne savons pas si vous étiez apprenti"),
        ["prorogation : l'employeur est d'accord"] = new(Contrat(new() { EmployeurAccepte = true }), CodeOption.ProrogationApprentissage, Oui, "Votre employeur est d'accord", EtatOption.Possible),
        ["prorogation : l'employeur ne veut pas"] = new(Contrat(new() { EmployeurAccepte = false }), CodeOption.ProrogationApprentissage, Non, "Votre employeur ne veut pas", EtatOption.AucunDroitTrouve),
        ["prorogation : l'employeur n'a rien dit"] = new(Apprenti, CodeOption.ProrogationApprentissage, Inconnu, "Votre employeur doit être d'accord", EtatOption.Possible),
        ["prorogation : déjà prolongé"] = new(Contrat(new() { DejaProlonge = true }), CodeOption.ProrogationApprentissage, Non, "Vous avez déjà pris une année de plus", EtatOption.AucunDroitTrouve),
        ["prorogation : pas encore prolongé"] = new(Contrat(new() { DejaProlonge = false }), CodeOption.ProrogationApprentissage, Oui, "Vous n'avez pas encore pris"),
        ["prorogation : prolongé, on ne sait pas"] = new(Apprenti, CodeOption.ProrogationApprentissage, Inconnu, "Avez-vous déjà pris une année de plus"),
        ["prorogation : contrat qui finit aujourd'hui court encore"] = new(Contrat(new() { FinContrat = Jour("2026-07-08") }), CodeOption.ProrogationApprentissage, Oui, "Votre contrat court", EtatOption.Possible),
        ["prorogation : contrat fini hier, deux lectures"] = new(Contrat(new() { FinContrat = Jour("2026-07-07") }), CodeOption.ProrogationApprentissage, Inconnu, "Votre contrat est fini depuis", EtatOption.AExaminer, Discutee: true),
        ["prorogation : contrat rompu"] = new(Contrat(new() { Rompu = true }), CodeOption.ProrogationApprentissage, Non, "Votre contrat a été rompu", EtatOption.AucunDroitTrouve),
        ["prorogation : rompu, par sa date"] = new(Contrat(new() { RuptureLe = Jour("2026-05-04") }), CodeOption.ProrogationApprentissage, Non, "Votre contrat a été rompu"),
        ["prorogation : fin du contrat inconnue"] = new(Apprenti, CodeOption.ProrogationApprentissage, Inconnu, "Nous ne savons pas quand finit"),
        ["prorogation : reçu, bravo"] = new(Apprenti with { Sessions = En2026(ResultatSession.Admis) }, CodeOption.ProrogationApprentissage, Non, "Vous avez eu votre examen", EtatOption.AucunDroitTrouve),
        ["prorogation : absent, la raison n'est pas dite"] = new(Apprenti with { Sessions = En2026(ResultatSession.Absent) }, CodeOption.ProrogationApprentissage, Inconnu, "Vous étiez absent. Si la raison"),
        ["prorogation : absent sans raison grave"] = new(Apprenti with { Sessions = En2026(ResultatSession.Absent), ForceMajeure = false }, CodeOption.ProrogationApprentissage, Non, "Vous étiez absent. Il faut"),
        ["prorogation : jamais présenté"] = new(Apprenti with { Sessions = [] }, CodeOption.ProrogationApprentissage, Non, "Vous n'avez pas passé l'examen"),
        ["prorogation : l'oral d'abord"] = new(Apprenti with { Sessions = En2026(ResultatSession.Controle) }, CodeOption.ProrogationApprentissage, Inconnu, "Vous avez encore un oral"),
        ["prorogation : septembre d'abord"] = new(Apprenti with { Sessions = En2026(ResultatSession.AbsentForceMajeure) }, CodeOption.ProrogationApprentissage, Inconnu, "Ce n'est pas encore un échec"),
        ["prorogation : résultat inconnu"] = new(Apprenti with { Sessions = null }, CodeOption.ProrogationApprentissage, Inconnu, "Nous ne savons pas quel résultat"),
        ["prorogation d'un an tout juste"] = new(Contrat(new() { DebutProlongation = Jour("2026-09-01"), FinProlongation = Jour("2027-08-31") }), CodeOption.ProrogationApprentissage, Oui, "Le contrat dure un an au plus"),
        ["prorogation d'un an et un jour : à corriger, à sa main"] = new(Contrat(new() { DebutProlongation = Jour("2026-09-01"), FinProlongation = Jour("2027-09-01") }), CodeOption.ProrogationApprentissage, Non, "Les dates sont à revoir", EtatOption.Possible),
        // Nouvel employeur
        ["nouvel employeur : à trouver"] = new(Apprenti, CodeOption.NouvelEmployeur, Inconnu, "Il faut trouver un autre employeur", EtatOption.Possible),
        ["nouvel employeur : SIRET faux"] = new(Contrat(new() { NouveauSiret = "123", Siret = Siret }), CodeOption.NouvelEmployeur, Inconnu, "Le numéro SIRET du nouvel employeur est faux"),
        ["nouvel employeur : l'actuel n'est pas connu"] = new(Contrat(new() { NouveauSiret = Ailleurs }), CodeOption.NouvelEmployeur, Inconnu, "Il faut un autre employeur. Nous ne savons pas"),
        ["nouvel employeur : c'est le même"] = new(Contrat(new() { NouveauSiret = Siret, Siret = Siret }), CodeOption.NouvelEmployeur, Non, "C'est votre employeur actuel", EtatOption.AucunDroitTrouve),
        ["nouvel employeur : autre adresse de la même entreprise"] = new(Contrat(new() { NouveauSiret = AutreDuMemeSiren, Siret = Siret }), CodeOption.NouvelEmployeur, Inconnu, "Les deux adresses", EtatOption.AExaminer, Discutee: true),
        ["nouvel employeur : une autre entreprise"] = new(Contrat(new() { NouveauSiret = Ailleurs, Siret = Siret }), CodeOption.NouvelEmployeur, Oui, "Vous avez trouvé un autre employeur", EtatOption.Possible),
        ["nouvel employeur : âge inconnu"] = new(Apprenti with { Naissance = null }, CodeOption.NouvelEmployeur, Inconnu, "Il faut avoir 29 ans au plus"),
        ["nouvel employeur : vingt-neuf ans le jour du début"] = new(Contrat(new() { DebutProlongation = Jour("2026-09-01") }) with { Naissance = Jour("1996-09-02") }, CodeOption.NouvelEmployeur, Oui, "Vous avez 29 ans au plus"),
        ["nouvel employeur : trente ans le jour du début"] = new(Contrat(new() { DebutProlongation = Jour("2026-09-01") }) with { Naissance = Jour("1996-09-01") }, CodeOption.NouvelEmployeur, Inconnu, "Vous avez plus de 29 ans", EtatOption.AExaminer, Discutee: true),
        // Au CFA
        ["CFA sans employeur : lycéen"] = new(Lyceen, CodeOption.CfaSansEmployeur, Oui, "Vous n'avez pas d'employeur", EtatOption.Possible),
        ["CFA sans employeur : contrat en cours"] = new(Contrat(new() { FinContrat = Jour("2026-07-08") }), CodeOption.CfaSansEmployeur, Inconnu, "Cela sert à la fin de votre contrat"),
        ["CFA sans employeur : contrat fini"] = new(Contrat(new() { FinContrat = Jour("2026-07-07") }), CodeOption.CfaSansEmployeur, Oui, "Votre contrat est fini"),
        ["CFA sans employeur : contrat rompu"] = new(Contrat(new() { Rompu = true }), CodeOption.CfaSansEmployeur, Oui, "Votre contrat a été rompu"),
        ["CFA sans employeur : statut inconnu"] = new(Lyceen with { Statut = null }, CodeOption.CfaSansEmployeur, Inconnu, "Cela sert à la fin de votre contrat"),
        ["CFA sans employeur : une année de plus déjà prise"] = new(Contrat(new() { DejaProlonge = true }), CodeOption.CfaSansEmployeur, Non, "Vous avez déjà pris une année de plus", EtatOption.AucunDroitTrouve),
        ["CFA sans employeur : trente ans, handicap non dit"] = new(Lyceen with { Naissance = Jour("1996-07-08") }, CodeOption.CfaSansEmployeur, Inconnu, "Vous avez plus de 29 ans. C'est ouvert"),
        ["CFA sans employeur : trente ans, sans handicap"] = new(Lyceen with { Naissance = Jour("1996-07-08"), Rqth = false }, CodeOption.CfaSansEmployeur, Non, "Vous avez 30 ans", EtatOption.AucunDroitTrouve),
        ["maintien au CFA : pas de rupture"] = new(Contrat(new() { Rompu = false }), CodeOption.MaintienCfaRupture, Non, "Votre contrat n'a pas été rompu", EtatOption.AucunDroitTrouve),
        ["maintien au CFA : rupture inconnue"] = new(Apprenti, CodeOption.MaintienCfaRupture, Inconnu, "Nous ne savons pas si votre contrat", EtatOption.Possible),
        ["maintien au CFA : rompu sans date"] = new(Contrat(new() { Rompu = true }), CodeOption.MaintienCfaRupture, Inconnu, "Nous ne savons pas quel jour", EtatOption.Possible),
        ["maintien au CFA : rompu et daté, c'est un droit"] = new(Contrat(new() { RuptureLe = Jour("2026-05-04") }), CodeOption.MaintienCfaRupture, Oui, "Les six mois courent", EtatOption.Droit),
        ["premier contrat : déjà apprenti"] = new(Apprenti, CodeOption.PremierApprentissage, Non, "Vous étiez déjà apprenti", EtatOption.AucunDroitTrouve),
        ["premier contrat : statut inconnu"] = new(Lyceen with { Statut = null }, CodeOption.PremierApprentissage, Inconnu, "Nous ne savons pas si vous étiez apprenti"),
        ["premier contrat : quinze ans, si le collège est fini"] = new(Lyceen with { Naissance = Jour("2010-07-09") }, CodeOption.PremierApprentissage, Inconnu, "Vous avez 15 ans", EtatOption.Possible),
        ["premier contrat : seize ans le jour même"] = new(Lyceen with { Naissance = Jour("2010-07-08") }, CodeOption.PremierApprentissage, Oui, "Vous avez 16 ans"),
        ["premier contrat : vingt-neuf ans la veille des trente"] = new(Lyceen with { Naissance = Jour("1996-07-09") }, CodeOption.PremierApprentissage, Oui, "Vous avez 29 ans", EtatOption.Possible),
        ["premier contrat : trente ans, à examiner"] = new(Lyceen with { Naissance = Jour("1996-07-08") }, CodeOption.PremierApprentissage, Inconnu, "Vous avez plus de 29 ans.", EtatOption.AExaminer, Discutee: true),
        ["premier contrat : trente ans avec une RQTH"] = new(Lyceen with { Naissance = Jour("1996-07-08"), Rqth = true }, CodeOption.PremierApprentissage, Oui, "Vous avez plus de 29 ans. Avec un handicap", EtatOption.Possible),
        ["premier contrat : âge inconnu"] = new(Lyceen with { Naissance = null }, CodeOption.PremierApprentissage, Inconnu, "Il faut avoir de 16 à 29 ans"),
        ["handicap : RQTH"] = new(Apprenti with { Rqth = true }, CodeOption.ProlongationHandicap, Oui, "Votre handicap est reconnu", EtatOption.Possible),
        ["handicap : sans RQTH"] = new(Apprenti with { Rqth = false }, CodeOption.ProlongationHandicap, Non, "Il faut que votre handicap soit reconnu", EtatOption.AucunDroitTrouve),
        ["handicap : on ne sait pas"] = new(Apprenti, CodeOption.ProlongationHandicap, Inconnu, "Avez-vous un handicap reconnu", EtatOption.Possible),
        ["handicap : reçu"] = new(Apprenti with { Rqth = true, Sessions = En2026(ResultatSession.Admis) }, CodeOption.ProlongationHandicap, Non, "Vous avez eu votre examen", EtatOption.AucunDroitTrouve),
    };

    public static TheoryData<string> Tous => [.. s_cas.Keys];

    [Theory, MemberData(nameof(Tous))]
    public void Chaque_condition_dit_ce_qu_on_sait_d_elle(string nom)
    {
        var cas = s_cas[nom];
        var option = OptionsDeSuivi.Repondre(cas.Profil, cas.Code);

        option.Conditions.Should().ContainSingle(c => c.Etat == cas.Condition && c.Phrase.StartsWith(cas.Dit, StringComparison.Ordinal), nom).Which.Discutee.Should().Be(cas.Discutee);
        if (cas.Etat is { } etat)
            option.Etat.Should().Be(etat, nom);
        if (option.Etat == EtatOption.AucunDroitTrouve)
        {
            option.Phrase.Should().StartWith(option.Conditions.First(c => c is { Etat: Non, AVotreMain: false }).Phrase).And.Contain("Nous n'avons pas trouvé de droit ici");
            option.Documents.Should().BeEmpty();
            option.Demarches.Should().BeEmpty();
            option.Echeance.Should().BeNull();
        }
        else
        {
            option.Documents.Concat(option.Demarches).Should().NotBeEmpty("une voie ouverte dit quoi apporter et quoi faire");
            if (option.Etat == EtatOption.AExaminer)
                option.Lectures.Should().HaveCountGreaterThan(1, "un doute montre ses lectures");
        }
    }

    [Fact]
    public void Ne_rien_dire_ne_ferme_rien_et_n_ouvre_aucun_droit()
    {
        foreach (var option in OptionsDeSuivi.Repondre(Rien).Options)
        {
            option.Conditions.Should().NotContain(c => c.Etat == Non, $"{option.Code} : rien n'a été dit");
            option.Etat.Should().NotBe(EtatOption.Droit, $"{option.Code} : un droit se fonde sur des faits");
        }
    }

    [Fact]
    public void Un_sorti_sans_diplome_a_le_droit_de_revenir_en_formation() => OptionsDeSuivi.Repondre(Sorti, CodeOption.RetourEnFormation).Etat.Should().Be(EtatOption.Droit);
}
